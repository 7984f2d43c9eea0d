"""Try vcrpy in each of these versions, or in those of the command line, in its own environment."""

import os
import subprocess
import sys
import venv
from pathlib import Path

VERSIONS = ("6.0.2", "7.0.0", "8.0.0", "8.5.0", "9.0.0", "9.4.2")
ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENTS = ROOT / "build" / "recorders"


def main() -> int:
    """Return 1 if a version fails."""
    # Each version is tried, also after one that fails.
    results = [_works(version) for version in sys.argv[1:] or VERSIONS]
    return int(not all(results))


def _works(version: str) -> bool:
    folder = ENVIRONMENTS / version
    python = str(folder / "bin" / "python")
    if not (folder / "installed").exists():
        venv.create(folder, clear=True, with_pip=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        # The constraints hold the version of the suite.
        environment = {key: value for key, value in os.environ.items() if key != "PIP_CONSTRAINT"}
        command = [*pip, f"vcrpy=={version}", "--editable", f"{ROOT}[fake]"]
        subprocess.run(command, env=environment, check=True)  # noqa: S603 - our own packages
        (folder / "installed").touch()
    module = [python, "-m", "tests.recorders.cassette"]
    done = subprocess.run(module, cwd=ROOT, check=False)  # noqa: S603 - as above
    if done.returncode:
        print(f"vcrpy {version}: FAILED")
    return not done.returncode


if __name__ == "__main__":
    sys.exit(main())
