"""Runs of a matrix against the fake, with a bug or without."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import httpx
from campaignkit_contract.stateful.matrices.matrix import Matrix
from campaignkit_contract.stateful.matrices.siblings import known_siblings
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import (
    CALLERS_LIST,
    GET,
    LEAD_STATUS,
    LIST,
    START,
    Target,
)

from tests.sampling import is_full, is_sampled

from ..mutation.mutant import Mutant, MutantFake

_URL = "https://api.invalid"
DOCUMENTED = (LIST, GET, START, LEAD_STATUS, CALLERS_LIST)
"""Operations whose pages are known as a whole: each cell runs on each push."""


def findings(matrix: Matrix, *bugs: Mutant, only: Collection[str] = (), seed: int = 1) -> list[str]:
    """Return the findings of a matrix about the fake with bugs."""
    fake = MutantFake(*bugs, seed=seed)
    with httpx.Client(transport=fake.transport(), base_url=_URL) as client:
        target = fake_target(client, fake.clock.advance)
        target.initial.update(_initial(seed))
        return list(matrix.findings(target, only))


@cache
def _initial(seed: int) -> Mapping[str, Any]:
    """Return the ids that the reads of a fake lead to. Each run would send 100 requests for them.

    They are those of the fake without a bug, so that a bug is found by the cells alone.
    """
    with httpx.Client(transport=MutantFake(seed=seed).transport(), base_url=_URL) as client:
        target = fake_target(client)
        known_siblings(target)
        return target.initial


def disposable_findings(matrix: Matrix, *bugs: Mutant, only: Collection[str] = ()) -> list[str]:
    """Return the findings about a disposable account of a server that cannot be reset."""
    with disposable_target(*bugs) as target:
        return list(matrix.findings(target, only))


@contextmanager
def disposable_target(*bugs: Mutant) -> Iterator[Target]:
    """Yield the fake as a server that cannot be reset, with disposable accounts."""
    fake = MutantFake(*bugs)
    with httpx.Client(transport=fake.transport(), base_url=_URL) as client:
        target = fake_target(client, fake.clock.advance)
        target.reset_server, target.disposable = None, ("sonarly", "callers")
        yield target


def covered(matrix: Matrix) -> list[str]:
    """Return the operations that have cells on the fake."""
    with httpx.Client(transport=MutantFake().transport(), base_url=_URL) as client:
        return [operation.id for operation in matrix.operations(fake_target(client))]


def sampled(matrix: Matrix, one_in: int) -> list[str]:
    """Return the documented operations and a sample of the others; all with FULL=1."""
    names = covered(matrix)
    return [name for name in names if is_full() or name in DOCUMENTED or is_sampled(name, one_in)]


def excluded(matrix: Matrix) -> dict[str, str]:
    """Return the operations that have no cells on the fake, each with the reason."""
    with httpx.Client(transport=MutantFake().transport(), base_url=_URL) as client:
        target = fake_target(client)
        reasons = {
            operation.id: matrix.excluded(target, operation)
            for _, _, operation in target.operations()
        }
    return {name: reason for name, reason in reasons.items() if reason}
