"""Operators on responses: fields, values, lists, statuses, headers and errors."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from campaignkit_contract.spec.document import OperationNode
from werkzeug import Request, Response

from ..mutant import SUCCESS_RANGE, Json, Mutant, write
from .schema_places import ITEM, Place, operations, response_places

IDENTITY = frozenset(
    {"id", "jobId", "scanId", "leadId", "prospectId", "workflowInstanceId", "createdAt"}
)
_ERRORS = (400, 401, 403, 404, 409, 422)


def response_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every operation."""
    for operation in operations():
        places = {str(place): place for place in response_places(operation.id)}.values()
        for place in places:
            yield from _of_place(operation.id, place)
        yield from _of_response(operation)


def _of_place(operation: str, place: Place) -> Iterator[Mutant]:
    is_null = place.types == {"null"}  # Some changes would change nothing.
    for name, bug in _OF_ANY.items():
        if not (is_null and bug is _null):
            yield _of_body(name, operation, str(place), partial(place.change, change=bug))
    for types, bugs in _OF_TYPE.items():
        if types in place.types:
            for name, replacement in bugs.items():
                change = partial(place.replace, replacement=replacement)
                yield _of_body(name, operation, str(place), change)
    if place.schema.get("format") == "date-time":
        for name, replacement in _OF_TIME.items():
            change = partial(place.replace, replacement=replacement)
            yield _of_body(name, operation, str(place), change)
    if is_null or _is_fixed(operation, place):
        return
    yield Mutant(
        f"field outdated: {operation}: {place}",
        "The value is that of an earlier response to the same request.",
        (operation,),
        SUCCESS_RANGE,
        response=_Outdated(place),
        operator="field outdated",
    )


def _is_fixed(operation: str, place: Place) -> bool:
    """Return True if a field is the same in every response to one request."""
    [node] = [found.node for found in operations() if found.id == operation]
    is_of_path = "201" not in node["responses"] and ITEM not in place.path
    return is_of_path and place.path[-1] in IDENTITY


def _dropped(parent: Json, name: str) -> None:
    del parent[name]


def _renamed(parent: Json, name: str) -> None:
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
    parent[snake if snake != name else f"{name}_"] = parent.pop(name)


def _null(parent: Json, name: str) -> None:
    parent[name] = None


_OF_ANY: dict[str, Callable[[Json, str], None]] = {
    "field dropped": _dropped,
    "field renamed": _renamed,
    "field null": _null,
}


def _retyped(value: Any) -> Any:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case list():
            return dict(enumerate(value))
        case dict():
            return list(value.values())
    return [value]


def _shifted(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value) + timedelta(hours=2)
    except ValueError:
        return value
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


_OF_TYPE: dict[str, dict[str, Callable[[Any], Any]]] = {
    "string": {
        "field retyped": _retyped,
        "text emptied": lambda _: "",
        "text shortened": lambda value: value[: max(1, len(value) - 2)],
        "text in capitals": lambda value: value.upper() if isinstance(value, str) else value,
    },
    "integer": {"field retyped": _retyped, "number off by one": lambda value: value + 1},
    "number": {"field retyped": _retyped, "number off by one": lambda value: value + 1},
    "boolean": {"field retyped": _retyped, "answer flipped": lambda value: not value},
    "array": {
        "field retyped": _retyped,
        "list emptied": lambda _: [],
        "last item lost": lambda value: value[:-1],
        "first item lost": lambda value: value[1:],
        "item repeated": lambda value: [*value, *value[-1:]],
    },
    "object": {"field retyped": _retyped, "field added": lambda value: {**value, "extra": 1}},
}
_OF_TIME: dict[str, Callable[[Any], Any]] = {
    "zone lost": lambda value: value.removesuffix("Z"),
    "time shifted": _shifted,
}


class _Outdated:
    """Response with the value that a property had at the first request of its kind."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._first: dict[str, list[Any]] = {}

    def __call__(self, request: Request, response: Response) -> None:
        """Put the first values into a response, as far as there are as many."""
        body = response.get_json(silent=True)
        values: list[Any] = []
        self._place.change(body, lambda parent, name: values.append(parent[name]))
        old = iter(self._first.setdefault(request.environ["REQUEST_URI"], values))
        self._place.change(body, lambda parent, name: parent.update({name: next(old, None)}))
        write(response, body)


def _of_body(name: str, operation: str, where: str, change: Callable[[Any], object]) -> Mutant:
    def respond(_: Request, response: Response) -> None:
        body = response.get_json(silent=True)
        change(body)
        write(response, body)

    return Mutant(
        f"{name}: {operation}: {where}",
        f"{where} of a success",
        (operation,),
        SUCCESS_RANGE,
        response=respond,
        operator=name,
    )


def _of_response(operation: OperationNode) -> Iterator[Mutant]:
    documented = [int(status) for status in operation.node["responses"] if status.isdecimal()]
    for status in documented:
        if status in _ERRORS or status < 300:
            others = _ERRORS if status >= 300 else (200, 201, 202, 204)
            other = others[(others.index(status) + 1) % len(others)]
            text, change = f"{status} becomes {other}", partial(_set_status, status=other)
            yield _of_status("wrong status", operation.id, status, change, text)
    for status in (status for status in documented if status in _ERRORS):
        bugs: dict[str, Callable[[Response], object]] = {
            "error as success": _as_success,
            "error empty": _emptied,
            "error as page": _as_page,
            "internals shown": partial(_shown, text='Traceback: File "/srv/app/db.py", line 41'),
            "error renamed": _error_renamed,
        }
        for name, bug in bugs.items():
            yield _of_status(name, operation.id, status, bug, f"of a {status}")
    success = next(status for status in documented if status < 300)
    of_success: dict[str, Callable[[Response], object]] = {
        "wrong content type": _as_text,
        "body cut": lambda response: response.set_data(response.get_data()[:-1]),
        "success as failure": partial(_set_status, status=500),
    }
    if operation.vendor == "sonarly":
        of_success["trace id repeated"] = _same_trace
    for name, bug in of_success.items():
        yield _of_status(name, operation.id, success, bug, f"of a {success}")


def _of_status(
    name: str, operation: str, status: int, bug: Callable[[Response], object], text: str
) -> Mutant:
    def respond(_: Request, response: Response) -> None:
        bug(response)

    return Mutant(
        f"{name}: {operation}: {text}",
        text,
        (operation,),
        (status,),
        response=respond,
        operator=name,
    )


def _set_status(response: Response, status: int) -> None:
    response.status_code = status


def _as_success(response: Response) -> None:
    response.status_code = 200


def _emptied(response: Response) -> None:
    write(response, {})


def _as_page(response: Response) -> None:
    response.set_data(b"<html><body>Something went wrong</body></html>")
    response.content_type = "text/html"


def _shown(response: Response, text: str) -> None:
    body: Json = response.get_json()
    shown = body["error"] if isinstance(body.get("error"), dict) else body
    shown["message"] = f"{shown.get('message')} {text}"
    write(response, body)


def _error_renamed(response: Response) -> None:
    body: Json = response.get_json()
    shown = body["error"] if isinstance(body.get("error"), dict) else body
    shown["detail"] = shown.pop("message", None)
    write(response, body)


def _as_text(response: Response) -> None:
    response.content_type = "text/plain"


def _same_trace(response: Response) -> None:
    body = json.loads(response.get_data() or b"null")
    if isinstance(body, dict) and "traceId" in body:
        write(response, {**body, "traceId": "7a0000000000000000000000"})
