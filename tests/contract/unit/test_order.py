"""A run with few requests begins with the checks that find most."""

from campaignkit_contract.stateful.order import MEASURED, in_order
from campaignkit_contract.stateful.registry import CHECKS


def test_order() -> None:
    """Checks that find much with few requests come first, and unmeasured ones last."""
    ordered = [check.function.__name__ for check in in_order(CHECKS)]

    assert ordered[:2] == ["account_groups_are_isolated", "started_at_matches_status"]
    assert set(ordered[: len(MEASURED)]) == MEASURED.keys()
    assert len(ordered) == len(CHECKS)
