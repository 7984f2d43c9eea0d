"""Operators on requests: keys, parameters, bodies and idempotency keys are read wrongly."""

import html
import json
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlencode

from campaignkit_contract.spec.document import OperationNode

from ..mutant import Environ, Mutant
from .schema_places import Place, operations, request_places

_AUTHORIZATION = "HTTP_AUTHORIZATION"
_FULL_KEYS = {"sonarly": "Bearer fake-sonarly", "callers": "fake-callers"}


def request_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every operation."""
    for operation in operations():
        for name, bug in _key_bugs(operation).items():
            yield _mutant(name, operation, "", bug)
        for parameter in operation.parameters:
            if parameter["in"] != "path":
                for name, bug in _parameter_bugs(parameter).items():
                    yield _mutant(name, operation, parameter["name"], bug)
        yield _mutant("unknown parameter accepted", operation, "", _known_only(operation))
        for place in {str(place): place for place in request_places(operation.id)}.values():
            for name, change in _body_bugs(place).items():
                yield _mutant(name, operation, str(place), partial(_change_body, change=change))


def _mutant(
    name: str, operation: OperationNode, place: str, bug: Callable[[Environ], None]
) -> Mutant:
    name_of_place = f": {place}" if place else ""
    return Mutant(
        f"{name}: {operation.id}{name_of_place}",
        place or "of a request",
        (operation.id,),
        request=bug,
        operator=name,
    )


def _key_bugs(operation: OperationNode) -> dict[str, Callable[[Environ], None]]:
    if operation.id == "callers_organizations_sync":
        return {"key not needed": lambda environ: environ.update(HTTP_X_SYNC_SECRET="fake-sync")}
    full = _FULL_KEYS[operation.vendor]
    bugs: dict[str, Callable[[Environ], None]] = {
        "key not needed": lambda environ: environ.setdefault(_AUTHORIZATION, full),
        "any key accepted": lambda environ: (
            environ.update({_AUTHORIZATION: full}) if _AUTHORIZATION in environ else None
        ),
        "tenant not checked": partial(_replace_key, old=("-narrow", "-other"), full=full),
        "case of key ignored": partial(_rewrite, name=_AUTHORIZATION, change=_lower_key),
        "key trimmed": partial(_rewrite, name=_AUTHORIZATION, change=lambda key: key[: len(full)]),
    }
    if operation.vendor == "sonarly" and operation.method != "GET":
        bugs["permission not checked"] = partial(_replace_key, old=("-read",), full=full)
    if operation.node.get("x-idempotency") == "keyed":
        header = "HTTP_IDEMPOTENCY_KEY"
        bugs |= {
            "idempotency key ignored": lambda environ: environ.pop(header, None),
            "idempotency key in any case": partial(_rewrite, name=header, change=str.lower),
            "idempotency key cut": partial(_rewrite, name=header, change=lambda key: key[:4]),
            "idempotency keys confused": partial(_rewrite, name=header, change=lambda _: "key"),
        }
    return bugs


def _replace_key(environ: Environ, old: tuple[str, ...], full: str) -> None:
    if environ.get(_AUTHORIZATION, "").endswith(old):
        environ[_AUTHORIZATION] = full


def _lower_key(value: str) -> str:
    word, space, key = value.rpartition(" ")
    return f"{word}{space}{key.lower()}"


def _rewrite(environ: Environ, name: str, change: Callable[[str], str]) -> None:
    if name in environ:
        environ[name] = change(environ[name])


def _parameter_bugs(parameter: dict[str, Any]) -> dict[str, Callable[[Environ], None]]:
    name = parameter["name"]
    if parameter["in"] == "header":
        variable = f"HTTP_{name.upper().replace('-', '_')}"
        return {"parameter ignored": lambda environ: environ.pop(variable, None)}
    bugs: dict[str, Callable[[Any], Any]] = {
        "parameter ignored": lambda _: None,
        "parameter emptied": lambda _: "",
    }
    if parameter["schema"].get("type") not in {"integer", "number", "boolean"}:
        bugs["parameter in any case"] = str.lower
    if parameter["schema"].get("type") in {"integer", "number"}:
        bugs["parameter off by one"] = partial(_add, step=1)
        bugs["parameter one too low"] = partial(_add, step=-1)
    if parameter["schema"].get("type") == "boolean":
        bugs["parameter flipped"] = lambda value: "false" if value == "true" else "true"
    if parameter["schema"].get("type") == "array":
        bugs["first value only"] = lambda value: value.partition(",")[0]
        bugs["last value lost"] = lambda value: value.rpartition(",")[0] or value
    return {bug: partial(_change_query, name=name, change=change) for bug, change in bugs.items()}


def _add(value: str, step: int) -> str:
    return str(int(value) + step) if value.lstrip("-").isdecimal() else value


def _change_query(environ: Environ, name: str, change: Callable[[Any], Any]) -> None:
    pairs = parse_qsl(environ["QUERY_STRING"], keep_blank_values=True)
    if name in dict(pairs):
        changed = [(key, change(value) if key == name else value) for key, value in pairs]
        _set_query(environ, [pair for pair in changed if pair[1] is not None])


def _known_only(operation: OperationNode) -> Callable[[Environ], None]:
    known = {parameter["name"] for parameter in operation.parameters}

    def bug(environ: Environ) -> None:
        pairs = parse_qsl(environ["QUERY_STRING"], keep_blank_values=True)
        if {name for name, _ in pairs} - known:
            _set_query(environ, [pair for pair in pairs if pair[0] in known])

    return bug


def _set_query(environ: Environ, pairs: list[tuple[str, str]]) -> None:
    query = urlencode(pairs, safe=",")
    path = environ["REQUEST_URI"].partition("?")[0]
    environ |= {"QUERY_STRING": query, "REQUEST_URI": f"{path}?{query}" if query else path}


def _body_bugs(place: Place) -> dict[str, Callable[[Any], None]]:
    bugs: dict[str, Callable[[Any], None]] = {
        "field not read": partial(place.change, change=lambda parent, name: parent.pop(name)),
    }
    # Ids and known values are short and plain. No document says how others are taken.
    is_plain = place.path[-1].endswith("Id") or place.has_known_values
    for kind, changes in _OF_VALUE.items():
        if kind in place.types and not (kind == "string" and is_plain):
            bugs |= {
                name: partial(place.replace, replacement=change) for name, change in changes.items()
            }
    return bugs


def _of_text(change: Callable[[str], str]) -> Callable[[Any], Any]:
    return lambda value: change(value) if isinstance(value, str) else value


_OF_VALUE: dict[str, dict[str, Callable[[Any], Any]]] = {
    "string": {
        "text trimmed": _of_text(str.strip),
        "text cut": _of_text(lambda text: text[:40]),
        "text in small letters": _of_text(str.lower),
        "text escaped": _of_text(html.escape),
        "text without four-byte characters": _of_text(
            lambda text: "".join(letter if ord(letter) < 0x10000 else "?" for letter in text)
        ),
        "text normalized": _of_text(lambda text: unicodedata.normalize("NFC", text)),
        "text as null": _of_text(lambda text: text or None),  # type: ignore[arg-type,return-value]
    },
    "integer": {
        "number off by one": lambda value: value + 1,
        "zero lost": lambda value: value or 1,
    },
    "number": {"number rounded": round, "zero lost": lambda value: value or 1},
    "boolean": {"answer flipped": lambda value: not value},
    "array": {
        "first value only": lambda value: value[:1],
        "last value lost": lambda value: value[:-1] or value,
        "values sorted": lambda value: sorted(value, key=json.dumps),
        "repetitions kept once": lambda value: [
            item for at, item in enumerate(value) if item not in value[:at]
        ],
    },
}


def _change_body(environ: Environ, change: Callable[[Any], None]) -> None:
    data = environ["wsgi.input"].getvalue()
    try:
        body = json.loads(data)
        change(body)
        data = json.dumps(body).encode()
    except (ValueError, TypeError, AttributeError, RecursionError):
        pass  # The fake rejects it.
    environ |= {"wsgi.input": BytesIO(data), "CONTENT_LENGTH": str(len(data))}
