"""Edge values of body fields: texts, numbers and lists that servers often change."""

from collections.abc import Iterator
from typing import Any

from ...spec.document import Json
from .schemas import is_free_text, known_values, properties, resolved

_MANY = 12  # items of a list
_NAMING = ("Id", "Ids", "Url")
"""Ends of the names of fields whose values name something."""
_OTHER = "changed"
_LONG = 1_000  # characters; common columns for texts hold 255

TEXTS = {
    "spaces around": "  padded  ",
    "combining characters": "Zoe\u0301 n\u0303",
    "composed characters": "Zo\u00e9 \ufb01 \u00c5",
    "characters of four bytes": "\U0001f600 \U00020bb7",
    "joined emoji": "\U0001f469\u200d\U0001f4bb \u2764\ufe0f",
    "direction marks": "\u202eabc\u202c \u05d0\u200f",
    "HTML": "<b>&amp; \"'</b><!-- x -->",
    "lines": "first\nsecond\r\n\tthird",
    "escapes": "\\n \\u0041 %20 %% + {{x}} ${x}",
    "SQL": "'; DROP TABLE x; --",
    "a number": "007",
    "a word of JSON": "null",
    "capitals": "İSTANBUL ßtraße ǅ",
    "several spaces": "a  b\u00a0c\u3000d",
    "a long text": "long " * (_LONG // 5),
    "one character": "x",
    "an empty text": "",
}
"""By label. The spec accepts each as a text; a server may still refuse it with a 400 or 422."""


def edge_values(name: str, schema: Json, example: Any) -> Iterator[tuple[str, Any]]:
    """Yield labels and values for one field of a body; nothing for ids and formatted texts."""
    if name.endswith(("Id", "Ids")):
        return
    if values := known_values(schema):
        yield from ((f"the value {value}", value) for value in values)
    elif is_free_text(schema):
        yield from _texts(schema)
    elif schema.get("type") == "boolean":
        yield from (("true", True), ("false", False))
    elif schema.get("type") == "number":
        yield from (("a fraction", 0.25), ("zero", 0), ("one", 1))
    elif schema.get("type") == "array":
        yield from _lists(resolved(schema.get("items", {})), example)
    elif schema.get("type") == "object":
        yield from _objects(schema)


def every_value(schema: Json, example: Any) -> list[Any]:
    """Return a list with every known value of its items; empty for other fields."""
    item = resolved(schema.get("items", {})) if isinstance(example, list) else {}
    if values := known_values(item):
        return values
    known = {name: known_values(field) for name, field in properties(item).items()}
    return [
        {**example[0], name: value}
        for name, values in known.items()
        if example and name in example[0]
        for value in values
    ]


def other_value(name: str, schema: Json, value: Any) -> Any:
    """Return another valid value of a field of a body; the same one if none is sure to be valid."""
    others = [known for known in known_values(schema) if known != value]
    if others:
        return others[0]
    if isinstance(value, bool):
        return not value
    if isinstance(value, str) and is_free_text(schema) and not name.endswith(_NAMING):
        return f"{value} {_OTHER}"
    if isinstance(value, list) and is_free_text(resolved(schema.get("items", {}))):
        return value if name.endswith(_NAMING) else [*value, _OTHER]
    return value


def _texts(schema: Json) -> Iterator[tuple[str, str]]:
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength")
    for label, text in TEXTS.items():
        padded = text if len(text) >= shortest else f"{text}{'y' * (shortest - len(text))}"
        yield label, padded[:longest]
    if shortest:
        yield "the minimum length", "m" * shortest
    if longest:
        yield "the maximum length", "\u00e9" * longest


def _lists(item: Json, example: Any) -> Iterator[tuple[str, list[Any]]]:
    yield "an empty list", []
    if values := known_values(item):
        yield "several items", [values[-1], *values[:2]]
    if is_free_text(item):
        yield "repeated items", ["b", "a", "b", "", " c "]
        yield "many items", [f"item {number}" for number in range(60)]
        yield from ((label, [text, "next"]) for label, text in TEXTS.items())
    elif properties(item) and example:
        yield "repeated items", [example[0], example[0]]
        texts = [name for name, schema in properties(item).items() if is_free_text(schema)]
        for label, text in TEXTS.items():
            changed = {name: text for name in texts if name in example[0]}
            yield label, [{**example[0], **changed}, example[0]]
        yield "many items", [_numbered(item, example[0], number) for number in range(_MANY, 0, -1)]


def _numbered(item: Json, example: Json, number: int) -> Json:
    """Return an item of a list with a number in its texts, and one of the known values."""
    changed = {}
    for name, schema in properties(item).items():
        if name in example and (values := known_values(schema)):
            changed[name] = values[number % len(values)]
        elif name in example and is_free_text(schema):
            changed[name] = f"item {number:02}"
    return {**example, **changed}


def _objects(schema: Json) -> Iterator[tuple[str, Json]]:
    if schema.get("additionalProperties"):
        yield "an empty object", {}
        yield "several names", {"a b": "1", "ключ": "\U0001f600", "A": " x "}
        if schema["additionalProperties"] is True:
            yield "nested values", {"list": [0, -1.5, None, {"deep": True}], "zero": 0}
            yield "empty values", {"zero": 0, "no": False, "text": "", "list": [], "object": {}}
