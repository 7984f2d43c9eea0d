"""Steps of detection: examples and status cases of an operation, and each stateful check."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

import httpx
from campaignkit_contract.cases.status_cases import send_status_case, status_cases
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.findings import Finding
from campaignkit_contract.spec.document import packaged_operations, packaged_spec
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.registry import CHECKS
from campaignkit_contract.targets.fake import FakeControl, fake_target
from campaignkit_contract.validator import packaged_validator

from .mutant import MutantFake

_DOCUMENT = packaged_spec()


class Detection(NamedTuple):
    """What detected a mutant."""

    phase: str
    by: str
    """The check of the validator, the stateful check, or the phase and failure of Schemathesis."""
    requests: int
    """Number of requests that the phase sent until then."""


@dataclass(frozen=True)
class Step:
    """Requests that may detect a bug."""

    name: str
    run: Callable[[MutantFake], Detection | None]


@cache
def all_steps() -> tuple[Step, ...]:
    """Return every step."""
    cases = [Step(f"cases of {id_}", partial(_cases, id_)) for id_ in packaged_operations()]
    return (*cases, *(Step(check.name, partial(_check, check)) for check in CHECKS))


def _cases(operation: str, fake: MutantFake) -> Detection | None:
    """Validate the example of an operation, and each documented status that can be provoked."""
    control = FakeControl(fake)
    with _client(fake) as client:
        for name, status in [(operation, 0), *_status_cases()]:
            if name == operation:
                control.reset()
                response = send_status_case(control, _DOCUMENT, operation, status, client)
                if status and response.status_code != status:
                    return Detection("validator", "status", fake.requests)
                if finding := first_finding([Exchange.from_httpx(response)]):
                    return Detection("validator", finding.check, fake.requests)
    return None


def _check(check: StatefulCheck, fake: MutantFake) -> Detection | None:
    """Run a stateful check, and validate its exchanges."""
    with _client(fake) as client:
        target = fake_target(client, fake.clock.advance)
        if check.run(target).findings:
            return Detection("stateful", check.name, fake.requests)
        if finding := first_finding(target.exchanges):
            return Detection("validator", finding.check, fake.requests)
    return None


def first_finding(exchanges: list[Exchange]) -> Finding | None:
    """Return the first finding of the validator."""
    validator = packaged_validator()
    return next((found for exchange in exchanges for found in validator.validate(exchange)), None)


@cache
def _status_cases() -> tuple[tuple[str, int], ...]:
    return tuple(status_cases(_DOCUMENT))


def _client(fake: MutantFake) -> httpx.Client:
    return httpx.Client(transport=fake.transport(), base_url="https://api.invalid")


