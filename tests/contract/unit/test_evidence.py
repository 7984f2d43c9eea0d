"""The evidence of a finding is the exchange that shows it."""

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from campaignkit_contract.stateful.check import StatefulCheck, expect_status
from campaignkit_contract.stateful.evidence import evidence_of, operation_in
from campaignkit_contract.stateful.matrices.finding import CellFinding
from campaignkit_contract.stateful.matrices.matrix import Matrix, MatrixRun
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import GET, LEAD_STATUS, LIST, CheckFailed, Target
from campaignkit_fake import Fake


@pytest.fixture
def target() -> Iterator[Target]:
    """Fake as a target."""
    with httpx.Client(transport=Fake().transport(), base_url="https://api.invalid") as client:
        yield fake_target(client)


def test_operation(target: Target) -> None:
    """It is the last exchange of the operation that a finding names first."""
    sent = [target.ask(name) for name in (LIST, GET, LEAD_STATUS, GET, LIST)]
    routes = target.validator.routes
    head = target.call("HEAD", target.route(target.operation(LIST)), target.operation(LIST))

    assert operation_in(f"{GET} and {LIST} differ") == GET
    assert evidence_of(f"{LEAD_STATUS}: it differs", sent, routes) is sent[2]
    assert evidence_of("a lead differs", sent, routes) is sent[-1]
    assert evidence_of(LIST, [*sent, head], routes) is head
    assert evidence_of(LIST, [], routes) is None


def test_repeat_confirms(target: Target) -> None:
    """A repeat of a request only confirms the first one."""
    whole, page, again = (
        target.ask("sonarly_messages_list", {"limit": size}) for size in (None, "2", None)
    )
    routes = target.validator.routes

    assert evidence_of("sonarly_messages_list differs", [whole, page, again], routes) is page


def test_status(target: Target) -> None:
    """An unexpected status has its own exchange."""

    def check(target: Target) -> Iterator[str]:
        """Check that lists are not found."""
        exchanges = [target.ask(LIST), target.ask(GET)]
        yield from expect_status(LIST, exchanges[0], {404}, "to a list")
        raise CheckFailed(f"{LEAD_STATUS} failed")

    result = StatefulCheck(check).run(target)

    assert result.evidence == tuple(target.seen)


def test_cell(target: Target) -> None:
    """The finding of a cell has an exchange of the cell, not that of a later cell."""

    def cells(run: MatrixRun, operation: object) -> Iterator[CellFinding]:
        for name in (LIST, GET):
            run.target.ask(name)
        if operation is target.operation(LIST):
            yield CellFinding(LIST, "a cell", "differs", "a law")
        raise CheckFailed("no more cells")

    matrix = Matrix(cells, lambda _, operation: "" if operation.id in {LIST, GET} else "other")

    def check(target: Target) -> Iterator[str]:
        """Check nothing."""
        yield from matrix.findings(target)

    result = StatefulCheck(check).run(target)

    assert [finding.partition(" (")[0] for finding in result.findings] == [
        f"{LIST}: a cell: differs",
        f"{LIST}, {GET}: usual calls: no more cells",
    ]
    first, second = result.evidence
    assert first
    assert first.path.endswith("/campaigns")
    assert second is target.seen[-3]


@pytest.mark.parametrize(("body", "shown"), [(b"<html>", 0), (b"", -1), (b"{}", -1)])
def test_unreadable(target: Target, body: bytes, shown: int) -> None:
    """A response that cannot be read is one without JSON, also if others follow."""

    def check(target: Target) -> Iterator[str]:
        """Check that a body is read late."""
        target.ask(LIST)
        target.seen[-1] = replace(target.seen[-1], body=body)
        target.ask(GET)
        yield from ()
        raise ValueError

    result = StatefulCheck(check).run(target)

    assert result.findings == ("a response cannot be read: it has a value that cannot be read",)
    assert result.evidence == (target.seen[shown],)
