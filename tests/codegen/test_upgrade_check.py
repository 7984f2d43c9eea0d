"""The trial of newer tools says which are newer, and what they would change."""

from tests.codegen.upgrade_check import TOOLS, pins, report
from tools.codegen.generator import ROOT

PINNED = dict.fromkeys(TOOLS, "1.0")


def test_pins() -> None:
    """Each tool is pinned, and in pyproject.toml to the same version."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))

    assert [tool for tool in TOOLS if f'"{tool}=={found[tool]}"' not in project] == []


def test_current() -> None:
    """Without a newer version nothing would change."""
    lines = report(PINNED, PINNED, [], []).splitlines()

    assert lines[:-1] == [f"{tool}: 1.0" for tool in TOOLS]
    assert lines[-1] == "0 files of campaignkit_api would change"


def test_newer() -> None:
    """A newer version is named, with the files that it writes in another way."""
    shown = report(PINNED, {**PINNED, "ruff": "1.1"}, ["models/a.py"], [])

    assert "ruff: 1.0 -> 1.1\n" in shown
    assert shown.endswith("1 files of campaignkit_api would change\n  models/a.py\n")


def test_failed() -> None:
    """A failure is shown in place of the files."""
    shown = report(PINNED, PINNED, [], ["ImportError: Endpoint\n"])

    assert shown.endswith("failed:\nImportError: Endpoint\n")
