"""In a disposable account, checks look at what a run alone does not make."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from campaignkit_contract.stateful.campaign_copies import start_counts_workflow_instances
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.contacts import archived_contact_is_unlisted
from campaignkit_contract.stateful.job_results import scan_without_prospects_evaluates_audience
from campaignkit_contract.stateful.memories import memory_of_any_status_can_be_deleted
from campaignkit_contract.targets.target import START, Target
from campaignkit_fake import SAMPLE_ID
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories
from campaignkit_fake.sonarly.signals import SignalScans

from ..matrices.runs import disposable_target
from ..mutation.mutant import Mutant, RuleCall

ARCHIVE_ALL, FORGET = "callers_contacts_archive_all", "callers_memories_delete"
SCAN = "sonarly_signals_start"


def archive_page(call: RuleCall) -> Any:
    """Archive the first 50 contacts only."""
    contacts = call.store[Contacts].of_campaign(call.arguments["campaignId"])
    active = [contact for contact in contacts if not contact.is_archived]
    result = call.call_original()
    for contact in active[50:]:
        contact.is_archived = False
    return result


def keep_outdated(call: RuleCall) -> Any:
    """Return the usual response, and leave an outdated memory."""
    memory = call.store[Memories].by_id[call.arguments["memoryId"]]
    before = dict(memory)
    result = dict(call.call_original())
    memory |= before if before["status"] == "OUTDATED" else {}
    return result


def scan_ten(call: RuleCall) -> Any:
    """Evaluate the first ten prospects only."""
    result = call.call_original()
    scan = call.store[SignalScans].by_id[result.payload["scanId"]]
    scan.lead_ids = scan.lead_ids[:10]
    return result


def count_every_lead(call: RuleCall) -> Any:
    """Count leads without a workflow instance too."""
    result = dict(call.call_original())
    return {**result, "instancesCreated": result["campaign"]["selectedLeadCount"]}


BUGS: dict[str, tuple[Callable[[Target], Iterator[str]], Callable[[RuleCall], Any], str]] = {
    ARCHIVE_ALL: (
        archived_contact_is_unlisted,
        archive_page,
        f"{ARCHIVE_ALL} counts other contacts than all that it has to archive",
    ),
    FORGET: (
        memory_of_any_status_can_be_deleted,
        keep_outdated,
        f"{FORGET} leaves a memory with the status OUTDATED",
    ),
    SCAN: (
        scan_without_prospects_evaluates_audience,
        scan_ten,
        "sonarly_signals_results is pending for a prospect of a scanned audience",
    ),
    START: (
        start_counts_workflow_instances,
        count_every_lead,
        f"{START} counts 4 of 3 instances",
    ),
}


@pytest.mark.parametrize("operation", BUGS)
def test_detected(operation: str) -> None:
    """A bug that shows beside other resources than those of the run is detected."""
    check, rule, expected = BUGS[operation]
    with disposable_target(Mutant("", "", [operation], rule=rule)) as target:
        leads = [SAMPLE_ID, *(f"1e{number:022x}" for number in range(1, 20))]
        target.named = {**target.named, "sonarly leadIds": leads}
        target.draft_campaign_ids = ()
        found = StatefulCheck(check, writes=True).run(target).findings

    assert expected in found
