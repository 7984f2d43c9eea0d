"""Commands that serve the fake and tools for agents, and run contract verification."""

from __future__ import annotations

import sys
from threading import Event
from typing import Any

import click

from ..exit_codes import CommandError
from ..session import Session
from ..streams import note

_PAUSE = 1.0  # seconds of a wait for the end; Windows lets Ctrl-C through only between two waits
_VARIABLES = (
    ("SONARLY_BASE_URL", None),
    ("SONARLY_API_KEY", "fake-sonarly"),
    ("CALLERS_BASE_URL", None),
    ("CALLERS_API_KEY", "fake-callers"),
)


class HandOver(click.Command):
    """Command that gets its words as they are, also `--help` and `--`, and hands them over."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words, which another program parses."""
        ctx.params["words"] = tuple(args)
        return []


class Speed(click.ParamType[float]):
    """Speed of time: `60x` is a minute in a second."""

    name = "speed"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the seconds of the fake in one second."""
        try:
            speed = float(str(value).removesuffix("x"))
        except ValueError:
            speed = 0.0
        if not 0 < speed < 1e6:
            self.fail(f"must be a speed such as 60x, got {value!r}.", param, ctx)
        return speed


@click.command("fake", help="Serve a stateful fake of both vendors, and print its keys.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65_535), default=0, help="Port; 0 is a free one.")
@click.option("--seed", type=int, default=1, show_default=True, help="Number of the made-up data.")
@click.option("--speed", type=Speed(), help="Speed of its time, such as 60x.")
def fake(host: str, port: int, seed: int, speed: float | None) -> None:
    """Serve the fake until Ctrl-C."""
    serve_fake(host, port, seed, speed, Event())


def serve_fake(host: str, port: int, seed: int, speed: float | None, stop: Event) -> None:
    """Serve the fake until an event.

    Args:
        host: Address to listen on.
        port: Port to listen on; 0 takes a free one.
        seed: Number that the made-up data follow.
        speed: Seconds of the fake in one second; None lets its time move by calls only.
        stop: Event that ends it.
    """
    try:
        from campaignkit_fake import Fake, RunningClock
    except ImportError as error:
        raise CommandError(f"{error}.") from None

    served = Fake(seed, clock=RunningClock(speed) if speed else None)
    try:
        with served.serve(port, host) as base_url:
            sys.stdout.write(f"The fake listens on {base_url}. Ctrl-C stops it.\n\n")
            for name, value in _VARIABLES:
                sys.stdout.write(f"export {name}={value or base_url}\n")
            sys.stdout.write("campaignkit whoami\n")
            sys.stdout.flush()
            is_over = False
            while not is_over:
                is_over = stop.wait(_PAUSE)
    except KeyboardInterrupt:
        note("The fake is stopped.")
    finally:
        stop.set()


@click.command(
    "contract",
    cls=HandOver,
    help="Check a server or a recording against the spec: contract run, contract replay FILE.",
)
@click.pass_obj
def contract(session: Session, words: tuple[str, ...]) -> int:
    """Hand over to contract verification and return its exit code."""
    try:
        from campaignkit_contract.cli import main
    except ImportError as error:
        raise CommandError(f"{error}. Install campaignkit with its extra [contract].") from None
    except KeyboardInterrupt:
        note("campaignkit: interrupted.")
        return 2
    try:
        return main(words, session.environment)
    except SystemExit as error:  # of argparse, for --help and for errors of usage
        return int(error.code or 0)


@click.command(
    "mcp",
    cls=HandOver,
    help="Serve tools to agents over the Model Context Protocol: campaignkit mcp --help.",
)
@click.pass_obj
def mcp(session: Session, words: tuple[str, ...]) -> int:
    """Hand over to the tool server and return its exit code."""
    from campaignkit_mcp.__main__ import main

    try:
        return main(words, session.environment)
    except SystemExit as error:  # of argparse, for --help and for errors of usage
        return int(error.code or 0)
