"""Every operation as its examples call it, the fake that it is for, and what it makes of that."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from campaignkit_contract.cases.preconditions import REQUIRED_CALLS, precondition_for
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_runtime.operations import Call
from openapi_python_client.strings import PythonIdentifier

from tests.example_calls import (
    CLIENTS,
    NODES,
    OPERATION_IDS,
    body_with,
    call_of,
    operation_of,
    vendor_of,
)

from .calls import Class
from .state import State, StillClock, state_of


class Subject(NamedTuple):
    """An operation, and what its call is given so that it can be verified."""

    operation_id: str
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " with ".join([self.operation_id, *self.arguments])

    @property
    def of(self) -> Class:
        """The class that the spec says."""
        kind: Class = NODES[self.operation_id]["x-idempotency"]
        return kind

    @property
    def is_repeatable(self) -> bool:
        """Return True if a repeat cannot add an effect, says the spec."""
        return "repeatable" in NODES[self.operation_id].get("x-verify", {})

    def call(self) -> Call[Any]:
        """The call."""
        others: dict[str, object] = dict.fromkeys(self.arguments, SAMPLE_ID)
        if changes := precondition_for(self.operation_id, 200).body:
            others["body"] = body_with(self.operation_id, changes)
        return call_of(self.operation_id, **others)


def _subjects(operation_id: str) -> list[Subject]:
    arguments = NODES[operation_id].get("x-verify", {}).get("arguments", {})
    names = tuple(str(PythonIdentifier(each, "field_")) for each in arguments)
    return [Subject(operation_id), *([Subject(operation_id, names)] if names else [])]


SUBJECTS = [each for operation_id in OPERATION_IDS for each in _subjects(operation_id)]


_OTHERS = {"sync_secret": {"sync_secret": "fake-sync"}}


def credentials_of(operation_id: str) -> dict[str, str]:
    """The keywords of a client that may call an operation."""
    name = operation_of(operation_id).credential
    return {"api_key": f"fake-{vendor_of(operation_id)}"} | _OTHERS.get(name, {})


class Stage:
    """A fake on which a call has something to do."""

    def __init__(self, first: tuple[str, ...]) -> None:
        self.clock = StillClock()
        self.fake = Fake(clock=self.clock, poll_seconds=0)
        for each in first:
            self.send(each, call_of(each))
        self.before = self.state()

    def send(self, operation_id: str, call: Call[Any]) -> Any:
        """What a call returns where nothing goes wrong."""
        client = CLIENTS[vendor_of(operation_id)]
        options = {**credentials_of(operation_id), "transport": self.fake.transport()}
        with client(**options, retries=0) as opened:
            return opened._send(call)

    def state(self) -> State:
        """What the fake holds now."""
        return state_of(self.fake, self.clock)


_free: dict[tuple[str, ...], Stage] = {}


@contextmanager
def staged(subject: Subject) -> Iterator[Stage]:
    """The stage of a subject; where nothing came of a call it is that of the next one too."""
    first = REQUIRED_CALLS.get(subject.operation_id, ())
    stage = _free.pop(first, None) or Stage(first)
    yield stage
    if stage.state() == stage.before:
        stage.fake.faults.clear()
        _free[first] = stage


class Reference(NamedTuple):
    """What a healthy call comes to."""

    after: State
    result: Any


@cache
def reference_of(subject: Subject) -> Reference:
    """What the call comes to where nothing goes wrong."""
    with staged(subject) as stage:
        result = stage.send(subject.operation_id, subject.call())
        return Reference(stage.state(), result)
