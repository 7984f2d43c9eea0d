"""Run the mutation tests: `python -m tests.contract.mutation`, with `--check` in CI."""

import sys

from .runner import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
