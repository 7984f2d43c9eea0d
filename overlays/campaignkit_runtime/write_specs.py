"""Operations that write rows, and the results of the rows in their payloads."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, Generic, TypeVar

from .errors import InvalidArgumentError, InvalidArgumentTypeError
from .inspection import describe_type
from .item_sources import Items
from .models import UNSET, Model

P = TypeVar("P")
T = TypeVar("T")


class WriteSpec(Generic[P, T]):
    """Operation that writes rows, and the result of each row in its payload."""

    __slots__ = ("argument", "operation", "results")

    def __init__(
        self, operation: str, argument: str, results: Callable[[P, Items], list[T | None]]
    ) -> None:
        self.operation = operation
        self.argument = argument
        """Argument of a single call that holds the rows; `rows` if each row is a call."""
        self.results = results


def row_with(kind: type[Model], names: tuple[str, ...], row: object) -> Any:
    """Return a row with some fields of a model.

    Args:
        kind: Model of the rows.
        names: Attributes of the fields.
        row: A model, or a mapping with at least these fields, by names of Python or of JSON.

    Raises:
        InvalidArgumentError: The row is something else, or lacks a field.
    """
    if isinstance(row, kind):
        return row
    if not isinstance(row, Mapping):
        raise InvalidArgumentTypeError(
            f"rows must be of {kind.__name__} or mappings, got {describe_type(row)}.",
            argument="rows",
        )
    fields = {name: row.get(name, row.get(kind._json_names[name], UNSET)) for name in names}
    if missing := [name for name, value in fields.items() if value is UNSET]:
        raise InvalidArgumentError(f"rows must have {', '.join(missing)}.", argument="rows")
    return SimpleNamespace(**fields)


def same_for_all(payload: T, items: Items) -> list[T | None]:
    """Return the payload of a call as the result of each of its rows."""
    return [payload] * len(items)


def by_key(
    rows: Callable[[P], Any], key: Callable[[T], Any], attribute: str, name: str
) -> Callable[[P, Items], list[T | None]]:
    """Return the function that matches the rows of a payload to the items by a field.

    Only letters and digits count, because vendors store phone numbers in another form.

    Args:
        rows: Returns the rows of a payload; they can be missing.
        key: Returns the field of a row.
        attribute: Attribute of the field in an item.
        name: JSON name of the field in an item.
    """

    def results(payload: P, items: Items) -> list[T | None]:
        found = {_plain(key(row)): row for row in rows(payload) or () if row is not None}
        return [found.get(_plain(_field(item, attribute, name))) for item in items]

    return results


def _plain(value: object) -> str:
    return "".join(filter(str.isalnum, str(value))).casefold()


def _field(item: Any, attribute: str, name: str) -> Any:
    if hasattr(item, attribute):
        return getattr(item, attribute)
    return item.get(attribute, item.get(name))
