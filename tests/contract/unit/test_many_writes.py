"""Writes that are lost after many are detected."""

import httpx
import pytest
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.verified_writes import many_writes_are_visible_in_read
from campaignkit_contract.targets.fake import fake_target

from ..mutation.audiences import sixth_folder_lost
from ..mutation.mutant import UNCHANGED, Mutant, MutantFake

_CHECK = StatefulCheck(many_writes_are_visible_in_read, writes=True, needs="reset_server")
_FOLDER = "sonarly_audiences_create_folder"


@pytest.mark.parametrize(("bug", "expected"), [(UNCHANGED, False), (sixth_folder_lost, True)])
def test_many(bug: Mutant, *, expected: bool) -> None:
    """The sixth folder that is not kept is detected; the unchanged fake has no finding."""
    fake = MutantFake(bug)
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        found = _CHECK.run(fake_target(client, fake.clock.advance)).findings

    lost = f"after 6 calls, {_FOLDER} returns 201, and sonarly_audiences_navigation differs"
    assert bool(found) is expected
    assert (lost in found) is expected
