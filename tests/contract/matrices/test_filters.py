"""The matrix of filters covers every filter and detects items that are lost or kept wrongly."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from campaignkit_contract.stateful.matrices.filters import FILTERS
from campaignkit_fake.callers.campaigns import CallersCampaigns
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.pagination import by_cursor
from campaignkit_fake.sonarly.messages import Conversations

from tests.sampling import examples

from ..mutation.mutant import Mutant, RuleCall
from .runs import covered, disposable_findings, findings

CONTACTS = "callers_contacts_list"


def found_by(operation: str, rule: Callable[[RuleCall], Any]) -> str:
    """Return the findings about an operation with another rule."""
    return "\n".join(findings(FILTERS, Mutant("", "", [operation], rule=rule), only=[operation]))


def test_healthy() -> None:
    """The fake has no finding with several seeds."""
    seeds = range(1, 1 + examples(full=10, sampled=1))

    assert [findings(FILTERS, seed=seed) for seed in seeds] == [[] for _ in seeds]


def test_coverage() -> None:
    """Every list with a filter has cells."""
    assert covered(FILTERS) == [
        "sonarly_messages_list",
        "sonarly_prospecting_list",
        "sonarly_signals_list",
        "sonarly_signals_results",
        "callers_campaigns_list",
        CONTACTS,
        "callers_memories_list",
    ]


def test_second_page() -> None:
    """A filter that is lost with a cursor is detected."""

    def rule(call: RuleCall) -> Any:
        names = [name for name in call.arguments if "cursor" not in call.arguments]
        kept = {"accountGroupId", "cursor", "limit", *names}
        return call.call_with({name: call.arguments[name] for name in kept & {*call.arguments}})

    for operation in ("sonarly_messages_list", "sonarly_prospecting_list"):
        assert "keeps other items on the second page" in found_by(operation, rule)


def test_leap_second() -> None:
    """A bound that is ignored, because the server cannot read its leap second, is detected."""

    def rule(call: RuleCall) -> Any:
        kept = {name: value for name, value in call.arguments.items() if ":60Z" not in str(value)}
        return call.call_with(kept)

    assert "lastAttemptFrom: a leap second: keeps other items" in found_by(CONTACTS, rule)


def test_excluded_bound() -> None:
    """A bound that leaves out the moment itself is detected, with the sentence of the spec."""

    def rule(call: RuleCall) -> Any:
        bound = call.arguments.get("lastAttemptTo")
        found = call.call_original()
        if bound is None:
            return found
        return [item for item in found if moment(item["lastAttempt"]) != moment(bound)]

    def moment(text: str) -> datetime:
        return datetime.fromisoformat(text)

    found = found_by(CONTACTS, rule)

    assert "lastAttemptTo: the moment of an item: keeps other items: 1 are missing" in found
    assert 'lastAttemptTo "Lists only contacts with a last attempt at or before' in found


def test_case() -> None:
    """A filter that ignores the case is detected."""

    def rule(call: RuleCall) -> Any:
        status = call.arguments.get("status")
        return call.call_original(**({"status": status.lower()} if status else {}))

    found = found_by("sonarly_prospecting_list", rule)

    assert "status: another case: keeps other items: 0 are missing" in found


def test_ignored_filter() -> None:
    """A filter that is ignored is detected, also if no item shows its values."""

    def original(call: RuleCall) -> Any:
        arguments = dict(call.arguments)
        arguments.pop("conversationId", None)
        return call.call_with(arguments)

    assert "an unknown value: keeps items" in found_by("sonarly_messages_list", original)


def test_combination() -> None:
    """Two filters of which one is ignored are detected."""

    def rule(call: RuleCall) -> Any:
        arguments = dict(call.arguments)
        if "statuses" in arguments:
            arguments.pop("lastAttemptFrom", None)
        return call.call_with(arguments)

    assert "statuses: a known value and lastAttemptFrom" in found_by(CONTACTS, rule)


def test_archived() -> None:
    """Archived contacts among the others are detected."""

    def rule(call: RuleCall) -> Any:
        if call.arguments.get("archived"):
            call.store[Contacts].by_id[next(iter(call.store[Contacts].by_id))].is_archived = False
            return [*call.call_original(), *call.call_original(archived=False)[:1]]
        return call.call_original()

    assert "archived: true: keeps items of the other part" in found_by(CONTACTS, rule)


def test_minimum() -> None:
    """A minimum that leaves out its own value is detected."""

    def rule(call: RuleCall) -> Any:
        minimum = call.arguments.get("minScore")
        return call.call_original(**({} if minimum is None else {"minScore": minimum + 1}))

    assert "minScore: a bound: keeps other items" in found_by("sonarly_signals_results", rule)


def test_sorting() -> None:
    """A direction that is ignored is detected."""

    def rule(call: RuleCall) -> Any:
        return call.call_original(sortDirection="asc")

    assert "sorted by createdAt, desc: is not in this order" in found_by(CONTACTS, rule)


@pytest.mark.parametrize(
    ("ignored", "problem"), [("statuses", "keeps other items"), ("sort", "is not in this order")]
)
def test_filter_and_order(ignored: str, problem: str) -> None:
    """A list that takes either a filter or an order is detected."""

    def rule(call: RuleCall) -> Any:
        arguments = call.arguments
        if "sortAttribute" not in arguments:
            return call.call_original()
        is_filtered = {"statuses", "lastAttemptFrom", "lastAttemptTo"} & arguments.keys()
        kept = {
            name: value
            for name, value in arguments.items()
            if not (is_filtered and name.startswith(ignored))
        }
        return call.call_with(kept)

    found = found_by(CONTACTS, rule)

    assert f"statuses and an order: {problem}" in found


@pytest.mark.parametrize("bound", ["lastAttemptFrom", "lastAttemptTo"])
def test_ignored_zone(bound: str) -> None:
    """A bound whose zone is ignored is detected."""

    def rule(call: RuleCall) -> Any:
        text = call.arguments.get(bound)
        if text and not text.endswith("Z"):
            return call.call_original(**{bound: f"{text[:-6]}Z"})
        return call.call_original()

    assert f"{bound}: the moment in another zone: keeps other items" in found_by(CONTACTS, rule)


def test_default_order() -> None:
    """A wrong default direction, and orders that lose items or ignore a filter, are detected."""

    def rule(call: RuleCall) -> Any:
        arguments = call.arguments
        if "sortAttribute" not in arguments:
            return [] if "sortDirection" in arguments else call.call_original()
        if arguments.get("archived"):
            return call.call_original(sortAttribute=None)
        return call.call_original(sortDirection=arguments.get("sortDirection", "desc"))

    found = found_by(CONTACTS, rule)

    assert "sortDirection: no value: is not ascending" in found
    assert "sortDirection: alone: returns other items" in found
    assert "archived and an order: is not in this order" in found


def test_listed_items() -> None:
    """Listed items that cannot be read, or are read otherwise, are detected under each filter."""

    def read(call: RuleCall) -> Any:
        if call.store[Contacts].by_id[call.arguments["contactId"]].is_archived:
            raise ApiError(404)
        return {**call.call_original(), "name": "Another"}

    def listed(call: RuleCall) -> Any:
        """Archived contacts are listed without the newest ones, of any last attempt."""
        if call.arguments.get("archived") is False:
            return []
        if not call.arguments.get("archived"):
            return call.call_original()
        return call.call_original(lastAttemptFrom="2020-01-01T00:00:00Z")

    bugs = (
        Mutant("", "", ["callers_contacts_get"], rule=read),
        Mutant("", "", [CONTACTS], rule=listed),
    )
    found = "\n".join(findings(FILTERS, *bugs, only=[CONTACTS]))

    assert "archived: items: callers_contacts_get returns 404" in found
    assert "all: items: callers_contacts_get shows another name" in found
    assert "archived: false: keeps other items than no value" in found
    assert "archived: created items: are in the other part, or none" in found
    assert "archived and lastAttemptFrom: the moment of an item: keeps other items" in found


def test_values_of_others() -> None:
    """A filter that keeps items of another account group or customer is detected."""

    def messages(call: RuleCall) -> Any:
        known = call.store[Conversations].by_id.get(call.arguments.get("conversationId", ""))
        if known is None:
            return call.call_original()
        return by_cursor(known.messages[::-1], call.arguments)

    def campaigns(call: RuleCall) -> Any:
        group = call.arguments.get("campaignGroupId")
        every = call.store[CallersCampaigns].by_id.values()
        found = [item for item in every if group and item["campaignGroupId"] == group]
        return found or call.call_original()

    rules = {"sonarly_messages_list": messages, "callers_campaigns_list": campaigns}
    bugs = [Mutant("", "", [operation], rule=rule) for operation, rule in rules.items()]
    found = "\n".join(findings(FILTERS, *bugs, only=rules))

    assert "conversationId: a known value: keeps items of no list, or their order" in found
    assert "conversationId: a value of another parent: keeps items of the other parent" in found
    assert "campaignGroupId: a value of another customer: keeps items" in found


def test_documented_value() -> None:
    """A documented value that the list hides, refuses or keeps from earlier is detected."""

    def memories(call: RuleCall) -> Any:
        result = call.call_original()
        if "status" in call.arguments:
            return result
        return {**result, "data": [item for item in result["data"] if item["status"] == "ACTUAL"]}

    def jobs(call: RuleCall) -> Any:
        if call.arguments.get("status") != "queued":
            return call.call_original()
        return call.memory.setdefault("queued", call.call_original())

    def scans(call: RuleCall) -> Any:
        if call.arguments.get("status") == "failed":
            raise ApiError(400)
        return call.call_original()

    rules = {
        "callers_memories_list": memories,
        "sonarly_prospecting_list": jobs,
        "sonarly_signals_list": scans,
    }
    bugs = [Mutant("", "", [operation], rule=rule) for operation, rule in rules.items()]
    found = "\n".join(findings(FILTERS, *bugs, only=rules))

    both = "sonarly_prospecting_list, callers_memories_list"
    assert f"{both}: status: a documented value: keeps other items" in found
    assert "sonarly_signals_list: status: a known value: is refused" in found


def test_refused_page() -> None:
    """A second page of a filtered list that is refused is detected."""

    def rule(call: RuleCall) -> Any:
        if "status" in call.arguments and "cursor" in call.arguments:
            raise ApiError(400)
        return call.call_original()

    assert "sonarly_signals_list returned 400" in found_by("sonarly_signals_list", rule)


def test_without_reset() -> None:
    """On a server without reset, the list of a created contact shows a deleted memory that is lost.

    A healthy one has no finding.
    """

    def rule(call: RuleCall) -> Any:
        result = call.call_original()
        kept = [item for item in result["data"] if item["status"] != "DELETED"]
        return result if "status" in call.arguments else {**result, "data": kept}

    memories = "callers_memories_list"
    bug = Mutant("", "", [memories], rule=rule)

    assert disposable_findings(FILTERS) == []
    assert "status: a documented value" in "".join(
        disposable_findings(FILTERS, bug, only=[memories])
    )
