"""Lists without pages that show a part of many items are detected."""

import httpx
import pytest
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.long_lists import unpaged_lists_show_every_item
from campaignkit_contract.targets.fake import fake_target

from ..mutation.audiences import ten_in_folder
from ..mutation.contacts import twenty_memories
from ..mutation.mutant import UNCHANGED, Mutant, MutantFake

_CHECK = StatefulCheck(unpaged_lists_show_every_item, writes=True, needs="reset_server")


@pytest.mark.parametrize(
    ("bug", "expected"),
    [
        (UNCHANGED, ()),
        (twenty_memories, ("callers_memories_list lacks 8 of 28 items",)),
        (
            ten_in_folder,
            (
                "sonarly_audiences_navigation lacks 18 of 28 items"
                " after sonarly_audiences_move_to_folder",
            ),
        ),
    ],
)
def test_missing(bug: Mutant, expected: tuple[str, ...]) -> None:
    """What is missing is counted, also in a folder; the unchanged fake has no finding."""
    fake = MutantFake(bug)
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = fake_target(client, fake.clock.advance)
        target.areas = ["sonarly audiences", "callers memories"]
        assert _CHECK.run(target).findings == expected
