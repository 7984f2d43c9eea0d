"""Spans and metrics of calls, by the API of OpenTelemetry.

Nothing of it is imported here: a program that wants telemetry has imported it before, and has set a
provider. Names and attributes are those of the semantic conventions for HTTP clients. No attribute
holds the key, a query or a body.
"""

import sys
from contextlib import suppress
from functools import lru_cache
from typing import Any

import httpx
from campaignkit_runtime.operations import Call

from ._attempt_events import AttemptEvent, NextStep
from ._config import Config
from ._exceptions import CampaignKitError
from ._redaction import mask_path
from ._retry_steps import Attempt, Result
from ._version import __version__

_NAME = "campaignkit"


def telemetry_of() -> "Telemetry | None":
    """Return the telemetry of the process; None if it has no provider."""
    trace, metrics = (sys.modules.get(f"opentelemetry.{part}") for part in ("trace", "metrics"))
    if trace is None:
        return None
    tracers = trace.get_tracer_provider()
    meters = None if metrics is None else metrics.get_meter_provider()
    if isinstance(tracers, trace.ProxyTracerProvider) and _is_proxy(meters):
        return None
    return _telemetry(tracers, meters)


def _is_proxy(meters: object) -> bool:
    """Return True if no provider of metrics was set; its proxy has no public name."""
    return meters is None or type(meters).__name__ == "_ProxyMeterProvider"


@lru_cache(maxsize=4)
def _telemetry(tracers: Any, meters: Any) -> "Telemetry":
    return Telemetry(tracers, meters)


class Telemetry:
    """Tracer and instruments of one pair of providers."""

    def __init__(self, tracers: Any, meters: Any) -> None:
        self.trace: Any = sys.modules["opentelemetry.trace"]
        self.tracer = tracers.get_tracer(_NAME, __version__)
        meter = None if meters is None else meters.get_meter(_NAME, __version__)
        self.requests = meter and meter.create_histogram(
            "http.client.request.duration", "s", "Duration of HTTP client requests."
        )
        self.calls = meter and meter.create_counter(
            "campaignkit.client.calls", "{call}", "Calls, by their outcome."
        )
        self.retries = meter and meter.create_counter(
            "campaignkit.client.retries", "{retry}", "Attempts after the first of a call."
        )
        self.waits = meter and meter.create_histogram(
            "campaignkit.client.wait.duration", "s", "Waits between the attempts of calls."
        )

    def observe(self, call: Call[Any], config: Config) -> "CallTelemetry":
        """Return the observer of a call, whose span begins now."""
        return CallTelemetry(self, call, config)


class CallTelemetry:
    """Observer of one call: its span, the spans of its attempts, and their metrics."""

    def __init__(self, telemetry: Telemetry, call: Call[Any], config: Config) -> None:
        self._telemetry = telemetry
        self._operation = call.operation.id
        self._base_url = config.base_url
        url = httpx.URL(config.base_url)
        port = url.port or (443 if url.scheme == "https" else 80)
        self._server = {"server.address": url.host, "server.port": port}
        self._span = telemetry.tracer.start_span(
            self._operation, attributes={"campaignkit.operation": self._operation, **self._server}
        )
        self._attempt: Any = None
        self._current: Any = None
        self._attempts = 0

    def start_attempt(self, step: Attempt) -> None:
        """Begin the span of an attempt; it is the current span while the request is under way."""
        trace, call = self._telemetry.trace, step.call
        attributes: dict[str, Any] = {
            "campaignkit.operation": call.operation.id,
            "http.request.method": call.operation.method,
            "url.full": f"{self._base_url}{mask_path(call.path)}",
            **self._server,
        }
        if step.number > 1:
            attributes["http.request.resend_count"] = step.number - 1
            _add(self._telemetry.retries, {"campaignkit.operation": call.operation.id})
        self._attempts += 1
        self._attempt = self._telemetry.tracer.start_span(
            call.operation.method,
            trace.set_span_in_context(self._span),
            kind=trace.SpanKind.CLIENT,
            attributes=attributes,
        )
        self._current = trace.use_span(self._attempt, end_on_exit=False)
        self._current.__enter__()

    def end_attempt(self, event: AttemptEvent) -> None:
        """End the span of an attempt."""
        error = event.error
        status = error.status_code if error else event.response and event.response.status_code
        attributes: dict[str, Any] = {"campaignkit.next_step": event.next_step}
        if status is not None:
            attributes["http.response.status_code"] = status
        if error is not None:
            attributes["error.type"] = _error_type(error)
        self._end_attempt(attributes, error)
        if self._telemetry.requests:
            shared = {"http.request.method": event.request.method, **self._server}
            names = ("http.response.status_code", "error.type")
            own = {name: attributes[name] for name in names if name in attributes}
            self._telemetry.requests.record(event.seconds, {**shared, **own})

    def wait(self, seconds: float, reason: NextStep) -> None:
        """Count a wait."""
        if self._telemetry.waits:
            attributes = {"campaignkit.operation": self._operation, "campaignkit.reason": reason}
            self._telemetry.waits.record(seconds, attributes)

    def end_call(self, result: Result | None) -> None:
        """End the span of the call."""
        self._end_attempt({"error.type": "cancelled"}, None)
        error = result if isinstance(result, CampaignKitError) else None
        outcome = "unknown" if result is None else error.outcome if error else "applied"
        attributes: dict[str, Any] = {
            "campaignkit.outcome": outcome,
            "campaignkit.attempts": self._attempts,
        }
        if result is not None and result.trace_id:
            attributes["campaignkit.trace_id"] = result.trace_id
        if error is not None:
            attributes["error.type"] = _error_type(error)
            self._set_error(self._span, error)
        self._span.set_attributes(attributes)
        self._span.end()
        counted = {"campaignkit.operation": self._operation, "campaignkit.outcome": outcome}
        _add(self._telemetry.calls, counted)

    def _end_attempt(self, attributes: dict[str, Any], error: CampaignKitError | None) -> None:
        if self._attempt is None:
            return
        with suppress(Exception):  # another context, if a cancelled call is collected later
            self._current.__exit__(None, None, None)
        self._attempt.set_attributes(attributes)
        if error is not None:
            self._set_error(self._attempt, error)
        self._attempt.end()
        self._attempt = self._current = None

    def _set_error(self, span: Any, error: CampaignKitError) -> None:
        # Not the message, which can quote the vendor.
        span.set_status(self._telemetry.trace.StatusCode.ERROR, type(error).__name__)


def _error_type(error: CampaignKitError) -> str:
    """Return the status code, as the conventions want it, or the class of the error."""
    return type(error).__name__ if error.status_code is None else str(error.status_code)


def _add(counter: Any, attributes: dict[str, Any]) -> None:
    if counter:
        counter.add(1, attributes)
