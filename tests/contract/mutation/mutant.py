"""Mutants: the fake with one bug each.

A decorator makes a mutant of a function and says where the bug is. The function's name is the name
of the mutant, and its docstring describes the bug.
"""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Any

from campaignkit_contract.targets.fake import CONTROL_PREFIX
from campaignkit_contract.targets.target import GET, LEAD_STATUS, LIST, START
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import KEYS, Fake, VirtualClock
from campaignkit_fake.engine import app as _app
from campaignkit_fake.engine.idempotency import Slot
from campaignkit_fake.engine.records import Key
from campaignkit_fake.engine.spec import Operation
from campaignkit_fake.rules import REPLAYS, RULES
from campaignkit_fake.state.store import Store
from werkzeug import Request, Response

Json = dict[str, Any]
Environ = dict[str, Any]

SONARLY = (LIST, GET, START, LEAD_STATUS)

SUCCESS, FAILURE = (200,), range(400, 600)


@dataclass
class RuleCall:
    """One call of a state rule."""

    store: Store
    key: Key
    arguments: Json
    memory: Json
    """State of the mutant; empty after a reset."""
    rule: Callable[[Store, Key, Json], Any]

    def call_original(self, **arguments: object) -> Any:
        """Return the result of the original rule, with some arguments replaced."""
        return self.rule(self.store, self.key, {**self.arguments, **arguments})

    @property
    def campaign_id(self) -> str:
        """Return the requested campaign."""
        return str(self.arguments["campaignId"])


@dataclass(frozen=True)
class Mutant:
    """A bug, and where it is. The unchanged fake has none."""

    name: str
    text: str
    operations: Collection[str] = ()
    """Operations that it affects; empty for every request."""
    statuses: Collection[int] = range(600)
    """Statuses of the responses that it affects."""
    request: Callable[[Environ], None] | None = None
    response: Callable[[Request, Response], None] | None = None
    rule: Callable[[RuleCall], Any] | None = None

    def applies_to(self, operation: str) -> bool:
        """Return True if it affects an operation."""
        return not self.operations or operation in self.operations


UNCHANGED = Mutant("none", "The fake without a bug.")
MUTANTS: list[Mutant] = []
EQUIVALENTS: dict[str, tuple[Mutant, str]] = {}
"""Behaviours that the documents allow, by name, each with the reason."""


class MutantFake(Fake):
    """Fake with one bug or several. It counts requests."""

    def __init__(self, *mutants: Mutant, seed: int = 1) -> None:
        self._mutants = mutants
        self.requests = 0
        # On a virtual clock, waiting for a rate limit takes no time.
        super().__init__(seed, clock=VirtualClock())

    def _begin(self, seed: int) -> None:
        self._memory: Json = {}
        super()._begin(seed)

    def answer(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Return the fake's response, with the bug."""
        path = _app._raw_path(request)
        if path.startswith(CONTROL_PREFIX):
            return super().answer(request, sleep)
        self.requests += 1
        operation = _operation(request.method, path)
        mutants = [mutant for mutant in self._mutants if mutant.applies_to(operation)]
        for mutant in mutants:
            if mutant.request:
                environ = dict(request.environ)
                mutant.request(environ)
                request = Request(environ)
        response = super().answer(request, sleep)
        for mutant in mutants:
            if mutant.response and response.status_code in mutant.statuses:
                mutant.response(request, response)
        return response

    def _payload(self, operation: Operation, slot: Slot, arguments: Json) -> object:
        bugs = [each.rule for each in self._mutants if each.rule and each.applies_to(operation.id)]
        if not bugs:
            return super()._payload(operation, slot, arguments)
        self._store.catch_up()
        rule = RULES[operation.id]
        call = RuleCall(self._store, KEYS[slot.api_key], arguments, self._memory, rule)
        bug = partial(bugs[0], call)
        if not (operation.is_keyed and slot.idempotency_key):
            return bug()
        replayed = partial(REPLAYS.get(operation.id, _unchanged), self._store)
        return self._repeats.payload(slot, arguments, bug, replayed)


def _unchanged(_: Store, payload: object) -> object:
    return payload


def _operation(method: str, path: str) -> str:
    """Return the operationId of a request; an empty text without an operation."""
    match = packaged_validator().routes.match(path)
    operation = match and match[0].operations.get(method)
    return operation.id if operation else ""


def mutates_request(*operations: str) -> Callable[[Callable[[Environ], None]], Mutant]:
    """Make a mutant whose function changes requests before the fake sees them."""
    return lambda bug: _register(bug, operations, request=bug)


def mutates_response(
    *operations: str, statuses: Collection[int] = SUCCESS
) -> Callable[[Callable[[Request, Response], None]], Mutant]:
    """Make a mutant whose function changes responses."""
    return lambda bug: _register(bug, operations, statuses=statuses, response=bug)


def mutates_body(
    *operations: str, statuses: Collection[int] = SUCCESS
) -> Callable[[Callable[[Any], None]], Mutant]:
    """Make a mutant whose function changes the JSON body of responses."""

    def decorate(bug: Callable[[Any], None]) -> Mutant:
        def respond(_: Request, response: Response) -> None:
            body = json.loads(response.get_data())
            bug(body)
            write(response, body)

        return _register(bug, operations, statuses=statuses, response=respond)

    return decorate


def mutates_rule(*operations: str) -> Callable[[Callable[[RuleCall], Any]], Mutant]:
    """Make a mutant whose function replaces the state rule."""
    return lambda bug: _register(bug, operations, rule=bug)


def equivalent(reason: str) -> Callable[[Mutant], Mutant]:
    """Mark a mutant as correct by the documents. The validator must not report it."""

    def decorate(mutant: Mutant) -> Mutant:
        MUTANTS.remove(mutant)
        EQUIVALENTS[mutant.name] = (mutant, reason)
        return mutant

    return decorate


def write(response: Response, body: object) -> None:
    """Replace the body of a response."""
    response.set_data(json.dumps(body, ensure_ascii=False).encode())


def _register(bug: Callable[..., Any], operations: tuple[str, ...], **place: Any) -> Mutant:
    text = (bug.__doc__ or "").strip()
    mutant = Mutant(bug.__name__.replace("_", " "), text, operations, **place)
    MUTANTS.append(mutant)
    return mutant
