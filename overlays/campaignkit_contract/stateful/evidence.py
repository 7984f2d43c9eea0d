"""Evidence of findings: the exchange that shows what a check found."""

import json
from collections.abc import Sequence

from ..exchange import Exchange
from ..spec.document import packaged_operations
from ..spec.routes import Routes


class Shown(str):
    """Finding with the exchange that shows it."""

    __slots__ = ("exchange",)
    exchange: Exchange | None

    @classmethod
    def by(cls, exchange: Exchange | None, text: str) -> "Shown":
        """Return the finding with its exchange."""
        found = cls(text)
        found.exchange = exchange
        return found


def evidence_of(finding: str, seen: Sequence[Exchange], routes: Routes) -> Exchange | None:
    """Return the exchange of a finding that carries one, or the best of those seen before it.

    It is the last one of the operation that the finding names first. A request that repeats an
    earlier one only confirms what that one showed.

    Args:
        finding: The finding.
        seen: Exchanges of the check until the finding, in order.
        routes: Routes of the spec.
    """
    if isinstance(finding, Shown) and finding.exchange:
        return finding.exchange
    first: dict[str, Exchange] = {}
    for exchange in seen:
        first.setdefault(_request(exchange), exchange)
    name = operation_in(finding)
    own = [exchange for exchange in first.values() if _is_of(exchange, name, routes)]
    return next(reversed(own or seen), None)


def without_json(seen: Sequence[Exchange]) -> Exchange | None:
    """Return the last response with a body that is not JSON, or None."""
    return next((exchange for exchange in reversed(seen) if not _is_json(exchange.body)), None)


def operation_in(finding: str) -> str:
    """Return the first operation that a finding names, or an empty text."""
    return next(iter(operations_in(finding)), "")


def operations_in(finding: str) -> list[str]:
    """Return the operations that a finding names, in order."""
    words = (word.strip(":,;()") for word in finding.split())
    return [word for word in words if word in packaged_operations()]


def _is_json(body: bytes | None) -> bool:
    """Return True for JSON, and for a response without a body, such as that to HEAD."""
    try:
        json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return False
    return True


def _request(exchange: Exchange) -> str:
    sent = (exchange.method, exchange.target, exchange.request_body)
    return repr((*sent, sorted(exchange.request_headers.items())))


def _is_of(exchange: Exchange, name: str, routes: Routes) -> bool:
    """Return True for a request to an operation, or by an undeclared method to its path."""
    match = routes.match(exchange.path)
    operations = match[0].operations if match else {}
    declared = operations.get(exchange.method)
    named = [declared] if declared else operations.values()
    return name in {operation.id for operation in named}
