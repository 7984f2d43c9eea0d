"""Operations are checked one after the other, and a failure ends the check of one."""

from collections.abc import Iterator
from contextlib import nullcontext

import httpx
import pytest
from campaignkit_contract.sandbox import Sandbox
from campaignkit_contract.stateful.prepared import check_each, operations_where, succeed
from campaignkit_contract.targets.outcomes import CheckFailed, SkipCheck
from campaignkit_contract.targets.target import GET, LIST, Target

UNREADABLE = f"a response cannot be read for {LIST}: it has no id"


@pytest.mark.parametrize(
    ("error", "findings", "unchecked"),
    [
        (SkipCheck("no key"), [], "no key"),
        (httpx.ConnectError("gone"), [], "no connection: gone"),
        (CheckFailed("returned 500"), ["returned 500"], ""),
        (KeyError("id"), [UNREADABLE], ""),
    ],
)
def test_failure(sandbox: Sandbox, error: Exception, findings: list[str], unchecked: str) -> None:
    """The next operation is checked, and the message names what was not."""
    found: list[str] = []

    def check(operation: str) -> Iterator[str]:
        if operation == LIST:
            raise error
        yield f"{operation} fails"

    with pytest.raises(SkipCheck, match=f"{unchecked}.$") if unchecked else nullcontext():
        for finding in check_each(sandbox.target, [LIST, "unknown", GET], check, is_fresh=True):
            found.append(finding)

    assert found == [*findings, f"{GET} fails"]


def test_operations(target: Target) -> None:
    """Operations are chosen by a property."""
    found = operations_where(target, lambda operation: operation.id.endswith("campaigns_get"))

    assert found == [GET, "callers_campaigns_get"]


def test_succeed(sandbox: Sandbox) -> None:
    """A call that must succeed returns its payload, or fails the check."""
    call = sandbox.call_values("sonarly_audiences_delete")
    assert succeed(sandbox.target, "sonarly_audiences_delete", call) == {"deleted": True}

    with pytest.raises(CheckFailed, match="sonarly_audiences_delete returned 404"):
        succeed(sandbox.target, "sonarly_audiences_delete", call)
