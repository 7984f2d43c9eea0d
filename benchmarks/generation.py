"""Measure how long it takes to generate a client."""

import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

import workspace
from command_line import variant
from commands import command


def main() -> None:
    """Print the elapsed seconds; CPU time would miss the child processes of a generator."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = command(variant(__doc__), Path(folder))
        begin = time.perf_counter()
        subprocess.run(arguments, check=True, capture_output=True, cwd=workspace.ROOT)  # noqa: S603
        seconds = time.perf_counter() - begin
        if not any(name.endswith(".py") for _, _, names in os.walk(folder) for name in names):
            raise ValueError("The generator wrote no module.")
    print(json.dumps({"generate s": seconds}))


if __name__ == "__main__":
    main()
