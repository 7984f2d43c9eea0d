"""Run the command line: `campaignkit`, or `python -m campaignkit_cli`."""

import sys
from importlib.util import find_spec

_MISSING = "campaignkit: the command line is not installed. Run: pip install 'campaignkit[cli]'\n"


def main() -> int:
    """Run the command line and return its exit code."""
    if find_spec("click") is None:
        sys.stderr.write(_MISSING)
        return 2
    from .app import main as run

    return run()


if __name__ == "__main__":  # pragma: no cover - runs in tests/cli/test_process.py
    sys.exit(main())
