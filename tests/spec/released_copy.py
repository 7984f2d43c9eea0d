"""A copy of this project as released, for tests to plant changes in."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from ruamel.yaml import YAML

from tests.spec.document import load_document
from tools.codegen.checks.document import Node

ROOT = Path(__file__).parents[2]
TAG = "v0.1.0"

# A closed enumeration, which our own spec has none of.
CLOSED = {"type": "string", "enum": ["phone"]}


def document() -> Node:
    """Return the spec of the release."""
    node = load_document()
    node["info"]["version"] = "0.1.0"
    node["components"]["schemas"]["Campaign"]["properties"]["channel"] = CLOSED
    return node


def write_spec(folder: Path, change: Callable[[Node], object] = lambda node: None) -> Path:
    """Write the spec of the release, with a change, into the folder."""
    node = document()
    change(node)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "openapi.yaml"
    writer = YAML(typ="safe")
    writer.default_flow_style = False
    writer.dump(node, path)
    return path


def write_release(folder: Path) -> Path:
    """Write what is compared of the project, as version 0.1.0, into the folder."""
    for part in ("generated", "overlays", "tests/typing"):
        ignored = shutil.ignore_patterns("__pycache__", "templates")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    return write_versions(folder)


def write_versions(folder: Path) -> Path:
    """Write what names a version, as 0.1.0, into the folder."""
    write_spec(folder)
    version = folder / "overlays/campaignkit/_version.py"
    version.parent.mkdir(parents=True, exist_ok=True)
    version.write_text('__version__ = "0.1.0"\n')
    write_changelog(folder, "0.1.0", "- `Sonarly` is there.")
    return folder


def write_changelog(folder: Path, heading: str, *lines: str) -> None:
    """Write a changelog whose newest section is this one."""
    text = "\n".join(
        ["# Changelog", "", f"## [{heading}]", "", *lines, "", "## [0.0.1]", "", "- Old."]
    )
    (folder / "CHANGELOG.md").write_text(text + "\n")


def set_version(folder: Path, version: str) -> None:
    """Write the version into the spec and the package."""
    plant(folder / "openapi.yaml", r"^  version: .+", f"  version: {version}")
    plant(folder / "overlays/campaignkit/_version.py", r'".+"', f'"{version}"')


def plant(path: Path, pattern: str, text: str) -> None:
    """Change a file wherever the pattern matches, which it must."""
    changed, count = re.subn(pattern, text, path.read_text(), flags=re.MULTILINE)
    assert count, f"{pattern} is not in {path}"
    path.write_text(changed)


def git(folder: Path, *arguments: str) -> None:
    """Run git without the settings of a user."""
    names = {
        f"GIT_{who}_{what}": "a@b.c"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), *arguments]
    environment = {"PATH": os.environ["PATH"], **names, **settings}
    subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603


def commit(folder: Path) -> None:
    """Make a repository of the folder, all of it in one commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Release")
