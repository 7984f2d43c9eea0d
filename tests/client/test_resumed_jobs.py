"""Jobs continue in another process: by their ID, or by a pickle."""

import asyncio
import copy
import pickle
from typing import Any

import pytest
from campaignkit import (
    AsyncSonarly,
    Callers,
    ConfigurationError,
    DeadlineExceeded,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    Sonarly,
)
from campaignkit.models import ProspectingJobStart
from campaignkit_fake import SAMPLE_ID, Fake, VirtualClock

GROUP = SAMPLE_ID
SEARCH = ProspectingJobStart(search_url="https://example.com/search", max_results=5)


@pytest.fixture
def arguments(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> dict[str, Any]:
    """Arguments of clients of one fake."""
    transport = campaignkit_fake.transport()
    return {"api_key": "fake-sonarly", "transport": transport, "clock": campaignkit_clock}


def started(client: Sonarly) -> Any:
    """Return a job that a client has started."""
    return client.prospecting.start(GROUP, body=SEARCH)


def unpickled(value: Any) -> Any:
    """Return a value as another process has it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


def test_resume(arguments: dict[str, Any]) -> None:
    """A job continues with its ID; nothing is requested before it is read."""
    job = started(Sonarly(**arguments))
    resumed = Sonarly(**arguments).prospecting.resume(GROUP, job.id)

    assert (resumed.id, resumed.is_new, resumed.started) == (job.id, False, None)
    assert resumed.wait(deadline=60).status == "completed"


def test_resume_scan(arguments: dict[str, Any]) -> None:
    """A scan continues in the same way."""
    assert Sonarly(**arguments).signals.resume(GROUP, SAMPLE_ID).read().scan_id == SAMPLE_ID


def test_resume_async(arguments: dict[str, Any]) -> None:
    """An async client continues a job of a sync client."""
    job = started(Sonarly(**arguments))

    async def run() -> Any:
        async with AsyncSonarly(**arguments) as client:
            return await client.prospecting.resume(GROUP, job.id).wait(deadline=60)

    assert asyncio.run(run()).status == "completed"


def test_bad_id(arguments: dict[str, Any]) -> None:
    """An ID that cannot be sent is refused at once."""
    with pytest.raises(InvalidArgumentError, match="job_id must be"):
        Sonarly(**arguments).prospecting.resume(GROUP, "")


def test_bad_on_progress(arguments: dict[str, Any], campaignkit_fake: Fake) -> None:
    """A report that cannot work is refused before the job is read."""
    bad: Any = 3
    coroutine_function: Any = asyncio.sleep
    client = Sonarly(**arguments)
    job = client.prospecting.resume(GROUP, "j")

    with pytest.raises(InvalidArgumentTypeError, match="on_progress must be callable, got int"):
        job.wait(on_progress=bad)
    with pytest.raises(InvalidArgumentTypeError, match="got a coroutine function"):
        job.wait(on_progress=coroutine_function)
    assert not campaignkit_fake.state()["requests"]


def test_repr(arguments: dict[str, Any]) -> None:
    """A job prints its ID."""
    job = started(Sonarly(**arguments))

    assert repr(job) == f"Job({job.started.job_id!r}, is_new=True)"
    assert repr(unpickled(job)) == repr(job)
    assert copy.copy(job) is copy.deepcopy(job) is job


def test_pickle(arguments: dict[str, Any]) -> None:
    """A job pickles without its client, and works with the client that it is given."""
    client = Sonarly(**arguments)
    job = started(client)
    arrived = unpickled(job)

    assert b"fake-sonarly" not in pickle.dumps(job)
    assert (arrived.id, arrived.started, arrived.is_new) == (job.id, job.started, True)
    with pytest.raises(ConfigurationError, match=f"The job {job.id} was unpickled and has no"):
        arrived.read()
    assert arrived.with_client(client).wait(deadline=60).status == "completed"


def test_pickle_async(arguments: dict[str, Any]) -> None:
    """An async job pickles, too."""

    async def run() -> Any:
        async with AsyncSonarly(**arguments) as client:
            job = await client.prospecting.start(GROUP, body=SEARCH)
            with pytest.raises(ConfigurationError, match="has no client"):
                await unpickled(job).wait()
            return await unpickled(job).with_client(client).wait(deadline=60)

    assert asyncio.run(run()).status == "completed"


def test_wrong_client(arguments: dict[str, Any]) -> None:
    """A job takes a client of its own kind."""
    job = started(Sonarly(**arguments))

    with pytest.raises(InvalidArgumentTypeError, match="must be a sync client, got AsyncSonarly"):
        job.with_client(AsyncSonarly(**arguments))
    with pytest.raises(InvalidArgumentTypeError, match="must be a sync client, got str"):
        job.with_client("key")
    other: Any = Callers(api_key="fake-callers", transport=Fake().transport())
    with pytest.raises(InvalidArgumentTypeError, match=r"vendor of sonarly_.*, got Callers"):
        job.with_client(other)


@pytest.mark.parametrize("deadline", [0.5, 5])
def test_deadline(arguments: dict[str, Any], deadline: float) -> None:
    """A wait that ran out names the job and its last status."""
    job = started(Sonarly(**arguments))
    with pytest.raises(DeadlineExceeded, match=f"The job {job.id} goes on. Its last status is"):
        job.wait(deadline=deadline)


def test_deadline_before_read(arguments: dict[str, Any]) -> None:
    """Without a first read there is no status to name."""
    arguments["clock"].advance(1)
    client = Sonarly(**arguments)
    job = started(client)
    shared = job._send.with_shared_deadline(1)
    arguments["clock"].advance(2)
    job._send = shared
    with pytest.raises(DeadlineExceeded, match=rf"The job {job.id} goes on\.$"):
        job.wait()


def test_deadline_async(arguments: dict[str, Any]) -> None:
    """The async wait names the job as well."""

    async def run() -> None:
        async with AsyncSonarly(**arguments) as client:
            job = client.prospecting.resume(GROUP, SAMPLE_ID)
            with pytest.raises(DeadlineExceeded, match=f"The job {SAMPLE_ID} goes on"):
                await job.wait(deadline=0.5)
            job._send = client._send.with_shared_deadline(1)
            arguments["clock"].advance(2)
            with pytest.raises(DeadlineExceeded, match=rf"The job {SAMPLE_ID} goes on\.$"):
                await job.wait()

    asyncio.run(run())
