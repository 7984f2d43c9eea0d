"""The tree of errors, and what every one of them can do."""

import copy
import pickle
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import cast

import campaignkit
import pytest
from campaignkit import CampaignKitError, _exceptions, errors

from tools.codegen.operation_info import error_class

ALL = [
    cast(type[CampaignKitError], getattr(campaignkit, name))
    for name in campaignkit.__all__
    if isinstance(getattr(campaignkit, name), type)
    and issubclass(getattr(campaignkit, name), CampaignKitError)
]


def full(kind: type[CampaignKitError]) -> CampaignKitError:
    """Return an error with every field set."""
    return kind(
        "summary",
        operation="sonarly_campaigns_start",
        method="POST",
        path="/x",
        status_code=409,
        code="BUSY",
        message="no",
        details=[{"a": 1}],
        trace_id="t",
        retry_after=1.5,
        attempts=2,
        state={"status": "draft"},
        read_at=datetime(2026, 5, 1, 12, tzinfo=UTC),
        outcome="rejected",
    )


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize(
    "duplicate",
    [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))],  # noqa: S301
    ids=["copy", "deepcopy", "pickle"],
)
def test_copies(
    kind: type[CampaignKitError], duplicate: Callable[[CampaignKitError], CampaignKitError]
) -> None:
    """Every error copies and pickles with all that it carries."""
    error = full(kind)
    twin = duplicate(error)

    assert type(twin) is kind
    assert (twin.args, vars(twin)) == (error.args, vars(error))


def test_pickle_keeps_notes() -> None:
    """A note that a caller added survives the way to another process."""
    error = full(campaignkit.ConflictError)
    error.add_note("while starting the spring campaign")
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert twin.__notes__ == ["while starting the spring campaign"]


def test_drawn_tree() -> None:
    """The tree that the module draws is the tree that there is."""
    drawn = re.findall(r"(\w+(?:Error|Exceeded))(?= {2,}|$)", errors.__doc__ or "", re.MULTILINE)

    assert sorted(drawn) == sorted(kind.__name__ for kind in ALL)


@pytest.mark.parametrize("kind", ALL)
def test_one_root(kind: type[CampaignKitError]) -> None:
    """One except clause catches whatever this package raises."""
    assert issubclass(kind, CampaignKitError)


def test_defaults() -> None:
    """An error that concerns no call says that nothing was sent."""
    error = campaignkit.ConfigurationError("no key")

    assert (error.outcome, error.attempts, error.operation) == ("not_sent", 0, None)


def test_bad_argument() -> None:
    """The error of a bad argument names it, and is what Python raises for such an argument."""
    error = campaignkit.InvalidArgumentTypeError("it is a float", argument="campaign_id")
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (twin.argument, twin.outcome, str(twin)) == ("campaign_id", "not_sent", "it is a float")
    assert isinstance(twin, campaignkit.InvalidArgumentError)
    assert isinstance(twin, ValueError)
    assert isinstance(twin, TypeError)
    assert not issubclass(campaignkit.InvalidArgumentError, TypeError)


@pytest.mark.parametrize("status", [*range(400, 430), 451, 500, 502, 503])
def test_documented_class(status: int) -> None:
    """The class that a docstring names for a status is the one that is raised."""
    assert error_class(status) == _exceptions.error_class_for(status).__name__
