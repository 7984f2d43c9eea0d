"""A bug is one problem or two, and the first one names the operation with the bug."""

from dataclasses import dataclass

import httpx
import pytest
from campaignkit_contract.report.problems import Problems
from campaignkit_contract.run_record import add_findings
from campaignkit_contract.stateful.registry import run_checks
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.validator import packaged_validator

from .mutation.mutant import planted
from .mutation.runner import mutant_named

pytestmark = pytest.mark.expects_contract_violation("mutants respond wrongly")


@dataclass(frozen=True)
class Count:
    """Problems of a mutant in the area of its operation."""

    mutant: str
    before: int
    """Measured without grouping: a problem for each message of each check. Threads vary it."""
    after: int
    """Most problems with grouping."""


COUNTS = (
    Count("started twice", 10, 1),
    Count("second start succeeds", 4, 2),
    Count("not stored", 26, 2),
    Count("stopped twice", 1, 1),
    Count("foreign campaign", 3, 2),
    Count("contact of another customer", 3, 2),
    Count("audience update ignored", 34, 1),
    Count("audience not kept", 74, 3),
    Count("audience twice", 6, 1),
    Count("memory stays", 6, 1),
    Count("missing field", 12, 2),
    Count("list emptied: sonarly_audiences_list: data/items", 14, 1),
    Count("last repeated", 9, 1),
    Count("first page again", 11, 1),
)
"""Mutants in which writes are skipped, repeated or misdirected, and responses are wrong."""


def problems_of(name: str) -> Problems:
    """Return the problems of a mutant, in the area of its first operation."""
    mutant, validator = mutant_named(name), packaged_validator()
    problems = Problems(validator.routes, "https://api.invalid")
    with (
        planted(mutant) as fake,
        httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client,
    ):
        target = fake_target(client, fake.clock.advance)
        target.areas = (" ".join(next(iter(mutant.operations)).split("_")[:2]),)
        for result in run_checks(target):
            add_findings(problems, result)
        for exchange in target.exchanges:
            for finding in validator.validate(exchange):
                problems.add_finding(finding, exchange)
    return problems


@pytest.mark.no_cover
@pytest.mark.grid(one_in=14)
@pytest.mark.parametrize("count", COUNTS, ids=[count.mutant for count in COUNTS])
def test_problems(count: Count) -> None:
    """Problems with one cause are one, and name the operation with the bug."""
    problems = problems_of(count.mutant)
    found = [problem for problem in problems if problem.kind == "breaking"]
    titles = [problem.title for problem in found]

    assert len(found) <= count.after <= 3, titles
    assert len(problems) > count.before / 2
    assert found[0].operations[0] in mutant_named(count.mutant).operations, titles
    assert len(problems) == sum(1 + len(problem.also) for problem in problems)
