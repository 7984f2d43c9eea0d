"""Ids of other parents are not ids of the first parent, even if settings name its ids."""

from dataclasses import replace

import httpx
from campaignkit_contract.stateful.matrices.siblings import (
    find_siblings,
    known_siblings,
    with_varied_parents,
)
from campaignkit_contract.targets.fake import OTHER_AUDIENCE_ID, fake_target
from campaignkit_fake import SAMPLE_ID, Fake


def test_named_ids() -> None:
    """An audience that the settings do not name is one of the account group all the same."""
    with httpx.Client(transport=Fake().transport(), base_url="https://api.invalid") as client:
        target = fake_target(client)
        ids = {**target.ids, "sonarly audienceId": [SAMPLE_ID], "accountGroupId": [SAMPLE_ID]}
        siblings = find_siblings(replace(target, ids=ids))

    listed = [known.get(("sonarly", "audienceId"), []) for known in siblings.others]
    assert not any(OTHER_AUDIENCE_ID in values for values in listed)
    assert siblings.sibling("sonarly", "audienceId") is None
    assert siblings.sibling("callers", "contactId") is not None


def test_one_vendor() -> None:
    """Parents of each state are looked for at a vendor with a key only."""
    with httpx.Client(transport=Fake().transport(), base_url="https://api.invalid") as client:
        target = replace(fake_target(client), keys={"callers": "fake-callers"})
        siblings = known_siblings(target)
        varied = with_varied_parents(target, siblings).others[len(siblings.others) :]

    assert len(varied) > 2
    assert all(("callers", "campaignId") in known for known in varied)
