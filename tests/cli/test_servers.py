"""The commands that serve the fake and run contract verification."""

import re
import sys
from pathlib import Path
from threading import Event

import pytest
from campaignkit_cli.workflows.servers import Speed, serve_fake
from campaignkit_fake import SAMPLE_ID

from tests.cli.conftest import Run
from tests.cli.pseudo_terminal import PseudoTerminal


class StopAfter(Event):
    """Event that is set after some waits."""

    def __init__(self, waits: int) -> None:
        super().__init__()
        self.waits = waits

    def wait(self, timeout: float | None = None) -> bool:
        """Return True after the last wait."""
        self.waits -= 1
        return self.waits < 0


class Interrupted(StopAfter):
    """Event whose wait is interrupted by Ctrl-C."""

    def wait(self, timeout: float | None = None) -> bool:
        """Raise as Ctrl-C does."""
        raise KeyboardInterrupt


def test_fake(capsys: pytest.CaptureFixture[str]) -> None:
    """The fake prints lines to copy, and stops on Ctrl-C."""
    serve_fake("127.0.0.1", 0, 1, None, Interrupted(0))
    out, err = capsys.readouterr()

    assert re.search(r"export SONARLY_BASE_URL=http://127\.0\.0\.1:\d+\n", out)
    assert "export CALLERS_API_KEY=fake-callers\n" in out
    assert err == "The fake is stopped.\n"


def test_fake_with_speed(capsys: pytest.CaptureFixture[str]) -> None:
    """With a speed, the time of the fake runs by itself."""
    serve_fake("127.0.0.1", 0, 1, 60.0, StopAfter(0))

    assert "The fake listens on" in capsys.readouterr().out


@pytest.mark.parametrize("speed", ["fast", "0x", "-1"])
def test_bad_speed(run: Run, speed: str) -> None:
    """A speed is a positive number."""
    result = run("fake", "--speed", speed)

    assert result.code == 2
    assert "must be a speed such as 60x" in result.err


def test_speed() -> None:
    """A speed can have an x at its end."""
    assert [Speed().convert(text, None, None) for text in ("60x", "1.5")] == [60.0, 1.5]


def test_taken_port(run: Run, environment: dict[str, str]) -> None:
    """A port that is taken is an error of this machine."""
    port = environment["SONARLY_BASE_URL"].rpartition(":")[2]

    assert run("fake", "--port", port).code == 1


def test_fake_in_terminal(environment: dict[str, str]) -> None:
    """In a terminal the fake serves calls until Ctrl-C."""
    with PseudoTerminal("fake", "--speed", "60x", environment={}) as terminal:
        terminal.wait_for("campaignkit whoami")
        [url] = re.findall(r"export SONARLY_BASE_URL=(\S+)", terminal.output)
        words = ("sonarly", "campaigns", "get", SAMPLE_ID, SAMPLE_ID)
        with PseudoTerminal(*words, environment=environment | {"SONARLY_BASE_URL": url}) as other:
            assert other.wait() == 0
        assert terminal.interrupt() == 0


@pytest.mark.parametrize(("words", "code"), [(("--help",), 0), (("dance",), 2), (("replay",), 2)])
def test_contract(run: Run, words: tuple[str, ...], code: int) -> None:
    """Words and exit code are those of contract verification."""
    assert run("contract", *words).code == code


class InterruptedModule:
    """Module whose import is interrupted."""

    def __getattr__(self, name: str) -> None:
        raise KeyboardInterrupt


def test_interrupted_contract(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while contract verification is loaded has its exit code, and one line."""
    monkeypatch.setitem(sys.modules, "campaignkit_contract.cli", InterruptedModule())
    result = run("contract", "run")

    assert (result.code, result.err) == (2, "campaignkit: interrupted.\n")


def test_program(run: Run, tmp_path: Path) -> None:
    """The words behind `--` are those of the recorded program."""
    har = tmp_path / "some.har"
    result = run("contract", "record", str(har), "--", sys.executable, "-c", "raise SystemExit(7)")

    assert result.code == 7
    assert har.exists()


def test_missing_recording(run: Run, tmp_path: Path) -> None:
    """A recording that does not exist is said by contract verification."""
    result = run("contract", "replay", str(tmp_path / "missing.har"))

    assert result.code == 2
    assert "not run:" in result.err


@pytest.mark.parametrize(
    ("name", "words"),
    [("campaignkit_fake", ("fake",)), ("campaignkit_contract.cli", ("contract",))],
)
def test_missing_extra(
    run: Run, name: str, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra, the command says which one is missing."""
    monkeypatch.setitem(sys.modules, name, None)
    result = run(*words)

    assert result.code == 2
    assert "campaignkit: " in result.err
