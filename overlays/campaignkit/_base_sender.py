"""Base of the senders: the parts of a call that do not wait."""

import sys
from abc import abstractmethod
from http import HTTPStatus
from operator import attrgetter
from typing import Any, Self, TypeVar

from campaignkit_runtime.cancellation import current_scope
from campaignkit_runtime.clock import Clock
from campaignkit_runtime.copying import ConnectionBound
from campaignkit_runtime.operations import Call

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
)
from ._headers import without_duplicates
from ._http_client import CarrierHandle, EventLoopGuard
from ._options import Options
from ._response_body import ContentCodingError, ResponseReader, ResponseTooLargeError
from ._response_errors import describe_call, error_context
from ._response_types import BufferedResponse
from ._responses import unwrap
from ._retry_loop import retry_steps
from ._retry_steps import Attempt, Pause, Result, RetrySteps

T = TypeVar("T")

_TELEMETRY = "opentelemetry.trace"
_UNAUTHORIZED = HTTPStatus.UNAUTHORIZED.value

AnyExchange = Any
"""An `Exchange`, or one of the direct lane, which is loaded by the first call."""


class BaseSender(ConnectionBound):
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
        self._asks_for_keys = handle.has_key_sources
        self._policy = options.policy._replace(renews_key=self._asks_for_keys)
        self._clock = clock
        self._loop = loop
        self._has_headers = bool(options.headers or options.header_options)
        self.batch_size_limits = handle.batch_size_limits
        self._limiters = tuple(filter(None, (options.limiter, handle.limiter)))
        # Calls can share a deadline, or none.
        self._shared_deadline = Deadline(clock, None) if options.deadline is None else None

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
        steps = retry_steps(call, self._policy, self._deadline(), self._limiters)
        if self._options.on_attempt is None and _TELEMETRY not in sys.modules:
            return steps
        from ._observation import observe  # few programs need it

        return observe(steps, call, self._handle.config, self._options, self._clock)

    def _begin(self, step: Attempt, *, is_strict: bool) -> AnyExchange | CampaignKitError:
        options = self._options
        on_bad_item = "raise" if is_strict else options.on_bad_item
        try:
            call = step.call
            if self._has_headers:
                own = options.headers_for(call.operation)
                call = call.with_headers(without_duplicates(own, call.options.get("headers", {})))
            if "content" in call.options:
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
        result = unwrap(call, received, self._clock.time, exchange.auth, exchange.on_bad_item)
        if status == _UNAUTHORIZED:  # after the error was made, which must not show them
            for key in exchange.auth.keys:
                key.forget()
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


def raise_if_cancelled(call: Call[Any], failure: CampaignKitError | None) -> None:
    """Raise CallCancelledError if the caller has left the fan-out to which the call belongs."""
    scope = current_scope()
    if scope is not None and scope.is_cancelled:
        message = f"{describe_call(call)}: not sent, because the caller has left its fan-out."
        fields = error_fields(failure) if failure else error_context(call)
        raise CallCancelledError(message, **fields) from failure


def is_verifying(call: Call[Any], step: Attempt | Pause) -> bool:
    """Return True if a step reads the state after the call; such a read must see every item."""
    return isinstance(step, Attempt) and step.call.operation is not call.operation


def failure_of(
    call: Call[Any], step: Attempt | Pause, failure: CampaignKitError
) -> CampaignKitError | None:
    """Return the failure of a step, unless the step reads the state after the call."""
    return None if is_verifying(call, step) else failure
