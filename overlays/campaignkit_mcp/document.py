"""The OpenAPI document in the package."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from campaignkit_runtime.catalog import OperationEntry

Schema = dict[str, Any]


@cache
def document_text() -> str:
    """Return the document as JSON."""
    return files("campaignkit_api").joinpath("openapi.json").read_text(encoding="utf-8")


@cache
def _document() -> Schema:
    document: Schema = json.loads(document_text())
    return document


def resolve(schema: Schema) -> Schema:
    """Return a schema without a reference at its top."""
    while reference := schema.get("$ref"):
        node: Any = _document()
        for part in reference.removeprefix("#/").split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
        schema = node
    return schema


def is_repeatable(entry: OperationEntry) -> bool:
    """Return True if a repetition adds no effect; the document gives the reason."""
    operation = _document()["paths"][entry.path][entry.method.lower()]
    return "repeatable" in operation.get("x-verify", {})
