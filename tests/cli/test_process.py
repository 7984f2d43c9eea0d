"""The command as a process: start, pipes, a terminal, and a full disk."""

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from campaignkit_cli.__main__ import main
from campaignkit_cli.app import main as run_main
from campaignkit_cli.streams import accept_all_letters, open_closed_streams
from campaignkit_fake import SAMPLE_ID, Fake

from tests.cli.conftest import Run
from tests.cli.pseudo_terminal import PseudoTerminal

CAMPAIGNS = ("sonarly", "campaigns", "list", SAMPLE_ID)
START = ("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID)
HEAVY = ("httpx", "campaignkit", "rich", "jmespath", "keyring", "phonenumbers", "ruamel")


def process(
    environment: dict[str, str],
    *words: str,
    module: str = "campaignkit_cli",
    options: Sequence[str] = (),
    **others: str,
) -> subprocess.CompletedProcess[str]:
    """Run a command as a process without a terminal."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, *options, "-m", module, *words],
        env={"PATH": os.environ["PATH"], **environment, **others},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("module", ["campaignkit", "campaignkit_cli"])
def test_version(environment: dict[str, str], module: str) -> None:
    """Both modules run the command line."""
    result = process(environment, "--version", module=module)

    assert (result.returncode, result.stdout.split()[0]) == (0, "campaignkit")


def test_stream_without_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """A standard stream that has no encoding stays as it is."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    accept_all_letters()
    print("\ud800")

    assert stream.getvalue() == "\ud800\n"


@pytest.mark.parametrize(("word", "code"), [("accounts", 130), ("contract", 2)])
def test_early_interruption(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], word: str, code: int
) -> None:
    """Ctrl-C while the command loads has its code, and no traceback."""

    class Interrupted:
        """Finder that Ctrl-C interrupts."""

        def find_spec(self, *_: object) -> None:
            """Raise as Ctrl-C does."""
            raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "click")
    monkeypatch.setattr(sys, "meta_path", [Interrupted()])

    monkeypatch.setattr(sys, "argv", ["campaignkit", word])

    assert main() == code
    assert capsys.readouterr().err == "campaignkit: interrupted.\n"


def test_closed_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that was started without standard streams can write; the text is dropped."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    open_closed_streams()
    with sys.stdin, sys.stdout, sys.stderr:
        print("text", file=sys.stderr)
        print("text")

        assert sys.stdin.read() == ""


def test_version_in_process(run: Run) -> None:
    """The version is that of the package."""
    assert run("--version").out.startswith("campaignkit ")


@pytest.mark.parametrize("words", [("--help",), ("sonarly", "campaigns", "start", "--help")])
def test_imports(environment: dict[str, str], words: tuple[str, ...]) -> None:
    """Help loads neither the client nor another heavy package."""
    result = process(environment, *words, options=["-X", "importtime"])
    loaded = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}

    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    ("words", "extra"), [([], "cli"), (["sonarly"], "cli"), (["mcp", "--write"], "mcp")]
)
def test_missing_extra(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    extra: str,
) -> None:
    """Without click, the command says how to install it, or the tool server."""
    monkeypatch.setitem(sys.modules, "click", None)
    monkeypatch.setattr(sys, "argv", ["campaignkit", *words])

    assert main() == 2
    assert f"pip install 'campaignkit[{extra}]'" in capsys.readouterr().err


def test_main(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The console script takes the words of the process."""
    monkeypatch.setattr(sys, "argv", ["campaignkit", "help", "exit-codes"])

    assert main() == 0
    assert capsys.readouterr().out.startswith("  0  Done.")


def test_closed_pipe(environment: dict[str, str]) -> None:
    """A reader that has enough, such as `head`, ends the command without an error."""
    shell = f'"{sys.executable}" -m campaignkit_cli {" ".join(CAMPAIGNS)} -o jsonl | head -1'
    result = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", shell],
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


@pytest.mark.parametrize("words", [(*CAMPAIGNS, "-o", "csv"), (*CAMPAIGNS, "--help"), ("--help",)])
def test_closed_reader(environment: dict[str, str], words: Sequence[str]) -> None:
    """A reader that is gone before the first line is no failure."""
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "campaignkit_cli", *words],
        env={"PATH": os.environ["PATH"], **environment},
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)

    assert (result.returncode, result.stderr) == (0, "")


class Closed(io.StringIO):
    """Stream whose reader has gone, or whose disk is full."""

    def write(self, text: str) -> int:
        """Raise as a closed pipe does."""
        raise BrokenPipeError(errno.EPIPE, "closed")


def test_closed_in_process(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed pipe is no failure, and a message that cannot be written changes no exit code."""
    monkeypatch.setattr(sys, "stdout", Closed())
    monkeypatch.setattr(sys, "stderr", Closed())

    assert run_main(["--help"], environment) == 0
    assert run_main(["dance"], environment) == 2


def test_completion(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The completion of a shell ends as click ends it."""
    monkeypatch.setenv("_CAMPAIGNKIT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "campaignkit son")
    monkeypatch.setenv("COMP_CWORD", "1")
    with pytest.raises(SystemExit) as ended:
        run_main([], environment)

    assert ended.value.code == 0


def test_full_errors(environment: dict[str, str]) -> None:
    """If standard error cannot be written, the exit code still says what happened."""
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "campaignkit_cli", *CAMPAIGNS[:2], "get", SAMPLE_ID, "unknown"],
            env={"PATH": os.environ["PATH"], **environment},
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )

    assert result.returncode == 4


def test_full_disk(environment: dict[str, str]) -> None:
    """A full disk is code 1, with one line."""
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "campaignkit_cli", *CAMPAIGNS],
            env={"PATH": os.environ["PATH"], **environment},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert result.returncode == 1
    assert result.stderr == "campaignkit: No space left on device.\n"


def test_plain_locale(environment: dict[str, str]) -> None:
    """Names with other letters are printed in the plain locale too."""
    result = process(environment, "sonarly", "accounts", "list", LANG="C", LC_ALL="C")

    assert "Zürich" in result.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_narrow_encoding(environment: dict[str, str], encoding: str) -> None:
    """A pipe gets UTF-8 in every locale, so that JSON stays JSON."""
    result = process(environment, "sonarly", "accounts", "list", PYTHONIOENCODING=encoding)

    assert result.returncode == 0
    assert "Zürich Growth" in [account["name"] for account in json.loads(result.stdout)]


def test_narrow_messages(environment: dict[str, str]) -> None:
    """Letters of a message that the encoding lacks are escapes, and no failure."""
    result = process(environment, "sonarly", "büro", PYTHONIOENCODING="ascii")

    assert result.returncode == 2
    assert "No such command 'b\\xfcro'" in result.stderr


@pytest.mark.parametrize("columns", [80, 200])
def test_terminal(environment: dict[str, str], columns: int) -> None:
    """In a terminal a list is a table as wide as the terminal."""
    with PseudoTerminal(*CAMPAIGNS, environment=environment, columns=columns) as terminal:
        assert terminal.wait() == 0
        lines = terminal.output.splitlines()

    assert f"\x1b[1mid{' ' * 24}name" in lines[0]
    assert ("outreachLanguage" in lines[0]) == (columns == 200)


@pytest.mark.parametrize(("typed", "count"), [("y\n", 1), ("n\n", 0), ("\x04", 0)])
def test_asks(environment: dict[str, str], fake: Fake, typed: str, count: int) -> None:
    """In a terminal a start asks; only yes starts, and Ctrl-D does not."""
    with PseudoTerminal(*START, environment=environment) as terminal:
        terminal.wait_for("[y/N] ")
        terminal.type(typed)
        code = terminal.wait()

    assert len(fake.state()["starts"]) == count
    assert code == (0 if count else 2)


def test_interrupted_question(environment: dict[str, str], fake: Fake) -> None:
    """Ctrl-C at the question starts nothing."""
    with PseudoTerminal(*START, environment=environment) as terminal:
        terminal.wait_for("[y/N] ")
        assert terminal.interrupt() == 130

    assert fake.state()["starts"] == []


def test_typed_ahead(environment: dict[str, str], fake: Fake) -> None:
    """What was typed before the question does not confirm it."""
    with PseudoTerminal(*START, environment=environment) as terminal:
        terminal.type("y\n")
        terminal.wait_for("[y/N] ")
        terminal.type("n\n")
        assert terminal.wait() == 2

    assert fake.state()["starts"] == []


def test_hidden_key(environment: dict[str, str]) -> None:
    """A key that is typed does not appear on the screen."""
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with PseudoTerminal("login", "sonarly", environment=environment) as terminal:
        terminal.wait_for("API key of sonarly: ")
        terminal.type("fake-sonarly\n")
        assert terminal.wait() == 0

    assert "readable only by you" in " ".join(terminal.output.split())
    assert "fake-sonarly" not in terminal.output
