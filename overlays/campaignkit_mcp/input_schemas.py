"""Input schemas of tools: the arguments of operations."""

import re
from collections.abc import Collection
from typing import Any

from campaignkit_runtime.catalog import Argument, OperationEntry

Schema = dict[str, Any]

DEFAULT_ITEMS, MAX_ITEMS = 50, 1_000
_ITEMS: Schema = {"type": "integer", "minimum": 1, "maximum": MAX_ITEMS}
_CURSOR: Schema = {"type": "string"}  # the instructions of the server explain it, once
# What repeats a keyword of the schema.
_BOUNDS = re.compile(
    r" Known values: .*|, a string ObjectId\b"
    r"| (?:Each: )?[Mm]ust (?:not be empty|have a UTC offset|match `.*?`)\."
    r"| (?:Each: )?At least [\d,]+(?: items?)?\."
)


def input_schema(entry: OperationEntry, defaults: Collection[str], *, is_list: bool) -> Schema:
    """Return the schema of the arguments of a tool.

    Args:
        entry: The operation.
        defaults: Names of arguments that have a default in the profile.
        is_list: True if the result is a list.
    """
    arguments = list(arguments_of(entry))
    properties = {argument.name: _property(argument) for argument in arguments}
    if is_list:
        properties |= {"max_items": _ITEMS, "cursor": _CURSOR}
    schema: Schema = {"type": "object", "properties": properties}
    required = [
        argument.name
        for argument in arguments
        if argument.is_required and argument.name not in defaults
    ]
    return schema | ({"required": required} if required else {})


def arguments_of(entry: OperationEntry) -> list[Argument]:
    """Return the arguments that a tool has; the server itself selects pages and batches."""
    pages = (entry.paging.position, entry.paging.size) if entry.paging else ()
    return [
        argument
        for argument in entry.arguments
        if argument.name not in pages and (argument.location != "client" or entry.kind == "call")
    ]


def is_file(schema: Schema) -> bool:
    """Return True if a value is a file."""
    return schema.get("format") == "binary"


def _property(argument: Argument) -> Schema:
    schema = dict(argument.schema)
    text = _BOUNDS.sub("", argument.help)
    if is_file(schema.get("items", {})):
        schema["items"] = {"type": "string", "contentEncoding": "base64"}
        text += " In base64."
    return schema | {"description": text}
