"""Arguments of generated methods, on their way into a path, a query or a body."""

from collections.abc import Iterable, Mapping
from typing import TypeVar
from urllib.parse import quote

from .models import UNSET, Model, Unset

M = TypeVar("M", bound=Model)
T = TypeVar("T")


def given(value: T | None) -> T | Unset:
    """The value, or UNSET where the caller gave none."""
    return UNSET if value is None else value


def filled(body: M) -> M | Unset:
    """The body, or UNSET where the caller gave nothing of it."""
    return body if body.to_dict() else UNSET


def agrees(found: object, value: object) -> bool:
    """Return True if a response has the given value; an unset value matches anything."""
    if isinstance(value, Unset):
        return True
    if isinstance(found, Model):
        found = found.to_dict()
    if isinstance(value, Model):
        value = value.to_dict()
    if isinstance(value, Mapping) and isinstance(found, Mapping):
        return all(agrees(found.get(name, UNSET), each) for name, each in value.items())
    if isinstance(value, list) and isinstance(found, list):
        return len(value) == len(found) and all(map(agrees, found, value))
    return found == value


def segment(name: str, value: object) -> str:
    """The value as one quoted segment of a path; a ValueError where it cannot be one."""
    text = str(value)
    if value is None or text.strip() in ("", ".", ".."):
        raise ValueError(f"{name} is {value!r}, which cannot stand in a path: pass the id itself")
    return quote(text, safe="")


def comma_joined(name: str, values: Iterable[object]) -> str:
    """The values as one comma-joined parameter; a ValueError where that would change them."""
    if isinstance(values, str):
        raise ValueError(f"{name} is one string: pass a list of ids, even for a single one")
    texts = ["" if value is None else str(value) for value in values]
    if not texts or not all(text.strip() for text in texts):
        raise ValueError(f"{name} is empty or holds an empty id: pass at least one id")
    if any("," in text for text in texts):
        raise ValueError(f"{name} holds an id with a comma, which would be read as two ids")
    return ",".join(texts)
