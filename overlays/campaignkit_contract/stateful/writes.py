"""The laws of what is made, changed and removed, read off the spec operation by operation.

Each begins every operation with a server that was put back, so they need one that can be.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

from ..cases.preconditions import BEFORE
from ..exchange import Exchange
from ..spec.examples import operations, shipped_bodies, shipped_document
from ..spec.routes import Operation
from ..targets.target import Json, Server, payload
from .lists import is_listing, items, listing_of
from .verify_rules import Asked, Evidence

_SLACK = timedelta(seconds=1)


@cache
def _nodes() -> Mapping[str, Json]:
    """What the spec says of each operation."""
    return {node["operationId"]: node for _, _, node in operations(shipped_document())}


def writes_are_seen(server: Server) -> Iterator[str]:
    """The read that the spec names for a write shows what was written, and does not before."""
    for operation in _each(server, lambda each: "x-verify" in _nodes()[each.id]):
        rule = _nodes()[operation.id]["x-verify"]
        asked = _asked(server, operation)
        before = _evidence(server, rule, asked)
        if before.holds(rule["applied"]):
            yield f"{rule['operationId']} shows {operation.id} before it was called"
        exchange = server.ask(operation.id)
        if not 200 <= exchange.status < 300:
            yield f"{operation.id} answers {exchange.status} to its example"
        elif not _evidence(server, rule, asked, before.since).holds(rule["applied"]):
            yield f"{operation.id} is answered {exchange.status}, and {rule['operationId']} differs"


def refused_is_unseen(server: Server) -> Iterator[str]:
    """A write that is refused for want of a key leaves no trace in the read that would show it."""
    for operation in _each(server, lambda each: "x-verify" in _nodes()[each.id]):
        rule = _nodes()[operation.id]["x-verify"]
        asked = _asked(server, operation)
        before = _evidence(server, rule, asked)
        server.ask(operation.id, headers={})
        if _evidence(server, rule, asked, before.since).holds(rule["applied"]):
            yield f"{operation.id} is refused, and done all the same"


def links_lead_somewhere(server: Server) -> Iterator[str]:
    """Whatever a link of an answer leads to is there."""
    for operation in _each(server, _has_links):
        exchange = server.ask(operation.id)
        answer = operation.answer(exchange.status)
        for link in answer.links if answer and exchange.status < 300 else ():
            values = _linked(server, operation, exchange, link.parameters)
            if values is not None and link.target in _nodes():
                status = server.ask(link.target, values).status
                if status >= 400 and status != 409:
                    yield f"the link {link.name} of {operation.id} leads to a {status}"


def made_is_listed(server: Server) -> Iterator[str]:
    """What is made is listed where it was made: once, and as it was answered."""
    for operation in _each(server, lambda each: "201" in each.answers):
        listing = server.route(operation).operations.get("GET")
        if listing is None:
            continue
        made = payload(server.ask(operation.id))
        listed = [each for each in items(server, listing.id) if each["id"] == made["id"]]
        if listed != [made]:
            yield f"{listing.id} has {len(listed)} times what {operation.id} made, or another form"


def removed_is_gone(server: Server) -> Iterator[str]:
    """What is removed is listed no more, and cannot be removed again."""
    for operation in _each(server, lambda each: _is_removal(server, each)):
        listing = listing_of(server, server.route(operation))
        if listing is None:
            continue
        [*_, removed] = server.path_values(operation).values()
        server.ask(operation.id)
        if any(each["id"] == removed for each in items(server, listing.id)):
            yield f"{listing.id} has what {operation.id} removed"
        if (status := server.ask(operation.id).status) != 404:
            yield f"a second {operation.id} is answered {status}"


def bystanders(server: Server) -> Iterator[str]:
    """A write changes nothing in the lists of its area but what it names or answers."""
    for operation in _each(server, lambda each: server.method(each) != "GET"):
        # Who removes a list as a whole names none of its items.
        listings = [
            each
            for each in _listings(server, operation)
            if server.route(server.operation(each)) != server.route(operation)
            or server.method(operation) != "DELETE"
        ]
        before = {each: _by_id(items(server, each)) for each in listings}
        exchange = server.ask(operation.id)
        named = f"{exchange.target} {exchange.request_body!r} {exchange.body!r}"
        for listing, held in before.items():
            after = _by_id(items(server, listing))
            for id_ in held.keys() | after.keys():
                if id_ not in named and held.get(id_) != after.get(id_):
                    yield f"{operation.id} changed {id_} of {listing}, which it does not name"


def keyed_once(server: Server) -> Iterator[str]:
    """With one idempotency key a call is carried out once; with another body it is a conflict."""
    for operation in _each(server, lambda each: _nodes()[each.id]["x-idempotency"] == "keyed"):
        body = shipped_bodies()[operation.id]
        first, again, other = (
            _keyed(server, operation, key, sent)
            for key, sent in (("a", body), ("a", body), ("b", body))
        )
        if _told(first) != _told(again):
            yield f"{operation.id} is carried out twice with one key"
        if _told(other) == _told(first):
            yield f"{operation.id} takes two keys for one"
        changed = {"json": {**body["json"], **_altered(body["json"])}}
        if (status := _keyed(server, operation, "a", changed).status) != 409:
            yield f"{operation.id} answers {status} to a key that came with another body"


def _each(server: Server, is_meant: Callable[[Operation], bool]) -> Iterator[Operation]:
    """The operations of a kind, each with a server that was put back and has something to do."""
    for operation in [each for _, _, each in server.operations() if is_meant(each)]:
        server.begin()
        for first in BEFORE.get(operation.id, ()):
            server.ask(first)
        yield operation


def _is_removal(server: Server, operation: Operation) -> bool:
    """Whether it removes one thing for good; what is archived only is still there."""
    return server.method(operation) == "DELETE" and "x-verify" in _nodes()[operation.id]


def _has_links(operation: Operation) -> bool:
    return any(answer.links for answer in operation.answers.values())


def _asked(server: Server, operation: Operation) -> Asked:
    body = shipped_bodies()[operation.id].get("json")
    return Asked(server.path_values(operation), body, server.arguments)


def _evidence(server: Server, rule: Json, asked: Asked, since: datetime | None = None) -> Evidence:
    values = {name: str(asked.value(value)) for name, value in rule["parameters"].items()}
    exchange = server.ask(rule["operationId"], values)
    moment = since or _moment(exchange) - _SLACK
    return Evidence(asked, exchange.status, json.loads(exchange.body or b"null"), moment)


def _moment(exchange: Exchange) -> datetime:
    date = exchange.headers.get("Date")
    return parsedate_to_datetime(date) if date else datetime.now(UTC)


def _linked(
    server: Server, operation: Operation, exchange: Exchange, parameters: Mapping[str, Any]
) -> dict[str, str | None] | None:
    """The values that a link fills; None where the answer holds none, such as an empty list."""
    answer = json.loads(exchange.body or b"null")
    asked = Asked(server.path_values(operation), None, answer=answer)
    values: dict[str, str | None] = {}
    for name, expression in parameters.items():
        value = asked.value(expression)
        if not isinstance(value, str):
            return None
        values[name.rpartition(".")[2]] = value
    return values


def _listings(server: Server, operation: Operation) -> list[str]:
    """The lists of an operation's area whose items have ids, and that need no id of their own."""
    tags = _nodes()[operation.id]["tags"]
    return [
        each.id
        for _, method, each in server.operations()
        if method == "GET"
        and _nodes()[each.id]["tags"] == tags
        and len(server.path_values(each)) < 2
        and is_listing(server, each, frozenset({"id"}))
    ]


def _by_id(items: list[Json]) -> dict[str, Json]:
    return {each["id"]: each for each in items}


def _keyed(server: Server, operation: Operation, key: str, body: Json) -> Exchange:
    return server.ask(operation.id, body=body, extra={"Idempotency-Key": key})


def _told(exchange: Exchange) -> str:
    """What an answer says, but for what is new with each."""
    value = payload(exchange)
    return json.dumps({**value, "status": None} if isinstance(value, dict) else value)


def _altered(body: Json) -> Json:
    """Another value for one text of a body."""
    name = next(name for name, value in body.items() if isinstance(value, str))
    return {name: f"{body[name]}x"}
