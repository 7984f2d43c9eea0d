"""`make contract BASE_URL=...` asks of a live server only what it was told to."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from campaignkit_fake import DOCUMENTED_ID, Fake, _server

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SCRIPT = Path(__file__).parent.parent.parent / "scripts" / "contract.py"
SONARLY = {"SONARLY_API_KEY": "fake-sonarly", "ACCOUNT_GROUP_ID": DOCUMENTED_ID}
CALLERS = {"CALLERS_API_KEY": "fake-callers", "ORGANIZATION_ID": DOCUMENTED_ID}


class Recorder:
    """The fake as if it were live; it keeps what it was asked."""

    def __init__(self) -> None:
        self.fake = Fake()
        self.base_url = ""
        self.asked: list[tuple[str, str]] = []

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Keep method and path, and answer."""
        self.asked.append((environ["REQUEST_METHOD"], environ["REQUEST_URI"]))
        return self.fake(environ, start_response)


@pytest.fixture
def live() -> Iterator[Recorder]:
    """A server that might be a vendor's."""
    recorder = Recorder()
    with _server.serve(recorder, "127.0.0.1", 0) as recorder.base_url:
        yield recorder


def judge(live: Recorder, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the script as `make contract` does."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {"BASE_URL": live.base_url, "RATE": "1000/s", "EXAMPLES": "3", **settings}
    command = [sys.executable, str(SCRIPT)]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True)  # noqa: S603


def test_reads_only(live: Recorder) -> None:
    """Without WRITE=1 nothing but GET is sent, also where the spec names no method."""
    result = judge(live, **SONARLY, **CALLERS)

    assert (result.returncode, result.stderr) == (0, "")
    assert {method for method, _ in live.asked} == {"GET"}


def test_one_vendor(live: Recorder) -> None:
    """With one vendor's key only that vendor's operations are called."""
    assert judge(live, **CALLERS).returncode == 0
    assert [path for _, path in live.asked if path.startswith("/v1/")] == []


def test_writes_when_told(live: Recorder) -> None:
    """WRITE=1 starts the campaign that was named, and no other."""
    result = judge(live, **SONARLY, WRITE="1", CAMPAIGN_ID=DOCUMENTED_ID)
    starts = live.fake.state()["starts"]

    assert result.returncode == 0, result.stdout
    assert [start["campaignId"] for start in starts] == [DOCUMENTED_ID]
    assert {method for method, _ in live.asked} == {"GET", "POST"}


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({}, "set SONARLY_API_KEY or CALLERS_API_KEY"),
        ({"SONARLY_API_KEY": "fake-sonarly"}, "set ACCOUNT_GROUP_ID"),
        ({"CALLERS_API_KEY": "fake-callers"}, "set ORGANIZATION_ID"),
        ({**SONARLY, "WRITE": "1"}, "set CAMPAIGN_ID"),
        ({**SONARLY, "SONARLY_API_KEY": "wrong"}, "answered 401"),
    ],
    ids=["no key", "no account group", "no organization", "no campaign", "wrong key"],
)
def test_refuses(live: Recorder, settings: dict[str, str], complaint: str) -> None:
    """Without what it needs the run refuses, instead of passing on answers of 401."""
    result = judge(live, **settings)

    assert result.returncode == 2
    assert complaint in result.stderr
