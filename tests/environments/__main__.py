"""Try each Python of the machine: `python -m tests.environments [python3.12 ...]`.

Each gets an environment with the lowest versions that pyproject.toml allows, and one with the
newest. No file of the repository pins them, so a release of a dependency that breaks us shows here.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from shutil import which

ROOT = Path(__file__).parents[2]
PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14", "python3.14t")
EXTRAS = "fake,http2,webhooks"

_BOUND = re.compile(r"([\w.-]+)>=([\w.]+)")


def lowest() -> list[str]:
    """Return the lowest versions of what is installed, as constraints of pip."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [project["optional-dependencies"][name] for name in EXTRAS.split(",")]
    needed = [*project["dependencies"], *(line for lines in extras for line in lines)]
    bounds = [match.groups() for line in needed if (match := _BOUND.match(line))]
    # A release that fixes the lowest version is taken in its place: `0.7` is `0.7.*`.
    return [f"{name}=={version}.*" for name, version in bounds]


def is_usable(python: str) -> bool:
    """Return True if an interpreter starts; a shim can name one that is not there."""
    return which(python) is not None and _run([python, "-c", ""], quiet=True) == 0


def try_environment(python: str, versions: str, folder: Path) -> bool:
    """Return True if the calls work in a new environment."""
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(lowest() if versions == "lowest" else []))
    own = folder / "bin" / "python"
    pip = [str(own), "-m", "pip", "install", "--quiet", "--constraint", str(constraints)]
    steps = (
        [python, "-m", "venv", str(folder)],
        [*pip, f"{ROOT}[{EXTRAS}]"],
        [str(own), "-W", "error", str(ROOT / "tests" / "environments" / "calls.py"), versions],
    )
    return all(_run(step) == 0 for step in steps)


def _run(command: list[str], *, quiet: bool = False) -> int:
    output = subprocess.DEVNULL if quiet else None
    # Not the constraints of make, which pin what is tried here.
    environment = {name: value for name, value in os.environ.items() if name != "PIP_CONSTRAINT"}
    finished = subprocess.run(  # noqa: S603 - commands of this module
        command, cwd="/", env=environment, stdout=output, stderr=output, check=False
    )
    return finished.returncode


def main(names: Sequence[str]) -> int:
    """Try the interpreters, or all that the machine has; return the exit code."""
    wanted = names or PYTHONS
    pythons = [python for python in wanted if is_usable(python)]
    failed = []
    for python in pythons:
        for versions in ("lowest", "newest"):
            with tempfile.TemporaryDirectory() as folder:
                if not try_environment(python, versions, Path(folder)):
                    failed.append(f"{python} {versions}")
    missing = [python for python in wanted if python not in pythons]
    print("not on this machine:", ", ".join(missing) or "none")
    print("failed:", ", ".join(failed) or "none")
    return 1 if failed or not pythons else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
