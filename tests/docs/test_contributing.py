"""The guide to a new operation needs no other step, and a missing step has a name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.docs.guide_steps import Step, steps

ROOT = Path(__file__).parents[2]
STEPS = steps((ROOT / "docs" / "contributing.md").read_text(encoding="utf-8"))
FOLDERS = ("docs", "generated", "overlays", "tests", "tools")
SKIPPED = shutil.ignore_patterns("peers")

# What concerns the new operations; the suite as a whole takes minutes.
SPEC_CHECKS = ("tests/spec/test_facts.py", "tests/docs/test_coverage.py")
FAKE_CHECKS = ("tests/fake/test_rules.py",)
CHECKS = (*SPEC_CHECKS, *FAKE_CHECKS, "tests/spec/test_house_rules.py", "tests/test_new_folder.py")
CHOICE = "folder or test_spec or test_operations or rules and not test_break or test_current"
# The plugins of others take longer to load than the checks to run.
SETTINGS = {"FULL": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
CALLS = """
import pytest
from campaignkit import NotFoundError, Sonarly
from campaignkit_fake import SAMPLE_ID, Fake


def test_folder() -> None:
    fake = Fake()
    sonarly = Sonarly(api_key="fake-sonarly", transport=fake.transport())
    folder = sonarly.audiences.navigation(SAMPLE_ID).folders[0]

    assert sonarly.audiences.get_folder(SAMPLE_ID, folder.id).name == folder.name
    assert sonarly.audiences.delete_folder(SAMPLE_ID, folder.id).deleted
    with pytest.raises(NotFoundError):
        sonarly.audiences.get_folder(SAMPLE_ID, folder.id)
"""


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the copy, with the packages of the copy."""
    paths = os.pathsep.join(str(root / name) for name in ("overlays", "generated"))
    # The second run starts sooner if the first may write compiled modules into the copy.
    unset = ("PYTEST", "PYTHONDONTWRITEBYTECODE")
    environment = {name: os.environ[name] for name in os.environ if not name.startswith(unset)}
    return subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, "-m", *arguments],
        cwd=root,
        env={**environment, **SETTINGS, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
    )


def check(root: Path, checks: tuple[str, ...]) -> str:
    """Return what checks print."""
    options = ("-q", "--tb=short", "-o", "contract=false")
    return run(root, "pytest", *options, "-k", CHOICE, *checks).stdout


def apply(root: Path, *beginnings: str) -> None:
    """Do the steps whose files begin so."""
    for step in STEPS:
        if step.file.startswith(beginnings):
            step.apply(root)


def test_operation(tmp_path: Path) -> None:
    """A read and a write need the steps of the guide; before each, a check names it."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=SKIPPED)
    for path in [*ROOT.glob("*.toml"), *ROOT.glob("*.y*ml"), ROOT / "README.md"]:
        shutil.copy(path, tmp_path)
    (tmp_path / "tests" / "test_new_folder.py").write_text(CALLS, encoding="utf-8")

    apply(tmp_path, "openapi.yaml")
    shown = check(tmp_path, SPEC_CHECKS)
    assert "write tests/spec/facts/<vendor>-<area>.json for DELETE /v1/accounts/" in shown
    assert "run `make generate`" in shown
    apply(tmp_path, "tests/spec/facts")
    generated = run(tmp_path, "tools.codegen")
    assert generated.returncode == 0, generated.stderr
    shown = check(tmp_path, FAKE_CHECKS)
    assert "sonarly_audiences_get_folder" in shown
    assert "to RULES of a module in overlays/campaignkit_fake/sonarly/" in shown
    apply(tmp_path, "overlays")
    shown = check(tmp_path, CHECKS)
    assert " passed" in shown, shown
    assert "failed" not in shown, shown
    assert "error" not in shown, shown


def test_place(tmp_path: Path) -> None:
    """A block goes to the first line of its name that is on its level."""
    (tmp_path / "a.yaml").write_text("x:\n        schemas:\n  schemas:\n    B: 1\n")
    Step("a.yaml", "under", "schemas:", "    A: 1\n").apply(tmp_path)

    assert (tmp_path / "a.yaml").read_text().endswith("  schemas:\n    A: 1\n    B: 1\n")


def test_steps() -> None:
    """The guide has the four steps of a read, and those of a write."""
    files = [step.file.partition("/")[0] for step in STEPS]

    assert files == ["openapi.yaml", "tests", "overlays", "overlays"] * 2
