"""Ids are discovered along the links of the spec, from every response that can be read."""

from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.spec.document import packaged_spec
from campaignkit_contract.spec.routes import Operation, Route, Routes
from campaignkit_contract.targets.discovery import KnownIds, discover_ids
from campaignkit_contract.validator import Validator, packaged_validator

ROUTES = packaged_validator().routes
CONFIGURED: KnownIds = {("sonarly", "accountGroupId"): ["group"]}


def discovered(
    body: bytes | None,
    status: int = 200,
    configured: KnownIds = CONFIGURED,
    routes: Routes = ROUTES,
) -> KnownIds:
    """Return the ids that a server reveals; its list of campaigns has the body."""

    def fetch(route: Route, operation: Operation, values: Any) -> Exchange | None:
        if operation.id != "sonarly_campaigns_list" or body is None:
            return None
        return Exchange("GET", "/", status, httpx.Headers(), body)

    return discover_ids(routes, configured, fetch)


def test_every_item() -> None:
    """Each text at the place of an id is known once, in the order of the list."""
    found = discovered(b'{"data": {"items": [{"id": "a"}, {"id": "b"}, {"id": "a"}, {"id": 5}]}}')

    assert found[("sonarly", "campaignId")] == ["a", "b"]


def test_limit() -> None:
    """At most 20 values of a parameter are kept."""
    items = ", ".join(f'{{"id": "c{number}"}}' for number in range(30))
    found = discovered(f'{{"data": {{"items": [{items}]}}}}'.encode())

    assert len(found[("sonarly", "campaignId")]) == 20


@pytest.mark.parametrize(
    ("body", "status"),
    [(None, 200), (b"{", 200), (b'{"data": {"items": []}}', 200), (b"{}", 418)],
    ids=["not sent", "not JSON", "empty list", "undocumented status"],
)
def test_nothing(body: bytes | None, status: int) -> None:
    """A response without a readable list reveals no id."""
    assert not discovered(body, status).get(("sonarly", "campaignId"))


def test_missing_operation() -> None:
    """A link to an operation that the spec lacks reveals no id."""
    document = packaged_spec()
    document["paths"] = {
        path: item for path, item in document["paths"].items() if not path.endswith("{campaignId}")
    }
    routes = Validator(document, document).routes
    found = discovered(b'{"data": {"items": [{"id": "a"}]}}', routes=routes)

    assert not found.get(("sonarly", "campaignId"))


def test_configured() -> None:
    """A configured id is neither replaced nor extended."""
    configured = {**CONFIGURED, ("sonarly", "campaignId"): ["mine"]}
    found = discovered(b'{"data": {"items": [{"id": "a"}]}}', configured=configured)

    assert found[("sonarly", "campaignId")] == ["mine"]
