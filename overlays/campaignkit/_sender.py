"""Senders of calls, blocking and for asyncio.

`retry_steps` decides each step of a call; a sender executes the steps.
"""

from contextlib import suppress
from logging import DEBUG
from typing import Any, TypeVar

import httpx
from campaignkit_runtime import protocols
from campaignkit_runtime.contents import ContentStream
from campaignkit_runtime.operations import Call
from campaignkit_runtime.protocols import RawResponse

from ._base_sender import AnyExchange, BaseSender, failure_of, is_verifying, raise_if_cancelled
from ._exceptions import CampaignKitError
from ._exchange import hand_over, hand_over_async, read, read_async, receive, receive_async
from ._key_sources import ask_keys, ask_keys_async
from ._response_types import DecodedResponse
from ._results import payload_of, raw_response_of
from ._retry_steps import Attempt, Pause, Result, log_attempt, logger
from ._token_requests import authorize, authorize_async

T = TypeVar("T")

# Seconds between the timeouts of a call and its cancellation: the error of a timeout is clearer.
_CANCEL_GRACE = 0.02


class Sender(BaseSender, protocols.Sender):
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
                raise_if_cancelled(call, failure)
                result = self._perform(step, is_strict=is_verifying(call, step))
                if isinstance(result, CampaignKitError):
                    failure = failure_of(call, step, result) or failure
        except StopIteration as end:
            result = end.value
        except BaseException:
            steps.close()  # now, because the traceback keeps it
            raise
        return result

    def _perform(self, step: Attempt | Pause, *, is_strict: bool) -> Result | None:
        if isinstance(step, Pause):
            self._clock.sleep(step.seconds)
            return None
        if not logger.isEnabledFor(DEBUG):
            return self._attempt(step, is_strict=is_strict)
        start = self._clock.monotonic()
        result = self._attempt(step, is_strict=is_strict)
        log_attempt(step, result, self._clock.monotonic() - start)
        return result

    def _attempt(self, step: Attempt, *, is_strict: bool) -> Result:
        if self._asks_for_keys and (failure := self._ask_keys(step)):
            return failure
        exchange = self._begin(step, is_strict=is_strict)
        if isinstance(exchange, CampaignKitError):
            return exchange
        if exchange.auth.has_tokens:
            is_shared = self._handle.has_external_connections
            if failure := authorize(exchange, self._clock, step.seconds, is_shared=is_shared):
                return failure
        return self._result(exchange, self._send(exchange))

    def _ask_keys(self, step: Attempt) -> CampaignKitError | None:
        """Ask for the keys of a call before its first attempt, and after a 401."""
        if step.number > 1 and not step.renews_key:
            return None
        try:
            auth = self._handle.auth(step.call)
        except CampaignKitError as error:
            return error
        return ask_keys(step.call, auth, step.seconds)

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


class AsyncSender(BaseSender, protocols.AsyncSender):
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
                raise_if_cancelled(call, failure)
                result = await self._perform(step, is_strict=is_verifying(call, step))
                if isinstance(result, CampaignKitError):
                    failure = failure_of(call, step, result) or failure
        except StopIteration as end:
            result = end.value
        except BaseException:
            steps.close()  # now, because the traceback keeps it
            raise
        return result

    async def _perform(self, step: Attempt | Pause, *, is_strict: bool) -> Result | None:
        if isinstance(step, Pause):
            await self._clock.sleep_async(step.seconds)
            return None
        if not logger.isEnabledFor(DEBUG):
            return await self._attempt(step, is_strict=is_strict)
        start = self._clock.monotonic()
        result = await self._attempt(step, is_strict=is_strict)
        log_attempt(step, result, self._clock.monotonic() - start)
        return result

    async def _attempt(self, step: Attempt, *, is_strict: bool) -> Result:
        if self._asks_for_keys and (failure := await self._ask_keys(step)):
            return failure
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

    async def _ask_keys(self, step: Attempt) -> CampaignKitError | None:
        """Ask for the keys of a call before its first attempt, and after a 401."""
        if step.number > 1 and not step.renews_key:
            return None
        try:
            auth = self._handle.auth(step.call)
        except CampaignKitError as error:
            return error
        return await ask_keys_async(step.call, auth, step.seconds)

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
