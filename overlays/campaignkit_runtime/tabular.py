"""Models as flat rows of a table; all rows of a model have the same columns."""

import json
import types
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine, Iterable, Iterator
from enum import Enum
from functools import partial
from typing import (
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    overload,
)

from .errors import InvalidArgumentError, InvalidArgumentTypeError
from .inspection import describe_value
from .models import Model, Unset, to_json

Row = dict[str, Any]


class Column(NamedTuple):
    """Column of the rows of a model."""

    name: str
    path: tuple[str, ...]
    """Attributes that lead to the value."""
    is_mixed: bool = False
    """True if the values can have several types."""


Nested = Literal["columns", "json", "keep"]
"""Form of nested values: further columns, JSON texts, or dictionaries."""

_OTHERS = "additional_properties"
_FORMS = get_args(Nested)

_known: dict[tuple[type[Model], bool, bool], list[Column]] = {}


@overload
def to_rows(
    models: Iterable[Model], *, json_names: bool = False, nested: Nested = "columns"
) -> Iterator[Row]: ...
@overload
def to_rows(
    models: AsyncIterable[Model], *, json_names: bool = False, nested: Nested = "columns"
) -> AsyncIterator[Row]: ...
def to_rows(
    models: Iterable[Model] | AsyncIterable[Model],
    *,
    json_names: bool = False,
    nested: Nested = "columns",
) -> Iterator[Row] | AsyncIterator[Row]:
    """Return a flat dictionary for each model, lazily.

    All models of a class have the same columns; a missing value is None. Datetimes stay datetimes,
    and members of enumerations become strings.

    Args:
        models: A list, a pager or other results of a list operation, sync or async.
        json_names: True names the columns as JSON does, such as `owner.timeZone`.
        nested: "columns" makes columns such as `owner.time_zone` of a nested model; lists stay
            lists, and models in them become dictionaries. "json" makes JSON texts of nested models,
            lists and values of any type, so every database takes the rows. "keep" makes
            dictionaries of nested models.

    Raises:
        InvalidArgumentError: `nested` is another value, or an item is not a model of this package.
        InvalidArgumentTypeError: `models` cannot be iterated over, such as a single model.
    """
    if nested not in _FORMS:
        raise InvalidArgumentError(
            f"nested must be {', '.join(map(repr, _FORMS))}, got {describe_value(nested)}.",
            argument="nested",
        )
    row = partial(_row, json_names=json_names, nested=nested)
    if isinstance(models, AsyncIterable):
        return _async_rows(models, row)
    if not isinstance(models, Iterable):
        raise _not_iterable(models)
    return map(row, models)


def _not_iterable(models: object) -> InvalidArgumentTypeError:
    advice = ""
    if isinstance(models, Model):
        advice = " Pass [model] for one model."
    elif isinstance(models, Coroutine):
        models.close()
        advice = " Await it first."
    return InvalidArgumentTypeError(
        f"models must be an iterable of models, got {type(models).__name__}.{advice}",
        argument="models",
    )


async def _async_rows(
    models: AsyncIterable[Model], row: Callable[[Model], Row]
) -> AsyncIterator[Row]:
    async for model in models:
        yield row(model)


def _row(model: Model, *, json_names: bool, nested: Nested) -> Row:
    if not isinstance(model, Model):
        message = f"models must contain models of this package, got {type(model).__name__}."
        raise InvalidArgumentTypeError(message, argument="models")
    columns = _columns(type(model), json_names, is_flat=nested == "columns")
    if nested == "json":
        return {column.name: _text(model, column) for column in columns}
    return {column.name: _plain(_found(model, column.path), json_names) for column in columns}


def _columns(model: type[Model], json_names: bool, *, is_flat: bool = True) -> list[Column]:
    key = model, json_names, is_flat
    found = _known.get(key)
    return found or _known.setdefault(key, [*_columns_of(model, json_names, (), is_flat=is_flat)])


def _columns_of(
    model: type[Model], json_names: bool, around: tuple[type[Model], ...], *, is_flat: bool
) -> Iterator[Column]:
    hints = get_type_hints(model)
    for attribute, json_name in model._json_names.items():
        name = json_name if json_names else attribute
        nested = _nested(hints[attribute]) if is_flat else None
        if nested is None or nested in (*around, model):  # a model within itself would not end
            is_mixed = len(kinds := _kinds(hints[attribute])) != 1 or kinds == [Any]
            yield Column(name, (attribute,), is_mixed)
        else:
            for inner in _columns_of(nested, json_names, (*around, model), is_flat=True):
                yield Column(f"{name}.{inner.name}", (attribute, *inner.path), inner.is_mixed)
    if _OTHERS in hints:
        yield Column(_OTHERS, (_OTHERS,))


def _kinds(hint: Any) -> list[Any]:
    """Return the types of a value that is present and not null."""
    kinds = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return [kind for kind in kinds if kind not in (type(None), Unset)]


def _nested(hint: Any) -> type[Model] | None:
    """Return the model if the type is one model with fields, or None or UNSET; else None."""
    match _kinds(hint):
        case [type() as kind] if issubclass(kind, Model) and kind._json_names:
            return kind
    return None


def _found(value: Any, path: tuple[str, ...]) -> Any:
    for attribute in path:
        if not isinstance(value, Model):
            return None
        value = getattr(value, attribute)
    return value


def _text(model: Model, column: Column) -> Any:
    """Return a single value in the types that tables take, and any other value as JSON text."""
    plain = _plain(_found(model, column.path), json_names=True)
    if isinstance(plain, dict | list) or (column.is_mixed and plain is not None):
        return json.dumps(to_json(plain), ensure_ascii=False)
    return plain


def _plain(value: Any, json_names: bool) -> Any:
    """Return the value in the types that tables take."""
    if isinstance(value, Unset):
        return None
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Model):
        others = _plain(getattr(value, _OTHERS, {}), json_names)
        names = value._json_names.items()
        fields = {name if json_names else own: getattr(value, own) for own, name in names}
        return others | {name: _plain(item, json_names) for name, item in fields.items()}
    if isinstance(value, list):
        return [_plain(item, json_names) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item, json_names) for name, item in value.items()}
    if type(value).__module__ == "uuid":
        return str(value)
    return value
