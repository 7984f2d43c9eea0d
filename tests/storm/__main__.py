"""Run the storm: `python -m tests.storm [exchanges]`."""

import sys

from .storm import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
