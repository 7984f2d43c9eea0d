"""Python literals of the document's values."""

import json


def literal(value: str | int | float | bool | None) -> str:
    """Return a value as Python writes it, a text in double quotes with all of its characters."""
    if not isinstance(value, str):
        return repr(value)
    return "".join(_escaped(character) for character in json.dumps(value, ensure_ascii=False))


def _escaped(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
