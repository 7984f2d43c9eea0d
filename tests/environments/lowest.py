"""The suite with the lowest run-time dependencies: `python -m tests.environments.lowest`.

The versions are installed into a folder of their own, which comes before the environment of the
suite. So the tools of the suite stay as they are, also those that need newer versions.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXTRAS = ("fake", "http2", "webhooks")
PATHS = [f"tests/{name}" for name in ("client", "fault_matrix", "runtime", "wire", "fake", "cli")]

# The contract plugin of the suite needs the version that schemathesis pins.
_OF_TOOLS = ("jsonschema-rs",)

_LEFT_OUT = (
    # httpx2 and the test client of Starlette need a newer anyio than we do.
    *("--ignore", "tests/client/test_httpx2.py"),
    *("--deselect", "tests/runtime/test_pydantic.py::test_fastapi"),
    # msgspec before 0.22 refuses the `true` of an envelope, so `from_dict` decodes.
    *("--deselect", "tests/runtime/test_decoding.py::test_both_ways_agree"),
    *("--deselect", "tests/runtime/test_decoding.py::test_classes_stay_as_they_were"),
    *("--deselect", "tests/runtime/test_decoding.py::test_documented"),
)

_BOUND = re.compile(r"([\w.-]+)>=([\w.]+)")


def lowest() -> list[str]:
    """Return the lowest versions of what is installed, as constraints of pip."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [project["optional-dependencies"][name] for name in EXTRAS]
    needed = [*project["dependencies"], *(line for lines in extras for line in lines)]
    bounds = [match.groups() for line in needed if (match := _BOUND.match(line))]
    return [f"{name}=={_minor(version)}.*" for name, version in bounds]


def _minor(version: str) -> str:
    """Return a version of two numbers: a release that fixes it is taken in its place."""
    return version if "." in version else f"{version}.0"


def main(paths: Sequence[str]) -> int:
    """Run the tests of the paths, or those of all that runs with the package; return the code."""
    versions = [version for version in lowest() if not version.startswith(_OF_TOOLS)]
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: text for name, text in os.environ.items() if name != "PIP_CONSTRAINT"}
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder]
        suite = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", *_LEFT_OUT]
        installed = subprocess.run([*pip, *versions], cwd=ROOT, env=environment, check=False)  # noqa: S603 - commands of this module
        if installed.returncode:
            return installed.returncode
        environment["PYTHONPATH"] = folder
        return subprocess.run(  # noqa: S603
            [*suite, *(paths or PATHS)], cwd=ROOT, env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
