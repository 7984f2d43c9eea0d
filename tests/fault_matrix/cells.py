"""Cells of the matrix: a call of a class under a fault, once or always, sync or async."""

import asyncio
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from campaignkit import AsyncSonarly, CampaignKitError, Sonarly
from campaignkit_fake import Fake
from campaignkit_runtime.models import Unset
from campaignkit_runtime.operations import Call

from .calls import KEY, CallClass, call_of
from .injection import Clock, Mode, Options
from .invariants import CallRun, violations
from .kinds import KINDS, FaultKind
from .leaks import captured_log
from .recorder import ALWAYS, Recorder
from .table import FREQUENCIES, TABLE, Frequency, waits_of


class CellResult(NamedTuple):
    """Requests, outcome and waits of a call."""

    sends: int
    reads: int
    outcome: str
    error: str
    starts: int
    waits: tuple[float, ...]


class Observation(NamedTuple):
    """Result of a cell, and the invariants that it violates."""

    result: CellResult
    violations: list[str]


class Cell(NamedTuple):
    """One cell of the matrix."""

    kind: FaultKind
    call_class: CallClass
    frequency: Frequency
    mode: Mode

    def __str__(self) -> str:
        return f"{self.kind.name}-{self.call_class}-{self.frequency}-{self.mode}"

    @property
    def expected(self) -> CellResult:
        """Return the result that the table demands."""
        rule = TABLE[self.kind.category][self.call_class, self.frequency]
        error = self.kind.error if rule.error == "own" else rule.error
        waits = waits_of(rule, self.kind.waits)
        return CellResult(rule.sends, rule.reads, rule.outcome, error, rule.starts, waits)


def cells(kinds: list[FaultKind]) -> Iterator[Cell]:
    """Yield the cells of some faults."""
    for kind, frequency in product(kinds, FREQUENCIES):
        for call_class in kind.classes:
            yield Cell(kind, call_class, frequency, "sync")
            yield Cell(kind, call_class, frequency, "async")


CELLS = [cell for kinds in KINDS.values() for cell in cells(kinds)]


@cache
def run_cell(cell: Cell) -> Observation:
    """Run a cell and return its result. The result is cached."""
    clock = Clock()
    call = call_of(cell.call_class)
    recorder = Recorder(Fake(clock=clock), call, 1 if cell.frequency == "once" else ALWAYS)
    with captured_log() as lines, cell.kind.injection.open(recorder, clock, cell.mode) as options:
        returned, client = _run_call(cell.mode, call, {"api_key": KEY, "clock": clock, **options})
    # Only the log of connections shows a refused one: our own, or that of httpcore.
    refused = sum("no connection to" in line or "connect_tcp.failed" in line for line in lines)
    outcome, error = _outcome_and_error(returned)
    waits = tuple(clock.waits)
    result = CellResult(
        len(recorder.keys) + refused, recorder.reads, outcome, error, recorder.starts, waits
    )
    run = CallRun(cell.call_class, cell.kind.category, recorder, result.sends, outcome, returned)
    return Observation(result, violations(run, {"log": "\n".join(lines), "client": client}))


def _outcome_and_error(returned: Any) -> tuple[str, str]:
    """Return the outcome and the name of the error."""
    if isinstance(returned, CampaignKitError):
        return returned.outcome, type(returned).__name__
    if isinstance(returned, Exception):
        return "none", type(returned).__name__
    # A result from a read leaves unset what the read does not contain.
    is_read = isinstance(getattr(returned, "triggered", None), Unset)
    return "applied" if is_read else "returned", "-"


# `_send` is used because a method of the client always has the class of the spec. Any exception is
# the result of the cell; one that is not a CampaignKitError differs from the expected result.


def _run_call(mode: Mode, call: Call[Any], options: Options) -> tuple[Any, str]:
    """Return the result or the error of a call, and the repr of its client."""
    if mode == "async":
        return asyncio.run(_run_call_async(call, options))
    with Sonarly(**options) as sonarly:
        client = f"{sonarly!r} {sonarly._send!r}"
        try:
            return sonarly._send(call), client
        except Exception as error:
            return error, client


async def _run_call_async(call: Call[Any], options: Options) -> tuple[Any, str]:
    async with AsyncSonarly(**options) as sonarly:
        client = f"{sonarly!r} {sonarly._send!r}"
        try:
            return await sonarly._send(call), client
        except Exception as error:
            return error, client
