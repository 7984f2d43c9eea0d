"""HAR file that grows: each exchange is appended, and the file is complete after each one."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ..exchange import Exchange
from .har import secrets_in

_HIDDEN = "[Filtered]"
_SECRET = "[secret]"  # noqa: S105 - what stands in place of one
_START = (
    '{"log": {"version": "1.2", "creator": {"name": "campaignkit", "version": "1"}, "entries": ['
)
_END = "]}}\n"


class HarFile:
    """Recording of exchanges, without keys. Several threads can append."""

    def __init__(self, path: Path) -> None:
        """Create the file.

        Raises:
            OSError: The file exists, or cannot be written.
        """
        # Only its owner may read what the vendor returned.
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = os.fdopen(descriptor, "r+", encoding="utf-8", newline="")
        self._lock = Lock()
        self._secrets: set[str] = set()
        self.count = 0
        self._file.write(_START)
        self._end = self._file.tell()
        self._file.write(_END)
        self._file.flush()

    def append(self, exchange: Exchange, base_url: str, seconds: float) -> None:
        """Append an exchange, whose keys are replaced everywhere.

        After the end of the recording it is left out.
        """
        with self._lock:
            if self._file.closed:
                return
            for side in (exchange.request_headers, exchange.headers):
                for name, value in side.items():
                    self._secrets.update(secrets_in(name, value))
            text = json.dumps(_entry(exchange, base_url, seconds))
            for secret in sorted(self._secrets, key=len, reverse=True):
                text = text.replace(json.dumps(secret)[1:-1], _SECRET)
            self._file.seek(self._end)
            self._file.write(f"{', ' if self.count else ''}\n{text}")
            self._end = self._file.tell()
            self._file.write(_END)
            self._file.flush()
            self.count += 1

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._file.close()


def _entry(exchange: Exchange, base_url: str, seconds: float) -> dict[str, Any]:
    url = f"{base_url}{exchange.target}"
    query = parse_qsl(urlsplit(url).query, keep_blank_values=True)
    request: dict[str, Any] = {
        "method": exchange.method,
        "url": url,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _headers(exchange.request_headers.multi_items()),
        "queryString": [{"name": name, "value": value} for name, value in query],
        "headersSize": -1,
        "bodySize": len(exchange.request_body or b""),
    }
    if exchange.request_body:
        request["postData"] = {
            "mimeType": exchange.request_headers.get("content-type", ""),
            "text": exchange.request_body.decode(errors="replace"),
        }
    response = {
        "status": exchange.status,
        "statusText": "",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _headers(exchange.headers.multi_items()),
        "content": _content(exchange),
        "redirectURL": exchange.headers.get("location", ""),
        "headersSize": -1,
        "bodySize": -1,
    }
    milliseconds = round(seconds * 1000, 1)
    return {
        "startedDateTime": datetime.now(UTC).isoformat(),
        "time": milliseconds,
        "request": request,
        "response": response,
        "cache": {},
        "timings": {"send": 0, "wait": milliseconds, "receive": 0},
    }


def _content(exchange: Exchange) -> dict[str, Any]:
    """Return the body of a response. One that is not known has a size and no text."""
    media_type = exchange.headers.get("content-type", "")
    if exchange.body is None:
        return {"size": 1, "mimeType": media_type}
    text = exchange.body.decode(errors="replace")
    return {"size": len(exchange.body), "mimeType": media_type, "text": text}


def _headers(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [
        {"name": name, "value": _HIDDEN if [*secrets_in(name, value)] else value}
        for name, value in pairs
    ]
