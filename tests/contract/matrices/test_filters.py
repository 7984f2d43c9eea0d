"""The matrix of filters covers every filter and detects items that are lost or kept wrongly."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from campaignkit_contract.stateful.matrices.filters import FILTERS
from campaignkit_fake.callers.contacts import Contacts

from tests.sampling import examples

from ..mutation.mutant import Mutant, RuleCall
from .runs import covered, findings

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
