"""The vendor of one cell: the fake, what reached it, and whether the fault strikes."""

import json
import sys
from typing import Any

import httpx
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake
from campaignkit_runtime.operations import Call

from .calls import GET, IDEMPOTENCY_KEY, KEY, MARKER

EVER = sys.maxsize

# What a vendor may say beyond ASCII: without it a wrong charset would go unnoticed.
_DESCRIPTION = f"{MARKER} für alle"


def _is_of(call: Call[Any], request: httpx.Request) -> bool:
    target = request.url.raw_path.decode("ascii").partition("?")[0]
    return (request.method, target) == (call.operation.method, call.path)


class Vendor:
    """The fake behind a fault that strikes so many sends of a call; it keeps count."""

    def __init__(self, fake: Fake, call: Call[Any], strikes: int) -> None:
        self.fake = fake
        self.call = call
        self.keys: list[str | None] = []
        """The idempotency key of every send of the call that arrived."""
        self.reads = 0
        self.strays = 0
        """Requests that are neither the call nor the read of its state."""
        self.repeats = 0
        """Sends without a key to a vendor that held the start already, or was to get it."""
        self.delayed = 0
        """Sends that are still on their way, or worked on."""
        self.strikes = strikes
        self.is_read_last = False
        """Whether the last request was a read."""
        self._transport = fake.transport()
        self._seeded = self._held()
        self._read = call.verification().read if call.verification else None

    @property
    def starts(self) -> int:
        """How often the fake has carried the call out."""
        return self._held() - self._seeded

    def _held(self) -> int:
        state = self.fake.state()
        return len(state["starts"]) + len(state["prospectingJobs"])

    def saw(self, request: httpx.Request) -> bool:
        """Note a request that reached the vendor; whether it is a send of the call."""
        is_send = _is_of(self.call, request)
        is_read = self._read is not None and _is_of(self._read, request)
        self.strays += not (is_send or is_read)
        self.reads += is_read
        self.is_read_last = is_read
        if is_send:
            key = request.headers.get(IDEMPOTENCY_KEY)
            self.keys.append(key)
            self.repeats += key is None and self.starts + self.delayed > 0
        return is_send

    def is_struck(self, request: httpx.Request) -> bool:
        """Note a request, and use up a strike of the fault where it is a send of the call."""
        is_struck = self.saw(request) and self.strikes > 0
        self.strikes -= is_struck
        return is_struck

    def pass_on(self, request: httpx.Request) -> httpx.Response:
        """What the fake makes of a request, or its failure."""
        return self._transport.handle_request(request)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """What the fake makes of a request, read to its end."""
        response = self.pass_on(request)
        response.read()
        return response

    def good_text(self) -> str:
        """A body as the spec has it for a success of the call, whether or not it was applied."""
        url = httpx.URL("http://fake").join(GET.format(accountGroupId=ID, campaignId=ID))
        read = httpx.Request("GET", url, headers={"Authorization": f"Bearer {KEY}"})
        campaign = self.answer(read).json()["data"]
        del campaign["description"]
        campaign["description"] = _DESCRIPTION  # at the end, so that it is among what is cut off
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
