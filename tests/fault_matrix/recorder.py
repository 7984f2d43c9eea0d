"""Recorder of one cell: the fake behind a fault, and the requests that reached it."""

import json
import sys
from typing import Any

import httpx
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake
from campaignkit_fake.sonarly.campaigns import Campaigns
from campaignkit_fake.sonarly.prospecting import ProspectingJobs
from campaignkit_runtime.operations import Call

from tests.httpx2_suite import transport_for

from .calls import GET, IDEMPOTENCY_KEY, KEY, MARKER

ALWAYS = sys.maxsize

# Not ASCII, because otherwise a wrong charset would not be noticed.
_DESCRIPTION = f"{MARKER} für alle"


def _is_of(call: Call[Any], request: httpx.Request) -> bool:
    target = request.url.raw_path.decode("ascii").partition("?")[0]
    return (request.method, target) == (call.operation.method, call.path)


class Recorder:
    """Fake behind a fault that affects a number of requests of a call, with counters."""

    def __init__(self, fake: Fake, call: Call[Any], faults: int) -> None:
        self.fake = fake
        self.call = call
        self.keys: list[str | None] = []
        """Idempotency key of every request of the call that arrived."""
        self.reads = 0
        self.unexpected_requests = 0
        """Number of requests that are neither the call nor the read of its state."""
        self.unkeyed_repeats = 0
        """Number of requests without a key after the call was applied, or while it was pending."""
        self.pending_writes = 0
        """Number of writes that arrive or are applied later."""
        self.remaining_faults = faults
        self.is_read_last = False
        """Whether the last request was a read."""
        self._transport = transport_for(httpx, fake.transport())
        self._initial_count = self._count()
        self._read = call.verification().read if call.verification else None

    @property
    def starts(self) -> int:
        """Return how often the fake has applied the call."""
        return self._count() - self._initial_count

    def _count(self) -> int:
        store = self.fake._store  # because `state()` copies all of it
        return len(store[Campaigns].starts) + len(store[ProspectingJobs].by_id)

    def record(self, request: httpx.Request) -> bool:
        """Count a request; return True if it belongs to the call itself."""
        is_call = _is_of(self.call, request)
        is_read = self._read is not None and _is_of(self._read, request)
        self.unexpected_requests += not (is_call or is_read)
        self.reads += is_read
        self.is_read_last = is_read
        if is_call:
            key = request.headers.get(IDEMPOTENCY_KEY)
            self.keys.append(key)
            self.unkeyed_repeats += key is None and self.starts + self.pending_writes > 0
        return is_call

    def consume_fault(self, request: httpx.Request) -> bool:
        """Count a request; return True if the fault affects it."""
        is_affected = self.record(request) and self.remaining_faults > 0
        self.remaining_faults -= is_affected
        return is_affected

    def forward(self, request: httpx.Request) -> httpx.Response:
        """Return the fake's response to a request, or raise its failure."""
        response: httpx.Response = self._transport.handle_request(request)
        return response

    def respond(self, request: httpx.Request) -> httpx.Response:
        """Return the fake's response to a request, with its body read."""
        response = self.forward(request)
        response.read()
        return response

    def success_body(self) -> str:
        """Return a valid body of a success of the call, whether or not it was applied."""
        url = httpx.URL("http://fake").join(GET.format(accountGroupId=ID, campaignId=ID))
        read = httpx.Request("GET", url, headers={"Authorization": f"Bearer {KEY}"})
        campaign = self.respond(read).json()["data"]
        del campaign["description"]
        campaign["description"] = _DESCRIPTION  # at the end, so that a cut body lacks it
        started = {"campaign": campaign, "triggered": True, "instancesCreated": 25}
        job = {"status": "queued", "createdAt": "2026-05-01T12:00:00.000Z", "jobId": _DESCRIPTION}
        data = {
            "safe": campaign,
            "keyed": job,
            "verify": started,
            "never": started,
        }[self.call.operation.idempotency]
        envelope = {"success": True, "data": data, "error": None, "traceId": "7a"}
        return json.dumps(envelope, ensure_ascii=False)
