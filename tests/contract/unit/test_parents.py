"""Lists of two parents that are read in a row show the items of the parent that is named."""

import httpx
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.lists import list_items_belong_to_parent
from campaignkit_contract.targets.target import Target
from campaignkit_fake import SAMPLE_ID

from ..mutation.catalog import MUTANTS
from ..mutation.mutant import UNCHANGED, Mutant, MutantFake

[BUG] = [mutant for mutant in MUTANTS if mutant.name == "calls of last campaign"]
OTHER = "cc0000000000000000000003"


def findings(mutant: Mutant) -> tuple[str, ...]:
    """Return the findings about the calls of two campaigns."""
    transport = MutantFake(mutant).transport()
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        ids = {"callers campaignId": [SAMPLE_ID, OTHER], "organizationId": [SAMPLE_ID]}
        target = Target(client, {"callers": "fake-callers"}, ids)
        target.areas = ["callers calls"]
        return StatefulCheck(list_items_belong_to_parent).run(target).findings


def test_another_parent() -> None:
    """A list that shows the items of the parent before is a finding."""
    assert findings(UNCHANGED) == ()
    assert findings(BUG) == (
        "callers_calls_list has items of another campaignId after a read of that campaignId",
    )
