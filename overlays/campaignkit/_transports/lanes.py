"""Choice of the way that a call takes.

`direct` writes the bytes that httpx would write, on our own connections. `wire` sends through httpx
over the same connections, because something watches httpx. `stock` leaves all to httpx.
"""

import re
import sys
from operator import attrgetter, is_
from types import FunctionType
from typing import Any, Literal

import httpx
from campaignkit_wire.availability import Mode

_SENDING = re.compile("send|transport")

Lane = Literal["direct", "wire", "stock"]


def choose_lane(mode: Mode, *, is_plain: bool = True) -> Lane:
    """Return the lane of a call of a client that manages its connections.

    Args:
        mode: Kind of the client.
        is_plain: True if the direct lane can write the request. Its key is a header, and its body
            is not sent in parts.
    """
    watchers = _WATCHERS[mode]
    if watchers.watch_httpcore():
        return "stock"
    return "direct" if is_plain and not watchers.watch_httpx() else "wire"


class _Watchers:
    """Functions that recorders, mocks and instrumentation replace, and those of the libraries."""

    def __init__(self, client: str, transport: str, prefix: str, method: str) -> None:
        # Each function of the client that has a part in sending, by its name.
        names = [name for name in dir(getattr(httpx, client)) if _SENDING.search(name)]
        paths = [f"{client}.{name}" for name in names]
        self._of_httpx = attrgetter(*paths, f"{transport}.{method}")
        self._of_httpcore = attrgetter(
            f"{prefix}ConnectionPool.{method}", f"{prefix}HTTPConnection.{method}"
        )
        self._known_httpx: tuple[Any, ...] = (None,) * (len(paths) + 1)
        self._known_watchers: tuple[Any, ...] = (None,) * (len(paths) + 1)
        self._known_httpcore: tuple[Any, ...] = (None, None)

    def watch_httpx(self) -> bool:
        """Return True if one of the functions of httpx is not its own."""
        functions = self._of_httpx(httpx)
        # By identity: wrappers can claim to be equal to what they wrap.
        if all(map(is_, functions, self._known_httpx)):
            return False
        if all(map(is_, functions, self._known_watchers)):
            return True
        if all(_is_of("httpx", function) for function in functions):
            self._known_httpx = functions
            return False
        self._known_watchers = functions
        return True

    def watch_httpcore(self) -> bool:
        """Return True if one of the functions of httpcore is not its own."""
        httpcore = sys.modules.get("httpcore")
        if httpcore is None:  # httpx imports it with its own transports only
            return False
        functions = self._of_httpcore(httpcore)
        if all(map(is_, functions, self._known_httpcore)):
            return False
        if all(_is_of("httpcore", function) for function in functions):
            self._known_httpcore = functions
            return False
        return True


def _is_of(package: str, function: object) -> bool:
    """Return True if a function is plain, and was defined in a package."""
    if type(function) is not FunctionType:  # not `isinstance`, to which wrappers lie
        return False
    # `functools.wraps` copies the name of the module, but not the globals.
    return str(function.__globals__.get("__name__")).partition(".")[0] == package


_WATCHERS: dict[Mode, _Watchers] = {
    "sync": _Watchers("Client", "HTTPTransport", "", "handle_request"),
    "async": _Watchers("AsyncClient", "AsyncHTTPTransport", "Async", "handle_async_request"),
}
