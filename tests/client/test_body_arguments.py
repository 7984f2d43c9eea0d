"""Values of bodies as arguments: data, nested models, moments and files."""

import asyncio
import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd  # type: ignore[import-untyped]
import pytest
from campaignkit import (
    AsyncCallers,
    AsyncSonarly,
    BatchError,
    Callers,
    CampaignKitError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    Sonarly,
)
from campaignkit.models import CallersContactBulkItemData
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake

from tests.client.argument_calls import item, refusal, unreached
from tests.client.responses import KEY


@dataclass
class Row:
    """A caller's own class."""

    name: str


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (None, r"^data must be a mapping, got None\."),
        ([("a", "b")], r"^data must be a mapping, got list\."),
        ({"a"}, r"^data must be a mapping, got set\."),
        (Row("a"), r"^data must be a mapping, got Row\."),
        ({5: "a"}, r"^data must be a mapping with strings as keys, got int\."),
        ({"a": 5}, r"^data\['a'\] must be a string, got int\."),
        ({"a": None}, r"^data\['a'\] must be a string, got None\."),
        ({"a": Decimal(1)}, r"^data\['a'\] must be a string, got Decimal\."),
        ({"a": "\ud800"}, r"^data\['a'\] must be text that UTF-8 can encode\."),
        ({"\ud800": "a"}, r"^data.* must be text that UTF-8 can encode\."),
    ],
)
def test_data(data: Any, complaint: str) -> None:
    """A mapping names the key of the value that cannot be sent."""
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentError, match=complaint) as caught:
        client.contacts.create("c", name="n", phone_number="+1", data=data)

    assert caught.value.argument == "data"


NAMED = {"name": "n", "phoneNumber": "+1", "data": {}}


@pytest.mark.parametrize(
    ("contact", "complaint"),
    [
        (item(name=5), r"\.name must be a string, got int\."),
        (item(phone_number=None), r"\.phone_number must be a string, got None\."),
        ("n", r" must be a CallersContactBulkItem or a mapping, got str\."),
        (item(data="a"), r"\.data must be a CallersContactBulkItemData or a mapping, got str\."),
        ({**NAMED, "data": {"a": 1}}, r"\.data\['a'\] must be a string, got int\."),
        (
            {"name": "n", "phone_number": 5, "data": {}},
            r"\.phone_number must be a string, got int\.",
        ),
        (item(data=CallersContactBulkItemData({"a": 1})), r"\.data\['a'\] must be a string"),  # type: ignore[dict-item]
    ],
)
def test_nested(contact: Any, complaint: str) -> None:
    """A value deep in a body is named by the way to it."""
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentTypeError, match=rf"^contacts\[1\].*{complaint}") as caught:
        client.contacts.create_bulk("c", contacts=[item(), contact])

    assert caught.value.argument == "contacts"


@pytest.mark.parametrize(
    ("moment", "complaint"),
    [
        (dt.date(2026, 1, 1), r"got date\. Pass datetime\.combine"),
        (dt.datetime(2026, 1, 1), r"with a time zone\. Add tzinfo"),
        (pd.NaT, "with a time zone, got NaTType"),
        ("2026-01-01T00:00:00Z", "got str"),
        (1_767_225_600, "got int"),
    ],
)
def test_moment(moment: Any, complaint: str) -> None:
    """A moment is a datetime with a time zone."""
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentError, match=complaint) as caught:
        client.contacts.list("c", last_attempt_from=moment)

    assert (caught.value.argument, caught.value.outcome) == ("last_attempt_from", "not_sent")


def test_body_never_shown() -> None:
    """An error shows no value of a body."""
    secret = "phone-number-\ud800"
    client = Callers(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentError) as caught:
        client.contacts.create("c", name="n", phone_number=secret, data={})

    assert "phone-number" not in str(caught.value)


def test_maps() -> None:
    """A row of a map that cannot be sent belongs to its item; the others are done."""
    fake = Fake()
    sonarly = Sonarly(api_key="fake-sonarly", transport=fake.transport())
    done: list[Any] = []
    with pytest.raises(BatchError) as caught:
        done.extend(sonarly.map(sonarly.campaigns.get, [(ID, ID), (ID, math.nan), (ID, ID)]))

    [failure] = caught.value.failures
    assert (len(done), type(failure.error)) == (2, InvalidArgumentTypeError)
    assert caught.value.outcome == "not_sent"


async def mapped_async() -> tuple[int, CampaignKitError]:
    """Return the results of an async client, and its error."""
    async with AsyncSonarly(api_key="fake-sonarly", transport=Fake().transport()) as sonarly:
        done: list[Any] = []
        try:
            async for pair in sonarly.map(sonarly.campaigns.get, [(ID, ID), (ID, b"x")]):
                done.append(pair)
        except BatchError as error:
            return len(done), error
    raise AssertionError


def test_maps_async() -> None:
    """A map of an async client gives a row that cannot be sent to its item too."""
    count, error = asyncio.run(mapped_async())

    assert (count, error.outcome) == (1, "not_sent")


def test_verified_by_a_lead() -> None:
    """An argument that only the read takes is checked before the call goes out."""
    sonarly = Sonarly(api_key=KEY, transport=unreached())
    for value in (5.0, b"l", "a,b"):
        with pytest.raises(InvalidArgumentError, match="lead_id"):
            sonarly.campaigns.approve("g", "c", "w", lead_id=value)  # type: ignore[arg-type]


def test_async_client_header() -> None:
    """The async client refuses a header before it waits for anything."""

    async def run() -> None:
        async with AsyncCallers(api_key=KEY, transport=unreached()) as client:
            await client.campaigns.list(organization_id="o", sub_organization_id="ключ")

    with pytest.raises(InvalidArgumentError, match="sub_organization_id must be printable ASCII"):
        asyncio.run(run())


class Unreadable:
    """A file of another library, which cannot be read."""

    def read(self) -> bytes:
        """Fail with a secret in the text."""
        raise RuntimeError(KEY)


def test_unreadable_file() -> None:
    """Any error of a file is the error of its argument, before anything is sent."""
    error = refusal("callers_voices_clone", {"files": [Unreadable()]})

    assert str(error).endswith("must be a file that can be read. Cannot read it: RuntimeError.")
    assert (error.argument, error.outcome) == ("files", "not_sent")
