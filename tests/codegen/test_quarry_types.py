"""The package of the scratch vendor is typed."""

import os
import subprocess
import sys

from tests.codegen.quarry_package import Quarry


def test_typed(quarry: Quarry) -> None:
    """Mypy accepts every module of the package in its strict mode."""
    environment = {**os.environ, "MYPYPATH": str(quarry.folder)}
    cache = f"--cache-dir={quarry.folder / 'cache'}"
    command = [sys.executable, "-m", "mypy", "--strict", cache, "-p", "quarry_api"]
    result = subprocess.run(  # noqa: S603 - our own package
        command, env=environment, capture_output=True, text=True, cwd=quarry.folder
    )

    assert result.stdout.splitlines()[-1].startswith("Success"), result.stdout
