"""Arguments of the command, and the ways in: standard streams and HTTP."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, TextIO

import anyio
from campaignkit_operations.client_factory import ClientFactory
from campaignkit_operations.errors import UsageError
from campaignkit_runtime.clock import SystemClock
from mcp.server.stdio import stdio_server

from .audit import Audit
from .http import PATH, http_app
from .server import Parts, build_server
from .settings import Settings
from .vendor_clients import VendorClients

if TYPE_CHECKING:
    from mcp.server.lowlevel import Server

    from .sessions import Sessions

_MAX_PORT = 65_535
_TOKEN_VARIABLE = "CAMPAIGNKIT_MCP_TOKEN"  # noqa: S105 - the name of a variable


def _count(text: str) -> int:
    value = int(text)
    if value < 0:
        raise ValueError
    return value


_count.__name__ = "integer >= 0"  # for the messages of argparse


def _port(text: str) -> int:
    value = int(text)
    if not 0 <= value <= _MAX_PORT:
        raise ValueError
    return value


_port.__name__ = "port"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    command = argparse.ArgumentParser(
        prog="campaignkit mcp",
        description="Serve Sonarly and Callers.ai to agents over the Model Context Protocol. Keys"
        " come from the environment, or from the profile in use.",
    )
    add = command.add_argument
    add("--write", action="store_true", help="Add the tools that change something.")
    add(
        "--toolset",
        action="append",
        default=[],
        metavar="NAME",
        help="Only these tools, such as sonarly.campaigns,callers. Can be repeated.",
    )
    add(
        "--yes-to",
        action="append",
        default=[],
        metavar="TOOL",
        help="Call this tool without a question to the user. Can be repeated.",
    )
    add("--max-calls", type=_count, metavar="N", help="Calls of a session.")
    add("--max-people", type=_count, metavar="N", help="People that a session can reach.")
    add("--audit", metavar="FILE", help="File for a line about each call; else standard error.")
    add("--profile", metavar="NAME", help="Profile with the keys.")
    add("--http", action="store_true", help="Serve HTTP on loopback instead of standard streams.")
    add("--port", type=_port, default=0, metavar="PORT", help="Port; 0 takes a free one.")
    add(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="Origin of a client in a browser, for HTTP. Can be repeated.",
    )
    return command


def main(
    words: Sequence[str] | None = None,
    environment: Mapping[str, str] = os.environ,
    serve: Callable[[argparse.Namespace, Server[Sessions], Mapping[str, str]], None] | None = None,
) -> int:
    """Serve until the client ends, and return an exit code.

    Args:
        words: Arguments of the command; those of the process by default.
        environment: Variables of the environment.
        serve: Serves a server; by default over standard streams or HTTP.
    """
    options = parser().parse_args(words)
    try:
        with ExitStack() as stack:
            server = _server(options, environment, stack)
            (serve or _serve)(options, server, environment)
    except UsageError as error:
        sys.stderr.write(f"campaignkit: {error}\n")
        return 2
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(f"campaignkit: {place}{error.strerror or error}.\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _server(
    options: argparse.Namespace, environment: Mapping[str, str], stack: ExitStack
) -> Server[Sessions]:
    factory = ClientFactory(environment)
    factory.profile_flag = options.profile
    clients = VendorClients(factory)
    stack.callback(clients.close)
    settings = Settings(
        can_write=options.write,
        toolsets=tuple(name for names in options.toolset for name in names.split(",")),
        confirmed_tools=frozenset(options.yes_to),
        max_calls=options.max_calls,
        max_people=options.max_people,
    )
    stream = stack.enter_context(open_audit(options.audit)) if options.audit else sys.stderr
    clock = SystemClock()
    return build_server(Parts(settings, clients, Audit(stream, clock), clock))


def open_audit(name: str) -> TextIO:
    """Open a file that only its owner can read, to append lines."""
    path = Path(name)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    return os.fdopen(descriptor, "a", encoding="utf-8")


def _serve(
    options: argparse.Namespace, server: Server[Sessions], environment: Mapping[str, str]
) -> None:
    if options.http:
        token = environment.get(_TOKEN_VARIABLE)
        if not token:
            token = token_urlsafe()
            sys.stderr.write(f"Authorization: Bearer {token}\n")
        serve_http(server, options.port, token, options.allow_origin)
    else:
        with _ended_by_interrupt():
            anyio.run(serve_stdio, server)


@contextmanager
def _ended_by_interrupt() -> Iterator[None]:
    """Let Ctrl-C end the process, which otherwise waits for the next line of standard input."""
    previous = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


async def serve_stdio(server: Server[Sessions]) -> None:
    """Serve one client over the standard streams until it closes them."""
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


def serve_http(
    server: Server[Sessions], port: int, token: str, origins: Sequence[str] = ()
) -> None:
    """Serve clients over HTTP on loopback until Ctrl-C.

    Args:
        server: The server.
        port: Port to listen on; 0 takes a free one.
        token: Bearer token of the clients.
        origins: Origins of clients in browsers.
    """
    import uvicorn

    with socket.create_server(("127.0.0.1", port)) as listener:
        own_port = listener.getsockname()[1]
        app = http_app(server, own_port, token, origins)
        sys.stderr.write(f"Listening on http://127.0.0.1:{own_port}{PATH}\n")
        # httptools leaves spaces at the end of a header, h11 does not.
        config = uvicorn.Config(
            app, http="h11", ws="none", log_level="warning", access_log=False, lifespan="on"
        )
        anyio.run(partial(uvicorn.Server(config).serve, sockets=[listener]))
