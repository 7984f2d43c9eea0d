"""The command line in process, against a fake over HTTP."""

import io
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from campaignkit_cli.app import main
from campaignkit_fake import Fake

from tests.cli.terminal import Result, Terminal
from tools.site.examples import sample_file

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Fake, str]]:
    """Yield a fake and its base URL."""
    fake = Fake()
    with fake.serve() as base_url:
        yield fake, base_url


@pytest.fixture
def fake(served: tuple[Fake, str]) -> Fake:
    """Return the fake in its first state."""
    served[0].reset()
    return served[0]


@pytest.fixture
def environment(fake: Fake, served: tuple[Fake, str], tmp_path: Path) -> dict[str, str]:
    """Variables of the environment: the keys and the URL of the fake, and folders of the test."""
    return {
        "SONARLY_API_KEY": "fake-sonarly",
        "CALLERS_API_KEY": "fake-callers",
        "CALLERS_SYNC_SECRET": "fake-sync",
        "SONARLY_BASE_URL": served[1],
        "CALLERS_BASE_URL": served[1],
        "CAMPAIGNKIT_CONFIG_DIR": str(tmp_path / "config"),
    }


@pytest.fixture
def sample_folder() -> Iterator[Path]:
    """Yield the working directory, with the file that the example of an upload sends."""
    with sample_file() as folder:
        yield folder


@pytest.fixture
def run(
    environment: dict[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Run]:
    """Run a command: `run("sonarly", "accounts", "list")`; `typed` is what a person types."""

    def run_command(*words: str, stdin: str = "", typed: str | None = None) -> Result:
        with monkeypatch.context() as patched:
            if typed is None:
                patched.setattr(sys, "stdin", io.StringIO(stdin))
                code = main(words, environment)
                return Result(code, *capsys.readouterr())
            out, err = Terminal(), Terminal()
            patched.setattr(sys, "stdin", Terminal(typed))
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            code = main(words, environment)
            return Result(code, out.getvalue(), err.getvalue())

    logger = logging.getLogger("campaignkit")
    before = logger.level, logger.propagate, logger.handlers
    yield run_command
    logger.level, logger.propagate, logger.handlers = before
