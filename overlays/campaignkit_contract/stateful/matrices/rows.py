"""Rows of a state: the items with ids that reads show, wherever they are nested."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...spec.document import Json
from .schemas import nested_lists
from .state import State, is_unfinished

_ID_FIELDS = ("id", "leadId", "jobId", "scanId", "prospectId", "providerId")


@dataclass(frozen=True, slots=True)
class Place:
    """Place of a row: the read that shows it, and the list or object in its payload."""

    read: str
    path: str
    """Names of the fields that lead to the row."""
    id: str

    @property
    def operation(self) -> str:
        """Return the operationId of the read."""
        return self.read.partition(" ")[0]


Rows = dict[Place, Json]
"""Rows by place, without the rows that are nested in them."""
_UNFINISHED: Json = {}


def rows_of(state: State, *, has_jobs: bool = False) -> Rows:
    """Return the rows of a state, in the order of the reads.

    Args:
        state: What the reads show.
        has_jobs: True keeps unfinished jobs, without fields because these change by themselves.
    """
    return {
        Place(read, path, id_): _UNFINISHED if is_unfinished(row) else row
        for read, value in state.items()
        for path, id_, row in _rows(value, "")
        if has_jobs or not is_unfinished(row)
    }


def _rows(value: Any, path: str) -> Iterator[tuple[str, str, Json]]:
    if isinstance(value, list):
        for item in value:
            yield from _rows(item, path)
    elif isinstance(value, dict):
        id_ = next((value[name] for name in _ID_FIELDS if name in value), None)
        inner = {name: [*_rows(item, f"{path}/{name}")] for name, item in value.items()}
        if isinstance(id_, str):
            own = value.keys() - nested_lists()
            yield (
                path,
                id_,
                {name: value[name] for name in value if name in own and not inner[name]},
            )
        for found in inner.values():
            yield from found


def kind(row: Json) -> tuple[str, ...]:
    """Return the names of the fields. Rows with the same fields and id show the same resource."""
    return tuple(sorted(row))


def changed_places(before: Rows, after: Rows) -> list[Place]:
    """Return the places of rows that are new, gone or different. An unfinished job may end."""
    return [
        place
        for place in dict.fromkeys([*before, *after])
        if before.get(place) != after.get(place)
        and not (before.get(place) == _UNFINISHED and place in after)
    ]
