"""Run the command line: `python -m campaignkit`; it needs the extra `cli`."""

import sys

from campaignkit_cli.__main__ import main

if __name__ == "__main__":  # pragma: no cover - runs in tests/cli/test_process.py
    sys.exit(main())
