"""Lists, counts and callbacks as arguments of operations that send batches."""

import math
import re
from decimal import Decimal
from functools import partial
from typing import Any

import httpx
import numpy as np
import pandas as pd  # type: ignore[import-untyped]
import pytest
from campaignkit import (
    AsyncSonarly,
    Callers,
    CampaignKitError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    Sonarly,
)
from campaignkit.models import CallersContactBulkItemData
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake

from tests.client.argument_calls import refusal, unreached
from tests.client.responses import KEY, transport


def bodies_of(make: Any) -> list[Any]:
    """Return the bodies of the calls of a client of Callers.ai."""
    sent: list[Any] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request.read())
        raise httpx.ConnectError("refused")

    with pytest.raises(CampaignKitError):
        make(Callers(api_key=KEY, transport=transport(handle), retries=0))
    return sent


@pytest.mark.parametrize(
    "made",
    [
        lambda: (f"c{number}" for number in range(2)),
        lambda: ("c0", "c1"),
        lambda: {"c0": 1, "c1": 2}.keys(),
        lambda: pd.Series(["c0", "c1"]),
        lambda: map(str, ["c0", "c1"]),
    ],
)
def test_any_iterable(made: Any) -> None:
    """A list may be any iterable, which is read once."""
    sent = bodies_of(lambda client: client.contacts.archive_bulk("c", contact_ids=made()))

    assert sent == [b'{"contactIds":["c0","c1"]}']


class Broken:
    """A value that fails at every touch."""

    def __index__(self) -> int:
        raise RuntimeError("no number")

    def __repr__(self) -> str:
        raise RuntimeError("no text")


NO_COUNTS: list[Any] = [
    *(0, -1, True, 1.5, 50.0, math.nan, "5", KEY, -(10**5_000), Decimal(5), Broken()),
    *(np.float64(1), np.array(["a"]), np.array([5]), pd.NA, pd.DataFrame({"a": [KEY]})),
]


@pytest.mark.parametrize("kind", [Sonarly, AsyncSonarly])
@pytest.mark.parametrize("name", ["batch_size", "concurrency", "limit"])
def test_counts(kind: Any, name: str) -> None:
    """A number of ids, calls or items is an integer >= 1, and no error shows what is no number."""
    client = kind(api_key=KEY, transport=unreached())
    rows = partial(client.campaigns.lead_status, ID, ID, lead_ids=["a"])
    call = partial(client.audiences.list, ID) if name == "limit" else rows
    for value in NO_COUNTS:
        with pytest.raises(InvalidArgumentError, match=f"{name} must be an integer >= 1") as caught:
            call(**{name: value})
        assert caught.value.argument == name
        assert KEY not in str(caught.value)


@pytest.mark.parametrize("size", [np.int64(2), np.uint8(2), 2, 10**30])
def test_integers_as_counts(size: Any) -> None:
    """An integer of any library and of any size is a number of ids."""
    sonarly = Sonarly(api_key="fake-sonarly", transport=Fake().transport())
    rows = sonarly.campaigns.lead_status(ID, ID, lead_ids=["a", "b", "c"], batch_size=size)

    assert [row.lead_id for row in rows] == ["a", "b", "c"]


NOT_LISTABLE: list[Any] = [
    *(pd.DataFrame({"id": ["a"]}), np.array("a"), np.array(5), memoryview(b"ab"), bytearray(b"ab")),
    CallersContactBulkItemData(),
]


@pytest.mark.parametrize("values", NOT_LISTABLE, ids=lambda value: type(value).__name__)
def test_no_list(values: Any) -> None:
    """What would be taken apart into columns or bytes is no list, wherever a list is taken."""
    callers = Callers(api_key=KEY, transport=unreached())
    for client in (Sonarly, AsyncSonarly):
        campaigns: Any = client(api_key=KEY, transport=unreached()).campaigns
        with pytest.raises(InvalidArgumentTypeError, match=r"^lead_ids must be") as caught:
            campaigns.lead_status(ID, ID, lead_ids=values)
        assert caught.value.argument == "lead_ids"
    with pytest.raises(InvalidArgumentTypeError, match=r"^contact_ids must be a list, got"):
        callers.contacts.archive_bulk(ID, contact_ids=values)
    with pytest.raises(InvalidArgumentTypeError, match=r"^items must be"):
        callers.map(callers.campaigns.get, values)


def test_table() -> None:
    """A table has advice: one of its columns is a list."""
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentTypeError, match=r"got DataFrame\. Pass one of its columns"):
        client.contacts.archive_bulk(ID, contact_ids=pd.DataFrame({"id": ["a"]}))
    with pytest.raises(InvalidArgumentTypeError, match=r"got DataFrame\. Pass one of its columns"):
        client.map(client.campaigns.get, pd.DataFrame({"id": ["a"]}))


@pytest.mark.parametrize("kind", [Sonarly, AsyncSonarly])
def test_progress(kind: Any) -> None:
    """An `on_progress` that cannot be called is refused before anything is sent."""
    client = kind(api_key=KEY, transport=unreached())
    for value in ("print", 5, ["a"], Broken()):
        with pytest.raises(InvalidArgumentTypeError, match=r"^on_progress must be callable, got"):
            client.campaigns.lead_status(ID, ID, lead_ids=["a"], on_progress=value)
        with pytest.raises(InvalidArgumentTypeError, match=r"^on_progress must be callable, got"):
            client.map(client.campaigns.list, [ID], on_progress=value)


def test_endless_value() -> None:
    """A value that holds itself is named, also if it is one field of a body."""
    endless: dict[str, Any] = {}
    endless["a"] = endless
    error = refusal("callers_organizations_sync", {"pricing": endless})

    assert (error.argument, error.outcome) == ("pricing", "not_sent")
    assert re.match(r"pricing\b.* must be nested less deeply\. It may contain itself", str(error))
