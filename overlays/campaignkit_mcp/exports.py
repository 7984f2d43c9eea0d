"""Exports that clients read as resources."""

from __future__ import annotations

from collections import OrderedDict

PREFIX = "campaignkit://exports/"
_MAX_EXPORTS = 20  # kept in memory; the oldest are dropped


class Exports:
    """Texts of exports by their URI."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, str] = OrderedDict()

    def add(self, name: str, text: str) -> str:
        """Keep a text and return its URI."""
        uri = f"{PREFIX}{name}"
        self._texts[uri] = text
        while len(self._texts) > _MAX_EXPORTS:
            self._texts.popitem(last=False)
        return uri

    def text_of(self, uri: str) -> str | None:
        """Return the text of an export; None if it is not kept."""
        return self._texts.get(uri)

    @property
    def uris(self) -> list[str]:
        """URIs of all exports."""
        return list(self._texts)
