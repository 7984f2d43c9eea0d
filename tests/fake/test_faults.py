"""Scripted failures and the control routes."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import SAMPLE_ID, Fake, Fault

from .conftest import Connect

CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
DRAFT = f"{CAMPAIGNS}/{SAMPLE_ID}"
START = "sonarly_campaigns_start"


def starts(fake: Fake) -> int:
    """Return how many starts were applied."""
    return len(fake.state()["starts"])


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_status(sonarly: httpx.Client, fake: Fake, after: bool) -> None:
    """A faulted status has the vendor's form; the start counts only if it struck after."""
    fake.faults.add(Fault(START, status=502, after=after))
    response = sonarly.post(f"{DRAFT}/start")
    assert (response.status_code, response.json()["error"]["code"]) == (502, "BAD_GATEWAY")
    assert starts(fake) == after


def test_unregistered_status(sonarly: httpx.Client, fake: Fake) -> None:
    """A fault can have a status that HTTP does not define, as proxies do."""
    fake.faults.add(Fault(status=520))
    response = sonarly.get(CAMPAIGNS)
    assert (response.status_code, response.json()["error"]["code"]) == (520, "STATUS_520")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_drop(sonarly: httpx.Client, fake: Fake, after: bool) -> None:
    """A dropped connection has no response; the start counts only if it was dropped after it."""
    fake.faults.add(Fault(drop=True, after=after))
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        sonarly.post(f"{DRAFT}/start")
    assert starts(fake) == after


def test_truncated(sonarly: httpx.Client, fake: Fake) -> None:
    """A truncated response ends in the middle of its body, after the start."""
    fake.faults.add(Fault(truncate=20))
    with pytest.raises(httpx.RemoteProtocolError, match="after 20 of"):
        sonarly.post(f"{DRAFT}/start")
    assert starts(fake) == 1


def test_truncated_beyond_end(sonarly: httpx.Client, fake: Fake) -> None:
    """A response that is shorter than the cut arrives whole."""
    fake.faults.add(Fault(truncate=10_000_000))
    assert sonarly.get(CAMPAIGNS).status_code == 200


def test_other_content(sonarly: httpx.Client, fake: Fake) -> None:
    """A response can be something else than JSON."""
    fake.faults.add(Fault(content_type="text/html", body="<h1>Sorry</h1>"))
    response = sonarly.get(CAMPAIGNS)
    assert (response.headers["Content-Type"], response.text) == ("text/html", "<h1>Sorry</h1>")


@pytest.mark.parametrize(("body", "text"), [(None, ""), ("<p>Moved</p>", "<p>Moved</p>")])
def test_redirect(sonarly: httpx.Client, fake: Fake, body: str | None, text: str) -> None:
    """A response can redirect, with or without a body; nothing is applied."""
    elsewhere = "https://elsewhere.example/"
    fake.faults.add(Fault(status=307, body=body, headers={"Location": elsewhere}))
    response = sonarly.post(f"{DRAFT}/start")
    assert (response.status_code, response.headers["Location"]) == (307, elsewhere)
    assert (response.text, starts(fake)) == (text, 0)


def test_headers_come_last(sonarly: httpx.Client, fake: Fake) -> None:
    """The headers of a fault replace those of the response."""
    headers = {"retry-after": "soon", "Date": "today"}
    fake.faults.add(Fault(status=503, retry_after="1", headers=headers))
    received = sonarly.get(CAMPAIGNS).headers
    assert [received.get_list(name) for name in headers] == [["soon"], ["today"]]


def test_headers_are_its_own() -> None:
    """What becomes of the headers that a fault was made with does not reach it."""
    headers = {"X-Note": "one"}
    fault = Fault(headers=headers)
    headers.clear()
    assert fault.headers == {"X-Note": "one"}


def test_on() -> None:
    """A failure is turned on one operation, to strike so many times."""
    assert Fault(status=500).on(START, times=2) == Fault(START, status=500, times=2)


def test_retry_after(sonarly: httpx.Client, fake: Fake) -> None:
    """A refusal can say when to come again, in either form of the header."""
    fake.faults.add(Fault(status=503, retry_after="Fri, 01 May 2026 12:00:00 GMT"))
    response = sonarly.get(CAMPAIGNS)
    assert response.headers["Retry-After"] == "Fri, 01 May 2026 12:00:00 GMT"


def test_used_up_in_order(sonarly: httpx.Client, fake: Fake) -> None:
    """Faults strike in the order of adding, each as often as it says."""
    fake.faults.add(Fault(status=500, times=2))
    fake.faults.add(Fault(status=503))
    assert [sonarly.get(CAMPAIGNS).status_code for _ in range(4)] == [500, 500, 503, 200]


def test_strikes_its_operation_only(sonarly: httpx.Client, fake: Fake) -> None:
    """A fault for one operation leaves the others alone and waits."""
    fake.faults.add(Fault(START, status=500))
    assert sonarly.get(CAMPAIGNS).status_code == 200
    assert len(fake.faults.pending()) == 1


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"operation": "unknown"}, "the spec has no operation 'unknown'"),
        ({"status": 299}, "fault.status"),
        ({"status": 600}, "fault.status"),
        ({"times": 0}, "fault.times"),
        ({"delay": -1}, "fault.delay"),
        ({"delay": float("inf")}, "fault.delay"),
        ({"truncate": -1}, "fault.truncate"),
        ({"retry_after": "1\r\n"}, "fault.retry_after"),
        ({"headers": {"X-Note": "é"}}, "fault.headers.X-Note"),
        ({"headers": {"X-Note": 1}}, "fault.headers.X-Note"),
        ({"headers": {"X Note": "1"}}, "fault.headers"),
        ({"headers": {"content-length": "-1"}}, "fault.headers.content-length"),
        ({"headers": {"Content-Length": 1}}, "fault.headers.Content-Length"),
    ],
)
def test_impossible_fault(fake: Fake, fields: dict[str, Any], message: str) -> None:
    """A fault that cannot strike is refused when it is made or added."""
    with pytest.raises(ValueError, match=message):
        fake.faults.add(Fault(**fields))


def test_faults_over_control_routes(sonarly: httpx.Client) -> None:
    """Faults are added, listed and cleared without Python."""
    added = sonarly.post("/_fake/faults", json={"operation": START, "status": 429})
    assert (added.status_code, sonarly.get("/_fake/faults").json()) == (201, added.json())
    assert sonarly.delete("/_fake/faults").status_code == 204
    assert sonarly.get("/_fake/faults").json() == []


def test_fault_of_json(sonarly: httpx.Client) -> None:
    """A fault is made of JSON with all its fields, also if an integer is written as 503.0."""
    content = b'{"status": 503.0, "times": 2.0, "headers": {"X-Note": "one"}}'
    sonarly.post("/_fake/faults", content=content)
    response = sonarly.get(CAMPAIGNS)
    assert (response.status_code, response.headers["X-Note"]) == (503, "one")
    assert sonarly.get("/_fake/faults").json()[0]["headers"] == {"X-Note": "one"}


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("faults", b'{"colour": "red"}', "'colour' was unexpected"),
        ("faults", b'{"operation": "unknown"}', "no operation 'unknown'"),
        ("faults", b'{"drop": "yes"}', "fault.drop"),
        ("faults", b"[]", "not of type"),
        ("faults", b"{", "Expecting"),
        ("reset", b'{"colour": 1}', "seed"),
        ("reset", b"[]", "seed"),
        ("reset", b'{"seed": true}', "seed: is not an integer"),
    ],
)
def test_bad_control_request(
    sonarly: httpx.Client, path: str, content: bytes, message: str
) -> None:
    """A control request that makes no sense is a 400 that says why."""
    response = sonarly.post(f"/_fake/{path}", content=content)
    assert response.status_code == 400
    assert message in response.json()["error"]


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "reset", 405), ("GET", "unknown", 404)]
)
def test_unknown_control_route(sonarly: httpx.Client, method: str, path: str, status: int) -> None:
    """The control routes have their own 404 and 405."""
    assert sonarly.request(method, f"/_fake/{path}").status_code == status


@pytest.mark.parametrize(("body", "seed"), [(None, 1), ({"seed": 2}, 2)], ids=["same", "other"])
def test_reset(sonarly: httpx.Client, fake: Fake, body: object, seed: int) -> None:
    """A reset leaves a fresh fake of the same seed or another one."""
    fake.faults.add(Fault(status=500, times=9))
    sonarly.post(f"{DRAFT}/start")
    assert sonarly.post("/_fake/reset", json=body).status_code == 204
    assert (fake.state(), fake.faults.pending()) == (Fake(seed).state(), [])


def test_state_without_key(fake: Fake, connect: Connect) -> None:
    """The state is open to anyone and is what Python sees."""
    assert connect("").get("/_fake/state").json() == fake.state()


def test_requests_are_counted(sonarly: httpx.Client, fake: Fake) -> None:
    """Requests count by operation, faulted and refused ones too; control requests do not."""
    fake.faults.add(Fault(status=500))
    for path in (CAMPAIGNS, f"{CAMPAIGNS}?unknown=1", DRAFT, "/_fake/state"):
        sonarly.get(path)
    assert fake.state()["requests"] == {"sonarly_campaigns_list": 2, "sonarly_campaigns_get": 1}
