"""The laws of how the APIs are spoken: credentials, ids, methods, filters, trace ids, pages.

Most are read off the spec, so they hold for operations that are yet to come.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from ..exchange import Exchange
from ..spec.routes import Operation, Route
from ..targets.target import (
    CALLERS_LIST,
    GET,
    LEAD_STATUS,
    LIST,
    NOBODY,
    BrokenError,
    Json,
    Server,
    credential,
    fitting,
    header_of,
    payload,
)

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE")
# An encoded slash splits nothing: else the last one would be the path of a start.
_ODD_IDS = ("-", "0", "x" * 300, "Zürich", "50%", " ", "a,b", "'\"<>", "a/b", f"{NOBODY}/start")
_PAGE_SIZES = ("1", "2", "3", "100")
_REFUSED = frozenset({400, 403, 404, 414})


def credentials(server: Server) -> Iterator[str]:
    """Without its key in the right form every operation answers 401, in the vendor's error form."""
    for route, method, operation in server.operations():
        for how, headers in _wrong_credentials(server, route, operation):
            exchange = server.ask(
                operation.id, _harmless(route, method, operation), headers=headers
            )
            if exchange.status != 401:
                yield f"{operation.id} answers {exchange.status} to {how}"
            yield from (f"to {how}: {each}" for each in server.judge.findings(exchange))


def no_oracle(server: Server) -> Iterator[str]:
    """Who is not let in learns nothing: real ids and made-up ones are refused in the same words."""
    for _, method, operation in server.operations():
        names = [each.name for each in operation.parameters if each.is_required]
        asked: list[Mapping[str, str | None]] = [{}, dict.fromkeys(names, NOBODY)]
        if method == "GET" and len({_words(server, operation, each) for each in asked}) > 1:
            yield f"{operation.id} refuses a real id in other words than one that nobody has"


def reading_key(server: Server) -> Iterator[str]:
    """A key that may only read reads all, is refused every write with 403, and changes nothing."""
    for route, method, operation in server.operations():
        key = server.readers.get(route.vendor)
        if key is None:
            continue
        if method == "GET":
            status = server.ask(operation.id, key=key).status
            if status != 200:
                yield f"{operation.id} answers {status} to a key that may read"
        else:
            yield from _refused_write(server, operation, key)


def strangers(server: Server) -> Iterator[str]:
    """A key of somebody else's is refused everywhere: with 403, or as if nothing were there."""
    for route, method, operation in server.operations():
        key = server.strangers.get(route.vendor)
        # Of Callers.ai's operations some document no 403; Sonarly's name their account group.
        allowed = {403} if route.vendor == "sonarly" else {403, 404}
        is_theirs = header_of(operation) == "Authorization"  # and no secret that is nobody's own
        if key and is_theirs and _ids(operation):
            status = server.ask(operation.id, _harmless(route, method, operation), key=key).status
            if status not in allowed & _documented(operation):
                yield f"{operation.id} answers {status} to a key of somebody else"


def sub_organization(server: Server) -> Iterator[str]:
    """Nobody acts for a sub organization that is not the key's own."""
    operation = server.operation(CALLERS_LIST)
    key = credential(operation, server.keys.get("callers", ""))
    headers = {"Authorization": key, "x-sub-organization-id": NOBODY}
    status = server.ask(CALLERS_LIST, headers=headers).status
    if status not in _REFUSED:
        yield f"{CALLERS_LIST} answers {status} for a sub organization that nobody has"


def unknown_ids(server: Server) -> Iterator[str]:
    """What nobody has is answered 404, and a group that nobody has 403 or 404."""
    for route, _, operation in server.operations():
        for name in _ids(operation):
            is_in_group = f"{{{name}}}" in route.template.partition("}")[2]
            allowed = {404} if is_in_group else {403, 404}
            # A lookup that documents no such answer finds nothing, and says so with 200.
            if not allowed & _documented(operation):
                continue
            status = server.ask(operation.id, {name: _nobody(operation, name)}).status
            if status not in allowed:
                yield f"{operation.id} answers {status} for {name} that nobody has"


def odd_ids(server: Server) -> Iterator[str]:
    """An id of an unusual form is refused like any other that nobody has; nothing breaks by it."""
    for route, method, operation in server.operations():
        for name in _ids(operation):
            is_harmless = method == "GET" or name == _last(route)
            if is_harmless and (name == "accountGroupId" or 404 in _documented(operation)):
                for odd in _ODD_IDS:
                    status = server.ask(operation.id, {name: odd}).status
                    if status not in _REFUSED:
                        yield f"{operation.id} answers {status} for {name} {odd[:9]!r}"


def odd_leads(server: Server) -> Iterator[str]:
    """The id of a lead may be any text without a comma."""
    for odd in (each for each in _ODD_IDS if "," not in each):
        exchange = server.ask(LEAD_STATUS, {"leadIds": odd})
        if exchange.status not in {200, 400, 414}:
            yield f"{LEAD_STATUS} answers {exchange.status} for the lead {odd[:9]!r}"


def methods(server: Server) -> Iterator[str]:
    """A method that a path does not have is answered 405, with those that it has in Allow."""
    for route, _, operation in server.operations():
        for method in (each for each in _METHODS if each not in route.operations):
            exchange = server.call(method, route, operation)
            if exchange.status != 405:
                yield f"{method} {route.template} is answered {exchange.status}"
            yield from map(str, server.judge.findings(exchange))


def required(server: Server) -> Iterator[str]:
    """A call without a parameter that it needs is answered 400."""
    for _, _, operation in server.operations():
        for each in operation.parameters:
            if each.is_required and each.location == "query":
                status = server.ask(operation.id, {each.name: None}).status
                if status != 400:
                    yield f"{operation.id} answers {status} without {each.name}"


def validation_code(server: Server) -> Iterator[str]:
    """The code of Sonarly's 400 is VALIDATION_ERROR, as every page prints."""
    exchange = server.ask(LEAD_STATUS, {"leadIds": None})
    code = json.loads(exchange.body or b"{}")["error"]["code"]
    if code != "VALIDATION_ERROR":
        yield f"{LEAD_STATUS} answers a 400 with the code {code}"


def filter_by_group(server: Server) -> Iterator[str]:
    """A campaign group's campaigns are those of the whole list that name it, as they are there."""
    whole = {each["id"]: each for each in server.data(CALLERS_LIST)}
    groups = {each.get("campaignGroupId"): None for each in whole.values()}
    for group in [*(each for each in groups if each), NOBODY]:
        exchange = server.ask(CALLERS_LIST, {"campaignGroupId": group})
        filtered = payload(exchange) if exchange.status == 200 else []
        expected = [each for each in whole.values() if each.get("campaignGroupId") == group]
        if _by_id(filtered) != _by_id(expected) or len(filtered) != len(expected):
            yield f"of {len(expected)} campaigns of {group} {len(filtered)} are answered, or others"


def trace_ids(server: Server) -> Iterator[str]:
    """No two answers have the same trace id, be they successes or errors."""
    exchanges = [server.ask(each) for each in (LIST, GET, LEAD_STATUS, GET)]
    exchanges += [server.ask(GET, {"campaignId": NOBODY}) for _ in range(2)]
    exchanges += [server.ask(LIST, headers={}) for _ in range(2)]
    ids = [(exchange, _trace_id(exchange)) for exchange in exchanges]
    for id_, count in Counter(id_ for _, id_ in ids).items():
        if count > 1:
            yield f"the trace id {id_!r} names {count} answers"


def whole_by_pages(server: Server) -> Iterator[str]:
    """Whatever their size, pages hold every item of the whole once, and come to an end."""
    for _, method, operation in server.operations():
        has_pages = any(each.name == "cursor" for each in operation.parameters)
        # Of a live server not every id that a path needs is known.
        if method == "GET" and has_pages and server.ask(operation.id).status == 200:
            whole = _paged(server, operation.id, None)
            if len({repr(each) for each in whole}) < len(whole):
                yield f"{operation.id} answers an item on two pages"
            for size in _PAGE_SIZES:
                if _paged(server, operation.id, size) != whole:
                    yield f"{operation.id} answers another whole by pages of {size}"


def _wrong_credentials(
    server: Server, route: Route, operation: Operation
) -> Iterator[tuple[str, dict[str, str]]]:
    key, header = server.key(route, operation) or "", header_of(operation)
    wrong = {
        "an empty credential": "",
        "a key cut short": credential(operation, key[:-1]),
        "a longer key": credential(operation, f"{key}x"),
        "a key in other letters": credential(operation, key.swapcase()),
        "another scheme": f"Basic {key}",
    }
    if credential(operation, key) != key:
        wrong |= {"a bare key": key, "a scheme word alone": "Bearer", "no space": f"Bearer{key}"}
    others = {name: each for name, each in server.keys.items() if each != key}
    wrong |= {f"the key of {name}": credential(operation, each) for name, each in others.items()}
    yield "no credential", {}
    yield from ((how, {header: value}) for how, value in wrong.items())


def _harmless(route: Route, method: str, operation: Operation) -> dict[str, str | None]:
    """Values by which a write that should be refused finds nothing to change."""
    name = _last(route)
    return {} if method == "GET" or not name else {name: _nobody(operation, name)}


def _nobody(operation: Operation, name: str) -> str:
    """A value that nobody has, in the form of the parameter."""
    [parameter] = [each for each in operation.parameters if each.name == name]
    return fitting(parameter, NOBODY)


def _documented(operation: Operation) -> set[int]:
    """The statuses that the spec has for an operation."""
    return {int(status) for status in operation.answers if status.isdecimal()}


def _last(route: Route) -> str:
    """The last parameter of a path; nothing where it has none."""
    names = re.findall(r"{(\w+)}", route.template)
    return names[-1] if names else ""


def _ids(operation: Operation) -> list[str]:
    """The parameters of an operation that name something which has to be there."""
    return [
        each.name
        for each in operation.parameters
        if each.is_required and each.location in {"path", "query"} and each.name != "leadIds"
    ]


def _refused_write(server: Server, operation: Operation, key: str) -> Iterator[str]:
    campaign_id = next(iter(server.startable), NOBODY)
    before = server.ask(GET, {"campaignId": campaign_id})
    status = server.ask(operation.id, {"campaignId": campaign_id}, key=key).status
    after = server.ask(GET, {"campaignId": campaign_id})
    if status != 403:
        yield f"{operation.id} answers {status} to a key that may only read"
    if _without_trace(before.body) != _without_trace(after.body):
        yield f"{operation.id} changed something for a key that may only read"


def _words(server: Server, operation: Operation, values: Mapping[str, str | None]) -> str:
    """What somebody without a key is told, but for the ids, which the call itself has named."""
    exchange = server.ask(operation.id, values, headers={})
    text = f"{exchange.status} {_without_trace(exchange.body)}"
    for known in chain([NOBODY], *server.ids.values()):
        text = text.replace(known, "")
    return text


def _without_trace(body: bytes | None) -> str:
    value = json.loads(body or b"null")
    return json.dumps({**value, "traceId": None} if isinstance(value, dict) else value)


def _paged(server: Server, operation_id: str, size: str | None) -> list[Any]:
    """All items, page by page; a BrokenError where there is no end to it."""
    items: list[Any] = []
    seen: list[str | None] = []
    cursor: str | None = None
    while cursor not in seen:
        seen.append(cursor)
        page = server.data(operation_id, cursor=cursor, limit=size)
        items += page["items"]
        if size and len(page["items"]) > int(size):
            raise BrokenError(f"{operation_id} answers more than {size} items")
        cursor = page["nextCursor"]
        if page["hasMore"] is not (cursor is not None):
            raise BrokenError(f"{operation_id} has no cursor where there is more, or the reverse")
        if cursor is None:
            return items
    raise BrokenError(f"{operation_id} repeats a cursor")


def _trace_id(exchange: Exchange) -> Any:
    return json.loads(exchange.body or b"{}")["traceId"]


def _by_id(items: list[Json]) -> dict[str, Json]:
    return {each["id"]: each for each in items}
