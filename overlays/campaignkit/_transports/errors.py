"""Errors of connections as those of httpx, which the rest of the package knows."""

import httpx
from campaignkit_wire.errors import ConnectionFailure


def as_httpx(error: ConnectionFailure) -> httpx.TransportError:
    """Return the error of httpx with the same name, caused by the same exception."""
    kind: type[httpx.TransportError] = getattr(httpx, type(error).__name__)
    result = kind(str(error))
    result.__cause__ = error.__cause__
    return result
