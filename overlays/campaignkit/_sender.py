"""Sends a call and hands back its payload, or raises.

What is to be done comes from `retry_steps`; here it is done, once blocking and once for asyncio.
"""

import time
from operator import attrgetter
from typing import Any, Generic, Self, TypeVar

import httpx
from campaignkit_runtime.cancellation import current_scope
from campaignkit_runtime.clock import Clock
from campaignkit_runtime.copying import ConnectionBound
from campaignkit_runtime.operations import Call
from campaignkit_runtime.protocols import RawResponse

from ._deadline import Deadline
from ._envelope import (
    Answer,
    Received,
    about,
    closed_meanwhile,
    named,
    no_answer,
    too_large,
    unwrap,
)
from ._errors import (
    BatchError,
    CallCancelledError,
    CampaignKitError,
    ConfigurationError,
    facts_of,
)
from ._http import let_go
from ._line import H, Line, Loop
from ._options import Options
from ._retry_loop import Attempt, Pause, Result, RetrySteps, log_attempt, retry_steps

T = TypeVar("T")

# How much later than its own timeouts a call is cancelled: these say better what it waited for.
_GRACE = 0.02


class _Sending(ConnectionBound, Generic[H]):
    """What both senders are made of."""

    failed = staticmethod(BatchError.of)

    def __init__(
        self, line: Line[H], options: Options, clock: Clock, loop: Loop | None = None
    ) -> None:
        self._line: Line[H] = line
        self._options = options
        self._clock = clock
        self._loop = loop
        self.sizes = line.sizes
        self._limiters = tuple(each for each in (options.limiter, line.limiter) if each)
        self._shared: Deadline | None = None  # of all calls, where they have one between them

    def sharing_deadline(self, deadline: float | None = None) -> Self:
        """The same for calls that have one deadline between them, from now on."""
        own = {} if deadline is None else {"deadline": deadline}
        timer = Deadline(self._clock, self._options.changed(own).deadline)
        twin = object.__new__(type(self))
        vars(twin).update(vars(self))
        twin._shared = min(timer, self._shared or timer, key=attrgetter("end"))
        return twin

    def _deadline(self) -> Deadline:
        return self._shared or Deadline(self._clock, self._options.deadline)

    def _steps(self, call: Call[Any]) -> RetrySteps:
        return retry_steps(call, self._options.policy, self._deadline(), self._limiters)

    def _prepare(self, step: Attempt) -> "tuple[H, httpx.Request, httpx.Auth, Body]":
        known, taken = self._options.headers, step.call.operation.headers
        call = step.call.with_headers({name: known[name] for name in known if name in taken})
        http, request, auth = self._line.prepare(call)
        self._options.limit(request, step.seconds)
        return http, request, auth, Body(request, self._options.max_response_bytes)

    def _unwrap(self, step: Attempt, response: httpx.Response, body: "Body") -> Result:
        let_go(response)
        received = Received(response.status_code, response.headers, body.content())
        return unwrap(step.call, received, self._clock.time())


class TooLargeError(Exception):
    """There is more of an answer than may be read."""


class Body:
    """The body of an answer as it comes in."""

    def __init__(self, request: httpx.Request, most: int) -> None:
        self._until: float | None = request.extensions.get("deadline")
        self._left = most
        self._parts: list[bytes] = []

    def take(self, part: bytes) -> None:
        """Keep a part; a TooLargeError where it is too much by now."""
        if self._until is not None and time.monotonic() > self._until:
            raise httpx.ReadTimeout("the answer came too slowly")
        self._parts.append(part)
        self._left -= len(part)
        if self._left < 0:
            raise TooLargeError

    def content(self) -> bytes:
        """All of it."""
        return self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)


def _raise_if_cancelled(call: Call[Any], failure: CampaignKitError | None) -> None:
    """Raise a CallCancelledError if the caller has left the fan-out that the call is part of."""
    scope = current_scope()
    if scope is not None and scope.is_cancelled:
        message = f"{named(call)}: not sent, because its results are no longer wanted."
        facts = facts_of(failure) if failure else about(call)
        raise CallCancelledError(message, **facts) from failure


def _failure_of(
    call: Call[Any], step: Attempt | Pause, result: Result | None
) -> CampaignKitError | None:
    """Return the failure of an attempt of the call itself, not that of a read which verifies it."""
    is_own = isinstance(step, Attempt) and step.call.operation is call.operation
    return result if is_own and isinstance(result, CampaignKitError) else None


class Sender(_Sending[httpx.Client]):
    """Sends through an httpx client."""

    def __call__(self, call: Call[T], /) -> T:
        """The payload of the answer."""
        return self._answer(call).payload

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The answer as it came, with its payload."""
        return self._answer(call).raw()

    def pause(self, seconds: float, /) -> None:
        """Wait between two calls, less where the deadline comes nearer."""
        self._clock.sleep(self._deadline().clamp_wait(seconds))

    def _answer(self, call: Call[T]) -> Answer[T]:
        steps = self._steps(call)
        result: Result | None = None
        failure: CampaignKitError | None = None
        try:
            while True:
                step = steps.send(result)
                _raise_if_cancelled(call, failure)
                result = self._do(step)
                failure = _failure_of(call, step, result) or failure
        except StopIteration as end:
            result = end.value
        if isinstance(result, CampaignKitError):
            raise result
        return result

    def _do(self, step: Attempt | Pause) -> Result | None:
        if isinstance(step, Pause):
            self._clock.sleep(step.seconds)
            return None
        began = self._clock.monotonic()
        result = self._attempt(step)
        log_attempt(step, result, self._clock.monotonic() - began)
        return result

    def _attempt(self, step: Attempt) -> Result:
        try:
            http, request, auth, body = self._prepare(step)
        except ConfigurationError as error:
            return error
        try:
            # A redirect is never followed: the key would go where it points.
            response = http.send(request, auth=auth, follow_redirects=False, stream=True)
            try:
                for part in response.iter_bytes():
                    body.take(part)
            finally:
                response.close()
        except httpx.HTTPError as error:
            return no_answer(step.call, error)
        except TooLargeError:
            return too_large(step.call, response.status_code, self._options.max_response_bytes)
        except RuntimeError:
            if not http.is_closed:
                raise
            return closed_meanwhile(step.call)
        return self._unwrap(step, response, body)


class AsyncSender(_Sending[httpx.AsyncClient]):
    """Sends through an httpx client, for asyncio."""

    async def __call__(self, call: Call[T], /) -> T:
        """The payload of the answer."""
        return (await self._answer(call)).payload

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The answer as it came, with its payload."""
        return (await self._answer(call)).raw()

    async def pause(self, seconds: float, /) -> None:
        """Wait between two calls, less where the deadline comes nearer."""
        await self._clock.sleep_async(self._deadline().clamp_wait(seconds))

    async def _answer(self, call: Call[T]) -> Answer[T]:
        steps = self._steps(call)
        result: Result | None = None
        failure: CampaignKitError | None = None
        try:
            while True:
                step = steps.send(result)
                _raise_if_cancelled(call, failure)
                result = await self._do(step)
                failure = _failure_of(call, step, result) or failure
        except StopIteration as end:
            result = end.value
        if isinstance(result, CampaignKitError):
            raise result
        return result

    async def _do(self, step: Attempt | Pause) -> Result | None:
        if isinstance(step, Pause):
            await self._clock.sleep_async(step.seconds)
            return None
        began = self._clock.monotonic()
        result = await self._attempt_in_time(step)
        log_attempt(step, result, self._clock.monotonic() - began)
        return result

    async def _attempt_in_time(self, step: Attempt) -> Result:
        if step.seconds is None:
            return await self._attempt(step)
        import anyio  # as httpx does, for async calls only

        with anyio.move_on_after(step.seconds + _GRACE):
            return await self._attempt(step)
        return no_answer(step.call, httpx.ReadTimeout("the answer came too slowly"))

    async def _attempt(self, step: Attempt) -> Result:
        try:
            if self._loop:
                self._loop.check()
            http, request, auth, body = self._prepare(step)
        except ConfigurationError as error:
            return error
        try:
            response = await http.send(request, auth=auth, follow_redirects=False, stream=True)
            try:
                async for part in response.aiter_bytes():
                    body.take(part)
            finally:
                await response.aclose()
        except httpx.HTTPError as error:
            return no_answer(step.call, error)
        except TooLargeError:
            return too_large(step.call, response.status_code, self._options.max_response_bytes)
        except RuntimeError:
            if not http.is_closed:
                raise
            return closed_meanwhile(step.call)
        return self._unwrap(step, response, body)
