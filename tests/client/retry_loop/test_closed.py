"""A call on a client that is closed ends with a message that says so."""

from typing import Any

import httpx
import pytest
from campaignkit import APIConnectionError, ConfigurationError, OutcomeUnknownError, Sonarly
from campaignkit_fake import VirtualClock

from tests.client.responses import KEY, success, transport
from tests.client.retry_loop.calls import client, error_of, keyed, script


def test_closed_meanwhile(clock: VirtualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that is closed between two attempts does not say that nothing was sent."""
    handler, _ = script(*[httpx.ReadTimeout("slow")] * 3)
    ours = client(handler, clock)
    monkeypatch.setattr(clock, "sleep", lambda _: ours.close())
    error = error_of(lambda: ours._send(keyed()))

    assert (type(error), error.outcome) == (ConfigurationError, "unknown")


def test_closed_in_a_call(clock: VirtualClock) -> None:
    """A client that is closed while it sends leaves the outcome of a write open."""

    def handle(_: httpx.Request) -> httpx.Response:
        ours.close()
        raise RuntimeError("cannot send")

    ours = client(handle, clock)
    error = error_of(lambda: ours.campaigns.start("g", "c"))

    assert isinstance(error, OutcomeUnknownError)
    assert "closed during the call" in str(error.__cause__)


def test_closed_before_it_is_sent(clock: VirtualClock) -> None:
    """A client that another thread closes just before it sends says that nothing was sent."""

    class Closing(httpx.Client):
        def send(self, *arguments: Any, **keywords: Any) -> httpx.Response:
            self.close()
            return super().send(*arguments, **keywords)

    handler, requests = script(httpx.Response(200, json=success()))
    http = Closing(transport=transport(handler))
    sonarly = Sonarly(api_key=KEY, http_client=http, retries=0, clock=clock)
    error = error_of(lambda: sonarly.campaigns.start("g", "c"))

    assert (type(error), error.outcome) == (APIConnectionError, "not_sent")
    assert not requests


def test_other_runtime_error(clock: VirtualClock) -> None:
    """A mistake in a caller's own transport is not taken for a closed client."""

    def handle(_: httpx.Request) -> httpx.Response:
        raise RuntimeError("a bug")

    with pytest.raises(APIConnectionError, match=r"\(RuntimeError\)") as caught:
        client(handle, clock).campaigns.get("g", "c")
    assert str(caught.value.__cause__) == "a bug"
