"""Operations that write rows, and the results of the rows in their payloads."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from .item_sources import Items

P = TypeVar("P")
T = TypeVar("T")


class WriteSpec(Generic[P, T]):
    """Operation that writes rows, and the result of each row in its payload."""

    __slots__ = ("operation", "results")

    def __init__(self, operation: str, results: Callable[[P, Items], list[T | None]]) -> None:
        self.operation = operation
        self.results = results


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
