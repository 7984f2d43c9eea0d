"""A keyed call is sent again with the same key."""

import httpx
from campaignkit import APIConnectionError, APITimeoutError, AuthenticationError
from campaignkit_fake import VirtualClock

from tests.client.responses import failure
from tests.client.retry_loop.calls import client, error_of, keyed, script


def test_key_is_made(clock: VirtualClock) -> None:
    """A keyed call has one key for all its attempts, and its error has it too."""
    handler, sent = script(*[httpx.ReadTimeout("slow")] * 3)
    error = error_of(lambda: client(handler, clock)._send(keyed()))

    assert error.idempotency_key
    assert {request.headers["Idempotency-Key"] for request in sent} == {error.idempotency_key}
    assert (type(error), len(sent)) == (APITimeoutError, 3)
    assert "with the same idempotency key" in str(error)


def test_key_differs(clock: VirtualClock) -> None:
    """Two calls have two keys."""
    handler, sent = script(*[httpx.Response(400, json=failure())] * 2)
    ours = client(handler, clock)
    for _ in range(2):
        error_of(lambda: ours._send(keyed()))

    assert len({request.headers["Idempotency-Key"] for request in sent}) == 2


def test_key_is_given(clock: VirtualClock) -> None:
    """A caller's own key is the one that is sent."""
    handler, sent = script(httpx.Response(400, json=failure()))
    error = error_of(lambda: client(handler, clock)._send(keyed("mine")))

    assert (error.idempotency_key, sent[0].headers["Idempotency-Key"]) == ("mine", "mine")


def test_open_stays_open(clock: VirtualClock) -> None:
    """An attempt that may have been applied is not forgotten when the next cannot be sent."""
    handler, _ = script(httpx.ReadTimeout("slow"), *[httpx.ConnectError("refused")] * 2)
    error = error_of(lambda: client(handler, clock)._send(keyed()))

    assert (type(error), error.outcome) == (APIConnectionError, "unknown")


def test_refusal_of_a_keyed_call(clock: VirtualClock) -> None:
    """A refusal ends a keyed call, but its first attempt may have been applied."""
    handler, sent = script(httpx.ReadTimeout("slow"), httpx.Response(401, json=failure()))
    error = error_of(lambda: client(handler, clock)._send(keyed()))

    assert (type(error), error.outcome, len(sent)) == (AuthenticationError, "unknown", 2)
