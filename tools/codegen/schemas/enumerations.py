"""Enumerations and constants, in the forms that the generator reads right."""

from ..generator_adapter import in_double_quote_literal, snake_case
from ..literals import literal
from ..spec import DocumentError, Json
from .keywords import NULL, annotations, types


def enumeration(schema: Json, where: str) -> Json:
    """Return a schema with `enum`, of one type of values and with a name for each.

    Null beside the values makes a union. Values of several types, and fractions, have no class:
    such a schema is as open as any enumeration, so its types remain.
    """
    if any(isinstance(value, dict | list) for value in schema["enum"]):
        raise DocumentError(f"{where}: enum must hold strings, numbers, booleans or null.")
    values = list(dict.fromkeys(_key(value) for value in schema["enum"] if value is not None))
    plain = [value for _, value in values]
    kinds = {type(value) for value in plain}
    result: Json
    if kinds == {str} or kinds == {int}:
        _check_texts(plain, where)
        result = {"type": "string" if kinds == {str} else "integer", "enum": plain}
        if (names := _names(plain, schema.get("x-enum-varnames"))) is not None:
            result["x-enum-varnames"] = names
    elif kinds == {bool}:
        result = {"type": "boolean"} if len(plain) == 2 else {"const": plain[0]}
    else:
        result = {"anyOf": [{"type": name} for name in _types_of(plain)]}
    if len(values) < len(set(map(_key, schema["enum"]))):
        result = {"anyOf": [result, NULL]}
    return {**annotations(schema), **result}


def constant(schema: Json, where: str) -> Json:
    """Return a schema with `const`, which has no other type."""
    value = schema["const"]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    named = types(schema)
    if named and not any(isinstance(value, _PYTHON_TYPES.get(name, object)) for name in named):
        raise DocumentError(
            f"{where}: const {value!r} does not have the type {' or '.join(named)}."
        )
    if isinstance(value, dict | list | float):
        raise DocumentError(
            f"{where}: const must be a string, an integer, a boolean or null, got {value!r}. "
            "Write the type instead."
        )
    return {**annotations(schema), **({"const": value} if value is not None else NULL)}


_PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def _key(value: object) -> tuple[str, object]:
    """Return a value with its type, because 1 equals true in Python."""
    return (type(value).__name__, value)


def _types_of(values: list[object]) -> list[str]:
    names: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}
    type_names = dict.fromkeys(names[type(value)] for value in values)
    return [name for name in type_names if name != "integer" or "number" not in type_names]


def _check_texts(values: list[object], where: str) -> None:
    for value in values:
        if isinstance(value, str) and f'"{in_double_quote_literal(value)}"' != literal(value):
            raise DocumentError(f"{where}: enum has a value with control characters: {value!r}.")


def _names(values: list[object], varnames: object) -> list[str] | None:
    """Return names of the members if those that the generator makes would not do."""
    stated = isinstance(varnames, list) and len(varnames) == len(values)
    names: list[str] = []
    for index, value in enumerate(values):
        if stated and isinstance(varnames, list):
            name = str(varnames[index])
        elif isinstance(value, int):
            name = f"VALUE_NEGATIVE_{-value}" if value < 0 else f"VALUE_{value}"
        else:
            name = str(value).upper() if str(value)[:1].isalpha() else f"VALUE_{index}"
        name = snake_case(name).upper()
        if not name.isidentifier() or name in names:
            name = f"VALUE_{index}" if f"VALUE_{index}" not in names else f"VALUE_{index}_{index}"
        names.append(name)
    default = [_default_name(value, index) for index, value in enumerate(values)]
    return names if stated or names != default else None


def _default_name(value: object, index: int) -> str:
    """Return the name that the generator gives to a member; "" if it would fail."""
    if isinstance(value, int):
        return f"VALUE_NEGATIVE_{-value}" if value < 0 else f"VALUE_{value}"
    text = str(value)
    return snake_case(text.upper() if text[:1].isalpha() else f"VALUE_{index}").upper()
