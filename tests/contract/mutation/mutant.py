"""How a bug is planted: the fake as it is, and one place where it goes wrong.

A decorator names the place and makes a mutant of a function. The function's name is the mutant's,
and its docstring says what is wrong.
"""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from campaignkit_contract.targets.target import GET, LEAD_STATUS, LIST, START
from campaignkit_contract.validator import shipped_judge
from campaignkit_fake import Fake, VirtualClock
from campaignkit_fake.engine.context import Context, Rule, Store
from campaignkit_fake.engine.request_parsing import raw_path
from campaignkit_fake.engine.types import Arguments
from campaignkit_fake.rules import RULES
from campaignkit_fake.sonarly.campaigns import Campaign, Campaigns
from werkzeug import Request, Response

Json = dict[str, Any]
Environ = dict[str, Any]

SONARLY = (LIST, GET, START, LEAD_STATUS)

SUCCESS, FAILURE = (200,), range(400, 600)


@dataclass
class Turn:
    """One application of a state rule."""

    context: Context
    memory: Json
    """The mutant's own; empty after a reset."""
    rule: Rule

    def healthy(self, **arguments: object) -> Any:
        """What the rule answers as it should be, with some arguments replaced."""
        return self.rule(self.context.with_arguments(**arguments))

    def call(self, arguments: Arguments) -> Any:
        """What the rule answers to other arguments."""
        return self.rule(replace(self.context, arguments=arguments))

    @property
    def store(self) -> Store:
        """The store of the fake."""
        return self.context.store

    @property
    def arguments(self) -> Arguments:
        """The arguments of the request."""
        return self.context.arguments

    @property
    def campaigns(self) -> dict[str, Campaign]:
        """Sonarly's campaigns by id."""
        return self.store[Campaigns].by_id

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

    def _reset_state(self, seed: int) -> None:
        self._memory: Json = {}
        super()._reset_state(seed)

    def handle(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Answer as the fake does, but for the bug."""
        path = raw_path(request)
        if path.startswith("/_fake/"):
            return super().handle(request, sleep)
        self.asked += 1
        operation = _operation(request.method, path)
        striking = [each for each in self._mutants if each.strikes(operation)]
        for mutant in striking:
            if mutant.request:
                environ = dict(request.environ)
                mutant.request(environ)
                request = Request(environ)
        response = super().handle(request, sleep)
        for mutant in striking:
            if mutant.response and response.status_code in mutant.statuses:
                mutant.response(request, response)
        return response

    def apply_rule(self, operation_id: str, context: Context) -> object:
        """Apply the rule of an operation, or the bug in its place."""
        bugs = [each.rule for each in self._mutants if each.rule and each.strikes(operation_id)]
        if not bugs:
            return super().apply_rule(operation_id, context)
        return bugs[0](Turn(context, self._memory, RULES[operation_id]))


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
