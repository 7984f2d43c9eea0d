"""Completion in the shells themselves, in a terminal."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from campaignkit_fake import SAMPLE_ID

from tests.cli.conftest import Run
from tests.cli.pseudo_terminal import PseudoTerminal

_SETUP = "autoload -Uz compinit; compinit -D -u; "
_STARTS = {
    "bash": (("--norc", "-i"), 'eval "$(campaignkit completion bash)"'),
    "zsh": (("-f", "-i"), _SETUP + 'eval "$(campaignkit completion zsh)"'),
    "fish": (("--no-config", "-i"), "campaignkit completion fish | source"),
}
NAMES = pytest.mark.parametrize("name", _STARTS)


def _start(name: str, environment: dict[str, str], folder: Path) -> PseudoTerminal:
    """Return a shell that completes our command."""
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    script = folder / "bin" / "campaignkit"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m campaignkit_cli "$@"\n')
    script.chmod(0o700)
    variables = {
        "HOME": str(folder),
        "PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    options, setup = _STARTS[name]
    shell = PseudoTerminal(
        *options, environment=environment | variables, columns=160, program=[program]
    )
    shell.type(f'{setup}; echo rea""dy\n')
    shell.wait_for("ready\r")
    return shell


@pytest.fixture
def shell(
    name: str, run: Run, environment: dict[str, str], tmp_path: Path
) -> Iterator[PseudoTerminal]:
    """Yield a shell, after lists of account groups and campaigns."""
    run("whoami")
    run("sonarly", "campaigns", "list", SAMPLE_ID)
    with _start(name, environment, tmp_path) as terminal:
        yield terminal


@NAMES
def test_words(shell: PseudoTerminal) -> None:
    """Tab completes commands and options."""
    shell.type("campaignkit son\t")
    shell.wait_for("sonarly", again=True)
    shell.type("acc\t")
    shell.wait_for("ounts", again=True)
    shell.type("lis\t--fie\t")
    shell.wait_for("lds", again=True)
    shell.type("name -o csv\n")
    shell.wait_for("Kraków Growth")


@NAMES
def test_ids(shell: PseudoTerminal) -> None:
    """Tab completes IDs, each argument with its own."""
    shell.type("campaignkit sonarly campaigns get 507f\t")
    shell.wait_for("439011", again=True)
    shell.type("507f\t")
    shell.wait_for("439011", again=True)
    shell.type("--query name\n")
    shell.wait_for("Q4: recruiters, Berlin")


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_names(shell: PseudoTerminal) -> None:
    """Shells that have descriptions show the whole names beside the IDs."""
    shell.type(f"campaignkit campaigns follow {SAMPLE_ID} ca000000000000000000000\t")
    shell.wait_for("Autumn: founders, Zürich")


@NAMES
def test_paths(shell: PseudoTerminal, tmp_path: Path) -> None:
    """Tab completes the files of an option and of an argument."""
    (tmp_path / "people.csv").write_text("name,phone\nAda,+12025550163\n")
    shell.type(f'cd "{tmp_path}"; echo mo""ved\n')
    shell.wait_for("moved\r")
    shell.type(f"campaignkit contacts sync {SAMPLE_ID} peo\t")
    shell.wait_for("ple.csv", again=True)
    shell.type("--dry-run --query '[].name'\n")
    shell.wait_for("Ada")
