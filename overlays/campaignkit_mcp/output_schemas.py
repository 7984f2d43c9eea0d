"""Output schemas of tools: the fields of results, without constraints.

A client validates results against them, and a vendor may send more than its documents say. The
client library has validated the result before, so the fields and their types are enough here.
"""

from campaignkit_runtime.catalog import OperationEntry

from .document import Schema, resolve


def result_schema(entry: OperationEntry) -> Schema:
    """Return the schema of the result in the document; empty if no JSON comes back."""
    return resolve({"$ref": entry.output}) if entry.output else {}


def is_list(entry: OperationEntry) -> bool:
    """Return True if the result is a list that a tool cuts after `max_items`."""
    is_array = result_schema(entry).get("type") == "array"
    return entry.paging is not None or (is_array and entry.kind != "batch")


def output_schema(entry: OperationEntry) -> Schema:
    """Return the schema of the structured result of a tool, with its fields at the top."""
    schema = result_schema(entry)
    if entry.paging is None and schema.get("type") != "array":
        fields = schema.get("properties", {}).items()
        return {"type": "object", "properties": {name: _kind(field) for name, field in fields}}
    properties: Schema = {"items": {"type": "array"}}
    if is_list(entry):
        properties["next_cursor"] = {"type": "string"}
    return {"type": "object", "properties": properties}


def _kind(schema: Schema) -> Schema:
    """Return the type of a field; an open enumeration is a text, as all of its variants are."""
    schema = resolve(schema)
    kinds = [resolve(variant).get("type") for variant in schema.get("anyOf", [schema])]
    return {"type": kinds[0]} if kinds[0] and kinds == kinds[:1] * len(kinds) else {}
