"""Sonarly's prospecting: jobs, what they take and what they leave behind."""

from typing import Any

import httpx
import pytest
from campaignkit import Sonarly
from campaignkit.models import ProspectingJobStart
from campaignkit_fake import KEYS, SAMPLE_ID, Fake, VirtualClock

from .conftest import Connect

GROUPS = KEYS["fake-sonarly"].scope
JOBS = f"/v1/accounts/{GROUPS[0]}/prospecting"
FIRST = f"{JOBS}/{SAMPLE_ID}"
SEARCH = {"searchUrl": "https://example.com/search"}


@pytest.fixture
def fake(campaignkit_fake: Fake) -> Fake:
    """Return the fake on the clock."""
    return campaignkit_fake


def start(client: httpx.Client, body: Any = SEARCH, key: str | None = None) -> httpx.Response:
    """Start a job in the first group."""
    headers = {} if key is None else {"Idempotency-Key": key}
    return client.post(JOBS, json=body, headers=headers)


def started(client: httpx.Client, body: Any = SEARCH) -> str:
    """Start a job; its id."""
    response = start(client, body)
    assert response.status_code == 202
    job_id: str = response.json()["data"]["jobId"]
    return job_id


def read(client: httpx.Client, job_id: str) -> dict[str, Any]:
    """Read a job of the first group."""
    job: dict[str, Any] = client.get(f"{JOBS}/{job_id}").json()["data"]
    return job


def credits_of(fake: Fake) -> int:
    """Return what the first group has left."""
    left: int = fake.state()["credits"][GROUPS[0]]
    return left


def test_lists_group(sonarly: httpx.Client, fake: Fake) -> None:
    """Pages hold every job of the account group once, and none of another one."""
    own = [
        job_id
        for job_id, job in fake.state()["prospectingJobs"].items()
        if job["accountGroupId"] == GROUPS[0]
    ]
    first = sonarly.get(JOBS, params={"limit": 4}).json()["data"]
    last = sonarly.get(JOBS, params={"cursor": first["nextCursor"]}).json()["data"]
    assert [item["jobId"] for item in first["items"] + last["items"]] == own
    assert (first["hasMore"], last["hasMore"], last["nextCursor"]) == (True, False, None)


def test_has_each_status(sonarly: httpx.Client) -> None:
    """Every account group has jobs of every status."""
    for group_id in GROUPS:
        listed = sonarly.get(f"/v1/accounts/{group_id}/prospecting").json()["data"]["items"]
        statuses = {row["status"] for row in listed}
        assert statuses == {"queued", "running", "completed", "failed", "cancelled"}


@pytest.mark.parametrize(("status", "times"), [("completed", 3), ("failed", 1), ("unheard of", 0)])
def test_status_filter(sonarly: httpx.Client, status: str, times: int) -> None:
    """A list of one status holds the jobs that have it."""
    listed = sonarly.get(JOBS, params={"status": status}).json()["data"]["items"]
    assert [row["status"] for row in listed] == [status] * times


def test_cursor_outlives_status(sonarly: httpx.Client, campaignkit_clock: VirtualClock) -> None:
    """A page follows the one before, also when jobs have changed in between."""
    started(sonarly)
    campaignkit_clock.advance(3)
    params: dict[str, str | int] = {"status": "running", "limit": 1}
    cursor = sonarly.get(JOBS, params=params).json()["data"]["nextCursor"]
    campaignkit_clock.advance(5)
    page = sonarly.get(JOBS, params={**params, "cursor": cursor}).json()["data"]
    assert [item["status"] for item in page["items"]] == ["running"]


@pytest.mark.parametrize("cursor", ["unknown", "bnVsbA", "e30", "W10"])
def test_foreign_cursor(sonarly: httpx.Client, cursor: str) -> None:
    """A cursor that no page has shown is a 400."""
    assert sonarly.get(JOBS, params={"cursor": cursor}).status_code == 400


@pytest.mark.parametrize(
    "path", [f"{JOBS}/unknown", f"/v1/accounts/{GROUPS[1]}/prospecting/{SAMPLE_ID}"]
)
def test_no_such_job(sonarly: httpx.Client, path: str) -> None:
    """A job that the account group does not have is a 404, also to cancel."""
    assert sonarly.get(path).status_code == 404
    assert sonarly.post(f"{path}/cancel").status_code == 404


COURSE = [
    (0, "queued", ("queued", 0), ("queued", 0)),
    (1.9, "queued", ("queued", 0), ("queued", 0)),
    (2, "running", ("running", 0), ("queued", 0)),
    (4.5, "running", ("running", 0.5), ("queued", 0)),
    (6, "running", ("completed", 1), ("running", 0)),
    (9, "running", ("completed", 1), ("running", 0.75)),
    (10, "completed", ("completed", 1), ("completed", 1)),
    (3600, "completed", ("completed", 1), ("completed", 1)),
]


@pytest.mark.parametrize(("seconds", "status", "imported", "enriched"), COURSE)
def test_course(
    sonarly: httpx.Client,
    campaignkit_clock: VirtualClock,
    seconds: float,
    status: str,
    imported: tuple[str, float],
    enriched: tuple[str, float],
) -> None:
    """A job goes on by the clock, stage after stage."""
    job_id = started(sonarly)
    campaignkit_clock.advance(seconds)
    job = read(sonarly, job_id)
    stages = [tuple(job["stages"][name].values()) for name in ("import", "enrichment")]
    assert (job["status"], *stages) == (status, imported, enriched)
    assert job["error"] is None


@pytest.mark.parametrize(
    ("seconds", "changed"), [(1.5, "01"), (3.5, "04"), (10.5, "11"), (99, "11")]
)
def test_changed(
    sonarly: httpx.Client, campaignkit_clock: VirtualClock, seconds: float, changed: str
) -> None:
    """A job changes every second while it runs, and never after its end."""
    job_id = started(sonarly)
    campaignkit_clock.advance(seconds)
    assert read(sonarly, job_id)["updatedAt"] == f"2026-05-01T12:00:{changed}.000Z"


@pytest.mark.parametrize("name", ["searchUrl", "postUrl"])
def test_fails(sonarly: httpx.Client, campaignkit_clock: VirtualClock, name: str) -> None:
    """A source whose URL ends in /fail makes a job fail, which says why."""
    job_id = started(sonarly, {name: "https://example.com/fail"})
    campaignkit_clock.advance(5)
    job = read(sonarly, job_id)
    assert (job["status"], job["error"]["code"]) == ("failed", "SOURCE_UNREADABLE")
    assert job["stages"] == {
        "import": {"status": "failed", "progress": 0.75},
        "enrichment": {"status": "cancelled", "progress": 0},
    }


def test_polling_ends(connect: Connect) -> None:
    """Without a shared clock, each read of an unfinished job takes five seconds."""
    client = connect(to=Fake())
    job_id = started(client)
    statuses = [read(client, job_id)["status"] for _ in range(4)]
    assert statuses == ["running", "completed", "completed", "completed"]
    assert read(client, job_id)["updatedAt"] == "2026-05-01T12:00:11.000Z"


def test_poll_seconds(connect: Connect) -> None:
    """A setting of the fake says how long each read of an unfinished job takes."""
    client = connect(to=Fake(poll_seconds=1))
    job_id = started(client)
    statuses = [read(client, job_id)["status"] for _ in range(12)]
    assert statuses == ["queued"] + ["running"] * 8 + ["completed"] * 3


@pytest.mark.parametrize("seconds", [-1, float("inf"), float("nan")])
def test_poll_seconds_refused(seconds: float) -> None:
    """The seconds of a read are a finite number that is not negative."""
    with pytest.raises(ValueError, match=f"poll_seconds must be a number >= 0, got {seconds}"):
        Fake(poll_seconds=seconds)


def test_shared_clock_in_process(sonarly: httpx.Client, campaignkit_clock: VirtualClock) -> None:
    """A client in process that shares the clock moves it by its waits, and by no read."""
    job_id = started(sonarly)
    statuses = [read(sonarly, job_id)["status"] for _ in range(3)]
    assert statuses == ["queued"] * 3
    assert campaignkit_clock.monotonic() == 0


def test_shared_clock_over_http(
    connect: Connect, campaignkit_fake_url: str, campaignkit_clock: VirtualClock
) -> None:
    """Over HTTP, reads end a job although the client does not move the fake's clock."""
    client = connect(to=campaignkit_fake_url)
    job_id = started(client)
    statuses = [read(client, job_id)["status"] for _ in range(2)]
    assert statuses == ["running", "completed"]
    assert campaignkit_clock.monotonic() == 0


def test_wait_over_http(fake: Fake) -> None:
    """A client waits one second for a job over HTTP, with the waits of a real clock."""
    clock = VirtualClock()
    with (
        fake.serve() as base_url,
        Sonarly(api_key="fake-sonarly", base_url=base_url, clock=clock) as client,
    ):
        job = client.prospecting.start(
            SAMPLE_ID, body=ProspectingJobStart(search_url=SEARCH["searchUrl"])
        )
        assert job.wait().status == "completed"
    assert clock.waits == [1.0]


def test_started(sonarly: httpx.Client) -> None:
    """A new job is queued, listed last, and read as it was returned."""
    told = start(sonarly).json()["data"]
    [*_, listed] = sonarly.get(JOBS).json()["data"]["items"]
    assert (told["status"], told["createdAt"]) == ("queued", "2026-05-01T12:00:01.000Z")
    assert told.items() <= listed.items() <= read(sonarly, told["jobId"]).items()


BODIES = {
    "default": (SEARCH, 25),
    "with a kind": ({**SEARCH, "source": "linkedin_search", "tags": ["spring"]}, 25),
    "saved search": ({"savedSearchId": SAMPLE_ID, "maxResults": 7}, 7),
    "lead list": ({"leadListId": SAMPLE_ID, "maxResults": 7}, 7),
    "post": ({"postUrl": "https://example.com/post", "maxResults": 1000}, 1000),
    "with mail": ({**SEARCH, "maxResults": 7, "searchEmails": True}, 14),
    "without mail": ({**SEARCH, "maxResults": 7, "searchEmails": False}, 7),
    "URLs": ({"urls": ["https://example.com/a", "https://example.com/b"], "maxResults": 9}, 2),
}


@pytest.mark.parametrize(("body", "price"), BODIES.values(), ids=BODIES)
def test_price(sonarly: httpx.Client, fake: Fake, body: dict[str, Any], price: int) -> None:
    """A job takes one credit for each prospect, two with mail addresses."""
    before = credits_of(fake)
    started(sonarly, body)
    assert credits_of(fake) == before - price


@pytest.mark.parametrize(
    ("body", "details"),
    [
        ({}, "body"),
        ({"kind": "linkedin_search", "maxResults": 5}, "body: has no source"),
        ({**SEARCH, "maxResults": 0}, "maxResults: is not from 1 to 1000"),
        ({**SEARCH, "maxResults": 1001}, "maxResults: is not from 1 to 1000"),
        ({"savedSearchId": "unknown"}, "savedSearchId: does not belong to the account group"),
        ({"leadListId": "unknown"}, "leadListId: does not belong to the account group"),
        ({"urls": []}, "has no list of 1 to 1000 URLs"),
        ({"urls": ["https://example.com/a"] * 1001}, "has no list of 1 to 1000 URLs"),
        ({"urls": [1]}, "has no list of 1 to 1000 URLs"),
    ],
    ids=["empty", "kind only", "none", "many", "search", "list", "no URL", "many URLs", "number"],
)
def test_body_is_refused(sonarly: httpx.Client, body: dict[str, Any], details: str) -> None:
    """A body without people to find is a 400 with the reason, and no job starts."""
    before = len(sonarly.get(JOBS).json()["data"]["items"])
    response = start(sonarly, body)
    assert (response.status_code, response.json()["error"]["code"]) == (400, "VALIDATION_ERROR")
    assert details in response.json()["error"]["details"]
    assert len(sonarly.get(JOBS).json()["data"]["items"]) == before


def test_too_few_credits(sonarly: httpx.Client, fake: Fake) -> None:
    """A job that takes more credits than there are is a 402, and takes none."""
    before = credits_of(fake)
    response = start(sonarly, {**SEARCH, "maxResults": 1000, "searchEmails": True})
    code = response.json()["error"]["code"]
    assert (response.status_code, code) == (402, "INSUFFICIENT_CREDITS")
    assert credits_of(fake) == before


def test_credits_of_completed(
    sonarly: httpx.Client, fake: Fake, campaignkit_clock: VirtualClock
) -> None:
    """The credits of a job that completes are gone; one that fails gives its own back."""
    before = credits_of(fake)
    started(sonarly)
    started(sonarly, {"searchUrl": "https://example.com/fail"})
    campaignkit_clock.advance(10)
    assert credits_of(fake) == before - 25


def test_fills_audience(sonarly: httpx.Client, fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """Until a job is over its audience is not ready; then it holds the new prospects."""
    job_id = started(sonarly, {**SEARCH, "maxResults": 3})
    audience_id = fake.state()["prospectingJobs"][job_id]["audienceId"]
    path = f"/v1/accounts/{GROUPS[0]}/audiences/{audience_id}"
    refused = sonarly.get(path)
    campaignkit_clock.advance(10)
    prospects = sonarly.get(f"{path}/prospects").json()["data"]["items"]
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "AUDIENCE_NOT_READY")
    assert sonarly.get(path).json()["data"]["prospectCount"] == 3
    assert [prospect["id"] for prospect in prospects] == [
        *fake.state()["prospectingJobs"][job_id]["leadIds"]
    ]


def test_scan_of_filling_audience(
    sonarly: httpx.Client, fake: Fake, campaignkit_clock: VirtualClock
) -> None:
    """An audience can be scanned when the job that fills it is over, and not before."""
    job_id = started(sonarly)
    audience_id = fake.state()["prospectingJobs"][job_id]["audienceId"]
    body = {"signalSpecificationId": SAMPLE_ID, "audienceId": audience_id}
    scans = f"/v1/accounts/{GROUPS[0]}/signals/scans"
    refused = sonarly.post(scans, json=body)
    campaignkit_clock.advance(10)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "AUDIENCE_NOT_READY")
    assert sonarly.post(scans, json=body).status_code == 202


def test_cancel(sonarly: httpx.Client, fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """A cancelled job stays as it was, and gives its credits back."""
    before = credits_of(fake)
    job_id = started(sonarly)
    campaignkit_clock.advance(3)
    cancelled = sonarly.post(f"{JOBS}/{job_id}/cancel").json()["data"]
    campaignkit_clock.advance(60)
    job = read(sonarly, job_id)
    assert cancelled == {"jobId": job_id, "status": "cancelled"}
    assert (job["status"], job["updatedAt"]) == ("cancelled", "2026-05-01T12:00:05.000Z")
    assert job["stages"]["import"] == {"status": "cancelled", "progress": 0.5}
    assert credits_of(fake) == before


@pytest.mark.parametrize("status", ["completed", "failed", "cancelled"])
def test_cancel_too_late(sonarly: httpx.Client, status: str) -> None:
    """A job that is over cannot be cancelled."""
    [job, *_] = sonarly.get(JOBS, params={"status": status}).json()["data"]["items"]
    response = sonarly.post(f"{JOBS}/{job['jobId']}/cancel")
    assert (response.status_code, response.json()["error"]["code"]) == (422, "VALIDATION_ERROR")
    assert read(sonarly, job["jobId"])["status"] == status


def test_repeat(sonarly: httpx.Client, campaignkit_clock: VirtualClock) -> None:
    """A repeated start returns the same job: 202 until its end, then 200."""
    answers = []
    for seconds in (0, 3, 10):
        campaignkit_clock.advance(seconds)
        answers.append(start(sonarly, key="one"))
    assert len({answer.json()["data"]["jobId"] for answer in answers}) == 1
    assert [(response.status_code, response.json()["data"]["status"]) for response in answers] == [
        (202, "queued"),
        (202, "running"),
        (200, "completed"),
    ]


def test_repeat_with_other_body(sonarly: httpx.Client) -> None:
    """A key that was used with another body is refused."""
    start(sonarly, key="one")
    response = start(sonarly, {**SEARCH, "maxResults": 5}, key="one")
    assert (response.status_code, response.json()["error"]["code"]) == (409, "IDEMPOTENCY_CONFLICT")


@pytest.mark.parametrize("name", ["saved-searches", "lead-lists"])
def test_lists_of_sales_navigator(sonarly: httpx.Client, name: str) -> None:
    """Every account group has lists of its own to draw on."""
    listed = [
        sonarly.get(f"/v1/accounts/{group_id}/sales-navigator/{name}").json()["data"]["items"]
        for group_id in GROUPS
    ]
    ids = [item["id"] for items in listed for item in items]
    assert (ids[0], len(set(ids))) == (SAMPLE_ID, 3 * len(GROUPS))


LEAD = "1e0000000000000000000009"
LOOKUPS = {
    "nobody": ("urn-unknown", "none", []),
    "one": (f"urn-{LEAD}", "single", [LEAD]),
    "two": (SAMPLE_ID, "multiple", [SAMPLE_ID, "1e0000000000000000000001"]),
    "of another group": ("urn-1e00000000000000000000ff", "none", []),
}


@pytest.mark.parametrize(("provider_id", "resolution", "found"), LOOKUPS.values(), ids=LOOKUPS)
def test_lookup(sonarly: httpx.Client, provider_id: str, resolution: str, found: list[str]) -> None:
    """A provider's id finds every prospect of the account group who is that person."""
    path = f"/v1/accounts/{GROUPS[0]}/prospects/by-provider-id/{provider_id}"
    lookup = sonarly.get(path).json()["data"]
    assert (lookup["providerId"], lookup["resolution"]) == (provider_id, resolution)
    assert [match["prospectId"] for match in lookup["matches"]] == found


@pytest.mark.parametrize("rest", ["%20", f"{LEAD}?limit=1"])
def test_lookup_is_refused(sonarly: httpx.Client, rest: str) -> None:
    """What a lookup cannot take is a 422, for its page lists no 400."""
    response = sonarly.get(f"/v1/accounts/{GROUPS[0]}/prospects/by-provider-id/{rest}")
    assert (response.status_code, response.json()["error"]["code"]) == (422, "VALIDATION_ERROR")


def test_reset_leaves_running_job(
    sonarly: httpx.Client, fake: Fake, campaignkit_clock: VirtualClock
) -> None:
    """However late it is on the clock, a fresh fake has a job that can be cancelled."""
    campaignkit_clock.advance(3600)
    fake.reset()
    assert read(sonarly, SAMPLE_ID)["status"] == "running"
    assert sonarly.post(f"{FIRST}/cancel").status_code == 200
