"""Page rules: the parameters of the next page."""

import logging
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

from .arguments import validate_positive_int
from .models import UNSET

ItemT = TypeVar("ItemT")
P = TypeVar("P")

Parameters = Mapping[str, Any]

# A list ends after so many empty pages in a row, also if the last has another cursor.
_MAX_EMPTY_PAGES = 100

_logger = logging.getLogger("campaignkit")

_LINK = re.compile(r"<([^>]*)>((?:\s*;\s*[^\s,;=]+(?:\s*=\s*(?:\"[^\"]*\"|[^\s,;]*))?)*)")
_RELATION = re.compile(r"(?i);\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s,;]*))")


class PageCounts:
    """Numbers of items on the pages of one iteration."""

    def __init__(self) -> None:
        self.pages = 0
        self.first = 0
        """Items of the first page."""
        self.last = 0
        """Items of the last page."""
        self.total = 0
        """Items of all pages."""
        self.empty = 0
        """Pages without an item since the last page with one."""

    def add(self, count: int) -> None:
        """Count a page."""
        self.pages += 1
        if self.pages == 1:
            self.first = count
        self.last = count
        self.total += count
        self.empty = 0 if count else self.empty + 1


NextPage = Callable[[P, Parameters, PageCounts], Parameters | None]
"""Function that returns the parameters of the next page; None after the last page."""


class Pagination(Generic[P, ItemT]):
    """Rules for the pages of an operation: their items, and the next page."""

    __slots__ = ("has_link_header", "items", "key", "location", "next_page")

    def __init__(
        self,
        items: Callable[[P], Iterable[ItemT]],
        next_page: "NextPage[P] | LinkRule[P] | NumberRule[P]",
        key: Callable[[ItemT], object] = repr,
        *,
        location: str = "params",
        has_link_header: bool = False,
    ) -> None:
        self.items = items
        self.next_page: Callable[[Any, Parameters, PageCounts], Parameters | None] = next_page
        self.key = key
        """Returns the identity of an item, by default its content."""
        self.location = location
        """Option of a call that holds the parameters: `params`, or `json` for those in a body."""
        self.has_link_header = has_link_header
        """True if the rule reads the header `Link` instead of the page."""


def by_cursor(
    parameter: str, cursor: Callable[[P], Any], has_more: Callable[[P], Any]
) -> NextPage[P]:
    """Return the rule for pages that contain the cursor of the next page."""

    def next_page(page: P, parameters: Parameters, counts: PageCounts) -> Parameters | None:
        value = cursor(page) if has_more(page) else None
        if not value:
            return None
        if counts.empty >= _MAX_EMPTY_PAGES:
            _logger.warning("%d pages in a row are empty, so the list ends here", counts.empty)
            return None
        return {**parameters, parameter: value}

    return next_page


class NumberRule(Generic[P]):
    """Rule for numbered pages.

    A server may return fewer items than the requested page size. So the last page completes the
    total, is empty, or has fewer items than the first page.
    """

    def __init__(self, parameter: str, first: int, total: Callable[[P], Any] | None) -> None:
        self._parameter = parameter
        self._first = first
        self._total = total

    def number(self, parameters: Parameters) -> int:
        """Return the number of a page."""
        return int(parameters.get(self._parameter, self._first))

    def __call__(self, page: P, parameters: Parameters, counts: PageCounts) -> Parameters | None:
        """Return the parameters with the next number."""
        number = self.number(parameters)
        expected = self._total(page) if self._total is not None else None
        is_whole = number - self._first + 1 == counts.pages  # no page was skipped at the beginning
        if is_whole and isinstance(expected, int) and counts.total <= expected:
            is_last = counts.total == expected or not counts.last
        else:
            is_last = not counts.last or counts.last < counts.first
        return None if is_last else {**parameters, self._parameter: number + 1}


def by_number(parameter: str, first: int, total: Callable[[P], Any] | None = None) -> NumberRule[P]:
    """Return the rule for numbered pages; `total` reads the number of all items of a page."""
    return NumberRule(parameter, first, total)


def by_offset(parameter: str, first: int, total: Callable[[P], Any] | None = None) -> NextPage[P]:
    """Return the rule for pages that begin at an offset; `total` is as for `by_number`."""

    def next_page(page: P, parameters: Parameters, counts: PageCounts) -> Parameters | None:
        offset = int(parameters.get(parameter, first))
        end = offset + counts.last
        expected = total(page) if total is not None else None
        is_whole = end - first == counts.total  # no item was skipped at the beginning
        if is_whole and isinstance(expected, int) and counts.total <= expected:
            is_last = counts.total == expected or not counts.last
        else:
            is_last = not counts.last or counts.last < counts.first
        return None if is_last else {**parameters, parameter: end}

    return next_page


class LinkRule(Generic[P]):
    """Rule for pages that contain the URL of the next page."""

    def __init__(self, link: Callable[[P], Any]) -> None:
        self._link = link

    def url(self, page: P) -> str:
        """Return the URL of the next page; "" after the last page."""
        return str(self._link(page) or "")

    def __call__(self, page: P, parameters: Parameters, counts: PageCounts) -> Parameters | None:
        """Return the parameters in the URL."""
        url = self.url(page)
        if url and counts.empty >= _MAX_EMPTY_PAGES:
            _logger.warning("%d pages in a row are empty, so the list ends here", counts.empty)
            return None
        return link_parameters(url) if url else None


def by_link(link: Callable[[P], Any]) -> LinkRule[P]:
    """Return the rule for pages with the URL of the next page in a field."""
    return LinkRule(link)


def by_link_header() -> LinkRule[Any]:
    """Return the rule for pages with the URL of the next page in the header `Link`."""
    return LinkRule(next_link)


def has_path(url: str, path: str) -> bool:
    """Return True if a URL has the path of a call, below any base URL."""
    found, expected = unquote(urlsplit(url).path), unquote(path)
    return not found or f"/{found.strip('/')}".endswith(f"/{expected.strip('/')}")


def link_parameters(url: str) -> dict[str, Any]:
    """Return the query of a URL; its host is ignored, so the key is not sent there."""
    parameters: dict[str, Any] = {}
    for name, value in parse_qsl(urlsplit(url).query, keep_blank_values=True):
        known = parameters.get(name)
        parameters[name] = value if known is None else [*_listed(known), value]
    return parameters


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def next_link(header: str | None) -> str | None:
    """Return the URL of the next page in a header `Link` (RFC 8288)."""
    for url, parameters in _LINK.findall(header or ""):
        for quoted, plain in _RELATION.findall(parameters):
            if "next" in (quoted or plain).lower().split():
                return str(url)
    return None


def validate_page_size(name: str, value: Any) -> None:
    """Raise an InvalidArgumentError unless the value is unset or an integer >= 1."""
    if value is not None and value is not UNSET:
        validate_positive_int(name, value)
