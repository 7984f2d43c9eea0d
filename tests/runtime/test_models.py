"""Models as values: they copy, pickle, compare and cross processes."""

import copy
import multiprocessing
import pickle
import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import campaignkit.models
import campaignkit_api.models
import pytest
from campaignkit.models import CallersCampaign, Campaign
from campaignkit_runtime.datetimes import format_rfc3339
from campaignkit_runtime.models import UNSET

from tests.example_calls import operation_of
from tests.runtime.schema_values import documented

DUPLICATES: list[Callable[[Any], Any]] = [
    copy.copy,
    copy.deepcopy,
    lambda value: pickle.loads(pickle.dumps(value)),  # noqa: S301 - our own bytes
]
each_way = pytest.mark.parametrize("duplicate", DUPLICATES, ids=["copy", "deepcopy", "pickle"])


def campaign() -> Campaign:
    """Return the documented campaign."""
    response = documented("sonarly_campaigns_get")
    found: Campaign = (
        operation_of("sonarly_campaigns_get").decoders[200].tolerant_body(response).data
    )
    return found


def callers_campaign(**fields: object) -> CallersCampaign:
    """Return the documented campaign of Callers.ai, with only the given optional fields."""
    [response] = documented("callers_campaigns_list")
    for name in ("pauseNewChats", "emailParams", "incomingPhoneNumber", "campaignGroupId"):
        del response[name]
    return CallersCampaign.from_dict(response | fields)


@each_way
def test_copies(duplicate: Callable[[Any], Any]) -> None:
    """A model survives copying and pickling, unset fields included."""
    twin = duplicate(callers_campaign())

    assert twin == callers_campaign()
    assert twin.email_params is UNSET
    assert twin.to_dict() == callers_campaign().to_dict()


@each_way
def test_unset_is_one(duplicate: Callable[[Any], Any]) -> None:
    """There is one UNSET, whatever is done to it; it is false and says its name."""
    assert duplicate(UNSET) is UNSET
    assert (bool(UNSET), repr(UNSET)) == (False, "UNSET")


def test_equal_by_value() -> None:
    """Models are equal when their fields are."""
    assert campaign() == campaign()
    assert callers_campaign() != callers_campaign(pauseNewChats=True)


def test_slots() -> None:
    """A misspelled attribute is an error, and a model holds no dictionary."""
    with pytest.raises(AttributeError):
        campaign().nmae = "x"  # type: ignore[attr-defined]

    assert not hasattr(campaign(), "__dict__")


def test_process_pool() -> None:
    """Models cross to another process and back."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        twin = pool.submit(copy.deepcopy, campaign()).result()

    assert twin == campaign()


def test_short_repr() -> None:
    """A repr shows what is set, in a line or two, however long the values are."""
    shown = repr(callers_campaign(variables=["v" * 500] * 500))

    assert shown.startswith("CallersCampaign(id='<string>', name='<string>', active=True")
    assert "email_params" not in shown
    assert len(shown) < 1_000


def test_to_dict_leaves_unset_out() -> None:
    """What is unset is not written, what is null is."""
    written = callers_campaign(campaignGroupId=None).to_dict()

    assert "emailParams" not in written
    assert written["campaignGroupId"] is None


def test_naive_moment() -> None:
    """A moment without an offset is not written, because it is ambiguous."""
    with pytest.raises(ValueError, match="Add tzinfo"):
        format_rfc3339(campaign().created_at.replace(tzinfo=None))


def test_lazy() -> None:
    """The models are all there, though none is loaded before it is asked for."""
    assert set(campaignkit_api.models.__all__) <= set(dir(campaignkit.models))
    with pytest.raises(AttributeError, match="no attribute 'Orchard'"):
        campaignkit_api.models.Orchard  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ({}, "$.id: expected a value, but the field is missing"),
        ([], "$: expected an object"),
        ({"id": 5}, "$.id: expected a string"),
    ],
)
def test_from_dict_says_where(source: Any, message: str) -> None:
    """The error for a value that `from_dict` cannot read has its path."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        Campaign.from_dict(source)
