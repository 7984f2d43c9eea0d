"""A recording: the entries of a HAR that belong to the spec, and why the others do not."""

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

Json = dict[str, Any]

_AUTHORIZATION = "authorization"
_SECRET = re.compile(r"authorization|cookie|key|token|secret", re.IGNORECASE)
_SHORTEST = 6  # letters; what is shorter is no secret, and stands in many words
_PORTS = {"http": 80, "https": 443}


class Recording:
    """A HAR, and what it holds for a judge."""

    def __init__(self, path: Path, routes: Routes, base_url: str = "") -> None:
        self._routes = routes
        self._base_url = base_url.rstrip("/")
        bases = {server for route in routes.all for server in route.servers} | {self._base_url}
        self._bases = {base: urlsplit(base) for base in bases if base}
        self._entries = _entries(path)
        headers = [header for entry in self._entries for header in _headers(entry)]
        # Browsers leave keys out of what they export: then a missing one says nothing.
        self._hidden = frozenset({_AUTHORIZATION} - {name for name, _ in headers})
        self.secrets = frozenset(_secrets(headers))
        self.skipped: Counter[str] = Counter()
        """How many entries were passed over, by the reason."""
        self.hosts: Counter[str] = Counter()
        """The other hosts among them."""

    def exchanges(self) -> Iterator[Exchange]:
        """What belongs to the spec: one of its paths, on its server or at the base URL."""
        for number, entry in enumerate(self._entries):
            try:
                url = urlsplit(entry["request"]["url"])
                near = {
                    base: parts.path
                    for base, parts in self._bases.items()
                    if _host(parts) == _host(url)
                }
                exchange = Exchange.from_har(entry, hidden=self._hidden)
            except (RecordingError, KeyError, TypeError, ValueError) as error:
                raise RecordingError(f"entry {number} is not as HAR has it: {error}") from error
            found = self._found(exchange, near)
            if not near:
                self.skipped["of other hosts"] += 1
                self.hosts[_host(url)] += 1
            elif found is None:
                self.skipped["of paths that the spec lacks"] += 1
            elif not 100 <= found.status <= 599:
                self.skipped["without an answer"] += 1
            else:
                yield found

    def _found(self, exchange: Exchange, near: dict[str, str]) -> Exchange | None:
        """The exchange as the server saw it, without the path of its base URL."""
        for base, prefix in near.items():
            if not exchange.target.startswith(f"{prefix}/"):
                continue
            seen = replace(exchange, target=exchange.target.removeprefix(prefix))
            match = self._routes.match(seen.path)
            if match and (base == self._base_url or base in match[0].servers):
                return seen
        return None


def _entries(path: Path) -> list[Any]:
    try:
        # Some tools begin the file with a byte order mark.
        entries = json.loads(path.read_text(encoding="utf-8-sig"))["log"]["entries"]
    except OSError as error:
        raise RecordingError(f"cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise RecordingError(f"is no JSON: {error}") from error
    except (KeyError, TypeError):
        raise RecordingError("has no log.entries, so it is no HAR") from None
    if not isinstance(entries, list):
        raise RecordingError("has no list of log.entries, so it is no HAR")
    return entries


def _headers(entry: Any) -> Iterator[tuple[str, str]]:
    """The headers of both sides, as far as they can be read; their form is judged later."""
    for side in ("request", "response"):
        try:
            for header in entry[side]["headers"]:
                yield str(header["name"]).lower(), str(header["value"])
        except (KeyError, TypeError):
            continue


def _secrets(headers: list[tuple[str, str]]) -> Iterator[str]:
    for name, value in headers:
        if not _SECRET.search(name):
            continue
        # What follows the first cookie of an answer are its attributes.
        for part in value.split(";")[: 1 if name == "set-cookie" else None]:
            # Without the scheme's word and the cookie's name too: something may repeat just that.
            found = {part.strip(), part.rpartition(" ")[2], part.partition("=")[2]}
            yield from (each for each in found if len(each) >= _SHORTEST)


def _host(parts: SplitResult) -> str:
    return f"{parts.hostname}:{parts.port or _PORTS.get(parts.scheme, 0)}"
