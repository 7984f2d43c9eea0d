"""Call the fake over HTTP for minutes, under random faults.

A lost or misplaced result is a finding, and so is a campaign that was started twice. Errors must be
CampaignKitErrors. Memory, sockets, threads and tasks must not grow.
"""

import argparse
import asyncio
import contextlib
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
from campaignkit import AsyncSonarly, BatchError, CampaignKitError, Sonarly
from campaignkit_runtime.clock import SystemClock

from .usage import Usage, current_usage, growth

KEY = "fake-sonarly"
MINUTES = 10
LEADS = 2_000

# In the form of the control route. A delay is longer than the timeout of the clients.
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
TIMEOUT = 1.0


class FastClock(SystemClock):
    """Real clock with back-offs of a fiftieth."""

    def random(self) -> float:
        """Return a small fraction."""
        return super().random() / 50


@dataclass
class Report:
    """Result of a run."""

    rounds: int = 0
    calls: Counter[str] = field(default_factory=Counter)
    """Number of calls by their end."""
    findings: list[str] = field(default_factory=list)
    usage: list[Usage] = field(default_factory=list)
    """One entry per round."""

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
    on_round: Callable[[str], object] = lambda _: None,
    clock: Callable[[], float] = time.monotonic,
    timeout: float = TIMEOUT,
    settle: float = 10,
) -> Report:
    """Run for some seconds, at least one round, with a maximum number of leads per request loop."""
    with fake() as base_url:
        generator = random.Random(seed)  # noqa: S311 - no secret
        return asyncio.run(
            _Soak(base_url, generator, leads, faults, on_round, timeout, settle).run(seconds, clock)
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
        generator: random.Random,
        leads: int,
        faults: Sequence[dict[str, Any]],
        on_round: Callable[[str], object],
        timeout: float,
        settle: float,
    ) -> None:
        self.report = Report()
        self._random = generator
        self._max_leads = leads
        self._faults = faults
        self._on_round = on_round
        self._fault_count = 0
        self._control = httpx.Client(base_url=base_url, timeout=60)
        # The key of the fake.
        options: dict[str, Any] = {"base_url": base_url, "timeout": timeout, "retries": 4}
        options |= {"clock": FastClock(), "settle": settle}
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
        starts = Counter(start["campaignId"] for start in self._state()["starts"])
        self.report.findings += [
            f"{id_} was started {n} times" for id_, n in starts.items() if n > 1
        ]
        self.report.rounds += 1
        self.report.usage.append(current_usage())
        self._on_round(self.report.line())

    async def _leads(self, group: str, campaign: str) -> None:
        """Read the status of many leads, and repeat failed ones, until every lead has one row.

        A call fails only by a fault. On a busy machine this loop may meet all of them alone.
        """
        count = self._random.randrange(self._max_leads // 10, self._max_leads)
        left = [f"lead-{number}" for number in range(count)]
        missing, last = {*left}, ""
        for _ in range(self._fault_count + 1):
            rows: list[str] = []
            leads = self._async.campaigns.lead_status(
                group, campaign, lead_ids=left, batch_size=40, concurrency=8
            )
            try:
                async for lead in leads:
                    rows.append(lead.lead_id)
            except BatchError as error:
                self._count("failed in part")
                failed, last = {*error.items}, f": {error}"
            else:
                self._count("returned")
                failed = set()
            expected = [id_ for id_ in left if id_ not in failed]
            if rows != expected:
                self.report.findings.append(f"{len(rows)} of {len(expected)} rows")
            missing -= {*rows}
            left = [id_ for id_ in left if id_ in failed]
            if not left:
                break
        if missing:
            self.report.findings.append(f"{len(missing)} leads have no row{last}")

    async def _starts(self, drafts: Sequence[tuple[str, str]]) -> None:
        """Start every draft. A start may fail, and must not happen twice."""
        returned, error = 0, None
        try:
            async for _ in self._async.map(self._async.campaigns.start, drafts, concurrency=8):
                returned += 1
        except BatchError as caught:
            error = caught
        self._count("returned", returned)
        failures = error.failures if error else ()
        for failure in failures:
            self._count(type(failure.error).__name__)
        if returned + len(failures) != len(drafts):
            self.report.findings.append(
                f"{len(drafts)} starts, {returned} returned, {len(failures)} failed"
            )

    def _lists(self, groups: Sequence[str]) -> None:
        listed: list[str] = []
        try:
            for group, campaigns in self._sync.map(self._sync.campaigns.list, [*groups] * 5):
                listed.append(group)
                if not campaigns:
                    self.report.findings.append(f"the list of {group} is empty")
            self._count("returned", len(listed))
        except BatchError as error:
            self._count("failed in part")
            if len(listed) + len(error.items) != 5 * len(groups):
                self.report.findings.append(f"{len(listed)} lists and {len(error.items)} failures")

    def _few_leads(self, group: str, campaign: str) -> None:
        for _ in range(20):
            try:
                rows = [*self._sync.campaigns.lead_status(group, campaign, lead_ids=["a", "b"])]
                self._count("returned")
                if [row.lead_id for row in rows] != ["a", "b"]:
                    self.report.findings.append(f"{len(rows)} rows for a and b")
            except CampaignKitError as error:
                self._count(type(error).__name__)

    def _count(self, end: str, count: int = 1) -> None:
        self.report.calls[end] += count

    def _reset(self) -> dict[str, Any]:
        """Reset the fake, with faults for random requests."""
        seed = self._random.randrange(1_000_000)
        self._control.post("/_fake/reset", json={"seed": seed}).raise_for_status()
        self._fault_count = 0
        for _ in range(self._random.randrange(20, 60)):
            fault = {**self._random.choice(self._faults), "times": self._random.randrange(1, 4)}
            self._fault_count += fault["times"]
            self._control.post("/_fake/faults", json=fault).raise_for_status()
        return self._state()

    def _state(self) -> dict[str, Any]:
        state: dict[str, Any] = self._control.get("/_fake/state").json()
        return state


def main(argv: Sequence[str] | None = None) -> int:
    """Run the soak test, print its findings and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("seconds", type=float, nargs="?", default=MINUTES * 60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--leads", type=int, default=LEADS, help="maximum of leads per loop")
    given = parser.parse_args(argv)
    report = soak(
        given.seconds,
        seed=given.seed,
        leads=given.leads,
        on_round=lambda line: print(line, flush=True),
    )
    for finding in report.findings:
        print(f"FOUND: {finding}")
    return 1 if report.findings else 0
