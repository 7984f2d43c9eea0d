"""Readers accept what the spec says, and name what they refuse."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from campaignkit.models import Campaign, CampaignStatus
from campaignkit_runtime.decoding import readers, unions
from campaignkit_runtime.decoding.msgspec import FastDecodeError, make_decoder
from campaignkit_runtime.models import to_json
from campaignkit_runtime.operations import Operation

IDENTIFIER = "12345678-1234-5678-1234-567812345678"
UNION = unions.one_of([readers.integer, readers.boolean])
KINDS = unions.one_of([], ("kind", {"a": lambda value: value["kind"]}))


@pytest.mark.parametrize(
    ("reader", "value", "expected"),
    [
        (readers.text, "x", "x"),
        (readers.boolean, True, True),
        (readers.integer, 25.0, 25),
        (readers.integer, 25, 25),
        (readers.number, 2, 2.0),
        (readers.datetime_, "2026-03-01T08:00:00Z", datetime(2026, 3, 1, 8, tzinfo=UTC)),
        (readers.date_, "2026-03-01", date(2026, 3, 1)),
        (readers.uuid_, IDENTIFIER, UUID(IDENTIFIER)),
        (readers.any_value, [1], [1]),
        (readers.null, None, None),
        (readers.nullable(readers.text), None, None),
        (readers.nullable(readers.text), "x", "x"),
        (readers.list_of("names", readers.text), ["a", None], ["a", None]),
        (readers.dict_of("names", readers.text), {"a": "b", "c": None}, {"a": "b", "c": None}),
        (readers.enum_member(CampaignStatus), "draft", "draft"),
        (readers.enum_member(CampaignStatus), "added later", "added later"),
        (UNION, True, True),
        (UNION, "neither", "neither"),
        (KINDS, {"kind": "a"}, "a"),
        (KINDS, {"kind": "b"}, {"kind": "b"}),
        (KINDS, {"kind": ["b"]}, {"kind": ["b"]}),
    ],
)
def test_accepted(reader: Callable[[Any], Any], value: Any, expected: Any) -> None:
    """A value of the right type is read."""
    assert reader(value) == expected


@pytest.mark.parametrize(
    ("reader", "value", "expected"),
    [
        (readers.text, 5, "a string"),
        (readers.boolean, 1, "a boolean"),
        (readers.integer, "5", "an integer"),
        (readers.number, True, "a number"),
        (readers.number, 10**400, "a number that fits 64 bits"),
        (readers.datetime_, "tomorrow", "a date-time with an offset"),
        (readers.date_, "tomorrow", "a date "),
        (readers.uuid_, "tomorrow", "a UUID"),
        (readers.null, 0, "null"),
        (readers.list_of("names", readers.text), "a", "an array"),
        (readers.list_of("names", readers.text), [5], "a string"),
        (readers.dict_of("names", readers.text), [5], "an object"),
        (readers.enum_member(CampaignStatus), 5, "a string"),
    ],
)
def test_refused(reader: Callable[[Any], Any], value: Any, expected: str) -> None:
    """A value of a wrong type is a mismatch that says what was expected."""
    with pytest.raises(readers.SchemaMismatchError) as caught:
        reader(value)

    assert caught.value.expected.startswith(expected)


def test_no_msgspec(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without msgspec the fast decoder leaves all content to `from_dict`."""
    monkeypatch.setitem(sys.modules, "msgspec", None)
    with pytest.raises(FastDecodeError):
        make_decoder(Campaign)(b"{}")


def test_any_variant() -> None:
    """The fast decoder leaves a union with any value to `from_dict`, which chooses the variant."""
    with pytest.raises(FastDecodeError):
        make_decoder(Campaign | Any)(b"{}")


def test_plain_date() -> None:
    """A date is written as ISO 8601."""
    assert to_json({"day": date(2026, 3, 1)}) == {"day": "2026-03-01"}


def test_repr_of_operation() -> None:
    """An operation shows its id only."""
    assert repr(Operation("trees_list", "GET", "safe", {})) == "Operation('trees_list')"
