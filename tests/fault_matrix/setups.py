"""Calls of every operation from its examples, the prepared fake, and the result without faults."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from campaignkit_contract.cases.preconditions import REQUIRED_CALLS, precondition_for
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_runtime.operations import Call

from tests.example_calls import (
    CLIENTS,
    NODES,
    OPERATION_IDS,
    body_with,
    call_of,
    operation_of,
    vendor_of,
)
from tools.codegen.generator_adapter import PythonIdentifier

from .calls import CallClass
from .state import State, StillClock, state_of


class OperationCase(NamedTuple):
    """Operation, with the arguments that its `x-verify` rule needs."""

    operation_id: str
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " with ".join([self.operation_id, *self.arguments])

    @property
    def call_class(self) -> CallClass:
        """Return the class in the spec."""
        kind: CallClass = NODES[self.operation_id]["x-idempotency"]
        return kind

    @property
    def is_repeatable(self) -> bool:
        """Return True if a repeat cannot add an effect according to the spec."""
        return "repeatable" in NODES[self.operation_id].get("x-verify", {})

    def call(self) -> Call[Any]:
        """Return the call."""
        others: dict[str, object] = dict.fromkeys(self.arguments, SAMPLE_ID)
        if changes := precondition_for(self.operation_id, 200).body:
            others["body"] = body_with(self.operation_id, changes)
        return call_of(self.operation_id, **others)


def _cases(operation_id: str) -> list[OperationCase]:
    arguments = NODES[operation_id].get("x-verify", {}).get("arguments", {})
    names = tuple(str(PythonIdentifier(argument, "field_")) for argument in arguments)
    return [OperationCase(operation_id), *([OperationCase(operation_id, names)] if names else [])]


OPERATION_CASES = [case for operation_id in OPERATION_IDS for case in _cases(operation_id)]


_OTHER_CREDENTIALS = {"sync_secret": {"sync_secret": "fake-sync"}}


def credentials_of(operation_id: str) -> dict[str, str]:
    """Return the keywords of a client that may call an operation."""
    name = operation_of(operation_id).credential
    return {"api_key": f"fake-{vendor_of(operation_id)}"} | _OTHER_CREDENTIALS.get(name, {})


_before: dict[tuple[str, ...], State] = {}
"""States of prepared fakes by the calls before; equal calls lead to equal states."""


class PreparedFake:
    """Fake in a state in which a call has an effect."""

    def __init__(self, first: tuple[str, ...]) -> None:
        self.clock = StillClock()
        self.fake = Fake(clock=self.clock, poll_seconds=0)
        for operation_id in first:
            self.send(operation_id, call_of(operation_id))
        if first not in _before:
            _before[first] = self.state()
        self.before = _before[first]
        self.latest: State | None = None
        """State that was last requested."""

    def send(self, operation_id: str, call: Call[Any]) -> Any:
        """Return the result of a call without faults."""
        client = CLIENTS[vendor_of(operation_id)]
        options = {**credentials_of(operation_id), "transport": self.fake.transport()}
        with client(**options, retries=0) as opened:
            return opened._send(call)

    def state(self) -> State:
        """Return the state of the fake now, which is also kept."""
        self.latest = state = state_of(self.fake, self.clock)
        return state


_free: dict[tuple[str, ...], PreparedFake] = {}


@contextmanager
def prepared_fake(case: OperationCase) -> Iterator[PreparedFake]:
    """Yield a prepared fake. One whose latest state is the first one is used again."""
    first = REQUIRED_CALLS.get(case.operation_id, ())
    prepared = _free.pop(first, None) or PreparedFake(first)
    prepared.latest = None
    yield prepared
    if (prepared.latest or prepared.state()) == prepared.before:
        prepared.fake.faults.clear()
        _free[first] = prepared


class Reference(NamedTuple):
    """State and result of a call without faults."""

    after: State
    result: Any


@cache
def reference_for(case: OperationCase) -> Reference:
    """Return the state and the result of a call without faults."""
    with prepared_fake(case) as prepared:
        result = prepared.send(case.operation_id, case.call())
        return Reference(prepared.state(), result)
