"""A start has one effect at most, and no error is untrue, against servers that count effects.

By default some hundred starts run; FULL=1 runs 5,000, and resets at each byte.
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
from .effect_server import TIMEOUT, EffectVendor, plans
from .injection import Clock
from .raw_server import Connection, Misdeed, Wire
from .recorder import Vendor

IS_FULL = bool(os.environ.get("FULL"))
STARTS = 2_500 if IS_FULL else 200
"""For each of the clients."""
STEP = 1 if IS_FULL else 61
"""Bytes from one reset to the next."""

End = Any
"""The result of a start, or its error."""


def start(options: dict[str, Any]) -> End:
    """Return what a start of a sync client ends with."""
    with Sonarly(api_key=KEY, **options) as sonarly:
        try:
            return sonarly.campaigns.start(ID, ID)
        except CampaignKitError as error:
            return error


def start_async(options: dict[str, Any]) -> End:
    """Return what a start of an async client ends with."""

    async def main() -> End:
        async with AsyncSonarly(api_key=KEY, **options) as sonarly:
            try:
                return await sonarly.campaigns.start(ID, ID)
            except CampaignKitError as error:
                return error

    return asyncio.run(main())


CLIENTS = pytest.mark.parametrize("start", [start, start_async], ids=["sync", "async"])

Start = Callable[[dict[str, Any]], End]


def untruths(end: End, effects: int) -> list[str]:
    """Return what is wrong with the end of a start, given the effects that it has."""
    found = [f"{effects} effects"] if effects > 1 else []
    outcome = getattr(end, "outcome", None) or "applied"  # of a result
    expected = {"not_sent": 0, "rejected": 0, "applied": 1}.get(outcome, effects)
    if effects != expected:
        found.append(f"{outcome}, but {effects} effects")
    return found


@CLIENTS
def test_starts(start: Start) -> None:
    """Timeouts, 502 and 504, late delivery, long work, lost workers: one effect at most."""
    wrong = []
    endings = set()
    for number, plan in enumerate(islice(plans(seed=21), STARTS)):
        clock = VirtualClock(random=Random(number).random)  # noqa: S311 - no secrets
        vendor = EffectVendor(plan, clock)
        options = {"transport": httpx.MockTransport(vendor.handle), "clock": clock}
        end = start(options | {"timeout": TIMEOUT})
        broken = untruths(end, vendor.effects)
        if isinstance(end, OutcomeUnknownError):
            broken += ["another number of attempts"] if end.attempts != vendor.sends else []
            broken += ["no state"] if vendor.good_reads and end.state is None else []
        wrong += [(number, plan, end, broken)] if broken else []
        endings.add((type(end).__name__, end.outcome or "answered", vendor.effects))

    assert wrong == []
    assert {
        ("StartedCampaign", "applied", 1),
        ("OutcomeUnknownError", "unknown", 0),
        ("OutcomeUnknownError", "unknown", 1),
    } <= endings


def test_seen() -> None:
    """The server has two effects of a start that is sent again, so that the others can fail."""
    effects = set()
    for plan in islice(plans(seed=21), 100):
        clock = VirtualClock()
        vendor = EffectVendor(plan, clock)
        transport = httpx.MockTransport(vendor.handle)
        start({"transport": transport, "clock": clock, "timeout": TIMEOUT, "resend_after": 0})
        effects.add(vendor.effects)

    assert effects == {0, 1, 2}
    assert untruths(None, 2)
    assert untruths(OutcomeUnknownError("", outcome="rejected"), 1)
    assert untruths(OutcomeUnknownError("", outcome="applied"), 0)


def cut_response(number: int, *, is_reset: bool) -> Misdeed:
    """Apply the request, and end the connection after so many bytes of the response."""

    def misdeed(connection: Connection, request: httpx.Request) -> None:
        connection.send(connection.apply(request)[:number])
        if is_reset:
            connection.reset()

    return misdeed


def cut_request(number: int, *, is_reset: bool) -> Misdeed:
    """End the connection when so many bytes of the request were read."""

    def misdeed(connection: Connection, _: httpx.Request) -> None:
        connection.take(number)
        if is_reset:
            connection.reset()

    return misdeed


@CLIENTS
@pytest.mark.parametrize("is_reset", [True, False], ids=["reset", "closed"])
@pytest.mark.parametrize("cut", [cut_response, cut_request])
def test_bytes(start: Start, cut: Callable[..., Misdeed], is_reset: bool) -> None:
    """A connection may end at any byte of the request or the response."""
    wrong = []
    for number in range(0, 700 if cut is cut_response else 250, STEP):
        clock = Clock()
        vendor = Vendor(Fake(clock=clock), call_of("verify"), 1)
        with Wire(vendor, cut(number, is_reset=is_reset)) as wire:
            wire.open()
            end = start({"base_url": wire.base_url, "clock": clock})
        broken = untruths(end, vendor.starts)
        broken += ["it was sent again"] if len(vendor.keys) > 1 else []
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
    """A worker may be killed at any point of a start; another one answers the reads."""
    effects = tmp_path / "effects"
    effects.touch()
    with workers(dies, effects) as base_url:
        end = start({"base_url": base_url, "clock": Clock()})
    count = len(effects.read_bytes())

    assert untruths(end, count) == []
    assert count == (1 if dies in ("committed", "answering") else 0)
    assert end.outcome == ("applied" if count else "unknown")
