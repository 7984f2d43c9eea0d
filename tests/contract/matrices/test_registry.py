"""Every matrix is a stateful check, and the guide has the number of its operations."""

import re
from importlib import import_module

import httpx
from campaignkit_contract.stateful.matrices.matrix import Matrix
from campaignkit_contract.stateful.matrices.registry import MATRICES
from campaignkit_contract.stateful.registry import CHECKS
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake import Fake

from ..mutation import page
from .runs import DOCUMENTED, covered, excluded


def matrices() -> dict[str, Matrix]:
    """Return the matrices by name."""
    found = {}
    for check in MATRICES:
        module = import_module(check.function.__module__)
        name = check.name.removesuffix(" matrix")
        found[name] = getattr(module, name.upper().replace(" ", "_"))
    return found


def test_guide() -> None:
    """The table of the guide has each matrix with the number of its operations."""
    text = page.PAGE.read_text(encoding="utf-8").partition("## Matrices")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| ([a-z ]+) \| .* \| (\d+) \|$", text, re.MULTILINE))

    assert rows == {name: str(len(covered(matrix))) for name, matrix in matrices().items()}


def test_checks() -> None:
    """Every matrix is among the stateful checks, with a description."""
    assert CHECKS[-len(MATRICES) :] == MATRICES
    assert all(check.description for check in MATRICES)


def test_reasons() -> None:
    """An operation without cells has a reason in words."""
    for matrix in matrices().values():
        assert all(reason for reason in excluded(matrix).values())
        assert len(covered(matrix)) + len(excluded(matrix)) == 76


def test_documented_operations() -> None:
    """The documented operations have cells of authorization and errors, on each push."""
    for name in ("authorization", "errors"):
        assert set(covered(matrices()[name])) >= set(DOCUMENTED)


def test_operation_without_cells() -> None:
    """A matrix sends no request for an operation without cells."""
    fake = Fake()
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = fake_target(client)
        found = [*matrices()["idempotency"].findings(target, ["sonarly_accounts_list"])]

    assert found == []
    assert fake.state()["requests"] == {}
