"""The matrix of tenancy covers every operation of a customer, and detects shared state."""

from dataclasses import replace
from itertools import count

import httpx
import pytest
from campaignkit_contract.stateful.matrices.tenancy import TENANCY
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import Target
from campaignkit_fake.engine.errors import ApiError

from ..mutation import tenancy as bugs
from ..mutation.mutant import Mutant, MutantFake, RuleCall
from .runs import covered, excluded, findings, sampled

_ALTERNATING = "alternating reads of two customers"
_SAME_CALL = "equal calls of two customers"
_FOUND = {
    bugs.searches_of_first_reader: f"{_ALTERNATING}: return the same items",
    bugs.prospects_of_everyone: "providerId: a value of another customer: returns an item",
    bugs.conversation_of_everyone: "conversationId: a value of another customer: returns 200",
    bugs.signals_by_narrow_key: "prospectId: a value of another customer: returns 200",
    bugs.cursor_of_any_group: "a cursor of another customer: leads to items of that customer",
    bugs.name_taken_elsewhere: f"{_SAME_CALL}: return 201 and 422",
    bugs.namesakes_renamed: f"{_SAME_CALL}: change sonarly_audiences_navigation of another",
    bugs.key_of_another_customer: f"{_SAME_CALL}: return the same ids",
    bugs.credits_of_everyone: f"{_SAME_CALL}: return 202 and 402",
    bugs.contact_of_another_customer: f"{_SAME_CALL}: return the same ids",
    bugs.number_archived_everywhere: f"{_SAME_CALL}: change callers_contacts_list of another",
    bugs.foreign_rows_archived: "contactIds: own ids and one of another customer: changes",
}


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(TENANCY, only=sampled(TENANCY, 24)) == []


def test_coverage() -> None:
    """Every operation that takes the key of a customer has cells."""
    assert excluded(TENANCY) == {
        "callers_organizations_sync": "its credential is not the key of a customer"
    }
    assert len(covered(TENANCY)) == 75


def one_scan_at_a_time(call: RuleCall) -> object:
    """A scan waits for those of other customers."""
    last, now = call.memory.get("last", 0.0), call.store.time
    if now - last < 10:
        raise ApiError(409, "Another scan is running.", code="BUSY")
    call.memory["last"] = now
    return call.call_original()


def test_found() -> None:
    """Bugs by which a customer gets or changes what another one has are detected."""
    job = Mutant("job", "", ("sonarly_signals_start",), rule=one_scan_at_a_time)
    expected = {**_FOUND, job: f"{_SAME_CALL}: return 202 and 409"}
    alone = [bugs.contact_of_another_customer]  # It also takes the contacts of other calls.
    found = [
        *_findings_about(*(bug for bug in expected if bug not in alone)),
        *_findings_about(*alone),
    ]

    for bug, problem in expected.items():
        [name] = bug.operations
        assert any(name in line and f": {problem}" in line for line in found), bug.name


def _findings_about(*planted: Mutant) -> list[str]:
    """Return the findings about the operations with bugs."""
    return findings(TENANCY, *planted, only=[name for bug in planted for name in bug.operations])


def test_no_alarm() -> None:
    """What fails, differs at each read or is lacking does not depend on another customer."""
    numbers = count()

    def empty(call: RuleCall) -> object:
        is_other = call.context.key.scope == (call.arguments["accountGroupId"],)
        return {**call.call_original(), **({"items": []} if is_other else {})}

    def fail(_: RuleCall) -> object:
        raise ApiError(409, "Not now.", code="AUDIENCE_NOT_READY")

    def differ(call: RuleCall) -> object:
        name = f"List {next(numbers)}"
        return {"items": [{**item, "name": name} for item in call.call_original()["items"]]}

    planted = [
        Mutant(name, "", [f"sonarly_{name}"], rule=rule)
        for name, rule in (
            ("audiences_list", empty),
            ("audiences_delete", fail),
            ("prospecting_lead_lists", differ),
        )
    ]
    names = ["sonarly_audiences_get", "sonarly_audiences_delete", "sonarly_prospecting_lead_lists"]

    assert findings(TENANCY, *planted, only=names) == []


@pytest.mark.parametrize("area", ["sonarly accounts", "sonarly campaigns"])
def test_second_account_group(area: str) -> None:
    """Without a key of another customer, the second account group is the other one."""
    target, found = _live_findings(area)

    assert found == []
    groups = {
        exchange.path.split("/")[3]
        for exchange in target.exchanges
        if "/accounts/" in exchange.path
    }
    assert groups == set(target.ids["accountGroupId"])
    assert {exchange.method for exchange in target.exchanges} == {"GET"}


def test_cached_list_without_reset() -> None:
    """On a server without reset, lists of two account groups with the same items are detected."""

    def rule(call: RuleCall) -> object:
        return call.memory.setdefault("list", call.call_original())

    _, found = _live_findings(
        "sonarly campaigns", Mutant("", "", ["sonarly_campaigns_list"], rule=rule)
    )

    assert f"{_ALTERNATING}: return the same items" in "".join(found)


def test_lookup_of_others() -> None:
    """A lookup that finds the prospects of other customers only is detected."""
    operation = "sonarly_prospecting_prospects_by_provider_id"

    def rule(call: RuleCall) -> object:
        own = call.call_original()
        found = bugs.prospects_of_everyone.rule(call) if bugs.prospects_of_everyone.rule else own
        return found if not own["matches"] else {**own, "matches": [], "resolution": "none"}

    [found] = findings(TENANCY, Mutant("", "", [operation], rule=rule), only=[operation])

    assert "providerId: a value of another customer: returns an item of another customer" in found


def _live_findings(area: str, *bugs: Mutant) -> tuple[Target, list[str]]:
    """Return the findings about an area of a server without reset, read with one key."""
    fake = MutantFake(*bugs)
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = replace(
            fake_target(client, fake.clock.advance),
            reset_server=None,
            history=None,
            foreign_keys={},
            may_write=False,
            areas=[area],
        )
        return target, list(TENANCY.findings(target))
