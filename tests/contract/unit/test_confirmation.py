"""A mistyped id ends a live run before anything is judged; a fault of the server does not."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit_contract.options import UsageError
from campaignkit_contract.targets.confirmation import Confirmation
from campaignkit_contract.targets.discovery import discover_ids
from campaignkit_contract.targets.discovery_reads import DiscoveryReads
from campaignkit_contract.targets.live_settings import LiveSettings
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

pytestmark = pytest.mark.expects_contract_violation("some servers refuse ids, and cut lists")

ROUTES = packaged_validator().routes
SETTINGS = {
    "SONARLY_API_KEY": "fake-sonarly",
    "CALLERS_API_KEY": "fake-callers",
    "ACCOUNT_GROUP_ID": SAMPLE_ID,
    "ORGANIZATION_ID": SAMPLE_ID,
}
WRONG = "f" * 24
JSON = {"Content-Type": "application/json"}
SONARLY = f"/v1/accounts/{SAMPLE_ID}"

Change = Callable[[httpx.Request, httpx.Response], httpx.Response | None]


def refuse(*paths: str) -> Change:
    """Return a change by which the server refuses the reads of some paths."""

    def change(request: httpx.Request, _: httpx.Response) -> httpx.Response | None:
        return httpx.Response(404, json={}) if request.url.path in paths else None

    return change


UNCHANGED = refuse()


def confirm(change: Change = UNCHANGED, /, **settings: str) -> list[str]:
    """Discover and confirm the ids of a server; return the targets of its requests."""
    server, sent = Fake().transport(), list[str]()

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request.url.raw_path.decode())
        response = server.handle_request(request)
        response.read()
        return change(request, response) or response

    live = LiveSettings({**SETTINGS, **settings})
    with httpx.Client(transport=httpx.MockTransport(handle), base_url="http://127.0.0.1") as client:
        reads = DiscoveryReads(client, live, ROUTES)
        known = discover_ids(ROUTES, live.configured_ids, reads)
        Confirmation(live, ROUTES, known, reads).check()
        reads.check_other_keys()
    return sent


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"ACCOUNT_GROUP_ID": WRONG}, f"--account-group-id .*got '{WRONG}': GET .* returned 403"),
        ({"ACCOUNT_GROUP_ID": f"{SAMPLE_ID},{WRONG}"}, f"got '{WRONG}': GET .* returned 403"),
        ({"ORGANIZATION_ID": WRONG}, "--organization-id .*GET /campaigns returned 404"),
        ({"CAMPAIGN_ID": WRONG}, f"--campaign-id .*GET {SONARLY}/campaigns/{WRONG} returned 404"),
        ({"AUDIENCE_ID": WRONG}, f"--audience-id .*GET {SONARLY}/audiences/{WRONG} returned 404"),
        ({"CAMPAIGN_GROUP_ID": WRONG}, "--campaign-group-id .*/campaign-groups/f+ returned 404"),
        ({"NAMED": f"callers contactId={WRONG}"}, f"--named .*got 'callers contactId={WRONG}'"),
        ({"NAMED": f"callers callId={WRONG}"}, "webhook-payload returned 404"),
        ({"NAMED": f"sonarly jobId={WRONG}"}, "/prospecting/f+ returned 404"),
        ({"NAMED": f"sonarly scanId={WRONG}"}, "/signals/scans/f+ returned 404"),
        ({"NAMED": f"sonarly specificationId={WRONG}"}, "signal-specifications returned no such"),
        ({"NAMED": f"sonarly folderId={WRONG}"}, "/audiences/navigation returned no such item"),
        ({"NAMED": f"sonarly prospectId={WRONG}"}, "/prospects/f+/signals returned 404"),
        (
            {"NAMED": f"callers sipId=1,sonarly writingStyleId={WRONG}"},
            "styles/f+ returned",
        ),
        (
            {"CAMPAIGN_ID": SAMPLE_ID, "LEAD_IDS": f"{SAMPLE_ID},{WRONG}"},
            "not_in_campaign",
        ),
        ({"AUDIENCE_ID": SAMPLE_ID, "TEST_LEAD_IDS": WRONG, "WRITE": "all"}, "no such lead"),
    ],
)
def test_mistyped(settings: dict[str, str], message: str) -> None:
    """An id that every read refuses, and no list shows, is named with the response."""
    with pytest.raises(UsageError, match=message):
        confirm(**settings)


def test_right() -> None:
    """Ids that exist are accepted, also those of kinds without a read."""
    confirm(
        ACCOUNT_GROUP_ID=f"{SAMPLE_ID},ac0000000000000000000001",
        CAMPAIGN_ID=SAMPLE_ID,
        LEAD_IDS=SAMPLE_ID,
        AUDIENCE_ID=SAMPLE_ID,
        TEST_LEAD_IDS=SAMPLE_ID,
        WRITE="all",
        CAMPAIGN_GROUP_ID=SAMPLE_ID,
        NAMED=",".join(
            [
                f"callers contactId={SAMPLE_ID}",
                f"callers sipId={SAMPLE_ID}",
                f"sonarly specificationId={SAMPLE_ID}",
                f"sonarly conversationId={SAMPLE_ID}",
                "sonarly providerId=any",
            ]
        ),
    )


def test_other_vendor() -> None:
    """An id of a vendor without an area is not looked for."""
    sent = confirm(AREAS="sonarly campaigns", CAMPAIGN_GROUP_ID=WRONG)

    assert all(target.startswith("/v1/accounts") for target in sent)


def test_few_requests() -> None:
    """The reads of the discovery confirm the ids, so that few are sent for them."""
    usual = confirm()
    more = confirm(CAMPAIGN_ID=SAMPLE_ID, AUDIENCE_ID=SAMPLE_ID, CAMPAIGN_GROUP_ID=SAMPLE_ID)

    assert len(usual) == len({*usual})
    assert len(more) <= len(usual) + 1


@pytest.mark.parametrize(
    ("settings", "paths"),
    [
        ({"CAMPAIGN_ID": SAMPLE_ID}, ["campaigns/{id}", "campaigns/{id}/content-slots"]),
        ({"AUDIENCE_ID": SAMPLE_ID}, ["audiences/{id}", "audiences/{id}/prospects"]),
        ({"NAMED": f"sonarly writingStyleId={SAMPLE_ID}"}, ["writing-styles/{id}"]),
    ],
    ids=["campaign", "audience", "named"],
)
def test_listed(settings: dict[str, str], paths: list[str]) -> None:
    """An id that a list shows is right, although the server refuses every read with it."""
    confirm(refuse(*(f"{SONARLY}/{path.format(id=SAMPLE_ID)}" for path in paths)), **settings)


@pytest.mark.parametrize("is_there", [True, False])
def test_later_page(is_there: bool) -> None:
    """An id is also right if a later page shows it; else the whole list lacks it."""
    bodies: list[Any] = []

    def change(request: httpx.Request, response: httpx.Response) -> httpx.Response | None:
        if request.url.path != f"{SONARLY}/audiences":
            return refuse(f"{path}/prospects", path)(request, response)
        bodies.append(response.json())
        data = dict(bodies[0]["data"])
        last = data["items"][-1:] if is_there else []
        has_cursor = "cursor" in request.url.params
        data["items"] = last if has_cursor else data["items"][:-1]
        data |= {"hasMore": not has_cursor, "nextCursor": None if has_cursor else "more"}
        return httpx.Response(200, json={**bodies[0], "data": data}, headers=JSON)

    audience = Fake().transport()  # The last one on its first page.
    key = {"Authorization": "Bearer fake-sonarly"}
    with httpx.Client(transport=audience, base_url="https://api.sonarly.io") as client:
        wanted = client.get(f"{SONARLY}/audiences", headers=key).json()["data"]["items"][-1]["id"]
    path = f"{SONARLY}/audiences/{wanted}"

    if is_there:
        confirm(change, AUDIENCE_ID=wanted)
    else:
        with pytest.raises(UsageError, match="--audience-id"):
            confirm(change, AUDIENCE_ID=wanted)


@pytest.mark.parametrize("status", [200, 500])
def test_unreadable_list(status: int) -> None:
    """If the list cannot be read, no id is called wrong; the run reports the list."""
    item = f"{SONARLY}/writing-styles/{WRONG}"

    def change(request: httpx.Request, _: httpx.Response) -> httpx.Response | None:
        if request.url.path == f"{SONARLY}/writing-styles":
            return httpx.Response(status, text="[")
        return httpx.Response(404, json={}) if request.url.path == item else None

    confirm(change, NAMED=f"sonarly writingStyleId={WRONG}")


def test_refused_list() -> None:
    """A list that is refused too shows no id."""
    with pytest.raises(UsageError, match="--named"):
        confirm(refuse(f"{SONARLY}/writing-styles"), NAMED=f"sonarly writingStyleId={WRONG}")


def test_failing_read() -> None:
    """A read that fails otherwise refuses no id."""

    def change(request: httpx.Request, _: httpx.Response) -> httpx.Response | None:
        return httpx.Response(500, json={}) if WRONG in request.url.path else None

    confirm(change, CAMPAIGN_ID=WRONG)


def test_refused_leads() -> None:
    """Leads that the server refuses are named, and not the campaign."""
    status = refuse(f"{SONARLY}/campaigns/{SAMPLE_ID}/lead-status")
    with pytest.raises(UsageError, match=r"--lead-ids \(LEAD_IDS\) .*returned 404"):
        confirm(status, CAMPAIGN_ID=SAMPLE_ID, LEAD_IDS=SAMPLE_ID)


def test_failing_leads() -> None:
    """If the status of leads cannot be read, no lead is called wrong."""

    def change(request: httpx.Request, _: httpx.Response) -> httpx.Response | None:
        return httpx.Response(500) if request.url.path.endswith("/lead-status") else None

    confirm(change, CAMPAIGN_ID=SAMPLE_ID, LEAD_IDS=WRONG)


@pytest.mark.parametrize("kind", ["short list", "no audience", "no list"])
def test_doubtful_audience(kind: str) -> None:
    """If the list of an audience lacks leads, or cannot be read, no lead is called wrong."""
    path = f"{SONARLY}/audiences/{SAMPLE_ID}"

    def change(request: httpx.Request, response: httpx.Response) -> httpx.Response | None:
        if kind == "no audience" and request.url.path == path:
            return httpx.Response(500, json={})
        if request.url.path != f"{path}/prospects" or kind == "no audience":
            return None
        body: Any = response.json()
        body["data"]["items"] = body["data"]["items"][1:]
        text = json.dumps(body) if kind == "short list" else "["
        return httpx.Response(200, text=text, headers=JSON)

    confirm(change, AUDIENCE_ID=SAMPLE_ID, TEST_LEAD_IDS=WRONG, WRITE="all")


def test_one_refused_key() -> None:
    """A single 401 is a fault of the server, and not of the key."""

    def change(request: httpx.Request, _: httpx.Response) -> httpx.Response | None:
        return httpx.Response(401, json={}) if request.url.path == "/v1/accounts" else None

    confirm(change, READER_KEY_ENV="sonarly=READER", READER="fake-sonarly-read")


@pytest.mark.parametrize("setting", ["READER_KEY_ENV", "STRANGER_KEY_ENV"])
@pytest.mark.parametrize("vendor", ["sonarly", "callers"])
def test_other_key(setting: str, vendor: str) -> None:
    """A wrong key of a reader or a stranger is named by its setting."""
    with pytest.raises(UsageError, match=f"{setting}\\) must name .* valid key for {vendor}"):
        confirm(**{setting: f"{vendor}=OTHER", "OTHER": "wrong"})


def test_same_key() -> None:
    """A stranger with the key of the run is a mistake."""
    with pytest.raises(UsageError, match="OTHER holds the same"):
        confirm(STRANGER_KEY_ENV="sonarly=OTHER", OTHER="fake-sonarly")
