"""Cells of the operations: every operation under common faults, once or always."""

import asyncio
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

import httpx
from campaignkit import AsyncCallers, AsyncSonarly, CampaignKitError
from campaignkit_fake import FAULTS, Fault
from campaignkit_runtime.operations import Call

from tests.example_calls import ASYNC_CLIENTS, CLIENTS, NODES, vendor_of

from .cells import CellResult, Observation
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
    FaultKind,
)
from .operation_invariants import OperationRecorder, OperationRun, violations
from .recorder import ALWAYS
from .setups import OperationCase, credentials_of, prepared_fake, reference_for
from .table import FREQUENCIES, REPEATABLE, TABLE, Frequency, Rule, waits_of

WAIT = (7.0, 7.0)

DROPPED = FaultKind("dropped", "unclear", CONNECTION, InProcess(FAULTS["dropped"]))
APPLIED = FaultKind(
    "applied, then dropped",
    "unclear, applied",
    CONNECTION,
    InProcess(FAULTS["applied, then dropped"]),
)
HTML = FaultKind("applied, then HTML", "unclear, applied", DECODE, InProcess(FAULTS["HTML"]))
KINDS = [
    FaultKind("refused", "not sent", CONNECTION, Raised(httpx.ConnectError)),
    FaultKind(
        "429, wait 7", "throttled", LIMIT, InProcess(Fault(status=429, retry_after="7")), WAIT
    ),
    FaultKind("503", "unclear", SERVER, InProcess(Fault(status=503))),
    DROPPED,
    APPLIED,
    FaultKind("applied, timed out", "unclear, applied", TIMEOUT, InProcess(FAULTS["timed out"])),
    FaultKind(
        "applied, then 500", "unclear, applied", SERVER, InProcess(Fault(status=500, after=True))
    ),
    HTML,
    *REFUSED_HERE,
    RESPONSE_HOOK,
    RAISES_FOR_500,
    *OTHER_SUCCESSES,
]


NEEDS_BODY = [HTML, *(kind for kind in OTHER_SUCCESSES if kind.error == DECODE)]


class Unverifiable(NamedTuple):
    """Reason why the read of a `verify` operation does not show whether its example was applied."""

    state: Literal["either", "applied", "not applied"]
    """State that the read does not show: either, that it was applied, or that it was not."""
    reason: str


_NO_LEAD = Unverifiable("either", "only the status of a lead shows it, and the call names no lead")
_UNSHOWN = "no response contains {}, which the example changes"

UNVERIFIABLE = {
    "sonarly_campaigns_approve": _NO_LEAD,
    "sonarly_campaigns_discard": _NO_LEAD,
    "sonarly_campaigns_approve with lead_id": Unverifiable(
        "not applied", "the pending content may be new, and not yet reviewed"
    ),
    "sonarly_templates_update_writing_style": Unverifiable(
        "applied", _UNSHOWN.format("the value proposition")
    ),
    "sonarly_templates_update_signal_specification": Unverifiable(
        "applied", _UNSHOWN.format("the value propositions")
    ),
}
"""Operations whose read does not show it. Every other read does."""

_OPEN = "OutcomeUnknownError"
_UNVERIFIABLE_RULES = {
    ("unclear", "either"): Rule(1, 0, "unknown", _OPEN, 0, 0),
    ("unclear, applied", "either"): Rule(1, 0, "unknown", _OPEN, 1, 0),
    ("unclear", "not applied"): Rule(1, 5, "unknown", _OPEN, 0, 5),
    ("unclear, applied", "applied"): Rule(1, 5, "unknown", _OPEN, 1, 5),
}
"""Expected results of these operations by category of fault and state."""


def rule_of(case: OperationCase, category: str, frequency: Frequency) -> Rule:
    """Return the expected result of an operation: that of its class, with few exceptions."""
    unverifiable = UNVERIFIABLE.get(str(case))
    if unverifiable and (category, unverifiable.state) in _UNVERIFIABLE_RULES:
        return _UNVERIFIABLE_RULES[category, unverifiable.state]
    if case.is_repeatable and (category, frequency) in REPEATABLE:
        return REPEATABLE[category, frequency]
    return TABLE[category][case.call_class, frequency]


class OperationCell(NamedTuple):
    """One cell of an operation."""

    case: OperationCase
    kind: FaultKind
    frequency: Frequency
    mode: Mode

    def __str__(self) -> str:
        return f"{self.case}, {self.kind.name}, {self.frequency}, {self.mode}"

    @property
    def expected(self) -> CellResult:
        """Return the result that the table demands of the class."""
        rule = rule_of(self.case, self.kind.category, self.frequency)
        error = self.kind.error if rule.error == "own" else rule.error
        waits = waits_of(rule, self.kind.waits)
        return CellResult(rule.sends, rule.reads, rule.outcome, error, rule.starts, waits)


def cells_of(case: OperationCase, kind: FaultKind) -> Iterator[OperationCell]:
    """Yield the cells of an operation under a fault."""
    for frequency in FREQUENCIES:
        yield OperationCell(case, kind, frequency, "sync")
    # The matrix shows by class that both modes agree in everything else.
    yield OperationCell(case, kind, "once", "async")


def concerns(case: OperationCase, kind: FaultKind) -> bool:
    """Return True if the fault can occur to an operation."""
    responses = NODES[case.operation_id]["responses"]
    success = min(status for status in responses if status < "300")
    if kind in OTHER_SUCCESSES and kind.name[:3] in responses:
        return False
    # The body of a success without a documented body is not read.
    return "content" in responses[success] or kind not in NEEDS_BODY


@cache
def run_operation_cell(cell: OperationCell) -> Observation:
    """Run a cell and return its result. The result is cached."""
    clock, call = Clock(), cell.case.call()
    with prepared_fake(cell.case) as prepared:
        recorder = OperationRecorder(prepared, call, 1 if cell.frequency == "once" else ALWAYS)
        with cell.kind.injection.open(recorder, clock, cell.mode) as options:
            options |= {"clock": clock, **credentials_of(cell.case.operation_id)}
            returned = _run_call(cell, call, options)
        state = prepared.state()
    is_before, is_after = state == prepared.before, state == reference_for(cell.case).after
    run = OperationRun(cell.case, recorder, is_before, is_after, returned)
    applied = state.writes - prepared.before.writes
    result = CellResult(
        len(recorder.keys), recorder.reads, *run.outcome_and_error, applied, tuple(clock.waits)
    )
    return Observation(result, list(violations(run)))


def _run_call(cell: OperationCell, call: Call[Any], options: Options) -> Any:
    """Return the result or the error of a call."""
    vendor = vendor_of(cell.case.operation_id)
    if cell.mode == "async":
        return asyncio.run(_run_call_async(ASYNC_CLIENTS[vendor](**options), call))
    with CLIENTS[vendor](**options) as client:
        try:
            return client._send(call)
        except CampaignKitError as error:
            return error


async def _run_call_async(client: AsyncSonarly | AsyncCallers, call: Call[Any]) -> Any:
    async with client:
        try:
            return await client._send(call)
        except CampaignKitError as error:
            return error
