"""The requests of a process are counted, and one beyond the maximum interrupts it."""

import pytest
from campaignkit_contract.schemathesis.request_counter import REFUSED, SENT, RequestCounter

REQUEST = ("http.client.send", (None, b"GET /v1/accounts HTTP/1.1\r\nHost: x\r\n\r\n"))


def test_requests() -> None:
    """A request counts once, and neither its body nor another event counts."""
    recorded: list[bytes] = []
    counter = RequestCounter(5, recorded.append)
    counter(*REQUEST)
    counter("http.client.send", (None, b'{"name": "a"}'))
    counter("http.client.send", (None, iter([b"GET / HTTP/1.1"])))
    counter("http.client.connect", (None, b"GET / HTTP/1.1"))

    assert recorded == [SENT]


def test_maximum() -> None:
    """A request beyond the maximum is not sent, but interrupts the process."""
    recorded: list[bytes] = []
    counter = RequestCounter(1, recorded.append)
    counter(*REQUEST)
    with pytest.raises(KeyboardInterrupt):
        counter(*REQUEST)

    assert recorded == [SENT, REFUSED]
