"""A sandbox refuses a write to something that the run did not make and was not given."""

import json
from typing import Any

import pytest
from campaignkit_contract.sandbox import LEADS, Sandbox
from campaignkit_contract.sandbox.guard import ForeignWrite
from campaignkit_contract.targets.listing import items
from campaignkit_contract.targets.outcomes import CheckFailed, SkipCheck
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_contract.targets.target import Target
from campaignkit_fake import SAMPLE_ID, Fake

OTHER_AUDIENCE = "a00000000000000000000001"
OTHER_CAMPAIGN = "cc0000000000000000000001"
VALUE_PROPOSITION = "sonarly_templates_delete_value_proposition"


def test_foreign_path(sandbox: Sandbox, target: Target, fake: Fake) -> None:
    """An id that the server has shown is foreign, until the settings name it."""
    target.data("sonarly_audiences_list")
    values = {"audienceId": OTHER_AUDIENCE}

    with pytest.raises(ForeignWrite, match="would write to a sonarly audienceId"):
        target.ask("sonarly_audiences_delete", values)
    assert OTHER_AUDIENCE in fake.state()["audiences"]
    sandbox.guard.allow("sonarly audienceId", OTHER_AUDIENCE)
    with pytest.raises(ForeignWrite, match=r"would remove what the run did not make$"):
        target.ask("sonarly_audiences_delete", values)


def test_foreign_body(sandbox: Sandbox, target: Target) -> None:
    """An id in a body is foreign too."""
    target.data("sonarly_audiences_list")
    call = sandbox.call_values("sonarly_audiences_move_leads")
    body = {"json": {**call.json, "targetAudienceId": OTHER_AUDIENCE}}

    with pytest.raises(ForeignWrite, match="would use a sonarly audienceId"):
        target.ask("sonarly_audiences_move_leads", call.values, body=body)


@pytest.mark.parametrize("value", [UNKNOWN_ID, "never seen", "a/b"])
def test_unknown(sandbox: Sandbox, target: Target, value: str) -> None:
    """An id that no response has shown changes nothing, so the server decides."""
    target.data("sonarly_campaigns_lead_status", leadIds=value)

    assert target.ask("sonarly_audiences_delete", {"audienceId": value}).status == 404
    assert [*sandbox.ledger.open_entries()] == []


def test_collection(sandbox: Sandbox, target: Target, fake: Fake) -> None:
    """A whole collection is only removed if the run has made every item."""
    operation = "callers_contacts_archive_all"
    sandbox.guard.removable = ()
    with pytest.raises(ForeignWrite, match="would remove what the run did not make"):
        target.ask(operation, {"campaignId": SAMPLE_ID})
    sandbox.guard.allow("callers campaignId", OTHER_CAMPAIGN)
    for contact in items(target, "callers_contacts_list", campaignId=OTHER_CAMPAIGN):
        sandbox.guard.own[contact["id"]] = "callers contactId"

    assert target.ask(operation, {"campaignId": OTHER_CAMPAIGN}).status == 200
    assert fake.state()["requests"][operation] == 1


def test_collection_without_list(sandbox: Sandbox, target: Target) -> None:
    """A bulk removal names its items in the body, which are checked."""
    call = sandbox.call_values("callers_contacts_archive_bulk")

    assert target.ask("callers_contacts_archive_bulk", call.values, body=call.body).status == 200


def test_named_update(sandbox: Sandbox, target: Target) -> None:
    """A named resource is restored, and a field that cannot be restored is not changed."""
    operation = "sonarly_templates_update_value_proposition"
    values = {"valuePropositionId": SAMPLE_ID}
    before = target.data("sonarly_templates_get_value_proposition", **values)
    with pytest.raises(SkipCheck, match="changes description, which cannot be restored"):
        target.data(operation, json={"description": "x"}, **values)
    with sandbox.scope():
        assert target.data(operation, json={"name": "x"}, **values)["name"] == "x"

    assert target.data("sonarly_templates_get_value_proposition", **values) == before


def test_given_field(sandbox: Sandbox) -> None:
    """A field that a caller gives stays in a body, also if it cannot be restored."""
    operation = "sonarly_templates_update_value_proposition"
    call = sandbox.call_values(operation, json={"description": "x"})

    assert call.json["description"] == "x"


def test_unreadable_update(sandbox: Sandbox, target: Target) -> None:
    """A named resource that cannot be read is not changed."""
    operation = "sonarly_templates_update_signal_specification"
    sandbox.guard.allow("sonarly specificationId", "gone")

    with pytest.raises(SkipCheck, match="changes name, which cannot be restored"):
        target.data(operation, json={"name": "x"}, specificationId="gone")


def test_invalid_body(sandbox: Sandbox, target: Target) -> None:
    """A body that is not an object is the server's to reject."""
    operation = "sonarly_templates_update_value_proposition"
    body: dict[str, Any] = {"json": ["x"]}

    assert target.ask(operation, {"valuePropositionId": SAMPLE_ID}, body=body).status == 400


def test_named_removal(sandbox: Sandbox, target: Target) -> None:
    """A named resource is removed only by an operation that the settings name."""
    sandbox.guard.removable = ()
    with pytest.raises(ForeignWrite, match="would remove what the run did not make"):
        target.ask(VALUE_PROPOSITION, {"valuePropositionId": SAMPLE_ID})
    sandbox.guard.removable = [VALUE_PROPOSITION]

    assert target.ask(VALUE_PROPOSITION, {"valuePropositionId": SAMPLE_ID}).status == 200


def test_read_only(target: Target) -> None:
    """A target that may not write, or not by this operation, sends no write."""
    sandbox = Sandbox(target)
    target.writable = ["sonarly_audiences_update"]
    with pytest.raises(SkipCheck, match="\\(WRITE\\) does not name sonarly_audiences_create"):
        sandbox.make("sonarly audienceId")
    target.may_write = False
    with pytest.raises(SkipCheck, match="it writes: set --write"):
        sandbox.call_values("sonarly_audiences_create")


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ("sonarly_campaigns_start", "set --test-lead-ids"),
        ("sonarly_audiences_move_leads", "set --audience-id"),
        ("sonarly_messages_respond", "names a prospectId|names leads|leadIds"),
        ("callers_organizations_add_phone_numbers", "no list shows a callers sipId"),
        ("sonarly_templates_delete_value_proposition", "did not make"),
    ],
)
def test_unnamed(target: Target, operation: str, message: str) -> None:
    """Without the ids that no operation creates, a call says which setting is missing."""
    target.named = {
        kind: values
        for kind, values in target.named.items()
        if kind in {"sonarly accountGroupId", "callers organizationId"}
    }
    sandbox = Sandbox(target)

    with pytest.raises(SkipCheck, match=message):
        sandbox.call(operation)


def test_leads_in_use(target: Target) -> None:
    """Leads of a started campaign are not contacted by another one."""
    target.named = {**target.named, LEADS: target.named[LEADS][:1]}
    sandbox = Sandbox(target)
    sandbox.call("sonarly_campaigns_start")

    with pytest.raises(SkipCheck, match="other checks use all of them"):
        sandbox.call("sonarly_campaigns_start")


def test_leads_of_outer_scope(target: Target) -> None:
    """Leads of a started campaign stay in use when an inner scope ends."""
    target.named = {**target.named, LEADS: target.named[LEADS][:1]}
    sandbox = Sandbox(target)
    sandbox.call("sonarly_campaigns_start")
    with sandbox.scope():
        sandbox.call("sonarly_audiences_create_folder")

    with pytest.raises(SkipCheck, match="other checks use all of them"):
        sandbox.leads.free()


def test_refused_creation(sandbox: Sandbox, target: Target) -> None:
    """A creation that fails is a finding, unless the key is not permitted."""
    target.keys = {**target.keys, "sonarly": "fake-sonarly-read"}
    with pytest.raises(SkipCheck, match="sonarly_audiences_create returned 403"):
        sandbox.make("sonarly audienceId")
    target.keys = {**target.keys, "sonarly": "wrong"}
    with pytest.raises(CheckFailed, match="sonarly_audiences_create returned 401"):
        sandbox.make("sonarly audienceId")


def test_written_body(sandbox: Sandbox, target: Target) -> None:
    """An id in JSON that a check writes itself is foreign too; other text names nothing."""
    target.data("sonarly_audiences_list")
    call = sandbox.call_values("sonarly_audiences_move_leads")
    sent = json.dumps({**call.json, "targetAudienceId": OTHER_AUDIENCE}).encode()

    with pytest.raises(ForeignWrite, match="would use a sonarly audienceId"):
        target.ask("sonarly_audiences_move_leads", call.values, body={"content": sent})
    target.ask("sonarly_audiences_move_leads", call.values, body={"content": b"{"})


def test_written_move(sandbox: Sandbox, target: Target, fake: Fake) -> None:
    """Leads return that a body moved which a check has written itself."""
    before = sorted(fake.state()["audiences"][SAMPLE_ID]["leadIds"])
    with sandbox.scope():
        call = sandbox.call_values("sonarly_audiences_move_leads")
        body = {"content": json.dumps(call.json).encode()}
        target.ask("sonarly_audiences_move_leads", call.values, body=body)

    assert sorted(fake.state()["audiences"][SAMPLE_ID]["leadIds"]) == before
