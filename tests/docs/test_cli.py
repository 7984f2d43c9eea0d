"""The guide to the command line shows what the commands print."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run, environment, fake, run, served

__all__ = ["environment", "fake", "run", "served"]

GUIDE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMANDS = [
    block.partition("\n")
    for text in CONSOLE.findall(GUIDE)
    for block in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
]


@pytest.mark.parametrize(("command", "printed"), [(one, out) for one, _, out in COMMANDS])
def test_command(command: str, printed: str, run: Run) -> None:
    """A command prints what stands below it."""
    program, *words = shlex.split(command)
    result = run(*words)

    assert program == "campaignkit"
    assert result.out + result.err == printed
