"""Shapes of our extensions of OpenAPI.

Each extension is a JSON Schema in `EXTENSIONS`, by its name. `PLACES` says which objects have it.
`openapi.yaml` describes the meaning of each. House rules check what a shape cannot say.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs

from .document import Node, nodes, operations
from .findings import Finding, suggestion
from .shapes import findings_of

_TEXT: Node = {"type": "string", "minLength": 1}
_TEXTS: Node = {"type": "array", "items": _TEXT}


def _mapping(required: tuple[str, ...] = (), /, **properties: Node) -> Node:
    """Return the shape of a mapping; an underscore at the end of a name is not part of it."""
    named = {name.rstrip("_"): shape for name, shape in properties.items()}
    return {
        "type": "object",
        "properties": {"x-source": {"type": "object"}, **named},
        "required": list(required),
        "additionalProperties": False,
    }


_ARGUMENTS: Node = {
    "type": "object",
    "additionalProperties": {"type": ["string", "number", "boolean"]},
}
_PLAIN: Node = {"type": "object"}
_NEGATED = _mapping(since=_TEXT, equals=_PLAIN, absent=_TEXTS, not_=_PLAIN)
_ITEM = _mapping(("in",), in_=_TEXT, since=_TEXT, equals=_PLAIN, absent=_TEXTS, not_=_NEGATED)
_CONDITION = _mapping(
    status={"type": "integer", "minimum": 100, "maximum": 599},
    one=_ITEM,
    none=_ITEM,
    since=_TEXT,
    equals=_PLAIN,
    absent=_TEXTS,
    not_=_NEGATED,
)

EXTENSIONS: dict[str, Node] = {
    "x-source": _PLAIN,
    "x-idempotency": {"type": "string"},
    "x-effect": {"type": "string"},
    "x-permission": _TEXT,
    "x-prerequisites": _TEXTS,
    "x-enum-varnames": _TEXTS,
    "x-generated": {"type": "string"},
    "x-verify": _mapping(
        operationId=_TEXT,
        parameters=_ARGUMENTS,
        arguments={"type": "object", "additionalProperties": _mapping(description=_TEXT)},
        applied=_CONDITION,
        unapplied=_CONDITION,
        result={"type": ["object", "string", "null"]},
        repeatable={"type": "string"},
        candidates=_mapping(
            ("in", "since", "like", "show"),
            in_=_TEXT,
            since=_TEXT,
            like={"type": "object", "minProperties": 1, "maxProperties": 1},
            show={**_TEXTS, "minItems": 2, "maxItems": 2},
        ),
    ),
    "x-job": _mapping(
        operationId=_TEXT,
        parameters=_ARGUMENTS,
        status=_TEXT,
        done=_TEXTS,
        failed=_TEXTS,
        cancelled=_TEXTS,
    ),
    "x-pagination": _mapping(
        ("items",),
        items=_TEXT,
        key=_TEXT,
        size=_TEXT,
        cursor=_mapping(("parameter", "next"), parameter=_TEXT, next=_TEXT, more=_TEXT),
        link=_mapping(("next",), next=_TEXT),
        offset=_mapping(("parameter",), parameter=_TEXT, first={"type": "integer"}, total=_TEXT),
        page=_mapping(
            ("parameter", "first"), parameter=_TEXT, first={"type": "integer"}, total=_TEXT
        ),
    ),
    "x-batch": _mapping(
        ("parameter", "size", "key"),
        parameter=_TEXT,
        size={"type": "integer", "minimum": 1},
        key=_TEXT,
        select=_mapping(
            ("method", "summary", "equals"), method=_TEXT, summary=_TEXT, equals=_PLAIN
        ),
        follow=_mapping(("method", "summary"), method=_TEXT, summary=_TEXT),
    ),
    "x-bulk": _mapping(
        ("method", "summary"),
        method=_TEXT,
        summary=_TEXT,
        items=_TEXT,
        size={"type": "integer", "minimum": 1},
        arguments=_ARGUMENTS,
        results=_TEXT,
        key=_TEXT,
        rowsOf=_TEXT,
    ),
}
# Extensions of operations only; the others can be anywhere.
OF_OPERATIONS = frozenset(EXTENSIONS) - {"x-source", "x-enum-varnames", "x-generated"}


def extensions_are_shaped(document: Node) -> Iterator[Finding]:
    """Require of each extension that its name is known and its value is as described."""
    owners = {operation.at for operation in operations(document)}
    for at, node in nodes(document):
        known = EXTENSIONS if at in owners else [n for n in EXTENSIONS if n not in OF_OPERATIONS]
        for key in [key for key in node if key.startswith("x-")]:
            if key in known:
                yield from findings_of(_validator(key), node[key], EXTENSIONS[key], (*at, key))
            elif key in EXTENSIONS:
                yield Finding((*at, key), f"{key} belongs to an operation: move it there")
            else:
                text = f"unknown extension {key!r}: {suggestion(key, known)}"
                yield Finding((*at, key), text)


def pagination_is_of_one_kind(document: Node) -> Iterator[Finding]:
    """Require of a pagination that it names how the next page is requested, once."""
    kinds = ("cursor", "link", "offset", "page")
    for operation in operations(document):
        rule = operation.node.get("x-pagination")
        if isinstance(rule, dict) and len([kind for kind in kinds if kind in rule]) != 1:
            text = f"needs exactly one of {', '.join(kinds)}"
            yield Finding((*operation.at, "x-pagination"), text)


@cache
def _validator(name: str) -> Any:
    return jsonschema_rs.Draft202012Validator(EXTENSIONS[name])
