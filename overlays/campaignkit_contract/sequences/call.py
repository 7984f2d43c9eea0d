"""Call: an exchange of an operation, with its values and payloads parsed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote

from ..exchange import Exchange, payload
from ..findings import Finding
from ..spec.document import Json, OperationNode
from ..spec.expressions import RESPONSE_BODY, value_at
from .resources import ResourceKey, shown_resources


@dataclass(frozen=True)
class Call:
    """One exchange of an operation."""

    operation: OperationNode
    exchange: Exchange
    raw_path: Mapping[str, str]
    """Values of the path as they were sent."""

    @property
    def is_success(self) -> bool:
        """Return True if the status is 2xx."""
        return 200 <= self.exchange.status < 300

    @property
    def is_read(self) -> bool:
        """Return True if the call changes nothing."""
        return self.operation.method == "GET" or self.operation.node["x-effect"] == "none"

    @cached_property
    def path(self) -> dict[str, str]:
        """Return the values of the path."""
        return {name: unquote(value) for name, value in self.raw_path.items()}

    @cached_property
    def query(self) -> dict[str, str]:
        """Return the first value of each query parameter."""
        values = parse_qs(self.exchange.query, keep_blank_values=True)
        return {name: texts[0] for name, texts in values.items()}

    @cached_property
    def body(self) -> Any:
        """Return the parsed body of the response, or None."""
        return _parsed(self.exchange.body)

    @cached_property
    def request_body(self) -> Any:
        """Return the parsed body of the request, or None."""
        return _parsed(self.exchange.request_body)

    @cached_property
    def resources(self) -> list[tuple[ResourceKey, Json]]:
        """Return the resources in the body of a success, each without those nested in it."""
        status = self.exchange.status
        return list(shown_resources(self.operation.id, status, self.body, self.path, self.query))

    @property
    def payload(self) -> Any:
        """Return the body of the response without its envelope."""
        return payload(self.exchange) if self.body is not None else None

    def value(self, expression: str) -> Any:
        """Return the value at an expression such as `$response.body#/data/id`, or MISSING."""
        return value_at(self.body, expression.removeprefix(RESPONSE_BODY))


class SequenceRule(Protocol):
    """A rule that remembers what it needs of earlier calls."""

    def check(self, call: Call) -> list[Finding]:
        """Return the deviations that this call reveals."""


def changes_nothing(call: Call) -> bool:
    """Return True if a call has no effect: it reads, or it is rejected."""
    return call.is_read or 400 <= call.exchange.status < 500


def sequence_finding(location: str, message: str, *, is_certain: bool = False) -> Finding:
    """Return a finding about several calls. The checker adds the operation."""
    return Finding("breaking", "sequence", location, message, is_certain=is_certain)


def item_lists(value: Any) -> Iterator[list[Any]]:
    """Yield a list, or the `items` of an object."""
    if isinstance(value, dict):
        value = value.get("items")
    if isinstance(value, list):
        yield value


def objects(value: Any) -> Iterator[Json]:
    """Yield an object, or each object of the lists right below it."""
    if isinstance(value, dict):
        yield value
    for items in item_lists(value):
        yield from (item for item in items if isinstance(item, dict))


def moment(value: Any) -> datetime | None:
    """Return a moment with its zone, or None for another value, which the validator reports."""
    try:
        found = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else None


def _parsed(body: bytes | None) -> Any:
    try:
        return json.loads(body or b"null")
    except (ValueError, RecursionError):
        return None  # The validator reports it.
