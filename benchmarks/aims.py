"""Aims: bounds on the measured values, and whether a run meets them."""

from collections.abc import Mapping
from dataclasses import dataclass

Round = Mapping[str, float]
"""Values that one run of a script printed, by metric."""

Results = Mapping[tuple[str, str], list[Round]]
"""Rounds of each figure and variant; empty if it could not be measured."""


@dataclass(frozen=True)
class Aim:
    """Bound on a value of ours, or on its ratio to the value of another variant."""

    figure: str
    metric: str
    bound: float
    is_floor: bool = False
    """True for "at least", false for "at most"."""
    variant: str = "ours"
    other: str | None = None
    other_metric: str | None = None
    is_difference: bool = False

    @property
    def compared(self) -> str:
        """Text of the value that is compared with the bound."""
        if self.other is None:
            return self.variant
        other = f"{self.other} ({self.other_metric})" if self.other_metric else self.other
        return f"{self.variant} {'-' if self.is_difference else '/'} {other}"

    def text(self, value: float) -> str:
        """Return a value of this aim with its unit."""
        if self.other is None or self.is_difference:
            return f"{value:.2f} {self.metric.split()[-1]}"
        return f"{value:.3g}x"

    def measured(self, results: Results) -> list[float]:
        """Return the value of each round; a round measures both variants close together."""
        own = [values[self.metric] for values in results[self.figure, self.variant]]
        if self.other is None:
            return own
        metric = self.other_metric or self.metric
        others = [values[metric] for values in results[self.figure, self.other]]
        if not own or not others:
            return []
        pairs = zip(own, others, strict=True)
        return [a - b if self.is_difference else a / b for a, b in pairs]

    def is_met(self, value: float) -> bool:
        """Return True if a measured value is within the bound."""
        return value >= self.bound if self.is_floor else value <= self.bound


def _at_least(
    figure: str, metric: str, bounds: Mapping[str, float], own: str = "ours"
) -> list[Aim]:
    return [Aim(figure, metric, bound, True, own, other) for other, bound in bounds.items()]


def _at_most(figure: str, metric: str, bounds: Mapping[str, float]) -> list[Aim]:
    return [Aim(figure, metric, bound, other=other) for other, bound in bounds.items()]


_DECODE = {"stock": 4.5, "openapi-generator": 5.0, "pydantic": 2.4, "orjson": 0.8}

AIMS = [
    *_at_least("decode", "campaigns k/s", _DECODE),
    *_at_least("decode", "leads k/s", _DECODE),
    *_at_least("decode", "campaigns k/s", {"stock": 1.35}, own="ours-json"),
    *_at_least("decode", "leads k/s", {"stock": 2.0}, own="ours-json"),
    *_at_most("memory", "kept MB", {"stock": 0.55, "pydantic": 0.35}),
    Aim("imports", "ready ms", 20, other="httpx", other_metric="import ms", is_difference=True),
    Aim("imports", "ready ms", 3, variant="ours-large", other="ours", is_difference=True),
    *_at_most("calls", "CPU us", {"openapi-generator": 0.2, "http.client": 1.0, "openai": 0.1}),
    *_at_least("calls", "calls/s", {"httpx": 4.0}),
    Aim("calls", "CPU us", 0.5, variant="ours-watched", other="openapi-generator"),
    *_at_most("tls_calls", "CPU us", {"openapi-generator": 0.22}),
    *_at_most("thread_calls", "CPU us", {"openapi-generator": 0.3}),
    *_at_most("async_calls", "8 in flight CPU us", {"openapi-generator": 0.3}),
    *_at_most("async_calls", "32 in flight CPU us", {"openapi-generator": 0.3}),
    *_at_most("async_calls", "32 in flight CPU us", {"aiohttp-decoder": 1.0}),
    *_at_most("async_calls", "256 in flight CPU us", {"openapi-generator": 0.3}),
    *_at_least("async_calls", "32 in flight /s", {"stock": 10.0, "openapi-generator": 2.5}),
    Aim(
        "async_calls",
        "256 in flight /s",
        0.6,
        is_floor=True,
        other="ours",
        other_metric="8 in flight /s",
    ),
    *_at_most("bulk", "CPU s", {"openapi-generator": 0.25, "aiohttp-decoder": 1.0}),
    *_at_least("bulk", "leads k/s", {"stock": 2.5, "openapi-generator": 3.5}),
    *_at_most("bulk", "peak MB", {"stock": 0.35, "openapi-generator": 0.1}),
    Aim("tls_bulk", "peak MB", 20),
    *_at_most("tls_bulk", "peak MB", {"openapi-generator": 0.25}),
    Aim("growth", "us at 1,000,000", 1.15, other="ours", other_metric="us at 1,000"),
    Aim("growth", "more MB", 5),
    Aim("limits", "used %", 90, is_floor=True),
    Aim("limits", "refused %", 5),
    Aim("generation", "CPU s", 1.5),
    Aim("generation", "self-checked CPU s", 2.5),
    *_at_most("generation", "CPU s", {"stock": 1.2}),
    Aim("generation", "CPU s", 1.2, variant="ours-large", other="stock-large"),
]
