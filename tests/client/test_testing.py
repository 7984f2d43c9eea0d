"""Doubles of clients, and errors, for the tests of other programs."""

import copy
import pickle
from typing import Any
from unittest.mock import create_autospec

import pytest
from campaignkit import (
    APIStatusError,
    AsyncSonarly,
    Callers,
    ConflictError,
    InternalServerError,
    RateLimitError,
    Sonarly,
)
from campaignkit.testing import error


def test_error() -> None:
    """An error is the one that a client raises."""
    conflict = error(409, code="CAMPAIGN_NOT_DRAFT", path="/v1/a")
    assert isinstance(conflict, ConflictError)
    assert (conflict.code, conflict.status_code, conflict.outcome) == (
        *("CAMPAIGN_NOT_DRAFT", 409, "rejected"),
    )
    assert str(conflict).startswith("POST /v1/a returned 409 CAMPAIGN_NOT_DRAFT: It did not work.")
    assert pickle.loads(pickle.dumps(copy.copy(conflict))).trace_id == "trace-1"  # noqa: S301


def test_headers() -> None:
    """Headers of the response count, as they do for a client."""
    busy = error(429, headers={"Retry-After": "7"})
    assert isinstance(busy, RateLimitError)
    assert busy.retry_after == 7
    assert error(500).outcome == "unknown"
    assert isinstance(error(500), InternalServerError)


@pytest.mark.no_cover
@pytest.mark.parametrize("status", range(400, 600))
def test_every_status(status: int) -> None:
    """Each status of an error has an error."""
    assert isinstance(error(status), APIStatusError)


@pytest.mark.parametrize("status", [200, 600, "409"])
def test_refused(status: Any) -> None:
    """Other statuses are no errors."""
    with pytest.raises(ValueError, match="status must be an integer from 400 to 599"):
        error(status)


def test_autospec() -> None:
    """A double has the resources and the methods of the client, with their signatures."""
    double = create_autospec(Sonarly, instance=True)
    double.campaigns.list.return_value = []
    double.campaigns.get.side_effect = error(404)

    assert double.campaigns.list("g") == []
    with pytest.raises(APIStatusError):
        double.campaigns.get("g", "c")
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        double.campaigns.list("g", other=1)
    with pytest.raises(AttributeError):
        double.campaigns.no_such_method  # noqa: B018 - the access is what is tested
    with pytest.raises(AttributeError):
        double.no_such_area  # noqa: B018


def test_autospec_callers() -> None:
    """Each vendor's client has its own areas."""
    double = create_autospec(Callers, instance=True)
    double.contacts.get("c", "d")
    double.contacts.get.assert_called_once_with("c", "d")


def test_autospec_raw() -> None:
    """Nested resources are doubles too."""
    double = create_autospec(Sonarly, instance=True)
    double.campaigns.with_raw_response.get("g", "c")
    double.campaigns.with_raw_response.get.assert_called_once_with("g", "c")


async def _call(double: AsyncSonarly) -> object:
    return await double.campaigns.get("g", "c")


def test_autospec_async() -> None:
    """A double of an async client is awaited."""
    import asyncio

    double = create_autospec(AsyncSonarly, instance=True)
    double.campaigns.get.return_value = "campaign"
    assert asyncio.run(_call(double)) == "campaign"
