"""Sends a call and hands back its payload, or raises.

What is to be done comes from `retry_steps`; here it is done, once blocking and once for asyncio.
"""

from abc import abstractmethod
from contextlib import suppress
from operator import attrgetter
from typing import Any, Generic, Self, TypeVar

import httpx
from campaignkit_runtime.cancellation import current_scope
from campaignkit_runtime.clock import Clock
from campaignkit_runtime.contents import ContentStream
from campaignkit_runtime.copying import ConnectionBound
from campaignkit_runtime.operations import Call
from campaignkit_runtime.protocols import RawResponse

from ._connection_errors import (
    body_error,
    client_closed_error,
    connection_error,
    hook_error,
    safe_cause,
)
from ._deadline import Deadline
from ._exceptions import (
    BatchError,
    CallCancelledError,
    CampaignKitError,
    ResponseDecodeError,
    error_fields,
)
from ._exchange import (
    Exchange,
    hand_over,
    hand_over_async,
    read,
    read_async,
    receive,
    receive_async,
)
from ._http_client import EventLoopGuard, HttpClientHandle, HttpClientT
from ._options import Options
from ._response_body import ContentCodingError, ResponseReader, ResponseTooLargeError
from ._responses import BufferedResponse, DecodedResponse, describe_call, error_context, unwrap
from ._retry_loop import Attempt, Pause, Result, RetrySteps, log_attempt, retry_steps

T = TypeVar("T")

# How much later than its own timeouts a call is cancelled: these say better what it waited for.
_CANCEL_GRACE = 0.02


class _BaseSender(ConnectionBound, Generic[HttpClientT]):
    """Base of the sync and the async sender."""

    make_batch_error = staticmethod(BatchError.from_failures)

    def __init__(
        self,
        handle: HttpClientHandle[HttpClientT],
        options: Options,
        clock: Clock,
        loop: EventLoopGuard | None = None,
    ) -> None:
        self._handle: HttpClientHandle[HttpClientT] = handle
        self._options = options
        self._clock = clock
        self._loop = loop
        self.batch_size_limits = handle.batch_size_limits
        self._limiters = tuple(filter(None, (options.limiter, handle.limiter)))
        self._shared_deadline: Deadline | None = (
            None  # of all calls, where they have one between them
        )

    def with_shared_deadline(self, deadline: float | None = None) -> Self:
        """Return a sender whose calls share one deadline that starts now."""
        own = {} if deadline is None else {"deadline": deadline}
        timer = Deadline(self._clock, self._options.with_changes(own).deadline)
        sender = object.__new__(type(self))
        vars(sender).update(vars(self))
        sender._shared_deadline = min(timer, self._shared_deadline or timer, key=attrgetter("end"))
        return sender

    def _deadline(self) -> Deadline:
        return self._shared_deadline or Deadline(self._clock, self._options.deadline)

    def _steps(self, call: Call[Any]) -> RetrySteps:
        return retry_steps(call, self._options.policy, self._deadline(), self._limiters)

    def _begin(self, step: Attempt, *, is_strict: bool) -> Exchange[HttpClientT] | CampaignKitError:
        try:
            call = step.call.with_headers(self._options.headers_for(step.call.operation))
            call = self._with_stream(call)
            if self._loop:
                self._loop.check()
            http, request, auth = self._handle.prepare(call)
        except CampaignKitError as error:
            return error
        self._options.apply_timeouts(request, step.seconds)
        until: float | None = request.extensions.get("deadline")
        reader = ResponseReader(self._options.max_response_bytes, until)
        is_external = self._handle.is_external
        return Exchange(
            *(call, http, request, auth, reader),
            is_external=is_external,
            on_bad_item="raise" if is_strict else self._options.on_bad_item,
        )

    @staticmethod
    @abstractmethod
    def _with_stream(call: Call[Any]) -> Call[Any]:
        """Return the call with a body of parts as httpx takes it."""

    def _result(self, exchange: Exchange[HttpClientT], failure: Exception | None) -> Result:
        """Return the result of an exchange: a response counts, also if a hook failed after it."""
        exchange.close()
        call, status = exchange.call, exchange.status_code
        # What has arrived of a refusal says enough.
        if status is None or not (exchange.is_complete or status >= 300):
            assert failure is not None  # noqa: S101 - without one, a response is complete
            return self._no_response(exchange, failure)
        received = BufferedResponse(status, exchange.headers, exchange.reader.content())
        secrets = exchange.auth.secrets
        result = unwrap(call, received, self._clock.time(), secrets, exchange.on_bad_item)
        if failure is None:
            return result
        if isinstance(result, CampaignKitError):
            result.__cause__ = safe_cause(failure)
            return result
        return hook_error(call, failure, status)

    def _no_response(self, exchange: Exchange[HttpClientT], failure: Exception) -> CampaignKitError:
        call, status = exchange.call, exchange.status_code
        if isinstance(failure, RuntimeError) and exchange.is_closed:
            return client_closed_error(call, failure)
        if not exchange.is_handed_over:
            return hook_error(call, failure, None)
        if status is not None and isinstance(failure, ContentCodingError | ResponseTooLargeError):
            return body_error(call, status, failure, self._options.max_response_bytes)
        # Our own transports tell whether a byte was written; another one may have sent all of it.
        is_sent: bool = exchange.request.extensions.get("is_sent", True)
        return connection_error(call, failure, self._handle.origin, is_sent=is_sent)


def _raise_if_cancelled(call: Call[Any], failure: CampaignKitError | None) -> None:
    """Raise a CallCancelledError if the caller has left the fan-out that the call is part of."""
    scope = current_scope()
    if scope is not None and scope.is_cancelled:
        message = f"{describe_call(call)}: not sent, because the caller has left its fan-out."
        facts = error_fields(failure) if failure else error_context(call)
        raise CallCancelledError(message, **facts) from failure


def _is_verifying(call: Call[Any], step: Attempt | Pause) -> bool:
    """Return whether a step reads the state after the call: such a read must see every item."""
    return isinstance(step, Attempt) and step.call.operation is not call.operation


def _failure_of(
    call: Call[Any], step: Attempt | Pause, result: Result | None
) -> CampaignKitError | None:
    """Return the failure of an attempt of the call itself, not that of a read which verifies it."""
    is_explicit = isinstance(step, Attempt) and step.call.operation is call.operation
    return result if is_explicit and isinstance(result, CampaignKitError) else None


class Sender(_BaseSender[httpx.Client]):
    """Sender of calls through an httpx client."""

    @staticmethod
    def _with_stream(call: Call[Any]) -> Call[Any]:
        content = call.options.get("content")
        if not isinstance(content, ContentStream):
            return call
        return call.with_options(content=content.parts())

    def __call__(self, call: Call[T], /) -> T:
        """Return the payload of the response."""
        result = self._run(call)
        if isinstance(result, CampaignKitError):
            raise result
        return result.payload

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """Return the response as it arrived, with its payload or the error of its body."""
        result = self._run(call)
        if not isinstance(result, CampaignKitError):
            return result.raw()
        raw = result.to_raw() if isinstance(result, ResponseDecodeError) else None
        if raw is None:
            raise result
        return raw

    def pause(self, seconds: float, /) -> None:
        """Wait between two calls, less if the deadline comes first."""
        self._clock.sleep(self._deadline().clamp_wait(seconds))

    def _run(self, call: Call[T]) -> DecodedResponse[T] | CampaignKitError:
        steps = self._steps(call)
        result: Result | None = None
        failure: CampaignKitError | None = None
        try:
            while True:
                step = steps.send(result)
                _raise_if_cancelled(call, failure)
                result = self._perform(step, is_strict=_is_verifying(call, step))
                failure = _failure_of(call, step, result) or failure
        except StopIteration as end:
            result = end.value
        return result

    def _perform(self, step: Attempt | Pause, *, is_strict: bool) -> Result | None:
        if isinstance(step, Pause):
            self._clock.sleep(step.seconds)
            return None
        began = self._clock.monotonic()
        result = self._attempt(step, is_strict=is_strict)
        log_attempt(step, result, self._clock.monotonic() - began)
        return result

    def _attempt(self, step: Attempt, *, is_strict: bool) -> Result:
        exchange = self._begin(step, is_strict=is_strict)
        if isinstance(exchange, CampaignKitError):
            return exchange
        return self._result(exchange, self._send(exchange))

    def _send(self, exchange: Exchange[httpx.Client]) -> Exception | None:
        """Send the request and read the response; return the exception, if one was raised."""
        request, auth = exchange.request, exchange.auth
        try:
            http = exchange.client(receive, hand_over)
            # A redirect is never followed: the key would go where it points.
            response = http.send(request, auth=auth, follow_redirects=False, stream=True)
            if exchange.status_code is None:
                read(exchange, response)
        except Exception as error:  # of the library, a transport or a hook
            if (lost := exchange.response_of(error)) is not None:
                with suppress(Exception):
                    read(exchange, lost)
            return error
        return None


class AsyncSender(_BaseSender[httpx.AsyncClient]):
    """Sender of calls through an httpx client, for asyncio."""

    @staticmethod
    def _with_stream(call: Call[Any]) -> Call[Any]:
        content = call.options.get("content")
        if not isinstance(content, ContentStream):
            return call
        return call.with_options(content=content.parts_async())

    async def __call__(self, call: Call[T], /) -> T:
        """Return the payload of the response."""
        result = await self._run(call)
        if isinstance(result, CampaignKitError):
            raise result
        return result.payload

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """Return the response as it arrived, with its payload or the error of its body."""
        result = await self._run(call)
        if not isinstance(result, CampaignKitError):
            return result.raw()
        raw = result.to_raw() if isinstance(result, ResponseDecodeError) else None
        if raw is None:
            raise result
        return raw

    async def pause(self, seconds: float, /) -> None:
        """Wait between two calls, less if the deadline comes first."""
        await self._clock.sleep_async(self._deadline().clamp_wait(seconds))

    async def _run(self, call: Call[T]) -> DecodedResponse[T] | CampaignKitError:
        steps = self._steps(call)
        result: Result | None = None
        failure: CampaignKitError | None = None
        try:
            while True:
                step = steps.send(result)
                _raise_if_cancelled(call, failure)
                result = await self._perform(step, is_strict=_is_verifying(call, step))
                failure = _failure_of(call, step, result) or failure
        except StopIteration as end:
            result = end.value
        return result

    async def _perform(self, step: Attempt | Pause, *, is_strict: bool) -> Result | None:
        if isinstance(step, Pause):
            await self._clock.sleep_async(step.seconds)
            return None
        began = self._clock.monotonic()
        result = await self._attempt(step, is_strict=is_strict)
        log_attempt(step, result, self._clock.monotonic() - began)
        return result

    async def _attempt(self, step: Attempt, *, is_strict: bool) -> Result:
        exchange = self._begin(step, is_strict=is_strict)
        if isinstance(exchange, CampaignKitError):
            return exchange
        if step.seconds is None:
            return self._result(exchange, await self._send(exchange))
        import anyio  # as httpx does, for async calls only

        with anyio.move_on_after(step.seconds + _CANCEL_GRACE):
            return self._result(exchange, await self._send(exchange))
        return self._result(exchange, _timed_out(exchange.request))

    async def _send(self, exchange: Exchange[httpx.AsyncClient]) -> Exception | None:
        """Send the request and read the response; return the exception, if one was raised."""
        request, auth = exchange.request, exchange.auth
        try:
            http = exchange.client(receive_async, hand_over_async)
            response = await http.send(request, auth=auth, follow_redirects=False, stream=True)
            if exchange.status_code is None:
                await read_async(exchange, response)
        except Exception as error:
            if (lost := exchange.response_of(error)) is not None:
                with suppress(Exception):
                    await read_async(exchange, lost)
            return error
        return None


def _timed_out(request: httpx.Request) -> httpx.TimeoutException:
    """Return the error for a request that was cancelled at its deadline."""
    # Our own transport tells if a byte was written; another one may have sent all of it.
    if request.extensions.get("is_sent", True):
        return httpx.ReadTimeout("the response came too slowly")
    return httpx.ConnectTimeout("the deadline came before there was a connection")
