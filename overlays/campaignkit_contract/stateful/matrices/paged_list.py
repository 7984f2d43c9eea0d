"""Paged list: its pages of any size, with what `x-pagination` says about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...exchange import Exchange
from ...spec.document import Json, packaged_operations
from ...spec.expressions import MISSING, RESPONSE_BODY, value_at
from ...spec.fields import documented_default
from ...spec.routes import Operation
from ...targets.requests import json_body
from ...targets.target import CheckFailed
from .finding import CellFinding, documented_status, source_of
from .scenes import Scene

MAX_PAGES = 400


@dataclass(frozen=True)
class PagedList:
    """Pages of one list, with what `x-pagination` says about them."""

    scene: Scene
    rule: Json
    values: Mapping[str, str]

    @property
    def is_numbered(self) -> bool:
        """Return True for page numbers, False for cursors."""
        return "page" in self.rule

    @property
    def position(self) -> str:
        """Return the parameter of the number of a page, or of a cursor."""
        name: str = self.rule["page" if self.is_numbered else "cursor"]["parameter"]
        return name

    def ask(self, position: str | None, size: int | str | None) -> Exchange:
        """Request one page; the first one without a position."""
        sizes = {} if size is None else {self.rule["size"]: str(size)}
        positions = {} if position is None else {self.position: position}
        return self.scene.call(values={**self.values, **sizes, **positions})

    @property
    def default_size(self) -> int | None:
        """Return the size of a page without a requested one; None if the spec does not say it."""
        parameters = packaged_operations()[self.scene.operation.id].parameters
        [node] = [item for item in parameters if item["name"] == self.rule["size"]]
        size: int | None = documented_default(node)
        return size

    def value(self, body: Any, expression: str) -> Any:
        """Return what an expression of the rule finds in a response."""
        return value_at(body, expression.removeprefix(RESPONSE_BODY))

    def keys(self, body: Any) -> list[str]:
        """Return the keys of the items of a page."""
        return [str(item[self.rule["key"]]) for item in self.value(body, self.rule["items"])]

    def next_position(self, body: Any, position: str | None) -> str | None:
        """Return the position of the next page; None after the last one."""
        if not self.is_numbered:
            following = self.value(body, self.rule["cursor"]["next"])
            return None if following in (None, MISSING) else str(following)
        number = int(position) if position else self.rule["page"]["first"]
        return str(number + 1) if self.keys(body) else None

    def walk(self, size: int | None, limit: int = MAX_PAGES) -> list[str] | None:
        """Return the keys of all items, or of the first pages; None if the size is refused.

        Raises:
            CheckFailed: A page repeats, is too long, or contradicts its counters.
        """
        found: list[str] = []
        position: str | None = None
        seen: set[str | None] = set()
        while position not in seen and len(seen) < limit:
            seen.add(position)
            exchange = self.ask(position, size)
            if exchange.status == 400 and size is not None and position is None:
                return None
            if exchange.status != 200:
                raise CheckFailed(f"returns {exchange.status} for a page")
            body = json_body(exchange)
            self._check(body, size)
            if position is not None and not self.is_numbered and not self.keys(body):
                raise CheckFailed("announces another page after the last item")
            found += self.keys(body)
            following = self.next_position(body, position)
            if following is None:
                return found
            position = following
        if position in seen:
            raise CheckFailed("repeats a cursor")
        return found

    def _check(self, body: Any, size: int | None) -> None:
        count = len(self.keys(body))
        if size is not None and count > size:
            raise CheckFailed("returns more items than requested")
        if self.is_numbered:
            return
        more, following = (self.value(body, self.rule["cursor"][name]) for name in ("more", "next"))
        if more is not (following is not None):
            raise CheckFailed("contradicts nextCursor by hasMore")
        if not count and following is not None:
            raise CheckFailed("has an empty page before the last one")


def second_page(scene: Scene) -> dict[str, str]:
    """Return the parameters of the second page of a list; none if it has no pages or one item."""
    operation = packaged_operations()[scene.operation.id]
    if "x-pagination" not in operation.node:
        return {}
    pages = PagedList(scene, operation.node["x-pagination"], {})
    first = pages.ask(None, 1)
    position = pages.next_position(json_body(first), None) if first.status == 200 else None
    return {} if position is None else {pages.position: position, pages.rule["size"]: "1"}


def page_finding(operation: Operation, cell: str, problem: str) -> CellFinding:
    """Return a finding about items that pages lose, repeat or reorder."""
    law = f"pages contain every item once; {source_of(operation.id)}"
    return CellFinding(operation.id, cell, problem, law)


def status_finding(operation: Operation, cell: str, status: int) -> CellFinding:
    """Return a finding about an invalid page that is not refused as documented."""
    problem = f"returns {status}, expected 400"
    return CellFinding(operation.id, cell, problem, documented_status(operation.id, 400))
