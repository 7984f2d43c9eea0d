"""Rule of lists: pages have items once each, and lead to an end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..findings import Finding
from ..spec.document import Json
from ..spec.expressions import MISSING
from .call import Call, sequence_finding


@dataclass
class _Walk:
    """The pages of one list since its first page."""

    positions: dict[str | None, int] = field(default_factory=lambda: {None: 0})
    """Number of the page by the cursor that leads to it."""
    pages_by_key: dict[str, int] = field(default_factory=dict)
    """Number of the page by the key of an item."""
    keys_before: dict[str, list[str]] = field(default_factory=dict)
    """Keys of a page by the cursor or the number of the page after it."""

    def is_repeated(self, sent: str | None, keys: list[str]) -> bool:
        """Return True if a page is the one that its cursor leads on from.

        A single item can have moved behind its own cursor.
        """
        return sent is not None and len(keys) > 1 and self.keys_before.get(sent) == keys


class Pages:
    """The pages of a list partition it."""

    def __init__(self) -> None:
        self._walks: dict[tuple[str, str], _Walk] = {}

    def check(self, call: Call) -> list[Finding]:
        """Return the deviations of a page from the pages before it."""
        paging: Json = call.operation.node.get("x-pagination", {})
        if not paging:
            return [*_endless_findings(call), *_repeated_findings(call)]
        rows = call.value(paging["items"]) if call.is_success else None
        if not isinstance(rows, list):
            return []
        keys = [str(row[paging["key"]]) for row in rows if _has(row, paging["key"])]
        findings = [*_page_findings(call, paging, keys)]
        if "cursor" in paging:
            findings += self._cursor_findings(call, paging, keys)
        else:
            findings += self._number_findings(call, paging.get("page", {}), keys)
        return findings

    def _number_findings(self, call: Call, rule: Json, keys: list[str]) -> Iterator[Finding]:
        parameter = rule.get("parameter", "")
        sent = call.query.get(parameter, str(rule.get("first", "")))
        shown = call.body.get(parameter) if isinstance(call.body, dict) else None
        if not sent.isdecimal():
            return
        if isinstance(shown, int) and shown != int(sent):
            problem = f"is {shown}, and the request has {sent}"
            yield sequence_finding(f"/{parameter}", problem, is_certain=True)
        number = str(int(sent))
        walk = self._walk(call, parameter, None if int(sent) == rule["first"] else number)
        if walk.is_repeated(number, keys):
            problem = "a page has the items of the page before it"
            yield sequence_finding(f"/{parameter}", problem, is_certain=True)
        walk.positions[str(int(sent) + 1)] = 0
        walk.keys_before[str(int(sent) + 1)] = keys

    def _cursor_findings(self, call: Call, paging: Json, keys: list[str]) -> Iterator[Finding]:
        parameter, key = paging["cursor"]["parameter"], paging["key"]
        sent, following = call.query.get(parameter), call.value(paging["cursor"]["next"])
        walk = self._walk(call, parameter, sent)
        number = walk.positions[sent]
        if (
            isinstance(following, str)
            and walk.positions.setdefault(following, number + 1) <= number
        ):
            yield sequence_finding(f"/{parameter}", "a page leads back to an earlier page")
        if any(walk.pages_by_key.setdefault(item, number) != number for item in keys):
            yield sequence_finding(f"/{key}", "an item is on two pages")
        if walk.is_repeated(sent, keys):
            problem = "a cursor leads to its own page again"
            yield sequence_finding(f"/{parameter}", problem, is_certain=True)
        if isinstance(following, str):
            walk.keys_before[following] = keys
        more = paging["cursor"].get("more")
        if more and call.value(more) is True and following in (None, "", MISSING):
            yield sequence_finding(f"/{parameter}", "there are more items, and no cursor")

    def _walk(self, call: Call, parameter: str, sent: str | None) -> _Walk:
        """Return the walk that a page belongs to. The first page starts a new one."""
        query = sorted((name, text) for name, text in call.query.items() if name != parameter)
        key = (f"{call.operation.id} {call.exchange.path}", repr(query))
        walk = self._walks.get(key)
        if walk is None or sent is None or sent not in walk.positions:
            walk = self._walks[key] = _Walk({sent: 0})
        return walk


def _endless_findings(call: Call) -> Iterator[Finding]:
    """Yield a list that has more items, and that no parameter continues."""
    value = call.payload if call.is_success else None
    if isinstance(value, dict) and value.get("hasMore") is True and not value.get("nextCursor"):
        yield sequence_finding("/hasMore", "there are more items, and no cursor")


def _repeated_findings(call: Call) -> Iterator[Finding]:
    """Yield a list without pages that has an item twice."""
    value = call.payload if call.is_read and call.is_success else None
    rows = value.get("items") if isinstance(value, dict) else value
    ids = [str(row["id"]) for row in rows if _has(row, "id")] if isinstance(rows, list) else []
    if len(set(ids)) < len(ids):
        yield sequence_finding("/id", "an item is twice in one list")


def _page_findings(call: Call, paging: Json, keys: list[str]) -> Iterator[Finding]:
    if len(set(keys)) < len(keys):
        yield sequence_finding(f"/{paging['key']}", "an item is twice on one page")
    size = call.query.get(paging.get("size", ""), "")
    if size.isdecimal() and int(size) and len(keys) > int(size):
        problem = f"a page of at most {size} items has {len(keys)}"
        yield sequence_finding("", problem, is_certain=True)
    total = call.value(paging["page"]["total"]) if "total" in paging.get("page", {}) else None
    if isinstance(total, int) and total < len(keys):
        yield sequence_finding("/total", f"is {total}, and the page has {len(keys)} items")


def _has(row: Any, key: str) -> bool:
    return isinstance(row, dict) and key in row
