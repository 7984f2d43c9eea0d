"""Rules of writes: each is applied once, and the next read shows it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from ..exchange import Exchange
from ..findings import Finding
from ..spec.document import Json
from ..spec.expressions import ARGUMENT, CallContext
from ..spec.verify_rules import VerifyRule
from .call import Call, moment, sequence_finding

# The server that sends the date and the one that stores the data have separate clocks.
_CLOCK_SKEW = timedelta(minutes=30)
# The server that sends the date and the one that stores the data have separate clocks.
_CLOCKS_APART = timedelta(minutes=50)
_NO_DATE = datetime.min.replace(tzinfo=UTC) + _CLOCK_SKEW
_IDEMPOTENCY_KEY = "idempotency-key"


class CreationTimes:
    """A new resource has the time of its creation."""

    def check(self, call: Call) -> list[Finding]:
        """Return the moments of a created resource that are far from the date of the response."""
        item = call.payload if call.exchange.status == 201 else None
        if not isinstance(item, dict):
            return []
        return [
            sequence_finding(f"/{name}", "is far from the date of the response")
            for name in ("createdAt", "updatedAt")
            if is_far_from_date(call.exchange, item.get(name))
        ]


class SingleEffects:
    """A call that sets the moment of its effect succeeds once."""

    def __init__(self) -> None:
        self._applied: set[tuple[str, str]] = set()

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if an earlier call with the same path succeeded too."""
        applied = call.operation.node.get("x-verify", {}).get("applied") or {}
        # Such a rule reads one moment of the resource itself: it can only be set once.
        if not (call.is_success and "since" in applied and "in" not in applied):
            return []
        effect = call.operation.id, call.exchange.path
        if effect in self._applied:
            return [sequence_finding("", "succeeds a second time")]
        self._applied.add(effect)
        return []


class Deletions:
    """A deleted resource cannot be read."""

    def __init__(self) -> None:
        self._deleted: set[str] = set()

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if a resource is read after its deletion."""
        if not call.is_success:
            return []
        path = call.exchange.path
        applied = call.operation.node.get("x-verify", {}).get("applied") or {}
        if call.operation.method == "DELETE" and applied.get("status") == 404:
            self._deleted.add(path)
        elif call.operation.method == "GET" and path in self._deleted:
            return [sequence_finding("", "returns a resource that was deleted")]
        return []


class IdempotencyKeys:
    """A key applies one call, and belongs to one body."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], tuple[Any, str]] = {}

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if a key was used before, with another result or another body."""
        key = call.exchange.request_headers.get(_IDEMPOTENCY_KEY)
        is_keyed = call.operation.node["x-idempotency"] == "keyed"
        if not (key and is_keyed and call.is_success):
            return []
        result = call.request_body, _without_status(call.payload)
        first = self._first.setdefault((f"{call.operation.id} {call.exchange.path}", key), result)
        if first[0] != result[0]:
            return [sequence_finding(_IDEMPOTENCY_KEY, "a used key succeeds with another body")]
        if first[1] != result[1]:
            return [sequence_finding(_IDEMPOTENCY_KEY, "one key is applied twice")]
        return []


@dataclass(frozen=True)
class _Write:
    """A write that waits for the read in its rule."""

    operation_id: str
    rule: Json
    call: CallContext
    sent_at: datetime
    parameters: Mapping[str, str]
    shown: str
    """Id that the read must contain, if a caller chooses what it shows."""


class VisibleWrites:
    """The read in `x-verify` shows a write that succeeded."""

    def __init__(self) -> None:
        self._write: _Write | None = None
        self._sent: set[tuple[str, str, str]] = set()

    def check(self, call: Call) -> list[Finding]:
        """Return a finding if a read right after a write does not show it."""
        if not call.is_read:
            body = json.dumps(call.request_body or str(call.exchange.request_body), sort_keys=True)
            sent = call.exchange.method, call.exchange.target, body
            # After two equal calls the rule cannot distinguish what they have made.
            self._write = _pending(call) if call.is_success and sent not in self._sent else None
            self._sent.add(sent)
            return []
        write = self._write
        if write is None or not _is_read_of(write, call):
            return []
        self._write = None
        rule = VerifyRule(write.call, call.exchange.status, call.body, write.sent_at)
        if rule.holds(write.rule["applied"]):
            return []
        return [sequence_finding("", f"does not show the successful {write.operation_id}")]


def is_far_from_date(exchange: Exchange, value: Any) -> bool:
    """Return True if a moment is not about the date of a response; False if one is unknown."""
    at = moment(value)
    date = _moment(exchange)
    return at is not None and date > _NO_DATE and abs(at - date) > _CLOCKS_APART


def _pending(call: Call) -> _Write | None:
    rule = call.operation.node.get("x-verify")
    if not rule or not rule.get("applied") or "date" not in call.exchange.headers:
        return None
    named = re.findall(r"\$request\.body#/(\w+)", json.dumps(rule["applied"]))
    if "since" in json.dumps(rule["applied"]) and not set(named) <= set(call.request_body or ()):
        return None  # Without a name, the item cannot be distinguished from other new ones.
    context = CallContext(call.path, call.request_body)
    parameters = {
        name: str(context.evaluate(value))
        for name, value in rule["parameters"].items()
        if not str(value).startswith(ARGUMENT)
    }
    sent_at = _moment(call.exchange) - _CLOCK_SKEW
    is_chosen = len(parameters) < len(rule["parameters"])
    shown = [*call.path.values()][-1] if is_chosen else ""
    return _Write(call.operation.id, rule, context, sent_at, parameters, shown)


def _is_read_of(write: _Write, call: Call) -> bool:
    """Return True if a call is the read of a write, and its response can be judged."""
    sent = {**call.path, **call.query}
    is_judged = call.is_success or call.exchange.status == 404
    return (
        is_judged
        and not _is_part(call)
        and call.operation.id == write.rule["operationId"]
        and all(sent.get(name) == value for name, value in write.parameters.items())
        and write.shown.encode() in (call.exchange.body or b"")
    )


def _is_part(call: Call) -> bool:
    """Return True if a response is one page of several."""
    paging: Json = call.operation.node.get("x-pagination", {})
    cursor = paging.get("cursor", {})
    names = {paging.get("size"), cursor.get("parameter"), paging.get("page", {}).get("parameter")}
    return not names.isdisjoint(call.query) or (
        "more" in cursor and call.value(cursor["more"]) is True
    )


def _moment(exchange: Exchange) -> datetime:
    return exchange.date or _NO_DATE


def _without_status(value: Any) -> str:
    """Return a payload as text, without the status, which advances by itself."""
    return json.dumps({**value, "status": None} if isinstance(value, dict) else value)
