"""Runs of mypy that share one cache, because the libraries take longer to read than our code.

A module in the cache is valid under equal options only, so every run has those of the release gate.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

OPTIONS = ("--config-file=", "--strict", "--follow-imports=silent")


@pytest.fixture
def mypy_cache(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Let mypy use the one cache of all workers, during one test at a time."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    monkeypatch.setenv("MYPY_CACHE_DIR", str(shared / "mypy"))
    with FileLock(shared / "mypy.lock"):
        yield


def type_errors(folder: Path, *targets: str) -> str:
    """Return the errors that mypy finds in modules and packages of a folder."""
    done = subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, "-m", "mypy", *OPTIONS, "--no-error-summary", *targets],
        env={**os.environ, "MYPYPATH": str(folder)},
        capture_output=True,
        text=True,
        cwd=folder,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
