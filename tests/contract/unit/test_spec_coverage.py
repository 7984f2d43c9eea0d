"""Coverage counts what exchanges cover of the spec, and names what is missing."""

import copy
import json
from typing import Any

import httpx
import pytest
from campaignkit_contract.cases.status_cases import status_cases
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.spec.document import packaged_spec
from campaignkit_contract.spec.routes import Routes
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

DOCUMENT = packaged_spec()
CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
SONARLY = {"Authorization": "Bearer fake-sonarly"}


def ask(target: str, **headers: str) -> Exchange:
    """Send a request to a new fake."""
    with httpx.Client(transport=Fake().transport(), base_url="https://api.invalid") as client:
        return Exchange.from_httpx(client.get(target, headers={**SONARLY, **headers}))


@pytest.fixture
def empty() -> SpecCoverage:
    """Return a coverage without exchanges."""
    return SpecCoverage(packaged_validator().routes)


def test_known(empty: SpecCoverage) -> None:
    """Every operation, status, parameter and property of the spec has a name."""
    counts = {name: total for name, (_, total) in empty.counts().items()}

    assert {"sonarly_campaigns_start", "callers_campaigns_list"} < empty.documented["operations"]
    assert "sonarly_campaigns_start 422" in empty.documented["statuses"]
    assert "callers_campaigns_list header x-sub-organization-id" in empty.documented["parameters"]
    assert {"Campaign.id", "ApiError.code", "CampaignEmailParams.signature"} <= empty.documented[
        "properties"
    ]
    assert counts["statuses"] == sum(
        len(operation["responses"])
        for item in DOCUMENT["paths"].values()
        for operation in item.values()
        if "operationId" in operation
    )
    assert [some for some, _ in empty.counts().values()] == [0, 0, 0, 0]


def test_add(empty: SpecCoverage) -> None:
    """An exchange covers its operation, status, parameters and properties."""
    empty.add(ask(CAMPAIGNS))

    assert empty.covered["operations"] == {"sonarly_campaigns_list"}
    assert empty.covered["statuses"] == {"sonarly_campaigns_list 200"}
    assert empty.covered["parameters"] == {"sonarly_campaigns_list path accountGroupId"}
    assert "Campaign.startedAt" in empty.covered["properties"]
    assert "ApiError.code" not in empty.covered["properties"]
    assert empty.responses == {("sonarly_campaigns_list", 200): 1}


def test_request_body(empty: SpecCoverage) -> None:
    """The properties of a request body count, if it is JSON."""
    target = f"/v1/accounts/{SAMPLE_ID}/audiences"
    for sent in (b'{"name": "A"}', b"{"):
        empty.add(Exchange("POST", target, 200, httpx.Headers(), b"{}", request_body=sent))

    assert empty.covered["properties"] == {"AudienceCreate.name"}


def test_elsewhere(empty: SpecCoverage) -> None:
    """An unknown path covers nothing; an undocumented status is only counted."""
    empty.add(ask("/nothing"))
    assert empty.to_dict()["operations"] == []

    exchange = ask(CAMPAIGNS)
    empty.add(Exchange("GET", exchange.target, 418, exchange.headers, exchange.body))
    assert empty.covered["statuses"] == set()
    assert empty.responses == {("sonarly_campaigns_list", 418): 1}


def test_headers_and_query(empty: SpecCoverage) -> None:
    """Sent parameters of query and header are covered."""
    target = f"/campaigns?organizationId={SAMPLE_ID}"
    empty.add(ask(target, **{"X-Sub-Organization-Id": "x"}))

    assert "callers_campaigns_list query campaignGroupId" in empty.missing("parameters")
    assert "callers_campaigns_list header x-sub-organization-id" in empty.covered["parameters"]


def test_merge(empty: SpecCoverage) -> None:
    """The coverage of another process can be added, as JSON."""
    other = SpecCoverage(packaged_validator().routes)
    other.add(ask(CAMPAIGNS))
    empty.merge(json.loads(json.dumps(other.to_dict())))

    assert empty.covered == other.covered
    assert empty.responses == other.responses


def test_recursive() -> None:
    """A recursive schema is documented once, and bodies are walked to their depth."""
    document: dict[str, Any] = copy.deepcopy(DOCUMENT)
    properties = document["components"]["schemas"]["Campaign"]["properties"]
    properties["parent"] = {"$ref": "#/components/schemas/Campaign"}
    coverage = SpecCoverage(Routes(document, document))
    body = {"data": {"parent": {"parent": {"name": "x"}}}}
    exchange = ask(f"{CAMPAIGNS}/x")
    coverage.add(Exchange("GET", exchange.target, 200, exchange.headers, json.dumps(body).encode()))

    assert "Campaign.parent" in coverage.documented["properties"]
    assert {"Campaign.parent", "Campaign.name"} <= coverage.covered["properties"]


def test_status_cases() -> None:
    """Status cases contain every 400, 429 and 5xx."""
    statuses = {status for _, status in status_cases(DOCUMENT)}

    assert statuses >= {400, 429, 500, 502}


CONFTEST = """
from campaignkit_contract.pytest_plugins.coverage import CoveragePlugin
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.spec.document import packaged_spec
from campaignkit_contract.spec.routes import Routes

def pytest_configure(config):
    document = packaged_spec()
    responses = document["paths"]["/campaigns"]["get"]["responses"]
    {change}
    for path in list(document["paths"]):
        if path != "/campaigns":
            del document["paths"][path]
    plugin = CoveragePlugin(config, SpecCoverage(Routes(document, document)))
    config.pluginmanager.register(plugin, "campaignkit_contract_coverage")
"""
CALLS = """
import pytest
from campaignkit_contract.recording.capture import capture_exchanges
from campaignkit_fake import Fake
import httpx

@pytest.mark.parametrize(("query", "key"), [
    ("?organizationId=507f1f77bcf86cd799439011", "fake-callers"), ("", "fake-callers"),
    ("?organizationId=507f1f77bcf86cd799439011", "wrong"),
    ("?organizationId=unknown", "fake-callers"),
    ("?organizationId=507f1f77bcf86cd799439011", "fake-callers-other"),
])
def test_call(spec_coverage, query, key):
    captured = capture_exchanges(spec_coverage.add)
    with captured, httpx.Client(transport=Fake().transport()) as client:
        client.get("https://api.invalid/campaigns" + query, headers={"Authorization": key})
"""
PLUGINS = (
    # By its module, so that the installed entry point does not matter.
    *("-p", "no:campaignkit_contract"),
    *("-p", "campaignkit_contract.pytest_plugin"),
    *("-p", "no:cacheprovider"),
    # It collects garbage five times at the end of each run, of everything the outer run has.
    *("-p", "no:unraisableexception"),
)


@pytest.mark.parametrize(
    ("change", "arguments", "code"),
    [
        ("responses['418'] = responses['404']", (), 1),
        ("responses['418'] = responses['404']", ("-k", "test_call"), 0),
        ("pass", (), 0),
    ],
    ids=["uncovered status", "a part of the run", "complete"],
)
def test_run(pytester: pytest.Pytester, change: str, arguments: tuple[str, ...], code: int) -> None:
    """A whole run that misses a documented status fails and names it."""
    pytester.makeconftest(CONFTEST.replace("{change}", change))
    pytester.makepyfile(CALLS)
    result = pytester.runpytest_inprocess(*PLUGINS, *arguments)

    assert result.ret == code
    result.assert_outcomes(passed=5)
    result.stdout.fnmatch_lines(["spec coverage: operations 1/1, *"])
    is_named = "statuses not covered: callers_campaigns_list 418" in result.stdout.str()
    assert is_named is ("418" in change)
