"""Writes that are lost after many are detected."""

import httpx
import pytest
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.verified_writes import many_writes_are_visible_in_read
from campaignkit_contract.targets.fake import fake_target

from ..mutation.audiences import sixth_folder_lost
from ..mutation.mutant import MutantFake

_CHECK = StatefulCheck(many_writes_are_visible_in_read, writes=True, needs="reset_server")
_FOLDER = "sonarly_audiences_create_folder"


@pytest.mark.no_cover
def test_many() -> None:
    """The sixth folder that is not kept is detected. `test_stateful.py` runs the unchanged fake."""
    fake = MutantFake(sixth_folder_lost)
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = fake_target(client, fake.clock.advance)
        target.areas = ["sonarly audiences"]
        found = _CHECK.run(target).findings

    lost = f"after 6 calls, {_FOLDER} returns 201, and sonarly_audiences_navigation differs"
    assert lost in found
