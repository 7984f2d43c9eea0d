"""No log, error or repr shows a key or a body."""

import pickle
import traceback
from collections.abc import Callable

import httpx
import pytest
from campaignkit import CampaignKitError, Sonarly
from campaignkit._auth import KeyAuth

from tests.client.responses import CAMPAIGN, KEY, failure, success, transport
from tests.client.two_credentials import SECRET, SYNC, Guarded

BODY = "body-that-nobody-may-see"


def refuse(error: Exception) -> Callable[[httpx.Request], httpx.Response]:
    """Raise an error, as the handler of a transport."""

    def respond(request: httpx.Request) -> httpx.Response:
        raise error

    return respond


ANSWERS: dict[str, httpx.Response | Callable[[httpx.Request], httpx.Response]] = {
    "HTML": httpx.Response(200, html=BODY),
    "cut": httpx.Response(200, content=f'{{"success": true, "data": "{BODY}'.encode()),
    "missing field": httpx.Response(200, json=success({"name": BODY})),
    "wrong date": httpx.Response(200, json=success(CAMPAIGN | {"createdAt": BODY})),
    "contradiction": httpx.Response(200, json=success({"name": BODY}) | {"success": False}),
    # Plain text would be the words of the vendor, which belong into the error.
    "status": httpx.Response(500, content=b"\x00\xff" + BODY.encode()),
    "error": httpx.Response(409, json=failure() | {"data": BODY}),
    "undocumented": httpx.Response(202, content=BODY.encode()),
    "no answer": refuse(httpx.ReadError("reset")),
}


def shown(error: BaseException) -> str:
    """Return everything that a logger or a debugger could print of an error."""
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    del report.stack[0]
    parts = ["".join(report.format()), repr(error), repr(vars(error)), repr(error.__context__)]
    return "\n".join([*parts, repr(pickle.dumps(error))])


@pytest.mark.parametrize("response", ANSWERS.values(), ids=ANSWERS)
def test_call(response: httpx.Response | Callable[[httpx.Request], httpx.Response]) -> None:
    """Neither shows in an error, its pickle or a traceback with locals."""
    with pytest.raises(CampaignKitError) as caught:
        Sonarly(api_key=KEY, transport=transport(response), retries=0).campaigns.get("g", "c")
    text = shown(caught.value)

    assert "_sender.py" in text
    assert KEY not in text
    assert BODY not in text


@pytest.mark.parametrize(
    "options",
    [
        {"base_url": "http://api.example.com"},
        {"timeout": 0},
        {"api_key": f"{KEY} with a blank"},
        {"http_client": 5},
    ],
    ids=str,
)
def test_construction(options: dict[str, str]) -> None:
    """A client that cannot be made does not show its key."""
    with pytest.raises(CampaignKitError) as caught:
        Sonarly(**{"api_key": KEY} | options)  # type: ignore[arg-type]
    text = shown(caught.value)

    assert "_base_client.py" in text
    assert KEY not in text


@pytest.mark.expects_contract_violation("its operation is none of the spec")
@pytest.mark.parametrize("response", ANSWERS.values(), ids=ANSWERS)
def test_sync_secret(response: httpx.Response | Callable[[httpx.Request], httpx.Response]) -> None:
    """Nor does the secret of the operation that takes one in the place of the key."""
    client = Guarded(api_key=KEY, sync_secret=SECRET, transport=transport(response), retries=0)
    with pytest.raises(CampaignKitError) as caught:
        client._send(SYNC)
    text = shown(caught.value) + repr(client) + repr(SYNC)

    assert "_sender.py" in text
    assert SECRET not in text
    assert KEY not in text


def test_construction_with_secret() -> None:
    """A client that cannot be made shows neither."""
    with pytest.raises(CampaignKitError) as caught:
        Guarded(api_key=KEY, sync_secret=SECRET, timeout=0)
    text = shown(caught.value)

    assert "_base_client.py" in text
    assert KEY not in text
    assert SECRET not in text


def test_authorization() -> None:
    """What holds the key does not show it."""
    assert KEY not in repr(KeyAuth(Sonarly.CREDENTIALS[0], KEY))
