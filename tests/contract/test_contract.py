"""The fake is judged by the spec: examples, edges, random data and sequences of calls."""

import json
import os
import tomllib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import schemathesis
from campaignkit_contract.cases.status_cases import corners, reach_corner, shipped_document
from campaignkit_contract.recording.capture import witnessed
from campaignkit_contract.report.coverage import Reach
from campaignkit_contract.schemathesis.check import judged
from campaignkit_contract.validator import Exchange
from campaignkit_fake import SAMPLE_ID, Fake
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from werkzeug import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HERE = Path(__file__).parent
CONFIG = HERE.parent.parent / "overlays" / "campaignkit_contract" / "schemathesis" / "fake.toml"
DOCUMENT = shipped_document()
FAKE = Fake()

Spoil = Callable[[Response], None]


class Heard:
    """An app, and whoever wants to hear of each exchange with it."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.tell: Callable[[Exchange], object] = lambda _: None

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer as the app does, and tell of it."""
        request = Request(environ)
        sent = request.get_data()
        environ["wsgi.input"] = BytesIO(sent)
        response = Response.from_app(self._app, environ)
        self.tell(
            Exchange(
                method=request.method,
                target=f"{environ['REQUEST_URI']}?{environ['QUERY_STRING']}",
                status=response.status_code,
                headers=httpx.Headers(response.headers.to_wsgi_list()),
                body=response.get_data(),
                request_headers=httpx.Headers(request.headers.to_wsgi_list()),
                request_body=sent,
            )
        )
        return response(environ, start_response)


def load(app: object) -> schemathesis.BaseSchema:
    """The spec, with an app behind it; EXAMPLES says how many cases are made up."""
    config = SchemathesisConfig.from_path(CONFIG)
    if examples := os.environ.get("EXAMPLES"):
        config.projects.get_default().generation.max_examples = int(examples)
    schema = schemathesis.openapi.from_path(HERE.parent.parent / "openapi.yaml", config=config)
    schema.app = app
    return schema


HEARD = Heard(FAKE)
SCHEMA = load(HEARD)


@pytest.fixture(autouse=True)
def _fresh_fake(reach: Reach) -> None:
    FAKE.reset()
    HEARD.tell = reach.add


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """A client of the fake."""
    with httpx.Client(base_url="https://api.invalid", transport=FAKE.transport()) as opened:
        yield opened


@SCHEMA.parametrize()
def test_operation(case: "schemathesis.Case[Any]") -> None:
    """Whatever is sent, each answer is one that the spec documents for it."""
    case.call_and_validate(additional_checks=[judged])


class Workflow(SCHEMA.as_state_machine()):  # type: ignore[misc]  # made at run time
    """Calls that follow each other along the links of the spec."""

    def setup(self) -> None:
        """Every sequence begins with a fresh fake."""
        FAKE.reset()

    def validate_response(self, response: Any, case: Any, **options: Any) -> None:
        """Each answer is judged as that to a single call."""
        super().validate_response(response, case, additional_checks=[judged], **options)


TestWorkflow = Workflow.TestCase
TestWorkflow.settings = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=int(os.environ.get("EXAMPLES", "40")),
    stateful_step_count=6,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize(("operation", "status"), [*corners(DOCUMENT)])
def test_corner(reach: Reach, client: httpx.Client, operation: str, status: int) -> None:
    """Documented answers that no case above meets are what the spec says, too."""
    with witnessed(reach.add):
        response = reach_corner(FAKE, DOCUMENT, operation, status, client)

    assert response.status_code == status


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
    case = operation.Case(path_parameters={"accountGroupId": SAMPLE_ID})
    return case.call_and_validate(headers={"Authorization": "Bearer fake-sonarly"}).status_code


@pytest.mark.parametrize("spoil", [without_trace, without_zone, as_text, gone])
def test_finds_a_bug(spoil: Spoil) -> None:
    """The judge refuses what is not what the spec says."""
    with pytest.raises(FailureGroup):
        judge(spoil)


def test_no_false_alarm() -> None:
    """What is not spoiled passes the same judge in the same way."""
    assert judge(lambda _: None) == 200
