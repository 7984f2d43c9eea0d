"""What instruments httpx sees the calls of our clients, and passes its traces on."""

import asyncio
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pytest
from campaignkit import AsyncSonarly, Sonarly
from campaignkit_fake import SAMPLE_ID, Fake
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

ID = SAMPLE_ID
API_KEY = "fake-sonarly"


class Traced(Fake):
    """A fake that keeps the trace which each request says it belongs to."""

    def __init__(self) -> None:
        super().__init__()
        self.parents: list[str] = []

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Respond to one request."""
        self.parents.append(environ["HTTP_TRACEPARENT"])
        return super().__call__(environ, start_response)


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """Yield the spans of a process in which all of httpx is instrumented."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor = HTTPXClientInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    yield exporter
    instrumentor.uninstrument()


def call(base_url: str) -> str:
    """Make a call."""
    with Sonarly(api_key=API_KEY, base_url=base_url) as sonarly:
        return sonarly.campaigns.get(ID, ID).id


async def call_async(base_url: str) -> str:
    """Make the same call in an event loop."""
    async with AsyncSonarly(api_key=API_KEY, base_url=base_url) as sonarly:
        return (await sonarly.campaigns.get(ID, ID)).id


@pytest.mark.httpx_only
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_span(spans: InMemorySpanExporter, is_async: bool) -> None:
    """A call is one span, which the server learns of; it does not hold the key."""
    fake = Traced()
    with fake.serve() as base_url:
        assert (asyncio.run(call_async(base_url)) if is_async else call(base_url)) == ID

    [span] = spans.get_finished_spans()
    context = span.get_span_context()
    attributes = span.attributes or {}
    assert context
    [parent] = fake.parents
    assert parent.split("-")[1:3] == [f"{context.trace_id:032x}", f"{context.span_id:016x}"]
    assert span.kind is SpanKind.CLIENT
    assert attributes["http.method"] == "GET"
    assert attributes["http.status_code"] == 200
    assert str(attributes["http.url"]).startswith(f"{base_url}/")
    assert API_KEY not in span.to_json()
