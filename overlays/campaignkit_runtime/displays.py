"""Texts and tables that show models to people, in a console or a notebook."""

import reprlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from html import escape
from typing import Any

from .fields import UNSET, FieldModel

_MAX_ITEMS = 2
_MAX_ROWS = 20
_OTHERS = "additional_properties"

_short = reprlib.Repr()
_short.maxlist = _short.maxdict = _MAX_ITEMS
_short.maxstring = _short.maxother = 60


def describe_model(model: FieldModel) -> str:
    """Return the class and the fields that are set; nested models are shown by ID and name."""
    names = (*model._json_names, _OTHERS)
    shown = ((name, getattr(model, name, UNSET)) for name in names)
    fields = (f"{name}={_describe(name, value)}" for name, value in shown if value is not UNSET)
    return f"{type(model).__name__}({', '.join(fields)})"


def _describe(name: str, value: Any) -> str:
    match value:
        case FieldModel():
            return _describe_nested(value)
        case Enum():
            return repr(value.value)
        case datetime():
            text = value.isoformat()
            return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
        case date():
            return value.isoformat()
        case str() if name == "id" or name.endswith("_id"):
            return repr(value)
        case list():
            first = [_describe(name.removesuffix("s"), item) for item in value[:_MAX_ITEMS]]
            more = len(value) - len(first)
            return f"[{', '.join([*first, *([f'{more} more'] if more else [])])}]"
    return _short.repr(value)


def _describe_nested(model: FieldModel) -> str:
    """Return the class of a model with its ID and name."""
    first = next(iter(model._json_names), "")
    shown = [name for name in model._json_names if name in ("id", "name")]
    shown = shown or [name for name in (first,) if name.endswith("_id")]
    fields = [f"{name}={_describe(name, getattr(model, name))}" for name in shown]
    return f"{type(model).__name__}({', '.join(fields) or '...'})"


def html_of_model(model: FieldModel) -> str:
    """Return a table with a row for each field that is set."""
    names = (*model._json_names, _OTHERS)
    shown = ((name, getattr(model, name, UNSET)) for name in names)
    rows = [[name, _cell(name, value)] for name, value in shown if value is not UNSET]
    return _table(type(model).__name__, ["field", "value"], rows)


def html_of_list(items: Sequence[Any]) -> str:
    """Return a table with a row for each of the first models of a list."""
    first = items[:_MAX_ROWS]
    kind: Any = type(first[0]) if first else object
    if not issubclass(kind, FieldModel) or any(type(item) is not kind for item in first):
        return f"<pre>{escape(repr(list(first)))}</pre>"
    names = list(kind._json_names)
    rows = [[_cell(name, getattr(item, name)) for name in names] for item in first]
    return _table(f"{len(items)} x {kind.__name__}", names, rows)


def html_of_lazy(text: str, advice: str) -> str:
    """Return the text of a lazy result, which is not requested to be shown."""
    return f"<code>{escape(text)}</code> <em>{escape(advice)}</em>"


def _cell(name: str, value: object) -> str:
    if value is UNSET or value is None:
        return ""
    if type(value) is str:
        return value if len(value) <= _short.maxstring else f"{value[: _short.maxstring]}..."
    return _describe(name, value).strip("'")


def _table(title: str, names: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return (
        f"<table><caption>{escape(title)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
