"""A proxy records the traffic of any program, without its keys, and changes nothing."""

import json
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit_contract import cli
from campaignkit_contract.recording.har_file import HarFile
from campaignkit_contract.recording.proxy import RecordingProxy, new_client
from campaignkit_contract.recording.proxy_server import serve_proxy
from campaignkit_contract.recording.record import record
from campaignkit_contract.recording.replay import replay
from campaignkit_fake import Fake

from .exchanges import CAMPAIGN, CAMPAIGNS, GET, VALIDATOR, ask

KEY = {"Authorization": "Bearer fake-sonarly"}
PROGRAM = """
import os, urllib.request
request = urllib.request.Request(
    os.environ["SONARLY_BASE_URL"] + {path!r}, headers={{"Authorization": "Bearer fake-sonarly"}}
)
with urllib.request.urlopen(request) as response:
    raise SystemExit(response.status - 200 + 7)
"""


@pytest.fixture
def fake_url() -> Iterator[str]:
    """Return the URL of a served fake."""
    with Fake().serve() as url:
        yield url


@pytest.fixture
def har(tmp_path: Path) -> Path:
    """Return the path of a recording."""
    return tmp_path / "some.har"


def recorded(har: Path, base_url: str, method: str, target: str, **options: Any) -> httpx.Response:
    """Return the response to a request through a proxy that records it."""
    file = HarFile(har)
    with new_client() as sender, httpx.Client() as client:
        proxy = RecordingProxy(VALIDATOR.routes, base_url, file.append, sender)
        with serve_proxy(proxy) as url:
            response = client.request(method, f"{url}{target}", **options)
    file.close()
    return response


def entries(har: Path) -> Any:
    """Return the entries of a recording."""
    return json.loads(har.read_text())["log"]["entries"]


def test_exchange(har: Path, fake_url: str) -> None:
    """A response passes unchanged, and the recording replays without findings."""
    response = recorded(har, f"{fake_url}/", "GET", CAMPAIGNS, headers=KEY)
    direct = httpx.get(f"{fake_url}{CAMPAIGNS}", headers=KEY)

    assert response.json()["data"] == direct.json()["data"]
    assert response.headers["content-type"] == direct.headers["content-type"]
    assert replay(har, base_url=fake_url).run.code == 0


def test_request(har: Path, fake_url: str) -> None:
    """The path, the query and the body are recorded as they were sent, and forwarded once."""
    target = f"{CAMPAIGN}/duplicate?x=%2F%C3%BC"
    recorded(har, fake_url, "POST", target, headers=KEY, json={"name": "Ünder"})
    [entry] = entries(har)

    assert entry["request"]["url"] == f"{fake_url}{target}"
    assert entry["request"]["queryString"] == [{"name": "x", "value": "/ü"}]
    assert json.loads(entry["request"]["postData"]["text"]) == {"name": "Ünder"}
    assert entry["response"]["status"] == 400  # the fake knows no such parameter


def test_no_key(har: Path, fake_url: str) -> None:
    """The key is neither in the headers nor anywhere else; only the owner reads the file."""
    headers = {**KEY, "X-Note": "it is fake-sonarly"}
    recorded(
        har,
        fake_url,
        "POST",
        f"{CAMPAIGN}/duplicate",
        headers=headers,
        json={"name": "fake-sonarly"},
    )
    text = har.read_text()

    assert "fake-sonarly" not in text
    assert "[Filtered]" in text
    assert "it is [secret]" in text
    assert stat.S_IMODE(har.stat().st_mode) == 0o600


@pytest.mark.expects_contract_violation("the proxy itself responds")
def test_unknown_path(har: Path) -> None:
    """A path without a known server is refused, and nothing is recorded."""
    response = recorded(har, "", "GET", "/nothing")

    assert response.status_code == 404
    assert "name its server by --base-url" in response.text
    assert entries(har) == []


def test_no_response(har: Path, fake_url: str) -> None:
    """A server that does not respond is a 502, and the request is not repeated."""
    with Fake().serve() as gone:
        pass
    response = recorded(har, gone, "GET", CAMPAIGNS)

    assert response.status_code == 502
    assert "no connection" in response.text
    assert entries(har) == []


def test_server_of_spec(har: Path) -> None:
    """Without a URL, a path goes to its server in the spec."""
    file = HarFile(har)
    with httpx.Client(transport=Fake().transport()) as sender, httpx.Client() as client:
        proxy = RecordingProxy(VALIDATOR.routes, "", file.append, sender)
        with serve_proxy(proxy) as url:
            client.get(f"{url}{CAMPAIGN}", headers=KEY)
            client.get(f"{url}{CAMPAIGNS}", headers=KEY)
    file.close()

    assert [entry["request"]["url"] for entry in entries(har)] == [
        f"https://api.sonarly.io{CAMPAIGN}",
        f"https://api.sonarly.io{CAMPAIGNS}",
    ]


def test_program(har: Path, fake_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A program finds the proxy by its environment, and its exit code is kept."""
    command = [sys.executable, "-c", PROGRAM.format(path=CAMPAIGN)]
    code = cli.main(["record", str(har), "--base-url", fake_url, "--", *command], {})

    assert code == 7
    assert len(entries(har)) == 1
    assert f"1 exchanges are in {har}" in capsys.readouterr().err


def test_existing_file(har: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that exists is not overwritten."""
    har.write_text("precious")

    assert cli.main(["record", str(har), "--", "true"], {}) == 2
    assert "cannot be created: File exists" in capsys.readouterr().err
    assert har.read_text() == "precious"


def test_no_program(har: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program that does not exist ends with 2 and the reason."""
    assert cli.main(["record", str(har), "--", "/no/such/program"], {}) == 2
    assert "is not recorded: /no/such/program: No such file or directory" in capsys.readouterr().err
    assert not har.exists()


def test_until_interrupted(har: Path, fake_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a program, the proxy prints its URL and records until Ctrl-C."""
    statuses = []

    def wait() -> None:
        url = capsys.readouterr().out.rpartition("=")[2].strip()
        statuses.append(httpx.get(f"{url}{CAMPAIGN}", headers=KEY).status_code)
        raise KeyboardInterrupt

    assert record(har, [], {}, base_url=fake_url, wait=wait) == 0
    assert statuses == [200]
    assert len(entries(har)) == 1


def test_port_in_use(har: Path, fake_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is in use ends with 2 and the reason."""
    port = fake_url.rpartition(":")[2]

    assert cli.main(["record", str(har), "--port", port], {}) == 2
    assert "is not recorded: Address already in use" in capsys.readouterr().err


def test_after_end(har: Path) -> None:
    """An exchange after the end of the recording is left out."""
    file = HarFile(har)
    file.close()
    file.append(ask(Fake(), *GET), "https://api.invalid", 0.1)

    assert entries(har) == []


def test_unknown_body(har: Path) -> None:
    """A body that is not known has no text, so that a replay does not call it empty."""
    file = HarFile(har)
    file.append(replace(ask(Fake(), *GET), body=None), "https://api.sonarly.io", 0.1)
    file.close()

    assert "text" not in entries(har)[0]["response"]["content"]
    assert replay(har).run.code == 0
