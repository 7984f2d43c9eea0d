"""Models as flat rows of a table; all rows of a model have the same columns."""

import types
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints, overload

from .errors import InvalidArgumentTypeError
from .models import Model, Unset

Row = dict[str, Any]
Column = tuple[str, tuple[str, ...]]
"""Name of the column, and the attributes that lead to its value."""

_OTHERS = "additional_properties"

_known: dict[tuple[type[Model], bool], list[Column]] = {}


@overload
def to_rows(models: Iterable[Model], *, json_names: bool = False) -> Iterator[Row]: ...
@overload
def to_rows(models: AsyncIterable[Model], *, json_names: bool = False) -> AsyncIterator[Row]: ...
def to_rows(
    models: Iterable[Model] | AsyncIterable[Model], *, json_names: bool = False
) -> Iterator[Row] | AsyncIterator[Row]:
    """Return a flat dictionary for each model, lazily.

    Nested fields become columns such as `owner.time_zone`. All models of a class have the same
    columns; a missing value is None. Lists stay lists, and models in them become dictionaries.
    Datetimes stay datetimes, and members of enumerations become strings.

    Args:
        models: A list, a pager or other results of a list operation, sync or async.
        json_names: True names the columns as JSON does, such as `owner.timeZone`.

    Raises:
        InvalidArgumentTypeError: An item is not a model of this package.
    """
    if isinstance(models, AsyncIterable):
        return _async_rows(models, json_names)
    return (_row(model, json_names) for model in models)


async def _async_rows(models: AsyncIterable[Model], json_names: bool) -> AsyncIterator[Row]:
    async for model in models:
        yield _row(model, json_names)


def _row(model: Model, json_names: bool) -> Row:
    if not isinstance(model, Model):
        message = f"models must contain models of this package, got {type(model).__name__}."
        raise InvalidArgumentTypeError(message, argument="models")
    columns = _columns(type(model), json_names)
    return {name: _plain(_found(model, path), json_names) for name, path in columns}


def _columns(model: type[Model], json_names: bool) -> list[Column]:
    key = model, json_names
    return _known.get(key) or _known.setdefault(key, [*_columns_of(model, json_names, ())])


def _columns_of(
    model: type[Model], json_names: bool, around: tuple[type[Model], ...]
) -> Iterator[Column]:
    hints = get_type_hints(model)
    for attribute, json_name in model._json_names.items():
        name = json_name if json_names else attribute
        nested = _nested(hints[attribute])
        if nested is None or nested in (*around, model):  # a model within itself would not end
            yield name, (attribute,)
        else:
            for inner, path in _columns_of(nested, json_names, (*around, model)):
                yield f"{name}.{inner}", (attribute, *path)
    if _OTHERS in hints:
        yield _OTHERS, (_OTHERS,)


def _nested(hint: Any) -> type[Model] | None:
    """Return the model if the type is one model with fields, or None or UNSET; else None."""
    kinds = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    others = [kind for kind in kinds if kind not in (type(None), Unset)]
    match others:
        case [type() as kind] if issubclass(kind, Model) and kind._json_names:
            return kind
    return None


def _found(value: Any, path: tuple[str, ...]) -> Any:
    for attribute in path:
        if not isinstance(value, Model):
            return None
        value = getattr(value, attribute)
    return value


def _plain(value: Any, json_names: bool) -> Any:
    """Return the value in the types that tables take."""
    if isinstance(value, Unset):
        return None
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Model):
        others = _plain(getattr(value, _OTHERS, {}), json_names)
        names = value._json_names.items()
        fields = {json if json_names else own: getattr(value, own) for own, json in names}
        return others | {name: _plain(item, json_names) for name, item in fields.items()}
    if isinstance(value, list):
        return [_plain(item, json_names) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item, json_names) for name, item in value.items()}
    return value
