"""The spec at run time: its operations, how they are routed, and what each one takes.

The spec is read as the JSON that ships beside the generated client, so no YAML is needed here.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPMethod
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, unquote

from jsonschema_rs import Draft202012Validator
from werkzeug.datastructures import Headers
from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, Rule

from ._bodies import Refusal
from ._records import JSON, Vendor

_SCALARS: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    # No more digits than a 64-bit number has: Python refuses to read thousands of them.
    "integer": (re.compile(r"-?[0-9]{1,18}"), int),
    "number": (re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?"), float),
    "boolean": (re.compile(r"true|false"), "true".__eq__),
}
_TEXT = (re.compile(r".*", re.DOTALL), str)


def vendor_of(path: str) -> Vendor:
    """Return whose API a path is of; only Sonarly's paths have a version."""
    return "sonarly" if path.startswith("/v1/") else "callers"


@dataclass(frozen=True)
class Parameter:
    """One parameter of an operation."""

    name: str
    location: str
    is_required: bool
    schema: JSON
    validator: Draft202012Validator

    def value_of(self, text: str) -> Any:
        """Return the text as the schema's type, or unchanged for the validator to refuse."""
        if self.schema.get("type") == "array":
            return [_scalar(self.schema["items"], item) for item in text.split(",")]
        return _scalar(self.schema, text)


def _scalar(schema: JSON, text: str) -> Any:
    pattern, convert = _SCALARS.get(schema.get("type", ""), _TEXT)
    return convert(text) if pattern.fullmatch(text) else text


@dataclass(frozen=True)
class Operation:
    """One operation of the spec."""

    id: str
    vendor: Vendor
    scheme: JSON
    """The security scheme that guards it."""
    permission: str | None
    is_keyed: bool
    """Whether a repeat with the same idempotency key is answered like the first."""
    success: int
    """The status of a success."""
    parameters: tuple[Parameter, ...]
    body: Draft202012Validator | None
    """What its JSON body must be, if it takes one."""
    is_body_required: bool
    invalid: int
    """The status of the answer to what is not valid."""

    def credential(self, headers: Headers) -> str | None:
        """Return the key that a request carries, if it carries one in the scheme's form."""
        if self.scheme["type"] == "apiKey":
            return headers.get(self.scheme["name"])
        word, _, key = headers.get("Authorization", "").partition(" ")
        return key if word.lower() == self.scheme["scheme"] else None

    def arguments(self, path: Mapping[str, str], query: str, headers: Headers, body: bytes) -> JSON:
        """Return the request's values by parameter name, or refuse with all that is wrong."""
        problems: list[tuple[str, str]] = []
        sources: dict[str, Mapping[str, str] | Headers] = {
            "path": _decoded_path(path, problems),
            "query": self._decoded_query(query, problems),
            "header": headers,
        }
        arguments = {}
        for parameter in self.parameters:
            text = sources[parameter.location].get(parameter.name)
            if text is not None:
                value = arguments[parameter.name] = parameter.value_of(text)
                errors = parameter.validator.iter_errors(value)
                problems += ((parameter.name, error.message) for error in errors)
            elif parameter.is_required:
                problems.append((parameter.name, "is required"))
        if self.body and (body or self.is_body_required):
            arguments["body"] = _decoded_body(self.body, body, problems)
        if problems:
            raise _invalid(problems, self.invalid)
        return arguments

    def _decoded_query(self, query: str, problems: list[tuple[str, str]]) -> dict[str, str]:
        try:
            pairs = parse_qsl(query, keep_blank_values=True, errors="strict")
        except UnicodeDecodeError:
            raise _invalid([("query", "is not UTF-8")], self.invalid) from None
        known = {each.name for each in self.parameters if each.location == "query"}
        for name, times in Counter(name for name, _ in pairs).items():
            if name not in known:
                problems.append((name, "is not a parameter of this operation"))
            elif times > 1:
                problems.append((name, "is given more than once"))
        return dict(pairs)


def _invalid(problems: list[tuple[str, str]], status: int) -> Refusal:
    return Refusal(status, "The request is not valid.", details=problems)


def _decoded_path(path: Mapping[str, str], problems: list[tuple[str, str]]) -> dict[str, str]:
    decoded = {}
    for name, text in path.items():
        try:
            decoded[name] = unquote(text, errors="strict")
        except UnicodeDecodeError:
            problems.append((name, "is not UTF-8"))
    return decoded


def _decoded_body(
    validator: Draft202012Validator, body: bytes, problems: list[tuple[str, str]]
) -> Any:
    try:
        value = json.loads(body)
        # JSON can spell half a character ("\ud800"), which no answer could repeat in UTF-8.
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        problems.append(("body", "is not JSON"))
        return None
    for error in validator.iter_errors(value):
        where = "/".join(map(str, ["body", *error.instance_path]))
        problems.append((where, error.message))
    return value


class Contract:
    """All operations of a spec, by id and by route."""

    def __init__(self, document: JSON) -> None:
        self._document = document
        paths = document["paths"]
        self._routes = {path: self._operations(path, item) for path, item in paths.items()}
        self.operations = {
            each.id: each for item in self._routes.values() for each in item.values()
        }
        rules = (Rule(re.sub(r"{(\w+)}", r"<\1>", path), endpoint=path) for path in paths)
        self._map = Map(rules, merge_slashes=False).bind("fake")

    def route(self, method: str, path: str) -> tuple[Operation, Mapping[str, str]]:
        """Return the operation for a path, and the path's values, both still percent-encoded."""
        try:
            # Werkzeug would take `//campaigns` for `/campaigns`.
            template, values = self._map.match("" if path.startswith("//") else path)
        except NotFound:
            raise Refusal(404, "There is no such path.") from None
        methods = self._routes[template]
        if method not in methods:
            allowed = ", ".join(sorted(methods))
            raise Refusal(405, f"This path takes {allowed}.", headers={"Allow": allowed})
        return methods[method], values

    def _operations(self, path: str, item: JSON) -> dict[str, Operation]:
        return {
            method.upper(): self._operation(path, item, node)
            for method, node in item.items()
            if method.upper() in HTTPMethod.__members__
        }

    def _operation(self, path: str, item: JSON, node: JSON) -> Operation:
        [requirement] = node["security"]
        [scheme] = requirement
        body = self._resolved(node.get("requestBody", {}))
        media = body.get("content", {}).get("application/json")
        statuses = node["responses"]
        return Operation(
            id=node["operationId"],
            vendor=vendor_of(path),
            scheme=self._document["components"]["securitySchemes"][scheme],
            permission=node.get("x-permission"),
            is_keyed=node.get("x-idempotency") == "keyed",
            success=min(int(status) for status in node["responses"] if status.startswith("2")),
            parameters=tuple(
                self._parameter(self._resolved(each))
                for each in (*item.get("parameters", ()), *node.get("parameters", ()))
            ),
            body=self._validator(media["schema"]) if media else None,
            is_body_required=body.get("required", False),
            # Where a page lists no 400, its 422 is what stands for it.
            invalid=422 if "422" in statuses and "400" not in statuses else 400,
        )

    def _parameter(self, node: JSON) -> Parameter:
        return Parameter(
            name=node["name"],
            location=node["in"],
            is_required=node.get("required", False),
            schema=self._resolved(node["schema"]),
            validator=self._validator(node["schema"]),
        )

    def _validator(self, schema: JSON) -> Draft202012Validator:
        # The components come along for the references among them.
        rooted = {**schema, "components": self._document["components"]}
        return Draft202012Validator(rooted, validate_formats=True)

    def _resolved(self, node: JSON) -> JSON:
        while "$ref" in node:
            section, name = node["$ref"].removeprefix("#/components/").split("/")
            node = self._document["components"][section][name]
        return node


def read_document() -> JSON:
    """Return the spec that ships with the client."""
    document: JSON = json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes())
    return document


@cache
def shipped_contract() -> Contract:
    """Return the contract of the shipped spec, read once for all fakes of a process."""
    return Contract(read_document())
