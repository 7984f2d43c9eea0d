"""Phases of detection: the validator on a request tour, stateful checks, Schemathesis."""

from collections.abc import Callable
from typing import NamedTuple

import httpx
from campaignkit_contract.stateful.registry import run_checks
from campaignkit_contract.targets.fake import fake_target

from .mutant import MutantFake
from .request_tour import first_finding


class Detection(NamedTuple):
    """What detected a mutant."""

    phase: str
    by: str
    """The check of the validator, the stateful check, or the phase and failure of Schemathesis."""
    requests: int
    """Number of requests that the phase sent until then."""


def by_validator(fake: MutantFake) -> Detection | None:
    """Return the first finding of the validator on its request tour."""
    finding = first_finding(fake)
    return Detection("validator", f"{finding.check}", fake.requests) if finding else None


def by_stateful_checks(fake: MutantFake) -> Detection | None:
    """Return the first failed stateful check."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        for result in run_checks(fake_target(client, fake.clock.advance)):
            # On a fake, every check can run.
            if result.findings or result.skipped:
                return Detection("stateful", result.check.name, fake.requests)
    return None


def by_schemathesis(fake: MutantFake) -> Detection | None:
    """Return the first failure of Schemathesis."""
    # Loaded here, because it takes a second and most mutants do not need it.
    from .schemathesis_phase import first_failure

    failure = first_failure(fake)
    return Detection("schemathesis", failure, fake.requests) if failure else None


PHASES: dict[str, Callable[[MutantFake], Detection | None]] = {
    "validator": by_validator,
    "stateful": by_stateful_checks,
    "schemathesis": by_schemathesis,
}
"""From the fastest to the slowest."""
