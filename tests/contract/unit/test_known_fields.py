"""Comparisons see only the fields that the spec names."""

import json
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.known_fields import with_known_fields
from campaignkit_contract.validator import packaged_validator

CAMPAIGNS = "/v1/accounts/507f1f77bcf86cd799439011/campaigns"


def known(body: Any, path: str = CAMPAIGNS, status: int = 200) -> Any:
    """Return the body of a response as comparisons see it."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    exchange = Exchange("GET", path, status, httpx.Headers(), data)
    seen = with_known_fields(exchange, packaged_validator().routes)
    return seen.body if isinstance(body, bytes) else json.loads(seen.body or b"null")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"traceId": "t", "new": 1}, {"traceId": "t"}),
        (
            {"data": {"items": [{"id": "a", "new": {}}, {"id": "b"}, 7]}},
            {"data": {"items": [{"id": "a"}, {"id": "b"}, 7]}},
        ),
        ({"data": {"items": [{"id": "a"}]}}, {"data": {"items": [{"id": "a"}]}}),
        ({"data": None}, {"data": None}),
        ([1], [1]),
        ({"data": [{"new": 1}]}, {"data": [{"new": 1}]}),
        ({"data": {"items": {"new": 1}}}, {"data": {"items": {"new": 1}}}),
    ],
)
def test_fields(body: Any, expected: Any) -> None:
    """Fields that the spec does not name are left out, at any depth."""
    assert known(body) == expected


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000])
def test_no_json(body: bytes) -> None:
    """A body that cannot be read stays as it is."""
    assert known(body) == body


@pytest.mark.parametrize(("path", "status"), [(CAMPAIGNS, 404), ("/unknown", 200)])
def test_other_responses(path: str, status: int) -> None:
    """Errors and responses of unknown paths stay as they are."""
    assert known({"new": 1}, path, status) == {"new": 1}


def test_open_object() -> None:
    """An object in which the spec allows every field keeps all of them."""
    routes = packaged_validator().routes
    [path] = [
        route.template.replace("{callId}", "c")
        for route in routes.all
        for operation in route.operations.values()
        if operation.id == "callers_calls_webhook_payload"
    ]
    path = path.replace("{campaignId}", "c").replace("{id}", "c")

    assert known({"variables": {"any": 1}, "new": 2}, path)["variables"] == {"any": 1}
