"""The virtual clock, and the time of a fake on it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
import pytest
from campaignkit_fake import SAMPLE_ID, Fake, Fault, RunningClock, VirtualClock

from .conftest import Connect

CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
DRAFT = f"{CAMPAIGNS}/{SAMPLE_ID}"
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def started_at(client: httpx.Client) -> datetime:
    """Start the draft; when it was started."""
    text = client.post(f"{DRAFT}/start").json()["data"]["campaign"]["startedAt"]
    return datetime.fromisoformat(text)


def test_stands_still(campaignkit_clock: VirtualClock) -> None:
    """A clock shows its start until it is moved."""
    assert campaignkit_clock.time() == NOON.timestamp()
    assert campaignkit_clock.monotonic() == 0


def test_sleep(campaignkit_clock: VirtualClock) -> None:
    """A sleep, sync or async, is over at once and recorded."""
    campaignkit_clock.sleep(2)
    asyncio.run(campaignkit_clock.sleep_async(0.5))
    assert (campaignkit_clock.monotonic(), campaignkit_clock.waits) == (2.5, [2, 0.5])
    assert campaignkit_clock.time() == NOON.timestamp() + 2.5


def test_threads(campaignkit_clock: VirtualClock) -> None:
    """Threads that sleep at the same time are all recorded."""
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(campaignkit_clock.sleep, [0.5] * 80))
    assert campaignkit_clock.monotonic() == sum(campaignkit_clock.waits) == 40


def test_advance(campaignkit_clock: VirtualClock) -> None:
    """Time that passes without a sleep is not recorded."""
    campaignkit_clock.advance(2)
    assert (campaignkit_clock.monotonic(), campaignkit_clock.waits) == (2, [])


def test_tick(campaignkit_clock: VirtualClock) -> None:
    """A write takes a second of the time, and none of a deadline."""
    campaignkit_clock.tick()
    assert campaignkit_clock.time() == NOON.timestamp() + 1
    assert campaignkit_clock.monotonic() == 0


@pytest.mark.parametrize("seconds", [-1, float("inf"), float("nan")])
def test_goes_forward(campaignkit_clock: VirtualClock, seconds: float) -> None:
    """A clock refuses negative and infinite seconds."""
    with pytest.raises(ValueError, match="finite number >= 0"):
        campaignkit_clock.sleep(seconds)
    assert campaignkit_clock.waits == []


def test_same_chance() -> None:
    """Chance is the same for every clock, unless another one is handed in."""
    one, other = VirtualClock(), VirtualClock()
    assert [one.random() for _ in range(3)] == [other.random() for _ in range(3)]
    assert VirtualClock(random=lambda: 0.25).random() == 0.25


@pytest.mark.parametrize("path", [CAMPAIGNS, f"{CAMPAIGNS}/unknown", "/nothing", "/campaigns"])
def test_date(connect: Connect, campaignkit_clock: VirtualClock, path: str) -> None:
    """Every response, also a refusal, has the time of the fake."""
    campaignkit_clock.advance(61)
    response = connect(to=Fake(clock=campaignkit_clock)).get(path)
    assert response.headers.get_list("Date") == ["Fri, 01 May 2026 12:01:01 GMT"]


def test_date_of_fault(sonarly: httpx.Client, fake: Fake) -> None:
    """A response of a fault has the date too."""
    fake.faults.add(Fault(status=307))
    assert parsedate_to_datetime(sonarly.get(CAMPAIGNS).headers["Date"]) == NOON


def test_control_has_no_date(sonarly: httpx.Client) -> None:
    """The control routes are outside the fake's time."""
    assert "Date" not in sonarly.get("/_fake/state").headers


def test_start_has_date(sonarly: httpx.Client) -> None:
    """A written item has the date of the response."""
    moment = started_at(sonarly)
    assert parsedate_to_datetime(sonarly.get(DRAFT).headers["Date"]) == moment


def test_start_on_clock(
    connect: Connect, campaignkit_fake: Fake, campaignkit_clock: VirtualClock
) -> None:
    """What is written is dated by the clock that was handed in."""
    campaignkit_clock.sleep(0.25)
    moment = started_at(connect(to=campaignkit_fake))
    assert moment.timestamp() == campaignkit_clock.time() == NOON.timestamp() + 1.25


def test_reset_begins_anew(sonarly: httpx.Client, fake: Fake) -> None:
    """A reset takes the fake's own clock back to its beginning."""
    started_at(sonarly)
    fake.reset()
    assert fake.clock.time() == NOON.timestamp()


def test_reset_leaves_clock(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """A reset does not move a clock that was passed in, because clients share it."""
    campaignkit_clock.sleep(3)
    campaignkit_fake.reset()
    assert campaignkit_fake.clock is campaignkit_clock
    assert campaignkit_clock.monotonic() == 3


def test_same_bytes(connect: Connect) -> None:
    """The same requests to the same seed get the same bytes, on any clock."""
    one, other = connect(to=Fake()), connect(to=Fake(clock=VirtualClock()))
    for method, path in (("GET", CAMPAIGNS), ("POST", f"{DRAFT}/start"), ("GET", DRAFT)):
        first, second = one.request(method, path), other.request(method, path)
        assert (first.content, first.headers) == (second.content, second.headers)


def test_runs() -> None:
    """A running clock follows real time at its speed, and goes on with writes and waits."""
    real = [100.0]
    clock = RunningClock(60, monotonic=lambda: real[0])
    assert (clock.time(), clock.monotonic()) == (NOON.timestamp(), 0)
    real[0] += 2
    clock.tick()
    clock.advance(5)
    assert (clock.time() - NOON.timestamp(), clock.monotonic()) == (126, 125)


@pytest.mark.parametrize("speed", [0, -1, float("inf"), float("nan")])
def test_no_speed(speed: float) -> None:
    """A speed is a positive number."""
    with pytest.raises(ValueError, match="speed must be a finite number > 0"):
        RunningClock(speed)


def test_jobs_go_on() -> None:
    """The jobs of a fake go on with its clock, whether they are read or not."""
    real = [0.0]
    fake = Fake(clock=RunningClock(10, monotonic=lambda: real[0]))
    with httpx.Client(transport=fake.transport(), base_url="https://api.sonarly.io") as client:
        client.headers["Authorization"] = "Bearer fake-sonarly"
        jobs = f"/v1/accounts/{SAMPLE_ID}/prospecting"
        body = {"searchUrl": "https://a.example"}
        started = client.post(jobs, json=body, headers={"Idempotency-Key": "k"}).json()["data"]
        real[0] += 1.5
        job = client.get(f"{jobs}/{started['jobId']}").json()["data"]
    assert job["status"] == "completed"
