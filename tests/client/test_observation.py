"""Attempts of calls as a function of the caller and OpenTelemetry see them."""

import asyncio
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncSonarly,
    AttemptEvent,
    CampaignKitError,
    ConfigurationError,
    DeadlineExceeded,
    NotFoundError,
    Sonarly,
)
from campaignkit._observation import observe
from campaignkit._options import Options
from campaignkit._retry_steps import Attempt
from campaignkit._telemetry import Telemetry, telemetry_of
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import VirtualClock
from opentelemetry import metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.client.responses import CAMPAIGN, KEY, failure, success, transport

MODES = pytest.mark.parametrize("mode", ["sync", "async"])
BUSY = httpx.Response(429, json=failure(), headers={"Retry-After": "3"})
GOOD = httpx.Response(200, json=success())


class Server:
    """A server that gives its responses in turn."""

    def __init__(self, *responses: httpx.Response | Exception) -> None:
        self.responses = list(responses)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the next response."""
        response = self.responses.pop(0)
        if isinstance(response, Exception):
            raise response
        return response


def call(mode: str, server: Server, name: str = "get", **options: Any) -> Any:
    """Make one call, and return its error or its result."""
    clock = VirtualClock(lambda: 0.5)
    own: dict[str, Any] = {"api_key": KEY, "transport": transport(server), "clock": clock}

    async def run() -> Any:
        async with AsyncSonarly(**own, **options) as sonarly:
            return await getattr(sonarly.campaigns, name)(ID, ID)

    try:
        if mode == "async":
            return asyncio.run(run())
        with Sonarly(**own, **options) as sonarly:
            return getattr(sonarly.campaigns, name)(ID, ID)
    except CampaignKitError as error:
        return error


@MODES
def test_events(mode: str) -> None:
    """Each attempt is an event, with what follows it, and without the key."""
    events: list[AttemptEvent] = []
    headers = {"X-Team": "a"}
    call(mode, Server(BUSY, GOOD), on_attempt=events.append, headers=headers)

    assert [(event.attempt, event.next_step, event.next_wait) for event in events] == [
        (1, "resend", 3),
        (2, "done", 0),
    ]
    refused, answered = events
    assert refused.error
    assert answered.response
    assert (refused.error.status_code, refused.response) == (429, None)
    assert (answered.response.status_code, answered.error) == (200, None)
    assert refused.operation == "sonarly_campaigns_get"
    assert refused.request.method == "GET"
    assert refused.request.url.endswith(f"/v1/accounts/{ID}/campaigns/{ID}")
    assert refused.request.headers["X-Team"] == "a"
    assert KEY not in repr(events)


@pytest.mark.expects_contract_violation("its path is not in the spec")
def test_query() -> None:
    """The URL of an event has the query."""
    events: list[AttemptEvent] = []
    options: Any = {"transport": transport(Server(GOOD)), "on_attempt": events.append}
    Sonarly(api_key=KEY, **options).request("GET", "/a", params={"b": [1, 2]}, headers={"C": "d"})
    assert events[0].request.url == "https://api.sonarly.io/a?b=1&b=2"
    assert events[0].request.headers["C"] == "d"


def test_state_read() -> None:
    """A read of the state after a lost response is an event of its own operation."""
    events: list[AttemptEvent] = []
    server = Server(httpx.ReadError("gone"), httpx.ReadError("gone"), GOOD, GOOD, GOOD)
    call("sync", server, "stop", on_attempt=events.append, settle=0)
    steps = [(event.operation.rpartition("_")[2], event.next_step) for event in events]
    assert steps[:2] == [("stop", "read_state"), ("get", "resend")]
    assert steps[-1][1] == "done"


def test_rate_limit() -> None:
    """A wait for the rate limit is the next step of no attempt, or of the one before."""
    seen: list[AttemptEvent] = []
    clock = VirtualClock(lambda: 0.5)
    server = transport(Server(GOOD, GOOD))
    sonarly = Sonarly(api_key=KEY, transport=server, clock=clock, rate=1, on_attempt=seen.append)
    sonarly.campaigns.get(ID, ID)
    sonarly.campaigns.get(ID, ID)
    assert [event.next_step for event in seen] == ["done", "done"]
    assert clock.waits == [1]


@MODES
def test_raising_hook(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """An exception of the function is in the log; the call goes on."""

    def hook(_: AttemptEvent) -> None:
        raise ValueError("of the hook")

    assert call(mode, Server(BUSY, GOOD), on_attempt=hook).id == CAMPAIGN["id"]
    assert caplog.text.count("on_attempt raised") == 2


async def hook_async(_: AttemptEvent) -> None:
    """Do nothing, because nothing awaits it."""


@pytest.mark.parametrize("value", [5, hook_async])
def test_refused(value: Any) -> None:
    """Only a plain function is a hook."""
    with pytest.raises(ConfigurationError, match="on_attempt must be a plain function"):
        Sonarly(api_key=KEY, on_attempt=value)
    Sonarly(api_key=KEY, on_attempt=None)


class Recorded:
    """Spans and metrics of a process with providers."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.reader = InMemoryMetricReader()
        self.meters = MeterProvider([self.reader])

    def spans(self) -> list[ReadableSpan]:
        """Return the spans that have ended, in the order of their starts."""
        return sorted(self.exporter.get_finished_spans(), key=lambda span: span.start_time or 0)

    def metrics(self) -> dict[str, float]:
        """Return the sum of each metric."""
        data = self.reader.get_metrics_data()
        assert data
        return {
            metric.name: sum(getattr(point, "sum", getattr(point, "value", 0)) for point in points)
            for scope in data.resource_metrics[0].scope_metrics
            for metric in scope.metrics
            for points in [metric.data.data_points]
        }


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorded]:
    """Yield the telemetry providers of a process, for one test."""
    made = Recorded()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: made.tracers)
    monkeypatch.setattr(metrics, "get_meter_provider", lambda: made.meters)
    yield made
    made.meters.shutdown()


@MODES
def test_spans(recorded: Recorded, mode: str) -> None:
    """A call is a span with the outcome, and each attempt its child."""
    call(mode, Server(BUSY, GOOD))

    outer, first, second = recorded.spans()
    assert (outer.name, outer.kind) == ("sonarly_campaigns_get", trace.SpanKind.INTERNAL)
    assert outer.context
    assert {span.parent and span.parent.span_id for span in (first, second)} == {
        outer.context.span_id
    }
    attributes = dict(outer.attributes or {})
    assert attributes == {
        "campaignkit.operation": "sonarly_campaigns_get",
        "server.address": "api.sonarly.io",
        "server.port": 443,
        "campaignkit.outcome": "applied",
        "campaignkit.attempts": 2,
        "campaignkit.trace_id": "trace-1",
    }
    assert (first.name, first.kind) == ("GET", trace.SpanKind.CLIENT)
    assert dict(first.attributes or {}) == {
        "campaignkit.operation": "sonarly_campaigns_get",
        "http.request.method": "GET",
        "url.full": f"https://api.sonarly.io/v1/accounts/{ID}/campaigns/{ID}",
        "server.address": "api.sonarly.io",
        "server.port": 443,
        "campaignkit.next_step": "resend",
        "http.response.status_code": 429,
        "error.type": "429",
    }
    assert dict(second.attributes or {})["http.request.resend_count"] == 1
    assert first.status.status_code is trace.StatusCode.ERROR
    assert outer.status.status_code is trace.StatusCode.UNSET
    assert not any(KEY in span.to_json() for span in recorded.spans())


def test_metrics(recorded: Recorded) -> None:
    """Calls, retries and waits are counted, and requests are measured."""
    call("sync", Server(BUSY, GOOD))
    counted = recorded.metrics()
    assert counted.keys() == {
        "http.client.request.duration",
        "campaignkit.client.calls",
        "campaignkit.client.retries",
        "campaignkit.client.wait.duration",
    }
    assert counted["campaignkit.client.calls"] == counted["campaignkit.client.retries"] == 1
    assert counted["campaignkit.client.wait.duration"] == 3


def test_failed_span(recorded: Recorded) -> None:
    """The span of a failed call has its outcome and the class of its error."""
    error = call("sync", Server(httpx.Response(404, json=failure())))
    assert isinstance(error, NotFoundError)
    outer, attempt = recorded.spans()
    attributes = dict(outer.attributes or {})
    assert (attributes["campaignkit.outcome"], attributes["error.type"]) == ("rejected", "404")
    assert (outer.status.description, attempt.status.description) == ("NotFoundError",) * 2

    call("sync", Server(httpx.ConnectError("gone")), retries=0)
    assert dict(recorded.spans()[-1].attributes or {})["error.type"] == "APIConnectionError"


def test_current_span(recorded: Recorded) -> None:
    """The span of an attempt is current while its request is under way, and not later."""
    current: list[Any] = []

    def handle(_: httpx.Request) -> httpx.Response:
        current.append(trace.get_current_span().get_span_context().span_id)
        return GOOD

    Sonarly(api_key=KEY, transport=transport(handle)).campaigns.get(ID, ID)
    _, attempt = recorded.spans()
    assert attempt.context
    assert current == [attempt.context.span_id]
    assert not trace.get_current_span().get_span_context().is_valid


def test_cancelled(recorded: Recorded) -> None:
    """The spans of a cancelled call end with it."""

    async def run() -> None:
        waiting = asyncio.Event()

        class Waiting(httpx.AsyncBaseTransport):
            async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
                waiting.set()
                await asyncio.Event().wait()
                return GOOD

        async with AsyncSonarly(api_key=KEY, transport=Waiting()) as sonarly:
            task = asyncio.create_task(sonarly.campaigns.get(ID, ID))
            await waiting.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert len(recorded.spans()) == 2

    asyncio.run(run())
    outer, attempt = recorded.spans()
    assert dict(outer.attributes or {})["campaignkit.outcome"] == "unknown"
    assert dict(attempt.attributes or {})["error.type"] == "cancelled"


def test_no_attempt(recorded: Recorded) -> None:
    """A call that ends before its first attempt is a span without children."""
    clock = VirtualClock()
    sonarly = Sonarly(api_key=KEY, transport=transport(GOOD), clock=clock, deadline=1)
    send = sonarly._send.with_shared_deadline()
    clock.advance(2)
    with pytest.raises(DeadlineExceeded):
        type(sonarly.campaigns)(send).get(ID, ID)
    [outer] = recorded.spans()
    assert dict(outer.attributes or {})["campaignkit.attempts"] == 0


def test_no_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a provider, or without OpenTelemetry, a call is not observed."""
    proxy = trace.ProxyTracerProvider()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: proxy)
    assert telemetry_of() is None
    sonarly = Sonarly(api_key=KEY)
    steps: Any = iter(())
    config, clock = sonarly._state.config, VirtualClock()
    call_: Any = None
    assert observe(steps, call_, config, Options(), clock) is steps
    monkeypatch.delitem(sys.modules, "opentelemetry.trace")
    assert telemetry_of() is None


def test_no_telemetry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that does not import OpenTelemetry is not observed."""
    monkeypatch.delitem(sys.modules, "opentelemetry.trace")
    with Sonarly(api_key=KEY, transport=transport(Server(GOOD))) as sonarly:
        assert sonarly.campaigns.get(ID, ID).id == CAMPAIGN["id"]
    assert "opentelemetry.trace" not in sys.modules


def test_traces_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without metrics has spans all the same."""
    made = Recorded()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: made.tracers)
    monkeypatch.delitem(sys.modules, "opentelemetry.metrics")
    telemetry = telemetry_of()
    assert isinstance(telemetry, Telemetry)
    call("sync", Server(BUSY, GOOD))
    assert len(made.spans()) == 3


def test_step() -> None:
    """An attempt does not ask for a new key, unless it says so."""
    call_: Any = None
    assert Attempt(call_, 1, None).renews_key is False
