"""Measure the blocking GETs of 32 threads that share one client."""

import json
import threading
import time

from clients import Get, check, getter
from command_line import variant
from server import cores, pin, served

_THREADS = 32
_WARM_UP_SECONDS = 0.4
_SECONDS = 1.5


def main(description: str | None, *, seconds: float = 0.0) -> None:
    """Print the client's CPU time for a call, and the calls a second."""
    name = variant(description)
    available = cores()
    with served(available[0], seconds=seconds) as url:
        pin(available[-1])
        get = getter(name, url)
        check(name, get())
        _calls(get, _WARM_UP_SECONDS)
        cpu, begin = time.process_time(), time.perf_counter()
        count = _calls(get, _SECONDS)
        passed = time.perf_counter() - begin
        cpu = time.process_time() - cpu
    print(json.dumps({"CPU us": cpu / count * 1e6, "calls/s": count / passed}))


def _calls(get: Get, seconds: float) -> int:
    """Call from all threads for a time; return how many calls were made."""
    end = time.perf_counter() + seconds
    counts: list[int] = []

    def call_repeatedly() -> None:
        count = 0
        while time.perf_counter() < end:
            get()
            count += 1
        counts.append(count)

    threads = [threading.Thread(target=call_repeatedly) for _ in range(_THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(counts) != _THREADS:
        raise ValueError(f"{_THREADS - len(counts)} of {_THREADS} threads failed")
    return sum(counts)


if __name__ == "__main__":
    main(__doc__)
