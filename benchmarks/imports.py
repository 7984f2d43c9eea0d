"""How long it takes from a cold interpreter to the first client."""

import json
import statistics
import subprocess
import sys

from command_line import variant

_REPEATS = 9

# A port on which nothing listens; no client sends anything.
_URL = '"https://127.0.0.1:9"'

# The import, and the making of a client up to where its first call could be sent.
_OURS = (
    "from campaignkit import Sonarly",
    f"Sonarly(api_key='k', base_url={_URL}).campaigns",
)
_STATEMENTS = {
    "httpx": ("import httpx", "httpx.Client()"),
    "ours": _OURS,
    "ours-60": _OURS,
    "stock": (
        "from peer_stock import AuthenticatedClient\n"
        "from peer_stock.api.sonarly_campaigns import sonarly_campaigns_get",
        f"AuthenticatedClient(base_url={_URL}, token='k').get_httpx_client()",
    ),
    "openapi-generator": (
        "from peer_urllib3 import ApiClient, Configuration, SonarlyCampaignsApi",
        f"SonarlyCampaignsApi(ApiClient(Configuration(host={_URL}, access_token='k')))",
    ),
    "openai": (
        "from openai import OpenAI",
        f"OpenAI(api_key='k', base_url={_URL})",
    ),
}
# CPU time is what the clock shows on an idle machine, and does not grow on a busy one.
_PROGRAM = """
import time
begin = time.process_time()
{imports}
imported = time.process_time()
{making}
print(imported - begin, time.process_time() - begin)
"""


def main() -> None:
    """Print the milliseconds to the end of the import, and to the first client."""
    imports, making = _STATEMENTS[variant(__doc__)]
    program = _PROGRAM.format(imports=imports, making=making)
    _milliseconds(program)  # writes the compiled modules
    runs = [_milliseconds(program) for _ in range(_REPEATS)]
    imported, ready = (statistics.median(column) for column in zip(*runs, strict=True))
    print(json.dumps({"import ms": imported, "ready ms": ready}))


def _milliseconds(program: str) -> list[float]:
    # -P: the folder of this script is not on its path.
    command = [sys.executable, "-P", "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return [float(seconds) * 1000 for seconds in done.stdout.split()]


if __name__ == "__main__":
    main()
