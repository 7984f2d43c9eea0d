"""Senders of calls, blocking and for asyncio.

`retry_steps` decides each step of a call; a sender executes the steps.
"""

from abc import abstractmethod
from contextlib import suppress
from http import HTTPStatus
from operator import attrgetter
from typing import Any, Self, TypeVar

import httpx
from campaignkit_runtime import protocols
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
    request_error,
    safe_cause,
)
from ._deadline import Deadline
from ._exceptions import (
    BatchError,
    CallCancelledError,
    CampaignKitError,
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
from ._http_client import CarrierHandle, EventLoopGuard
from ._options import Options
from ._response_body import ContentCodingError, ResponseReader, ResponseTooLargeError
from ._response_errors import describe_call, error_context
from ._response_types import BufferedResponse, DecodedResponse
from ._responses import unwrap
from ._results import payload_of, raw_response_of
from ._retry_loop import Attempt, Pause, Result, RetrySteps, log_attempt, retry_steps
from ._token_requests import authorize, authorize_async

T = TypeVar("T")

AnyExchange = Any
"""An `Exchange`, or one of the direct lane, which is loaded by the first call."""

# Seconds between the timeouts of a call and its cancellation: the error of a timeout is clearer.
_CANCEL_GRACE = 0.02


class _BaseSender(ConnectionBound):
    """Base of the sync and the async sender."""

    make_batch_error = staticmethod(BatchError.from_failures)

    def __init__(
        self,
        handle: CarrierHandle[Any],
        options: Options,
        clock: Clock,
        loop: EventLoopGuard | None = None,
    ) -> None:
        self._handle: CarrierHandle[Any] = handle
        self._options = options
        self._clock = clock
        self._loop = loop
        self.batch_size_limits = handle.batch_size_limits
        self._limiters = tuple(filter(None, (options.limiter, handle.limiter)))
        self._shared_deadline: Deadline | None = None  # set if all calls share one

    def with_shared_deadline(self, deadline: float | None = None) -> Self:
        """Return a sender whose calls share one deadline that starts now."""
        own = {} if deadline is None else {"deadline": deadline}
        timer = Deadline(self._clock, self._options.with_changes(own).deadline)
        sender = object.__new__(type(self))
        vars(sender).update(vars(self))
        sender._shared_deadline = min(timer, self._shared_deadline or timer, key=attrgetter("end"))
        return sender

    def reserve(self, calls: int, /) -> None:
        """Let that many calls be under way at once, each on a connection."""
        self._handle.reserve(calls)

    def _deadline(self) -> Deadline:
        return self._shared_deadline or Deadline(self._clock, self._options.deadline)

    def _steps(self, call: Call[Any]) -> RetrySteps:
        return retry_steps(call, self._options.policy, self._deadline(), self._limiters)

    def _begin(self, step: Attempt, *, is_strict: bool) -> AnyExchange | CampaignKitError:
        options = self._options
        on_bad_item = "raise" if is_strict else options.on_bad_item
        try:
            call = step.call.with_headers(options.headers_for(step.call.operation))
            call = self._with_stream(call)
            if self._loop:
                self._loop.check()
            carrier, auth = self._handle.prepare(call)
            lane = carrier.lane(call, auth)
            http = None if lane == "direct" else carrier.client(lane)
        except CampaignKitError as error:
            return error
        try:
            if http is None:
                return carrier.begin(call, auth, options, step.seconds, on_bad_item)
            request = carrier.build_request(http, call)
        except Exception as error:  # of any class, from inside httpx; nothing was sent
            return request_error(call, error)
        options.apply_timeouts(request, step.seconds)
        reader = ResponseReader(options.max_response_bytes, request.extensions.get("deadline"))
        is_external = self._handle.is_external
        return Exchange(
            *(call, http, request, auth, reader),
            is_external=is_external,
            on_bad_item=on_bad_item,
        )

    @staticmethod
    @abstractmethod
    def _with_stream(call: Call[Any]) -> Call[Any]:
        """Return the call with a body of parts as httpx takes it."""

    def _result(self, exchange: AnyExchange, failure: Exception | None) -> Result:
        """Return the result of an exchange: its response, even if a hook failed after it."""
        exchange.close()
        call, status = exchange.call, exchange.status_code
        # An error response is used even if its body is incomplete.
        if status is None or not (exchange.is_complete or status >= 300):
            assert failure is not None  # noqa: S101 - without one, a response is complete
            return self._no_response(exchange, failure)
        received = BufferedResponse(status, exchange.headers, exchange.reader.content())
        secrets = exchange.auth.secrets
        if status == HTTPStatus.UNAUTHORIZED:
            for key in exchange.auth.keys:
                key.forget()
        result = unwrap(call, received, self._clock.time(), secrets, exchange.on_bad_item)
        if failure is None:
            return result
        if isinstance(result, CampaignKitError):
            result.__cause__ = safe_cause(failure)
            return result
        return hook_error(call, failure, status)

    def _no_response(self, exchange: AnyExchange, failure: Exception) -> CampaignKitError:
        call, status = exchange.call, exchange.status_code
        if isinstance(failure, RuntimeError) and exchange.is_closed:
            return client_closed_error(call, failure)
        if not exchange.is_handed_over:
            return hook_error(call, failure, None)
        if status is not None and isinstance(failure, ContentCodingError | ResponseTooLargeError):
            return body_error(call, status, failure, self._options.max_response_bytes)
        origin = self._handle.origin
        return connection_error(call, failure, origin, is_sent=exchange.is_sent)


def _raise_if_cancelled(call: Call[Any], failure: CampaignKitError | None) -> None:
    """Raise CallCancelledError if the caller has left the fan-out to which the call belongs."""
    scope = current_scope()
    if scope is not None and scope.is_cancelled:
        message = f"{describe_call(call)}: not sent, because the caller has left its fan-out."
        fields = error_fields(failure) if failure else error_context(call)
        raise CallCancelledError(message, **fields) from failure


def _is_verifying(call: Call[Any], step: Attempt | Pause) -> bool:
    """Return True if a step reads the state after the call; such a read must see every item."""
    return isinstance(step, Attempt) and step.call.operation is not call.operation


def _failure_of(
    call: Call[Any], step: Attempt | Pause, result: Result | None
) -> CampaignKitError | None:
    """Return the failure of an attempt of the call itself, not of a read of the state."""
    is_own = isinstance(step, Attempt) and step.call.operation is call.operation
    return result if is_own and isinstance(result, CampaignKitError) else None


class Sender(_BaseSender, protocols.Sender):
    """Sender of calls through an httpx client."""

    @staticmethod
    def _with_stream(call: Call[Any]) -> Call[Any]:
        content = call.options.get("content")
        if not isinstance(content, ContentStream):
            return call
        return call.with_options(content=content.parts())

    def __call__(self, call: Call[T], /) -> T:
        """Return the payload of the response."""
        return payload_of(self._run(call))

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """Return the response as it arrived, with its payload or the error of its body."""
        return raw_response_of(self._run(call))

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
        start = self._clock.monotonic()
        result = self._attempt(step, is_strict=is_strict)
        log_attempt(step, result, self._clock.monotonic() - start)
        return result

    def _attempt(self, step: Attempt, *, is_strict: bool) -> Result:
        exchange = self._begin(step, is_strict=is_strict)
        if isinstance(exchange, CampaignKitError):
            return exchange
        if exchange.auth.has_tokens:
            is_shared = self._handle.has_external_connections
            if failure := authorize(exchange, self._clock, step.seconds, is_shared=is_shared):
                return failure
        return self._result(exchange, self._send(exchange))

    def _send(self, exchange: AnyExchange) -> Exception | None:
        """Send the request and read the response; return the exception, if one was raised."""
        if exchange.is_direct:
            failure: Exception | None = exchange.send()
            return failure
        request, auth = exchange.request, exchange.auth
        try:
            http = exchange.client(receive, hand_over)
            # A redirect is never followed, because the key would be sent to its target.
            response = http.send(request, auth=auth, follow_redirects=False, stream=True)
            if exchange.status_code is None:
                read(exchange, response)
        except Exception as error:  # of httpx, a transport or a hook
            if (lost := exchange.response_of(error)) is not None:
                with suppress(Exception):
                    read(exchange, lost)
            return error
        return None


class AsyncSender(_BaseSender, protocols.AsyncSender):
    """Sender of calls through an httpx client, for asyncio."""

    @staticmethod
    def _with_stream(call: Call[Any]) -> Call[Any]:
        content = call.options.get("content")
        if not isinstance(content, ContentStream):
            return call
        return call.with_options(content=content.parts_async())

    async def __call__(self, call: Call[T], /) -> T:
        """Return the payload of the response."""
        return payload_of(await self._run(call))

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """Return the response as it arrived, with its payload or the error of its body."""
        return raw_response_of(await self._run(call))

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
        start = self._clock.monotonic()
        result = await self._attempt(step, is_strict=is_strict)
        log_attempt(step, result, self._clock.monotonic() - start)
        return result

    async def _attempt(self, step: Attempt, *, is_strict: bool) -> Result:
        exchange = self._begin(step, is_strict=is_strict)
        if isinstance(exchange, CampaignKitError):
            return exchange
        if step.seconds is None:
            return await self._authorized_result(exchange)
        import anyio  # as httpx does, for async calls only

        with anyio.move_on_after(step.seconds + _CANCEL_GRACE):
            return await self._authorized_result(exchange)
        return self._result(exchange, _timed_out(exchange))

    async def _authorized_result(self, exchange: AnyExchange) -> Result:
        if exchange.auth.has_tokens:
            exchange.request.extensions["is_sent"] = False  # if the deadline ends this wait
            is_shared = self._handle.has_external_connections
            if failure := await authorize_async(exchange, self._clock, is_shared=is_shared):
                return failure
            del exchange.request.extensions["is_sent"]
        return self._result(exchange, await self._send(exchange))

    async def _send(self, exchange: AnyExchange) -> Exception | None:
        """Send the request and read the response; return the exception, if one was raised."""
        if exchange.is_direct:
            failure: Exception | None = await exchange.send()
            return failure
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


def _timed_out(exchange: AnyExchange) -> httpx.TimeoutException:
    """Return the error for a request that was cancelled at its deadline."""
    if exchange.is_sent:
        return httpx.ReadTimeout("the response came too slowly")
    return httpx.ConnectTimeout("the deadline came before there was a connection")
