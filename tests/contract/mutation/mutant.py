"""Mutants: the fake with one bug each.

A decorator makes a mutant of a function and says where the bug is. The function's name is the name
of the mutant, and its docstring describes the bug.
"""

import json
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from threading import Lock
from typing import Any

from campaignkit_contract.targets.fake import CONTROL_PREFIX
from campaignkit_contract.targets.target import GET, LEAD_STATUS, LIST, START
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import Fake, VirtualClock
from campaignkit_fake.engine.context import Context, Rule, Store
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.faults import ConnectionDropped
from campaignkit_fake.engine.request_parsing import raw_path
from campaignkit_fake.engine.spec import vendor_of
from campaignkit_fake.engine.types import Arguments
from campaignkit_fake.rules import RULES
from campaignkit_fake.sonarly.campaigns import Campaign, Campaigns
from werkzeug import Request, Response

from .operators.source import SourceChange

Json = dict[str, Any]
Environ = dict[str, Any]

SONARLY = (LIST, GET, START, LEAD_STATUS)

BY_HAND = "made by hand"
MEMORY = "tests.memory"
"""Variable in the environment of a request, with the state of the mutant; empty after a reset."""
LIFETIME = "lifetime"
"""Name in that state of what changes when the caches of a live run end."""
SUCCESS, FAILURE = (200,), range(400, 600)
SUCCESS_RANGE = range(200, 300)


@dataclass
class RuleCall:
    """One call of a state rule."""

    context: Context
    memory: Json
    """State of the mutant; empty after a reset."""
    rule: Rule
    lock: Lock
    """Lock that is held while a rule runs."""

    def call_original(self, **arguments: object) -> Any:
        """Return the result of the original rule, with some arguments replaced."""
        return self.rule(self.context.with_arguments(**arguments))

    def call_with(self, arguments: Arguments) -> Any:
        """Return the result of the original rule for other arguments."""
        return self.rule(replace(self.context, arguments=arguments))

    def call_in_group(self, group_id: str) -> Any:
        """Return the result of the original rule in an account group that the key need not have."""
        key = replace(self.context.key, scope=(group_id,))
        arguments = {**self.arguments, "accountGroupId": group_id}
        return self.rule(replace(self.context, key=key, arguments=arguments))

    @property
    def store(self) -> Store:
        """Return the store of the fake."""
        return self.context.store

    @property
    def arguments(self) -> Arguments:
        """Return the arguments of the request."""
        return self.context.arguments

    @property
    def campaigns(self) -> dict[str, Campaign]:
        """Return Sonarly's campaigns by id."""
        return self.store[Campaigns].by_id

    @property
    def campaign_id(self) -> str:
        """Return the id of the requested campaign."""
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
    source: SourceChange | None = None
    """Change of the fake's own source."""
    operator: str = BY_HAND

    def applies_to(self, operation: str) -> bool:
        """Return True if it affects an operation."""
        return not self.operations or operation in self.operations


UNCHANGED = Mutant("none", "The fake without a bug.")
MUTANTS: list[Mutant] = []
EQUIVALENTS: dict[str, tuple[Mutant, str]] = {}
"""Behaviours that the documents allow, by name, each with the reason."""


class StartFailed(BaseException):
    """End of a fake that a bug keeps from a start. Like an exit, no check handles it."""


class MutantFake(Fake):
    """Fake with one bug or several. It counts requests."""

    def __init__(self, *mutants: Mutant, seed: int = 1) -> None:
        self._mutants = mutants
        self.requests = 0
        # On a virtual clock, waiting for a rate limit takes no time.
        super().__init__(seed, clock=VirtualClock())

    def _reset_state(self, seed: int) -> None:
        self._memory: Json = {}
        try:
            super()._reset_state(seed)
        except Exception as error:
            raise StartFailed from error

    def handle(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Return the fake's response, with the bug."""
        path = raw_path(request)
        if path.startswith(CONTROL_PREFIX):
            return super().handle(request, sleep)
        self.requests += 1
        operation = _operation(request.method, path)
        mutants = [mutant for mutant in self._mutants if mutant.applies_to(operation)]
        for mutant in mutants:
            if mutant.request:
                data = BytesIO(request.get_data())
                environ = {**request.environ, "wsgi.input": data, MEMORY: self._memory}
                mutant.request(environ)
                request = Request(environ)
        response = self._respond(request, sleep, operation)
        for mutant in mutants:
            if mutant.response and response.status_code in mutant.statuses:
                mutant.response(request, response)
        return response

    def _respond(
        self, request: Request, sleep: Callable[[float], object], operation: str
    ) -> Response:
        """Return the fake's response; like other servers, a 500 instead of an exception."""
        try:
            return super().handle(request, sleep)
        except ConnectionDropped:
            raise
        except Exception:
            return self._error_response(vendor_of(raw_path(request)), ApiError(500))

    def apply_rule(self, operation_id: str, context: Context) -> object:
        """Apply the rule of an operation, or the bug instead."""
        bugs = [
            mutant.rule
            for mutant in self._mutants
            if mutant.rule and mutant.applies_to(operation_id)
        ]
        if not bugs:
            return super().apply_rule(operation_id, context)
        return bugs[0](RuleCall(context, self._memory, RULES[operation_id], self._lock))


@contextmanager
def planted(mutant: Mutant, seed: int = 1) -> Iterator[MutantFake]:
    """Yield a fake with the bug of a mutant."""
    fake = MutantFake(mutant, seed=seed)
    if mutant.source is None:
        yield fake
        return
    with mutant.source.planted():
        yield fake


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
    """Mark a mutant as correct by the documents. No check may report it."""

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
