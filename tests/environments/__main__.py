"""Try each Python of the machine: `python -m tests.environments [python3.12 ...]`.

Each gets an environment with the lowest versions that pyproject.toml allows, and one with the
newest. No file of the repository pins them, so a release of a dependency that breaks us shows here.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import which

from .lowest import EXTRAS, ROOT, lowest

PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14", "python3.13t", "python3.14t")


def is_usable(python: str) -> bool:
    """Return True if an interpreter starts; a shim can name one that is not there."""
    return which(python) is not None and _run([python, "-c", ""], quiet=True) == 0


def install(python: str, versions: str, folder: Path) -> bool:
    """Return True if an environment has the package; a dependency may have no wheel for it."""
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(lowest() if versions == "lowest" else []))
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    options = ["--only-binary", ":all:", "--constraint", str(constraints)]
    extras = ",".join(EXTRAS)
    return all(
        _run(step) == 0
        for step in ([python, "-m", "venv", str(folder)], [*pip, *options, f"{ROOT}[{extras}]"])
    )


def call(folder: Path, versions: str) -> bool:
    """Return True if the calls work in an environment."""
    own = folder / "bin" / "python"
    script = ROOT / "tests" / "environments" / "calls.py"
    return _run([str(own), "-W", "error", str(script), versions]) == 0


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
    failed: list[str] = []
    without_wheels: list[str] = []
    for python in pythons:
        for versions in ("lowest", "newest"):
            with tempfile.TemporaryDirectory() as folder:
                if not install(python, versions, Path(folder)):
                    # The lowest versions can be older than the interpreter.
                    names_of = without_wheels if versions == "lowest" else failed
                    names_of.append(f"{python} {versions}")
                elif not call(Path(folder), versions):
                    failed.append(f"{python} {versions}")
    missing = [python for python in wanted if python not in pythons]
    print("not on this machine:", ", ".join(missing) or "none")
    print("cannot be installed:", ", ".join(without_wheels) or "none")
    print("failed:", ", ".join(failed) or "none")
    return 1 if failed or not pythons else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
