"""The spec at run time: operations, routes and parameters.

The spec is read as the JSON that ships beside the generated client, so no YAML is needed here.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
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

from .errors import ApiError
from .request_parsing import Problems, RequestBody, scalar
from .types import JSON, Vendor


def vendor_of(path: str) -> Vendor:
    """Return the vendor of a path; only Sonarly's paths have a version."""
    return "sonarly" if path.startswith("/v1/") else "callers"


@dataclass(frozen=True)
class Parameter:
    """Parameter of an operation."""

    name: str
    location: str
    is_required: bool
    schema: JSON
    validator: Draft202012Validator

    def value_of(self, text: str) -> Any:
        """Return the text as the schema's type, or unchanged for the validator to refuse."""
        if self.schema.get("type") == "array":
            return [scalar(self.schema["items"], item) for item in text.split(",")]
        return scalar(self.schema, text)


@dataclass(frozen=True)
class Operation:
    """Operation of the spec."""

    id: str
    vendor: Vendor
    scheme: JSON
    """The security scheme that guards it."""
    permission: str | None
    is_keyed: bool
    """True if a repeat with the same idempotency key gets the first payload again."""
    success: int
    """The status of a success."""
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    """The body that it takes, if any."""
    has_response_body: bool
    """True if a success has a body."""
    invalid: int
    """The status of the response to a request that is not valid."""

    @property
    def key_header(self) -> str:
        """The header that carries the key."""
        name: str = self.scheme.get("name", "Authorization")
        return name

    def credential(self, headers: Headers) -> str | None:
        """Return the key of a request, if it has one in the form of the scheme."""
        if self.scheme["type"] == "apiKey":
            return headers.get(self.key_header)
        word, _, key = headers.get(self.key_header, "").partition(" ")
        return key if word.lower() == self.scheme["scheme"] else None

    def arguments(self, path: Mapping[str, str], query: str, headers: Headers, body: bytes) -> JSON:
        """Return the values of a request by parameter name.

        Raises:
            ApiError: The request is not valid; `details` has every problem.
        """
        problems: Problems = []
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
        if self.body and (body or self.body.is_required):
            content_type = headers.get("Content-Type", "")
            arguments["body"] = self.body.value(content_type, body, problems)
        if problems:
            raise _invalid(problems, self.invalid)
        return arguments

    def _decoded_query(self, query: str, problems: Problems) -> dict[str, str]:
        try:
            pairs = parse_qsl(query, keep_blank_values=True, errors="strict")
        except UnicodeDecodeError:
            raise _invalid([("query", "is not UTF-8")], self.invalid) from None
        known = {parameter.name for parameter in self.parameters if parameter.location == "query"}
        for name, times in Counter(name for name, _ in pairs).items():
            if name not in known:
                problems.append((name, "is not a parameter of this operation"))
            elif times > 1:
                problems.append((name, "is given more than once"))
        return dict(pairs)


def _invalid(problems: Problems, status: int) -> ApiError:
    return ApiError(status, "The request is not valid.", details=problems)


def _decoded_path(path: Mapping[str, str], problems: Problems) -> dict[str, str]:
    decoded = {}
    for name, text in path.items():
        try:
            decoded[name] = unquote(text, errors="strict")
        except UnicodeDecodeError:
            problems.append((name, "is not UTF-8"))
    return decoded


class Spec:
    """Operations of a spec, by ID and by route."""

    def __init__(self, document: JSON) -> None:
        self._document = document
        paths = document["paths"]
        self._routes = {path: self._operations(path, item) for path, item in paths.items()}
        self.operations = {
            operation.id: operation for item in self._routes.values() for operation in item.values()
        }
        rules = (Rule(re.sub(r"{(\w+)}", r"<\1>", path), endpoint=path) for path in paths)
        self._map = Map(rules, merge_slashes=False).bind("fake")

    def route(self, method: str, path: str) -> tuple[Operation, Mapping[str, str]]:
        """Return the operation of a path, and the values in the path, still percent-encoded.

        Raises:
            ApiError: The path does not exist (404) or does not take the method (405).
        """
        try:
            # Werkzeug would take `//campaigns` for `/campaigns`.
            template, values = self._map.match("" if path.startswith("//") else path)
        except NotFound:
            raise ApiError(404, "The path does not exist.") from None
        methods = self._routes[template]
        if method not in methods:
            allowed = ", ".join(sorted(methods))
            raise ApiError(405, f"This path takes {allowed}.", headers={"Allow": allowed})
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
        statuses = node["responses"]
        success = min(status for status in statuses if status.startswith("2"))
        return Operation(
            id=node["operationId"],
            vendor=vendor_of(path),
            scheme=self._document["components"]["securitySchemes"][scheme],
            permission=node.get("x-permission"),
            is_keyed=node.get("x-idempotency") == "keyed",
            success=int(success),
            parameters=tuple(
                self._parameter(self._resolved(parameter))
                for parameter in (*item.get("parameters", ()), *node.get("parameters", ()))
            ),
            body=self._body(self._resolved(node.get("requestBody", {}))),
            has_response_body="content" in self._resolved(statuses[success]),
            # If a page lists 422 and not 400, 422 is the status of an invalid request.
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

    def _body(self, node: JSON) -> RequestBody | None:
        for kind, media in node.get("content", {}).items():
            is_form = kind == "multipart/form-data"
            return RequestBody(
                validator=self._validator(media["schema"]),
                is_required=node.get("required", False),
                fields=self._fields(media["schema"]) if is_form else None,
            )
        return None

    def _fields(self, schema: JSON) -> dict[str, JSON]:
        fields = self._resolved(schema)["properties"]
        return {
            name: {**resolved, "items": self._resolved(resolved.get("items", {}))}
            for name, field in fields.items()
            if (resolved := self._resolved(field))
        }

    def _validator(self, schema: JSON) -> Draft202012Validator:
        # The components come along for references only, because compiling them takes a millisecond.
        rooted = {"components": self._document["components"]} if _has_reference(schema) else {}
        return Draft202012Validator({**schema, **rooted}, validate_formats=True)

    def _resolved(self, node: JSON) -> JSON:
        while "$ref" in node:
            section, name = node["$ref"].removeprefix("#/components/").split("/")
            node = self._document["components"][section][name]
        return node


def _has_reference(value: Any) -> bool:
    if isinstance(value, dict):
        return "$ref" in value or any(map(_has_reference, value.values()))
    return isinstance(value, list) and any(map(_has_reference, value))


def read_document() -> JSON:
    """Return the spec that ships with the client."""
    document: JSON = json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes())
    return document


@cache
def shipped_spec() -> Spec:
    """Return the shipped spec, read once for all fakes of a process."""
    return Spec(read_document())
