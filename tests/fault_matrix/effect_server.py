"""Server that counts the effects of a start, and accepts a second start.

It commits some time after a start arrives. Two starts before the first commit have two effects.
Its time is that of a virtual clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import formatdate
from random import Random
from typing import Any, Literal

import httpx
from campaignkit_fake import VirtualClock

TIMEOUT = 5.0
"""The client's timeout, in seconds."""

ResponseKind = Literal[
    "response", "timeout", "502", "504", "500", "reset", "closed", "HTML", "half"
]

_RESPONSES: tuple[ResponseKind, ...] = (
    *("response", "timeout", "502", "504", "500", "reset", "closed", "HTML", "half"),
)
_REFUSALS = ("refused", "no pool", "429", "503")

_CAMPAIGN: dict[str, Any] = {
    "id": "c",
    "name": "Spring",
    "description": None,
    "selectedLeadCount": 25,
    "includeConversationHistory": True,
    "autoCancelOnMessageReceived": True,
    "outreachLanguage": "en",
    "createdAt": "2026-04-28T15:30:00.000Z",
    "updatedAt": "2026-04-28T15:30:00.000Z",
    "rateLimitedUntil": None,
}


@dataclass(frozen=True)
class SendPlan:
    """Plan for one start that reaches the network."""

    response: ResponseKind
    responds_after: float
    """Seconds until the client has its response."""
    arrives_after: float
    """Seconds until the server has the request."""
    works_for: float
    """Seconds from the arrival to the commit."""
    is_lost: bool
    """True if it never arrives, or its worker is killed before the commit."""


@dataclass(frozen=True)
class Plan:
    """Faults of one run."""

    refusals: tuple[str, ...]
    """Refusals of the first requests, before one arrives."""
    send_plans: tuple[SendPlan, ...]
    """Plans for the requests after them."""
    failing_reads: tuple[str, ...]
    lag: float
    """Seconds by which the state that is read is behind."""
    skew: float
    """Seconds by which the server's clock is ahead of the client's."""


def plans(seed: int) -> Iterator[Plan]:
    """Yield any number of plans, the same for each seed."""
    random = Random(seed)  # noqa: S311 - no secrets
    while True:
        yield Plan(
            refusals=tuple(random.choices(_REFUSALS, k=random.choice((0, 0, 0, 1, 2)))),
            send_plans=tuple(_send_plan(random) for _ in range(3)),
            failing_reads=tuple(
                random.choices(("timeout", "reset", "500", "429"), k=random.choice((0, 0, 1, 3)))
            ),
            lag=random.choice((0.0, 0.0, random.uniform(0, 3))),
            skew=random.choice((0.0, random.uniform(-86_400, 86_400))),
        )


def _send_plan(random: Random) -> SendPlan:
    is_slow = random.random() < 0.5
    return SendPlan(
        response=random.choice(_RESPONSES),
        responds_after=random.uniform(0, TIMEOUT),
        arrives_after=random.choice((0.0, 0.0, random.uniform(0, 20))),
        works_for=random.uniform(0, 15) if is_slow else 0.0,
        is_lost=random.random() < 0.3,
    )


class EffectServer:
    """Server of one run."""

    def __init__(self, plan: Plan, clock: VirtualClock) -> None:
        self._plan = plan
        self._clock = clock
        self._commits: list[float] = []
        self._refusals = list(plan.refusals)
        self._send_plans = list(plan.send_plans)
        self._failing_reads = list(plan.failing_reads)
        self.sends = 0
        self.good_reads = 0

    @property
    def effects(self) -> int:
        """Return how many starts have an effect, also after the end of the call."""
        return len(self._commits)

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Respond to a request, or fail as planned."""
        response = self._start() if request.method == "POST" else self._read()
        response.headers["Date"] = formatdate(self._time(), usegmt=True)
        return response

    def _start(self) -> httpx.Response:
        self.sends += 1
        if self._refusals:
            return self._refuse(self._refusals.pop(0))
        plan = self._send_plans.pop(0)
        now = self._clock.monotonic()
        commit = now + plan.arrives_after + plan.works_for
        if not plan.is_lost:
            self._commits.append(commit)
        waits_for_commit = plan.response == "response"
        end = max(now + plan.responds_after, commit if waits_for_commit else 0.0)
        if plan.response == "timeout" or end - now > TIMEOUT or (waits_for_commit and plan.is_lost):
            self._clock.advance(TIMEOUT)
            raise httpx.ReadTimeout("slow")
        self._clock.advance(end - now)
        return self._respond(plan.response)

    def _refuse(self, refusal: str) -> httpx.Response:
        if refusal == "refused":
            raise httpx.ConnectError("refused")
        if refusal == "no pool":
            raise httpx.PoolTimeout("no free connection")
        return httpx.Response(int(refusal), headers={"Retry-After": "1"}, json=_failure())

    def _respond(self, kind: str) -> httpx.Response:
        if kind == "reset":
            raise httpx.ReadError("reset")
        if kind == "closed":
            raise httpx.RemoteProtocolError("closed")
        if kind == "HTML":
            return httpx.Response(200, text="<h1>Welcome</h1>")
        if kind == "half":
            return httpx.Response(200, text='{"success": true, "data": {"camp')
        if kind.isdigit():
            return httpx.Response(int(kind), text="<h1>Bad Gateway</h1>")
        started = {"campaign": self._campaign(), "triggered": True, "instancesCreated": 25}
        return httpx.Response(200, json=_success(started))

    def _read(self) -> httpx.Response:
        failure = self._failing_reads.pop(0) if self._failing_reads else None
        if failure == "timeout":
            self._clock.advance(TIMEOUT)
            raise httpx.ReadTimeout("slow")
        if failure == "reset":
            raise httpx.ReadError("reset")
        if failure:
            return httpx.Response(int(failure), json=_failure())
        self.good_reads += 1
        return httpx.Response(200, json=_success(self._campaign(self._plan.lag)))

    def _campaign(self, lag: float = 0.0) -> dict[str, Any]:
        """Return the campaign as it was some seconds ago."""
        moment = self._clock.monotonic() - lag
        past = [commit for commit in self._commits if commit <= moment]
        started_at = None
        if past:
            seconds = self._time() - self._clock.monotonic() + min(past)
            started_at = datetime.fromtimestamp(seconds, UTC).isoformat()
        status = "active" if past else "draft"
        return _CAMPAIGN | {"status": status, "startedAt": started_at}

    def _time(self) -> float:
        return self._clock.time() + self._plan.skew


def _success(data: object) -> dict[str, Any]:
    return {"success": True, "data": data, "error": None, "traceId": "7a"}


def _failure() -> dict[str, Any]:
    error = {"code": "SOME_CODE", "message": "No.", "details": None}
    return {"success": False, "data": None, "error": error, "traceId": "7a"}
