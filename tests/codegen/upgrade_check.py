"""Trial of the newest generator, formatter and test tools: `make upgrade-check`.

It installs them into an environment of their own, generates there, and says what would change. The
pins and the package in the repository stay as they are.
"""

import difflib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.codegen.generator import PACKAGE, ROOT, differences

TOOLS = ("openapi-python-client", "ruff", "schemathesis", "hypothesis")
FOLDER = ROOT / "build" / "upgrade"
# What generation, its self-check and the tests of the generator's names import.
_NEEDED = (
    *("attrs", "anyio", "httpx>=0.28,<0.29", "jsonschema-rs", "msgspec", "openapi-spec-validator"),
    *("pytest", "ruamel.yaml", "ruamel.yaml.clib"),
)
_NAMES = "tests/codegen/test_generator_adapter.py"
# Without the configuration of the repository, which needs all of its plugins.
_PYTEST = ("-q", "-c", os.devnull, "--rootdir", str(ROOT), "--noconftest", "-p", "no:cacheprovider")
# A change of the version of ruff can touch every file, so only the first ones are shown whole.
_MAX_SHOWN = 3
_MAX_LINES = 40


def main() -> int:
    """Print what the newest tools would change; return 1 if something would."""
    pinned = pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    python = _environment()
    newest = _installed(python)
    package = FOLDER / PACKAGE.name
    names = _run(python, "pytest", *_PYTEST, _NAMES)
    made = _run(python, "tools.codegen", "--output", str(package))
    changed = differences(package, PACKAGE) if made.returncode == 0 else []
    failures = [done.stdout + done.stderr for done in (names, made) if done.returncode]
    sys.stdout.write(report(pinned, newest, changed, failures))
    for name in changed[:_MAX_SHOWN]:
        sys.stdout.write(_difference(package / name, PACKAGE / name))
    return 1 if changed or failures else 0


def pins(constraints: str) -> dict[str, str]:
    """Return the pinned version of each tool."""
    found = dict(re.findall(r"^([\w.-]+)==(\S+)$", constraints, flags=re.MULTILINE))
    return {tool: found[tool] for tool in TOOLS}


def report(
    pinned: Mapping[str, str],
    newest: Mapping[str, str],
    changed: Sequence[str],
    failures: Sequence[str],
) -> str:
    """Return the report.

    Args:
        pinned: Versions in the repository, by tool.
        newest: Versions that were tried, by tool.
        changed: Files of the package that the newest tools write in another way.
        failures: What failed commands wrote.

    """
    lines = []
    for tool in TOOLS:
        is_current = pinned[tool] == newest[tool]
        lines.append(f"{tool}: {pinned[tool]}{'' if is_current else f' -> {newest[tool]}'}")
    lines += [f"failed:\n{text.strip()}" for text in failures]
    if not failures:
        lines.append(f"{len(changed)} files of {PACKAGE.name} would change")
        lines += [f"  {name}" for name in changed]
    return "\n".join(lines) + "\n"


def _environment() -> Path:
    """Return the interpreter of a fresh environment with the newest tools."""
    _command(sys.executable, "-m", "venv", "--clear", str(FOLDER / "environment"))
    python = FOLDER / "environment" / "bin" / "python"
    _command(str(python), "-m", "pip", "install", "--quiet", "--upgrade", *TOOLS, *_NEEDED)
    return python


def _command(*arguments: str) -> None:
    environment = {name: os.environ[name] for name in os.environ if name != "PIP_CONSTRAINT"}
    subprocess.run(arguments, check=True, env=environment)  # noqa: S603 - pip and venv


def _installed(python: Path) -> dict[str, str]:
    listed = subprocess.run(  # noqa: S603 - pip
        [str(python), "-m", "pip", "list", "--format=json"],
        check=True,
        capture_output=True,
        text=True,
    )
    versions = {each["name"].lower(): each["version"] for each in json.loads(listed.stdout)}
    return {tool: versions[tool] for tool in TOOLS}


def _run(python: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the repository in the environment."""
    paths = os.pathsep.join(str(ROOT / name) for name in ("overlays", "generated"))
    return subprocess.run(  # noqa: S603 - our own modules
        [str(python), "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
    )


def _difference(new: Path, old: Path) -> str:
    before, after = (
        path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
        for path in (old, new)
    )
    lines = difflib.unified_diff(before, after, f"now/{old.name}", f"newest/{new.name}", n=1)
    return "".join([*lines][:_MAX_LINES])


if __name__ == "__main__":
    sys.exit(main())
