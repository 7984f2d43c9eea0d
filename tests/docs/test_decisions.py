"""Decisions are numbered, dated, and name files that exist."""

import re
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DAY = r"\d{4}-\d\d-\d\d"
STATUS = re.compile(rf"Status: (?:accepted|superseded by \d+) \(({DAY})\)(?:, updated ({DAY}))?")
FILE = re.compile(r"`([\w./-]+\.(?:py|jinja|yaml|yml|md|toml|json))`")
# Written by the generator and removed again, or missing from a wheel only.
NOT_OURS = frozenset(["client.py", "types.py", "endpoint_macros.py.jinja"])

each_decision = pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)


def tracked_names() -> set[str]:
    """Return the paths of the tree and all their ends, as a text may name them."""
    folders = ("docs", "examples", "generated", "overlays", "tests", "tools", "benchmarks")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.*")]
    parts = [path.relative_to(ROOT).parts for path in [*paths, *ROOT.glob("*.*")]]
    return {"/".join(names[start:]) for names in parts for start in range(len(names))}


NAMES = tracked_names()


@each_decision
def test_status(path: Path) -> None:
    """A decision has its number and title in the first line, its status and date in the third."""
    title, blank, status, *_ = path.read_text(encoding="utf-8").splitlines()
    number = int(path.name.partition("-")[0])
    dates = STATUS.fullmatch(status)

    assert title.startswith(f"# {number}. ")
    assert blank == ""
    assert dates
    assert [date.fromisoformat(text) for text in dates.groups() if text] == sorted(
        date.fromisoformat(text) for text in dates.groups() if text
    )


@each_decision
def test_files(path: Path) -> None:
    """The files that a decision names exist."""
    named = set(FILE.findall(path.read_text(encoding="utf-8")))

    assert named - NAMES - NOT_OURS == set()


def test_numbers() -> None:
    """The numbers of the decisions have no gap."""
    numbers = [int(path.name.partition("-")[0]) for path in DECISIONS]

    assert numbers == list(range(1, len(numbers) + 1))
