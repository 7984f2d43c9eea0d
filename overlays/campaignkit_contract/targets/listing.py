"""Lists: every item of a list, page by page."""

from ..spec.document import Json
from ..spec.routes import Operation
from .target import CheckFailed, SkipCheck, Target

_MAX_ITEMS = 10_000


def items(target: Target, operation_id: str, **values: str | None) -> list[Json]:
    """Return every item of a list, page by page.

    Raises:
        CheckFailed: The list does not end: a cursor or a page is repeated.
        SkipCheck: The list has more than 10,000 items.
    """
    found: list[Json] = []
    number = first_page(target.operation(operation_id))
    position: dict[str, str] = {}
    seen, previous = [position], None
    while True:
        page = target.data(operation_id, **values, **position)
        rows = page["items"] if isinstance(page, dict) else page
        if rows and rows == previous:
            raise CheckFailed(f"{operation_id} repeats a page")
        found, previous = found + rows, rows
        if len(found) > _MAX_ITEMS:
            raise SkipCheck(f"{operation_id} has more than {_MAX_ITEMS} items")
        if number is not None and rows:
            number += 1
            position = {"page": str(number)}
        elif isinstance(page, dict) and page.get("nextCursor"):
            position = {"cursor": page["nextCursor"]}
        else:
            return found
        if position in seen:
            raise CheckFailed(f"{operation_id} repeats a cursor")
        seen.append(position)


def first_page(operation: Operation) -> int | None:
    """Return the number of the first page; None for a list without page numbers."""
    pages = [parameter.schema for parameter in operation.parameters if parameter.name == "page"]
    return pages[0].get("default", pages[0].get("minimum", 0)) if pages else None
