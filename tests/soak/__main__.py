"""Run the soak test: `python -m tests.soak [seconds]`."""

import sys

from .soak import main

if __name__ == "__main__":
    sys.exit(main())
