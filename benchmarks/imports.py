"""Measure the time from a cold interpreter to the first client, and to its first call."""

import json
import statistics
import subprocess
import sys

from command_line import variant

_REPEATS = 9

# A port on which nothing listens: the first call is refused after its set-up.
_URL = "'https://127.0.0.1:9'"

# The import, the constructor of a client, and a call.
_OURS = (
    "from campaignkit import Sonarly",
    f"api = Sonarly(api_key='k', base_url={_URL}).campaigns",
    "api.get('g', 'c')",
)
_STATEMENTS = {
    "httpx": ("import httpx", "client = httpx.Client()", f"client.get({_URL})"),
    "ours": _OURS,
    "ours-large": _OURS,
    "stock": (
        "from peer_stock import AuthenticatedClient\n"
        "from peer_stock.api.sonarly_campaigns import sonarly_campaigns_get",
        f"client = AuthenticatedClient(base_url={_URL}, token='k')",
        "sonarly_campaigns_get.sync('g', 'c', client=client)",
    ),
    "openapi-generator": (
        "from peer_urllib3 import ApiClient, Configuration, SonarlyCampaignsApi",
        f"settings = Configuration(host={_URL}, access_token='k', retries=0)\n"
        "api = SonarlyCampaignsApi(ApiClient(settings))",
        "api.sonarly_campaigns_get('g', 'c')",
    ),
    "openai": (
        "from openai import OpenAI",
        f"client = OpenAI(api_key='k', base_url={_URL}, max_retries=0)",
        "client.get('/', cast_to=object)",
    ),
}
# CPU time, because it does not grow on a busy machine.
_PROGRAM = """
import time
begin = time.process_time()
{imports}
imported = time.process_time()
{construction}
ready = time.process_time()
try:
    {call}
except Exception:
    print(imported - begin, ready - begin, time.process_time() - begin)
"""
_METRICS = ("import ms", "ready ms", "refused ms")


def main() -> None:
    """Print the milliseconds to the end of the import, to the client, and to the refused call."""
    imports, construction, call = _STATEMENTS[variant(__doc__)]
    program = _PROGRAM.format(imports=imports, construction=construction, call=call)
    _milliseconds(program)  # writes the compiled modules
    runs = [_milliseconds(program) for _ in range(_REPEATS)]
    medians = [statistics.median(column) for column in zip(*runs, strict=True)]
    print(json.dumps(dict(zip(_METRICS, medians, strict=True))))


def _milliseconds(program: str) -> list[float]:
    # -P: the folder of this script is not on its path.
    command = [sys.executable, "-P", "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return [float(seconds) * 1000 for seconds in done.stdout.split()]


if __name__ == "__main__":
    main()
