"""Stateful checks of reads: they change nothing, and agree about a resource."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import pairwise
from typing import Any

from ..options import setting_name
from ..spec.document import packaged_operations
from ..spec.kinds import packaged_kinds
from ..targets.target import SkipCheck, Target
from .matrices.rows import Place, Rows, rows_of
from .matrices.schemas import properties, resolved, response_schema
from .matrices.siblings import known_siblings, with_varied_parents
from .matrices.state import StateReader, is_unfinished

_ROUNDS = 3  # two reads differ also if others change something once
_PHONE_NUMBER = re.compile(r"\+?[\d ()-]{7,}")
_SCALARS = (str, int, float, type(None))
_OF_READ = frozenset({"status"})
"""Fields with another vocabulary in another read: that of a call and of its webhook payload."""

_FORM = frozenset({"type", "items", "properties", "additionalProperties", "anyOf", "allOf"})

Views = dict[tuple[str, str, str, str], dict[str, Any]]
"""Values of a field by read, for each kind, id, field and form of a list or an object."""


def reads_agree(target: Target) -> Iterator[str]:
    """Check that repeated reads change nothing, and that reads agree about a resource."""
    if not any(map(target.is_exclusive, packaged_operations())):
        setting = setting_name("DISPOSABLE_ACCOUNTS")
        raise SkipCheck(f"set {setting}: others would change what it compares")
    reader = StateReader.of(target, with_varied_parents(target, known_siblings(target)))
    # Others would change between two reads what both show.
    reads = tuple(read for read in reader.reads if target.is_exclusive(read.operation.id))
    reader = replace(reader, reads=reads)
    rounds = [rows_of(reader.read_all()) for _ in range(_ROUNDS)]
    suspects = dict.fromkeys(place.read for place, _ in _moving(rounds))
    # Reads in a row: others do not change one thing between each two of them.
    again = [[rows_of(reader.read_again(read)) for _ in range(_ROUNDS)] for read in suspects]
    moving = [
        f"{place.operation} shows another {name} at each read"
        for rounds_of_read in again
        for place, name in _moving(rounds_of_read)
    ]
    yield from dict.fromkeys([*moving, *disagreeing(rounds)])


def _moving(rounds: Sequence[Rows]) -> Iterator[tuple[Place, str]]:
    """Yield the fields that every read changes."""
    for place in rounds[0]:
        rows = [rows[place] for rows in rounds if place in rows]
        for name in rows[0] if len(rows) == _ROUNDS else ():
            values = [repr(row.get(name)) for row in rows]
            if all(old != new for old, new in pairwise(values)):
                yield place, name


def disagreeing(rounds: Sequence[Rows]) -> Iterator[str]:
    """Yield fields that two reads show differently in every round."""
    views = [views_of(rows) for rows in rounds]
    for field, values in views[0].items():
        later = [view.get(field) for view in views[1:]]
        if len(set(values.values())) > 1 and all(values == shown for shown in later):
            reads = " and ".join(sorted({read.partition(" ")[0] for read in values}))
            yield f"{reads} show another {field[2]} of one {field[0].partition(' ')[2]}"


def views_of(rows: Rows) -> Views:
    """Return the values that each read shows of a field."""
    found: Views = {}
    for place, row in rows.items():
        kind = _kind(place)
        if kind is None or is_unfinished(row):
            continue
        for name, value in row.items():
            if name not in _OF_READ:
                # Under one name, two reads may have lists or objects of two forms.
                is_scalar = isinstance(value, _SCALARS)
                form = "" if is_scalar else _form(place.operation, place.path, name)
                shown = found.setdefault((kind, place.id, name, form), {})
                shown[f"{place.read} {place.path}"] = _comparable(value)
    return found


@cache
def _form(operation_id: str, path: str, name: str) -> str:
    """Return the schema of a field of a row as text, without its description."""
    schema = response_schema(operation_id)
    for step in [*path.split("/")[1:], name]:
        row = schema if properties(schema) else resolved(schema.get("items", {}))
        schema = properties(row).get(step, {})
    return str({key: schema[key] for key in sorted(schema) if key in _FORM})


def _comparable(value: Any) -> Any:
    """Return a value without its notation: moments and phone numbers have several."""
    if isinstance(value, list):
        return tuple(map(_comparable, value))
    if isinstance(value, dict):
        fields = {name: _comparable(item) for name, item in value.items() if item is not None}
        return tuple(sorted(fields.items()))
    if not isinstance(value, str):
        return value
    if _PHONE_NUMBER.fullmatch(value):
        return re.sub(r"\D", "", value)
    try:
        return datetime.fromisoformat(value).timestamp()
    except ValueError:
        return value


def _kind(place: Place) -> str | None:
    """Return the kind of a row by the spec: by a link, by the path, or by the field's name."""
    vendor, kinds = packaged_operations()[place.operation].vendor, packaged_kinds()
    if named := _linked(place.operation).get(place.path):
        return named
    *_, last = place.read.split(" ")
    name, _, value = last.partition("=")
    is_one = "id" in properties(response_schema(place.operation))
    if is_one and not place.path and value == place.id:
        return kinds.of(place.operation, name).name
    parent = f"{vendor} {place.path.rpartition('/')[2]}Id"
    return parent if parent in kinds.all else None


@cache
def _linked(operation_id: str) -> dict[str, str]:
    """Return the kinds of the rows that links of an operation name, by path."""
    return {
        _path(source.pointer): kind.name
        for kind in packaged_kinds().all.values()
        for source in kind.sources
        if source.operation == operation_id and source.pointer.endswith("/id")
    }


def _path(pointer: str) -> str:
    """Return the path of a row below the payload: `/data/items/0/id` is that of `/items`."""
    return re.sub(r"/\d+", "", pointer).removesuffix("/id").removeprefix("/data")
