"""In a disposable account a run may change, remove and contact everything, and nothing outside."""

from collections.abc import Iterator

import pytest
from campaignkit_contract.sandbox import LEADS, Sandbox
from campaignkit_contract.sandbox.guard import ForeignWrite
from campaignkit_contract.sandbox.preparation import removed_id
from campaignkit_contract.targets.disposable import disposable_ids
from campaignkit_contract.targets.fake import OTHER_AUDIENCE_ID
from campaignkit_contract.targets.live import LiveTarget, live_target
from campaignkit_contract.targets.live_settings import UsageError
from campaignkit_contract.targets.outcomes import SkipCheck
from campaignkit_contract.targets.requests import payload
from campaignkit_contract.targets.target import Target
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

from ..mutation.mutant import Mutant, MutantFake

SETTINGS = {
    "SONARLY_API_KEY": "fake-sonarly",
    "CALLERS_API_KEY": "fake-callers",
    "ACCOUNT_GROUP_ID": SAMPLE_ID,
    "ORGANIZATION_ID": SAMPLE_ID,
    "RATE": "100000/s",
}
OTHER_GROUP = "ac0000000000000000000001"
KEPT = "sonarly_templates_delete_value_proposition"


@pytest.fixture
def disposable(target: Target) -> Sandbox:
    """Return the sandbox of a target whose accounts are disposable."""
    target.disposable = ("sonarly", "callers")
    ids = [SAMPLE_ID, *(f"5d{number:022x}" for number in range(1, 4))]
    target.named = {**target.named, "sonarly valuePropositionId": ids}
    return Sandbox(target, run_id="test")


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    """Serve a fake as a live server."""
    with Fake().serve() as url:
        yield url


def target_of(base_url: str, **settings: str) -> LiveTarget:
    """Return the target for some settings."""
    return live_target(base_url, {**SETTINGS, **settings}, packaged_validator().routes)


def test_discovered(base_url: str) -> None:
    """What the run needs and cannot make is found by reads: leads that are free come first."""
    named = target_of(base_url, WRITE="all", DISPOSABLE_ACCOUNTS=SAMPLE_ID).named

    assert named["sonarly audienceId"][0] == SAMPLE_ID  # It has the most leads.
    assert len(named["sonarly audienceId"]) == 6
    assert named["sonarly leadIds"][0] == SAMPLE_ID
    assert len(set(named["sonarly leadIds"])) == 30
    assert len(named["sonarly valuePropositionId"]) == 4
    assert len(named["callers campaignId"]) == 14
    assert named["callers campaignId"][-1] == SAMPLE_ID  # It has the most contacts.
    assert len(named["callers campaignGroupId"]) == 2


@pytest.mark.expects_contract_violation("bodies are cut")
@pytest.mark.parametrize("body", [b"[", b'{"data": {"items": [{}]}}', b"\xff"])
def test_unreadable_lists(body: bytes) -> None:
    """A list that does not conform yields no ids, and the run goes on to report it."""
    lists = ["sonarly_audiences_list", "callers_campaigns_list"]
    mutant = Mutant("", "", lists, (200,), response=lambda _, response: response.set_data(body))
    with MutantFake(mutant).serve() as url:
        named = target_of(url, WRITE="all", DISPOSABLE_ACCOUNTS=SAMPLE_ID).named

    assert "sonarly valuePropositionId" in named
    assert not named.keys() & {"sonarly audienceId", "sonarly leadIds", "callers campaignId"}


@pytest.mark.expects_contract_violation("a body is cut")
def test_unreadable_group() -> None:
    """A campaign group whose campaigns cannot be read is a usage error."""
    mutant = Mutant(
        "",
        "",
        ["callers_campaigns_list"],
        (200,),
        response=lambda _, response: response.set_data(b"["),
    )
    with MutantFake(mutant).serve() as url, pytest.raises(UsageError, match="CAMPAIGN_GROUP_ID"):
        target_of(url, WRITE="all", CAMPAIGN_GROUP_ID=SAMPLE_ID)


def test_off(base_url: str) -> None:
    """Without the setting, and without WRITE, nothing is discovered."""
    assert "sonarly leadIds" not in target_of(base_url, WRITE="all").named
    assert LEADS not in target_of(base_url, DISPOSABLE_ACCOUNTS=SAMPLE_ID).named


def test_named_first(base_url: str) -> None:
    """Ids that the settings name are kept."""
    ids = {"AUDIENCE_ID": OTHER_AUDIENCE_ID, "CAMPAIGN_GROUP_ID": SAMPLE_ID}
    named = target_of(base_url, WRITE="all", DISPOSABLE_ACCOUNTS=SAMPLE_ID, **ids).named

    assert named["sonarly audienceId"] == [OTHER_AUDIENCE_ID]
    assert named["callers campaignGroupId"] == [SAMPLE_ID]


def test_other_account(base_url: str) -> None:
    """Only the account group and the organization of the run can be disposable."""
    with pytest.raises(UsageError, match="must repeat the id of --account-group-id"):
        target_of(base_url, DISPOSABLE_ACCOUNTS=OTHER_GROUP)


def test_empty_account() -> None:
    """An account with nothing in it, or whose reads fail, names nothing."""
    known = {("sonarly", "accountGroupId"): ["g"], ("callers", "organizationId"): ["o"]}

    assert disposable_ids(("sonarly", "callers"), known, {}, lambda *_: None) == {}


def test_half_stays(disposable: Sandbox, target: Target) -> None:
    """Half of what no operation creates stays, and the last ones go first."""
    for _ in range(2):
        assert disposable.call(KEPT).status == 200
    with pytest.raises(SkipCheck, match="half of the valuePropositionIds stay"):
        disposable.call(KEPT)
    with pytest.raises(SkipCheck, match="half of the valuePropositionIds stay"):
        target.ask(KEPT, {"valuePropositionId": SAMPLE_ID})
    disposable.forget()

    with pytest.raises(SkipCheck, match="half of the"):
        target.ask(KEPT, {"valuePropositionId": SAMPLE_ID})


def test_removed(disposable: Sandbox) -> None:
    """The id of something removed is that of an earlier removal, so that one is enough."""
    kind = disposable.kinds.all["sonarly valuePropositionId"]
    assert disposable.existing.removed(kind) == ""

    ids = [removed_id(disposable, kind) for _ in range(3)]

    assert {*ids} == {disposable.existing.removed(kind)}


def test_update_of_removed(disposable: Sandbox, target: Target) -> None:
    """An update of something removed is rejected, and leaves nothing to restore."""
    removed = removed_id(disposable, disposable.kinds.all["sonarly valuePropositionId"])
    values = {"valuePropositionId": removed}
    update = "sonarly_templates_update_value_proposition"

    assert target.ask(update, values, body={"json": {"name": "x"}}).status == 404
    assert [*disposable.ledger.open_entries()] == []


def test_everything_inside(disposable: Sandbox, target: Target) -> None:
    """A whole collection is removed, and a field that cannot be restored is changed."""
    update = "sonarly_templates_update_value_proposition"

    assert target.ask("callers_contacts_archive_all", {"campaignId": SAMPLE_ID}).status == 200
    assert payload(disposable.call(update))["description"]


def test_nothing_outside(disposable: Sandbox, target: Target) -> None:
    """Another account group stays foreign."""
    target.ids = {**target.ids, "accountGroupId": [SAMPLE_ID, OTHER_GROUP]}
    call = disposable.call_values("sonarly_audiences_create")

    with pytest.raises(ForeignWrite, match="would write to a sonarly accountGroupId"):
        target.ask(
            "sonarly_audiences_create",
            {**call.values, "accountGroupId": OTHER_GROUP},
            body=call.body,
        )


def test_allowed(disposable: Sandbox, target: Target) -> None:
    """What reads of the account have shown may be written to, unless others use the account."""
    audience = target.data("sonarly_audiences_list")["items"][3]["id"]
    values = {"audienceId": audience}
    with pytest.raises(ForeignWrite):
        target.ask("sonarly_audiences_update", values, body={"json": {"name": "new"}})
    disposable.allow("sonarly audienceId", audience)

    update = target.ask("sonarly_audiences_update", values, body={"json": {"name": "new"}})
    assert update.status == 200
    target.disposable = ()
    with pytest.raises(SkipCheck, match=r"set --disposable-accounts .* account of sonarly"):
        disposable.allow("sonarly audienceId", audience)
