"""What finds a mutant: the judge on a tour, the laws, Schemathesis; and all mutants there are."""

from collections.abc import Callable
from typing import NamedTuple

import httpx
from campaignkit_contract.stateful.campaigns import faked, verdicts

# Imported because each registers its mutants.
from . import (  # noqa: F401
    audiences,
    auth,
    bodies,
    campaign_state,
    contacts,
    equivalent,
    errors,
    jobs,
    pagination,
    reads,
    responses,
    schemas,
    starts,
    writes,
)
from .mutant import Bent
from .request_tour import first_finding


class Find(NamedTuple):
    """What found a mutant."""

    phase: str
    by: str
    """The check of the judge, the law, or the phase and the failure of Schemathesis."""
    requests: int
    """How many the phase had sent by then."""


def by_judge(fake: Bent) -> Find | None:
    """What the judge finds on its tour."""
    finding = first_finding(fake)
    return Find("judge", f"{finding.check}", fake.asked) if finding else None


def by_laws(fake: Bent) -> Find | None:
    """What the laws find."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        for verdict in verdicts(faked(client, fake.clock.advance)):
            # Of a fake, all can be checked.
            if verdict.findings or verdict.unchecked:
                return Find("laws", verdict.law.name, fake.asked)
    return None


def by_schemathesis(fake: Bent) -> Find | None:
    """What Schemathesis finds."""
    # Loaded here: it takes a second, and most runs need none of it.
    from .schemathesis_phase import first_failure

    failure = first_failure(fake)
    return Find("schemathesis", failure, fake.asked) if failure else None


PHASES: dict[str, Callable[[Bent], Find | None]] = {
    "judge": by_judge,
    "laws": by_laws,
    "schemathesis": by_schemathesis,
}
"""From the cheap to the dear."""
