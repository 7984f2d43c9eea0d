"""The fake is judged by the spec: examples, edges, random data and sequences of calls."""

import json
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from campaignkit_fake import DOCUMENTED_ID, Fake
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from werkzeug import Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HERE = Path(__file__).parent
CONFIG = HERE / "schemathesis.toml"
FAKE = Fake()

Spoil = Callable[[Response], None]


def load(app: object) -> schemathesis.BaseSchema:
    """The spec, with an app behind it."""
    config = SchemathesisConfig.from_path(CONFIG)
    schema = schemathesis.openapi.from_path(HERE.parent.parent / "openapi.yaml", config=config)
    schema.app = app
    return schema


SCHEMA = load(FAKE)


@pytest.fixture(autouse=True)
def _fresh_fake() -> None:
    FAKE.reset()


@SCHEMA.parametrize()
def test_operation(case: "schemathesis.Case[Any]") -> None:
    """Whatever is sent, each answer is one that the spec documents for it."""
    case.call_and_validate()


class Workflow(SCHEMA.as_state_machine()):  # type: ignore[misc]  # made at run time
    """Calls that follow each other along the links of the spec."""

    def setup(self) -> None:
        """Every sequence begins with a fresh fake."""
        FAKE.reset()


TestWorkflow = Workflow.TestCase
TestWorkflow.settings = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=40,
    stateful_step_count=6,
    suppress_health_check=list(HealthCheck),
)


def test_dictionary() -> None:
    """The ids that the cases draw from are there, in every state that a start tells apart."""
    [*ids, unknown] = tomllib.loads(CONFIG.read_text())["dictionaries"]["campaigns"]["values"]
    campaigns = FAKE.state()["campaigns"]
    states = {(campaigns[id_]["status"], bool(campaigns[id_]["leadIds"])) for id_ in ids}

    assert states == {("draft", True), ("draft", False), ("active", True)}
    assert unknown not in campaigns


class Spoiled:
    """The fake with one planted bug."""

    def __init__(self, spoil: Spoil) -> None:
        self._spoil = spoil

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer as the fake does, and spoil it."""
        response = Response.from_app(FAKE, environ)
        self._spoil(response)
        return response(environ, start_response)


def without_trace(response: Response) -> None:
    """Leave out a required field."""
    body: dict[str, Any] = response.get_json()
    del body["traceId"]
    response.set_data(json.dumps(body))


def without_zone(response: Response) -> None:
    """Answer times that could be anywhere."""
    response.set_data(response.get_data(as_text=True).replace('Z"', '"'))


def as_text(response: Response) -> None:
    """Answer with another content type."""
    response.content_type = "text/plain"


def gone(response: Response) -> None:
    """Answer with a status that nobody documented."""
    response.status_code = 410


def judge(spoil: Spoil) -> int:
    """List campaigns of the spoiled fake and judge the answer; its status."""
    operation = load(Spoiled(spoil))["/v1/accounts/{accountGroupId}/campaigns"]["GET"]
    case = operation.Case(path_parameters={"accountGroupId": DOCUMENTED_ID})
    return case.call_and_validate(headers={"Authorization": "Bearer fake-sonarly"}).status_code


@pytest.mark.parametrize("spoil", [without_trace, without_zone, as_text, gone])
def test_finds_a_bug(spoil: Spoil) -> None:
    """The judge refuses what is not what the spec says."""
    with pytest.raises(FailureGroup):
        judge(spoil)


def test_no_false_alarm() -> None:
    """What is not spoiled passes the same judge in the same way."""
    assert judge(lambda _: None) == 200
