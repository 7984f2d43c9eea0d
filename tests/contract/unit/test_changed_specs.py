"""The validator checks what a spec documents: links, headers, bodies and keys."""

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.spec.document import packaged_operations, packaged_spec
from campaignkit_contract.validator import Validator
from campaignkit_fake import Fake

from .exchanges import (
    CAMPAIGN,
    GET,
    LIST,
    ORGANIZATION,
    OTHERS,
    VALIDATOR,
    ask,
    header,
    text,
    with_target,
)

DOCUMENT = packaged_spec()
DOCUMENT["paths"] = {path: item for path, item in DOCUMENT["paths"].items() if "/campaigns" in path}


def changed(change: Callable[[dict[str, Any]], None]) -> Validator:
    """Return the validator of a changed spec. The change gets the 200 of a campaign."""
    document = copy.deepcopy(DOCUMENT)
    change(
        document["paths"]["/v1/accounts/{accountGroupId}/campaigns/{campaignId}"]["get"][
            "responses"
        ]["200"]
    )
    return Validator(document, document)


def linked(parameters: dict[str, str], operation: str = "sonarly_campaigns_get") -> Validator:
    """Return the validator of a spec with this link."""
    link = {"operationId": operation, "parameters": parameters}
    return changed(lambda response: response["links"].update(it=link))


@pytest.mark.parametrize(
    ("validator", "complaints"),
    [
        (linked({"campaignId": "$response.body#/data/id"}), []),
        (linked({"path.campaignId": "$request.path.campaignId"}), []),
        (linked({"campaignId": "at {$url} by {$method}, {$statusCode}"}), []),
        (linked({"campaignId": "constant"}), []),
        (linked({"campaignId": "$request.header.authorization"}), []),
        (
            linked({"campaignId": "$response.body#/data/key"}),
            ["$response.body#/data/key is missing from the exchange"],
        ),
        (
            linked({"campaignId": "$response.body#/data/id/x"}),
            ["$response.body#/data/id/x is missing from the exchange"],
        ),
        (
            linked({"campaignId": "$request.body#/id"}),
            ["$request.body#/id is missing from the exchange"],
        ),
        (
            linked({"campaignId": "$request.query.id"}),
            ["$request.query.id is missing from the exchange"],
        ),
        (
            linked({"campaignId": "$response.header.location"}),
            ["$response.header.location is missing from the exchange"],
        ),
        (linked({"campaignId": "$nonsense"}), ["$nonsense is missing from the exchange"]),
        (linked({"id": "x"}), ["fills id, which sonarly_campaigns_get does not have"]),
        (linked({}, "unknown"), ["leads to unknown, which the spec does not have"]),
    ],
)
def test_links(fake: Fake, validator: Validator, complaints: list[str]) -> None:
    """A link can be followed if its operation and its values exist."""
    found = validator.validate(ask(fake, *GET))

    assert [finding.message for finding in found] == complaints
    assert {(finding.kind, finding.check, finding.location) for finding in found} <= {
        ("breaking", "links", "it")
    }


@pytest.mark.parametrize(
    ("reference", "complaints"),
    [
        ("#/paths/~1campaigns/get", []),
        ("#/paths/~1nowhere/get", ["leads to #/paths/~1nowhere/get, which the spec does not have"]),
        ("https://other.example/spec.json#/paths/~1x/get", []),
    ],
    ids=["there", "nowhere", "another document"],
)
def test_referred(fake: Fake, reference: str, complaints: list[str]) -> None:
    """A link can refer to an operation by a pointer."""
    validator = changed(lambda response: response["links"].update(it={"operationRef": reference}))

    assert [finding.message for finding in validator.validate(ask(fake, *GET))] == complaints


def test_key_in_query(fake: Fake) -> None:
    """A key in the query is accepted there, and counts as documented."""
    document = copy.deepcopy(DOCUMENT)
    scheme = {"type": "apiKey", "in": "query", "name": "key"}
    document["components"]["securitySchemes"]["sonarlyKey"] = scheme
    validator = Validator(document, document)
    exchange = ask(fake, *GET)

    assert validator.validate(replace(exchange, target=f"{CAMPAIGN}?key=some")) == []
    assert [finding.check for finding in validator.validate(exchange)] == ["negative"]


@pytest.mark.parametrize(
    ("value", "is_required", "complaints"),
    [("7", True, 0), (None, False, 0), (None, True, 1), ("seven", False, 1)],
)
def test_documented_header(
    fake: Fake, value: str | None, is_required: bool, complaints: int
) -> None:
    """A documented header conforms to its schema, and exists if it is required."""
    node = {"required": is_required, "schema": {"type": "integer"}}
    validator = changed(lambda response: response.update(headers={"X-Left": node}))
    found = validator.validate(header("x-left", value)(ask(fake, *GET)))

    assert [(finding.check, finding.location) for finding in found] == [
        ("headers", "X-Left")
    ] * complaints


def test_undocumented_body(fake: Fake) -> None:
    """An undocumented body is additive drift."""
    [found] = changed(lambda response: response.pop("content")).validate(ask(fake, *GET))

    assert (found.kind, found.check) == ("additive", "body")


@pytest.mark.parametrize(
    ("sent", "complaints"),
    [
        *((b'{"n": 1}', 0), (None, 0), (b"", 1), (b"{", 1), (b'{"n": "one"}', 1)),
        *((b'\xef\xbb\xbf{"n": 1}', 0), (b'{"x": "\\ud800"}', 0), (b'{"n": NaN}', 1)),
    ],
)
def test_request_body(fake: Fake, sent: bytes | None, complaints: int) -> None:
    """An accepted request with an invalid body is a finding, but not if a parser may read it."""
    document = copy.deepcopy(DOCUMENT)
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}}
    operation = document["paths"]["/v1/accounts/{accountGroupId}/campaigns"]["get"]
    operation["requestBody"] = {
        "required": True,
        "content": {"application/json": {"schema": schema}},
    }
    found = Validator(document, document).validate(replace(ask(fake, *LIST), request_body=sent))

    assert [(finding.check, finding.location) for finding in found] == [
        ("negative", "body")
    ] * complaints


def test_optional_body(fake: Fake) -> None:
    """An optional body can be omitted, from the request and from the response."""
    document = copy.deepcopy(DOCUMENT)
    operation = document["paths"]["/v1/accounts/{accountGroupId}/campaigns"]["get"]
    operation["requestBody"] = {"content": {"application/json": {"schema": {}}}}
    del operation["responses"]["200"]["content"]
    exchange = text(b"")(ask(fake, *LIST))

    assert Validator(document, document).validate(exchange) == []


def test_other_media_type(fake: Fake) -> None:
    """A documented body that is not JSON is not parsed."""
    validator = changed(lambda response: response.update(content={"text/html": {}}))
    exchange = header("content-type", "text/html")(text(b"<p>")(ask(fake, *GET)))

    assert validator.validate(exchange) == []


def test_documented_request_header(fake: Fake) -> None:
    """A header of an accepted request has the documented form."""
    document = copy.deepcopy(DOCUMENT)
    parameters = document["paths"]["/campaigns"]["get"]["parameters"]
    schema = {"type": "integer"}
    parameters.append({"name": "X-Left", "in": "header", "schema": schema})
    parameters.append({"name": "session", "in": "cookie", "schema": schema})
    exchange = ask(fake, *OTHERS, **{"X-Left": "many"})
    [found] = Validator(document, document).validate(exchange)

    assert (found.check, found.location) == ("negative", "header X-Left")


def test_exploded_query(fake: Fake) -> None:
    """Beside an exploded object, no query parameter is undocumented: its properties have names."""
    document = copy.deepcopy(DOCUMENT)
    filters = {
        "name": "filters",
        "in": "query",
        "schema": {"type": "object"},
        "style": "deepObject",
    }
    document["paths"]["/campaigns"]["get"]["parameters"].append(filters)
    exchange = with_target(f"{ORGANIZATION}&filters[a]=1")(ask(fake, *OTHERS))

    assert Validator(document, document).validate(exchange) == []


def test_no_general_error() -> None:
    """Without a documented 401, an error of an unknown path cannot be checked."""
    path = {"get": {"operationId": "shop_list", "tags": ["shop"], "responses": {"200": {}}}}
    document = {
        "openapi": "3.1.0",
        "servers": [{"url": "https://x.invalid"}],
        "paths": {"/a": path},
    }
    exchange = Exchange("PUT", "/a", 404, httpx.Headers(), b"")

    assert Validator(document, document).validate(exchange) == []


def test_operations() -> None:
    """Operations are found by id, and know their documented statuses."""
    node = packaged_operations()["sonarly_campaigns_list"]
    [operation] = [
        operation
        for route in VALIDATOR.routes.all
        for operation in route.operations.values()
        if operation.id == node.id
    ]

    assert (node.method, node.vendor) == ("GET", "sonarly")
    assert operation.statuses == set(map(int, node.node["responses"]))


@pytest.mark.parametrize("code", [502, 504])
def test_gateway_status(fake: Fake, code: int) -> None:
    """A gateway may fail any request, with an undocumented page."""
    exchange = replace(ask(fake, "GET", "/v1/accounts"), status=code, body=b"<html>")

    assert VALIDATOR.validate(exchange) == []


@pytest.mark.parametrize(("content_type", "is_reported"), [("html", False), ("json", True)])
def test_unavailable(fake: Fake, content_type: str, is_reported: bool) -> None:
    """A 503 in HTML is the page of a gateway; in JSON it is of the server, and undocumented."""
    headers = httpx.Headers({"Content-Type": f"x/{content_type}"})
    exchange = replace(ask(fake, "GET", "/v1/accounts"), status=503, headers=headers)

    checks = {finding.check for finding in VALIDATOR.validate(exchange)}

    assert ("status" in checks) is is_reported
