"""Trail of a finding: the calls before it that may be its cause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..exchange import Exchange, json_body
from ..spec.routes import Operation, Routes

_ROOTS = frozenset({"accountGroupId", "organizationId"})
_WINDOW = 60  # exchanges


@dataclass(frozen=True)
class Trail:
    """Operations that were called before a finding."""

    writes: frozenset[str] = frozenset()
    """Accepted writes to the resources of the exchange that shows the finding."""
    calls: frozenset[str] = frozenset()
    """All operations that were called shortly before."""
    has_usual_key: bool = True
    """Whether that exchange has the key that most exchanges of its check have."""
    is_sequence: bool = False
    """Whether the requests of the check show it together, and not the check itself."""


def trail_of(
    exchange: Exchange | None,
    seen: Sequence[Exchange],
    routes: Routes,
    keys: Mapping[str, str],
    *,
    is_sequence: bool = False,
) -> Trail:
    """Return the trail of a finding.

    Args:
        exchange: The exchange that shows it.
        seen: Exchanges of its check, in order.
        routes: Routes of the spec.
        keys: Usual keys of the target.
        is_sequence: Whether the requests of the check show it together.
    """
    position = next((at for at, other in enumerate(seen) if other is exchange), len(seen))
    before = seen[max(0, position - _WINDOW) : position]
    calls = frozenset(call.id for call in (_operation(item, routes) for item in before) if call)
    if exchange is None:
        return Trail(calls=calls, is_sequence=is_sequence)
    writes = frozenset(_writes(exchange, before, routes))
    return Trail(writes, calls, _has_key(exchange, keys), is_sequence)


def _has_key(exchange: Exchange, keys: Mapping[str, str]) -> bool:
    sent = [exchange.request_headers.get(name, "") for name in ("authorization", "x-sync-secret")]
    return any(value.removeprefix("Bearer ") in keys.values() for value in sent)


def _writes(exchange: Exchange, before: Sequence[Exchange], routes: Routes) -> Iterator[str]:
    """Yield the accepted writes to the resources that a request names, back to their creation.

    A list shows every resource, so that all writes of its area count.
    """
    wanted = {*_names(exchange, routes)}
    own = _operation(exchange, routes)
    for other in reversed(before):
        operation = _operation(other, routes)
        if operation is None or other.method == "GET" or other.status >= 300:
            continue
        if not wanted and own and exchange.method == "GET":
            if _area(operation) == _area(own):
                yield operation.id
            continue
        body = (other.body or b"") + (other.request_body or b"")
        created = {name for name in wanted if name.encode() in body and name not in other.target}
        if created or any(name in other.target for name in wanted):
            yield operation.id
        if other.method == "POST":
            wanted -= created
        if not wanted:
            return


def _area(operation: Operation) -> list[str]:
    return operation.id.split("_")[:2]


def _names(exchange: Exchange, routes: Routes) -> Iterator[str]:
    """Yield the ids and phone numbers that a request has in its path and its body."""
    match = routes.match(exchange.path)
    for name, value in match[1].items() if match else ():
        if name not in _ROOTS:
            yield value
    try:
        sent = json_body(Exchange("", "", 0, exchange.headers, exchange.request_body))
    except ValueError:
        return
    yield from _ids(sent)


def _ids(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _ids(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item, name)
    elif isinstance(value, str) and name.endswith(("Id", "Ids")) and name not in _ROOTS:
        yield value


def _operation(exchange: Exchange, routes: Routes) -> Operation | None:
    match = routes.match(exchange.path)
    return match[0].operations.get(exchange.method) if match else None
