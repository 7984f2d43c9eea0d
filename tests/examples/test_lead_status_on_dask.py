"""The bulk job on a cluster has the same result as on one machine, also if a worker is lost."""

import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import dask
import psutil
import pytest
from campaignkit import Sonarly, to_rows
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_fake.engine.http_server import serve
from distributed import Client, LocalCluster

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ID = SAMPLE_ID
PART = 40
# A busy machine neither loses a worker nor sends a request again.
TIMEOUT = 300
PATIENT = {
    "distributed.comm.timeouts.connect": f"{TIMEOUT}s",
    "distributed.comm.timeouts.tcp": f"{TIMEOUT}s",
    "distributed.scheduler.worker-ttl": None,
}


class Vendor:
    """Fake over HTTP that counts the leads of its responses, and can keep one call waiting."""

    def __init__(self, kept: str | None = None) -> None:
        self.fake = Fake()
        self.answered: Counter[str] = Counter()
        self.most = 0
        """How many calls there were at once."""
        self.port: int | None = None
        """Where the call that is kept waiting comes from."""
        self.came, self.left = threading.Event(), threading.Event()
        self._kept = kept
        self._under_way = 0
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Respond, or wait until the client has gone."""
        [joined] = parse_qs(environ["QUERY_STRING"])["leadIds"]
        ids = joined.split(",")
        if self._kept in ids and not self.came.is_set():
            self.port = int(environ["REMOTE_PORT"])
            self.came.set()
            self.left.wait(TIMEOUT)
            raise ConnectionError("nobody is there any more")
        with self._lock:
            self._under_way += 1
            self.most = max(self.most, self._under_way)
            self.answered.update(ids)
        try:
            return self.fake(environ, start)
        finally:
            with self._lock:
                self._under_way -= 1


@pytest.fixture(scope="module")
def example() -> Iterator[Any]:
    """Yield the example, as workers import it too."""
    sys.path.insert(0, str(EXAMPLES))
    import lead_status_on_dask

    yield lead_status_on_dask
    sys.path.remove(str(EXAMPLES))


@pytest.fixture(scope="module")
def cluster(example: Any) -> Iterator[Client]:
    """Yield two workers in processes of their own, with the key in their environment."""
    os.environ["SONARLY_API_KEY"] = "fake-sonarly"
    try:
        with (
            dask.config.set(PATIENT),
            LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
            Client(local) as client,
        ):
            yield client
    finally:
        del os.environ["SONARLY_API_KEY"]


def kill_owner(client: Client, port: int | None) -> None:
    """Kill the worker whose connection has a port here."""
    for pid in client.run(os.getpid).values():
        if any(
            connection.laddr.port == port for connection in psutil.Process(pid).net_connections()
        ):
            os.kill(pid, signal.SIGKILL)
            return
    raise AssertionError(f"no worker has port {port}")


def on_one_machine(vendor: Vendor, lead_ids: list[str]) -> list[dict[str, Any]]:
    """Return the rows without a cluster."""
    with Sonarly(api_key="fake-sonarly", transport=vendor.fake.transport()) as sonarly:
        return list(to_rows(sonarly.campaigns.lead_status(ID, ID, lead_ids=lead_ids)))


def test_lost_worker(example: Any, cluster: Client, tmp_path: Path) -> None:
    """A worker that is killed amid a part loses nothing, and nothing is asked twice."""
    vendor = Vendor(kept="stranger-90")  # in the middle of the third part
    lead_ids = [f"stranger-{number}" for number in range(400)]
    done: list[int] = []

    with serve(vendor, "127.0.0.1", 0) as base_url:
        job = example.Job(
            Sonarly(base_url=base_url, timeout=TIMEOUT), ID, ID, tmp_path, batch_size=10
        )
        walk = example.run(cluster, job, lead_ids, at_once=3, part_size=PART)
        running = threading.Thread(target=lambda: done.extend(walk))
        running.start()
        assert vendor.came.wait(TIMEOUT)
        kill_owner(cluster, vendor.port)
        vendor.left.set()
        running.join(TIMEOUT)

    assert done[-1] == 400
    assert vendor.answered == Counter(lead_ids)
    written = example.rows(tmp_path, lead_ids, part_size=PART)
    assert list(written) == on_one_machine(vendor, lead_ids)


def test_run_again(example: Any, cluster: Client, tmp_path: Path) -> None:
    """A job that is started again requests only the missing leads."""
    vendor = Vendor()
    lead_ids = [f"stranger-{number}" for number in range(200)]

    with serve(vendor, "127.0.0.1", 0) as base_url:
        job = example.Job(Sonarly(base_url=base_url, timeout=TIMEOUT), ID, ID, tmp_path)
        list(example.run(cluster, job, lead_ids[:120], part_size=PART))
        first = next(iter(sorted(tmp_path.glob("000000-*"))))
        first.write_text(first.read_text()[:-5])  # as if it had been cut off in a line
        list(example.run(cluster, job, lead_ids, part_size=PART))

    assert vendor.answered == Counter(lead_ids) + Counter([lead_ids[PART - 1]])
    written = example.rows(tmp_path, lead_ids, part_size=PART)
    assert list(written) == on_one_machine(vendor, lead_ids)


def test_bound(example: Any, cluster: Client, tmp_path: Path) -> None:
    """The whole cluster has at most the given number of calls in progress."""
    vendor = Vendor()
    lead_ids = [f"stranger-{number}" for number in range(200)]

    with serve(vendor, "127.0.0.1", 0) as base_url:
        job = example.Job(
            Sonarly(base_url=base_url, timeout=TIMEOUT), ID, ID, tmp_path, batch_size=5
        )
        list(example.run(cluster, job, lead_ids, at_once=1, part_size=PART))

    assert (vendor.most, vendor.answered) == (1, Counter(lead_ids))
