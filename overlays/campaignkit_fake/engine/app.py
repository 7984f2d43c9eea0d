"""Application: handling of requests, as a WSGI app, an httpx transport and a server."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from itertools import count
from math import inf
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
from werkzeug import Request, Response
from werkzeug.http import http_date

from .clock import VirtualClock
from .context import Context, Replay, Rule, Store
from .control import PREFIX, control
from .errors import ApiError, error_body
from .faults import ConnectionDropped, Faults
from .http_server import serve
from .idempotency import IDEMPOTENCY_KEY, IdempotencyScope, IdempotencyStore
from .ids import make_id
from .keys import KEYS
from .rate_limit import RateLimiter
from .request_parsing import raw_path
from .responses import ApiResponse, empty_response, json_response, success_body
from .spec import Operation, Spec, vendor_of
from .transport import IN_PROCESS, make_transport
from .types import JSON, Arguments, Vendor

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_logger = logging.getLogger("campaignkit_fake")


class App:
    """Server of a spec by rules: a WSGI app, an httpx transport and an HTTP server over one state.

    Args:
        spec: Operations to serve.
        rules: Rule of each operation; an operation without a rule gets a 501.
        replays: Replay of each keyed operation whose repeat has another payload.
        new_store: Makes the state of a seed on a clock.
        seed: Seed of the made-up data.
        rate: Requests per second of each key; None means without a limit.
        clock: Clock that clients may share; None gives the data their own clock.
        poll_seconds: Seconds of the fake's time that each read of an unfinished job takes.
    """

    def __init__(
        self,
        spec: Spec,
        rules: Mapping[str, Rule],
        replays: Mapping[str, Replay],
        new_store: Callable[[int, VirtualClock], Store],
        *,
        seed: int,
        rate: float | None,
        clock: VirtualClock | None,
        poll_seconds: float,
    ) -> None:
        if not 0 <= poll_seconds < inf:
            raise ValueError(f"poll_seconds must be a number >= 0, got {poll_seconds!r}.")
        self._spec = spec
        self._rules = rules
        self._replays = replays
        self._new_store = new_store
        self._rate = rate
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._lock = Lock()
        self.faults = Faults(spec.operations)
        self._reset_state(seed)

    def _reset_state(self, seed: int) -> None:
        self.clock = self._clock or VirtualClock()
        self._store = self._new_store(seed, self.clock)
        self._limiter = RateLimiter(self._clock.monotonic if self._clock else time.monotonic)
        self._idempotency = IdempotencyStore()
        self._requests: Counter[str] = Counter()
        self._trace_numbers = count(1)

    def reset(self, seed: int | None = None) -> None:
        """Replace the state by that of a seed, and remove faults, counts and limits.

        The fake's own clock starts again too. A clock that was passed in goes on, because clients
        share it.

        Args:
            seed: Seed of the made-up data; None keeps the present seed.
        """
        with self._lock:
            self._reset_state(self._store.seed if seed is None else seed)
            self.faults.clear()

    def state(self) -> JSON:
        """Return the state and the number of requests of each operation, ready for JSON."""
        with self._lock:
            return {**self._store.to_dict(), "requests": dict(self._requests)}

    def transport(self) -> httpx.MockTransport:
        """Return a transport for httpx clients of this process, sync and async."""
        # Without a shared clock, a delay moves nothing, like the clock of the client.
        advance = self._clock.advance if self._clock else _ignore
        return make_transport(self.handle, advance)

    def serve(self, port: int = 0, host: str = "127.0.0.1") -> AbstractContextManager[str]:
        """Serve over HTTP from a thread until the context ends, and return the base URL.

        Args:
            port: Port to listen on; 0 takes a free one.
            host: Address to listen on. Other machines reach "0.0.0.0", for example that of a
                container; a warning is logged because the keys are public.
        """
        return serve(self, host, port)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Handle a request of a WSGI server."""
        sleep = self._clock.advance if self._clock else time.sleep
        return self.handle(Request(environ), sleep)(environ, start_response)

    def handle(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Return the response to a request; `sleep` is called with the delay of a fault."""
        started = time.perf_counter()
        request.get_data()  # read now: unread bytes would be taken for the next request
        path = raw_path(request)
        operation_id, status = "-", "dropped"
        try:
            if path.startswith(PREFIX):
                response = control(self, path, request)
            else:
                try:
                    operation, values = self._spec.route(request.method, path)
                    operation_id = operation.id
                    response = self._operate(operation, values, request, sleep)
                except ApiError as error:
                    response = self._error_response(vendor_of(path), error)
                # A fault may have set another one.
                response.headers.setdefault("Date", http_date(self.clock.time()))
            status = str(response.status_code)
            return response
        finally:
            line = quote(f"{request.method} {path}", safe="/% ")
            milliseconds = (time.perf_counter() - started) * 1_000
            _logger.info("%s %s %.1f ms %s", line, status, milliseconds, operation_id)

    def _operate(
        self,
        operation: Operation,
        values: Mapping[str, str],
        request: Request,
        sleep: Callable[[float], object],
    ) -> Response:
        with self._lock:
            self._requests[operation.id] += 1
            fault = self.faults.take(operation.id)
        if fault.delay and not fault.after:
            sleep(fault.delay)
        if fault.is_applied:
            with self._lock:
                response = self._apply(operation, values, request)
        if fault.delay and fault.after:
            sleep(fault.delay)
        if fault.drop:
            raise ConnectionDropped("before a response")
        if fault.status:
            response = self._fault_response(operation.vendor, fault.status)
        return fault.apply_to(response)

    def _apply(self, operation: Operation, values: Mapping[str, str], request: Request) -> Response:
        try:
            key_name = self._authenticate(operation, request)
            query = request.environ.get("QUERY_STRING", "")
            arguments = operation.arguments(values, query, request.headers, request.get_data())
            context = self._context(key_name, arguments, request)
            scope = IdempotencyScope(
                key_name, operation.id, request.headers.get(IDEMPOTENCY_KEY, "")
            )
            result = self._payload(operation, context, scope)
        except ApiError as error:
            return self._error_response(operation.vendor, error)
        payload, status = result if isinstance(result, ApiResponse) else (result, operation.success)
        if not operation.has_response_body:
            return empty_response(status)
        return json_response(status, success_body(operation.vendor, payload, self._next_trace_id()))

    def _context(self, key_name: str, arguments: Arguments, request: Request) -> Context:
        # The waits of a client in process move the clock that it shares; its reads need not.
        moves_clock = self._clock is not None and IN_PROCESS in request.environ
        poll_seconds = 0 if moves_clock else self._poll_seconds
        return Context(self._store, KEYS[key_name], arguments, poll_seconds)

    def _payload(self, operation: Operation, context: Context, scope: IdempotencyScope) -> object:
        if operation.id not in self._rules:
            where = f"RULES of a module in campaignkit_fake/{operation.vendor}/"
            raise ApiError(
                501, f"The fake has no state rule for {operation.id}. Add it to {where}."
            )
        self._store.run_due_events()
        apply = partial(self.apply_rule, operation.id, context)
        if operation.is_keyed and scope.idempotency_key:
            replay = partial(self._replays.get(operation.id, _unchanged), self._store)
            return self._idempotency.payload(scope, context.arguments, apply, replay)
        return apply()

    def apply_rule(self, operation_id: str, context: Context) -> object:
        """Return what the rule of an operation returns; tests replace it to plant faults."""
        return self._rules[operation_id](context)

    def _authenticate(self, operation: Operation, request: Request) -> str:
        name = operation.credential(request.headers) or ""
        key = KEYS.get(name)
        if key is None or (key.vendor, key.header) != (operation.vendor, operation.key_header):
            raise ApiError(401, "The API key is missing or wrong.")
        if not key.may(operation.permission):
            raise ApiError(403, f"The key lacks the permission {operation.permission}.")
        rates = [rate for rate in (self._rate, key.rate) if rate is not None]
        wait = self._limiter.seconds_to_wait(name, min(rates)) if rates else 0
        if wait:
            raise ApiError(429, "Too many requests.", headers={"Retry-After": str(wait)})
        return name

    def _fault_response(self, vendor: Vendor, status: int) -> Response:
        if status < 400:
            return empty_response(status)
        return self._error_response(vendor, ApiError(status))

    def _error_response(self, vendor: Vendor, error: ApiError) -> Response:
        body = error_body(vendor, error, self._next_trace_id())
        response = json_response(error.status, body)
        response.headers.extend(error.headers)
        return response

    def _next_trace_id(self) -> str:
        return make_id("7a", next(self._trace_numbers))


def _unchanged(_: Store, payload: object) -> object:
    return payload


def _ignore(_: float) -> None:
    """Let no time pass."""
