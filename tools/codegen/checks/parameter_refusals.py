"""Parameters that no style of OpenAPI can carry, or whose style has no defined format."""

import re
from collections import Counter
from collections.abc import Iterator

from ..media_types import base_of
from ..parameter_forms import ParameterForm, merged_parameters, parameter_form
from .document import Node, operations, resolve
from .findings import Finding

_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
_CONTENT = "use content with application/json"
_COMPOSITIONS = ("allOf", "anyOf", "oneOf")
_MAX_DEPTH = 20
TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110


def unsupported_parameters(document: Node) -> Iterator[Finding]:
    """Refuse a parameter whose values its style cannot carry."""
    for operation in operations(document):
        item = document["paths"][operation.path]
        for (location, name), count in Counter(_keys(document, operation.node)).items():
            if count > 1:
                text = f"{location} parameter {name!r} is declared twice: remove one"
                yield Finding(operation.at, text)
        for node in merged_parameters(document, item, operation.node):
            form = parameter_form(node)
            for problem in problems_of(document, form):
                yield Finding(operation.at, f"{form.location} parameter {form.name!r}: {problem}")


def _keys(document: Node, owner: Node) -> Iterator[tuple[str, str]]:
    for node in owner.get("parameters", []):
        target = resolve(document, node)
        yield target["in"], target["name"]


def problems_of(document: Node, form: ParameterForm) -> Iterator[str]:
    """Yield the reasons why a parameter cannot be carried, with the correction."""
    if form.location in ("header", "cookie") and not TOKEN.fullmatch(form.name):
        yield f"the name is not allowed in a {form.location}: use letters, digits and hyphens"
    if form.is_json:
        yield from _content_problems(form)
        return
    if form.style not in _STYLES[form.location]:
        yield f"style {form.style} is not for a {form.location}: {_use(form.location)}"
        return
    kinds = kinds_of(document, form.schema)
    if form.style == "deepObject" and kinds != {"object"}:
        yield "style deepObject is for objects: use style form"
    elif form.style == "deepObject" and form.node.get("explode") is False:
        yield "style deepObject is not defined with explode: false: remove explode"
    if form.style.endswith("Delimited") and (form.explode or not kinds <= {"array", "object"}):
        yield f"style {form.style} is for arrays with explode: false: {_use('query')}"
    if form.style == "label" and not form.explode and kinds & {"array", "object"}:
        yield "style label differs between versions of OpenAPI: use explode: true"
    if form.location == "cookie" and form.explode and kinds & {"array", "object"}:
        yield "a cookie has one value: use explode: false"
    if kinds & {"array", "object"} and is_nested(document, form.schema):
        yield f"style {form.style} cannot nest arrays and objects: {_CONTENT}"


def _content_problems(form: ParameterForm) -> Iterator[str]:
    name = next(iter(form.node["content"]), "")
    if not base_of(name).endswith(("/json", "+json")):
        yield f"content {name} is not supported: use application/json, or a schema"
    elif form.location == "cookie":
        yield "a cookie cannot hold JSON: use a schema"


def _use(location: str) -> str:
    return f"use style {' or '.join(_STYLES[location])}"


def kinds_of(document: Node, schema: Node, depth: int = 0) -> set[str]:
    """Return which of `array`, `object` and `single` the values of a schema can be."""
    target = resolve(document, schema)
    branches = [branch for word in _COMPOSITIONS for branch in target.get(word, [])]
    types = target.get("type", [])
    names = {types} if isinstance(types, str) else set(types)
    if not names and "properties" in target:
        names = {"object"}
    kinds = {name if name in ("array", "object") else "single" for name in names - {"null"}}
    if depth < _MAX_DEPTH:
        kinds.update(*(kinds_of(document, branch, depth + 1) for branch in branches))
    return kinds


def is_nested(document: Node, schema: Node, depth: int = 0) -> bool:
    """Return True if an item or a property is an array or an object."""
    target = resolve(document, schema)
    inner = [*target.get("properties", {}).values()]
    inner += [
        target[word]
        for word in ("items", "additionalProperties")
        if isinstance(target.get(word), dict)
    ]
    if any(kinds_of(document, part) & {"array", "object"} for part in inner):
        return True
    branches = [branch for word in _COMPOSITIONS for branch in target.get(word, [])]
    return depth < _MAX_DEPTH and any(is_nested(document, part, depth + 1) for part in branches)
