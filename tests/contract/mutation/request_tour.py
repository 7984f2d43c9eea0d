"""A fixed tour of requests, whose answers are judged one by one.

Campaigns with probes of the edges, then each operation by the examples of the spec.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx
from campaignkit_contract.cases.preconditions import BEFORE
from campaignkit_contract.spec.examples import operations, sample, shipped_document
from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST, NOBODY, START
from campaignkit_contract.validator import Exchange, Finding, shipped_judge
from campaignkit_fake import SAMPLE_ID, Fault

from .mutant import Bent

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
class Stop:
    """One request of the tour."""

    method: str
    target: str
    authorization: str | None = _FULL
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault | None = None
    body: dict[str, Any] = field(default_factory=dict)
    """As httpx takes it."""


TOUR = (
    # What the documents describe.
    Stop("GET", _CAMPAIGNS),
    Stop("GET", _CAMPAIGN),
    Stop("GET", f"{_CAMPAIGNS}/{_ACTIVE}"),
    Stop("GET", f"{_ROWS}?leadIds={SAMPLE_ID},{NOBODY}"),
    Stop("GET", _CALLS, _CALLERS),
    Stop("POST", _START),
    Stop("GET", _CAMPAIGN),
    Stop("GET", f"{_ROWS}?leadIds={SAMPLE_ID}"),
    # What may not be, or is not.
    Stop("POST", _START),
    Stop("POST", f"{_CAMPAIGNS}/{_EMPTY}/start"),
    Stop("GET", f"{_CAMPAIGNS}/{NOBODY}"),
    Stop("GET", f"/v1/accounts/{NOBODY}/campaigns"),
    Stop("GET", f"/campaigns?organizationId={NOBODY}", _CALLERS),
    Stop("GET", _CALLS, "fake-callers-other"),
    Stop("POST", _START, _READ),
    *(Stop("GET", each, _NARROW) for each in (_CAMPAIGNS, _CAMPAIGN, f"{_ROWS}?leadIds=x")),
    # Without a key, or with one in another form.
    *(Stop("GET", each, None) for each in (_CAMPAIGNS, _CAMPAIGN, f"{_ROWS}?leadIds=x", _CALLS)),
    *(Stop("GET", _CAMPAIGN, each) for each in ("fake-sonarly", "Basic fake-sonarly", "Bearer x")),
    Stop("POST", _START, None),
    # Requests that are not valid.
    Stop("GET", _ROWS),
    Stop("GET", f"{_ROWS}?leadIds="),
    Stop("GET", f"{_ROWS}?leadIds=a,,b"),
    Stop("GET", f"{_CAMPAIGNS}?page=2"),
    Stop("GET", "/campaigns", _CALLERS),
    Stop("GET", f"{_CALLS}&page=2", _CALLERS),
    # Methods and paths that nobody has.
    *(Stop(each, _CAMPAIGN) for each in ("DELETE", "PUT", "HEAD")),
    Stop("GET", _START),
    Stop("POST", "/campaigns", _CALLERS),
    Stop("GET", "/v1/nothing"),
    # Limits and failures.
    *(Stop("GET", _CAMPAIGN, _SLOW) for _ in range(2)),
    *(
        Stop(method, target, fault=Fault(operation=operation, status=status))
        for method, target, operation in (
            ("GET", _CAMPAIGNS, LIST),
            ("GET", _CAMPAIGN, GET),
            ("POST", _START, START),
            ("GET", f"{_ROWS}?leadIds=x", LEAD_STATUS),
        )
        for status in (500, 502)
    ),
    Stop("GET", _CALLS, _CALLERS, headers={"x-sub-organization-id": NOBODY}),
    Stop("GET", _CALLS, _CALLERS, fault=Fault(operation=CALLERS_LIST, status=429, retry_after="2")),
)


_ORDER = ("GET", "POST", "PUT", "PATCH", "DELETE")


@cache
def examples() -> tuple[Stop, ...]:
    """Each operation by the examples of the spec, those last that leave least behind."""
    document = shipped_document()
    nodes = sorted(operations(document), key=lambda each: _ORDER.index(each[1]))
    return tuple(stop for _, _, node in nodes for stop in _examples(node["operationId"]))


def _examples(operation_id: str) -> Iterator[Stop]:
    for each in (*BEFORE.get(operation_id, ()), operation_id):
        made = sample(shipped_document(), each).keywords()
        key = _FULL if made["url"].startswith("/v1") else _CALLERS
        target = str(httpx.URL(made["url"], params=made["params"] or None))
        names = made.keys() & {"json", "data", "files"}
        body = {name: made[name] for name in sorted(names)}
        yield Stop(made["method"], target, key, made["headers"], body=body)


def first_finding(fake: Bent) -> Finding | None:
    """Go on the tour until the judge finds something."""
    judge = shipped_judge()
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        for stop in (*TOUR, *examples()):
            if stop.fault:
                fake.faults.add(stop.fault)
            key = {"Authorization": stop.authorization} if stop.authorization else {}
            response = client.request(
                stop.method, stop.target, headers={**key, **stop.headers}, **stop.body
            )
            for finding in judge.findings(Exchange.from_httpx(response)):
                return finding
    return None
