"""Measure the CPU time of sequential blocking GETs on one connection."""

import json
import time

from clients import Get, check, getter
from command_line import variant
from server import cores, pin, served

_WARM_UP_CALLS = 200
_SECONDS = 2.0


def main(description: str | None, *, is_tls: bool = False) -> None:
    """Print the client's CPU time for a call, and the calls a second."""
    name = variant(description)
    core = cores()[-1]
    # Client and server alternate: on two cores the wake-ups between them would be measured.
    with served(core, is_tls=is_tls) as url:
        pin(core)
        get = getter(name, url)
        check(name, get())
        for _ in range(_WARM_UP_CALLS):
            get()
        print(json.dumps(_cost(get)))


def _cost(get: Get) -> dict[str, float]:
    count = 0
    cpu, begin = time.process_time(), time.perf_counter()
    end = begin + _SECONDS
    while time.perf_counter() < end:
        get()
        count += 1
    seconds = time.perf_counter() - begin
    cpu = time.process_time() - cpu
    return {"CPU us": cpu / count * 1e6, "calls/s": count / seconds}


if __name__ == "__main__":
    main(__doc__)
