"""The fake conforms to the spec: examples, edge cases, random data and sequences of calls."""

import json
import os
import tomllib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from campaignkit_contract.cases.status_cases import send_status_case, status_cases
from campaignkit_contract.recording.capture import capture_exchanges
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.schemathesis.check import conforms_to_spec
from campaignkit_contract.schemathesis.command import FAKE_CONFIG
from campaignkit_contract.spec.document import packaged_spec
from campaignkit_contract.targets.fake import FakeControl
from campaignkit_fake import SAMPLE_ID
from hypothesis import HealthCheck, settings
from schemathesis.core.failures import FailureGroup
from werkzeug import Response

from tests.contract.fake_schema import FAKE, Change, ChangedApp, ObservedApp, load
from tests.sampling import examples

DOCUMENT = packaged_spec()
OBSERVED = ObservedApp(FAKE)
SCHEMA = load(OBSERVED)


@pytest.fixture(autouse=True)
def _fresh_fake(spec_coverage: SpecCoverage) -> None:
    FAKE.reset()
    OBSERVED.on_exchange = spec_coverage.add


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Yield a client of the fake."""
    with httpx.Client(base_url="https://api.invalid", transport=FAKE.transport()) as opened:
        yield opened


@SCHEMA.parametrize()
def test_operation(case: "schemathesis.Case[Any]") -> None:
    """Every response is documented, for any request."""
    case.call_and_validate(additional_checks=[conforms_to_spec])


class Workflow(SCHEMA.as_state_machine()):  # type: ignore[misc]  # made at run time
    """Calls that follow each other along the links of the spec."""

    def setup(self) -> None:
        """Reset the fake before every sequence."""
        FAKE.reset()

    def validate_response(self, response: Any, case: Any, **options: Any) -> None:
        """Validate every response."""
        super().validate_response(response, case, additional_checks=[conforms_to_spec], **options)


TestWorkflow = Workflow.TestCase
TestWorkflow.settings = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=int(os.environ.get("EXAMPLES", examples(full=40, sampled=10))),
    stateful_step_count=6,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize(("operation", "status"), [*status_cases(DOCUMENT)])
def test_status_case(
    spec_coverage: SpecCoverage, client: httpx.Client, operation: str, status: int
) -> None:
    """Every other documented status is returned, and conforms."""
    with capture_exchanges(spec_coverage.add):
        response = send_status_case(FakeControl(FAKE), DOCUMENT, operation, status, client)

    assert response.status_code == status


def test_dictionary() -> None:
    """The campaign ids of the configuration exist, in every state that matters for a start."""
    [*ids, unknown] = tomllib.loads(FAKE_CONFIG.read_text())["dictionaries"]["campaigns"]["values"]
    campaigns = FAKE.state()["campaigns"]
    states = {(campaigns[id_]["status"], bool(campaigns[id_]["leadIds"])) for id_ in ids}

    assert states == {("draft", True), ("draft", False), ("active", True)}
    assert unknown not in campaigns


def without_trace(response: Response) -> None:
    """Remove a required field."""
    body: dict[str, Any] = response.get_json()
    del body["traceId"]
    response.set_data(json.dumps(body))


def without_zone(response: Response) -> None:
    """Remove the zone of every time."""
    response.set_data(response.get_data(as_text=True).replace('Z"', '"'))


def as_text(response: Response) -> None:
    """Change the content type."""
    response.content_type = "text/plain"


def gone(response: Response) -> None:
    """Change the status to an undocumented one."""
    response.status_code = 410


def validate(change: Change) -> int:
    """Validate the list of campaigns of a changed fake, and return its status."""
    operation = load(ChangedApp(change))["/v1/accounts/{accountGroupId}/campaigns"]["GET"]
    case = operation.Case(path_parameters={"accountGroupId": SAMPLE_ID})
    return case.call_and_validate(headers={"Authorization": "Bearer fake-sonarly"}).status_code


@pytest.mark.parametrize("change", [without_trace, without_zone, as_text, gone])
def test_finds_a_bug(change: Change) -> None:
    """A deviating response fails."""
    with pytest.raises(FailureGroup):
        validate(change)


def test_no_false_alarm() -> None:
    """An unchanged response passes."""
    assert validate(lambda _: None) == 200
