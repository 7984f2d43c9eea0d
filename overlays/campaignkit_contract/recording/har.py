"""Recording in HAR: the entries that belong to the spec, and why others are skipped.

The file is kept as bytes, and each entry is decoded when it is read. So memory stays near the size
of the file.
"""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import msgspec

from ..exchange import MALFORMED, Exchange, RecordingError, header_pairs
from ..spec.routes import Routes

_SECRET_NAME = re.compile(r"authorization|cookie|key|token|secret", re.IGNORECASE)
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_ENTRIES = re.compile(rb'"entries"\s*:\s*\[')
_MIN_SECRET = 6  # characters; shorter texts are not secrets and appear in many words
_PORTS = {"http": 80, "https": 443}


class Recording:
    """HAR file, as a source of exchanges."""

    def __init__(self, path: Path, routes: Routes, base_url: str = "") -> None:
        self._routes = routes
        self._base_url = base_url.rstrip("/")
        bases = {server for route in routes.all for server in route.servers} | {self._base_url}
        self._bases = {base: urlsplit(base) for base in bases if base}
        # A file that ends too early, or is damaged, is not whole.
        self._entries, self.is_whole = _read_entries(path)
        names: set[str] = set()
        secrets: set[str] = set()
        self.readable = 0
        """Number of entries that can be read."""
        for entry in map(_decoded, self._entries):
            self.readable += entry is not None
            for name, value in _headers(entry):
                names.add(name)
                secrets.update(secrets_in(name, value))
        # Browsers leave keys out of their exports. Then a missing key means nothing.
        self._hidden = frozenset(_key_headers(routes) - names)
        self.secrets = frozenset(secrets)
        self.skipped: Counter[str] = Counter()
        """Number of skipped entries by reason."""
        self.hosts: Counter[str] = Counter()
        """Number of skipped entries by other host."""

    def exchanges(self) -> Iterator[Exchange]:
        """Yield the exchanges with a path of the spec, on its server or at the base URL.

        An entry that is not HAR 1.2 is skipped and counted.
        """
        for entry in map(_decoded, self._entries):
            try:
                url = urlsplit(entry["request"]["url"])
                host = _host(url)
                if not _has_response(entry):
                    self.skipped["no response"] += 1
                    continue
                exchange = Exchange.from_har(entry, hidden_headers=self._hidden)
            except (RecordingError, *MALFORMED):
                self.skipped["not a HAR entry"] += 1
                continue
            prefixes = {
                base: parts.path for base, parts in self._bases.items() if _host(parts) == host
            }
            seen = self._as_received(exchange, prefixes)
            if not prefixes:
                self.skipped["other host"] += 1
                self.hosts[host] += 1
            elif seen is None:
                self.skipped["path that the spec lacks"] += 1
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


class _Log(msgspec.Struct):
    entries: list[msgspec.Raw]


class _File(msgspec.Struct):
    log: _Log


def _read_entries(path: Path) -> tuple[list[msgspec.Raw], bool]:
    """Return the entries of a file, not yet decoded, and whether the file is whole."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RecordingError(f"cannot be read: {error.strerror}") from error
    # Some tools start the file with a byte order mark.
    start = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    try:
        return msgspec.json.decode(memoryview(content)[start:], type=_File).log.entries, True
    except msgspec.ValidationError as error:
        raise RecordingError(f"is not HAR: {error}") from error
    except (ValueError, RecursionError, msgspec.DecodeError) as error:
        if entries := list(_scanned_entries(content)):
            return entries, False
        raise RecordingError(f"is not JSON: {error}") from error


def _scanned_entries(content: bytes) -> Iterator[msgspec.Raw]:
    """Yield the entries of a file that is not JSON as a whole, such as one that ends too early."""
    if not (opening := _ENTRIES.search(content)):
        return
    view, depth, start = memoryview(content), 0, opening.end()
    for token in _TOKEN.finditer(content, opening.end()):
        if token[0] in b"{[":
            start = start if depth else token.start()
            depth += 1
        elif token[0] in b"}]":
            depth -= 1
            if depth < 0:
                return
            if not depth:
                yield msgspec.Raw(view[start : token.end()])
    if depth:
        yield msgspec.Raw(view[start:])


def _decoded(entry: msgspec.Raw) -> Any:
    """Return an entry, or None if it cannot be read."""
    try:
        # It accepts half surrogates too, which some recorders write.
        return json.loads(bytes(entry))
    except (ValueError, RecursionError):
        return None


def _has_response(entry: Any) -> bool:
    """Return True if the server responded. Recorders write 0 or -1, or leave the response out."""
    status = (entry.get("response") or {}).get("status") or 0
    return 100 <= int(status) <= 599


def _headers(entry: Any) -> Iterator[tuple[str, str]]:
    """Yield the readable headers of both sides, with names in lower case."""
    for side in ("request", "response"):
        try:
            for name, value in header_pairs(entry[side]["headers"]):
                yield name.lower(), value
        except MALFORMED:
            continue


def secrets_in(name: str, value: str) -> Iterator[str]:
    """Yield the secrets in a header."""
    if not _SECRET_NAME.search(name):
        return
    # Behind the first cookie of a response come its attributes.
    for part in value.split(";")[: 1 if name == "set-cookie" else None]:
        # Also without the scheme and the cookie's name, because a server may repeat just that.
        texts = {part.strip(), part.rpartition(" ")[2], part.partition("=")[2]}
        yield from (text for text in texts if len(text) >= _MIN_SECRET)


def _key_headers(routes: Routes) -> set[str]:
    """Return the headers of every security scheme, in lower case."""
    return {
        scheme.get("name", "Authorization").lower()
        for _, _, operation in routes.operations.values()
        for schemes in operation.security
        for scheme in schemes
        if scheme.get("in", "header") == "header"
    }


def _host(parts: SplitResult) -> str:
    return f"{parts.hostname}:{parts.port or _PORTS.get(parts.scheme, 0)}"
