"""A target calls operations with its keys and ids, and says why if it cannot."""

from collections.abc import Iterator

import httpx
import pytest
from campaignkit_contract.targets.budget import rotate
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.rate_limit import RateLimit, RateLimitedTransport
from campaignkit_contract.targets.request_budget import (
    DISCOVERY,
    REMOVAL,
    BudgetEnded,
    RequestBudget,
)
from campaignkit_contract.targets.requests import request_target
from campaignkit_contract.targets.target import GET, LIST, START, CheckFailed, SkipCheck, Target
from campaignkit_fake import SAMPLE_ID, Fake

KEYS = {"sonarly": "fake-sonarly"}
IDS = {"accountGroupId": [SAMPLE_ID]}


@pytest.fixture
def client(fake: Fake) -> Iterator[httpx.Client]:
    """Return a client of the fake."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as opened:
        yield opened


def test_operations(client: httpx.Client) -> None:
    """Operations without a key, outside of the areas, and writes are not called."""
    target = Target(client, KEYS, IDS, areas=["sonarly campaigns"])
    found = {(operation.id, method) for _, method, operation in target.operations()}
    readable = {operation.id for _, operation in target.readable_operations()}

    assert {method for _, method in found} == {"GET"}
    assert {id_ for id_, _ in found} == readable >= {LIST, GET}
    assert all(id_.startswith("sonarly_campaigns_") for id_ in readable)


def test_writes(client: httpx.Client) -> None:
    """A target that may write also calls writes."""
    target = Target(client, KEYS, IDS, may_write=True)

    assert START in {operation.id for _, _, operation in target.operations()}


def test_no_key(client: httpx.Client) -> None:
    """A call without a key skips the check."""
    with pytest.raises(SkipCheck, match="no key of callers is set"):
        Target(client, KEYS, IDS).ask("callers_campaigns_list")


def test_data(client: httpx.Client) -> None:
    """The payload of a success is returned, and another status fails the check."""
    target = Target(client, KEYS, IDS)

    assert SAMPLE_ID in target.campaigns()
    assert target.campaigns(SAMPLE_ID) == target.campaigns()
    assert target.campaign(SAMPLE_ID)["id"] == SAMPLE_ID
    with pytest.raises(CheckFailed, match=f"{GET} returned 404"):
        target.data(GET, campaignId="x")


def test_body(client: httpx.Client) -> None:
    """A call sends the example body, or the given one."""
    target = Target(client, KEYS, IDS, may_write=True)
    operation = "sonarly_audiences_create"

    assert target.data(operation)["name"] == "Avery Stone"
    assert target.data(operation, json={"name": "B", "type": "on_demand"})["name"] == "B"


def test_headers(client: httpx.Client) -> None:
    """Headers replace the credential; further headers are sent beside it."""
    target = Target(client, KEYS, IDS)

    assert target.ask(LIST, headers={}).status == 401
    assert target.ask(LIST, key="fake-sonarly-narrow").status == 403
    exchange = target.ask(LIST, extra_headers={"X-Note": "n"})
    assert exchange.request_headers["X-Note"] == "n"
    assert exchange.request_headers["Authorization"] == "Bearer fake-sonarly"


def test_throttled() -> None:
    """A 429 skips the check, because it says nothing about the property."""
    with httpx.Client(transport=Fake(rate=1).transport(), base_url="https://api.invalid") as client:
        target = Target(client, KEYS, IDS)
        target.ask(LIST)
        with pytest.raises(SkipCheck, match="returned 429"):
            target.ask(LIST)


def test_path_values(client: httpx.Client) -> None:
    """The ids of a path are known ids, or an id that no server has."""
    target = Target(client, KEYS, {**IDS, "campaignId": ["c"]})
    operation = target.operation(GET)

    assert target.path_values(operation) == {"accountGroupId": SAMPLE_ID, "campaignId": "c"}
    assert target.method(operation) == "GET"
    assert request_target(target.route(operation), operation, {"campaignId": "a/b", "x": None}) == (
        "/v1/accounts/{accountGroupId}/campaigns/a%2Fb"
    )


def test_half_character(client: httpx.Client) -> None:
    """Half a character, which a server may have accepted, can be sent in a path."""
    target = Target(client, KEYS, IDS)
    operation = target.operation(GET)

    assert request_target(target.route(operation), operation, {"campaignId": "\ud800"}).endswith(
        "/campaigns/%ED%A0%80"
    )


def test_first_listed(client: httpx.Client) -> None:
    """Without a known campaign, the first listed one is used."""
    target = Target(client, KEYS, IDS)

    assert target.campaign_id == next(iter(target.campaigns()))
    assert target.sample({"a": 1, "b": 2}) == ["a", "b"]


def test_reset(client: httpx.Client) -> None:
    """A reset is sent only after a write, and drops what checks share."""
    target = fake_target(client)
    resets: list[str] = []
    target.reset_server = lambda: resets.append("reset")
    for operation in (LIST, LIST, START, LIST):
        target.shared["x"] = 1
        target.reset()
        assert target.shared == {}
        target.ask(operation)
    target.reset()

    assert len(resets) == 2


def test_no_reset(client: httpx.Client) -> None:
    """A target that cannot be reset keeps what checks share."""
    target = Target(client, KEYS, IDS)
    target.shared["x"] = 1
    target.reset()

    assert target.shared == {"x": 1}


def test_no_campaign() -> None:
    """Without a campaign, a check that needs one is skipped."""
    body = {"success": True, "data": {"items": []}, "error": None, "traceId": "1"}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=body))
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        target = Target(client, KEYS, IDS)
        with pytest.raises(SkipCheck, match="the account group has no campaign"):
            target.ask(GET)


def test_sample_ids(client: httpx.Client) -> None:
    """A fake has the ids of the examples, for parameters without a known id."""
    target = fake_target(client)
    audience = target.operation("sonarly_audiences_get")

    assert target.path_values(audience)["audienceId"] == SAMPLE_ID


def test_ids_of_vendors(client: httpx.Client) -> None:
    """Campaign ids of one vendor are never looked for at the other."""
    target = Target(client, KEYS, {**IDS, "campaignId": ["s"]})
    other = Target(client, KEYS, {**IDS, "callers campaignId": ["c"]})

    assert target.known_ids("sonarly", "campaignId") == ["s"]
    assert target.known_ids("callers", "campaignId") == ()
    assert other.known_ids("callers", "campaignId") == ["c"]
    assert other.known_ids("sonarly", "campaignId") == ()


@pytest.mark.parametrize(
    ("maximum", "cases"), [(None, [1, 2, 3, 4]), (5000, [1, 2, 3, 4]), (1500, [3, 4])]
)
def test_rotate(client: httpx.Client, maximum: int | None, cases: list[int]) -> None:
    """A run with few requests has some cases of each operation."""
    target = Target(client, KEYS, IDS, budget=RequestBudget(maximum) if maximum else None)

    assert rotate(target, [1, 2, 3, 4], 1, 2) == cases


def test_cleaning(fake: Fake) -> None:
    """What was made is removed even if the budget has ended."""
    budget = RequestBudget(1)
    transport = RateLimitedTransport(RateLimit(0.0), budget)
    with fake.serve() as base_url, httpx.Client(transport=transport, base_url=base_url) as client:
        target = Target(client, KEYS, IDS, budget=budget)
        target.ask(LIST)
        with pytest.raises(BudgetEnded, match="the budget of 1 request ended"):
            target.ask(LIST)
        with target.cleaning():
            assert target.ask(LIST).status == 200
    assert budget.sent == {DISCOVERY: 1, REMOVAL: 1}


def test_no_sandbox(client: httpx.Client) -> None:
    """Without a sandbox, a check that writes is skipped."""
    with pytest.raises(SkipCheck, match=r"create Sandbox\(target\) first"):
        _ = Target(client, KEYS, IDS).resources


def gateway_target(*responses: httpx.Response) -> Target:
    """Return a target whose server has these responses."""
    left = iter(responses)
    transport = httpx.MockTransport(lambda _: next(left))
    return Target(httpx.Client(transport=transport, base_url="https://x.invalid"), {}, {})


@pytest.mark.parametrize("status", [502, 503, 504])
@pytest.mark.expects_contract_violation("a gateway fails once")
def test_gateway(status: int) -> None:
    """A read that a gateway failed is sent again."""
    target = gateway_target(httpx.Response(status), httpx.Response(200))

    assert target.send("GET", "/v1/accounts", {}).status == 200
    assert len(target.exchanges) == 1


def test_gateway_of_write() -> None:
    """A write that a gateway failed is not sent again, and ends the check."""
    target = gateway_target(httpx.Response(502, html="Bad gateway"))

    with pytest.raises(SkipCheck, match="the server returned 502"):
        target.send("POST", "/v1/accounts", {})


def test_bad_gateway_of_server() -> None:
    """A 502 in JSON is a response of the server itself."""
    assert gateway_target(httpx.Response(502, json={})).send("POST", "/v1", {}).status == 502
