"""Scans with an empty list of prospects are refused, or evaluate none."""

from typing import Any

import httpx
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.job_results import scan_evaluates_named_prospects
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake.engine.errors import ApiError

from ..mutation.jobs import empty_scan_of_all
from ..mutation.mutant import Mutant, MutantFake, RuleCall

_SCAN = "sonarly_signals_start"


def found_by(bug: Mutant) -> tuple[str, ...]:
    """Return the findings about the fake with a bug, of which only the signals are checked."""
    fake, check = MutantFake(bug), StatefulCheck(scan_evaluates_named_prospects, writes=True)
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = fake_target(client, fake.clock.advance)
        target.areas = ["sonarly signals"]
        return check.run(target).findings


def test_all() -> None:
    """A scan of the whole audience is detected."""
    found = found_by(empty_scan_of_all)

    assert found == (f"{_SCAN} evaluates prospects for an empty list of them",)


def test_refusal() -> None:
    """A refusal is not a finding."""

    def refuse(call: RuleCall) -> Any:
        if not call.arguments["body"]["prospectIds"]:
            raise ApiError(400, "The request is not valid.", details=[("prospectIds", "is empty")])
        return call.call_original()

    assert found_by(Mutant("", "", [_SCAN], rule=refuse)) == ()
