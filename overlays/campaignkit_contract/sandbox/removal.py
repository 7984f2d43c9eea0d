"""Removal of what a run made, from the newest to the oldest."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import httpx

from ..exchange import Exchange
from ..options import setting_name
from ..spec.document import Json
from ..spec.kinds import Kind, Kinds
from ..targets.listing import items
from ..targets.requests import UNKNOWN_ID
from ..targets.target import CheckFailed, SkipCheck, Target
from .guard import ForeignWrite, Guard, succeeded
from .ledger import Entry, Ledger

_ATTEMPTS = 3
_GONE = frozenset({404, 410})
_NOTHING_LEFT = _GONE | {400, 403, 422}
"""Statuses of a move back that has nothing to move, because the move was rejected."""
_END_FIRST = {"sonarly_campaigns_delete": "sonarly_campaigns_stop"}
"""Operations that make a removal possible, which an active resource refuses with 409."""

JOB_AUDIENCES = "audiences that jobs of sonarly_prospecting_start fill: no response names them"


class Removal:
    """Removal of the open entries of a ledger."""

    def __init__(self, target: Target, kinds: Kinds, guard: Guard, ledger: Ledger) -> None:
        self._target, self._kinds, self._guard, self.ledger = target, kinds, guard, ledger
        self._listed: dict[str, list[Any] | None] = {}
        self._held: set[str] = set()
        """Ids in calls that could not be undone, such as of an audience with foreign leads."""
        self.removed: Counter[tuple[str, str]] = Counter()
        """Numbers of removed resources by kind and by the operation that removes them."""
        self.undone: Counter[str] = Counter()
        """Numbers of calls that were undone, by operation."""
        self.failures: dict[str, str] = {}
        """Reasons by what could not be removed although an operation removes it."""
        self.kept: list[str] = []
        """What stays, because no operation removes it."""

    def run(self, since: int = 0) -> None:
        """Undo every open entry from a number on.

        An entry that cannot be undone stays open, so that a later run can try again.
        """
        self._listed, self._held = {}, set()
        if since == 0:
            self.failures.clear()  # Every failed entry is tried again.
        for entry in list(self.ledger.open_entries(since)):
            if entry.undo is not None:
                self._undo(entry)
            elif not self._kinds.all[entry.kind].remover:
                self._keep(entry)
            elif entry.id:
                self._remove(entry, [entry.id])
            else:
                self._remove(entry, self._found(entry))

    def _keep(self, entry: Entry) -> None:
        self.kept.append(f"{entry.kind} {name_of(entry)}")
        self.ledger.update(entry, "kept")

    def _undo(self, entry: Entry) -> None:
        call = entry.undo or {}
        if not self._is_ours(call):
            self.ledger.update(entry, "removed")  # It was rejected: it named unusual ids.
            return
        exchange = self._ask(call["operation"], call["values"], {"json": call["json"]})
        if exchange is not None and succeeded(exchange):
            self.undone[entry.operation] += 1
        if exchange is not None and exchange.status == 422 and "leadIds" in call["json"]:
            # One lead is somewhere else, so that the others are moved one by one.
            for lead in call["json"]["leadIds"]:
                json = {**call["json"], "leadIds": [lead]}
                self._ask(call["operation"], call["values"], {"json": json})
        nothing_left = _NOTHING_LEFT if "leadIds" in call["json"] else _GONE
        is_undone = exchange is not None and (
            succeeded(exchange) or exchange.status in nothing_left
        )
        if is_undone:
            self.ledger.update(entry, "removed")
        else:
            self._held.update(call["values"].values())
            self._fail(entry, exchange)

    def _is_ours(self, call: Json) -> bool:
        operation = self._target.operation(call["operation"])
        try:
            self._guard.check(
                self._target.method(operation), operation, call["values"], {"json": call["json"]}
            )
        except ForeignWrite:
            return False
        return True

    def _remove(self, entry: Entry, ids: list[str] | None) -> None:
        """Remove the resources of an entry; None if they are not known."""
        if ids is None:
            self._fail(entry, None)
            return
        kind = self._kinds.all[entry.kind]
        for id_ in ids:
            if id_ in self._held:
                self.failures[f"{kind.name} {id_}"] = "a call with it could not be undone"
                return
            self._guard.own[id_] = kind.name
            exchange = self._remove_one(kind, entry, id_)
            if exchange is None or not (succeeded(exchange) or exchange.status in _GONE):
                self._fail(entry, exchange)
                return
            if succeeded(exchange):
                self.removed[kind.name, kind.remover] += 1
        self.ledger.update(entry, "removed")

    def _remove_one(self, kind: Kind, entry: Entry, id_: str) -> Exchange | None:
        names = self._kinds.path_parameters(kind.remover)
        known = {**entry.values, kind.parameter: id_}
        values = {name: known[name] for name in names if name in known}
        exchange = self._ask(kind.remover, values)
        ending = _END_FIRST.get(kind.remover)
        if exchange is not None and exchange.status == 409 and ending:
            self._ask(ending, values)
            exchange = self._ask(kind.remover, values)
        return exchange

    def _found(self, entry: Entry) -> list[str] | None:
        """Return the ids of what an unclear request made; None if they cannot be read."""
        kind = self._kinds.all[entry.kind]
        if not entry.text or not kind.listing:
            return []
        names = self._kinds.path_parameters(kind.listing)
        values = {name: entry.values[name] for name in names if name in entry.values}
        listed = self._list(kind.listing, values)
        if listed is None:
            return None
        # Another entry made the resource that has the name now, and removes it.
        others = {other.id for other in self.ledger.entries}
        return [id_ for id_ in _ids_named(listed, entry.text) if id_ not in others]

    def _list(self, listing: str, values: Mapping[str, str]) -> list[Any] | None:
        """Return the items of a list, which are read once; None if they cannot be read."""
        key = f"{listing} {dict(values)}"
        if UNKNOWN_ID in values.values():
            return []
        if key not in self._listed:
            try:
                self._listed[key] = items(self._target, listing, **values)
            except CheckFailed as error:
                is_absent = str(error).endswith(("returned 403", "returned 404"))
                self._listed[key] = [] if is_absent else None
            except (SkipCheck, httpx.HTTPError, ValueError, LookupError, TypeError):
                self._listed[key] = None
        return self._listed[key]

    def _ask(self, operation: str, values: Json, body: Json | None = None) -> Exchange | None:
        """Return the response to a call that is repeated after a failure; None without one."""
        exchange = None
        for _ in range(_ATTEMPTS):
            try:
                exchange = self._target.ask(operation, values, body=body)
            except (httpx.HTTPError, SkipCheck):
                continue
            if exchange.status < 500:
                break
        return exchange

    def _fail(self, entry: Entry, exchange: Exchange | None) -> None:
        reason = "no response" if exchange is None else f"status {exchange.status}"
        name = f"{entry.kind or entry.operation} {entry.id or entry.text}".strip()
        self.failures[name] = reason


def name_of(entry: Entry) -> str:
    """Return how a report names a resource that stays.

    Without an id, it is not known whether the server made it.
    """
    return entry.id or f"{entry.text} (if the server made it)".strip()


def _ids_named(listed: list[Any], text: str) -> Iterator[str]:
    for item in listed:
        if isinstance(item, dict) and item.get("name") == text and isinstance(item.get("id"), str):
            yield item["id"]


def leftovers(kinds: Kinds, target: Target) -> Iterator[str]:
    """Yield what stays after a run, because no operation removes it."""
    called = {operation.id for _, _, operation in target.operations()}
    for kind in kinds.all.values():
        creators = [source.operation for source in kind.creators if source.operation in called]
        if creators and not kind.remover:
            yield f"{kind.name}: {', '.join(creators)}; no operation removes it"
        elif creators and kind.name.startswith("callers"):
            yield f"{kind.name}: {', '.join(creators)}; {kind.remover} only archives or marks it"
    if "sonarly_prospecting_start" in called:
        yield JOB_AUDIENCES
    if "callers" in target.disposable and "callers_voices_create" in called:
        yield "voices in every sub-organization: a check creates them with subAccounts"
    if "sonarly_messages_respond" in called:
        yield f"messages to the conversation of {setting_name('NAMED')}, if it has one"
