"""Run the tool server: `campaignkit mcp`, or `python -m campaignkit_mcp`."""

import os
import sys
from collections.abc import Mapping, Sequence

_MISSING = "campaignkit: the tool server is not installed. Run: pip install 'campaignkit[mcp]'\n"


def main(words: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ) -> int:
    """Run the tool server and return its exit code.

    Args:
        words: Arguments of the command; those of the process by default.
        environment: Variables of the environment.
    """
    try:
        import mcp  # noqa: F401 - its absence shows that the extra is missing
    except ModuleNotFoundError:
        sys.stderr.write(_MISSING)
        return 2
    from .cli import main as run

    return run(words, environment)


if __name__ == "__main__":  # pragma: no cover - runs in tests/mcp/test_process.py
    sys.exit(main())
