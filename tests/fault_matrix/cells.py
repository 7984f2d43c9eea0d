"""The cells of the matrix: a call of a class meets a fault, once or always, sync or async."""

import asyncio
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from campaignkit import AsyncSonarly, CampaignKitError, Sonarly
from campaignkit_fake import Fake
from campaignkit_runtime.models import Unset
from campaignkit_runtime.operations import Call

from .calls import KEY, Class, call_of
from .injection import Clock, Mode, Options
from .invariants import Trial, broken_laws
from .kinds import KINDS, Kind
from .leaks import logged
from .recorder import EVER, Vendor
from .table import STRIKES, TABLE, Strikes, waits_of


class Row(NamedTuple):
    """What a call came to."""

    sends: int
    reads: int
    outcome: str
    error: str
    starts: int
    waits: tuple[float, ...]


class Observed(NamedTuple):
    """What a call came to, and the laws that it broke on its way."""

    row: Row
    broken: list[str]


class Cell(NamedTuple):
    """One cell."""

    kind: Kind
    of: Class
    strikes: Strikes
    mode: Mode

    def __str__(self) -> str:
        return f"{self.kind.name}-{self.of}-{self.strikes}-{self.mode}"

    @property
    def expected(self) -> Row:
        """What the table says."""
        rule = TABLE[self.kind.means][self.of, self.strikes]
        error = self.kind.error if rule.error == "own" else rule.error
        waits = waits_of(rule, self.kind.waits)
        return Row(rule.sends, rule.reads, rule.outcome, error, rule.starts, waits)


def cells(kinds: list[Kind]) -> Iterator[Cell]:
    """The cells of some faults."""
    for kind, strikes in product(kinds, STRIKES):
        for of in kind.classes:
            yield Cell(kind, of, strikes, "sync")
            yield Cell(kind, of, strikes, "async")


CELLS = [cell for kinds in KINDS.values() for cell in cells(kinds)]


@cache
def observed(cell: Cell) -> Observed:
    """Run a cell; the same cell is not run twice."""
    clock = Clock()
    call = call_of(cell.of)
    vendor = Vendor(Fake(clock=clock), call, 1 if cell.strikes == "once" else EVER)
    with logged() as lines, cell.kind.way.open(vendor, clock, cell.mode) as options:
        end, client = _end(cell.mode, call, {"api_key": KEY, "clock": clock, **options})
    # A refused connection is seen by httpcore alone.
    refused = sum("connect_tcp.failed" in line for line in lines)
    outcome, error = _told(end)
    waits = tuple(clock.waits)
    row = Row(len(vendor.keys) + refused, vendor.reads, outcome, error, vendor.starts, waits)
    trial = Trial(cell.of, cell.kind.means, vendor, row.sends, outcome, end)
    return Observed(row, broken_laws(trial, {"log": "\n".join(lines), "client": client}))


def _told(end: Any) -> tuple[str, str]:
    """The outcome and the error."""
    if isinstance(end, CampaignKitError):
        return end.outcome, type(end).__name__
    if isinstance(end, Exception):
        return "none", type(end).__name__
    # What a read cannot tell of a start is unset.
    is_read = isinstance(getattr(end, "triggered", None), Unset)
    return "applied" if is_read else "answered", "-"


# `_send` is the seam: no method of a client makes a call of another class than the spec's.
# Whatever it raises is what came of the cell; one that is not ours is not as expected.


def _end(mode: Mode, call: Call[Any], options: Options) -> tuple[Any, str]:
    """The result or the error of a call, and how its client shows."""
    if mode == "async":
        return asyncio.run(_async_end(call, options))
    with Sonarly(**options) as sonarly:
        client = f"{sonarly!r} {sonarly._send!r}"
        try:
            return sonarly._send(call), client
        except Exception as error:
            return error, client


async def _async_end(call: Call[Any], options: Options) -> tuple[Any, str]:
    async with AsyncSonarly(**options) as sonarly:
        client = f"{sonarly!r} {sonarly._send!r}"
        try:
            return await sonarly._send(call), client
        except Exception as error:
            return error, client
