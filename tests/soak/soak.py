"""Call the fake over HTTP for minutes, under random faults, and see that nothing is lost or left.

What is looked for: a result that is lost or in the wrong place, a campaign that was started twice,
an error that is none of ours, and memory, sockets, threads or tasks that grow.
"""

import argparse
import asyncio
import contextlib
import gc
import os
import random
import stat
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import httpx
from campaignkit import AsyncSonarly, BatchError, CampaignKitError, Sonarly
from campaignkit_runtime.clock import SystemClock

KEY = "fake-sonarly"
MINUTES = 10
LEADS = 2_000

# As the control route takes them; what is slow is slower than the clients' patience.
FAULTS: tuple[dict[str, Any], ...] = (
    {"status": 500},
    {"status": 502, "after": True},
    {"status": 503, "retry_after": "0"},
    {"status": 429, "retry_after": "0"},
    {"drop": True},
    {"drop": True, "after": True},
    {"truncate": 20},
    {"body": ""},
    {"content_type": "text/html", "body": "<h1>Bad gateway</h1>"},
    {"delay": 1.5},
    {"delay": 1.5, "after": True},
)
PATIENCE = 1.0

# How much more the last third of a run may hold than the first. Caches fill, and the allocator
# keeps pages; the connections that are idle at the end of a round are now more, now fewer.
MORE = {"megabytes": 12.0, "sockets": 25.0, "threads": 4.0, "tasks": 0.0}


class Haste(SystemClock):
    """Real clock with back-offs of a fiftieth."""

    def random(self) -> float:
        """Return a small fraction."""
        return super().random() / 50


class Usage(NamedTuple):
    """Resources of the process."""

    megabytes: float
    sockets: int
    threads: int
    tasks: int


def growth(usage: Sequence[Usage]) -> Iterator[str]:
    """Return the resources that have grown too much over the rounds."""
    third = len(usage) // 3
    for index, (name, more) in enumerate(MORE.items()):
        first = max((each[index] for each in usage[:third]), default=0)
        last = max((each[index] for each in usage[-third:]), default=0)
        if third and last > first + more:
            yield f"{name} grew from {first:.0f} to {last:.0f}"


@dataclass
class Report:
    """Result of a run."""

    rounds: int = 0
    calls: Counter[str] = field(default_factory=Counter)
    """By how they ended."""
    findings: list[str] = field(default_factory=list)
    usage: list[Usage] = field(default_factory=list)
    """After each round."""

    def line(self) -> str:
        """Return the result in one line."""
        ends = ", ".join(f"{count} {end}" for end, count in self.calls.most_common())
        usage = ", ".join(f"{value:.0f} {name}" for name, value in self.usage[-1]._asdict().items())
        return f"round {self.rounds}: {ends}; {usage}; {len(self.findings)} findings"


def soak(
    seconds: float,
    *,
    seed: int = 1,
    leads: int = LEADS,
    faults: Sequence[dict[str, Any]] = FAULTS,
    tell: Callable[[str], object] = lambda _: None,
    clock: Callable[[], float] = time.monotonic,
    timeout: float = PATIENCE,
) -> Report:
    """Run for some seconds, at least one round, with a maximum number of leads per request loop."""
    with fake() as base_url:
        chance = random.Random(seed)  # noqa: S311 - no secret
        return asyncio.run(
            _Soak(base_url, chance, leads, faults, tell, timeout).run(seconds, clock)
        )


@contextlib.contextmanager
def fake() -> Iterator[str]:
    """Yield the URL of a fake in another process, so that its memory is not counted."""
    command = [sys.executable, "-m", "campaignkit_fake", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()


class _Soak:
    """Run with the same two clients in every round."""

    def __init__(
        self,
        base_url: str,
        chance: random.Random,
        leads: int,
        faults: Sequence[dict[str, Any]],
        tell: Callable[[str], object],
        timeout: float,
    ) -> None:
        self.report = Report()
        self._chance = chance
        self._most = leads
        self._faults = faults
        self._tell = tell
        self._control = httpx.Client(base_url=base_url, timeout=60)
        # The fake's key, to loopback.
        options: dict[str, Any] = {"base_url": base_url, "timeout": timeout, "retries": 4}
        options["clock"] = Haste()
        self._sync = Sonarly(api_key=KEY, **options)
        self._async = AsyncSonarly(api_key=KEY, **options)

    async def run(self, seconds: float, clock: Callable[[], float]) -> Report:
        """Repeat rounds until the time has passed."""
        end = clock() + seconds
        with self._control, self._sync:
            async with self._async:
                while not self.report.rounds or clock() < end:
                    await self._round()
        self.report.findings += growth(self.report.usage)
        return self.report

    async def _round(self) -> None:
        state = self._reset()
        groups: dict[str, list[str]] = {}
        for campaign_id, campaign in state["campaigns"].items():
            if campaign["status"] == "draft" and campaign["leadIds"]:
                groups.setdefault(campaign["accountGroupId"], []).append(campaign_id)
        await asyncio.gather(
            *(self._leads(group, ids[0]) for group, ids in groups.items()),
            self._starts([(group, id_) for group, ids in groups.items() for id_ in ids]),
            asyncio.to_thread(self._lists, [*groups]),
            asyncio.to_thread(self._few_leads, *next((g, ids[0]) for g, ids in groups.items())),
        )
        starts = Counter(each["campaignId"] for each in self._state()["starts"])
        self.report.findings += [
            f"{id_} was started {n} times" for id_, n in starts.items() if n > 1
        ]
        self.report.rounds += 1
        self.report.usage.append(_usage())
        self._tell(self.report.line())

    async def _leads(self, group: str, campaign: str) -> None:
        """Read the status of many leads, and repeat failed ones, until every lead has one row."""
        count = self._chance.randrange(self._most // 10, self._most)
        left = [f"lead-{number}" for number in range(count)]
        asked = {*left}
        for _ in range(20):
            rows: list[str] = []
            leads = self._async.campaigns.lead_status(
                group, campaign, lead_ids=left, batch_size=40, concurrency=8
            )
            try:
                async for lead in leads:
                    rows.append(lead.lead_id)
            except BatchError as error:
                self._count("failed in part")
                failed = {*error.items}
            else:
                self._count("answered")
                failed = set()
            expected = [id_ for id_ in left if id_ not in failed]
            if rows != expected:
                self.report.findings.append(f"{len(expected)} rows were due, {len(rows)} came")
            asked -= {*rows}
            left = [id_ for id_ in left if id_ in failed]
            if not left:
                break
        if asked:
            self.report.findings.append(f"{len(asked)} leads never had a row")

    async def _starts(self, drafts: Sequence[tuple[str, str]]) -> None:
        """Start every draft. A start may fail, and must not happen twice."""
        came, error = 0, None
        try:
            async for _ in self._async.map(self._async.campaigns.start, drafts, concurrency=8):
                came += 1
        except BatchError as caught:
            error = caught
        self._count("answered", came)
        failures = error.failures if error else ()
        for failure in failures:
            self._count(type(failure.error).__name__)
        if came + len(failures) != len(drafts):
            self.report.findings.append(
                f"{len(drafts)} starts, {came} came, {len(failures)} failed"
            )

    def _lists(self, groups: Sequence[str]) -> None:
        came: list[str] = []
        try:
            for group, campaigns in self._sync.map(self._sync.campaigns.list, [*groups] * 5):
                came.append(group)
                if not campaigns:
                    self.report.findings.append(f"the list of {group} is empty")
            self._count("answered", len(came))
        except BatchError as error:
            self._count("failed in part")
            if len(came) + len(error.items) != 5 * len(groups):
                self.report.findings.append(f"{len(came)} lists and {len(error.items)} failures")

    def _few_leads(self, group: str, campaign: str) -> None:
        for _ in range(20):
            try:
                rows = [*self._sync.campaigns.lead_status(group, campaign, lead_ids=["a", "b"])]
                self._count("answered")
                if [row.lead_id for row in rows] != ["a", "b"]:
                    self.report.findings.append(f"a and b were asked for, {len(rows)} rows came")
            except CampaignKitError as error:
                self._count(type(error).__name__)

    def _count(self, end: str, count: int = 1) -> None:
        self.report.calls[end] += count

    def _reset(self) -> dict[str, Any]:
        """Reset the fake, with faults for random requests."""
        seed = self._chance.randrange(1_000_000)
        self._control.post("/_fake/reset", json={"seed": seed}).raise_for_status()
        for _ in range(self._chance.randrange(20, 60)):
            fault = {**self._chance.choice(self._faults), "times": self._chance.randrange(1, 4)}
            self._control.post("/_fake/faults", json=fault).raise_for_status()
        return self._state()

    def _state(self) -> dict[str, Any]:
        state: dict[str, Any] = self._control.get("/_fake/state").json()
        return state


def _usage() -> Usage:
    gc.collect()
    tasks = len(asyncio.all_tasks()) - 1
    return Usage(_megabytes(), _sockets(), threading.active_count(), tasks)


def _megabytes() -> float:
    """Return the resident memory in bytes; 0 if the system does not report it."""
    path = Path("/proc/self/statm")
    pages = int(path.read_text().split()[1]) if path.exists() else 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _sockets() -> int:
    count = 0
    for path in Path("/dev/fd").iterdir():
        with contextlib.suppress(OSError):  # the folder's own is closed by now
            count += stat.S_ISSOCK(os.fstat(int(path.name)).st_mode)
    return count


def main(argv: Sequence[str] | None = None) -> int:
    """Run the soak test, print its findings and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("seconds", type=float, nargs="?", default=MINUTES * 60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--leads", type=int, default=LEADS, help="in each walk, at most")
    given = parser.parse_args(argv)
    report = soak(
        given.seconds,
        seed=given.seed,
        leads=given.leads,
        tell=lambda line: print(line, flush=True),
    )
    for finding in report.findings:
        print(f"FOUND: {finding}")
    return 1 if report.findings else 0
