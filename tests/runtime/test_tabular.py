"""Models become flat rows, all of a kind with the same columns."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from campaignkit import UNSET, AsyncSonarly, Callers, InvalidArgumentError, Sonarly, to_rows
from campaignkit.models import (
    CallersCallParams,
    CallersCampaign,
    CallersEmailParams,
    CallersValidationError,
    CallersValidationErrorDataItem,
    CampaignLeadStatus,
    LeadWorkflowStatus,
    ProspectingJobStart,
    ProspectSignal,
)
from campaignkit_api import models
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_runtime.models import Model
from campaignkit_runtime.tabular import _columns

ID = SAMPLE_ID
MODELS = [model for name in models.__all__ if issubclass(model := getattr(models, name), Model)]
PARAMS = CallersCallParams(["+12025550100"], "Europe/Berlin", ["Monday"], "de", [])
MOMENT = datetime(2026, 5, 1, tzinfo=UTC)


def campaign(email: Any = UNSET) -> CallersCampaign:
    """Return a campaign with nested parameters."""
    return CallersCampaign(
        "c", "May", True, MOMENT, None, PARAMS, "o", [], "", False, [], email_params=email
    )


def test_flat() -> None:
    """What is nested becomes columns, lists and moments stay as they are."""
    [row] = to_rows([campaign()])

    assert (row["id"], row["first_interaction_at"], row["completed_at"]) == ("c", MOMENT, None)
    assert row["call_params.timezone"] == "Europe/Berlin"
    assert row["call_params.phones_from"] == ["+12025550100"]
    assert "call_params" not in row


def test_json_names() -> None:
    """On request the columns are called as in JSON."""
    [row] = to_rows([campaign()], json_names=True)

    assert row["callParams.timezone"] == "Europe/Berlin"
    assert "firstInteractionAt" in row


def test_same_columns() -> None:
    """What is not there, or unset, is None in columns of its own."""
    with_mail, without = to_rows([campaign(CallersEmailParams(signature="May")), campaign()])

    assert list(with_mail) == list(without)
    assert (with_mail["email_params.signature"], without["email_params.signature"]) == ("May", None)
    assert with_mail["email_params.timezone"] is None


def test_enumeration() -> None:
    """A member of an enumeration, known or not, is its text and nothing more."""
    status = LeadWorkflowStatus("paused")
    [row] = to_rows([CampaignLeadStatus("l", status, None, None, None, False)])

    assert type(row["workflow_status"]) is str
    assert row["workflow_status"] == "paused"


def test_list_of_models() -> None:
    """A list has dictionaries instead of models, with fields of any names among theirs."""
    item = CallersValidationErrorDataItem(additional_properties={"field": "name"})
    [row] = to_rows([CallersValidationError(data=[item])])

    assert row == {"status": None, "message": None, "data": [{"field": "name"}]}


def test_nested_as_json() -> None:
    """Nested models, lists and values of any type become JSON texts, for any database."""
    signal = ProspectSignal.from_dict({"score": 4, "title": "Hello"})
    [row] = to_rows([campaign()], nested="json", json_names=True)
    [other] = to_rows([signal], nested="json")

    assert json.loads(row["callParams"]) == PARAMS.to_dict()
    assert (row["variables"], row["active"], row["firstInteractionAt"]) == ("[]", True, MOMENT)
    assert row["completedAt"] is None
    assert (other["score"], other["title"], other["summary"]) == ("4", '"Hello"', None)


def test_free_values() -> None:
    """Fields of any name keep their values; a UUID becomes text."""
    values = {"id": UUID(int=5), "moment": MOMENT}
    [row] = to_rows([ProspectingJobStart(additional_properties=values)])
    [text] = to_rows([ProspectingJobStart(additional_properties=values)], nested="json")

    assert row["additional_properties"] == {"id": str(UUID(int=5)), "moment": MOMENT}
    assert json.loads(text["additional_properties"])["moment"] == "2026-05-01T00:00:00.000Z"


def test_nested_kept() -> None:
    """A nested model stays one column with a dictionary."""
    [row] = to_rows([campaign()], nested="keep")

    assert row["call_params"]["timezone"] == "Europe/Berlin"
    assert "call_params.timezone" not in row


@pytest.mark.parametrize("nested", ["text", None, 5])
def test_bad_form(nested: Any) -> None:
    """Another form is refused at once."""
    with pytest.raises(InvalidArgumentError, match="nested must be 'columns', 'json', 'keep', got"):
        to_rows([], nested=nested)


def test_lazy() -> None:
    """A row is made on access."""
    made: list[int] = []

    def campaigns() -> Iterator[CallersCampaign]:
        for number in range(3):
            made.append(number)
            yield campaign()

    next(to_rows(campaigns()))

    assert made == [0]


def test_of_calls() -> None:
    """Whatever a call returns to iterate over becomes rows, async too."""
    transport = Fake().transport()

    async def run() -> list[dict[str, Any]]:
        async with AsyncSonarly(api_key="fake-sonarly", transport=transport) as client:
            leads = client.campaigns.lead_status(ID, ID, lead_ids=[ID, "nobody"])
            rows: AsyncIterator[dict[str, Any]] = to_rows(leads)
            return [row async for row in rows]

    with Sonarly(api_key="fake-sonarly", transport=transport) as sonarly:
        assert asyncio.run(run()) == [
            *to_rows(sonarly.campaigns.lead_status(ID, ID, lead_ids=[ID, "nobody"]))
        ]
    with Callers(api_key="fake-callers", transport=transport) as callers:
        rows = [*to_rows(callers.campaigns.list(organization_id=ID))]

    assert len({tuple(row) for row in rows}) == 1


def test_no_model() -> None:
    """Other items than models are refused, and so is one model in place of a list."""
    with pytest.raises(TypeError, match="models must contain models of this package, got str"):
        list(to_rows("abc"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"got CallersCampaign. Pass \[model\] for one model"):
        to_rows(campaign())  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="models must be an iterable of models, got NoneType"):
        to_rows(None)  # type: ignore[call-overload]


def test_coroutine() -> None:
    """A call that was not awaited is refused with the advice to await it."""
    transport = Fake().transport()
    client = AsyncSonarly(api_key="fake-sonarly", transport=transport)

    with pytest.raises(TypeError, match=r"got coroutine. Await it first"):
        to_rows(client.campaigns.list(ID))  # type: ignore[call-overload]


@pytest.mark.no_cover
@pytest.mark.parametrize("json_names", [False, True])
@pytest.mark.parametrize("model", MODELS)
def test_every_model(model: type[Model], json_names: bool) -> None:
    """Each model of the spec has columns, each with a name of its own."""
    names = [column.name for column in _columns(model, json_names)]

    assert len(set(names)) == len(names) > 0
