"""The matrix of pages covers every paged list and detects lost and repeated items."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.matrices.pages import PAGES
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.ids import ACCOUNT_GROUPS
from campaignkit_fake.engine.pagination import _encode
from werkzeug import Request, Response

from ..mutation.mutant import Mutant, RuleCall, write
from .runs import covered, disposable_findings, findings

STYLES = "sonarly_templates_list_writing_styles"
CALLS = "callers_calls_list_for_contact"


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(PAGES) == []


def test_coverage() -> None:
    """Every list with pages has cells."""
    operations = packaged_operations().items()

    assert sorted(covered(PAGES)) == sorted(
        name for name, operation in operations if "x-pagination" in operation.node
    )


def found_by(operation: str, rule: Callable[[RuleCall], Any]) -> str:
    """Return the findings about an operation with another rule."""
    return "\n".join(findings(PAGES, Mutant("", "", [operation], rule=rule), only=[operation]))


def test_more_at_the_end() -> None:
    """A list that announces a page after its last item is detected."""

    def rule(call: RuleCall) -> Any:
        page = call.call_original()
        if "limit" in call.arguments and len(page["items"]) == call.arguments["limit"]:
            return {**page, "hasMore": True, "nextCursor": page["nextCursor"] or "eyJhIjoxfQ"}
        return page

    assert f"{STYLES}: pages: returns 400 for a page" in found_by(STYLES, rule)


def test_skipped_item() -> None:
    """A page of one size that leaves out its last item is detected."""

    def rule(call: RuleCall) -> Any:
        page = call.call_original()
        return {**page, "items": page["items"][:-1]} if call.arguments.get("limit") == 2 else page

    assert "pages of size 2: differ from the whole list" in found_by(STYLES, rule)


def test_damaged_cursor() -> None:
    """A damaged cursor that starts at the beginning is detected."""

    def request(environ: dict[str, Any]) -> None:
        if "no-cursor" in environ["QUERY_STRING"]:
            environ["QUERY_STRING"] = environ["QUERY_STRING"].replace("no-cursor", "")
            environ["QUERY_STRING"] = environ["QUERY_STRING"].replace("cursor=", "").strip("&")

    found = findings(PAGES, Mutant("", "", [STYLES], request=request), only=[STYLES])

    assert "a damaged cursor: returns 200, expected 400 (spec: 400 " in "".join(found)


def test_offset_cursor() -> None:
    """A cursor that counts from the newest item is detected by an item created meanwhile."""

    def rule(call: RuleCall) -> Any:
        whole = call.call_original(cursor=None, limit=100)["items"][::-1]
        cursor = call.arguments.get("cursor") or "0"
        if not cursor.isdecimal():
            raise ApiError(400)
        begin = int(cursor)
        end = begin + int(call.arguments.get("limit") or 25)
        more = end < len(whole)
        return {
            "items": whole[begin:end],
            "nextCursor": str(end) if more else None,
            "hasMore": more,
        }

    found = found_by(STYLES, rule)

    assert "an item created between two pages: repeats another item" in found


@pytest.mark.parametrize(("field", "value"), [("total", 2), ("page", 7), ("perPage", 50)])
def test_counters(field: str, value: int) -> None:
    """A counter of a page that is wrong is detected."""

    def respond(_: Request, response: Response) -> None:
        write(response, {**json.loads(response.get_data()), field: value})

    found = findings(PAGES, Mutant("", "", [CALLS], statuses=[200], response=respond), only=[CALLS])

    assert f"{CALLS}: counters: {field} is wrong" in "".join(found)


def test_pages_from_one() -> None:
    """Pages that begin at another number than documented are detected."""

    def rule(call: RuleCall) -> Any:
        page = call.arguments.get("page", 0)
        return call.call_original(page=max(0, int(page) - 1))

    assert "returns an item twice" in found_by("callers_calls_list", rule)


def test_endless() -> None:
    """A list that ignores its cursor ends the walk and is detected."""

    def rule(call: RuleCall) -> Any:
        page = call.call_original(cursor=None, limit=1)
        return {**page, "hasMore": True, "nextCursor": "again"}

    assert f"{STYLES}: pages: repeats a cursor" in found_by(STYLES, rule)


def test_empty_last_page() -> None:
    """A page of the requested size that announces an empty page is detected."""

    def rule(call: RuleCall) -> Any:
        page = call.call_original()
        is_full = len(page["items"]) == call.arguments.get("limit")
        if is_full and not page["hasMore"]:
            return {**page, "hasMore": True, "nextCursor": _encode(page["items"][-1]["id"])}
        return page

    found = found_by(STYLES, rule)

    assert f"{STYLES}: pages: announces another page after the last item" in found


def test_filter_after_paging() -> None:
    """A list that filters each page after it was cut is detected."""
    jobs = "sonarly_prospecting_list"

    def rule(call: RuleCall) -> Any:
        values = {name: value for name, value in call.arguments.items() if name != "status"}
        page, status = call.call_with(values), call.arguments.get("status")
        items = [item for item in page["items"] if status in (None, item["status"])]
        return {**page, "items": items}

    found = found_by(jobs, rule)

    assert f"{jobs}: pages by status: announces another page after the last item" in found


def test_cursor_of_another_group() -> None:
    """A cursor that leads to the list of another account group is detected."""
    audiences = "sonarly_audiences_list"

    def rule(call: RuleCall) -> Any:
        for group_id in ACCOUNT_GROUPS:
            with suppress(ApiError):
                page = call.call_original(accountGroupId=group_id)
                if call.arguments.get("cursor") or group_id == call.arguments["accountGroupId"]:
                    return page
        return call.call_original()

    assert "a cursor of another list: returns items of that list" in found_by(audiences, rule)


def test_defaults() -> None:
    """A default size other than the documented one is detected."""

    def calls(call: RuleCall) -> Any:
        return call.call_original(perPage=call.arguments.get("perPage", 25))

    def calls_of_contact(call: RuleCall) -> Any:
        return {**call.call_original(), "perPage": call.arguments.get("perPage", 20)}

    rules = {"callers_calls_list": calls, CALLS: calls_of_contact}
    bugs = [Mutant("", "", [operation], rule=rule) for operation, rule in rules.items()]
    found = "\n".join(findings(PAGES, *bugs, only=rules))

    assert "callers_calls_list: pages without a size: do not have 50 items" in found
    assert f"{CALLS}: counters: perPage is wrong" in found


def test_two_filters() -> None:
    """A second page that forgets one of two filters is detected."""

    def rule(call: RuleCall) -> Any:
        names = {"lastAttemptFrom"} if call.arguments.get("page") else set()
        return call.call_with(
            {name: value for name, value in call.arguments.items() if name not in names}
        )

    contacts = "callers_contacts_list"
    found = found_by(contacts, rule)

    assert f"{contacts}: pages by statuses and lastAttemptFrom of size 2: differ" in found


def test_cursors() -> None:
    """Cursors that depend on the size, on the time or on removed items are detected."""

    def old(call: RuleCall) -> Any:
        """Cursors of an earlier minute lead to the beginning."""
        cursor, times = call.arguments.get("cursor"), call.memory.setdefault("times", {})
        is_old = cursor and call.store.time - times.get(cursor, call.store.time) > 60
        page = call.call_original(cursor=None) if is_old else call.call_original()
        times[page["nextCursor"]] = call.store.time
        return page

    def numbered(call: RuleCall) -> Any:
        """The cursor is the number of a page."""
        number, size = _number(call), int(call.arguments.get("limit") or 25)
        return _slice(call, number * size, size, str(number + 1))

    def counted(call: RuleCall) -> Any:
        """The cursor is the number of items before it."""
        begin, size = _number(call), int(call.arguments.get("limit") or 25)
        return _slice(call, begin, size, str(begin + size))

    def short(call: RuleCall) -> Any:
        """A large page has three items, and is the last one."""
        page = call.call_original()
        if int(call.arguments.get("limit") or 0) < 1_000:
            return page
        return {"items": page["items"][:3], "nextCursor": None, "hasMore": False}

    rules = {
        STYLES: old,
        "sonarly_prospecting_list": numbered,
        "sonarly_audiences_list": counted,
        "sonarly_signals_list": short,
    }
    bugs = [Mutant("", "", [operation], rule=rule) for operation, rule in rules.items()]
    found = "\n".join(findings(PAGES, *bugs, only=rules))

    assert f"{STYLES}: a cursor after a minute: leads to other items" in found
    assert "sonarly_prospecting_list: a cursor with another size: leads to other items" in found
    assert "sonarly_audiences_list: an item removed between two pages: hides another" in found
    assert "sonarly_signals_list: pages of size a thousand: differ from the whole list" in found


def test_small_pages() -> None:
    """A server with small pages, or with one item, has no finding."""

    def small(call: RuleCall) -> Any:
        return call.call_original(limit=min(2, int(call.arguments.get("limit") or 25)))

    def one(call: RuleCall) -> Any:
        page = call.call_original()
        return {"items": page["items"][:1], "nextCursor": None, "hasMore": False}

    rules = {
        "sonarly_audiences_list": small,
        "sonarly_templates_list_value_propositions": one,
    }
    bugs = [Mutant("", "", [operation], rule=rule) for operation, rule in rules.items()]

    assert findings(PAGES, *bugs, only=rules) == []


def _number(call: RuleCall) -> int:
    cursor = call.arguments.get("cursor") or "0"
    if not cursor.isdecimal():
        raise ApiError(400)
    return int(cursor)


def _slice(call: RuleCall, begin: int, size: int, following: str) -> Any:
    whole = call.call_original(cursor=None, limit=100)["items"]
    more = begin + size < len(whole)
    return {
        "items": whole[begin : begin + size],
        "nextCursor": following if more else None,
        "hasMore": more,
    }


def test_without_reset() -> None:
    """A server without reset has no finding."""
    assert disposable_findings(PAGES) == []


def test_late_items() -> None:
    """A filter that is applied after the limit is detected by items that are not on page one."""
    operation = "sonarly_signals_list"

    def rule(call: RuleCall) -> Any:
        arguments = {**call.arguments}
        wanted = arguments.pop("status", None)
        page = call.call_with(arguments)
        kept = [item for item in page["items"] if wanted in (None, item["status"])]
        has_more = page["hasMore"] and len(kept) == len(page["items"])
        return {
            "items": kept,
            "hasMore": has_more,
            "nextCursor": page["nextCursor"] if has_more else None,
        }

    found = disposable_findings(PAGES, Mutant("", "", [operation], rule=rule), only=[operation])

    assert any("pages by status, of later items of size 2: differ" in line for line in found)
