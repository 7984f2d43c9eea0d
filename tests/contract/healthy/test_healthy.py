"""Healthy servers are not reported, and additive drift is never breaking."""

from collections.abc import Iterator
from functools import partial
from zlib import crc32

import pytest
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.matrices.registry import MATRICES
from campaignkit_contract.stateful.registry import STATEFUL_CHECKS
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import Target
from campaignkit_contract.validator import packaged_validator

from tests.contract.mutation.steps import matrices
from tests.sampling import is_full

from . import busy, policies, servers  # noqa: F401 - they register the servers
from .server import SERVERS, HealthyServer, new_fake

pytestmark = pytest.mark.expects_contract_violation("some servers have more than the spec")

_SEEDS = range(1, 11)
_ONE_IN = 30  # checks of a server in the sample
_ONE_CELL_IN = 600  # pairs of a matrix and an operation in the sample

# Each pair raised a false alarm once.
_ALARMS = [
    ("large account", "write is visible in read"),
    ("more fields everywhere", "job status advances"),
    ("more fields everywhere", "filters matrix of callers_contacts_list"),
    ("lists in another order", "pages matrix of callers_calls_list_for_contact"),
    ("lists in another order", "delete all memories counts"),
    ("gateway restarted", "credentials are required"),
    (
        "empty account",
        "authorization matrix of sonarly_prospecting_prospects_by_provider_id",
    ),
    ("lists in another order", "memory of any status can be deleted"),
    ("other ids", "batch has rows of many ids"),
    ("other ids", "created sub organization is accepted"),
    ("audiences added", "frame matrix of sonarly_audiences_update"),
    ("audiences renamed", "frame matrix of sonarly_audiences_update"),
    ("large account", "frame matrix of sonarly_campaigns_start"),
    ("more fields of one", "patch changes only given fields"),
    ("more fields of one", "frame matrix of sonarly_audiences_rename_folder"),
    ("time passes", "errors matrix of sonarly_prospecting_cancel"),
    ("slow", "filling audience is hidden"),
    ("slow", "concurrency matrix of sonarly_prospecting_cancel"),
    ("two dates", "write is visible in read"),
    ("nulls left out", "pages matrix of sonarly_audiences_prospects"),
    ("nulls left out", "cursor pages partition list"),
]


def matrix_check(name: str, operation: str) -> StatefulCheck:
    """Return the cells of an operation in a matrix, as a check."""
    [whole] = (matrix for matrix in MATRICES if matrix.name == name)
    matrix = matrices()[name]

    def check(target: Target) -> Iterator[str]:
        return matrix.findings(target, [operation])

    check.__name__ = f"{name} of {operation}".replace(" ", "_")
    return StatefulCheck(check, writes=whole.writes)


def sampled_checks(server: HealthyServer, seed: int) -> list[StatefulCheck]:
    """Return every check with FULL=1, and others for each server and seed otherwise."""
    name = f"{server.name} {seed}"
    is_sampled = partial(_is_sampled, name)
    return [
        *(check for check in STATEFUL_CHECKS if is_sampled(check.name, _ONE_IN)),
        *(
            matrix_check(matrix.name, operation)
            for matrix in MATRICES
            for operation in packaged_operations()
            if is_sampled(f"{matrix.name} {operation}", _ONE_CELL_IN)
        ),
    ]


def _is_sampled(server: str, check: str, one_in: int) -> bool:
    return is_full() or crc32(f"{server} {check}".encode()) % one_in == 0


def found_by(checks: list[StatefulCheck], server: HealthyServer, seed: int) -> list[str]:
    """Return the findings of checks and of the validator, without expected additive drift."""
    fake, found = new_fake(seed), []
    for check in checks:
        fake.reset()
        with server.client(fake) as client:
            target = server.prepare(fake_target(client, fake.clock.advance))
            found += [f"{check.name}: {finding}" for finding in check.run(target).findings]
        found += [
            str(finding)
            for exchange in target.exchanges
            for finding in packaged_validator().validate(exchange)
            if finding.kind == "breaking" or not server.is_additive
        ]
    return found


@pytest.mark.parametrize(
    "seed", [seed if seed == 1 else pytest.param(seed, marks=pytest.mark.full) for seed in _SEEDS]
)
@pytest.mark.parametrize("server", SERVERS.values(), ids=list(SERVERS))
def test_healthy(server: HealthyServer, seed: int) -> None:
    """No check and no validation finds anything, but additive drift if there is any."""
    assert found_by(sampled_checks(server, seed), server, seed) == []


@pytest.mark.parametrize(("server", "name"), _ALARMS)
def test_no_alarm(server: str, name: str) -> None:
    """A check that once reported a healthy server does not report it any more."""
    kind, is_cell, operation = name.partition(" matrix of ")
    checks = [check for check in STATEFUL_CHECKS if check.name == name]
    checks += [matrix_check(f"{kind} matrix", operation)] if is_cell else []

    assert checks
    assert found_by(checks, SERVERS[server], 3) == []


def test_count() -> None:
    """There are at least 20 servers."""
    assert len(SERVERS) >= 20
