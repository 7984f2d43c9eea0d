"""Sandbox: makes resources of a kind on demand, and removes them again."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any, Self

from ..exchange import Exchange
from ..options import setting_name
from ..spec.document import Json
from ..spec.kinds import Kind, Kinds, packaged_kinds
from ..spec.references import LEADS
from ..spec.routes import Operation
from ..targets.live_settings import DEFAULT_PREFIX
from ..targets.resources import CallValues, Resource
from ..targets.target import CheckFailed, SkipCheck, Target
from .call_builder import CallBuilder
from .guard import Guard, is_unavailable, succeeded
from .leads import LeadPool
from .ledger import Ledger
from .named import NamedResources
from .persistent_removal import PersistentRemoval
from .preparation import available_starter_template, filled_audience
from .recorder import Recorder, created_resource
from .removal import Removal, leftovers
from .shared import SharedResources
from .values import Texts, first_number, harmless_body


class Sandbox:
    """Resources of a run on one target.

    While a target has a sandbox, every write of the target passes through it. It refuses a write to
    something foreign: the run did not make it, and the settings do not name it. It records what a
    write makes before the request is sent.

        sandbox = Sandbox(target)
        with sandbox:
            audience = sandbox.make("sonarly audienceId")
            target.ask("sonarly_audiences_get", audience.values)
            with sandbox.scope():                       # removes what is made within it
                call = sandbox.call_values("sonarly_campaigns_start")
                target.ask("sonarly_campaigns_start", call.values, body=call.body)

    A target that can be reset is reset instead of emptied.
    """

    def __init__(
        self,
        target: Target,
        *,
        prefix: str = DEFAULT_PREFIX,
        run_id: str = "",
        ledger: Path | None = None,
        kinds: Kinds | None = None,
    ) -> None:
        """Bind the sandbox to a target.

        Args:
            target: The server; its attribute `sandbox` is set. Its `named` are the ids that the run
                may write to and use.
            prefix: First part of every name that the run gives.
            run_id: Second part; random by default.
            ledger: File for what the run makes; by default it is kept in memory.
            kinds: Kinds of resources; those of the packaged spec by default.
        """
        self.target = target
        self.kinds = kinds or packaged_kinds()
        named = {kind: tuple(values) for kind, values in target.named.items()}
        self.named: Mapping[str, tuple[str, ...]] = named
        run_id = run_id or token_hex(3)
        self.texts = Texts(f"{prefix} {run_id}", first_number(run_id))
        self.ledger = Ledger(ledger)
        self.guard = Guard(target, self.kinds, self.named)
        self.removal = Removal(target, self.kinds, self.guard, self.ledger)
        self._builder = CallBuilder(self)
        self._shared = SharedResources(self)
        self.recorder = Recorder(target, self.kinds, self.guard, self.ledger)
        self.numbers: set[str] | None = None
        """Phone numbers that contacts have, as digits; None before they are read."""
        self.leads = LeadPool(self.named.get(LEADS, ()))
        self.made: dict[str, Resource] = {}
        """What `make` created since the last reset, by id and by phone number."""
        self.existing = NamedResources(target, self.named)
        self._starter_template = ""
        self._removing = PersistentRemoval(target, self.removal, self.leads)
        target.sandbox = self
        if ledger is not None:
            self.ledger.begin(str(target.client.base_url), self.texts.marker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self._removing.note(error)
        self.close()

    def close(self) -> None:
        """Remove everything that the run made, from the newest to the oldest.

        A second Ctrl-C ends the removal. The ledger has the rest, which `clean` removes.
        `removal.failures` and `removal.kept` list what stays.
        """
        self._shared.clear()
        if not self.target.reset_server:
            self._removing.run(0)

    def resume(self, ledger: Ledger) -> None:
        """Continue with the ledger of another run, whose entries `close` removes."""
        self.ledger = self.removal.ledger = ledger
        self.guard.resume(ledger.entries)

    @contextmanager
    def scope(self) -> Iterator[Self]:
        """Remove what is made within the block at its end, also after an error or Ctrl-C."""
        since = len(self.ledger.entries)
        with self._shared.scope(), self._removing.after(since):
            yield self

    def renew(self, kind_name: str | None = None) -> None:
        """Make what checks share again when it is next needed.

        Args:
            kind_name: The only kind to make again of those that no operation removes.
        """
        self._shared.renew(kind_name)

    def forget(self) -> None:
        """Drop what is known about the server's state, after the server was reset."""
        caches = (self._shared, self.made, self.guard.own, self.ledger, self.leads, self.existing)
        for known in caches:
            known.clear()
        self.recorder.forget()
        self.numbers = None

    def is_own(self, value: str) -> bool:
        """Return True for an id of something that the run made."""
        return self.guard.is_own(value)

    def allow(self, kind_name: str, *ids: str) -> None:
        """Let the run write to ids that reads of a disposable account have shown.

        Raises:
            SkipCheck: The account is not disposable.
        """
        self.target.require_exclusive(kind_name.partition(" ")[0])
        for id_ in ids:
            self.guard.allow(kind_name, id_)

    def can_make(self, kind_name: str) -> bool:
        """Return True if an operation creates resources of a kind and the target may write."""
        return self.target.may_write and bool(self.kinds.all[kind_name].creators)

    def make(
        self,
        kind_name: str,
        *,
        values: Mapping[str, str | None] | None = None,
        json: Mapping[str, Any] | None = None,
    ) -> Resource:
        """Create a resource, with the parents that `values` does not name.

        A named resource is returned if no operation creates the kind.

        Args:
            kind_name: Vendor and parameter, such as `sonarly audienceId`.
            values: Path values of its parents by parameter.
            json: Fields of the body that replace those of the example.

        Raises:
            SkipCheck: The kind cannot be created and no setting names one.
            CheckFailed: The creation failed.
        """
        kind = self.kinds.all[kind_name]
        self.target.require_kind(kind_name)
        if not self.can_make(kind_name):
            return self.named_resource(kind)
        [creator, *_] = kind.creators
        with self.target.preparing():  # The kind is needed, so another area may create it.
            call = self.call_values(creator.operation, values, json=json)
            exchange = self.target.ask(creator.operation, call.values, body=call.body)
        if is_unavailable(exchange):
            raise SkipCheck(f"{creator.operation} returned {exchange.status}")
        if not succeeded(exchange):
            raise CheckFailed(f"{creator.operation} returned {exchange.status}")
        resource = created_resource(kind, creator, exchange, call, self.kinds)
        self.made |= dict.fromkeys((resource.id, *resource.aliases.values()), resource)
        return resource

    def shared(self, kind_name: str) -> Resource:
        """Return a resource for reads: one for a scope, or for the run if nothing removes it."""
        return self._shared.get(kind_name)

    def named_resource(self, kind: Kind) -> Resource:
        """Return a resource that the settings name.

        Raises:
            SkipCheck: No setting names one.
        """
        return self.existing.get(kind)

    def call_values(
        self,
        operation_id: str,
        values: Mapping[str, str | None] | None = None,
        *,
        json: Mapping[str, Any] | None = None,
        example: str = "",
    ) -> CallValues:
        """Return fresh values with which an operation succeeds.

        A write gets new resources in the state that it needs: a campaign is started before
        it is stopped. A read gets shared ones. Names and phone numbers are fresh.

        Args:
            operation_id: The operation.
            values: Path and query values that are used as they are.
            json: Fields of the body that replace those of the example.
            example: Name of the example in the spec; the first one by default.

        Raises:
            SkipCheck: A value cannot be made, and no setting names one.
            CheckFailed: A resource could not be created.
        """
        return self._builder.build(operation_id, values or {}, json or {}, example)

    def call(
        self,
        operation_id: str,
        values: Mapping[str, str | None] | None = None,
        *,
        json: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> Exchange:
        """Call an operation with fresh values; `options` are those of `Target.ask`."""
        call = self.call_values(operation_id, values, json=json)
        return self.target.ask(operation_id, call.values, body=call.body, **options)

    def write(
        self,
        method: str,
        operation: Operation,
        values: Mapping[str, str | None],
        body: Json,
        send: Callable[[], Exchange],
    ) -> Exchange:
        """Send a write of the target, between the records of the ledger.

        Raises:
            SkipCheck: The write would change something foreign, or the budget has ended.
        """
        if not (self.target.may_call(method, operation.id) or self.target.is_cleaning):
            raise SkipCheck(f"{setting_name('WRITE')} does not name {operation.id}")
        removed = None if self.target.reset_server else self.kinds.removed_by(operation.id)
        if not self.target.reset_server:
            self.guard.check(method, operation, values, body)
            self.existing.check_removal(removed, values)
        if self.target.budget:
            self.target.budget.require()  # What is not sent needs no entry, and no removal.
        entries = self.recorder.plan(method, operation, values, body)
        exchange = send()
        self.existing.check_exists(self.kinds, operation.id, values, exchange)
        if succeeded(exchange):
            made = self.recorder.settle(operation.id, entries, exchange, body) if entries else []
            self.leads.on_success(operation.id, values, body, made)
            self.existing.on_success(removed, values)
        elif exchange.status < 500:
            self.recorder.reject(entries)
        return exchange

    def harmless_body(self, operation_id: str) -> Json:
        """Return the body of a call that must be rejected: marked, and with unknown ids."""
        return harmless_body(self.kinds, operation_id, self.texts)

    def unique_text(self) -> str:
        """Return a text that marks the run and was not used before."""
        return self.texts.name()

    def audience_with_leads(self, count: int) -> Resource:
        """Create an audience with leads of the named audience, which return at the end.

        Raises:
            SkipCheck: No setting names an audience, or leads that may be contacted.
        """
        return filled_audience(self, count)

    def starter_template(self) -> str:
        """Return a starter template that the account group can use."""
        if not self._starter_template:
            self._starter_template = available_starter_template(self)
        return self._starter_template

    def leftovers(self) -> list[str]:
        """Return what a run with writes leaves behind, by the operation that makes it."""
        return list(leftovers(self.kinds, self.target))
