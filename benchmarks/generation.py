"""Measure how long it takes to generate a client."""

import json
import os
import resource
import subprocess
import tempfile
import time
from pathlib import Path

import workspace
from command_line import variant
from commands import command


def main() -> None:
    """Print the elapsed seconds, and the CPU seconds with and without our self-check."""
    name = variant(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        arguments = command(name, Path(folder))
        elapsed, cpu = _seconds(arguments)
        if not any(name.endswith(".py") for _, _, names in os.walk(folder) for name in names):
            raise ValueError("The generator wrote no module.")
        figures = {"generate s": elapsed, "CPU s": cpu}
        if name.startswith("ours"):
            # A comparison generates too, without the self-check.
            figures = {**figures, "CPU s": _seconds([*arguments, "--check"])[1]}
            figures["self-checked CPU s"] = cpu
    print(json.dumps(figures))


def _seconds(arguments: list[str]) -> tuple[float, float]:
    """Return the elapsed and the CPU seconds of a command and its child processes."""
    begin, before = time.perf_counter(), _cpu()
    subprocess.run(arguments, check=True, capture_output=True, cwd=workspace.ROOT)  # noqa: S603
    return time.perf_counter() - begin, _cpu() - before


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
