"""Bulk writes that lose a row of some sizes are detected; a limit is not."""

from typing import Any

import httpx
import pytest
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.contact_writes import bulk_writes_of_any_size_are_applied
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake.engine.errors import ApiError

from ..mutation.contact_writes import last_batch_lost, last_batch_stays_active
from ..mutation.mutant import Mutant, MutantFake, RuleCall

pytestmark = pytest.mark.no_cover
_CHECK = StatefulCheck(bulk_writes_of_any_size_are_applied, writes=True, needs="reset_server")
_OPERATIONS = ("callers_contacts_create_bulk", "callers_contacts_archive_bulk")


def found_by(bug: Mutant) -> tuple[str, ...]:
    """Return the findings about the fake with a bug."""
    fake = MutantFake(bug)
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        return _CHECK.run(fake_target(client, fake.clock.advance)).findings


def test_lost() -> None:
    """A lost row of the last batch is detected."""
    assert found_by(last_batch_lost)[:2] == (
        "callers_contacts_create_bulk of 11 contacts counts [11, 10, 10] and creates 10",
        "callers_contacts_create_bulk of 13 contacts counts [13, 10, 10] and creates 10",
    )
    assert found_by(last_batch_stays_active) == (
        "callers_contacts_archive_bulk of 53 contacts counts 50 and leaves 3",
        "callers_contacts_archive_bulk of 101 contacts counts 100 and leaves 1",
    )


def test_limit() -> None:
    """A server may refuse many rows."""

    def refuse(limit: int) -> Any:
        def rule(call: RuleCall) -> Any:
            [(name, rows)] = call.arguments["body"].items()
            if len(rows) > limit:
                raise ApiError(400, "The request is not valid.", details=[(name, "too many")])
            return call.call_original()

        return rule

    for limit, operation in zip((50, 10), _OPERATIONS, strict=True):
        assert found_by(Mutant("", "", [operation], rule=refuse(limit))) == ()
