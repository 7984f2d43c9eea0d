"""The cells of the operations: each meets the faults of every day, once or always."""

import asyncio
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

import httpx
from campaignkit import AsyncCallers, AsyncSonarly, CampaignKitError
from campaignkit_fake import FAULTS, Fault
from campaignkit_runtime.operations import Call

from tests.example_calls import ASYNC_CLIENTS, CLIENTS, NODES, vendor_of

from .cells import Observed, Row
from .checks import StageVendor, Trial, broken_laws
from .injection import Clock, InProcess, Mode, Options, Raised
from .kinds import (
    CONNECTION,
    DECODE,
    LIMIT,
    OTHER_SUCCESSES,
    RAISES_FOR_500,
    REFUSED_HERE,
    RESPONSE_HOOK,
    SERVER,
    TIMEOUT,
    Kind,
)
from .recorder import EVER
from .setups import Subject, credentials_of, reference_of, staged
from .table import REPEATABLE, STRIKES, TABLE, Rule, Strikes, waits_of

WAIT = (7.0, 7.0)

DROPPED = Kind("dropped", "open", CONNECTION, InProcess(FAULTS["dropped"]))
APPLIED = Kind(
    "applied, then dropped", "open, applied", CONNECTION, InProcess(FAULTS["applied, then dropped"])
)
HTML = Kind("applied, then HTML", "open, applied", DECODE, InProcess(FAULTS["HTML"]))
KINDS = [
    Kind("refused", "not sent", CONNECTION, Raised(httpx.ConnectError)),
    Kind(
        "429, wait 7", "asked to wait", LIMIT, InProcess(Fault(status=429, retry_after="7")), WAIT
    ),
    Kind("503", "open", SERVER, InProcess(Fault(status=503))),
    DROPPED,
    APPLIED,
    Kind("applied, timed out", "open, applied", TIMEOUT, InProcess(FAULTS["timed out"])),
    Kind("applied, then 500", "open, applied", SERVER, InProcess(Fault(status=500, after=True))),
    HTML,
    *REFUSED_HERE,
    RESPONSE_HOOK,
    RAISES_FOR_500,
    *OTHER_SUCCESSES,
]


NEEDS_BODY = [HTML, *(kind for kind in OTHER_SUCCESSES if kind.error == DECODE)]


class Untold(NamedTuple):
    """Why the read of a `verify` operation does not tell what became of its example."""

    when: Literal["ever", "applied", "not applied"]
    """What it does not tell: anything, that it was applied, or that it was not."""
    why: str


_NO_LEAD = Untold("ever", "only the status of its lead tells, and the call names none")
_UNSHOWN = "no answer shows {}, which the example changes"

UNTOLD = {
    "sonarly_campaigns_approve": _NO_LEAD,
    "sonarly_campaigns_discard": _NO_LEAD,
    "sonarly_campaigns_approve with lead_id": Untold(
        "not applied", "the pending content may be new, and not yet reviewed"
    ),
    "sonarly_templates_update_writing_style": Untold(
        "applied", _UNSHOWN.format("the value proposition")
    ),
    "sonarly_templates_update_signal_specification": Untold(
        "applied", _UNSHOWN.format("the value propositions")
    ),
}
"""The only ones; every other is told by its read."""

_OPEN = "OutcomeUnknownError"
_UNTOLD = {
    ("open", "ever"): Rule(1, 0, "unknown", _OPEN, 0, 0),
    ("open, applied", "ever"): Rule(1, 0, "unknown", _OPEN, 1, 0),
    ("open", "not applied"): Rule(1, 5, "unknown", _OPEN, 0, 5),
    ("open, applied", "applied"): Rule(1, 5, "unknown", _OPEN, 1, 5),
}
"""What they come to then, by the meaning of the fault; once or always makes no difference."""


def rule_of(subject: Subject, means: str, strikes: Strikes) -> Rule:
    """What an operation comes to: as its class does, but for those that cannot be told."""
    untold = UNTOLD.get(str(subject))
    if untold and (means, untold.when) in _UNTOLD:
        return _UNTOLD[means, untold.when]
    if subject.is_repeatable and (means, strikes) in REPEATABLE:
        return REPEATABLE[means, strikes]
    return TABLE[means][subject.of, strikes]


class OperationCell(NamedTuple):
    """One cell."""

    subject: Subject
    kind: Kind
    strikes: Strikes
    mode: Mode

    def __str__(self) -> str:
        return f"{self.subject}, {self.kind.name}, {self.strikes}, {self.mode}"

    @property
    def expected(self) -> Row:
        """What the table says of the class."""
        rule = rule_of(self.subject, self.kind.means, self.strikes)
        error = self.kind.error if rule.error == "own" else rule.error
        waits = waits_of(rule, self.kind.waits)
        return Row(rule.sends, rule.reads, rule.outcome, error, rule.starts, waits)


def cells_of(subject: Subject, kind: Kind) -> Iterator[OperationCell]:
    """The cells of an operation that meets a fault."""
    for strikes in STRIKES:
        yield OperationCell(subject, kind, strikes, "sync")
    # That both modes agree in all else is shown class by class, in the matrix.
    yield OperationCell(subject, kind, "once", "async")


def concerns(subject: Subject, kind: Kind) -> bool:
    """Return True if the kind of fault can occur to an operation."""
    responses = NODES[subject.operation_id]["responses"]
    success = min(status for status in responses if status < "300")
    if kind in OTHER_SUCCESSES and kind.name[:3] in responses:
        return False
    # Of a success without a documented body, nothing is read.
    return "content" in responses[success] or kind not in NEEDS_BODY


@cache
def outcome_of(cell: OperationCell) -> Observed:
    """Run a cell; the same cell is not run twice."""
    clock, call = Clock(), cell.subject.call()
    with staged(cell.subject) as stage:
        vendor = StageVendor(stage, call, 1 if cell.strikes == "once" else EVER)
        with cell.kind.way.open(vendor, clock, cell.mode) as options:
            options |= {"clock": clock, **credentials_of(cell.subject.operation_id)}
            end = _end(cell, call, options)
        state = stage.state()
    is_before, is_after = state == stage.before, state == reference_of(cell.subject).after
    trial = Trial(cell.subject, vendor, is_before, is_after, end)
    applied = state.writes - stage.before.writes
    row = Row(len(vendor.keys), vendor.reads, *trial.told, applied, tuple(clock.waits))
    return Observed(row, list(broken_laws(trial)))


def _end(cell: OperationCell, call: Call[Any], options: Options) -> Any:
    """The result or the error of a call."""
    vendor = vendor_of(cell.subject.operation_id)
    if cell.mode == "async":
        return asyncio.run(_async_end(ASYNC_CLIENTS[vendor](**options), call))
    with CLIENTS[vendor](**options) as client:
        try:
            return client._send(call)
        except CampaignKitError as error:
            return error


async def _async_end(client: AsyncSonarly | AsyncCallers, call: Call[Any]) -> Any:
    async with client:
        try:
            return await client._send(call)
        except CampaignKitError as error:
            return error
