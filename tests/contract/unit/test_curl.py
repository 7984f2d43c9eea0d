"""A request is shown as a curl line that can be pasted into a shell, without its key."""

import subprocess
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.recording.har_file import HarFile
from campaignkit_contract.recording.replay import replay
from campaignkit_contract.report.curl import curl_line
from campaignkit_contract.spec.routes import Route
from campaignkit_fake import SAMPLE_ID, Fake

from .exchanges import CAMPAIGN, CAMPAIGNS, ORGANIZATION, VALIDATOR, ask

BASE_URL = "https://api.example"
SYNC = f"/admin/organization/{SAMPLE_ID}/external-sync"
KEYS = {"SONARLY_API_KEY": "k1", "CALLERS_API_KEY": "k2", "CALLERS_SYNC_SECRET": "k3"}
# The shell calls this function in place of curl.
_STUB = "curl() { for word; do printf '%s\\n' \"$word\"; done; }"


def line_of(exchange: Exchange) -> str:
    """Return the curl line of an exchange."""
    return curl_line(exchange, BASE_URL, route_of(exchange))


def route_of(exchange: Exchange) -> Route | None:
    """Return the route of an exchange."""
    match = VALIDATOR.routes.match(exchange.path)
    return match[0] if match else None


def pasted(line: str) -> list[str]:
    """Return the arguments that curl gets from a shell with the keys."""
    command = ["/bin/sh", "-c", f"{_STUB}\n{line}"]
    done = subprocess.run(command, env=KEYS, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.splitlines()


def sent(method: str, target: str, headers: dict[str, str], hidden: str = "") -> Exchange:
    """Return an exchange with these request headers."""
    return Exchange(
        *(method, target, 200, httpx.Headers(), b"{}"),
        request_headers=httpx.Headers(headers),
        hidden_headers=frozenset({hidden} - {""}),
    )


def test_line() -> None:
    """The line has the method, the headers and the body, without a key or a person."""
    headers = {
        "Authorization": "k3y-of-mine",
        "Content-Type": "application/json",
        "Idempotency-Key": "it's",
        "X-Other": "x",
    }
    target = "/contacts/%2B12025550142/x?email=ada%40engines.example&page=2"
    body = b'{"name": "Ada", "campaignId": "507f1f77bcf86cd799439011"}'

    assert line_of(replace(sent("POST", target, headers), request_body=body)) == (
        "curl -X POST 'https://api.example/contacts/***/x?***&page=2' "
        '-H "Authorization: $CALLERS_API_KEY" '
        "-H 'content-type: application/json' "
        """-H 'idempotency-key: it'"'"'s' """
        """-d '{"name": "***", "campaignId": "507f1f77bcf86cd799439011"}'"""
    )


@pytest.mark.parametrize("value", ["[Filtered]", "***", ""], ids=["filtered", "stars", "removed"])
@pytest.mark.parametrize(
    ("method", "target", "name", "header"),
    [
        ("GET", CAMPAIGN, "Authorization", "Authorization: Bearer k1"),
        ("GET", ORGANIZATION, "Authorization", "Authorization: k2"),
        ("POST", SYNC, "X-Sync-Secret", "X-Sync-Secret: k3"),
        ("TRACE", CAMPAIGN, "Authorization", "Authorization: Bearer k1"),
    ],
    ids=["bearer", "plain", "secret", "undeclared"],
)
def test_hidden(value: str, method: str, target: str, name: str, header: str) -> None:
    """A key that the recording hides has the form of the spec, and its variable."""
    headers = {name: value} if value else {}
    words = pasted(line_of(sent(method, target, headers, hidden=name.lower())))

    assert words == ["-X", method, f"{BASE_URL}{target}", "-H", header]


@pytest.mark.parametrize(
    ("target", "key", "header"),
    [
        (CAMPAIGN, "Bearer secret", ["-H", "Authorization: Bearer k1"]),
        (CAMPAIGN, "secret", ["-H", "Authorization: k1"]),
        (ORGANIZATION, "Bearer secret", ["-H", "Authorization: Bearer k2"]),
        (CAMPAIGN, "", []),
        ("/v1/nothing", "secret", ["-H", "Authorization: k1"]),
        ("/nothing", "Bearer secret", ["-H", "Authorization: Bearer k1"]),
        ("/nothing", "secret", ["-H", "Authorization: k2"]),
    ],
    ids=["bearer", "bare", "other", "none", "similar path", "unknown path", "unknown path, bare"],
)
def test_shown(target: str, key: str, header: list[str]) -> None:
    """A key that is known has the form that was sent, which may be the fault."""
    headers = {"Authorization": key} if key else {}

    assert pasted(line_of(sent("GET", target, headers)))[3:] == header


@pytest.mark.parametrize(
    ("base_url", "key"), [("https://api.sonarly.io", "k1"), ("https://api.callers.ai/", "k2")]
)
def test_vendor(base_url: str, key: str) -> None:
    """For a path that the spec lacks, the server of a vendor says which key it is."""
    exchange = sent("GET", "/v2/nothing", {"Authorization": "secret"})

    assert pasted(curl_line(exchange, base_url, None))[-1] == f"Authorization: {key}"


def test_other_secret() -> None:
    """Of two credentials each is shown, and a hidden one of another operation is not."""
    both = sent("POST", SYNC, {"Authorization": "a", "X-Sync-Secret": "b"})
    hidden = sent("POST", SYNC, {"X-Sync-Secret": "b"}, hidden="authorization")

    assert pasted(line_of(both))[4::2] == ["Authorization: k2", "X-Sync-Secret: k3"]
    assert pasted(line_of(hidden))[4::2] == ["X-Sync-Secret: k3"]


def test_replay(tmp_path: Path) -> None:
    """The line of a replayed recording can be pasted, although the recording has no key."""
    har = HarFile(tmp_path / "some.har")
    har.append(replace(ask(Fake(), "GET", CAMPAIGNS), status=418), BASE_URL, 0.1)
    har.close()
    problem, *_ = replay(tmp_path / "some.har", base_url=BASE_URL).run.problems

    assert problem.evidence
    assert pasted(problem.evidence.curl)[3:] == ["-H", "Authorization: Bearer k1"]
