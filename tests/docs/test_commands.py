"""The commands in the README, the guides and the skill exist, and those in blocks run."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from campaignkit_fake import SAMPLE_ID

from tests.cli.conftest import Run, environment, fake, run, served

__all__ = ["environment", "fake", "run", "served"]

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / "README.md", ROOT / "benchmarks" / "RESULTS.md"),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "skills").rglob("*.md")),
]
PROGRAMS = ("campaignkit ", "make ", "pip install ", "python ", "pytest ")

# tests/docs/test_cli.py runs the blocks of docs/cli.md and compares what they print.
RUN_ELSEWHERE = ("docs/cli.md", "docs/contributing.md")
NOT_RUN = {
    "campaignkit login sonarly": "it asks for a key, and writes it to the keyring of the machine",
    f"campaignkit campaigns start {SAMPLE_ID} {SAMPLE_ID} --follow": (
        "it follows a campaign in real time; tests/cli/test_follow.py runs it on a clock"
    ),
}
VALUES = {"ACCOUNT_GROUP_ID": SAMPLE_ID, "CAMPAIGN_ID": SAMPLE_ID}
"""Values of the reader, by the names that blocks have for them."""

# Packages that a guide installs for its own example.
OTHER_PACKAGES = {"dlt"}


def _commands(text: str) -> Iterator[str]:
    """Yield the commands in blocks."""
    fenced = re.findall(r"```(?:sh|console)\n(.*?)```", text, re.DOTALL)
    joined = [re.sub(r"\\\n\s*", "", block) for block in fenced]
    lines = [line for block in joined for line in block.splitlines()]
    lines += re.findall(r"^ {4}(\S.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.M)
    for line in lines:
        command = line.removeprefix("$ ").partition("  #")[0].strip()
        if command.startswith(PROGRAMS):
            yield command


def _named(text: str) -> Iterator[str]:
    """Yield the commands in sentences and tables."""
    yield from (code for code in re.findall(r"`([^`\n]+)`", text) if code.startswith(PROGRAMS))


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


BLOCKS = [
    pytest.param(command, id=f"{_name(page)}: {command}")
    for page in PAGES
    if _name(page) not in RUN_ELSEWHERE
    for command in _commands(page.read_text(encoding="utf-8"))
    if command.startswith("campaignkit ") and command not in NOT_RUN
]
ALL = sorted(
    {
        command
        for page in PAGES
        for text in [page.read_text(encoding="utf-8")]
        for command in (*_commands(text), *_named(text))
    }
)


def _of(program: str) -> list[str]:
    return [command for command in ALL if command.startswith(program)]


@pytest.mark.parametrize("command", BLOCKS)
def test_runs(command: str, run: Run) -> None:
    """A command of a block works on the fake, once the names in it are values."""
    words = [VALUES.get(word, word) for word in shlex.split(command)[1:]]
    result = run(*words, typed="y\n")

    assert result.code == 0, result.err


@pytest.mark.parametrize("command", _of("campaignkit "))
def test_options(command: str, run: Run) -> None:
    """A command that is named has every option that is named with it."""
    words = shlex.split(command.partition(" -- ")[0])[1:]
    options = {word.partition("=")[0] for word in words if word.startswith("-")}
    result = run(*(word for word in words if not word.startswith("-")), "--help")

    assert result.code == 0, result.err
    assert {name for name in options if not re.search(rf"{name}\b", result.out)} == set()


def test_left_out() -> None:
    """Each command that is not run still stands in a block."""
    commands = {command for page in PAGES for command in _commands(page.read_text("utf-8"))}

    assert NOT_RUN.keys() <= commands


def test_targets() -> None:
    """Each `make` command is a target, and the first of each kind is found at all."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {shlex.split(command)[1] for command in _of("make ")}

    assert {"demo", "test", "generate", "contract"} <= named
    assert named <= targets


def test_modules() -> None:
    """Each module that is run with `python -m` exists."""
    lines = [shlex.split(command) for command in _of("python ")]
    named = {words[words.index("-m") + 1] for words in lines if "-m" in words}

    assert {"campaignkit_fake", "tools.codegen"} <= named
    assert {name for name in named if find_spec(name) is None} == set()


def test_extras() -> None:
    """Each extra that is installed exists, and each package is one that we test with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    tested = {re.split(r"[\[<>=;]", line)[0] for lines in extras.values() for line in lines}
    names = [word for command in _of("pip install ") for word in shlex.split(command)[2:]]
    parts = [re.fullmatch(r"([\w.-]+)(?:\[([\w,]+)\])?", name) for name in names]
    packages = [(part[1], part[2]) for part in parts if part]

    assert len(packages) == len(names)
    own = [extra for name, extra in packages if name in ("campaignkit", ".") and extra]
    assert {extra for names in own for extra in names.split(",")} <= extras.keys()
    others = {name for name, _ in packages} - {"campaignkit", "."}
    assert others <= tested | OTHER_PACKAGES
