"""A target that can be reset, or that knows little, has a sandbox too."""

from collections.abc import Iterator

import httpx
import pytest
from campaignkit_contract.sandbox import Sandbox
from campaignkit_contract.spec.kinds import kind_name
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.outcomes import CheckFailed, SkipCheck
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake

from .test_removal import ChangedTransport, fails

_MOVE = "sonarly_audiences_move_leads"


@pytest.fixture
def resettable(fake: Fake) -> Iterator[Target]:
    """Return the fake as a target that can be reset."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        yield fake_target(client)


def test_reset(resettable: Target, fake: Fake) -> None:
    """After a reset nothing is left to remove, and nothing is the run's own."""
    sandbox = Sandbox(resettable)
    audience = sandbox.make("sonarly audienceId")
    sandbox.shared("sonarly folderId")
    resettable._exchanges_at_reset = 0
    resettable.reset()
    sandbox.close()

    assert audience.id not in fake.state()["audiences"]
    assert not sandbox.is_own(audience.id)
    assert sandbox.removal.kept == []


def test_scope(sandbox: Sandbox, fake: Fake) -> None:
    """A shared resource is made once in a scope, and one of the scope around it stays."""
    outer = sandbox.shared("sonarly audienceId")
    with sandbox.scope():
        assert sandbox.shared("sonarly audienceId") is outer
        inner = sandbox.shared("sonarly campaignId")
        assert sandbox.shared("sonarly campaignId") is inner
    state = fake.state()

    assert outer.id in state["audiences"]
    assert inner.id not in state["campaigns"]


def test_no_named(target: Target) -> None:
    """Without a named resource of a kind that no operation creates, a check is skipped."""
    target.named = {}

    with pytest.raises(SkipCheck, match="to a sonarly valuePropositionId: no operation creates"):
        Sandbox(target).make("sonarly valuePropositionId")


def test_known_ids(target: Target) -> None:
    """A read uses ids that are known, if no list contains one."""
    target.may_write, target.named = False, {}
    target.ids = {**target.ids, "campaignGroupId": ["g"], "organizationId": [UNKNOWN_ID]}
    sandbox = Sandbox(target)

    assert sandbox.call_values("callers_campaign_groups_get").values["campaignGroupId"] == "g"
    with pytest.raises(SkipCheck, match="no list shows a callers campaignId"):
        sandbox.call_values("callers_campaigns_get")


def test_unknown_values(target: Target) -> None:
    """A read of something that no list contains gets an unknown id."""
    sandbox = Sandbox(target)
    values = sandbox.call_values("sonarly_prospecting_prospects_by_provider_id").values

    assert values["providerId"] == UNKNOWN_ID


@pytest.mark.expects_contract_violation("a list fails")
def test_failing_list(fake: Fake, target: Target) -> None:
    """A list that fails ends the check that needs its ids."""
    transport = ChangedTransport(fake, fails("GET", 500, "/prospects"))
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        target.client = client
        with pytest.raises(CheckFailed, match="sonarly_audiences_prospects returned 500"):
            Sandbox(target).call_values("sonarly_signals_results")


@pytest.mark.expects_contract_violation("a start fails")
def test_failing_preparation(fake: Fake, target: Target) -> None:
    """A preparation that fails ends the check."""
    transport = ChangedTransport(fake, fails("POST", 500, "/start"))
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        target.client = client
        sandbox = Sandbox(target)
        with pytest.raises(CheckFailed, match="sonarly_campaigns_start returned 500"):
            sandbox.call_values("sonarly_campaigns_stop")
        sandbox.close()

    assert sandbox.removal.failures == {}


def test_rejected_move(sandbox: Sandbox, target: Target) -> None:
    """A rejected move leaves nothing to move back, also if it named an unusual id."""
    call = sandbox.call_values(_MOVE)
    target.data("sonarly_audiences_list")
    for source in (UNKNOWN_ID, "a00000000000000000000001x"):
        target.ask(_MOVE, {**call.values, "audienceId": source}, body=call.body)
    sandbox.close()

    assert sandbox.removal.failures == {}


def test_repeated_contact(sandbox: Sandbox, target: Target) -> None:
    """A contact that is created again is the same, and is removed once."""
    contact = sandbox.make("callers contactId")
    json = contact.body["json"]
    target.data("callers_contacts_create", campaignId=contact.parents["campaignId"], json=json)
    sandbox.close()

    assert sandbox.removal.failures == {}
    assert [entry.state for entry in sandbox.ledger.entries] == ["removed", "removed"]


def test_kind_names() -> None:
    """The parameter `id` is named by the path, and elsewhere by itself."""
    assert kind_name("callers", "/voices/{id}", "id") == "callers voiceId"
    assert kind_name("callers", "/voices", "id") == "callers id"


def test_leftovers(target: Target) -> None:
    """A run that may write nothing leaves nothing behind."""
    target.may_write = False

    assert Sandbox(target).leftovers() == []


def test_check_makes_sandbox(target: Target) -> None:
    """A check makes a sandbox for a target without one, and lists what it did not check."""

    def check(target: Target) -> Iterator[str]:
        """Check that a sandbox is there."""
        yield target.resources.make("sonarly audienceId").kind

    result = StatefulCheck(check, writes=True).run(target)

    assert result.findings == ("sonarly audienceId",)
    assert result.state == "fails"
