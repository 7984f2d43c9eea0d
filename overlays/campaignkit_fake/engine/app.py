"""The fake itself: one handler from request to answer, and the ways in to it."""

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

from ..rules import REPLAYS, RULES
from ..state.store import Store
from .clock import VirtualClock
from .control import PREFIX, control
from .faults import ConnectionDropped, Faults
from .http_server import serve
from .idempotency import IDEMPOTENCY_KEY, Repeats, Slot
from .rate_limit import Limiter
from .records import JSON, KEYS, Vendor, make_id
from .responses import Refusal, Reply, empty_response, error_body, json_response, success_body
from .spec import Contract, Operation, shipped_contract, vendor_of
from .transport import IN_PROCESS, make_transport

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_logger = logging.getLogger("campaignkit_fake")


class Fake:
    """Both vendors, faked; a WSGI app, an httpx transport and an HTTP server over one state.

    Args:
        seed: Number that the made-up data follow.
        rate: Requests per second of each key; None is no limit.
        document: OpenAPI document to serve instead of the shipped one.
        clock: Clock for the data, the limits on requests and the delays of faults. Without one,
            the data have a clock of their own; limits and delays over HTTP take real time.
        poll_seconds: Seconds of the fake's time that each read of an unfinished job takes, so
            that polling ends. A client in process that shares `clock` moves it by its own waits
            instead.
    """

    def __init__(
        self,
        seed: int = 1,
        *,
        rate: float | None = None,
        document: JSON | None = None,
        clock: VirtualClock | None = None,
        poll_seconds: float = 5.0,
    ) -> None:
        self._contract = Contract(document) if document else shipped_contract()
        self._rate = rate
        if not 0 <= poll_seconds < inf:
            raise ValueError(f"poll_seconds must be a number >= 0, got {poll_seconds!r}.")
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._lock = Lock()
        self.faults = Faults(self._contract.operations)
        self._begin(seed)

    def _begin(self, seed: int) -> None:
        self.clock = self._clock or VirtualClock()
        self._store = Store.begin(seed, self.clock)
        self._limiter = Limiter(self._clock.monotonic if self._clock else time.monotonic)
        self._repeats = Repeats()
        self._requests: Counter[str] = Counter()
        self._traces = count(1)

    def reset(self, seed: int | None = None) -> None:
        """Begin anew with the same seed or another one; no fault, count or limit is left.

        The fake's own clock begins anew too. One that was handed in goes on, for clients share it.
        """
        with self._lock:
            self._begin(self._store.seed if seed is None else seed)
            self.faults.clear()

    def state(self) -> JSON:
        """Return what the fake holds and what it was asked, ready for JSON."""
        with self._lock:
            return {**self._store.state(), "requests": dict(self._requests)}

    def transport(self) -> httpx.MockTransport:
        """Return a transport for httpx clients of this process, sync and async."""
        # Without a clock to share, a delay moves nothing: the client's clock stands still too.
        advance = self._clock.advance if self._clock else _ignore
        return make_transport(self.answer, advance)

    def serve(self, port: int = 0, host: str = "127.0.0.1") -> AbstractContextManager[str]:
        """Serve over HTTP from a thread while the context lasts; it gives the base URL.

        Args:
            port: Port to listen on; 0 takes a free one.
            host: Address to listen on. Other machines reach "0.0.0.0", for example that of a
                container; a warning is logged because the keys are public.
        """
        return serve(self, host, port)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request of a WSGI server."""
        sleep = self._clock.advance if self._clock else time.sleep
        return self.answer(Request(environ), sleep)(environ, start_response)

    def answer(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Answer one request; `sleep` is called with a fault's delay."""
        started = time.perf_counter()
        request.get_data()  # read now: what stays unread would be taken for the next request
        path = _raw_path(request)
        operation_id, status = "-", "dropped"
        try:
            if path.startswith(PREFIX):
                response = control(self, path, request)
            else:
                try:
                    operation, values = self._contract.route(request.method, path)
                    operation_id = operation.id
                    response = self._operate(operation, values, request, sleep)
                except Refusal as refusal:
                    response = self._refused(vendor_of(path), refusal)
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
            raise ConnectionDropped("before an answer")
        if fault.status:
            response = self._scripted(operation.vendor, fault.status)
        return fault.spoil(response)

    def _apply(self, operation: Operation, values: Mapping[str, str], request: Request) -> Response:
        # The waits of a client in process move the clock that it shares; its reads need not.
        moves_clock = self._clock is not None and IN_PROCESS in request.environ
        self._store.poll_seconds = 0 if moves_clock else self._poll_seconds
        try:
            name = self._admitted(operation, request)
            query = request.environ.get("QUERY_STRING", "")
            arguments = operation.arguments(values, query, request.headers, request.get_data())
            slot = Slot(name, operation.id, request.headers.get(IDEMPOTENCY_KEY, ""))
            payload = self._payload(operation, slot, arguments)
        except Refusal as refusal:
            return self._refused(operation.vendor, refusal)
        reply = payload if isinstance(payload, Reply) else Reply(payload, operation.success)
        if not operation.has_answer:
            return empty_response(reply.status)
        body = success_body(operation.vendor, reply.payload, self._trace_id())
        return json_response(reply.status, body)

    def _payload(self, operation: Operation, slot: Slot, arguments: JSON) -> object:
        if operation.id not in RULES:
            raise Refusal(501, f"The fake has no state rule for {operation.id}.")
        self._store.catch_up()
        rule = partial(RULES[operation.id], self._store, KEYS[slot.api_key], arguments)
        if operation.is_keyed and slot.idempotency_key:
            again = partial(REPLAYS.get(operation.id, _unchanged), self._store)
            return self._repeats.payload(slot, arguments, rule, again)
        return rule()

    def _admitted(self, operation: Operation, request: Request) -> str:
        name = operation.credential(request.headers) or ""
        key = KEYS.get(name)
        if key is None or (key.vendor, key.header) != (operation.vendor, operation.key_header):
            raise Refusal(401, "The API key is missing or wrong.")
        if not key.may(operation.permission):
            raise Refusal(403, f"The key lacks the permission {operation.permission}.")
        rate = min((each for each in (self._rate, key.rate) if each is not None), default=None)
        wait = self._limiter.seconds_to_wait(name, rate) if rate else 0
        if wait:
            raise Refusal(429, "Too many requests.", headers={"Retry-After": str(wait)})
        return name

    def _scripted(self, vendor: Vendor, status: int) -> Response:
        if status < 400:
            return empty_response(status)
        return self._refused(vendor, Refusal(status))

    def _refused(self, vendor: Vendor, refusal: Refusal) -> Response:
        response = json_response(refusal.status, error_body(vendor, refusal, self._trace_id()))
        response.headers.extend(refusal.headers)
        return response

    def _trace_id(self) -> str:
        return make_id("7a", next(self._traces))


def _raw_path(request: Request) -> str:
    # Still percent-encoded, so that an encoded slash does not split a segment. Servers name it
    # in one of two ways; WSGI itself has only the decoded path.
    raw = request.environ.get("REQUEST_URI") or request.environ.get("RAW_URI")
    return (raw or quote(request.path)).partition("?")[0]


def _unchanged(_: Store, payload: object) -> object:
    return payload


def _ignore(_: float) -> None:
    """Let no time pass."""
