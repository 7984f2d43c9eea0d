"""Routes, keys, permissions, limits and parameters, as the spec has them."""

import copy
import json
from functools import cache
from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake, VirtualClock
from campaignkit_fake.engine.spec import shipped_spec

from .conftest import SPEC, Connect

CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
LEAD_STATUS = f"{CAMPAIGNS}/{SAMPLE_ID}/lead-status"
CALLERS = f"/campaigns?organizationId={SAMPLE_ID}"


def grown(**node: Any) -> Fake:
    """Return a fake of the spec with one more operation, for which it has no state rule."""
    return grown_by(json.dumps(node))


@cache
def grown_by(node: str) -> Fake:
    """Return a fake of the spec with this operation."""
    document: dict[str, Any] = copy.deepcopy(SPEC)
    document["paths"]["/v1/accounts/{accountGroupId}/campaigns/settings"] = {
        "put": {
            "operationId": "sonarly_settings_update",
            "security": [{"sonarlyKey": []}],
            "parameters": [{"$ref": "#/components/parameters/accountGroupId"}],
            "responses": {"200": {}},
            **json.loads(node),
        }
    }
    return Fake(document=document)


def test_read_once() -> None:
    """All fakes share one spec, which is read once."""
    shipped_spec.cache_clear()

    assert shipped_spec() is shipped_spec()


@pytest.mark.parametrize(
    "path",
    [
        "/v1/nothing",
        "/nothing",
        f"{CAMPAIGNS}/",
        f"/{CAMPAIGNS}",
        "/v1/accounts//campaigns",
        f"{CAMPAIGNS}/a/b",
    ],
)
def test_unknown_path(sonarly: httpx.Client, path: str) -> None:
    """A path that the spec does not have is a 404, however near it comes."""
    assert sonarly.get(f"https://api.invalid{path}").status_code == 404


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "OPTIONS"])
def test_wrong_method(sonarly: httpx.Client, method: str) -> None:
    """A method that the spec does not have is a 405 that names those it has."""
    response = sonarly.request(method, f"{CAMPAIGNS}/starter-templates")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET")


def test_encoded_slash_stays_in_segment(sonarly: httpx.Client) -> None:
    """An id with an encoded slash is one id."""
    response = sonarly.get(f"{CAMPAIGNS}/a%2Fstart")
    assert response.json()["error"]["message"] == "The account group has no such campaign."


@pytest.mark.parametrize(
    "authorization",
    ["Bearer wrong", "fake-sonarly", "Basic fake-sonarly", "Bearer fake-callers", "Bearer", ""],
)
def test_sonarly_key_is_needed(connect: Connect, authorization: str) -> None:
    """Anything but a Sonarly key after the word Bearer is a 401."""
    assert connect(authorization).get(CAMPAIGNS).status_code == 401


@pytest.mark.parametrize("authorization", ["wrong", "Bearer fake-callers", "fake-sonarly", ""])
def test_callers_key_is_needed(connect: Connect, authorization: str) -> None:
    """Anything but a bare Callers.ai key is a 401."""
    assert connect(authorization).get(CALLERS).status_code == 401


def test_missing_key(sonarly: httpx.Client) -> None:
    """A request without the header is a 401."""
    del sonarly.headers["Authorization"]
    assert sonarly.get(CAMPAIGNS).status_code == 401


def test_scheme_word_in_any_case(connect: Connect) -> None:
    """The word Bearer may be written in any case."""
    assert connect("bEARER fake-sonarly").get(CAMPAIGNS).status_code == 200


def test_permission_is_needed(connect: Connect) -> None:
    """A key that may only read cannot start, and reads."""
    client = connect("Bearer fake-sonarly-read")
    assert client.post(f"{CAMPAIGNS}/{SAMPLE_ID}/start").status_code == 403
    assert client.get(CAMPAIGNS).status_code == 200


def test_slow_key_must_wait(connect: Connect, campaignkit_clock: VirtualClock) -> None:
    """A key's requests are limited; Retry-After says when the next one passes."""
    client = connect("Bearer fake-sonarly-slow", to=Fake(clock=campaignkit_clock))
    assert client.get(CAMPAIGNS).status_code == 200
    refused = client.get(CAMPAIGNS)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1")
    campaignkit_clock.sleep(1)
    assert client.get(CAMPAIGNS).status_code == 200


def test_rate_limits_each_key(connect: Connect) -> None:
    """A rate of the fake holds for every key by itself, before parameters are looked at."""
    limited = Fake(rate=2, clock=VirtualClock())
    client, other = connect(to=limited), connect("Bearer fake-sonarly-read", to=limited)
    statuses = [client.get(f"{CAMPAIGNS}?unknown=1").status_code for _ in range(3)]
    assert statuses == [400, 400, 429]
    assert other.get(CAMPAIGNS).status_code == 200


@pytest.mark.parametrize(
    ("path", "details"),
    [
        (LEAD_STATUS, "leadIds: is required"),
        (f"{LEAD_STATUS}?leadIds=", 'leadIds: ""'),
        (f"{LEAD_STATUS}?leadIds=a,,b", 'leadIds: ""'),
        (f"{LEAD_STATUS}?leadIds=a&leadIds=b", "leadIds: is given more than once"),
        (f"{LEAD_STATUS}?leadIds=a&limit=1", "limit: is not a parameter of this operation"),
        (f"{LEAD_STATUS}?leadIds=%FF", "query: is not UTF-8"),
        (f"{CAMPAIGNS}/%FF", "campaignId: is not UTF-8"),
    ],
    ids=["missing", "empty", "empty item", "repeated", "unknown", "bytes in query", "in path"],
)
def test_parameter_is_refused(sonarly: httpx.Client, path: str, details: str) -> None:
    """A parameter that the spec does not allow is a 400 that says which and why."""
    response = sonarly.get(path)
    assert response.status_code == 400
    assert details in response.json()["error"]["details"]


def test_callers_names_parameter(callers: httpx.Client) -> None:
    """Callers.ai's 400 lists what is wrong as objects."""
    body = callers.get("/campaigns").json()
    assert body["data"] == [{"parameter": "organizationId", "message": "is required"}]


QUERIES: dict[str, tuple[dict[str, Any], str, str]] = {
    "integer": ({"type": "integer", "minimum": 1}, "7", "0"),
    "digits": ({"type": "integer"}, "-7", "9" * 5_000),
    "number": ({"type": "number"}, "1.5", "NaN"),
    "boolean": ({"type": "boolean"}, "true", "1"),
    "array": ({"type": "array", "items": {"type": "integer"}}, "1,2", "1,x"),
    "format": ({"type": "string", "format": "date-time"}, "2026-05-01T12:00:00Z", "yesterday"),
    "reference": ({"$ref": "#/components/schemas/TraceId", "maxLength": 2}, "ab", "abc"),
}
"""Schemas of parameters by name, each with a value that it allows and one that it does not."""


@pytest.mark.parametrize("name", QUERIES)
def test_query_has_type(connect: Connect, name: str) -> None:
    """A query value is read as the schema's type, or refused."""
    parameters = [
        {"name": each, "in": "query", "schema": schema} for each, (schema, _, _) in QUERIES.items()
    ]
    client = connect(to=grown(parameters=parameters))
    statuses = [
        client.put(f"{CAMPAIGNS}/settings", params={name: value}).status_code
        for value in QUERIES[name][1:]
    ]
    assert statuses == [501, 400]


BODY = {"content": {"application/json": {"schema": {"type": "object", "required": ["name"]}}}}


@pytest.mark.parametrize(
    ("content", "details"),
    [
        (b"", "body: is not JSON"),
        (b"{", "body: is not JSON"),
        (b"\xff", "body: is not JSON"),
        (b'{"name": "\\ud800"}', "body: is not JSON"),
        (b"[" * 100_000, "body: is not JSON"),
        (b"{}", 'body: "name" is a required property'),
    ],
    ids=["none", "cut", "bytes", "half a character", "deep", "invalid"],
)
def test_body_is_refused(connect: Connect, content: bytes, details: str) -> None:
    """A JSON body that the spec does not allow is a 400 that says why."""
    client = connect(to=grown(requestBody={**BODY, "required": True}))
    response = client.put(f"{CAMPAIGNS}/settings", content=content)
    assert (response.status_code, response.json()["error"]["details"]) == (400, details)


@pytest.mark.parametrize("content", [b"", b'{"name": "Ada"}'], ids=["none", "valid"])
def test_operation_without_rule(connect: Connect, content: bytes) -> None:
    """An operation that only the spec has is routed and validated, and then returns 501."""
    client = connect(to=grown(requestBody=BODY))
    response = client.put(f"{CAMPAIGNS}/settings", content=content)
    assert response.status_code == 501
    assert "Add it to RULES of a module in campaignkit_fake/sonarly/." in response.text
    assert "sonarly_settings_update" in response.json()["error"]["message"]


def test_operation_without_rule_is_guarded(connect: Connect) -> None:
    """An operation that only the spec has needs its key and permission like any other."""
    grown_fake = grown(**{"x-permission": "campaigns:write"})
    assert connect("wrong", to=grown_fake).put(f"{CAMPAIGNS}/settings").status_code == 401
    client = connect("Bearer fake-sonarly-read", to=grown_fake)
    assert client.put(f"{CAMPAIGNS}/settings").status_code == 403


def test_trace_ids_count(sonarly: httpx.Client) -> None:
    """Every response of Sonarly has another trace id, also a refusal."""
    traces = [sonarly.get(path).json()["traceId"] for path in (CAMPAIGNS, "/v1/nothing")]
    assert traces == ["7a0000000000000000000001", "7a0000000000000000000002"]


def test_keys_are_listed(fake: Fake) -> None:
    """The state has the keys and their permissions."""
    keys = fake.state()["keys"]
    assert keys.keys() == KEYS.keys()
    permissions = keys["fake-sonarly-read"]["permissions"]
    assert {permission.partition(":")[2] for permission in permissions} == {"read"}
