"""Request tour: fixed requests whose responses are validated one by one.

Campaigns with edge cases, then each operation with the examples of the spec.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx
from campaignkit_contract.cases.preconditions import REQUIRED_CALLS
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.findings import Finding
from campaignkit_contract.spec.document import operation_nodes, packaged_spec
from campaignkit_contract.spec.examples import example_request
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST, START
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fault

from .mutant import MutantFake

_FULL, _READ, _NARROW, _SLOW = (
    f"Bearer fake-sonarly{kind}" for kind in ("", "-read", "-narrow", "-slow")
)
_CALLERS = "fake-callers"
_CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
_CAMPAIGN = f"{_CAMPAIGNS}/{SAMPLE_ID}"
_ROWS = f"{_CAMPAIGN}/lead-status"
_START = f"{_CAMPAIGN}/start"
_ACTIVE, _EMPTY = "ca0000000000000000000001", "ca0000000000000000000011"
_CALLS = f"/campaigns?organizationId={SAMPLE_ID}"


@dataclass(frozen=True)
class TourRequest:
    """One request of the tour."""

    method: str
    target: str
    authorization: str | None = _FULL
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault | None = None
    body: dict[str, Any] = field(default_factory=dict)
    """Keywords of httpx."""


TOUR = (
    # Documented successes.
    TourRequest("GET", _CAMPAIGNS),
    TourRequest("GET", _CAMPAIGN),
    TourRequest("GET", f"{_CAMPAIGNS}/{_ACTIVE}"),
    TourRequest("GET", f"{_ROWS}?leadIds={SAMPLE_ID},{UNKNOWN_ID}"),
    TourRequest("GET", _CALLS, _CALLERS),
    TourRequest("POST", _START),
    TourRequest("GET", _CAMPAIGN),
    TourRequest("GET", f"{_ROWS}?leadIds={SAMPLE_ID}"),
    # Rejected calls and unknown ids.
    TourRequest("POST", _START),
    TourRequest("POST", f"{_CAMPAIGNS}/{_EMPTY}/start"),
    TourRequest("GET", f"{_CAMPAIGNS}/{UNKNOWN_ID}"),
    TourRequest("GET", f"/v1/accounts/{UNKNOWN_ID}/campaigns"),
    TourRequest("GET", f"/campaigns?organizationId={UNKNOWN_ID}", _CALLERS),
    TourRequest("GET", _CALLS, "fake-callers-other"),
    TourRequest("POST", _START, _READ),
    *(
        TourRequest("GET", target, _NARROW)
        for target in (_CAMPAIGNS, _CAMPAIGN, f"{_ROWS}?leadIds=x")
    ),
    # Without a key, or with a malformed one.
    *(
        TourRequest("GET", target, None)
        for target in (_CAMPAIGNS, _CAMPAIGN, f"{_ROWS}?leadIds=x", _CALLS)
    ),
    *(
        TourRequest("GET", _CAMPAIGN, credential)
        for credential in ("fake-sonarly", "Basic fake-sonarly", "Bearer x")
    ),
    TourRequest("POST", _START, None),
    # Invalid requests.
    TourRequest("GET", _ROWS),
    TourRequest("GET", f"{_ROWS}?leadIds="),
    TourRequest("GET", f"{_ROWS}?leadIds=a,,b"),
    TourRequest("GET", f"{_CAMPAIGNS}?page=2"),
    TourRequest("GET", "/campaigns", _CALLERS),
    TourRequest("GET", f"{_CALLS}&page=2", _CALLERS),
    # Undeclared methods and paths.
    *(TourRequest(method, _CAMPAIGN) for method in ("DELETE", "PUT", "HEAD")),
    TourRequest("GET", _START),
    TourRequest("POST", "/campaigns", _CALLERS),
    TourRequest("GET", "/v1/nothing"),
    # Rate limits and failures.
    *(TourRequest("GET", _CAMPAIGN, _SLOW) for _ in range(2)),
    *(
        TourRequest(method, target, fault=Fault(operation=operation, status=status))
        for method, target, operation in (
            ("GET", _CAMPAIGNS, LIST),
            ("GET", _CAMPAIGN, GET),
            ("POST", _START, START),
            ("GET", f"{_ROWS}?leadIds=x", LEAD_STATUS),
        )
        for status in (500, 502)
    ),
    TourRequest("GET", _CALLS, _CALLERS, headers={"x-sub-organization-id": UNKNOWN_ID}),
    TourRequest(
        "GET", _CALLS, _CALLERS, fault=Fault(operation=CALLERS_LIST, status=429, retry_after="2")
    ),
)


_ORDER = ("GET", "POST", "PUT", "PATCH", "DELETE")


@cache
def examples() -> tuple[TourRequest, ...]:
    """Return a request for each operation, reads first and deletions last."""
    nodes = sorted(operation_nodes(packaged_spec()), key=lambda node: _ORDER.index(node.method))
    return tuple(request for node in nodes for request in _examples(node.id))


def _examples(operation_id: str) -> Iterator[TourRequest]:
    for name in (*REQUIRED_CALLS.get(operation_id, ()), operation_id):
        example = example_request(packaged_spec(), name).keywords()
        key = _FULL if example["url"].startswith("/v1") else _CALLERS
        target = str(httpx.URL(example["url"], params=example["params"] or None))
        body = {part: example[part] for part in sorted({"data", "files", "json"} & example.keys())}
        yield TourRequest(example["method"], target, key, example["headers"], body=body)


def first_finding(fake: MutantFake) -> Finding | None:
    """Return the first finding of the validator on the tour, or None."""
    validator = packaged_validator()
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        for request in (*TOUR, *examples()):
            if request.fault:
                fake.faults.add(request.fault)
            key = {"Authorization": request.authorization} if request.authorization else {}
            response = client.request(
                request.method, request.target, headers={**key, **request.headers}, **request.body
            )
            for finding in validator.validate(Exchange.from_httpx(response)):
                return finding
    return None
