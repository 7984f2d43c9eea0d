"""What was reached of a spec is counted by what it says, and what is missing has a name."""

import copy
import json
from typing import Any

import httpx
import pytest
from campaignkit_contract.cases.status_cases import corners, shipped_document
from campaignkit_contract.report.coverage import Reach
from campaignkit_contract.validator import Exchange, Judge, shipped_judge
from campaignkit_fake import SAMPLE_ID, Fake

DOCUMENT = shipped_document()
CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
SONARLY = {"Authorization": "Bearer fake-sonarly"}


def ask(target: str, **headers: str) -> Exchange:
    """Ask a fresh fake."""
    with httpx.Client(transport=Fake().transport(), base_url="https://api.invalid") as client:
        return Exchange.from_httpx(client.get(target, headers={**SONARLY, **headers}))


@pytest.fixture
def empty() -> Reach:
    """A reach of nothing."""
    return Reach(shipped_judge().routes)


def test_known(empty: Reach) -> None:
    """All that the spec has is known, each by its own name."""
    counts = {name: total for name, (_, total) in empty.counts().items()}

    assert {"sonarly_campaigns_start", "callers_campaigns_list"} < empty.known["operations"]
    assert "sonarly_campaigns_start 422" in empty.known["statuses"]
    assert "callers_campaigns_list header x-sub-organization-id" in empty.known["parameters"]
    assert {"Campaign.id", "ApiError.code", "CampaignEmailParams.signature"} <= empty.known[
        "properties"
    ]
    assert counts["statuses"] == 506
    assert [some for some, _ in empty.counts().values()] == [0, 0, 0, 0]


def test_add(empty: Reach) -> None:
    """An exchange reaches its operation, its status, what it sent and what it was answered."""
    empty.add(ask(CAMPAIGNS))

    assert empty.reached["operations"] == {"sonarly_campaigns_list"}
    assert empty.reached["statuses"] == {"sonarly_campaigns_list 200"}
    assert empty.reached["parameters"] == {"sonarly_campaigns_list path accountGroupId"}
    assert "Campaign.startedAt" in empty.reached["properties"]
    assert "ApiError.code" not in empty.reached["properties"]
    assert empty.answers == {("sonarly_campaigns_list", 200): 1}


def test_elsewhere(empty: Reach) -> None:
    """What is no operation reaches nothing; an undocumented status only counts."""
    empty.add(ask("/nothing"))
    assert empty.told()["operations"] == []

    exchange = ask(CAMPAIGNS)
    empty.add(Exchange("GET", exchange.target, 418, exchange.headers, exchange.body))
    assert empty.reached["statuses"] == set()
    assert empty.answers == {("sonarly_campaigns_list", 418): 1}


def test_headers_and_query(empty: Reach) -> None:
    """Parameters of query and header count where they were sent."""
    target = f"/campaigns?organizationId={SAMPLE_ID}"
    empty.add(ask(target, **{"X-Sub-Organization-Id": "x"}))

    assert "callers_campaigns_list query campaignGroupId" in empty.missing("parameters")
    assert "callers_campaigns_list header x-sub-organization-id" in empty.reached["parameters"]


def test_told(empty: Reach) -> None:
    """What another process reached can be added, as JSON."""
    other = Reach(shipped_judge().routes)
    other.add(ask(CAMPAIGNS))
    empty.hear(json.loads(json.dumps(other.told())))

    assert empty.reached == other.reached
    assert empty.answers == other.answers


def test_recursive() -> None:
    """A schema that holds itself is looked through once, and answers as deep as they go."""
    document: dict[str, Any] = copy.deepcopy(DOCUMENT)
    properties = document["components"]["schemas"]["Campaign"]["properties"]
    properties["parent"] = {"$ref": "#/components/schemas/Campaign"}
    reach = Reach(Judge(document).routes)
    body = {"data": {"parent": {"parent": {"name": "x"}}}}
    exchange = ask(f"{CAMPAIGNS}/x")
    reach.add(Exchange("GET", exchange.target, 200, exchange.headers, json.dumps(body).encode()))

    assert "Campaign.parent" in reach.known["properties"]
    assert {"Campaign.parent", "Campaign.name"} <= reach.reached["properties"]


def test_corners() -> None:
    """Each failure of the vendor is among them, and each 400."""
    statuses = {status for _, status in corners(DOCUMENT)}

    assert statuses >= {400, 429, 500, 502}


UNREACHABLE = """
import copy
import pytest
from campaignkit_contract.cases.status_cases import shipped_document
from campaignkit_contract.validator import Judge
from campaignkit_contract.report.coverage import Reach
from reaching import KEY

def pytest_configure(config):
    document = copy.deepcopy(shipped_document())
    responses = document["paths"]["/campaigns"]["get"]["responses"]
    {change}
    for path in list(document["paths"]):
        if path != "/campaigns":
            del document["paths"][path]
    config.stash[KEY] = Reach(Judge(document).routes)
"""
CALLS = """
import pytest
from campaignkit_fake import Fake
from campaignkit_contract.cases.status_cases import shipped_document, reach_corner
from campaignkit_contract.recording.capture import witnessed
import httpx

@pytest.mark.parametrize(("query", "key"), [
    ("?organizationId=507f1f77bcf86cd799439011", "fake-callers"), ("", "fake-callers"),
    ("?organizationId=507f1f77bcf86cd799439011", "wrong"),
    ("?organizationId=nobody", "fake-callers"),
    ("?organizationId=507f1f77bcf86cd799439011", "fake-callers-other"),
])
def test_call(reach, query, key):
    with witnessed(reach.add), httpx.Client(transport=Fake().transport()) as client:
        client.get("https://api.invalid/campaigns" + query, headers={"Authorization": key})
"""
PLUGINS = (
    *("-p", "judging"),
    *("-p", "reaching"),
    *("-p", "no:cacheprovider"),
    # Which collects garbage five times at the end of each run, of all that the outer one has.
    *("-p", "no:unraisableexception"),
)


@pytest.mark.parametrize(
    ("change", "arguments", "code"),
    [
        ("responses['418'] = responses['404']", (), 1),
        ("responses['418'] = responses['404']", ("-k", "test_call"), 0),
        ("pass", (), 0),
    ],
    ids=["unreachable status", "a part of the run", "all reached"],
)
def test_run(pytester: pytest.Pytester, change: str, arguments: tuple[str, ...], code: int) -> None:
    """A whole run that leaves out a documented status fails and names it."""
    pytester.makeconftest(UNREACHABLE.replace("{change}", change))
    pytester.makepyfile(CALLS)
    result = pytester.runpytest_inprocess(*PLUGINS, *arguments)

    assert result.ret == code
    result.assert_outcomes(passed=5)
    result.stdout.fnmatch_lines(["reached of the spec: operations 1/1, *"])
    is_named = "statuses not reached: callers_campaigns_list 418" in result.stdout.str()
    assert is_named is ("418" in change)
