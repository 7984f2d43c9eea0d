"""Constraints of a schema as sentences, for the docstring of a method."""

from collections.abc import Iterator

from .generator_adapter import ClassName
from .spec import Json, resolve

# A list of more values is left to the class of the enumeration.
_MAX_VALUES = 12

_FORMATS = {
    "date-time": "Must have a UTC offset.",
    "email": "Email address.",
    "uri": "URL.",
}


def described(document: Json, schema: Json, description: str | None = None) -> str:
    """Return the description of a value, followed by its constraints."""
    text = description or schema.get("description") or resolve(document, schema).get("description")
    sentences = [_sentence(text)] if text else []
    return " ".join([*sentences, *constraints(document, schema)])


def constraints(document: Json, schema: Json) -> list[str]:
    """Return one sentence for each constraint that a schema states."""
    values = _known_values(document, schema)
    others = _constraints(document, _without_null(document, schema))
    return [*([values] if values else []), *others]


def _constraints(document: Json, schema: Json) -> Iterator[str]:
    if text := _range(schema, "minLength", "maxLength", "character"):
        yield text
    if text := _range(schema, "minItems", "maxItems", "item"):
        yield text
    for text in _of_items(document, schema):
        yield text
    if text := _range(schema, "minProperties", "maxProperties", "entry"):
        yield text
    if text := _range(schema, "minimum", "maximum"):
        yield text
    for key, word in (("exclusiveMinimum", "More"), ("exclusiveMaximum", "Less")):
        if key in schema:
            yield f"{word} than {schema[key]}."
    if "multipleOf" in schema:
        yield f"A multiple of {schema['multipleOf']}."
    if schema.get("uniqueItems"):
        yield "Without duplicates."
    if "pattern" in schema:
        yield f"Must match `{schema['pattern']}`."
    if text := _FORMATS.get(schema.get("format", "")):
        yield text
    if schema.get("default") is not None:
        yield f"Default: {schema['default']}."


def _of_items(document: Json, schema: Json) -> Iterator[str]:
    """Yield the constraints of each item of a list."""
    if not schema.get("items"):
        return
    item = _without_null(document, schema["items"])
    if "enum" not in item and "anyOf" not in item:
        yield from (f"Each: {text[0].lower()}{text[1:]}" for text in _constraints(document, item))


def _known_values(document: Json, schema: Json) -> str | None:
    """Return the values of an enumeration, or those of the items of a list."""
    item = _without_null(document, schema).get("items", schema)
    resolved = _without_null(document, item)
    for choice in (resolved, *resolved.get("anyOf", [])):
        if "enum" in choice:
            values = [f"`{value}`" for value in choice["enum"] if value is not None]
            text = _listed(values, _name_of(item))
            return f"One of {text}." if choice is resolved else f"Known values: {text}."
    return None


def _listed(values: list[str], name: str | None) -> str:
    """Return the values, or the class that has them if they are many."""
    if len(values) <= _MAX_VALUES:
        return ", ".join(values)
    if name:
        return f"the members of `{ClassName(name, '')}`"
    return f"{', '.join(values[:_MAX_VALUES])} and {len(values) - _MAX_VALUES} more"


def _name_of(schema: Json) -> str | None:
    """Return the name of the schema that a schema refers to, beside null or alone."""
    for choice in (schema, *schema.get("anyOf", [])):
        if "$ref" in choice:
            return str(choice["$ref"]).rpartition("/")[2]
    return None


def _range(schema: Json, lower: str, upper: str, noun: str | None = None) -> str | None:
    """Return the sentence for two bounds of which either may be absent."""
    least, most = schema.get(lower), schema.get(upper)
    if (lower, least, most) == ("minLength", 1, None):
        return "Must not be empty."
    unit = "" if noun is None else f" {_plural(noun, least if most is None else most)}"
    match least, most:
        case None, None:
            return None
        case None, _:
            return f"At most {most}{unit}."
        case _, None:
            return f"At least {least}{unit}."
    return f"Exactly {most}{unit}." if least == most else f"From {least} to {most}{unit}."


def _plural(noun: str, count: int | None) -> str:
    if count == 1:
        return noun
    return f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"


def _without_null(document: Json, schema: Json) -> Json:
    """Return the schema of the value itself, if null is allowed beside it."""
    schema = resolve(document, schema)
    choices = [choice for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        return resolve(document, choices[0])
    return schema


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."
