"""Recorder: entries of the ledger for each write, and which ids are the run's own."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from ..exchange import Exchange
from ..spec.document import Json
from ..spec.kinds import Kind, Kinds, Source
from ..spec.routes import Operation
from ..targets.discovery import pointer_values
from ..targets.listing import items
from ..targets.requests import json_body, payload
from ..targets.resources import CallValues, Resource
from ..targets.target import CheckFailed, SkipCheck, Target
from .guard import Guard, succeeded
from .ledger import Entry, Ledger
from .values import digits, inverse, listed_objects, marked_text


class Recorder:
    """Records of writes, before and after they are sent."""

    def __init__(self, target: Target, kinds: Kinds, guard: Guard, ledger: Ledger) -> None:
        self._target, self._kinds, self._guard, self._ledger = target, kinds, guard, ledger
        self._foreign: dict[tuple[str, str], set[str]] = {}
        """Ids that a list had before the run made something, by kind and parents."""

    def forget(self) -> None:
        """Drop what is known about the server's state."""
        self._foreign.clear()

    def plan(
        self, method: str, operation: Operation, values: Mapping[str, str | None], body: Json
    ) -> list[Entry]:
        """Record how a write is undone; return the entries of what it creates.

        Raises:
            SkipCheck: The write would change a named resource that cannot be restored.
        """
        if method != self._target.method(operation) or self._target.is_cleaning:
            return []
        names = self._kinds.path_parameters(operation.id)
        parents = {name: str(values.get(name)) for name in names}
        undo = inverse(operation.id, values, body)
        if undo is None:
            undo = self._restored(method, operation, parents, body)
        if undo:
            self._ledger.plan(operation.id, parents, undo=undo)
        created = self._kinds.created_by(operation.id)
        if created is None:
            return []
        kind, _ = created
        self._read_foreign(kind, parents)
        bodies = [{"json": item} for item in listed_objects(body)] or [body]
        return [
            self._ledger.plan(operation.id, parents, kind=kind.name, text=marked_text(item))
            for item in bodies
        ]

    def settle(
        self, operation_id: str, entries: list[Entry], exchange: Exchange, body: Json
    ) -> list[str]:
        """Record and return the ids that a successful call returned, if they are new."""
        kind = self._kinds.all[entries[0].kind]
        [source] = [creator for creator in kind.creators if creator.operation == operation_id]
        try:
            ids = pointer_values(json_body(exchange), source.pointer)
        except ValueError:
            return []  # What was made is found by its name.
        foreign = self._foreign.get((kind.name, str(dict(entries[0].values))), set())
        new = []
        for entry, id_ in zip(entries, ids, strict=False):
            if id_ in self._guard.own:
                self._ledger.update(entry, "removed", id_)  # It was made before.
            elif id_ not in foreign and not self._guard.is_named(kind.name, id_):
                self._guard.own[id_] = kind.name
                self._own_texts(kind, body)
                self._ledger.update(entry, "made", id_)
                new.append(id_)
        return new

    def reject(self, entries: list[Entry]) -> None:
        """Close the entries of a rejected call, if no operation removes what it would create.

        Others stay open: a server with a bug may create what it rejects.
        """
        for entry in entries:
            if not self._kinds.all[entry.kind].remover:
                self._ledger.update(entry, "removed")

    def _own_texts(self, kind: Kind, body: Json) -> None:
        """Record the phone numbers of created contacts, which name them too."""
        for holder in [body.get("json") or {}, *listed_objects(body)]:
            for name in kind.aliases:
                if name in holder:
                    self._guard.own[digits(str(holder[name]))] = kind.name

    def _read_foreign(self, kind: Kind, parents: Mapping[str, str]) -> None:
        """Read the ids of a list before the run adds to it: they are never the run's own."""
        key = kind.name, str(dict(parents))
        if self._target.reset_server or key in self._foreign or not kind.listing:
            return
        names = self._kinds.path_parameters(kind.listing)
        values = {name: parents[name] for name in names if name in parents}
        before = len(self._target.exchanges)
        with suppress(CheckFailed, LookupError, TypeError, ValueError):
            items(self._target, kind.listing, **values)  # A navigation is no list.
        found: set[str] = set()
        for exchange in self._target.exchanges[before:]:
            with suppress(ValueError):
                found.update(_ids(json_body(exchange)))
        self._foreign[key] = found - self._guard.own.keys()

    def _restored(
        self, method: str, operation: Operation, values: Mapping[str, str], body: Json
    ) -> Json | None:
        """Return the call that restores a named resource, of which the write changes fields."""
        names = self._kinds.path_parameters(operation.id)
        if method not in {"PUT", "PATCH"} or self._target.reset_server or not names:
            return None
        kind, id_ = self._kinds.of(operation.id, names[-1]), values[names[-1]]
        if self._guard.is_own(id_) or not self._guard.is_named(kind.name, id_):
            return None
        # A call for an unknown parent is rejected, unless the server ignores the parent.
        parents = {
            name: self._guard.first_named(self._kinds.of(operation.id, name).name)
            for name in names[:-1]
        }
        values = {name: parents.get(name) or value for name, value in values.items()}
        before, sent = self.read(kind, values, id_), body.get("json") or {}
        if not isinstance(sent, dict):
            return None  # The body is not valid.
        # No update can set a value to null.
        hidden = sorted(name for name in sent if before.get(name) is None)
        if hidden and self._target.route(operation).vendor not in self._target.disposable:
            raise SkipCheck(f"{operation.id} changes {hidden[0]}, which cannot be restored")
        # Also the fields that the write does not name: a server with a bug may change them.
        writable = self._kinds.body_fields(operation.id)
        restored = {name: before[name] for name in writable if before.get(name) is not None}
        if not restored:
            return None  # It was removed, or no operation reads it.
        return {"operation": operation.id, "values": dict(values), "json": restored}

    def read(self, kind: Kind, values: Mapping[str, str], id_: str) -> Json:
        """Return a resource as it is now; empty if it cannot be read."""
        with suppress(CheckFailed, LookupError, TypeError, ValueError):
            if kind.reader:
                exchange = self._target.ask(kind.reader, values)
                found: Json = payload(exchange) if succeeded(exchange) else {}
                return found
            names = self._kinds.path_parameters(kind.listing)
            parents = {name: values[name] for name in names}
            for item in items(self._target, kind.listing, **parents):
                if item.get("id") == id_:
                    return item
        return {}


def created_resource(
    kind: Kind, creator: Source, exchange: Exchange, call: CallValues, kinds: Kinds
) -> Resource:
    """Return the resource that a successful call of a creator has created.

    Raises:
        CheckFailed: The response has no id.
    """
    [id_, *_] = pointer_values(json_body(exchange), creator.pointer) or [""]
    if not id_:
        raise CheckFailed(f"{creator.operation} returned no id")
    names = kinds.path_parameters(creator.operation)
    parents = {name: str(call.values[name]) for name in names if name != kind.parameter}
    sent = call.json if isinstance(call.json, dict) else {}
    aliases = {name: digits(sent[name]) for name in kind.aliases if name in sent}
    return Resource(kind.name, id_, parents, payload(exchange), call.body, aliases)


def _ids(value: Any) -> Iterator[str]:
    """Yield the ids in a parsed body, however deep."""
    if isinstance(value, dict):
        yield from (str(v) for name, v in value.items() if name.endswith(("id", "Id")))
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _ids(item)
