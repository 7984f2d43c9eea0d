"""IDs as arguments: texts, numbers, enumerations and UUIDs, but no models or lists."""

import math
import uuid
from enum import Enum, StrEnum
from typing import Any

import httpx
import numpy as np
import pandas as pd  # type: ignore[import-untyped]
import pytest
from campaignkit import BatchError, Callers, CampaignKitError, InvalidArgumentTypeError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake

from tests.client.argument_calls import unreached
from tests.client.responses import KEY, transport


class Kind(StrEnum):
    """An enumeration of a caller's own."""

    ONE = "one"


class OldKind(str, Enum):  # noqa: UP042 - as code before Python 3.11 has them
    """The same in the old way, whose `str()` is the name."""

    ONE = "one"


def sent_path(value: Any) -> str:
    """Return the path of a call for a campaign with an ID."""
    paths: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.raw_path.decode())
        raise httpx.ConnectError("refused")

    with pytest.raises(CampaignKitError):
        Sonarly(api_key=KEY, transport=transport(handle), retries=0).campaigns.get("g", value)
    return paths[0].rpartition("/")[2]


UUID = uuid.UUID("12345678-1234-5678-1234-567812345678")


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("a b", "a%20b"),
        (Kind.ONE, "one"),
        (OldKind.ONE, "one"),
        (np.str_("n"), "n"),
    ],
)
def test_id(value: Any, sent: str) -> None:
    """An ID is a text, of any class of texts."""
    assert sent_path(value) == sent


@pytest.mark.parametrize(
    "value",
    [None, 1.0, math.nan, np.nan, np.float64(1), pd.NA, pd.NaT, b"abc", True, np.True_, ("a",)],
    ids=repr,
)
def test_no_id(value: Any) -> None:
    """Anything else is refused, as the holes of a table are."""
    client = Sonarly(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentTypeError, match=r"must be a string, got ") as e:
        client.campaigns.get("g", value)
    with pytest.raises(
        InvalidArgumentTypeError, match=r"^lead_ids\[1\] must be a string"
    ) as listed:
        client.campaigns.with_raw_response.lead_status("g", "c", lead_ids=["l", value])

    assert (e.value.argument, listed.value.argument) == ("campaign_id", "lead_ids")


@pytest.mark.parametrize("value", [7, np.int64(7), 10**5_000, UUID], ids=["int", "np", "long", "u"])
def test_number_as_id(value: Any) -> None:
    """A number or a UUID in the place of an ID says how to pass it."""
    client = Sonarly(api_key=KEY, transport=unreached())
    with pytest.raises(InvalidArgumentTypeError, match=r"^campaign_id .* Pass str\(value\)\.$"):
        client.campaigns.get("g", value)
    with pytest.raises(BatchError, match=r"lead_ids\[0\] must be a string, .* Pass str\(value\)"):
        list(client.campaigns.lead_status("g", "c", lead_ids=[value]))


def test_model_as_id() -> None:
    """A model in the place of its ID says which attribute to pass, in any list of IDs too."""
    sonarly = Sonarly(api_key="fake-sonarly", transport=Fake().transport())
    campaign = sonarly.campaigns.get(ID, ID)
    with pytest.raises(InvalidArgumentTypeError, match=r"got Campaign\. Pass campaign\.id\."):
        sonarly.campaigns.start(ID, campaign)  # type: ignore[arg-type]
    with pytest.raises(BatchError, match=r"lead_ids\[0\] .* got Campaign\. Pass campaign\.id") as e:
        list(sonarly.campaigns.lead_status(ID, ID, lead_ids=["a", campaign]))  # type: ignore[list-item]
    callers = Callers(api_key="fake-callers", transport=Fake().transport())
    contact = next(iter(callers.contacts.list(ID)))
    with pytest.raises(
        InvalidArgumentTypeError, match=r"^contact_ids\[0\].*Pass callers_contact\.id"
    ):
        callers.contacts.archive_bulk(ID, contact_ids=[contact])  # type: ignore[list-item]

    assert [failure.items for failure in e.value.failures] == [(campaign,)]


def test_ids_of_a_series() -> None:
    """A column with a hole gives the rows of the others, and names the hole."""
    sonarly = Sonarly(api_key="fake-sonarly", transport=Fake().transport())
    column = pd.Series(["one", None, "two"])
    found: list[str] = []
    with pytest.raises(BatchError, match="1 of 3 failed") as caught:
        found.extend(row.lead_id for row in sonarly.campaigns.lead_status(ID, ID, lead_ids=column))

    assert (found, caught.value.outcome) == (["one", "two"], "not_sent")
