"""The seeded data."""

import gc
from collections import Counter

import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake


def test_same_seed_same_data() -> None:
    """A seed always makes the same data."""
    assert Fake(7).state() == Fake(7).state()


def test_other_seed_other_data() -> None:
    """Another seed gives the same ids other names and relations."""
    one, two = Fake(1).state(), Fake(2).state()
    assert one["campaigns"].keys() == two["campaigns"].keys()
    assert one["campaigns"] != two["campaigns"]


def test_every_group_has_each_kind() -> None:
    """Every account group has several drafts with leads, drafts without, and active campaigns."""
    campaigns = Fake().state()["campaigns"].values()
    kinds = Counter(
        (campaign["accountGroupId"], campaign["status"], bool(campaign["leadIds"]))
        for campaign in campaigns
    )
    assert len(kinds) == 3 * len(KEYS["fake-sonarly"].scope)
    assert min(kinds.values()) == 4


def test_sample_id() -> None:
    """The id of the documents is a draft of the first group, with a lead of the same id."""
    campaign = Fake(3).state()["campaigns"][SAMPLE_ID]
    assert (campaign["accountGroupId"], campaign["status"]) == (SAMPLE_ID, "draft")
    assert campaign["leadIds"][0] == SAMPLE_ID


def test_state_is_a_copy() -> None:
    """What a test does to the state it was given does not reach the fake."""
    fake = Fake()
    fake.state()["campaigns"][SAMPLE_ID]["leadIds"].clear()
    assert fake.state()["campaigns"][SAMPLE_ID]["leadIds"]


@pytest.mark.parametrize("is_enabled", [True, False])
def test_garbage_collection(is_enabled: bool) -> None:
    """A new fake leaves the garbage collection on or off as it was."""
    if not is_enabled:
        gc.disable()
    Fake()
    was_enabled = gc.isenabled()
    gc.enable()

    assert was_enabled == is_enabled
