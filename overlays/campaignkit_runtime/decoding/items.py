"""Lists in response bodies, some of whose items do not fit the spec."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from ..models import Model
from .decoders import Decoder
from .readers import SchemaMismatchError

B = TypeVar("B")
T = TypeVar("T")

OnBadItem = Literal["raise", "skip", "raw"]
"""Treatment of an item of a list that does not fit the spec."""


class ModelList(list[T]):
    """List of models that a notebook shows as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return a table for notebooks."""
        from ..displays import html_of_list  # imported late: few programs show models

        return html_of_list(self)


class PartialList(ModelList[T]):
    """List without the items that do not fit the spec; `skipped` holds them as parsed JSON."""

    __slots__ = ("skipped",)

    def __init__(self, items: Iterable[T] = (), skipped: Iterable[Any] = ()) -> None:
        super().__init__(items)
        self.skipped = list(skipped)


def skipped_items(items: Iterable[Any]) -> list[Any]:
    """Return the items that a list lacks because they do not fit the spec."""
    return items.skipped if isinstance(items, PartialList) else []


class BadItem(NamedTuple):
    """Item of a list that does not fit the spec."""

    number: int
    """Its index in the list."""
    value: Any
    """The item as parsed JSON."""
    error: SchemaMismatchError


def read_body(
    decoder: Decoder[B, Any], document: Any, on_bad_item: OnBadItem
) -> tuple[B, list[BadItem]]:
    """Return the body that parsed JSON holds, and the items of its list that do not fit.

    Args:
        decoder: The decoder of the body.
        document: The body as parsed JSON.
        on_bad_item: "skip" leaves such items out, "raw" keeps them as parsed JSON in their places.

    Raises:
        SchemaMismatchError: Another part does not fit, or an item and `on_bad_item` is "raise".
    """
    try:
        return decoder.tolerant_body(document), []
    except SchemaMismatchError as error:
        index = item_index(decoder.items, error.steps)
        if on_bad_item == "raise" or index is None or decoder.items is None:
            raise
    path, items = decoder.items, _value_at(document, decoder.items)
    bad: list[BadItem] = []
    for number in range(index, len(items)):
        if failure := _error_of(decoder, document, path, number):
            bad.append(BadItem(number, items[number], failure))
    numbers = {item.number for item in bad}
    good = [item for number, item in enumerate(items) if number not in numbers]
    body = decoder.tolerant_body(_with_items(document, path, good))
    models: list[Any] = _value_of(body, path)
    if on_bad_item == "raw":
        for item in bad:
            models.insert(item.number, item.value)
        return body, bad
    return _replaced(body, path, PartialList(models, [item.value for item in bad])), bad


def item_index(items: Sequence[str] | None, steps: Sequence[str | int]) -> int | None:
    """Return the index of the item that a path leads into; None if it leads elsewhere."""
    if items is None or list(steps[: len(items)]) != list(items) or len(steps) <= len(items):
        return None
    index = steps[len(items)]
    return index if isinstance(index, int) else None


def item_id(document: Any, items: Sequence[str], index: int) -> str | None:
    """Return the id of an item of a list, if it has one."""
    item = _value_at(document, items)[index]
    if not isinstance(item, dict):
        return None
    names = [name for name in item if name.endswith(("Id", "_id"))]
    found = (item.get(name) for name in ("id", "_id", *names))
    return next((str(value) for value in found if isinstance(value, str | int) and value), None)


def _error_of(
    decoder: Decoder[Any, Any], document: Any, path: Sequence[str], number: int
) -> SchemaMismatchError | None:
    """Return the error of one item; raise an error of another part of the body."""
    item = _value_at(document, path)[number]
    try:
        decoder.tolerant_body(_with_items(document, path, [item]))
    except SchemaMismatchError as error:
        if item_index(path, error.steps) is None:
            raise
        error.steps[len(path)] = number
        return error
    return None


def _value_at(document: Any, path: Sequence[str]) -> Any:
    for key in path:
        document = document[key]
    return document


def _with_items(document: Any, path: Sequence[str], items: list[Any]) -> Any:
    """Return parsed JSON with another list at the path; the rest is shared."""
    if not path:
        return items
    key, *rest = path
    return {**document, key: _with_items(document[key], rest, items)}


def _value_of(body: Any, path: Sequence[str]) -> Any:
    for key in path:
        body = getattr(body, _attribute(body, key))
    return body


def _replaced(body: Any, path: Sequence[str], items: list[Any]) -> Any:
    """Return the body with another list at the path."""
    if not path:
        return items
    *keys, last = path
    owner = _value_of(body, keys)
    setattr(owner, _attribute(owner, last), items)
    return body


def _attribute(model: Model, key: str) -> str:
    names = model._json_names.items()
    return next(attribute for attribute, name in names if name == key)
