"""A second run of a check confirms its findings on a server that cannot be reset."""

import json
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from campaignkit_contract.sequences.history import History
from campaignkit_contract.spec.routes import Operation
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.matrices.finding import CellFinding
from campaignkit_contract.stateful.matrices.matrix import Matrix, MatrixRun
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake

WRONG, NEXT, HEALTHY = (
    "sonarly_accounts_list",
    "sonarly_campaigns_list",
    "callers_organizations_get",
)


@pytest.fixture
def target() -> Iterator[Target]:
    """Yield a target that cannot be reset, and repeats the trace id of account groups."""
    send = Fake().transport().handle_request

    def respond(request: httpx.Request) -> httpx.Response:
        response = send(request)
        if not request.url.path.startswith("/v1/accounts/"):
            return response
        body = json.loads(response.read()) | {"traceId": "one-trace-id"}
        return httpx.Response(
            response.status_code, json=body, headers={"Date": response.headers["Date"]}
        )

    transport = httpx.MockTransport(respond)
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        yield replace(fake_target(client), reset_server=None)


def looked_at(target: Target, *, has_finding: bool = True) -> list[str]:
    """Return the operations that a matrix looks at in both runs."""
    names: list[str] = []

    def cells(_: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
        names.append(operation.id)
        target.ask(operation.id)
        target.ask(operation.id)
        if operation.id == WRONG and has_finding:
            yield CellFinding(WRONG, "a cell", "is wrong", "a law")

    chosen = [WRONG, NEXT, HEALTHY]
    matrix = Matrix(cells, lambda _, operation: "" if operation.id in chosen else "other")
    StatefulCheck(matrix.findings).run(target)
    return names


def test_findings(target: Target) -> None:
    """The second run of a matrix has the operations with findings."""
    target.history = None

    assert sorted(looked_at(target)) == sorted([WRONG, NEXT, HEALTHY, WRONG])


def test_sequences(target: Target) -> None:
    """It also has the operations whose requests together show something."""
    target.history = History(target.validator.routes, is_undisturbed=False)

    assert sorted(looked_at(target)) == sorted([WRONG, NEXT, HEALTHY, WRONG, NEXT])


def test_only_sequences(target: Target) -> None:
    """Without findings of the matrix itself, it has every operation."""
    target.history = History(target.validator.routes, is_undisturbed=False)

    assert sorted(looked_at(target, has_finding=False)) == sorted([WRONG, NEXT, HEALTHY] * 2)
