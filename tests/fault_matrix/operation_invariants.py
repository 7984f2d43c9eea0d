"""Invariants of a call of any operation, under every fault."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from campaignkit import CampaignKitError
from campaignkit_runtime.arguments import matches
from campaignkit_runtime.operations import Call

from .recorder import Recorder
from .setups import OperationCase, PreparedFake, reference_for


class OperationRecorder(Recorder):
    """Recorder of one cell of any operation."""

    def __init__(self, prepared: PreparedFake, call: Call[Any], faults: int) -> None:
        super().__init__(prepared.fake, call, faults)
        self._stage = prepared

    @property
    def starts(self) -> int:
        """Return how many writes the fake has applied."""
        return self._stage.clock.writes - self._stage.before.writes


class OperationRun(NamedTuple):
    """Call of an operation that met a fault."""

    case: OperationCase
    recorder: OperationRecorder
    is_before: bool
    """Whether the state of the fake is the one before the call."""
    is_after: bool
    """Whether it is the one after a call without faults."""
    returned: Any
    """Result or error of the call."""

    @property
    def outcome_and_error(self) -> tuple[str, str]:
        """Return the outcome and the name of the error."""
        if isinstance(self.returned, CampaignKitError):
            return self.returned.outcome, type(self.returned).__name__
        return "applied" if self.recorder.is_read_last else "returned", "-"


def violations(run: OperationRun) -> Iterator[str]:
    """Yield the invariants that a call violates, in words."""
    yield from _state_violations(run)
    yield from _request_violations(run)
    yield from _result_violations(run)


def _state_violations(run: OperationRun) -> Iterator[str]:
    """Yield states that no single call leads to, and outcomes that they contradict."""
    outcome, _ = run.outcome_and_error
    if not (run.is_before or run.is_after):
        yield "the state is neither the one before the call nor the one after it"
    if outcome in ("not_sent", "rejected") and not run.is_before:
        yield f"{outcome} is the outcome, but it was applied"
    if outcome in ("returned", "applied") and not run.is_after:
        yield f"{outcome} is the outcome, but it was not applied"
    if run.case.call_class == "safe" and not run.is_before:
        yield "a read changes the state"


def _request_violations(run: OperationRun) -> Iterator[str]:
    """Yield repeats without a key after the call was applied, and other requests."""
    recorder = run.recorder
    if recorder.unkeyed_repeats:
        yield "it was sent again, without a key, to a server that had applied it"
    if recorder.unexpected_requests:
        yield "an unexpected request was sent"
    if run.case.call_class == "keyed":
        if None in recorder.keys or len(set(recorder.keys)) > 1:
            yield "its requests do not have the same key"
    elif set(recorder.keys) - {None}:
        yield "a call without keys has a key"


def _result_violations(run: OperationRun) -> Iterator[str]:
    """Yield a result that differs from the one without faults. A read may leave fields unset."""
    if isinstance(run.returned, CampaignKitError):
        if run.returned.attempts != len(run.recorder.keys):
            yield f"{run.returned.attempts} attempts in the error"
        return
    healthy = reference_for(run.case).result
    is_same = (
        matches(healthy, run.returned) if run.recorder.is_read_last else run.returned == healthy
    )
    if not is_same:
        yield f"the result is {run.returned!r} instead of {healthy!r}"
