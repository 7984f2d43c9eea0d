"""Score of a sample of mutants: rates with confidence intervals, and the floor that CI holds."""

from collections.abc import Iterable
from math import comb, sqrt
from typing import NamedTuple

from .mutant import Mutant
from .steps import Detection

_Z = 1.96  # of 95 %
_RISK = 1e-4  # that the sample of a week falls below the floor by chance


class MutantRun(NamedTuple):
    """One mutant, and what detected it."""

    mutant: Mutant
    detection: Detection | None
    operations: frozenset[str]
    """Operations that the bug concerns, as far as a check reaches them."""
    seconds: float
    """Processor time."""
    plain: str | None = None
    """Failure that plain Schemathesis found; empty for none, None if it did not run."""


class Rate(NamedTuple):
    """Detected mutants among all."""

    detected: int
    total: int

    @classmethod
    def of(cls, runs: Iterable[MutantRun]) -> "Rate":
        """Return the rate of some runs."""
        found = [run.detection is not None for run in runs]
        return cls(sum(found), len(found))

    @property
    def interval(self) -> tuple[float, float]:
        """Return the confidence interval of Wilson, of 95 %."""
        detected, total = self
        if not total:
            return 0.0, 1.0
        share, square = detected / total, _Z * _Z
        middle = (share + square / (2 * total)) / (1 + square / total)
        margin = (
            _Z
            / (1 + square / total)
            * sqrt(share * (1 - share) / total + square / (4 * total * total))
        )
        return max(0.0, middle - margin), min(1.0, middle + margin)

    def __str__(self) -> str:
        low, high = self.interval
        share = f"{self.detected / self.total:.0%}" if self.total else "-"
        return f"{self.detected} of {self.total} ({share}, {low:.0%} to {high:.0%})"


def floor(size: int, rate: Rate) -> int:
    """Return the number of detections that a sample has, except once in ten thousand weeks.

    The recorded rate is itself a sample, so its lower bound counts.

    Args:
        size: Size of the sample.
        rate: The recorded rate.
    """
    share, below = rate.interval[0], 0.0
    for detected in range(size + 1):
        below += comb(size, detected) * share**detected * (1 - share) ** (size - detected)
        if below > _RISK:
            return detected
    return size
