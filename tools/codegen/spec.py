"""Parsed openapi.yaml: areas, vendors, operations, and the document for the generator.

The generator drops `x-` extensions; those about a single operation are in operation_info.
"""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .checks.document import resolve as resolve
from .checks.findings import DocumentError as DocumentError
from .checks.openapi_schema import is_openapi
from .checks.parsing import parse
from .checks.parsing import parse_yaml as parse_yaml
from .checks.server_refusals import server_url

Json = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

NEEDED = ("operationId", "summary", "description", "tags", "x-source", "x-idempotency")

IDEMPOTENCY = ("safe", "keyed", "verify", "never")


@dataclass(frozen=True)
class Area:
    """Resource of a vendor: one tag of the document."""

    vendor: str
    name: str
    class_name: str
    description: str


@dataclass(frozen=True)
class Vendor:
    """Vendor and the base URL of its API."""

    name: str
    class_name: str
    description: str
    base_url: str


def load(path: Path) -> Json:
    """Return the parsed and validated document; raise DocumentError with the place of an error.

    A file with the suffix `.json` is read as JSON, a hundred times faster than YAML.
    """
    source = parse(path)
    if findings := [*is_openapi(source.value)]:
        raise source.error(findings)
    return source.value


def normalize_for_generator(document: Json) -> Json:
    """Return the document with files as `binary` strings, as in OpenAPI 3.0."""
    document = copy.deepcopy(document)
    for node in nodes(document):
        if node.get("contentMediaType") == "application/octet-stream":
            del node["contentMediaType"]
            node.update(type="string", format="binary")
    return document


def nodes(value: Any) -> Iterator[Json]:
    """Yield every mapping in a value."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            yield from nodes(child)


def operations(document: Json) -> Iterator[tuple[str, str, Json, Json]]:
    """Yield each operation as (path, method, operation, path item)."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                _check_extensions(f"{method.upper()} {path}", item[method])
                yield path, method, item[method], item


def _check_extensions(name: str, operation: Json) -> None:
    """Raise DocumentError if an operation lacks a required extension."""
    if missing := [key for key in NEEDED if key not in operation]:
        raise DocumentError(f"{name} lacks {', '.join(missing)}")
    if operation["x-idempotency"] not in IDEMPOTENCY:
        raise DocumentError(f"{name}: set x-idempotency to one of {', '.join(IDEMPOTENCY)}")
    if (operation["x-idempotency"] == "verify") != ("x-verify" in operation):
        raise DocumentError(
            f"{name}: x-idempotency: verify requires x-verify, and x-verify requires it"
        )


def areas(document: Json) -> dict[str, Area]:
    """Return the areas of the tags in use, by the name that the generator gives them."""
    descriptions = {tag["name"]: tag["description"] for tag in document["tags"]}
    used = {operation["tags"][0]: None for _, _, operation, _ in operations(document)}
    return {snake_case(tag): _area(tag, descriptions[tag]) for tag in used}


def vendors(document: Json) -> list[Vendor]:
    """Return the vendors in the order of their first operation."""
    by_name: dict[str, Vendor] = {}
    for _, _, operation, item in operations(document):
        name = operation["tags"][0].split()[0]
        server = (operation.get("servers") or item.get("servers") or document["servers"])[0]
        vendor = Vendor(name, _class_name(name), server["description"], server_url(server))
        if by_name.setdefault(name, vendor) != vendor:
            raise DocumentError(
                f"{operation['operationId']}: the server differs from that of {name}"
            )
    return list(by_name.values())


def _area(tag: str, description: str) -> Area:
    vendor, name = tag.split(" ", 1)
    return Area(vendor, snake_case(name), _class_name(tag), description)


def _class_name(text: str) -> str:
    return "".join(word.capitalize() for word in re.split(r"[\W_]+", text))


def snake_case(text: str) -> str:
    """Return a tag as an identifier."""
    return re.sub(r"\W+", "_", text.strip().lower())
