"""Credentials travel as the security schemes say, in every combination, and show nowhere."""

import base64
import logging
from typing import Any

import httpx
import pytest
from campaignkit import ConfigurationError
from campaignkit._auth import CombinedAuth, KeyAuth
from campaignkit_runtime.operations import Credential

from tests.codegen.quarry_package import KEY, Quarry, Recorder
from tools.codegen.credentials import security_of

pytestmark = pytest.mark.expects_contract_violation("a quarry is no vendor of the spec")

LOGIN = "ann:pass:word"
OTHERS = {"query_key": "q-secret/1", "site_cookie": "c-secret"}


def _carried(request: httpx.Request) -> dict[str, str | None]:
    return {
        "header": request.headers.get("authorization"),
        "cookie": request.headers.get("cookie"),
        "query": request.url.params.get("key"),
    }


def test_none(quarry: Quarry) -> None:
    """An operation without security is sent no credential, and needs none."""
    recorder = Recorder()
    quarry.sync(recorder).stones.open()
    quarry.sync(recorder, api_key=None).stones.open()

    assert [_carried(request) for request in recorder.requests] == [
        {"header": None, "cookie": None, "query": None}
    ] * 2


@pytest.mark.parametrize(("key", "header"), [(KEY, f"Bearer {KEY}"), (None, None)])
def test_optional(quarry: Quarry, key: str | None, header: str | None) -> None:
    """Optional security is used by a client that has the credential."""
    recorder = Recorder()
    quarry.sync(recorder, api_key=key).stones.maybe()

    assert _carried(recorder.last)["header"] == header


def test_alternatives(quarry: Quarry) -> None:
    """Of alternatives, the first that the client has is sent."""
    recorder = Recorder()
    quarry.sync(recorder).stones.either()
    quarry.sync(recorder, credentials={"basic_login": LOGIN}).stones.either()
    quarry.sync(recorder, api_key=None, credentials={"basic_login": LOGIN}).stones.either()

    basic = f"Basic {base64.b64encode(LOGIN.encode()).decode()}"
    headers = [_carried(request)["header"] for request in recorder.requests]
    assert headers == [f"Bearer {KEY}", basic, basic]


def test_together(quarry: Quarry, caplog: pytest.LogCaptureFixture) -> None:
    """Several credentials are sent together, and no log shows one."""
    recorder = Recorder()
    with caplog.at_level(logging.DEBUG):
        quarry.sync(recorder, credentials=OTHERS).stones.together()

    assert _carried(recorder.last) == {
        "header": f"Bearer {KEY}",
        "cookie": "site=c-secret",
        "query": "q-secret/1",
    }
    assert "/together?key=REDACTED" in caplog.text
    assert not any(secret in caplog.text for secret in (KEY, "q-secret", "c-secret"))


def test_masked(quarry: Quarry) -> None:
    """An error that quotes a response shows no credential."""
    secrets = [KEY, *OTHERS.values()]
    response = Recorder(lambda: httpx.Response(400, json={"message": " ".join(secrets)}))
    client = quarry.sync(response, credentials=OTHERS)
    with pytest.raises(Exception, match="returned 400") as caught:
        client.stones.together()

    assert not any(secret in str(caught.value) for secret in secrets)


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("either", {"api_key": None}, "The basic login is missing. Pass basic_login="),
        ("together", {}, "The query key is missing"),
        ("text", {"api_key": None}, "The API key is missing"),
    ],
)
def test_missing(quarry: Quarry, name: str, options: dict[str, Any], message: str) -> None:
    """A call without its credentials is refused, and the error names the first of them."""
    recorder = Recorder()
    with pytest.raises(ConfigurationError, match=message):
        getattr(quarry.sync(recorder, **options).stones, name)()

    assert recorder.requests == []


@pytest.mark.parametrize(
    ("credentials", "message"),
    [
        ({"basic_login": "ann"}, "must be a name and a secret, joined by a colon"),
        ({"site_cookie": "a;b"}, "not allowed in a cookie"),
        ({"query_key": "a b"}, "not allowed in an HTTP header"),
        ({"basic": LOGIN}, "must have the names .*basic_login.*, got basic"),
    ],
)
def test_invalid(quarry: Quarry, credentials: dict[str, str], message: str) -> None:
    """A credential that cannot be sent is refused, and the error does not show it."""
    with pytest.raises(ConfigurationError, match=message) as caught:
        quarry.sync(Recorder(), credentials=credentials)

    assert not any(value in str(caught.value) for value in credentials.values())


def test_shown() -> None:
    """Neither the credentials of a call nor its URL show a secret."""
    keys = [
        KeyAuth(Credential(name, name, "", name.upper(), "query"), f"secret-{name}")
        for name in ("one", "two")
    ]
    auth = CombinedAuth(keys)
    request = httpx.Request("GET", "https://quarry.example/?a=1,2&one=old")
    list(auth.auth_flow(request))

    assert request.url.query == b"a=1,2&one=secret-one&two=secret-two"
    assert str(request.url) == "https://quarry.example/?a=1,2&one=REDACTED&two=REDACTED"
    assert "secret" not in repr(auth) + repr(request.url)
    assert auth.secrets == ["secret-one", "secret-two"]


def test_inherited() -> None:
    """The security of the document holds for an operation without its own."""
    made: dict[str, Any] = {"security": [{"siteCookie": []}]}

    assert security_of(made, {}) == [{"siteCookie": []}]
    assert security_of(made, {"security": []}) == security_of({}, {}) == [{}]
