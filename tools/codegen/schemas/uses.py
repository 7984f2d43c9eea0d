"""Places of schemas in operations."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from ..generator_adapter import PythonIdentifier
from ..spec import METHODS, Json
from .references import target_of

_FORM_TYPES = {
    "application/x-www-form-urlencoded": "data",
    "multipart/form-data": "files",
    "application/octet-stream": "content",
}


@dataclass(frozen=True)
class Use:
    """Schema of a parameter, a request body or a response."""

    owner: Json
    """Object whose `schema` it is."""
    parent: str
    name: str
    where: str
    direction: str
    """`parameter`, `request` or `response`."""
    has_files: bool
    """True if a binary string in it is a file."""


def uses(document: Json, prefix: str) -> Iterator[Use]:
    """Copy the references of each operation into it, then yield each use of a schema."""
    for path, item in document.get("paths", {}).items():
        shared = item.pop("parameters", [])
        for method in METHODS:
            if method in item:
                where = f"{method.upper()} {path}"
                _complete(document, item[method], shared, where)
                yield from _uses_of(
                    item[method], where, _operation_name(item[method], prefix, path)
                )


def _operation_name(operation: Json, prefix: str, path: str) -> str:
    return str(PythonIdentifier(operation.get("operationId", path), prefix))


def _complete(document: Json, operation: Json, shared: list[Json], where: str) -> None:
    """Copy into an operation the parameters, the body and the responses that it refers to."""
    parameters = [
        _resolved(document, parameter, where) for parameter in operation.get("parameters", [])
    ]
    keys = {(parameter.get("name"), parameter.get("in")) for parameter in parameters}
    inherited = [_resolved(document, parameter, where) for parameter in shared]
    parameters += [
        parameter
        for parameter in inherited
        if (parameter.get("name"), parameter.get("in")) not in keys
    ]
    if parameters:
        operation["parameters"] = parameters
    if "requestBody" in operation:
        operation["requestBody"] = _resolved(document, operation["requestBody"], where)
    operation["responses"] = {
        status: _resolved(document, response, where)
        for status, response in operation.get("responses", {}).items()
    }


def _resolved(document: Json, node: Json, where: str) -> Json:
    seen: list[str] = []
    while "$ref" in node and node["$ref"] not in seen:
        seen.append(node["$ref"])
        node = target_of(document, node["$ref"], where)
    return copy.deepcopy(node)


def _uses_of(operation: Json, where: str, parent: str) -> Iterator[Use]:
    for parameter in operation.get("parameters", []):
        if isinstance(parameter.get("schema"), dict | bool):
            place = f"{where}: parameter {parameter['name']}"
            yield Use(parameter, parent, parameter["name"], place, "parameter", has_files=False)
    content = operation.get("requestBody", {}).get("content", {})
    for media_type, media in content.items():
        kind = _FORM_TYPES.get(media_type.partition(";")[0].strip(), "json")
        owner = f"{parent}_{kind}" if len(content) > 1 else parent
        if isinstance(media.get("schema"), dict | bool):
            has_files = kind in ("files", "content")
            yield Use(media, owner, "body", f"{where}: body", "request", has_files)
    for status, response in operation["responses"].items():
        for media_type, media in response.get("content", {}).items():
            if isinstance(media.get("schema"), dict | bool):
                place, name = f"{where}: response {status}", f"response_{status}"
                has_files = "json" not in media_type
                yield Use(media, parent, name, place, "response", has_files)
