"""Guard of a run that writes: nothing is written that the run did not make or its settings name."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..exchange import Exchange
from ..options import naming_setting, setting_name
from ..spec.document import Json
from ..spec.kinds import Kinds
from ..spec.references import references
from ..spec.routes import Operation
from ..targets.listing import items
from ..targets.requests import UNKNOWN_ID, quoted
from ..targets.target import SkipCheck, Target
from .ledger import Entry
from .values import digits, sent_json

ITEM_METHODS = frozenset({"PUT", "PATCH", "DELETE"})


class ForeignWrite(SkipCheck):
    """Refusal of a write to something that the run neither made nor was given."""


class Guard:
    """Decision whether a write may be sent.

    A value is foreign if the server has returned it and the run neither made nor was given it.
    """

    def __init__(self, target: Target, kinds: Kinds, named: Mapping[str, Sequence[str]]) -> None:
        self._target, self._kinds = target, kinds
        self._named = {kind: tuple(values) for kind, values in named.items()}
        self.own: dict[str, str] = {}
        """Kinds by the ids and phone numbers of what the run made."""
        self.removable: Collection[str] = target.removable
        """Operations that may remove a named resource."""

    def check(
        self, method: str, operation: Operation, values: Mapping[str, str | None], body: Json
    ) -> None:
        """Raise ForeignWrite if a write would change something foreign."""
        names = self._kinds.path_parameters(operation.id)
        is_below_own = False
        for name in names:
            kind, value = self._kinds.of(operation.id, name).name, values.get(name) or ""
            if not is_below_own and self._is_foreign(kind, value):
                raise ForeignWrite(f"{operation.id} would write to {_foreign(kind)}")
            is_below_own = self.is_own(value)
        for name, value in self._body_values(operation.id, body):
            if self._is_foreign(name, value):
                raise ForeignWrite(f"{operation.id} would use {_foreign(name)}")
        if names and method in ITEM_METHODS:
            self._check_item(operation, names[-1], values.get(names[-1]) or "")

    def is_own(self, value: str) -> bool:
        """Return True for an id or a phone number of something that the run made."""
        return value in self.own or digits(value) in self.own

    def may_remove(self, operation: Operation) -> bool:
        """Return True if an operation may remove a named resource."""
        vendor = self._target.route(operation).vendor
        return operation.id in self.removable or vendor in self._target.disposable

    def is_named(self, kind: str, value: str) -> bool:
        """Return True for an id that the settings name."""
        return value in self._named.get(kind, ())

    def allow(self, kind: str, value: str) -> None:
        """Treat an id like one that the settings name."""
        self._named[kind] = (*self._named.get(kind, ()), value)

    def resume(self, entries: Iterable[Entry]) -> None:
        """Continue with the ledger of another run, which has checked its writes already.

        The calls that undo them may use the same ids, also if a response has shown them since.
        """
        for entry in entries:
            for name, value in entry.values.items():
                self.allow(self._kinds.of(entry.operation, name).name, value)
            if entry.undo:
                undo = {"json": entry.undo["json"]}
                for kind, value in self._body_values(entry.undo["operation"], undo):
                    self.allow(kind, value)
            if entry.id:
                self.own[entry.id] = entry.kind

    def first_named(self, kind: str) -> str:
        """Return the first id of a kind that the settings name, or nothing."""
        return next(iter(self._named.get(kind, ())), "")

    def _is_foreign(self, kind: str, value: str) -> bool:
        is_ours = self.is_own(value) or self.is_named(kind, value) or value in {"", UNKNOWN_ID}
        return not is_ours and self._was_returned(value)

    def _was_returned(self, value: str) -> bool:
        """Return True if the server has shown the value, or the settings know it only to read."""
        if any(value in values for values in self._target.ids.values()):
            return True
        text = f'"{value}"'.encode(errors="surrogatepass")
        sent = quoted(value)
        # A response that repeats a value of its request shows nothing.
        shown = (
            exchange.body or b""
            for exchange in self._target.exchanges
            if exchange.status < 300 and sent not in exchange.target
        )
        return any(text in body for body in shown)

    def _check_item(self, operation: Operation, name: str, value: str) -> None:
        kind = self._kinds.of(operation.id, name)
        is_item = self._target.route(operation).template.endswith(f"{{{name}}}")
        is_named = self.is_named(kind.name, value) and not self.is_own(value)
        if not is_named or self.may_remove(operation):
            return
        if is_item and self._kinds.removed_by(operation.id):
            # No setting allows the removal of what the run can make itself.
            remedy = "" if kind.creators else f": {setting_name('WRITE')} must name it"
            raise ForeignWrite(f"{operation.id} would remove what the run did not make{remedy}")
        if not is_item:
            # A deletion of a whole collection names none of its items.
            self._check_collection(operation, value)

    def _check_collection(self, operation: Operation, parent: str) -> None:
        listing = self._target.route(operation).operations.get("GET")
        if listing is None:
            return
        [*_, name] = self._kinds.path_parameters(operation.id)
        for item in items(self._target, listing.id, **{name: parent}):
            if not self.is_own(str(item.get("id"))):
                raise ForeignWrite(f"{operation.id} would remove what the run did not make")

    def _body_values(self, operation_id: str, body: Json) -> Iterator[tuple[str, str]]:
        sent = sent_json(body)
        if not isinstance(sent, dict):
            return
        for field, kind in references(self._kinds, operation_id, sent):
            value = sent[field]
            for text in value if isinstance(value, list) else [value]:
                yield kind, str(text)


def _foreign(kind: str) -> str:
    """Return what is foreign, and the setting that makes it the run's."""
    is_account = kind in {"sonarly accountGroupId", "callers organizationId"}
    remedy = "" if is_account else f": {naming_setting(kind)} can name it"
    return f"a {kind} that the run did not make{remedy}"


def succeeded(exchange: Exchange) -> bool:
    """Return True for a status 2xx."""
    return 200 <= exchange.status < 300


def is_unavailable(exchange: Exchange) -> bool:
    """Return True if the account cannot pay for a creation, or the key is not permitted."""
    return exchange.status in {402, 403}
