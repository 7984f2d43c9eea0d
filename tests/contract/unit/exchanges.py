"""Exchanges with the fake, and changes that make them deviate from the spec."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

VALIDATOR = packaged_validator()
CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
CAMPAIGN = f"{CAMPAIGNS}/{SAMPLE_ID}"
ORGANIZATION = f"/campaigns?organizationId={SAMPLE_ID}"
EMPTY_DRAFT = "ca0000000000000000000011"
SONARLY, CALLERS = "Bearer fake-sonarly", "fake-callers"

Change = Callable[[Exchange], Exchange]


def ask(fake: Fake, method: str, target: str, key: str = SONARLY, **headers: str) -> Exchange:
    """Send a request to the fake and return the exchange."""
    sent = {"Authorization": key, **headers} if key else headers
    with httpx.Client(base_url="https://api.invalid", transport=fake.transport()) as client:
        return Exchange.from_httpx(client.request(method, target, headers=sent))


def body(edit: Callable[[Any], None]) -> Change:
    """Return a change of the JSON body."""

    def change(exchange: Exchange) -> Exchange:
        value = json.loads(exchange.body or b"")
        edit(value)
        return replace(exchange, body=json.dumps(value).encode())

    return change


def text(content: bytes) -> Change:
    """Return a change to this body."""
    return lambda exchange: replace(exchange, body=content)


def header(name: str, value: str | None) -> Change:
    """Return a change of a response header; None removes it."""

    def change(exchange: Exchange) -> Exchange:
        headers = httpx.Headers(
            [(key, value) for key, value in exchange.headers.items() if key != name]
        )
        return replace(
            exchange, headers=headers if value is None else httpx.Headers({**headers, name: value})
        )

    return change


def status(code: int) -> Change:
    """Return a change of the status."""
    return lambda exchange: replace(exchange, status=code)


def with_target(target: str) -> Change:
    """Return a change of the target of the request."""
    return lambda exchange: replace(exchange, target=target)


def with_key(credential: str | None) -> Change:
    """Return a change of the credential; None removes it."""
    headers = {"Authorization": credential} if credential is not None else {}
    return lambda exchange: replace(exchange, request_headers=httpx.Headers(headers))


def method(name: str) -> Change:
    """Return a change of the method."""
    return lambda exchange: replace(exchange, method=name)


def first(value: Any) -> Any:
    """Return the first campaign of a list."""
    return value["data"]["items"][0]


LIST, GET = ("GET", CAMPAIGNS, SONARLY), ("GET", CAMPAIGN, SONARLY)
LEADS = ("GET", f"{CAMPAIGN}/lead-status?leadIds={SAMPLE_ID}", SONARLY)
OTHERS, LOST = ("GET", ORGANIZATION, CALLERS), ("GET", "/v1/nothing", SONARLY)
DELETE = ("DELETE", f"{CAMPAIGN}/content-slots", SONARLY)
UNKNOWN = ("GET", f"{CAMPAIGNS}/unknown", SONARLY)
