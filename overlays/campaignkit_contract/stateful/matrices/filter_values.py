"""Values of filters: known, unknown and similar ones, and moments at and beside a bound."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from ...spec.document import Json
from ...spec.routes import Operation
from ...targets.requests import UNKNOWN_ID
from .schemas import item_properties, known_values

DOCUMENTED = "a documented value"
_VALUES = 4
_LEAP_SECOND = "2016-12-31T23:59:60Z"  # RFC 3339 allows it; many parsers do not
_AFTER_LEAP_SECOND = datetime(2017, 1, 1, tzinfo=UTC)
_INSTANT = timedelta(milliseconds=1)
_AHEAD, _BEHIND = (timezone(sign * timedelta(hours=5, minutes=30)) for sign in (1, -1))


@dataclass(frozen=True)
class Filter:
    """Filter of a list: the value of a parameter, and the items that it keeps."""

    parameter: str
    label: str
    value: str
    keeps: Callable[[Json], bool]
    may_refuse: bool = False
    """Whether a value may be refused, because no item has it."""


def filter_values(operation: Operation, name: str, whole: list[Json]) -> Iterator[Filter]:
    """Yield the filters by one parameter; nothing if no field of the items has its values."""
    known = item_properties(operation.id)
    field = next((field for field in (name, name.removesuffix("es")) if field in known), "")
    if field:
        yield from _equal(name, field, whole)
        yield from _documented(operation, name, field, whole)
    elif name.endswith(("From", "To")) and name.removesuffix("From").removesuffix("To") in known:
        yield from _bounds(name, whole)


def _equal(name: str, field: str, whole: list[Json]) -> Iterator[Filter]:
    values = _shown(field, whole)
    for value in values[:_VALUES]:
        yield Filter(name, "a known value", value, _keeps(field, value))
    yield Filter(name, "an unknown value", UNKNOWN_ID, _keeps(field, UNKNOWN_ID), may_refuse=True)
    for value in values[:1]:
        others = {"a part of a value": value[:-1], "a longer value": f"{value}x"}
        if not name.endswith("Id"):  # The digits of a hexadecimal id may have either case.
            others["another case"] = value.swapcase()
        for label, other in others.items():
            yield Filter(name, label, other, _keeps(field, other), may_refuse=True)


def _documented(operation: Operation, name: str, field: str, whole: list[Json]) -> Iterator[Filter]:
    """Yield the other values that the spec names, also those that no item of the list shows."""
    own = next(item.schema for item in operation.parameters if item.name == name)
    accepted, shown = known_values({"anyOf": [own]}), _shown(field, whole)
    for value in dict.fromkeys([*accepted, *known_values(item_properties(operation.id)[field])]):
        if value not in shown[:_VALUES]:
            may_refuse = value not in [*accepted, *shown]
            yield Filter(name, DOCUMENTED, value, _keeps(field, value), may_refuse)


def _shown(field: str, whole: list[Json]) -> list[str]:
    return [value for value in dict.fromkeys(item.get(field) for item in whole) if value]


def _keeps(field: str, value: str) -> Callable[[Json], bool]:
    return lambda item: item.get(field) == value


def _bounds(name: str, whole: list[Json]) -> Iterator[Filter]:
    """Yield bounds at a moment of an item, and right beside it. A bound is included."""
    is_lower = name.endswith("From")
    field = name.removesuffix("From").removesuffix("To")
    moments = sorted({_moment(item[field]) for item in whole if item.get(field)})

    def keeps(bound: datetime) -> Callable[[Json], bool]:
        def keep(item: Json) -> bool:
            if not item.get(field):
                return False
            moment = _moment(item[field])
            return moment >= bound if is_lower else moment <= bound

        return keep

    for place in {0, len(moments) // 2, len(moments) - 1} if moments else ():
        moment = moments[place]
        for label, bound in (
            ("the moment of an item", moment),
            ("right before an item", moment - _INSTANT),
            ("right after an item", moment + _INSTANT),
        ):
            yield Filter(name, label, _text(bound), keeps(bound))
        # A zone that is ignored moves the bound over the item itself.
        zone = _AHEAD if is_lower else _BEHIND
        zoned = moment.astimezone(zone).isoformat(timespec="milliseconds")
        yield Filter(name, "the moment in another zone", zoned, keeps(moment), may_refuse=True)
    yield Filter(name, "a leap second", _LEAP_SECOND, keeps(_AFTER_LEAP_SECOND), may_refuse=True)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
