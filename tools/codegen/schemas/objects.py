"""Fields, items and scalars of schemas, in the forms that the generator reads correctly."""

from collections.abc import Iterable
from typing import Any

from ..generator_adapter import PythonIdentifier
from ..spec import DocumentError, Json
from .booleans import NOTHING
from .keywords import annotations, shape, types

# A private character, which no name has and which no identifier keeps.
_MARK = "\ue000"

_UNKNOWN = ("$dynamicRef", "$recursiveRef")
_CONDITIONS = ("then", "else")


def distinct_names(names: Iterable[str], reserved: Iterable[str] = ()) -> dict[str, str]:
    """Return a name for each name of the document, so that no two become one in Python.

    The generator makes an identifier of it in lower case, in which some names are the same.
    """
    used = {*reserved}
    distinct: dict[str, str] = {}
    for name in names:
        candidate, number = name, 1
        while PythonIdentifier(candidate, "field_") in used:
            number += 1
            candidate = f"{name}{_MARK} {number}"
        used.add(PythonIdentifier(candidate, "field_"))
        distinct[name] = candidate
    return distinct


def others_of(schema: Json) -> Any:
    """Return the schema of the fields of any name: a schema, True, False, or None if not said."""
    patterns = [
        branch for branch in schema.get("patternProperties", {}).values() if branch is not False
    ]
    others = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
    if others == {}:
        others = True
    if not patterns:
        return others
    if others is True or any(branch in (True, {}) for branch in patterns):
        return True
    kinds = [*patterns, *([others] if isinstance(others, dict) else [])]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def items_of(schema: Json) -> Any:
    """Return the schema of the items of a list.

    Items with a schema by position keep it if all are equal, or if their JSON types differ.
    Otherwise they stay as parsed.
    """
    items = schema.get("items", {})
    items = False if items == NOTHING else items
    first = [branch for branch in schema.get("prefixItems", []) if branch is not False]
    if not first:
        return {} if isinstance(items, bool) else items
    kinds = first if items is False else [*first, *([items] if "items" in schema else [])]
    distinct = [branch for index, branch in enumerate(kinds) if branch not in kinds[:index]]
    if "items" not in schema or any(branch in (True, {}) for branch in distinct):
        return {}
    if len(distinct) == 1:
        return distinct[0]
    named = [types(branch) for branch in distinct]
    flat = [name for names in named for name in names]
    is_distinct = (
        all(named) and len(set(flat)) == len(flat) and not {"integer", "number"} <= {*flat}
    )
    return {"anyOf": distinct} if is_distinct else {}


def scalar(schema: Json, *, has_files: bool) -> Json:
    """Return a schema of one plain value."""
    plain: Json = {key: schema[key] for key in ("type", "format") if key in schema}
    if isinstance(plain.get("type"), list):
        [plain["type"]] = plain["type"]
    if plain.get("format") == "binary" and not has_files:
        del plain["format"]  # JSON has no bytes
    if plain.get("type") not in (None, *_TYPES):
        raise DocumentError(f"type must be one of {', '.join(_TYPES)}, got {plain['type']!r}.")
    return {**annotations(schema), **plain}


_TYPES = ("string", "number", "integer", "boolean", "null", "array", "object")


def check_conditions(schema: Json, where: str) -> None:
    """Refuse conditions and references that would add fields.

    Raises:
        DocumentError: A condition declares fields that the schema itself lacks, or a reference is
            dynamic.

    """
    for key in _UNKNOWN:
        if key in schema:
            raise DocumentError(f"{where}: {key} is not supported. Use $ref.")
    conditional = [schema[key] for key in _CONDITIONS if key in schema]
    conditional += schema.get("dependentSchemas", {}).values()
    for branch in conditional:
        added = shape(branch).get("properties", {}).keys() if isinstance(branch, dict) else set()
        if missing := sorted(added - schema.get("properties", {}).keys()):
            raise DocumentError(
                f"{where}: a condition declares {', '.join(missing)}, which properties lack. "
                "Declare them there, as optional."
            )
