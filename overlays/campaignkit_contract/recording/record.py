"""Recording of a program: its traffic passes through a proxy into a HAR file."""

import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..exchange import RecordingError
from ..validator import packaged_validator
from .har_file import HarFile
from .proxy import RecordingProxy, new_client
from .proxy_server import serve_proxy

BASE_URL_VARIABLES = ("SONARLY_BASE_URL", "CALLERS_BASE_URL")
"""Variables by which the client, and the program, find the proxy."""


def record(
    path: Path,
    program: Sequence[str],
    environment: Mapping[str, str],
    *,
    base_url: str = "",
    port: int = 0,
    wait: Callable[[], object] | None = None,
) -> int:
    """Record a program until it ends, or without a program until Ctrl-C, and return the exit code.

    Args:
        path: The HAR file to create.
        program: Command and arguments of the program; nothing to wait for Ctrl-C.
        environment: Environment of the program, to which the URL of the proxy is added.
        base_url: URL of the server, if it is not one of the spec.
        port: Port of the proxy; 0 for any free one.
        wait: Waits for Ctrl-C.

    Raises:
        RecordingError: The file cannot be created, the port is in use, or the program cannot be
            started.
    """
    try:
        har = HarFile(path)
    except OSError as error:
        raise RecordingError(f"cannot be created: {error.strerror}") from error
    try:
        with new_client() as client:
            proxy = RecordingProxy(packaged_validator().routes, base_url, har.append, client)
            with serve_proxy(proxy, port) as url:
                if not program:
                    return _wait(url, wait or threading.Event().wait)
                proxied = {**environment, **dict.fromkeys(BASE_URL_VARIABLES, url)}
                return subprocess.run(program, env=proxied).returncode  # noqa: S603
    except OSError as error:
        path.unlink()
        name = f"{error.filename}: " if error.filename else ""
        raise RecordingError(f"is not recorded: {name}{error.strerror}") from error
    finally:
        har.close()
        if path.exists():
            sys.stderr.write(f"{har.count} exchanges are in {path}\n")


def _wait(url: str, wait: Callable[[], object]) -> int:
    """Print how a program finds the proxy, and wait for Ctrl-C."""
    for name in BASE_URL_VARIABLES:
        print(f"export {name}={url}", flush=True)
    with suppress(KeyboardInterrupt):
        wait()
    return 0
