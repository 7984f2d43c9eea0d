"""Audit: one JSON line for each call, without personal data."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock
from typing import Any, TextIO

from campaignkit_runtime.clock import Clock
from campaignkit_runtime.datetimes import format_rfc3339

_MASK = "***"
_ID_NAMES = re.compile(r"(?:.*_)?ids?$|.*cursor$")
# IDs and cursors have a digit. Digits alone, or with signs between, may be a phone number.
_ID = re.compile(r"(?a)(?![\d:=+/.-]*(?:\d[+/.-]*){5}$)(?=\D*\d)[\w:=+/.-]{1,200}")


class Audit:
    """Lines of the calls of all sessions.

    Args:
        stream: Text stream of the lines.
        clock: Clock of the times.
    """

    def __init__(self, stream: TextIO, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock
        self._lock = Lock()

    def write(self, session: str, tool: str, **facts: Any) -> None:
        """Write a line.

        Args:
            session: ID of the session.
            tool: Name of the tool.
            facts: Other fields; those that are None are left out.
        """
        line = {"time": self._now(), "session": session, "tool": tool}
        line |= {name: value for name, value in facts.items() if value is not None}
        try:
            with self._lock:
                self._stream.write(json.dumps(line, ensure_ascii=False) + "\n")
                self._stream.flush()
        except OSError as error:
            # Without the audit, the client must still see the result of a call that was sent.
            with suppress(OSError):
                sys.stderr.write(f"campaignkit: the audit cannot be written: {error.strerror}.\n")

    def _now(self) -> str:
        from datetime import UTC, datetime

        return format_rfc3339(datetime.fromtimestamp(self._clock.time(), UTC))


def masked(schema: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return arguments with IDs, numbers and known values only; other texts are masked.

    Args:
        schema: Input schema of the tool.
        values: Arguments as the client sent them. Those with unknown names are left out, because
            a name can hold anything.
    """
    properties = schema["properties"]
    return {
        name: _masked(name, properties[name], value)
        for name, value in values.items()
        if name in properties
    }


def _masked(name: str, schema: Mapping[str, Any], value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list):
        return f"{len(value)} items"
    choices = schema.get("anyOf", [schema])
    if isinstance(value, int | float) and any(_is_number(choice) for choice in choices):
        return value
    known = [item for choice in choices for item in choice.get("enum", [])]
    is_id = isinstance(value, str) and _ID_NAMES.match(name) and _ID.fullmatch(value)
    return value if is_id or value in known else _MASK


def _is_number(schema: Mapping[str, Any]) -> bool:
    kind = schema.get("type")
    return not {"integer", "number"}.isdisjoint(kind if isinstance(kind, list) else [kind])
