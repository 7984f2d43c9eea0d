"""Recording in HAR: the entries that belong to the spec, and why others are skipped."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from ..exchange import Exchange, RecordingError
from ..spec.routes import Routes

_AUTHORIZATION = "authorization"
_SECRET_NAME = re.compile(r"authorization|cookie|key|token|secret", re.IGNORECASE)
_MIN_SECRET = 6  # characters; shorter texts are not secrets and appear in many words
_PORTS = {"http": 80, "https": 443}


class Recording:
    """HAR file, as a source of exchanges."""

    def __init__(self, path: Path, routes: Routes, base_url: str = "") -> None:
        self._routes = routes
        self._base_url = base_url.rstrip("/")
        bases = {server for route in routes.all for server in route.servers} | {self._base_url}
        self._bases = {base: urlsplit(base) for base in bases if base}
        self._entries = _read_entries(path)
        headers = [header for entry in self._entries for header in _headers(entry)]
        # Browsers leave keys out of their exports. Then a missing key means nothing.
        self._hidden = frozenset({_AUTHORIZATION} - {name for name, _ in headers})
        self.secrets = frozenset(_secrets(headers))
        self.skipped: Counter[str] = Counter()
        """Number of skipped entries by reason."""
        self.hosts: Counter[str] = Counter()
        """Number of skipped entries by other host."""

    def exchanges(self) -> Iterator[Exchange]:
        """Yield the exchanges with a path of the spec, on its server or at the base URL.

        Raises:
            RecordingError: An entry is not HAR 1.2.
        """
        for number, entry in enumerate(self._entries):
            try:
                url = urlsplit(entry["request"]["url"])
                prefixes = {
                    base: parts.path
                    for base, parts in self._bases.items()
                    if _host(parts) == _host(url)
                }
                exchange = Exchange.from_har(entry, hidden_headers=self._hidden)
            except (RecordingError, KeyError, TypeError, ValueError) as error:
                raise RecordingError(f"entry {number} is not a HAR entry: {error}") from error
            seen = self._as_received(exchange, prefixes)
            if not prefixes:
                self.skipped["other host"] += 1
                self.hosts[_host(url)] += 1
            elif seen is None:
                self.skipped["path that the spec lacks"] += 1
            elif not 100 <= seen.status <= 599:
                self.skipped["no response"] += 1
            else:
                yield seen

    def _as_received(self, exchange: Exchange, prefixes: dict[str, str]) -> Exchange | None:
        """Return the exchange without the path of its base URL; None if no server fits."""
        for base, prefix in prefixes.items():
            if not exchange.target.startswith(f"{prefix}/"):
                continue
            seen = replace(exchange, target=exchange.target.removeprefix(prefix))
            match = self._routes.match(seen.path)
            if match and (base == self._base_url or base in match[0].servers):
                return seen
        return None


def _read_entries(path: Path) -> list[Any]:
    try:
        # Some tools start the file with a byte order mark.
        entries = json.loads(path.read_text(encoding="utf-8-sig"))["log"]["entries"]
    except OSError as error:
        raise RecordingError(f"cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise RecordingError(f"is not JSON: {error}") from error
    except (KeyError, TypeError):
        raise RecordingError("is not HAR: it has no log.entries") from None
    if not isinstance(entries, list):
        raise RecordingError("is not HAR: log.entries is not a list")
    return entries


def _headers(entry: Any) -> Iterator[tuple[str, str]]:
    """Yield the readable headers of both sides. Their form is validated later."""
    for side in ("request", "response"):
        try:
            for header in entry[side]["headers"]:
                yield str(header["name"]).lower(), str(header["value"])
        except (KeyError, TypeError):
            continue


def _secrets(headers: list[tuple[str, str]]) -> Iterator[str]:
    for name, value in headers:
        if not _SECRET_NAME.search(name):
            continue
        # Behind the first cookie of a response come its attributes.
        for part in value.split(";")[: 1 if name == "set-cookie" else None]:
            # Also without the scheme and the cookie's name, because a server may repeat just that.
            texts = {part.strip(), part.rpartition(" ")[2], part.partition("=")[2]}
            yield from (text for text in texts if len(text) >= _MIN_SECRET)


def _host(parts: SplitResult) -> str:
    return f"{parts.hostname}:{parts.port or _PORTS.get(parts.scheme, 0)}"
