"""The validator finds nothing in responses that conform to the spec."""

import json
from dataclasses import replace

import httpx
import pytest
from campaignkit_fake import SAMPLE_ID, Fake

from tests.sampling import examples

from .exchanges import (
    CALLERS,
    CAMPAIGN,
    CAMPAIGNS,
    DELETE,
    EMPTY_DRAFT,
    GET,
    LEADS,
    LIST,
    ORGANIZATION,
    SONARLY,
    UNKNOWN,
    VALIDATOR,
    Change,
    ask,
    body,
    header,
    with_key,
    with_target,
)

HEALTHY = [
    (200, "GET", CAMPAIGNS, SONARLY),
    (200, "GET", CAMPAIGN, SONARLY),
    (200, "POST", f"{CAMPAIGN}/start", SONARLY),
    (200, "GET", f"{CAMPAIGN}/lead-status?leadIds={SAMPLE_ID},x,{SAMPLE_ID}", SONARLY),
    (200, "GET", f"{CAMPAIGN}/lead-status?leadIds=a%2Cb", SONARLY),
    (400, "GET", f"{CAMPAIGN}/lead-status", SONARLY),
    (400, "GET", f"{CAMPAIGNS}?page=2", SONARLY),
    (401, "GET", CAMPAIGNS, ""),
    (401, "GET", CAMPAIGNS, CALLERS),
    (403, "GET", CAMPAIGNS, "Bearer fake-sonarly-narrow"),
    (403, "POST", f"{CAMPAIGN}/start", "Bearer fake-sonarly-read"),
    (404, "GET", f"{CAMPAIGNS}/unknown", SONARLY),
    (404, "GET", "/v1/nothing", SONARLY),
    (404, "GET", f"/{CAMPAIGNS}", SONARLY),
    (405, "DELETE", f"{CAMPAIGN}/content-slots", SONARLY),
    (405, "GET", f"{CAMPAIGN}/start", SONARLY),
    (405, "HEAD", CAMPAIGNS, SONARLY),
    (422, "POST", f"{CAMPAIGNS}/{EMPTY_DRAFT}/start", SONARLY),
    (200, "GET", ORGANIZATION, CALLERS),
    (200, "GET", f"{ORGANIZATION}&campaignGroupId=c90000000000000000000001", CALLERS),
    (400, "GET", "/campaigns", CALLERS),
    (401, "GET", ORGANIZATION, ""),
    (403, "GET", ORGANIZATION, "fake-callers-other"),
    (404, "GET", "/campaigns?organizationId=unknown", CALLERS),
    (404, "GET", "/nothing", CALLERS),
    (405, "PUT", "/campaigns", CALLERS),
    (405, "HEAD", "/campaigns", CALLERS),
]


@pytest.mark.parametrize(("status", "method", "target", "key"), HEALTHY)
def test_healthy(fake: Fake, status: int, method: str, target: str, key: str) -> None:
    """Responses of the fake have no finding."""
    exchange = ask(fake, method, target, key)

    assert (exchange.status, VALIDATOR.validate(exchange)) == (status, [])


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(1, 1 + examples(full=5, sampled=2)))
def test_healthy_state(seed: int) -> None:
    """Responses of a fake with any seed have no finding, before and after starts."""
    fake = Fake(seed)
    ids = [
        item["id"] for item in json.loads(ask(fake, "GET", CAMPAIGNS).body or b"")["data"]["items"]
    ]
    exchanges = [ask(fake, "POST", f"{CAMPAIGNS}/{id_}/start") for id_ in ids]
    exchanges += [ask(fake, "GET", f"{CAMPAIGNS}/{id_}") for id_ in ids]
    leads = fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
    exchanges += [
        ask(fake, "GET", f"{CAMPAIGNS}/{id_}/lead-status?leadIds={','.join(leads)}") for id_ in ids
    ]

    assert {exchange.status for exchange in exchanges} == {200, 409, 422}
    assert [
        str(finding) for exchange in exchanges for finding in VALIDATOR.validate(exchange)
    ] == []


@pytest.mark.parametrize(("target", "key"), [(CAMPAIGNS, SONARLY), (ORGANIZATION, CALLERS)])
def test_healthy_limit(target: str, key: str) -> None:
    """A 429 needs no documentation, and its Retry-After can be read."""
    fake = Fake(rate=1)
    exchange = [ask(fake, "GET", target, key) for _ in range(2)][1]

    assert exchange.status == 429
    assert "Retry-After" in exchange.headers
    assert VALIDATOR.validate(exchange) == []


@pytest.mark.parametrize(
    ("request_", "change"),
    [
        (GET, body(lambda b: b["data"].update(description=None))),
        (LIST, body(lambda b: b["data"].update(items=[]))),
        (GET, header("content-type", "Application/JSON; charset=UTF-8")),
        (UNKNOWN, header("retry-after", "Fri, 31 Dec 2027 23:59:59 GMT")),
        (UNKNOWN, header("retry-after", "120")),
        (DELETE, header("allow", "get, HEAD, OPTIONS")),
        (GET, lambda e: replace(e, body=None)),
        (GET, lambda e: replace(e, method="HEAD", body=b"")),
        (GET, lambda e: replace(e, method="OPTIONS", status=204, body=b"")),
        (GET, with_key("bearer any-key")),
        (GET, lambda e: replace(with_key(None)(e), hidden_headers=frozenset({"authorization"}))),
        (
            GET,
            lambda e: replace(
                e, status=304, body=b"", request_headers=httpx.Headers({"If-None-Match": "x"})
            ),
        ),
        (LEADS, with_target(f"{CAMPAIGN}/lead-status?leadIds=a&leadIds=b")),
    ],
)
def test_no_false_alarm(fake: Fake, request_: tuple[str, str, str], change: Change) -> None:
    """Unusual and unknown values that the spec allows have no finding."""
    assert VALIDATOR.validate(change(ask(fake, *request_))) == []


@pytest.mark.parametrize(("page", "findings"), [("2e28", 0), ("1.0", 0), ("1.5", 1), ("x", 1)])
def test_number_in_other_form(fake: Fake, page: str, findings: int) -> None:
    """A server may accept an integer in a form that usual parsers read."""
    contacts = f"/campaigns/{SAMPLE_ID}/contacts"
    exchange = ask(fake, "GET", f"{contacts}?page=1", CALLERS)

    assert len(VALIDATOR.validate(with_target(f"{contacts}?page={page}")(exchange))) == findings
