"""Healthy servers are not reported, and additive drift is never breaking."""

from zlib import crc32

import pytest
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.registry import STATEFUL_CHECKS
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.validator import packaged_validator

from tests.sampling import is_full

from . import busy, servers  # noqa: F401 - they register the servers
from .server import SERVERS, HealthyServer, new_fake

pytestmark = pytest.mark.expects_contract_violation("some servers have more than the spec")

_SEEDS = range(1, 11)
_ONE_IN = 30  # checks of a server in the sample


def sampled_checks(server: HealthyServer, seed: int) -> list[StatefulCheck]:
    """Return every check with FULL=1, and others for each server and seed otherwise."""
    name = f"{server.name} {seed}"
    return [
        check
        for check in STATEFUL_CHECKS
        if is_full() or crc32(f"{name} {check.name}".encode()) % _ONE_IN == 0
    ]


@pytest.mark.parametrize(
    "seed", [seed if seed == 1 else pytest.param(seed, marks=pytest.mark.full) for seed in _SEEDS]
)
@pytest.mark.parametrize("server", SERVERS.values(), ids=list(SERVERS))
def test_healthy(server: HealthyServer, seed: int) -> None:
    """No check and no validation finds anything, but additive drift if there is any."""
    fake = new_fake(seed)
    kinds, found = set(), []
    for check in sampled_checks(server, seed):
        fake.reset()
        with server.client(fake) as client:
            target = server.prepare(fake_target(client, fake.clock.advance))
            found += [f"{check.name}: {finding}" for finding in check.run(target).findings]
        for exchange in target.exchanges:
            for finding in packaged_validator().validate(exchange):
                kinds.add(finding.kind)
                found += [] if finding.kind == "additive" else [str(finding)]

    assert found == []
    assert kinds <= ({"additive"} if server.is_additive else set())


def test_count() -> None:
    """There are at least 20 servers."""
    assert len(SERVERS) >= 20
