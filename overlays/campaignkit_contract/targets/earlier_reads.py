"""Responses to earlier reads, which a run that only reads need not send again."""

import re
from collections.abc import Mapping

from ..exchange import Exchange

_UNFINISHED = re.compile(rb'"status":\s*"(?:queued|running)"')
_Key = tuple[str, tuple[tuple[str, str], ...]]


class EarlierReads:
    """Responses to reads of earlier checks. A check gets each of them once.

    A read that a check repeats is sent, because the repeat may be what the check looks at.
    """

    def __init__(self) -> None:
        self._earlier: dict[_Key, Exchange] = {}
        self._own: dict[_Key, Exchange] = {}

    @property
    def exchanges(self) -> list[Exchange]:
        """Return the reads of the present check, in order."""
        return [*self._own.values()]

    def begin_check(self) -> None:
        """Offer to the next check what the last one has read."""
        self._earlier |= self._own
        self._own = {}

    def forget(self) -> None:
        """Drop every response, because the server may have changed."""
        self._earlier, self._own = {}, {}

    def take(self, target: str, headers: Mapping[str, str]) -> Exchange | None:
        """Return the response to an earlier read; None if the read must be sent.

        Args:
            target: Raw path and query.
            headers: Headers of the request.
        """
        key = _key(target, headers)
        if key in self._own or key not in self._earlier:
            return None
        self._own[key] = self._earlier[key]
        return self._own[key]

    def add(self, target: str, headers: Mapping[str, str], exchange: Exchange) -> None:
        """Remember the response to a read, unless it shows a job that goes on."""
        if not _UNFINISHED.search(exchange.body or b""):
            self._own[_key(target, headers)] = exchange


def _key(target: str, headers: Mapping[str, str]) -> _Key:
    return target, tuple(sorted((name.lower(), value) for name, value in headers.items()))
