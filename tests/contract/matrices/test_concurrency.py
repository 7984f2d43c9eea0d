"""The matrix of concurrency covers every write and detects calls that do not wait."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.matrices.concurrency import CONCURRENCY
from campaignkit_contract.targets.target import START
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.prospecting import ProspectingJobs

from ..mutation.mutant import Mutant, RuleCall
from .runs import covered, findings, sampled

UPDATE = "sonarly_audiences_update"


def found_by(operation: str, rule: Callable[[RuleCall], Any]) -> str:
    """Return the findings about an operation with another rule."""
    return "\n".join(
        findings(CONCURRENCY, Mutant("", "", [operation], rule=rule), only=[operation])
    )


def is_concurrent() -> bool:
    """Return True for a call that another one accompanies."""
    return threading.current_thread() is not threading.main_thread()


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(CONCURRENCY, only=sampled(CONCURRENCY, 24)) == []


def test_coverage() -> None:
    """Every write has cells."""
    writes = [name for name, node in packaged_operations().items() if node.method != "GET"]

    assert sorted(covered(CONCURRENCY)) == sorted(writes)


def test_two_starts() -> None:
    """Two starts at once that both succeed are detected."""

    def rule(call: RuleCall) -> Any:
        campaign = call.campaigns[call.campaign_id]
        if is_concurrent():
            campaign.fields["status"] = "draft"
        return call.call_original()

    found = found_by(START, rule)

    assert f"{START}: two calls at once: return 200 and 200, expected 200 and 409" in found


def test_two_contacts() -> None:
    """A contact that two calls at once create twice is detected."""
    operation = "callers_contacts_create"

    def rule(call: RuleCall) -> Any:
        body, contacts = call.arguments["body"], call.store[Contacts]
        if is_concurrent():
            contacts.add(call.arguments["campaignId"], body["name"], "12025550123", call.store.now)
        return call.call_original()

    found = found_by(operation, rule)

    assert "two calls at once: have another effect than two in a row: a new item in" in found


def test_one_id() -> None:
    """Two creations at once that show one id are detected."""
    operation = "callers_voices_clone"

    def rule(call: RuleCall) -> Any:
        voices = call.call_original()
        return [{**voice, "voiceId": "one"} for voice in voices] if is_concurrent() else voices

    assert "two calls at once: show one id in /0/voiceId" in found_by(operation, rule)


@pytest.mark.parametrize("operation", [UPDATE, "sonarly_audiences_move_to_folder"])
def test_lost_update(operation: str) -> None:
    """A field that a call loses while another one changes it is detected."""

    def create(call: RuleCall) -> Any:
        created = call.call_original()
        call.memory[created["id"]] = created["description"]
        return created

    def update(call: RuleCall) -> Any:
        updated = call.call_original()
        if is_concurrent():
            updated["description"] = call.memory[updated["id"]]
        return updated

    bugs = [
        Mutant("", "", ["sonarly_audiences_create"], rule=create),
        Mutant("", "", [UPDATE], rule=update),
    ]
    found = "\n".join(findings(CONCURRENCY, *bugs, only=[operation]))

    assert "two different calls at once: have another effect than in a row" in found


def test_lost_update_of_voice() -> None:
    """A field that an update at once loses is detected, if only updates show it."""
    operation = "callers_voices_update"

    def rule(call: RuleCall) -> Any:
        voice = call.call_original()
        if is_concurrent():
            voice["settings"] = {}
        return voice

    found = found_by(operation, rule)

    assert "two different calls at once: have another effect than in a row" in found


def test_same_name() -> None:
    """A name that two resources get at once, and only one may have, is detected."""

    def rule(call: RuleCall) -> Any:
        if not is_concurrent():
            return call.call_original()
        fields = call.store[Audiences].by_id[call.arguments["audienceId"]].fields
        fields |= call.arguments["body"]
        return fields

    found = found_by(UPDATE, rule)

    assert "two calls at once for two resources: have another effect than in a row" in found


def test_credits_spent_twice() -> None:
    """Two calls at once that are paid, though the credits suffice for one, are detected."""

    def rule(call: RuleCall) -> Any:
        if is_concurrent():
            call.store[ProspectingJobs].credits[call.arguments["accountGroupId"]] = 5_000
        return call.call_original()

    found = found_by("sonarly_prospecting_start", rule)

    assert "two calls at once, with 1000 as maxResults: have another effect than in a row" in found


def test_half_a_write() -> None:
    """A read during a write that shows a state between before and after is detected."""
    navigation = "sonarly_audiences_navigation"

    def read(call: RuleCall) -> Any:
        tree = call.call_original()
        call.memory["reads"] = call.memory.get("reads", 0) + 1
        if call.memory["reads"] == 3:  # the first one is before the write
            return {**tree, "folders": [{**item, "name": ""} for item in tree["folders"]]}
        return tree

    operation = "sonarly_audiences_rename_folder"
    bug = Mutant("", "", [navigation], rule=read)
    [found] = findings(CONCURRENCY, bug, only=[operation])

    assert f"{operation}: reads during the call: {navigation} shows another state" in found
