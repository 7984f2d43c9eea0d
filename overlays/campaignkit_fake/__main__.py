"""Run the fake as a server: `python -m campaignkit_fake --port 8080`."""

import argparse
import logging
import signal
import sys
from collections.abc import Sequence
from threading import Event
from typing import NoReturn

try:
    from . import KEYS, Fake, RunningClock
except ImportError as error:  # pragma: no cover - the tests have the extra
    sys.exit(f"campaignkit_fake: {error}.")

VENDORS = {"sonarly": "Sonarly", "callers": "Callers.ai"}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"campaignkit_fake: {message}\n")


def port(text: str) -> int:
    """Return the port of a text; argparse shows the name of this function in its error."""
    if not text.isdecimal() or int(text) > 65_535:
        raise ValueError(text)
    return int(text)


def rate(text: str) -> float:
    """Return the rate of a text; argparse shows the name of this function in its error."""
    number = float(text)
    if not 0 < number < float("inf"):
        raise ValueError(text)
    return number


def speed(text: str) -> float:
    """Return the speed of a text; argparse shows the name of this function in its error."""
    return rate(text.removesuffix("x"))


def seconds(text: str) -> float:
    """Return the seconds of a text; argparse shows the name of this function in its error."""
    number = float(text)
    if not 0 <= number < float("inf"):
        raise ValueError(text)
    return number


def _print_start(base_url: str) -> None:
    print(f"campaignkit_fake listening on {base_url}")
    print("API keys, which open this fake only:")
    for name, key in KEYS.items():
        print(f"  {name:<20} {VENDORS[key.vendor]}: {key.purpose}")
    sys.stdout.flush()


def main(arguments: Sequence[str], stop: Event) -> int:
    """Serve until `stop` is set, and return the exit code; an error is one line and exit code 2."""
    parser = _Parser(
        "campaignkit_fake", description="Serve a stateful fake of Sonarly and Callers.ai over HTTP."
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on; 0.0.0.0 is reached from other machines, with a warning",
    )
    parser.add_argument(
        "--port", type=port, default=0, help="port to listen on; 0 takes a free one (default)"
    )
    parser.add_argument("--seed", type=int, default=1, help="seed of the made-up data (default 1)")
    parser.add_argument("--rate", type=rate, help="requests per second for each key")
    parser.add_argument(
        "--poll-seconds",
        type=seconds,
        default=5.0,
        help="seconds of the fake's time that each read of an unfinished job takes (default 5)",
    )
    parser.add_argument(
        "--speed",
        type=speed,
        help="seconds of the fake in one second, so that its time runs by itself",
    )
    options = parser.parse_args(arguments)
    clock = RunningClock(options.speed) if options.speed else None
    fake = Fake(options.seed, rate=options.rate, poll_seconds=options.poll_seconds, clock=clock)
    try:
        with fake.serve(options.port, options.host) as base_url:
            _print_start(base_url)
            stop.wait()
    except OSError as error:
        parser.error(f"cannot serve: {error}")
    return 0


if __name__ == "__main__":  # pragma: no cover - runs in the subprocess of tests/fake/test_server.py
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    stopped = Event()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, lambda *_: stopped.set())
    sys.exit(main(sys.argv[1:], stopped))
