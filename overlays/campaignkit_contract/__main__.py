"""Run contract verification: `python -m campaignkit_contract run` or `replay`."""

import os
import sys

from . import replay, run

if __name__ == "__main__":
    commands = {"run": run.main, "replay": replay.main}
    sys.exit(commands[sys.argv[1]](os.environ))
