"""How a bug is planted: the fake as it is, and one place where it goes wrong.

A decorator names the place and makes a mutant of a function. The function's name is the mutant's,
and its docstring says what is wrong.
"""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Any

from campaignkit_contract.targets.target import GET, LEAD_STATUS, LIST, START
from campaignkit_contract.validator import shipped_judge
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
class Turn:
    """One application of a state rule."""

    store: Store
    key: Key
    arguments: Json
    memory: Json
    """The mutant's own; empty after a reset."""
    rule: Callable[[Store, Key, Json], Any]

    def healthy(self, **arguments: object) -> Any:
        """What the rule answers as it should be, with some arguments replaced."""
        return self.rule(self.store, self.key, {**self.arguments, **arguments})

    @property
    def campaign_id(self) -> str:
        """The campaign that is asked for."""
        return str(self.arguments["campaignId"])


@dataclass(frozen=True)
class Mutant:
    """A bug, and the place where it is planted; a healthy fake has none."""

    name: str
    text: str
    operations: Collection[str] = ()
    """Those that it strikes; none is any request."""
    statuses: Collection[int] = range(600)
    """The answers that it strikes."""
    request: Callable[[Environ], None] | None = None
    response: Callable[[Request, Response], None] | None = None
    rule: Callable[[Turn], Any] | None = None

    def strikes(self, operation: str) -> bool:
        """Whether it has to do with an operation."""
        return not self.operations or operation in self.operations


HEALTHY = Mutant("none", "The fake as it is.")
MUTANTS: list[Mutant] = []
EQUIVALENTS: dict[str, tuple[Mutant, str]] = {}
"""What looks like a bug and is none by the documents, by name, each with the reason."""


class Bent(Fake):
    """A fake with a bug, or with several; it counts what it is asked."""

    def __init__(self, *mutants: Mutant, seed: int = 1) -> None:
        self._mutants = mutants
        self.asked = 0
        # A clock of its own, so that nobody waits until a limit is over.
        super().__init__(seed, clock=VirtualClock())

    def _begin(self, seed: int) -> None:
        self._memory: Json = {}
        super()._begin(seed)

    def answer(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Answer as the fake does, but for the bug."""
        path = _app._raw_path(request)
        if path.startswith("/_fake/"):
            return super().answer(request, sleep)
        self.asked += 1
        operation = _operation(request.method, path)
        striking = [each for each in self._mutants if each.strikes(operation)]
        for mutant in striking:
            if mutant.request:
                environ = dict(request.environ)
                mutant.request(environ)
                request = Request(environ)
        response = super().answer(request, sleep)
        for mutant in striking:
            if mutant.response and response.status_code in mutant.statuses:
                mutant.response(request, response)
        return response

    def _payload(self, operation: Operation, slot: Slot, arguments: Json) -> object:
        bugs = [each.rule for each in self._mutants if each.rule and each.strikes(operation.id)]
        if not bugs:
            return super()._payload(operation, slot, arguments)
        self._store.catch_up()
        rule = RULES[operation.id]
        turn = Turn(self._store, KEYS[slot.api_key], arguments, self._memory, rule)
        bug = partial(bugs[0], turn)
        if not (operation.is_keyed and slot.idempotency_key):
            return bug()
        again = partial(REPLAYS.get(operation.id, _unchanged), self._store)
        return self._repeats.payload(slot, arguments, bug, again)


def _unchanged(_: Store, payload: object) -> object:
    return payload


def _operation(method: str, path: str) -> str:
    """The operation that a request is for, if it is for any."""
    match = shipped_judge().routes.match(path)
    operation = match and match[0].operations.get(method)
    return operation.id if operation else ""


def asked(*operations: str) -> Callable[[Callable[[Environ], None]], Mutant]:
    """A bug in how requests are read: the function changes them before the fake sees them."""
    return lambda bug: _planted(bug, operations, request=bug)


def answered(
    *operations: str, statuses: Collection[int] = SUCCESS
) -> Callable[[Callable[[Request, Response], None]], Mutant]:
    """A bug in how requests are answered: the function changes the answer."""
    return lambda bug: _planted(bug, operations, statuses=statuses, response=bug)


def told(
    *operations: str, statuses: Collection[int] = SUCCESS
) -> Callable[[Callable[[Any], None]], Mutant]:
    """A bug in what is told: the function changes the body, as JSON."""

    def decorate(bug: Callable[[Any], None]) -> Mutant:
        def respond(_: Request, response: Response) -> None:
            body = json.loads(response.get_data())
            bug(body)
            write(response, body)

        return _planted(bug, operations, statuses=statuses, response=respond)

    return decorate


def ruled(*operations: str) -> Callable[[Callable[[Turn], Any]], Mutant]:
    """A bug in the state: the function takes the place of the rule."""
    return lambda bug: _planted(bug, operations, rule=bug)


def equivalent(reason: str) -> Callable[[Mutant], Mutant]:
    """No bug: a vendor that answers so is correct by the documents."""

    def decorate(mutant: Mutant) -> Mutant:
        MUTANTS.remove(mutant)
        EQUIVALENTS[mutant.name] = (mutant, reason)
        return mutant

    return decorate


def write(response: Response, body: object) -> None:
    """Give an answer another body."""
    response.set_data(json.dumps(body, ensure_ascii=False).encode())


def _planted(bug: Callable[..., Any], operations: tuple[str, ...], **place: Any) -> Mutant:
    text = (bug.__doc__ or "").strip()
    mutant = Mutant(bug.__name__.replace("_", " "), text, operations, **place)
    MUTANTS.append(mutant)
    return mutant
