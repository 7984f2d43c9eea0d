"""The storm finds nothing in a short run, and finds what it is there for."""

import mmap
from pathlib import Path

import pytest
from campaignkit_wire.errors import ReadError

from tests.client.certificates import make_certificate

from .server import body_of, kind_of
from .storm import Exchanges, Mode, main, storm


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate for loopback, with its key."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.mark.parametrize("mode", ["threads", "asyncio", "uvloop"])
@pytest.mark.parametrize("is_encrypted", [False, True], ids=["plain", "tls"])
def test_short(mode: Mode, is_encrypted: bool, certificate: Path) -> None:
    """Nothing is lost, mixed up, sent twice or reported wrongly."""
    report = storm(mode, 200, certificate=certificate if is_encrypted else None)

    assert report.findings == []
    assert report.results["response"] > 60


def test_findings() -> None:
    """Each fault is found."""
    exchanges = Exchanges(4, seed=0)
    good = next(number for number in range(4) if kind_of(number) == "good")
    with mmap.mmap(-1, 4) as counts:
        for number in range(4):
            request = exchanges.request(number)
            request.is_sent = number != good
            counts[number] = 2 if number == 3 else 1
            end = body_of(9) if number == 3 else ReadError("reset")
            exchanges.note(number, request, end)
        exchanges.compare(counts)

    assert exchanges.report.findings[0] == "3: the response of another request"
    assert "3: arrived 2 times" in exchanges.report.findings
    assert f"{good}: arrived, but was told as not sent" in exchanges.report.findings


def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints the results of each mode."""
    assert main(["60"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 6
