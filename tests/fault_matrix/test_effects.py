"""A start has one effect at most, and errors have the right outcome.

By default some hundred starts run. FULL=1 runs 5,000, and resets at each byte.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, CampaignKitError, OutcomeUnknownError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, VirtualClock

from .calls import KEY, call_of
from .effect_server import TIMEOUT, EffectServer, plans
from .injection import Clock
from .raw_server import Connection, FaultHandler, RawServer
from .recorder import Recorder

IS_FULL = bool(os.environ.get("FULL"))
STARTS = 2_500 if IS_FULL else 200
"""Starts of each client."""
STEP = 1 if IS_FULL else 61
"""Bytes from one reset to the next."""

End = Any
"""Result or error of a start."""


def start(options: dict[str, Any]) -> End:
    """Return the result or the error of a start, sync."""
    with Sonarly(api_key=KEY, **options) as sonarly:
        try:
            return sonarly.campaigns.start(ID, ID)
        except CampaignKitError as error:
            return error


def start_async(options: dict[str, Any]) -> End:
    """Return the result or the error of a start, async."""

    async def main() -> End:
        async with AsyncSonarly(api_key=KEY, **options) as sonarly:
            try:
                return await sonarly.campaigns.start(ID, ID)
            except CampaignKitError as error:
                return error

    return asyncio.run(main())


CLIENTS = pytest.mark.parametrize("start", [start, start_async], ids=["sync", "async"])

Start = Callable[[dict[str, Any]], End]


def outcome_of(end: End) -> str | None:
    """Return the outcome of an error; a result means that the start was applied."""
    return end.outcome if isinstance(end, CampaignKitError) else "applied"


def contradictions(end: End, effects: int) -> list[str]:
    """Return the contradictions between a result and the number of effects."""
    found = [f"{effects} effects"] if effects > 1 else []
    outcome = outcome_of(end) or "applied"
    expected = {"not_sent": 0, "rejected": 0, "applied": 1}.get(outcome, effects)
    if effects != expected:
        found.append(f"{outcome}, but {effects} effects")
    return found


@CLIENTS
def test_starts(start: Start) -> None:
    """Under timeouts, 502, 504, late delivery and lost workers, a start has one effect at most."""
    wrong = []
    endings = set()
    for number, plan in enumerate(islice(plans(seed=21), STARTS)):
        clock = VirtualClock(random=Random(number).random)  # noqa: S311 - no secrets
        server = EffectServer(plan, clock)
        options = {"transport": httpx.MockTransport(server.handle), "clock": clock}
        end = start(options | {"timeout": TIMEOUT})
        broken = contradictions(end, server.effects)
        if isinstance(end, OutcomeUnknownError):
            broken += ["another number of attempts"] if end.attempts != server.sends else []
            broken += ["no state"] if server.good_reads and end.state is None else []
        wrong += [(number, plan, end, broken)] if broken else []
        endings.add((type(end).__name__, outcome_of(end), server.effects))

    assert wrong == []
    assert {
        ("StartedCampaign", "applied", 1),
        ("OutcomeUnknownError", "unknown", 0),
        ("OutcomeUnknownError", "unknown", 1),
    } <= endings


def test_seen() -> None:
    """A start that is sent twice has two effects, so the other tests can fail."""
    effects = set()
    for plan in islice(plans(seed=21), 100):
        clock = VirtualClock()
        server = EffectServer(plan, clock)
        transport = httpx.MockTransport(server.handle)
        start({"transport": transport, "clock": clock, "timeout": TIMEOUT, "resend_after": 0})
        effects.add(server.effects)

    assert effects == {0, 1, 2}
    assert contradictions(None, 2)
    assert contradictions(OutcomeUnknownError("", outcome="rejected"), 1)
    assert contradictions(OutcomeUnknownError("", outcome="applied"), 0)


def cut_response(number: int, *, is_reset: bool) -> FaultHandler:
    """Return a fault that ends the connection after some bytes of the response."""

    def fault_handler(connection: Connection, request: httpx.Request) -> None:
        connection.send(connection.apply(request)[:number])
        if is_reset:
            connection.reset()

    return fault_handler


def cut_request(number: int, *, is_reset: bool) -> FaultHandler:
    """Return a fault that ends the connection after some bytes of the request."""

    def fault_handler(connection: Connection, _: httpx.Request) -> None:
        connection.read_bytes(number)
        if is_reset:
            connection.reset()

    return fault_handler


@CLIENTS
@pytest.mark.parametrize("is_reset", [True, False], ids=["reset", "closed"])
@pytest.mark.parametrize("cut", [cut_response, cut_request])
def test_bytes(start: Start, cut: Callable[..., FaultHandler], is_reset: bool) -> None:
    """A connection can end at any byte of the request or the response."""
    wrong = []
    for number in range(0, 700 if cut is cut_response else 250, STEP):
        clock = Clock()
        recorder = Recorder(Fake(clock=clock), call_of("verify"), 1)
        with RawServer(recorder, cut(number, is_reset=is_reset)) as server:
            server.open()
            end = start({"base_url": server.base_url, "clock": clock})
        broken = contradictions(end, recorder.starts)
        broken += ["it was sent again"] if len(recorder.keys) > 1 else []
        wrong += [(number, end, broken)] if broken else []

    assert wrong == []


WORKERS = Path(__file__).parent / "effect_workers.py"


@contextmanager
def workers(dies: str, effects: Path) -> Iterator[str]:
    """Yield the URL of a server whose worker is killed at a point of the first start."""
    command = [sys.executable, str(WORKERS), dies, str(effects)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            assert server.stdout is not None
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.kill()


@CLIENTS
@pytest.mark.parametrize("dies", ["unread", "read", "committed", "answering"])
def test_killed_worker(start: Start, dies: str, tmp_path: Path) -> None:
    """A worker can be killed at any point of a start; another worker serves the reads."""
    effects = tmp_path / "effects"
    effects.touch()
    with workers(dies, effects) as base_url:
        end = start({"base_url": base_url, "clock": Clock()})
    count = len(effects.read_bytes())

    assert contradictions(end, count) == []
    assert count == (1 if dies in ("committed", "answering") else 0)
    assert outcome_of(end) == ("applied" if count else "unknown")
