"""Enumerations of the vendors are open."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from campaignkit.models import CampaignStatus

ADDED = "archived"


def test_known() -> None:
    """A value that the spec names is its member."""
    assert CampaignStatus("draft") is CampaignStatus.DRAFT
    assert CampaignStatus.DRAFT.is_known


def test_added_value() -> None:
    """A value that the vendor adds keeps its text, equals it, and says that it is unknown."""
    status = CampaignStatus(ADDED)

    assert status == ADDED
    assert (str(status), hash(status), status.is_known) == (ADDED, hash(ADDED), False)


def test_added_value_is_no_member() -> None:
    """Meeting an unknown value does not change what is known."""
    CampaignStatus(ADDED)

    assert ADDED not in [status.value for status in CampaignStatus]


@pytest.mark.parametrize(
    "duplicate",
    [copy.copy, copy.deepcopy, lambda status: pickle.loads(pickle.dumps(status))],  # noqa: S301
    ids=["copy", "deepcopy", "pickle"],
)
def test_added_value_copies(duplicate: Callable[[CampaignStatus], CampaignStatus]) -> None:
    """An unknown value survives copying and pickling."""
    twin = duplicate(CampaignStatus(ADDED))

    assert (twin, twin.is_known) == (ADDED, False)


@pytest.mark.parametrize("value", [None, 3, ["draft"]])
def test_not_text(value: Any) -> None:
    """What is no text is no value of an enumeration."""
    with pytest.raises(ValueError, match="is not a valid CampaignStatus"):
        CampaignStatus(value)
