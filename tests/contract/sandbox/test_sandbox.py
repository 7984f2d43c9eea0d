"""A sandbox makes what every operation needs, and removes it again."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

import pytest
from campaignkit_contract.sandbox import LEADS, Sandbox, packaged_kinds
from campaignkit_contract.sandbox.leads import LeadPool
from campaignkit_contract.sandbox.preparation import first_usable
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.targets.request_budget import BudgetEnded, RequestBudget
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_fake import Fake

FOLDER = "sonarly_audiences_create_folder"
LASTING = {
    *("sonarly folderId", "sonarly jobId", "sonarly scanId", "sonarly writingStyleId"),
    *("callers organizationId", "callers voiceId"),
}


def removable_state(fake: Fake, filling: Iterable[str]) -> dict[str, Any]:
    """Return the state of what operations remove, without counters and archived contacts."""
    state = deepcopy(fake.state())
    names = ("campaigns", "audiences", "contacts", "memories")
    kept: dict[str, Any] = {name: state[name] for name in names}
    # Jobs that are running end by themselves, and fill their audiences.
    audiences = {
        id_: sorted(audience["leadIds"])
        for id_, audience in kept["audiences"].items()
        if id_ not in filling
    }
    return {**kept, "audiences": audiences}


@pytest.mark.no_cover
@pytest.mark.parametrize("operation_id", packaged_operations())
def test_call(sandbox: Sandbox, operation_id: str) -> None:
    """A call of every operation with fresh values succeeds, and again."""
    times = 1 if operation_id in sandbox.guard.removable else 2
    statuses = [sandbox.call(operation_id).status for _ in range(times)]

    assert all(status < 300 for status in statuses), statuses


def test_removes(fake: Fake, sandbox: Sandbox) -> None:
    """At its end everything foreign is as before, and what no operation removes is listed."""
    audiences = fake.state()["audiences"]
    filling = [id_ for id_, audience in audiences.items() if audience["isFilling"]]
    before = removable_state(fake, filling)
    with sandbox:
        for operation_id in packaged_operations():
            with sandbox.scope():
                if operation_id not in sandbox.guard.removable:
                    sandbox.call(operation_id)
    after = removable_state(fake, filling)
    foreign = {name: {id_: after[name].get(id_) for id_ in items} for name, items in before.items()}

    assert foreign == before
    assert after["campaigns"] == before["campaigns"]
    assert sandbox.removal.failures == {}
    assert {entry.rpartition(" ")[0] for entry in sandbox.removal.kept} == LASTING


def test_kinds() -> None:
    """Kinds with their creators and removers follow from the links and paths of the spec."""
    packaged_kinds.cache_clear()  # a test that is not measured may have filled it
    kinds = packaged_kinds().all
    contact = kinds["callers contactId"]

    assert {name for name, kind in kinds.items() if kind.creators and not kind.remover} == LASTING
    assert contact.creators[0].operation == "callers_contacts_create"
    assert (contact.remover, contact.aliases) == ("callers_contacts_archive", ("phoneNumber",))
    assert LEADS not in kinds


def test_no_leads() -> None:
    """Without named leads, a campaign is created without leads."""
    assert LeadPool(()).chosen() == []


def test_empty_list() -> None:
    """An empty list has no ID to use."""
    [source, *_] = packaged_kinds().all["sonarly audienceId"].sources

    assert first_usable({"success": True, "data": {"items": []}}, source, source.operation) == ""


def test_renew(sandbox: Sandbox) -> None:
    """What no operation removes is made again by its kind, or all of it."""
    folder, style = "sonarly folderId", "sonarly writingStyleId"
    first = [sandbox.shared(folder).id, sandbox.shared(style).id]
    sandbox.renew(folder)
    second = [sandbox.shared(folder).id, sandbox.shared(style).id]
    sandbox.renew()

    assert second[0] != first[0]
    assert second[1] == first[1]
    assert sandbox.shared(style).id != first[1]


def test_budget(fake: Fake, sandbox: Sandbox) -> None:
    """A write beyond the budget is not sent."""
    sandbox.target.budget = RequestBudget(0)
    with pytest.raises(BudgetEnded, match="the budget of 0 requests ended"):
        sandbox.target.ask(FOLDER)

    assert FOLDER not in fake.state()["requests"]


def test_texts(sandbox: Sandbox) -> None:
    """Every text of a run is new; a harmless body has unknown ids, or no JSON in a form."""
    copied = sandbox.harmless_body("sonarly_campaigns_duplicate")["json"]

    assert sandbox.unique_text() != sandbox.unique_text()
    assert copied["audienceId"] == UNKNOWN_ID
    assert "json" not in sandbox.harmless_body("callers_voices_clone")
