"""A run that is stopped at any instant leaves a whole package."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.codegen.test_mistakes import DOCUMENT, FOLDER, SETTINGS
from tests.sampling import examples
from tools.codegen import generator, replacement

COUNT = examples(full=20, sampled=4)
# A run takes about a second; a kill after its end changes nothing.
LATEST = 1.5


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the content of each file."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def command(output: Path) -> list[str]:
    """Return the command that generates the small document."""
    files = ["--spec", str(FOLDER / DOCUMENT), "--config", str(FOLDER / SETTINGS)]
    return [sys.executable, "-m", "tools.codegen", *files, "--output", str(output)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of a run that is not stopped."""
    output = tmp_path_factory.mktemp("whole") / "harbour_api"
    subprocess.run(command(output), cwd=generator.ROOT, check=True, capture_output=True)  # noqa: S603
    return files_of(output)


@pytest.mark.parametrize("seed", range(COUNT))
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill", "interrupt"])
def test_stopped(
    number: signal.Signals, seed: int, whole: dict[str, bytes], tmp_path: Path
) -> None:
    """After a kill the package is the old or the new one, and the next run removes the rest."""
    output = tmp_path / "harbour_api"
    output.mkdir()
    (output / "old.py").write_text("OLD = True\n")
    old = files_of(output)
    run = subprocess.Popen(  # noqa: S603 - our own module
        command(output), cwd=generator.ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    try:
        run.wait(timeout=random.Random(seed).uniform(0, LATEST))  # noqa: S311
    except subprocess.TimeoutExpired:
        run.send_signal(number)
    run.communicate()

    assert files_of(output) in (old, whole)
    replacement.remove_leftovers(output)
    assert [path.name for path in tmp_path.iterdir()] == ["harbour_api"]


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C ends with a line and the usual exit code, without a traceback."""
    hook = tmp_path / "generator-config.yml"
    hook.write_text("post_hooks: ['kill -INT $PPID']\n")
    arguments = command(tmp_path / "harbour_api")
    arguments[arguments.index("--config") + 1] = str(hook)
    done = subprocess.run(  # noqa: S603 - our own module
        arguments, cwd=generator.ROOT, capture_output=True, text=True
    )

    assert done.stderr == "interrupted: harbour_api is unchanged\n"
    assert done.returncode == 130
    assert [path.name for path in tmp_path.iterdir()] == ["generator-config.yml"]


def test_moved_aside(tmp_path: Path) -> None:
    """A package that a killed run had moved aside is put back."""
    scratch = tmp_path / f".api.fresh.{dead_process()}"
    (scratch / "old").mkdir(parents=True)
    (scratch / "old" / "a.py").write_text("")
    replacement.remove_leftovers(tmp_path / "api")

    assert [path.name for path in tmp_path.iterdir()] == ["api"]
    assert (tmp_path / "api" / "a.py").exists()


def test_running(tmp_path: Path) -> None:
    """The folder of another run that still works is left alone."""
    scratch = tmp_path / f".api.fresh.{os.getppid()}"
    scratch.mkdir()
    replacement.remove_leftovers(tmp_path / "api")

    assert scratch.exists()


def test_first(tmp_path: Path) -> None:
    """Without an old package the fresh one is moved to its place."""
    with replacement.scratch_folder(tmp_path / "api") as scratch:
        (scratch / "fresh").mkdir()
        replacement.replace(scratch / "fresh", tmp_path / "api")

    assert [path.name for path in tmp_path.iterdir()] == ["api"]


def test_text(tmp_path: Path) -> None:
    """A file is replaced as a whole."""
    replacement.write_text(tmp_path / "page.md", "new\n")

    assert (tmp_path / "page.md").read_text() == "new\n"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def dead_process() -> int:
    """Return the number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid
