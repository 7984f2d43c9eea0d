"""A creation whose response was lost is found by its name and time, or stays unknown."""

import json
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from campaignkit import OutcomeUnknownError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, VirtualClock

from tests.example_calls import NODES, OPERATION_IDS, body_with, call_of

CREATES = [name for name in OPERATION_IDS if "candidates" in NODES[name].get("x-verify", {})]
NAME = "  Été  Q3: Berlin, Recruiters "


@pytest.fixture
def fake() -> Fake:
    """Return a fake on a clock that its clients share."""
    return Fake(clock=VirtualClock())


class Vendor(httpx.BaseTransport):
    """Vendor that stores other names or times; its responses to writes are lost."""

    def __init__(
        self,
        fake: Fake,
        rename: Callable[[str], str] = str,
        *,
        behind: float = 0.0,
        has_date: bool = True,
        is_applied: bool = True,
    ) -> None:
        self._fake = fake.transport()
        self._rename = rename
        self._behind = timedelta(seconds=behind)
        self._has_date = has_date
        self._is_applied = is_applied
        self.writes = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Store what is written under the vendor's own name, and show what is read."""
        if request.method == "GET":
            return self._shown(self._fake.handle_request(request))
        self.writes += 1
        body = json.loads(request.read())
        body["name"] = self._rename(body["name"])
        changed = httpx.Request("POST", request.url, headers=_plain(request), json=body)
        if self._is_applied:
            assert self._fake.handle_request(changed).status_code == 201
        raise httpx.ReadTimeout("slow")

    def _shown(self, response: httpx.Response) -> httpx.Response:
        document = json.loads(response.read())
        rows = document["data"].get("items") or document["data"]["folders"]
        for row in rows:
            moment = datetime.fromisoformat(row["createdAt"]) - self._behind
            row["createdAt"] = moment.isoformat()
        headers = {name: response.headers[name] for name in ["date"] if self._has_date}
        return httpx.Response(response.status_code, json=document, headers=headers)


def _plain(request: httpx.Request) -> dict[str, str]:
    return {"Authorization": request.headers["Authorization"]}


def write(vendor: Vendor, fake: Fake, operation: str, name: str = NAME, **options: Any) -> Any:
    """Create something under a name."""
    call = call_of(operation, body=body_with(operation, {"name": name}))
    with Sonarly(api_key="fake-sonarly", transport=vendor, clock=fake.clock, **options) as sonarly:
        return sonarly._send(call)


@pytest.mark.no_cover
@pytest.mark.parametrize("operation", CREATES)
@pytest.mark.parametrize(
    "rename",
    [
        str.strip,
        lambda name: " ".join(name.split()),
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: unicodedata.normalize("NFKC", name).casefold(),
        lambda name: name[:12],
        lambda name: f"{name[:9]}…",
        lambda name: f"{name.strip()} (2)",
        lambda _: "Untitled",
    ],
    ids=["trimmed", "collapsed", "decomposed", "folded", "cut", "shortened", "numbered", "other"],
)
def test_other_name(fake: Fake, operation: str, rename: Callable[[str], str]) -> None:
    """What was created under another form of the name is named, and not created again."""
    vendor = Vendor(fake, rename)
    with pytest.raises(OutcomeUnknownError, match="It may have created") as caught:
        write(vendor, fake, operation, resend_after=0)

    rows = getattr(caught.value.state, "folders", None) or getattr(
        caught.value.state, "items", caught.value.state
    )
    [created] = [row for row in rows if row.name == rename(NAME)]
    assert f"{created.id} ({created.name!r})" in str(caught.value)
    assert (vendor.writes, caught.value.outcome) == (1, "unknown")


@pytest.mark.parametrize("operation", CREATES)
def test_exact_name(fake: Fake, operation: str) -> None:
    """What was created under the very name since the call began is the result."""
    vendor = Vendor(fake)

    assert write(vendor, fake, operation).name == NAME
    assert vendor.writes == 1


@pytest.mark.parametrize("operation", CREATES)
@pytest.mark.parametrize("behind", [3.0, 30.0])
def test_clock_behind(fake: Fake, operation: str, behind: float) -> None:
    """What the vendor dates before the call may be its effect: it is named, not made again."""
    fake.clock.advance(3_600)
    vendor = Vendor(fake, behind=behind)
    with pytest.raises(OutcomeUnknownError, match="It may have created"):
        write(vendor, fake, operation, resend_after=0)
    assert vendor.writes == 1


@pytest.mark.parametrize("operation", CREATES)
def test_no_server_clock(fake: Fake, operation: str) -> None:
    """Without the server's clock nothing in a list is known to be older than the call."""
    vendor = Vendor(fake, is_applied=False, has_date=False)
    with pytest.raises(OutcomeUnknownError, match="It may have created"):
        write(vendor, fake, operation, resend_after=0)
    assert vendor.writes == 1


def test_many_candidates(fake: Fake) -> None:
    """Of many candidates the likeliest are named, with names cut short."""
    sonarly = Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock)
    long = "Q " * 40 + "+49 151 1234567"
    fake.clock.advance(3_600)
    for number in range(6):
        sonarly.audiences.create_folder(ID, name=f"Other {number}", audience_type="on_demand")
    with pytest.raises(OutcomeUnknownError) as caught:
        write(Vendor(fake, lambda _: long), fake, "sonarly_audiences_create_folder", name="q q")

    named = str(caught.value).partition("It may have created ")[2].partition(" Read ")[0]
    assert f"('{'Q ' * 30}...'), " in named.split("Other")[0]
    assert named.endswith(" and 2 more.")


def test_candidate_with_a_phone_number(fake: Fake) -> None:
    """The name of a candidate is shown without personal data."""
    vendor = Vendor(fake, lambda name: f"{name} +49 151 1234567")
    with pytest.raises(OutcomeUnknownError, match=r" \('Q3 \*\*\*67'\)"):
        write(vendor, fake, "sonarly_audiences_create_folder", name="Q3")
