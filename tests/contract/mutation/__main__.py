"""Run the mutation tests: `python -m tests.contract.mutation`."""

import sys

from .runner import main

if __name__ == "__main__":
    sys.exit(main())
