"""Stateful checks of `x-verify`: the read that confirms a write shows whether it was applied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from ..exchange import Exchange
from ..spec.document import Json, packaged_operations
from ..spec.expressions import CallContext
from ..spec.routes import Operation
from ..spec.verify_rules import VerifyRule
from ..targets.listing import items
from ..targets.requests import json_body
from ..targets.resources import CallValues
from ..targets.target import LEAD_STATUS, Target
from .prepared import check_each, operations_where

# The server that sends the date and the one that stores the data have separate clocks.
_CLOCK_SKEW = timedelta(minutes=30)
_MANY = 6  # calls before the one that is verified
_ANY_TIME = datetime(1970, 1, 2, tzinfo=UTC)


def write_is_visible_in_read(target: Target) -> Iterator[str]:
    """Check that the read in `x-verify` shows a write after each call, and not before."""
    yield from check_each(target, _verified(target), lambda name: _check_visible(target, name))


def _check_visible(target: Target, operation: str) -> Iterator[str]:
    call = target.resources.call_values(operation)
    read = _VerifyingRead.of(target, operation, call)
    before = read.rule()
    if before.holds(read.condition):
        yield f"{read.operation} shows {operation} before the call"
    exchange = target.ask(operation, call.values, body=call.body)
    if not 200 <= exchange.status < 300:
        yield f"{operation} returns {exchange.status} to its example"
    elif not read.rule(before.since).holds(read.condition):
        yield f"{operation} returns {exchange.status}, and {read.operation} differs"
    elif packaged_operations()[operation].node["x-effect"] == "changes" and call.body:
        yield from _check_again(target, operation, call.values)


def _check_again(target: Target, operation: str, values: Mapping[str, str | None]) -> Iterator[str]:
    """Apply a write again with other values; the state may not allow it."""
    call = target.resources.call_values(operation, values)
    read = _VerifyingRead.of(target, operation, call)
    before = read.rule()
    exchange = target.ask(operation, call.values, body=call.body)
    if 200 <= exchange.status < 300 and not read.rule(before.since).holds(read.condition):
        yield f"a second {operation} returns {exchange.status}, and {read.operation} differs"


def many_writes_are_visible_in_read(target: Target) -> Iterator[str]:
    """Check that the read in `x-verify` shows the last of seven writes, each of a new resource."""
    yield from check_each(
        target, _verified(target), lambda name: _check_many(target, name), is_fresh=True
    )


def _check_many(target: Target, operation: str) -> Iterator[str]:
    for _ in range(_MANY):
        call = target.resources.call_values(operation)
        if target.ask(operation, call.values, body=call.body).status >= 300:
            return  # There is only one of these resources.
    for finding in _check_visible(target, operation):
        yield f"after {_MANY} calls, {finding}"


def rejected_write_has_no_effect(target: Target) -> Iterator[str]:
    """Check that a write without a credential is not visible in the read in `x-verify`."""
    yield from check_each(target, _verified(target), lambda name: _check_rejected(target, name))


def _check_rejected(target: Target, operation: str) -> Iterator[str]:
    call = target.resources.call_values(operation)
    read = _VerifyingRead.of(target, operation, call)
    before = read.rule()
    target.ask(operation, call.values, body=call.body, headers={})
    if read.rule(before.since).holds(read.condition):
        yield f"{operation} is rejected and has an effect"


@dataclass(frozen=True)
class _VerifyingRead:
    """Read that shows whether a call was applied."""

    target: Target
    operation: str
    values: Mapping[str, str]
    call: CallContext
    condition: Json

    @classmethod
    def of(cls, target: Target, operation: str, call: CallValues) -> "_VerifyingRead":
        """Return the read of the rule `x-verify` of an operation."""
        rule = packaged_operations()[operation].node["x-verify"]
        path = {name: str(value) for name, value in call.values.items()}
        context = CallContext(path, call.json, _verify_arguments(target, call))
        values = {name: str(context.evaluate(value)) for name, value in rule["parameters"].items()}
        return cls(target, rule["operationId"], values, context, rule["applied"])

    def rule(self, since: datetime | None = None) -> VerifyRule:
        """Return the rule over a new response."""
        exchange = self.target.ask(self.operation, self.values)
        started_at = since or _date(exchange) - _CLOCK_SKEW
        body = self._whole_list(json_body(exchange))
        return VerifyRule(self.call, exchange.status, body, started_at)

    def _whole_list(self, body: Any) -> Any:
        """Return a response with the items of all pages, if it is the first of several."""
        page = body.get("data") if isinstance(body, dict) else None
        if not isinstance(page, dict) or not page.get("nextCursor"):
            return body
        return {
            **body,
            "data": {**page, "items": items(self.target, self.operation, **self.values)},
        }


def _verify_arguments(target: Target, call: CallValues) -> Mapping[str, str]:
    """Return the lead of a workflow instance, which the read of an approval needs."""
    instance = call.values.get("workflowInstanceId")
    leads = target.named.get("sonarly leadIds", ())
    if instance is None or not leads:
        return {}
    values = {"campaignId": call.values["campaignId"], "leadIds": ",".join(leads)}
    rows = target.data(LEAD_STATUS, **values)["items"]
    found = [row["leadId"] for row in rows if row["workflowInstanceId"] == instance]
    return {"leadId": found[0]} if found else {}


def _verified(target: Target) -> list[str]:
    """Return the operations with a rule `x-verify`."""
    return operations_where(target, _has_verify_rule)


def _date(exchange: Exchange) -> datetime:
    return exchange.date or _ANY_TIME


def _has_verify_rule(operation: Operation) -> bool:
    return "x-verify" in packaged_operations()[operation.id].node
