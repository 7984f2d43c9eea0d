"""Servers with other data: busy while they are looked at, empty, large, or with other limits."""

from collections.abc import Callable
from itertools import count
from typing import Any

import httpx
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.campaigns import Campaigns
from campaignkit_fake.sonarly.messages import Conversations
from campaignkit_fake.sonarly.prospecting import ProspectingJobs
from campaignkit_fake.sonarly.signals import SignalScans

from .server import Send, disturbed, healthy

_PERIOD = 23  # requests between two changes by others


@disturbed
def audiences_added(fake: Fake, send: Send) -> Send:
    """Others add audiences while the server is looked at."""

    def add(number: int) -> None:
        fake._store[Audiences].add(SAMPLE_ID, f"By others {number}", fake._store.now)

    return _changing(send, add)


@disturbed
def audiences_renamed(fake: Fake, send: Send) -> Send:
    """Others rename audiences while the server is looked at."""

    def rename(number: int) -> None:
        audiences = fake._store[Audiences].of_group(SAMPLE_ID)
        audiences[number % len(audiences)].fields["name"] = f"Renamed {number}"

    return _changing(send, rename)


@disturbed
def contacts_called(fake: Fake, send: Send) -> Send:
    """Contacts are called while the server is looked at."""

    def call(number: int) -> None:
        contacts = list(fake._store[Contacts].by_id.values())
        fields = contacts[number % len(contacts)].fields
        fields |= {"attempts": fields["attempts"] + 1, "lastAttempt": fake._store.now}

    return _changing(send, call)


@disturbed
def time_passes(fake: Fake, send: Send) -> Send:
    """A second passes with every request, so jobs go on while they are looked at."""

    def handle(request: httpx.Request) -> httpx.Response:
        fake.clock.advance(1)
        return send(request)

    return handle


@disturbed
def slow(fake: Fake, send: Send) -> Send:
    """Every response takes four seconds."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        fake.clock.advance(4)
        return response

    return handle


@healthy
def large_account(fake: Fake, send: Send) -> Send:
    """The account has 120 more audiences and 60 more contacts."""

    def fill() -> None:
        now = fake._store.now
        for number in range(120):
            fake._store[Audiences].add(SAMPLE_ID, f"More {number}", now)
        for number in range(60):
            fake._store[Contacts].add(SAMPLE_ID, "More", f"120255502{number:02}", now)

    return _at_first(fake, send, fill)


@healthy
def empty_account(fake: Fake, send: Send) -> Send:
    """The account has no campaigns, audiences, conversations, jobs or scans."""

    def empty() -> None:
        kinds: tuple[Any, ...] = (Campaigns, Audiences, Conversations, ProspectingJobs, SignalScans)
        for kind in kinds:
            records: dict[str, object] = fake._store[kind].by_id
            for record_id in list(records):
                if getattr(records[record_id], "account_group_id", SAMPLE_ID) == SAMPLE_ID:
                    del records[record_id]

    return _at_first(fake, send, empty)


@healthy
def small_pages(_: Fake, send: Send) -> Send:
    """A page has at most ten items, also if more are requested."""

    def handle(request: httpx.Request) -> httpx.Response:
        limit = request.url.params.get("limit", "")
        if limit.isdecimal() and int(limit) > 10:
            request.url = request.url.copy_set_param("limit", "10")
        return send(request)

    return handle


@healthy
def maximum_page_size(_: Fake, send: Send) -> Send:
    """A page size above 50 is rejected."""

    def handle(request: httpx.Request) -> httpx.Response:
        limit = request.url.params.get("limit", "")
        if limit.isdecimal() and int(limit) > 50:
            request.url = request.url.copy_set_param("limit", "too many")
        return send(request)

    return handle


def _at_first(fake: Fake, send: Send, change: Callable[[], object]) -> Send:
    """Return a sender that changes the state once after each reset."""
    changed: list[object] = [None]

    def handle(request: httpx.Request) -> httpx.Response:
        if changed[-1] is not fake._store:
            changed.append(fake._store)
            change()
        return send(request)

    return handle


def _changing(send: Send, change: Callable[[int], object]) -> Send:
    numbers = count(1)

    def handle(request: httpx.Request) -> httpx.Response:
        number = next(numbers)
        if number % _PERIOD == 0:
            change(number)
        return send(request)

    return handle
