"""Jobs, from their start to their end, with the client and the fake on one clock."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from campaignkit import APIStatusError, AsyncSonarly, ConflictError, DeadlineExceeded, Sonarly
from campaignkit.models import ProspectingJob, ProspectingJobStart
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, VirtualClock

from tests.client.responses import sonarly as answering
from tests.client.responses import success

GROUP = AUDIENCE = SPECIFICATION = SAMPLE_ID
INSTANT = "2026-04-28T15:30:00.000Z"
SEARCH = ProspectingJobStart(search_url="https://example.com/search", max_results=5)
FAILING = ProspectingJobStart(search_url="https://example.com/fail")
WAITS = [1, 1.5, 2.25, 3.375, 5.0625]
# Read after the first second, it is still queued: no news.
COURSE = ["queued", "running", "running", "running", "completed"]


@pytest.fixture
def sonarly(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> Iterator[Sonarly]:
    """Yield a client of the fake, on its clock."""
    transport = campaignkit_fake.transport()
    with Sonarly(api_key="fake-sonarly", transport=transport, clock=campaignkit_clock) as client:
        yield client


def scan(status: str, **more: str) -> dict[str, Any]:
    """Return a scan as the vendor shows it."""
    started = {"scanId": SAMPLE_ID, "status": status, "createdAt": INSTANT}
    return success({**started, **more})


def test_wait(sonarly: Sonarly, campaignkit_clock: VirtualClock) -> None:
    """A job is read at growing intervals until its end, and each change is reported."""
    seen: list[ProspectingJob] = []
    job = sonarly.prospecting.start(GROUP, body=SEARCH)
    ended = job.wait(deadline=60, on_progress=seen.append)

    assert (job.started.status, job.is_new, ended.status) == ("queued", True, "completed")
    assert [state.status for state in seen] == COURSE
    assert [state.stages.import_.progress for state in seen] == [0, 0, 0.5, 1, 1]
    assert campaignkit_clock.waits == WAITS


def test_wait_async(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """An async client waits in the same way."""
    seen: list[ProspectingJob] = []

    async def run() -> tuple[Any, ProspectingJob]:
        async with AsyncSonarly(
            api_key="fake-sonarly",
            transport=campaignkit_fake.transport(),
            clock=campaignkit_clock,
        ) as client:
            job = await client.prospecting.start(GROUP, body=SEARCH)
            return await job.read(), await job.wait(deadline=60, on_progress=seen.append)

    first, ended = asyncio.run(run())
    assert (first.status, ended.status) == ("queued", "completed")
    assert [state.status for state in seen] == COURSE
    assert campaignkit_clock.waits == WAITS


def test_async_progress(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """What shows the progress of an async job may be a coroutine, or nothing at all."""
    seen: list[str] = []

    async def show(job: ProspectingJob) -> None:
        await asyncio.sleep(0)
        seen.append(str(job.status))

    async def run() -> tuple[ProspectingJob, ProspectingJob]:
        async with AsyncSonarly(
            api_key="fake-sonarly",
            transport=campaignkit_fake.transport(),
            clock=campaignkit_clock,
        ) as client:
            job = await client.prospecting.start(GROUP, body=SEARCH)
            return await job.wait(deadline=60, on_progress=show), await job.wait(deadline=60)

    ended, again = asyncio.run(run())
    assert ended.status == again.status == "completed"
    assert seen == COURSE


def test_left(campaignkit_fake: Fake) -> None:
    """A job that is waited for in a fan-out is read no more when the caller leaves."""
    statuses = campaignkit_fake.state()["requests"]
    with Sonarly(api_key="fake-sonarly", transport=campaignkit_fake.transport()) as client:

        def begin(number: int) -> Any:
            body = ProspectingJobStart(search_url=f"https://example.com/{number}", max_results=5)
            job = client.prospecting.start(GROUP, body=body)
            return job if number == 0 else job.wait()

        for _ in client.map(begin, range(8), concurrency=2):
            break
        while threads := [t for t in threading.enumerate() if t.name.startswith("campaignkit")]:
            for thread in threads:
                thread.join(60)
        reads = campaignkit_fake.state()["requests"].get("sonarly_prospecting_get", 0)

    assert statuses == {}
    assert reads <= 2 * 2


def test_scan(sonarly: Sonarly) -> None:
    """A scan is waited for like a job, and then its results are there."""
    ended = sonarly.signals.start(
        GROUP, signal_specification_id=SPECIFICATION, audience_id=AUDIENCE
    ).wait(deadline=60)

    assert ended.status == "completed"
    assert sonarly.signals.results(GROUP, SAMPLE_ID).status == "evaluated"


def test_scan_async(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """An async client waits for a scan, too."""

    async def run() -> str:
        async with AsyncSonarly(
            api_key="fake-sonarly",
            transport=campaignkit_fake.transport(),
            clock=campaignkit_clock,
        ) as client:
            job = await client.signals.start(
                GROUP, signal_specification_id=SPECIFICATION, audience_id=AUDIENCE
            )
            return (await job.wait(deadline=60)).status

    assert asyncio.run(run()) == "completed"


@pytest.mark.parametrize("seconds", [0, 60])
def test_replay(sonarly: Sonarly, campaignkit_clock: VirtualClock, seconds: float) -> None:
    """A job that is found instead of begun says so once it is over; until then it is the same."""
    first = sonarly.prospecting.start(GROUP, body=SEARCH, idempotency_key="one")
    campaignkit_clock.advance(seconds)
    second = sonarly.prospecting.start(GROUP, body=SEARCH, idempotency_key="one")

    assert second.started.job_id == first.started.job_id
    assert (first.is_new, second.is_new) == (True, seconds == 0)
    assert second.wait(deadline=60).status == "completed"


def test_other_body(sonarly: Sonarly) -> None:
    """A key that stands for another body is a conflict."""
    sonarly.prospecting.start(GROUP, body=SEARCH, idempotency_key="one")
    with pytest.raises(ConflictError) as caught:
        sonarly.prospecting.start(GROUP, body=FAILING, idempotency_key="one")

    assert caught.value.code == "IDEMPOTENCY_CONFLICT"


def test_lost_answer(sonarly: Sonarly, campaignkit_fake: Fake) -> None:
    """A start whose response is lost begins one job."""
    before = len(list(sonarly.prospecting.list(GROUP)))
    campaignkit_fake.faults.add(FAULTS["applied, then dropped"].on("sonarly_prospecting_start"))
    sonarly.prospecting.start(GROUP, body=SEARCH)

    assert len(list(sonarly.prospecting.list(GROUP))) == before + 1


@pytest.mark.parametrize(("deadline", "last_read"), [(5, 4.75), (7, 6)])
def test_deadline(
    sonarly: Sonarly, campaignkit_clock: VirtualClock, deadline: float, last_read: float
) -> None:
    """A deadline ends the wait only, after a last read within it: the job goes on."""
    job = sonarly.prospecting.start(GROUP, body=SEARCH)
    with pytest.raises(DeadlineExceeded):
        job.wait(deadline=deadline)

    assert (campaignkit_clock.monotonic(), job.read().status) == (last_read, "running")
    assert job.wait(deadline=60).status == "completed"


def test_deadline_of_client(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """Without one of its own a wait has the client's deadline."""
    transport = campaignkit_fake.transport()
    with Sonarly(
        api_key="fake-sonarly", transport=transport, clock=campaignkit_clock, deadline=3
    ) as client:
        job = client.prospecting.start(GROUP, body=SEARCH)
        with pytest.raises(DeadlineExceeded):
            job.wait()


def test_failed(sonarly: Sonarly) -> None:
    """A job that fails ends the wait, and says why."""
    ended = sonarly.prospecting.start(GROUP, body=FAILING).wait(deadline=60)

    assert ended.status == "failed"
    assert ended.error
    assert ended.error.code == "SOURCE_UNREADABLE"


def test_cancelled(sonarly: Sonarly) -> None:
    """A job that is cancelled during a wait ends the wait."""
    job = sonarly.prospecting.start(GROUP, body=SEARCH)

    def cancel(state: ProspectingJob) -> None:
        if state.status == "running":
            sonarly.prospecting.cancel(GROUP, state.job_id)

    assert job.wait(deadline=60, on_progress=cancel).status == "cancelled"


@pytest.mark.parametrize("fault", ["applied, then dropped", "internal error"])
def test_cancel_is_verified(sonarly: Sonarly, campaignkit_fake: Fake, fault: str) -> None:
    """A cancellation without a success is verified, and repeated if it was not applied."""
    campaignkit_fake.faults.add(FAULTS[fault].on("sonarly_prospecting_cancel"))
    cancelled = sonarly.prospecting.cancel(GROUP, SAMPLE_ID)

    assert (cancelled.job_id, cancelled.status) == (SAMPLE_ID, "cancelled")
    assert sonarly.prospecting.get(GROUP, SAMPLE_ID).status == "cancelled"


@pytest.mark.expects_contract_violation("a status that the documents do not name")
def test_status_of_tomorrow() -> None:
    """A status that is not known yet is none to end a wait."""
    states = iter(["paused", "completed"])
    seen: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return httpx.Response(202, json=scan("queued"))
        more = {"type": "prospecting", "updatedAt": INSTANT}
        return httpx.Response(200, json=scan(next(states), **more))

    scanning = answering(respond).signals.start(
        GROUP, signal_specification_id=SPECIFICATION, audience_id=AUDIENCE
    )
    scanning.wait(on_progress=lambda state: seen.append(state.status))

    assert seen == ["paused", "completed"]


def test_too_few_credits(sonarly: Sonarly) -> None:
    """What the vendor's page says of credits is an error of a status like any other."""
    body = ProspectingJobStart(lead_list_id=SAMPLE_ID, max_results=1000, search_emails=True)
    with pytest.raises(APIStatusError) as caught:
        sonarly.prospecting.start(GROUP, body=body)

    assert (caught.value.status_code, caught.value.code) == (402, "INSUFFICIENT_CREDITS")
    assert caught.value.outcome == "rejected"


def test_further_fields(sonarly: Sonarly) -> None:
    """What the vendor's page does not name can be sent nevertheless."""
    urls = ["https://example.com/a", "https://example.com/b"]
    body = ProspectingJobStart(additional_properties={"kind": "url_upload", "urls": urls})

    assert body.to_dict() == {"kind": "url_upload", "urls": urls}
    assert sonarly.prospecting.start(GROUP, body=body).wait(deadline=60).status == "completed"


def test_pages(sonarly: Sonarly) -> None:
    """Lists of jobs and of scans are walked page by page."""
    jobs = list(sonarly.prospecting.list(GROUP, limit=2))
    scans = list(sonarly.signals.list(GROUP, limit=2, status="completed"))

    assert (jobs[0].job_id, len(jobs)) == (SAMPLE_ID, 7)
    assert [scan.status for scan in scans] == ["completed", "completed"]
