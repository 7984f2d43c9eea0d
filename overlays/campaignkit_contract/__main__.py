"""Run the command line: `python -m campaignkit_contract`."""

import sys

try:
    from .cli import main
except ModuleNotFoundError as error:
    sys.exit(f"campaignkit_contract: {error}. Install campaignkit with its extra [contract].")
except KeyboardInterrupt:
    sys.stderr.write("interrupted\n")
    sys.exit(2)

if __name__ == "__main__":
    sys.exit(main())
