"""Models are types of fields for pydantic, and of bodies and responses for FastAPI."""

import json
from typing import Annotated, Any

import pydantic
import pytest
from campaignkit import Sonarly
from campaignkit.models import AudienceNavigationFolder, Campaign, CampaignLeadStatus
from campaignkit_api import models
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_runtime import pydantic_schemas
from campaignkit_runtime.models import Model


class Report(pydantic.BaseModel):
    """Model of a caller."""

    campaign: Campaign
    leads: list[CampaignLeadStatus] = []


@pytest.fixture
def campaign(campaignkit_fake: Fake) -> Campaign:
    """Return a campaign."""
    with Sonarly(api_key="fake-sonarly", transport=campaignkit_fake.transport()) as sonarly:
        return sonarly.campaigns.get(SAMPLE_ID, SAMPLE_ID)


def test_field(campaign: Campaign) -> None:
    """A model is kept as it is, and serialized with the names of the vendor."""
    report = Report(campaign=campaign)

    assert report.campaign is campaign
    assert json.loads(report.model_dump_json())["campaign"] == campaign.to_dict()
    assert report.model_dump()["campaign"] == campaign.to_dict()


def test_round_trip(campaign: Campaign) -> None:
    """JSON becomes the model again, with names of the vendor or of Python."""
    report = Report(campaign=campaign)
    snake = {name: getattr(campaign, name) for name in campaign._json_names}

    assert Report.model_validate_json(report.model_dump_json()) == report
    assert Report.model_validate({"campaign": snake}).campaign.id == campaign.id


@pytest.mark.parametrize("value", [5, {"id": 5}, {}])
def test_invalid(value: Any) -> None:
    """A value that does not fit is an error of pydantic with its place."""
    with pytest.raises(pydantic.ValidationError, match="campaign\n"):
        Report(campaign=value)


def test_wrong_type() -> None:
    """A value that is no object is named by its type."""
    with pytest.raises(pydantic.ValidationError, match="must be a Campaign or an object, got None"):
        Report.model_validate({"campaign": None})


@pytest.mark.parametrize("name", models.__all__)
def test_json_schema(name: str) -> None:
    """Each model has a JSON schema."""
    kind = getattr(models, name)
    if isinstance(kind, type) and issubclass(kind, Model):
        schema = pydantic.TypeAdapter(kind).json_schema()

        assert (schema["title"], schema["type"]) == (kind.__name__, "object")
        assert schema["properties"].keys() == set(kind._json_names.values())


def test_types() -> None:
    """Fields have the types of JSON; an enumeration is open."""
    schema = pydantic_schemas.json_schema_of(Campaign)

    assert schema["properties"]["status"] == {"type": "string"}
    assert schema["properties"]["startedAt"] == {
        "anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]
    }
    assert "id" in schema["required"]
    assert pydantic_schemas.json_schema_of(dict[str, int])["additionalProperties"] == {
        "type": "integer"
    }
    assert pydantic_schemas.json_schema_of(Any) == {}
    nested = pydantic_schemas.json_schema_of(AudienceNavigationFolder)
    assert nested["type"] == "object"


def test_model_within_itself() -> None:
    """A model within itself ends as an object."""
    schema = pydantic_schemas.json_schema_of(Campaign, (Campaign,))

    assert schema == {"type": "object"}


def test_fastapi(campaign: Campaign) -> None:
    """FastAPI takes models as bodies, returns them, and publishes their schemas."""
    fastapi = pytest.importorskip("fastapi")
    testclient = pytest.importorskip("fastapi.testclient")
    app = fastapi.FastAPI()

    def echo(campaign: Campaign) -> Campaign:
        return campaign

    def campaigns() -> list[Campaign]:
        return [campaign]

    echo.__annotations__["campaign"] = Annotated[Campaign, fastapi.Body()]
    app.post("/echo")(echo)
    app.get("/campaigns")(campaigns)
    with testclient.TestClient(app) as client:
        assert client.post("/echo", json=campaign.to_dict()).json() == campaign.to_dict()
        assert client.post("/echo", json={"id": 5}).status_code == 422
        assert client.get("/campaigns").json() == [campaign.to_dict()]
        published = client.get("/openapi.json").json()
    assert "Campaign" in json.dumps(published)
