"""Positions in the pages of a list, and the texts that store them."""

import json
import logging
from collections.abc import Iterator
from typing import Any, Generic, TypeVar
from zlib import crc32

from .decoding.items import skipped_items
from .errors import CampaignKitError, InvalidArgumentError, InvalidArgumentTypeError
from .operations import Call
from .page_rules import LinkRule, NumberRule, PageCounts, Pagination, has_path

ItemT = TypeVar("ItemT")
P = TypeVar("P")

Fetched = tuple[P, str | None]
"""A page, and its header `Link` if the rule needs it."""

_logger = logging.getLogger("campaignkit")


class Page(Generic[P, ItemT]):
    """Page of a list: its items, its number, and a cursor to continue after it."""

    __slots__ = ("cursor", "items", "number", "payload")

    def __init__(self, payload: P, items: list[ItemT], number: int, cursor: str) -> None:
        self.payload = payload
        """What the vendor returned, with its own cursor or total."""
        self.items = items
        self.number = number
        """Number at the vendor if the pages have numbers; else counted from 1."""
        self.cursor = cursor
        """Text to store. `resume_from=` continues with the next page, or ends after the last."""

    def __iter__(self) -> Iterator[ItemT]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"Page(number={self.number}, items={len(self.items)})"

    def _repr_html_(self) -> str:
        """Return a table of the items for notebooks."""
        from .displays import html_of_list

        return html_of_list(self.items)


class PagePosition(Generic[P, ItemT]):
    """Position in the pages of one iteration.

    Args:
        call: The call of the first page.
        pagination: Rules of the operation.
        resume_from: Cursor of an earlier iteration; None for the first page.

    Raises:
        InvalidArgumentError: The cursor belongs to another list.
    """

    def __init__(
        self, call: Call[P], pagination: Pagination[P, ItemT], resume_from: str | None = None
    ) -> None:
        self.next_call: Call[P] | None = call
        """The call for the next page; None after the last."""
        self._operation = call.operation.id
        self._digest = _digest(call)
        self._pagination = pagination
        self._first_parameters = dict(call.options.get(pagination.location, {}))
        self._counts = PageCounts()
        self._requested: set[str] = set()
        self._pages: set[int] = set()
        if resume_from is not None:
            self._resume(resume_from, call)

    def accept(self, fetched: Fetched[P], call: Call[P]) -> Page[P, ItemT] | None:
        """Move on to the next page; return None if the page repeats an earlier page."""
        items = self._pagination.items(fetched[0])
        keys = [self._key_of(item) for item in items]
        keys += [repr(item) for item in skipped_items(items)]
        fingerprint = hash(tuple(map(str, keys)))
        if keys and fingerprint in self._pages:
            self._end("a page was repeated")
            return None
        self._pages.add(fingerprint)
        self._counts.add(len(keys))
        self._move_on(fetched, call)
        kept = items if isinstance(items, list) else list(items)
        return Page(fetched[0], kept, self._number(call), self._cursor())

    def _number(self, call: Call[P]) -> int:
        rule = self._pagination.next_page
        if isinstance(rule, NumberRule):
            return rule.number(call.options.get(self._pagination.location, {}))
        return self._counts.pages

    def _key_of(self, item: ItemT) -> object:
        try:
            return self._pagination.key(item)
        except AttributeError:  # of a null or of parsed JSON, see on_bad_item
            return repr(item)

    def _move_on(self, fetched: Fetched[P], call: Call[P]) -> None:
        rule = self._pagination
        parameters = call.options.get(rule.location, {})
        self._requested.add(repr(sorted(parameters.items())))
        page: Any = fetched[1] if rule.has_link_header else fetched[0]
        self._check_link(page, call)
        next_parameters = rule.next_page(page, parameters, self._counts)
        if next_parameters is None:
            self.next_call = None
        elif repr(sorted(next_parameters.items())) in self._requested:
            self._end("the next page is an earlier page")
        else:
            self.next_call = self._call_with(call, next_parameters)

    def _call_with(self, call: Call[P], parameters: Any) -> Call[P]:
        rule = self._pagination
        # The URL of a page has every parameter, also those that were written apart.
        parts = {"query": ""} if isinstance(rule.next_page, LinkRule) else {}
        return call.with_options(**{rule.location: parameters}, **parts)

    def _check_link(self, page: Any, call: Call[P]) -> None:
        """Raise CampaignKitError if a link does not lead to another page of the same list."""
        rule = self._pagination.next_page
        if isinstance(rule, LinkRule) and not has_path(rule.url(page), call.path):
            raise CampaignKitError(
                f"{self._operation}: the link to the next page has another path than the request."
                " Report it to the vendor.",
                operation=self._operation,
                method=call.operation.method,
                outcome="applied",
            )

    def _end(self, reason: str) -> None:
        _logger.warning("%s: %s, so the list ends here", self._operation, reason)
        self.next_call = None

    def _cursor(self) -> str:
        """Return the position as text: only what differs from the arguments of the caller."""
        position: dict[str, Any] = {"operation": self._operation, "list": self._digest}
        if self.next_call is not None:
            parameters = self.next_call.options[self._pagination.location]
            known = {} if self._replaces_parameters else self._first_parameters
            position["parameters"] = {
                name: value for name, value in parameters.items() if known.get(name) != value
            }
            position["counts"] = vars(self._counts)
        return json.dumps(position, separators=(",", ":"))

    @property
    def _replaces_parameters(self) -> bool:
        return isinstance(self._pagination.next_page, LinkRule)

    def _resume(self, cursor: str, call: Call[P]) -> None:
        position = _parsed(cursor)
        if (position.get("operation"), position.get("list")) != (
            self._operation,
            self._digest,
        ):
            raise InvalidArgumentError(
                f"resume_from must be a cursor of {self._operation} with the same arguments.",
                argument="resume_from",
            )
        if (parameters := position.get("parameters")) is None:
            self.next_call = None
            return
        known = {} if self._replaces_parameters else self._first_parameters
        counts = position.get("counts")
        if not (isinstance(parameters, dict) and isinstance(counts, dict)):
            raise _malformed()
        self.next_call = self._call_with(call, {**known, **parameters})
        vars(self._counts).update(counts)


def _digest(call: Call[Any]) -> str:
    """Return a short digest of the arguments, so that a cursor does not continue another list."""
    options = sorted((name, repr(value)) for name, value in call.options.items())
    return f"{crc32(f'{call.path} {options}'.encode()):08x}"


def _parsed(cursor: object) -> dict[str, Any]:
    if not isinstance(cursor, str):
        raise InvalidArgumentTypeError(
            f"resume_from must be a cursor of a page, got {type(cursor).__name__}."
            " Pass page.cursor.",
            argument="resume_from",
        )
    try:
        position = json.loads(cursor)
    except (ValueError, RecursionError):
        position = None
    if not isinstance(position, dict):
        raise _malformed()
    return position


def _malformed() -> InvalidArgumentError:
    message = "resume_from must be the cursor of a page. Pass page.cursor."
    return InvalidArgumentError(message, argument="resume_from")
