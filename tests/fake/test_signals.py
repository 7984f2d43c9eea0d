"""Sonarly's signals: scans, and what they find of a prospect."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake, VirtualClock

from .conftest import Connect

GROUPS = KEYS["fake-sonarly"].scope
SCANS = f"/v1/accounts/{GROUPS[0]}/signals/scans"
BODY = {"signalSpecificationId": SAMPLE_ID, "audienceId": SAMPLE_ID}
# In that audience, and not looked at by a scan that is there from the start.
NOT_YET = [f"1e{number:022x}" for number in range(20, 32)]
PENDING = NOT_YET[0]


@pytest.fixture
def fake(campaignkit_fake: Fake) -> Fake:
    """Return the fake on the clock."""
    return campaignkit_fake


def start(client: httpx.Client, key: str | None = None, **changes: Any) -> httpx.Response:
    """Start a scan of the first group's first audience."""
    headers = {} if key is None else {"Idempotency-Key": key}
    return client.post(SCANS, json={**BODY, **changes}, headers=headers)


def started(client: httpx.Client, **changes: Any) -> str:
    """Start a scan; its id."""
    response = start(client, **changes)
    assert response.status_code == 202
    scan_id: str = response.json()["data"]["scanId"]
    return scan_id


def read(client: httpx.Client, scan_id: str) -> dict[str, Any]:
    """Read a scan of the first group."""
    scan: dict[str, Any] = client.get(f"{SCANS}/{scan_id}").json()["data"]
    return scan


def signals(client: httpx.Client, lead_id: str, **params: int) -> dict[str, Any]:
    """Read the signals of a prospect of the first group."""
    path = f"/v1/accounts/{GROUPS[0]}/prospects/{lead_id}/signals"
    found: dict[str, Any] = client.get(path, params=params).json()["data"]
    return found


def specifications(client: httpx.Client) -> dict[str, list[str]]:
    """Read the sources of the first group's signal specifications, by their ids."""
    path = f"/v1/accounts/{GROUPS[0]}/signal-specifications"
    return {item["id"]: item["sources"] for item in client.get(path).json()["data"]["items"]}


@pytest.fixture
def scanned(sonarly: httpx.Client, campaignkit_clock: VirtualClock) -> list[dict[str, Any]]:
    """Return the signals of prospects who were looked at for every specification."""
    for specification in specifications(sonarly):
        started(sonarly, signalSpecificationId=specification, prospectIds=NOT_YET)
    campaignkit_clock.advance(10)
    return [signals(sonarly, lead_id) for lead_id in NOT_YET]


def test_lists_group(sonarly: httpx.Client, fake: Fake) -> None:
    """A list holds every scan of the account group and none of another one."""
    scans = fake.state()["signalScans"]
    listed = sonarly.get(SCANS).json()["data"]["items"]
    assert [row["scanId"] for row in listed] == [
        key for key, scan in scans.items() if scan["accountGroupId"] == GROUPS[0]
    ]
    assert {row["status"] for row in listed} == {"running", "completed", "failed", "cancelled"}


def test_status_filter(sonarly: httpx.Client) -> None:
    """A list of one status holds the scans that have it."""
    listed = sonarly.get(SCANS, params={"status": "completed"}).json()["data"]["items"]
    assert [row["status"] for row in listed] == ["completed"] * 2


@pytest.mark.parametrize(
    "path", [f"{SCANS}/unknown", f"/v1/accounts/{GROUPS[1]}/signals/scans/{SAMPLE_ID}"]
)
def test_no_such_scan(sonarly: httpx.Client, path: str) -> None:
    """A scan that the account group does not have is a 404."""
    assert sonarly.get(path).status_code == 404


def test_course(sonarly: httpx.Client, campaignkit_clock: VirtualClock) -> None:
    """A scan goes on by the clock."""
    scan_id, statuses = started(sonarly), []
    for seconds in (0, 2, 8):
        campaignkit_clock.advance(seconds)
        statuses.append(read(sonarly, scan_id)["status"])
    assert statuses == ["queued", "running", "completed"]
    assert read(sonarly, scan_id)["error"] is None


def test_polling_ends(connect: Connect) -> None:
    """Without a shared clock, each read of an unfinished scan takes five seconds."""
    client = connect(to=Fake())
    scan_id = started(client)
    assert [read(client, scan_id)["status"] for _ in range(2)] == ["running", "completed"]


def test_evaluates(sonarly: httpx.Client, campaignkit_clock: VirtualClock) -> None:
    """When a scan completes, its prospects are evaluated, and no others."""
    before = signals(sonarly, PENDING)
    started(sonarly, prospectIds=[PENDING])
    campaignkit_clock.advance(10)
    assert before == {"prospectId": PENDING, "status": "pending", "results": []}
    assert signals(sonarly, PENDING)["status"] == "evaluated"
    assert signals(sonarly, NOT_YET[1])["status"] == "pending"


def test_nobody_to_scan(sonarly: httpx.Client, campaignkit_clock: VirtualClock) -> None:
    """A scan without prospects fails, and says why."""
    scan_id = started(sonarly, prospectIds=[])
    campaignkit_clock.advance(5)
    scan = read(sonarly, scan_id)
    assert (scan["status"], scan["error"]["code"]) == ("failed", "NO_PROSPECTS")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("signalSpecificationId", "unknown"),
        ("signalSpecificationId", "5c0000000000000000000004"),
        ("audienceId", "unknown"),
        ("prospectIds", [SAMPLE_ID, "unknown"]),
    ],
    ids=["specification", "of another group", "audience", "prospect"],
)
def test_body_is_refused(sonarly: httpx.Client, name: str, value: Any) -> None:
    """What the account group does not have cannot be scanned."""
    response = sonarly.post(SCANS, json={**BODY, name: value})
    assert (response.status_code, response.json()["error"]["code"]) == (400, "VALIDATION_ERROR")
    assert f"body/{name}" in response.json()["error"]["details"]


def test_audience_of_other_group(sonarly: httpx.Client, fake: Fake) -> None:
    """The audience of another account group cannot be scanned."""
    other = next(
        scan["audienceId"]
        for scan in fake.state()["signalScans"].values()
        if scan["accountGroupId"] == GROUPS[1]
    )
    assert start(sonarly, audienceId=other).status_code == 400


def test_repeat(sonarly: httpx.Client, campaignkit_clock: VirtualClock) -> None:
    """A repeated start returns the same scan: 202 until its end, then 200."""
    first = start(sonarly, "one")
    second = start(sonarly, "one")
    campaignkit_clock.advance(10)
    third = start(sonarly, "one")
    assert [item.status_code for item in (first, second, third)] == [202, 202, 200]
    assert third.json()["data"] == {**first.json()["data"], "status": "completed"}


def test_repeat_with_other_body(sonarly: httpx.Client) -> None:
    """A key that was used with another body is refused."""
    start(sonarly, "one")
    response = start(sonarly, "one", prospectIds=[SAMPLE_ID])
    assert (response.status_code, response.json()["error"]["code"]) == (409, "IDEMPOTENCY_CONFLICT")


@pytest.mark.parametrize("number", range(4))
def test_sources(sonarly: httpx.Client, campaignkit_clock: VirtualClock, number: int) -> None:
    """A scan looks at the sources of its specification, even if that is deleted meanwhile."""
    specification_id, sources = list(specifications(sonarly).items())[number]
    started(sonarly, signalSpecificationId=specification_id, prospectIds=NOT_YET)
    path = f"/v1/accounts/{GROUPS[0]}/signal-specifications/{specification_id}"
    assert sonarly.delete(path).status_code == 200
    campaignkit_clock.advance(10)
    found = [signals(sonarly, item)["results"] for item in NOT_YET]
    assert {group["type"] for groups in found for group in groups} == set(sources)
    assert [] in found


def test_scans_add_up(scanned: list[dict[str, Any]]) -> None:
    """What several scans find of a prospect stands together, source by source."""
    for item in scanned:
        sources = [group["type"] for group in item["results"]]
        assert len(sources) == len(set(sources))
    assert max(len(group["items"]) for item in scanned for group in item["results"]) > 2


def test_signals_vary(scanned: list[dict[str, Any]]) -> None:
    """A signal has what its source has."""
    found = [signal for item in scanned for group in item["results"] for signal in group["items"]]
    assert {"postLink", "commentLink", "jobUrl", "companyName"} <= {
        name for row in found for name in row
    }
    assert all({"score", "reasoning", "summary"} <= row.keys() for row in found)


@pytest.mark.parametrize("least", [0, 50, 101])
def test_min_score(sonarly: httpx.Client, scanned: list[dict[str, Any]], least: int) -> None:
    """A least score leaves out what is lower, groups that have none left, and no status."""
    for whole in scanned:
        kept = [
            {**group, "items": items}
            for group in whole["results"]
            if (items := [item for item in group["items"] if item["score"] >= least])
        ]
        found = signals(sonarly, whole["prospectId"], minScore=least)
        assert found == {**whole, "results": kept}


@pytest.mark.parametrize("lead_id", ["unknown", "1e00000000000000000000ff"])
def test_no_such_prospect(sonarly: httpx.Client, lead_id: str) -> None:
    """A prospect that the account group does not have is a 404."""
    path = f"/v1/accounts/{GROUPS[0]}/prospects/{lead_id}/signals"
    assert sonarly.get(path).status_code == 404
