"""A run that may send few requests reads a list once, and compares what it reads."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from campaignkit_contract.stateful.audiences import navigation_equals_list
from campaignkit_contract.stateful.authentication import (
    credentials_are_required,
    writes_require_credentials,
)
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.lists import listed_item_equals_get
from campaignkit_contract.stateful.matrices.errors import errors_matrix
from campaignkit_contract.stateful.matrices.filters import filters_matrix
from campaignkit_contract.stateful.matrices.pages import pages_matrix
from campaignkit_contract.stateful.pagination import cursor_pages_partition_list
from campaignkit_contract.stateful.protocol import repeated_call_has_new_trace_id
from campaignkit_contract.targets.budget import known_items
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.request_budget import RequestBudget
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_contract.targets.target import Target
from campaignkit_fake import SAMPLE_ID, Fake

pytestmark = pytest.mark.expects_contract_violation("responses are changed")

GET_AUDIENCE = f"/v1/accounts/{SAMPLE_ID}/audiences/{SAMPLE_ID}"
Change = Callable[[httpx.Request, int, Any], None]


def unchanged(request: httpx.Request, number: int, body: Any) -> None:
    """Change nothing."""


class ChangedFake:
    """Fake as a target that reads only, with changed bodies."""

    def __init__(self, change: Change = unchanged) -> None:
        self._transport, self._change = Fake().transport(), change
        self.paths: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the fake's response, with the change."""
        self.paths.append(request.url.path)
        response = self._transport.handle_request(request)
        response.read()
        if response.status_code != 200 or not response.content:
            return response
        body = response.json()
        self._change(request, self.paths.count(request.url.path), body)
        return httpx.Response(200, json=body)

    def target(self, client: httpx.Client) -> Target:
        """Return the target of a client of this fake."""
        found = fake_target(client)
        found.reset_server, found.may_write, found.budget = None, False, RequestBudget(1_500)
        return found


@pytest.fixture
def target_of() -> Iterator[Callable[[ChangedFake], Target]]:
    """Make targets, and close their clients."""
    clients: list[httpx.Client] = []

    def make(fake: ChangedFake) -> Target:
        transport = httpx.MockTransport(fake)
        clients.append(httpx.Client(transport=transport, base_url="https://api.invalid"))
        return fake.target(clients[-1])

    yield make
    for client in clients:
        client.close()


TargetOf = Callable[[ChangedFake], Target]


def other_name(request: httpx.Request, number: int, body: Any) -> None:
    """Show another name in the read than in the list."""
    if request.url.path == GET_AUDIENCE:
        body["data"]["name"] = "Another"


def renamed_once(request: httpx.Request, number: int, body: Any) -> None:
    """Rename an audience after its first read, as others do while it is looked at."""
    if request.url.path == GET_AUDIENCE and number == 1:
        body["data"]["name"] = "Another"


def renamed_between(request: httpx.Request, number: int, body: Any) -> None:
    """Rename an audience between the list and the read."""
    other_name(request, number, body)
    if request.url.path.endswith("/audiences") and number > 2:
        body["data"]["items"][0]["name"] = "Another"


@pytest.mark.parametrize(
    ("change", "findings"),
    [
        (unchanged, ()),
        (other_name, ("sonarly_audiences_get and sonarly_audiences_list differ in name",)),
        (renamed_once, ()),
        (renamed_between, ()),
    ],
)
def test_difference(change: Change, findings: tuple[str, ...], target_of: TargetOf) -> None:
    """A difference is a finding if it stays, and the list shows the same item again."""
    target = target_of(ChangedFake(change))
    target.areas = ("sonarly audiences",)

    assert StatefulCheck(listed_item_equals_get).run(target).findings == findings


def test_navigation(target_of: TargetOf) -> None:
    """An audience that the navigation lacks is found by reads."""

    def change(request: httpx.Request, _: int, body: Any) -> None:
        if request.url.path.endswith("/navigation"):
            del body["data"]["ungroupedAudiences"][-1]

    found = StatefulCheck(navigation_equals_list).run(target_of(ChangedFake(change))).findings

    assert [text.partition(" before")[0] for text in found] == [
        "sonarly_audiences_navigation has other audiences or folders than sonarly_audiences_list"
    ]


def test_known_items(target_of: TargetOf) -> None:
    """A list is read once, and again if the check is repeated."""
    fake = ChangedFake()
    target = target_of(fake)
    first, second = (known_items(target, "sonarly_campaigns_list") for _ in range(2))
    reads = sum(path.endswith("/campaigns") for path in fake.paths)
    target.budget = None
    known_items(target, "sonarly_campaigns_list")

    assert first is second
    assert reads == 1
    assert sum(path.endswith("/campaigns") for path in fake.paths) == 2


def test_cursor_pages(target_of: TargetOf) -> None:
    """Lists are read in pages of seven."""
    fake = ChangedFake()
    target = target_of(fake)
    result = StatefulCheck(cursor_pages_partition_list).run(target)
    limits = {exchange.query for exchange in target.exchanges if "limit=" in exchange.query}

    assert result.findings == ()
    assert limits
    assert all("limit=7" in query for query in limits)


def test_trace_ids(target_of: TargetOf) -> None:
    """Calls of earlier checks show whether trace ids are repeated; a broken body shows nothing."""

    def change(request: httpx.Request, number: int, body: Any) -> None:
        if request.url.path.endswith("/audiences"):
            body["traceId"] = "t"
        elif request.url.path == GET_AUDIENCE and number == 1:
            del body["traceId"]

    fake = ChangedFake(change)
    target = target_of(fake)
    target.areas = ("sonarly audiences",)
    for _ in range(2):
        target.ask("sonarly_audiences_list")
        target.ask("sonarly_audiences_get")
        target.ask("callers_campaigns_list")
    before = len(fake.paths)
    found = StatefulCheck(repeated_call_has_new_trace_id).run(target)

    assert found.findings == ("sonarly_audiences_list returns the trace id 't' twice",)
    assert json.dumps(fake.paths[before:]).count('/audiences"') == 0


@pytest.mark.parametrize("check", [pages_matrix, filters_matrix, errors_matrix])
def test_no_known_id(check: Callable[[Target], Iterator[str]], target_of: TargetOf) -> None:
    """Reads of which no id is known are left out, and the result says why."""

    def change(request: httpx.Request, _: int, body: Any) -> None:
        if request.url.path == "/campaigns":
            body.clear()

    target = target_of(ChangedFake(change))
    target.ids = {"accountGroupId": [SAMPLE_ID], "organizationId": [SAMPLE_ID]}
    target.has_sample_ids, target.areas = False, ("callers calls", "callers contacts")
    result = StatefulCheck(check).run(target)

    assert result.findings == ()
    assert "no list shows a campaignId: set" in result.skipped
    assert not [exchange for exchange in target.exchanges if UNKNOWN_ID in exchange.path]


def test_credentials_without_ids(target_of: TargetOf) -> None:
    """A credential is also required if no id is known."""
    target = target_of(ChangedFake())
    target.ids = {"accountGroupId": [SAMPLE_ID], "organizationId": [SAMPLE_ID]}
    target.has_sample_ids = False
    target.areas = ("sonarly campaigns", "callers campaigns")
    result = StatefulCheck(credentials_are_required).run(target)

    assert result.state == "holds"
    assert {exchange.status for exchange in target.exchanges} == {401}


def test_credentials(target_of: TargetOf) -> None:
    """Each operation gets a longer key, and one in another case if it has letters."""
    target = target_of(ChangedFake())
    target.keys, target.areas = {"sonarly": "12", "callers": "Ab"}, ("sonarly audiences", "callers")
    StatefulCheck(credentials_are_required).run(target)
    sent = {
        (exchange.path, exchange.request_headers.get("Authorization"))
        for exchange in target.exchanges
    }
    paths = {path for path, _ in sent}

    assert {path for path, key in sent if key in {"Bearer 12x", "Abx", "Bearer Abx"}} == paths
    assert {path for path, key in sent if key in {"aB", "Bearer aB"}} == {
        path for path in paths if not path.startswith("/v1/")
    }
    assert "Bearer 12" not in {key for _, key in sent}


class OpenFake(ChangedFake):
    """Fake that needs no key."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the response to the request with a key."""
        request.headers.setdefault("Authorization", "Bearer fake-sonarly")
        return super().__call__(request)


@pytest.mark.parametrize(("fake", "state"), [(ChangedFake, "holds"), (OpenFake, "fails")])
def test_writes_without_credential(
    fake: type[ChangedFake], state: str, target_of: TargetOf
) -> None:
    """A run that only reads sends each write without a credential and with unknown ids."""
    target = target_of(fake())
    target.areas = ("sonarly campaigns", "callers voices")
    result = StatefulCheck(writes_require_credentials).run(target)

    assert result.state == state
    assert {exchange.method for exchange in target.exchanges} == {"POST", "PATCH", "PUT", "DELETE"}
    assert not [exchange for exchange in target.exchanges if SAMPLE_ID in exchange.target]
    # Only an unknown id keeps a creation of a careless server from making something.
    assert not [exchange for exchange in target.exchanges if UNKNOWN_ID not in exchange.target]


@pytest.mark.no_cover
def test_order(target_of: TargetOf) -> None:
    """An order is checked by fields whose values differ."""

    def change(request: httpx.Request, _: int, body: Any) -> None:
        if request.url.params.get("sortAttribute") == "createdAt":
            body.reverse()

    target = target_of(ChangedFake(change))
    target.areas = ("callers contacts",)
    found = StatefulCheck(filters_matrix).run(target).findings

    assert "callers_contacts_list: sorted by createdAt, asc: is not in this order" in str(found)
    assert not [exchange for exchange in target.exchanges if "campaignId" in exchange.query]
