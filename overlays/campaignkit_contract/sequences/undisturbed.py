"""Rules of a server that only these calls change: what no call names stays as it was."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from ..findings import Finding
from ..spec.document import Json
from ..spec.fields import area_of, field_names, is_same, writable_names
from .call import Call, changes_nothing, moment, sequence_finding
from .resources import ResourceKey
from .writes import is_far_from_date

_ROOTS = frozenset({"accountGroupId", "organizationId"})
_STARTED_AT = "startedAt"
_IDENTITY = frozenset({"id", "createdAt"})
_FIXED = ("createdAt", _STARTED_AT)
_UPDATED_AT = "updatedAt"
_CLOCKS_APART = timedelta(days=1)
"""Difference of the clocks that send the date and store the data; zones differ by less."""
_INTERNAL_ERROR = 500
_UNFINISHED = frozenset({"queued", "running"})
_NAMING = re.compile(r"(^i|I)ds?$|[pP]honeNumber")
"""Fields that name a resource."""


class Times:
    """A set moment stays, and `updatedAt` moves with every change of a resource."""

    def __init__(self) -> None:
        self._last: dict[ResourceKey, Json] = {}

    def check(self, call: Call) -> list[Finding]:
        """Return the moments that contradict an earlier response."""
        found: dict[str, Finding] = {}
        latest = _latest(call)
        for key, fields in call.resources:
            before = self._last.get(key, {})
            for name, problem in (
                *_time_problems(before, fields),
                *_far_times(call, before, fields),
                *_future(fields, latest),
            ):
                found.setdefault(name, sequence_finding(f"/{name}", problem))
            self._last[key] = fields
        return list(found.values())


def _latest(call: Call) -> datetime | None:
    """Return the latest moment of what has happened; None if the response has no date."""
    date = call.exchange.date
    return date + _CLOCKS_APART if date else None


def _future(fields: Json, latest: datetime | None) -> Iterator[tuple[str, str]]:
    for name in (*_FIXED, _UPDATED_AT):
        shown = moment(fields.get(name))
        if shown and latest and shown > latest:
            yield name, "is later than the date of the response"


def _far_times(call: Call, before: Json, now: Json) -> Iterator[tuple[str, str]]:
    """Yield the times that a write sets, and that are not about the time of the write."""
    for name in (_STARTED_AT, _UPDATED_AT) if before and not call.is_read else ():
        if now.get(name) != before.get(name) and is_far_from_date(call.exchange, now.get(name)):
            yield name, "is far from the date of the response"


def _time_problems(before: Json, now: Json) -> Iterator[tuple[str, str]]:
    for name in _FIXED:
        if before.get(name) and now.get(name) != before[name]:
            yield name, "is another one than before"
    old, new = (moment(fields.get(_UPDATED_AT)) for fields in (before, now))
    if old is None or new is None or is_same(before, now):
        return
    if new < old:
        yield _UPDATED_AT, "decreases"
    elif new == old:
        yield _UPDATED_AT, "does not move, and the resource is changed"


class ServerErrors:
    """No request makes the server fail."""

    def check(self, call: Call) -> list[Finding]:
        """Return a finding for an internal error."""
        if call.exchange.status != _INTERNAL_ERROR:
            return []
        return [sequence_finding("", "fails with an internal error")]


class Lists:
    """A read that is repeated lists the same items in the same order.

    If time goes on, items may come, go and change. Then the others keep their order.
    """

    def __init__(self, *, follows_time: bool = False) -> None:
        self._follows_time = follows_time
        self._rows: dict[tuple[str, str], dict[ResourceKey, Json]] = {}

    def forget(self) -> None:
        """Forget what may be different by now."""
        self._rows.clear()

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if a repeated read has other items."""
        if not changes_nothing(call):
            self.forget()
        if not (call.is_read and call.is_success):
            return []
        headers = call.exchange.request_headers
        caller = headers.get("authorization") or headers.get("x-sync-secret", "")
        rows = dict(call.resources)
        known = self._rows.setdefault((call.exchange.target, caller), rows)
        if self._follows_time:
            kept = {key for key, fields in rows.items() if known.get(key) == fields}
            expected, ids = ([key for key in found if key in kept] for found in (known, rows))
        else:
            expected, ids = [*known], [*rows]
        if expected == ids:
            return []
        problem = "another order" if sorted(expected) == sorted(ids) else "other items"
        return [sequence_finding("", f"has {problem} than before, and nothing was changed")]


class Resources:
    """A resource is shown as before until a call names it.

    If time goes on, this is so for what calls can set, and for the id and the creation.
    """

    def __init__(self, *, follows_time: bool = False) -> None:
        self._follows_time = follows_time
        self._known: dict[ResourceKey, Json] = {}
        self._named_by: dict[str, set[ResourceKey]] = defaultdict(set)

    def forget(self) -> None:
        """Forget what may be different by now."""
        self._known.clear()
        self._named_by.clear()

    def check(self, call: Call) -> list[Finding]:
        """Return the resources that differ from an earlier response."""
        if not changes_nothing(call):
            self._write(call)
        if not call.is_success or "idempotency-key" in call.exchange.request_headers:
            return []  # A repeat of a keyed call returns the first response.
        found: dict[str, Finding] = {}
        names = [value for name, value in _sent_names(call) if name not in _ROOTS]
        for key, fields in call.resources:
            known = self._known.get(key, {})
            changed = _changed_names(known, fields)
            if _is_unfinished(fields):
                changed = []
            if changed:
                problem = f"shows another {', '.join(changed)} of a {key.schema} than before"
                found[problem] = sequence_finding("", f"{problem}, and no call changes it")
            self._know(key, fields, names, self._lasting_names(call, fields))
        return list(found.values())

    def _lasting_names(self, call: Call, fields: Json) -> Collection[str]:
        """Return the fields that only a call can change."""
        if not self._follows_time:
            return fields.keys()
        return fields.keys() & (writable_names(area_of(call.operation)) | _IDENTITY)

    def _know(
        self, key: ResourceKey, fields: Json, names: list[str], lasting: Collection[str]
    ) -> None:
        if _is_unfinished(fields):
            self._known.pop(key, None)  # It goes on by itself.
            return
        if self._known.get(key) != fields:  # Otherwise its own names are known too.
            self._known[key] = {name: fields[name] for name in lasting}
            names = [*names, key.id, *_naming_values(fields)]
        for name in names:
            self._named_by[_plain(name)].add(key)

    def _write(self, call: Call) -> None:
        """Forget the fields that a write may change."""
        if call.exchange.status == 201:
            return  # A creation changes no other resource.
        values = [value for name, value in _sent_names(call) if name not in _ROOTS]
        values += [*_texts(call.request_body), *_texts(call.payload)]
        if not values:
            self.forget()
        affected = {key for value in values for key in self._named_by.get(_plain(value), ())}
        sent = frozenset(field_names(call.request_body))
        for key in affected & self._known.keys():
            kept = _kept_names(call, key, self._known[key], sent)
            self._known[key] = {name: self._known[key][name] for name in kept}


def _changed_names(known: Json, fields: Json) -> list[str]:
    if known == fields:
        return []
    return sorted(name for name in known if not is_same(known[name], fields.get(name)))


def _is_unfinished(fields: Json) -> bool:
    return str(fields.get("status")) in _UNFINISHED


def _kept_names(call: Call, key: ResourceKey, fields: Json, sent: frozenset[str]) -> set[str]:
    """Return the fields of a named resource that a write leaves as they are."""
    names = fields.keys() - sent - {_UPDATED_AT}
    if call.operation.method == "PATCH":
        is_target = call.path and list(call.path.values())[-1] == key.id
        return names if is_target else set()
    if call.operation.method == "PUT":
        return set()
    verified = re.findall(r"/(\w+)", str(call.operation.node.get("x-verify")))
    return names & writable_names(area_of(call.operation)) - set(verified)


def _sent_names(call: Call) -> Iterator[tuple[str, str]]:
    """Yield the parameters of a call with their values; the last of the path counts always."""
    *roots, last = call.path.items() or [("", "")]
    yield from roots
    if last[0]:
        yield f"last {last[0]}", last[1]
    for name, value in call.query.items():
        yield from ((name, item) for item in value.split(","))


def _naming_values(fields: Json) -> Iterator[str]:
    for name, value in fields.items():
        if _NAMING.search(name) and name not in _ROOTS:
            yield from _texts(value)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _plain(text: str) -> str:
    """Return a phone number without its plus, and another text as it is."""
    return text.removeprefix("+")
