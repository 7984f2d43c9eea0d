"""Styles of parameters, as OpenAPI defines them: how lists and objects become text.

The functions take JSON values. They raise EncodeError for a value that a style cannot
carry, such as a nested list.
"""

import json
from collections.abc import Callable
from typing import Any, Literal

from .errors import EncodeError

Style = Literal["form", "spaceDelimited", "pipeDelimited", "deepObject", "json"]
PathStyle = Literal["simple", "label", "matrix"]

_DELIMITERS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
_NAMES = {",": "a comma", " ": "a blank", "|": "a vertical bar", ".": "a dot", ";": "a semicolon"}


def primitive(value: object) -> str:
    """Return the text of a value that is neither a list nor an object."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        raise EncodeError("a single value", value, "The style cannot nest lists and objects.")
    if value is None:
        raise EncodeError("a value", value)
    return str(value)


def json_text(value: object) -> str:
    """Return a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def query_pairs(name: str, value: Any, style: Style, *, explode: bool) -> list[tuple[str, str]]:
    """Return the names and texts of a value in a query or a form; a joined list is one text."""
    if style == "json":
        return [(name, json_text(value))]
    if style == "deepObject":
        return _deep_pairs(name, value)
    if explode and isinstance(value, list):
        return [(name, text) for _, text in _texts(value, "")]
    if explode and isinstance(value, dict):
        return [(key, text) for key, text in _texts(value, "")]
    return [(name, joined(value, _DELIMITERS[style]))]


def joined(value: Any, delimiter: str) -> str:
    """Return the items of a list, or the keys and values of an object, as one text."""
    if isinstance(value, dict):
        pairs = _texts(value, delimiter)
        return delimiter.join(part for pair in pairs for part in pair)
    if isinstance(value, list):
        return delimiter.join(text for _, text in _texts(value, delimiter))
    return primitive(value)


def header_text(value: Any, *, explode: bool) -> str:
    """Return a value in the style `simple`, for headers."""
    return _simple(value, lambda text: text, explode=explode)


def path_text(
    name: str, value: Any, style: PathStyle, quote: Callable[[str], str], *, explode: bool
) -> str:
    """Return a value in a path; `quote` encodes each of its texts."""
    if style == "matrix":
        return _matrix(quote(name), value, quote, explode=explode)
    prefix = "." if style == "label" else ""
    delimiter = "." if style == "label" else ","
    return prefix + _simple(value, quote, explode=explode, delimiter=delimiter)


def _simple(value: Any, quote: Callable[[str], str], *, explode: bool, delimiter: str = ",") -> str:
    if isinstance(value, dict):
        pairs = [(quote(key), quote(text)) for key, text in _texts(value, delimiter, empty=False)]
        if explode:
            return delimiter.join(f"{key}={text}" for key, text in pairs)
        return delimiter.join(part for pair in pairs for part in pair)
    if isinstance(value, list):
        texts = _texts(value, delimiter, empty=False)
        return delimiter.join(quote(text) for _, text in texts)
    return quote(primitive(value))


def _matrix(name: str, value: Any, quote: Callable[[str], str], *, explode: bool) -> str:
    if isinstance(value, dict):
        pairs = [(quote(key), quote(text)) for key, text in _texts(value, ",", empty=False)]
        if explode:
            return "".join(_matrix_pair(key, text) for key, text in pairs)
        return _matrix_pair(name, ",".join(part for pair in pairs for part in pair))
    if isinstance(value, list):
        texts = [quote(text) for _, text in _texts(value, ",", empty=False)]
        if explode:
            return "".join(_matrix_pair(name, text) for text in texts)
        return _matrix_pair(name, ",".join(texts))
    return _matrix_pair(name, quote(primitive(value)))


def _matrix_pair(name: str, text: str) -> str:
    return f";{name}={text}" if text else f";{name}"


def _deep_pairs(name: str, value: Any) -> list[tuple[str, str]]:
    if not isinstance(value, dict):
        raise EncodeError("an object", value)
    return [(f"{name}[{key}]", text) for key, text in _texts(value, "")]


def _texts(value: Any, delimiter: str, *, empty: bool = True) -> list[tuple[Any, str]]:
    """Return the texts of a list or an object, each with its index or key.

    Args:
        value: The list or the object.
        delimiter: Text between the texts; empty if they are not joined.
        empty: False if a value without items cannot be sent.

    """
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    if not value and (delimiter or not empty):
        raise EncodeError("at least one value", value, "It is empty.", is_type=False)
    texts = []
    for key, item in entries:
        try:
            text = item if type(item) is str else primitive(item)
        except EncodeError as error:
            raise error.prefixed(f"[{key!r}]") from None
        if delimiter and (delimiter in text or (type(key) is str and delimiter in key)):
            expected = f"one value without {_NAMES[delimiter]}"
            raise EncodeError(expected, item, is_type=False).prefixed(f"[{key!r}]")
        texts.append((key, text))
    return texts
