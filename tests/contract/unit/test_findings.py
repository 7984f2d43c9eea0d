"""The validator reports each deviation under its own name, and nothing beside it."""

from dataclasses import replace

import pytest
from campaignkit_contract.findings import exit_code
from campaignkit_fake import FAULTS, Fake

from .exchanges import (
    CALLERS,
    CAMPAIGN,
    CAMPAIGNS,
    DELETE,
    GET,
    LEADS,
    LIST,
    LOST,
    ORGANIZATION,
    OTHERS,
    UNKNOWN,
    VALIDATOR,
    Change,
    ask,
    body,
    first,
    header,
    method,
    status,
    text,
    with_key,
    with_target,
)


def broken(*links: str) -> set[tuple[str, str, str]]:
    """Return the findings of links that cannot be followed."""
    return {("breaking", "links", link) for link in links}


ITEM = "/data/items/0"

FAULTY: dict[str, tuple[tuple[str, str, str], Change, set[tuple[str, str, str]]]] = {
    "missing field": (
        LIST,
        body(lambda b: first(b).pop("name")),
        {("breaking", "schema", ITEM)},
    ),
    "wrong type": (
        LIST,
        body(lambda b: first(b).update(name=5)),
        {("breaking", "schema", f"{ITEM}/name")},
    ),
    "wrong null": (
        GET,
        body(lambda b: b["data"].update(createdAt=None)),
        {("breaking", "schema", "/data/createdAt")},
    ),
    "bad date": (
        GET,
        body(lambda b: b["data"].update(createdAt="2026-01-05 09:00")),
        {("breaking", "schema", "/data/createdAt")},
    ),
    "object for a list": (
        OTHERS,
        text(b"{}"),
        {("breaking", "schema", ""), *broken("get", "contacts", "calls")},
    ),
    "callers' error": (
        ("GET", ORGANIZATION, ""),
        text(b'{"status": "fail"}'),
        {("breaking", "schema", "/status")},
    ),
    "extra field": (
        LIST,
        body(lambda b: first(b).update(owner="me")),
        {("additive", "schema", ITEM)},
    ),
    "extra field in the envelope": (
        GET,
        body(lambda b: b.update(took=3)),
        {("additive", "schema", "")},
    ),
    "extra field of callers": (
        OTHERS,
        body(lambda b: b[1]["callParams"].update(pace=1)),
        {("additive", "schema", "/1/callParams")},
    ),
    "extra field of an error": (
        ("GET", ORGANIZATION, ""),
        body(lambda b: b.update(code=7)),
        {("additive", "schema", "")},
    ),
    "new word": (
        LIST,
        body(lambda b: first(b).update(status="paused")),
        {("additive", "schema", f"{ITEM}/status")},
    ),
    "new word or null": (
        LEADS,
        body(lambda b: first(b).update(workflowStopReason="BORED")),
        {("additive", "schema", f"{ITEM}/workflowStopReason")},
    ),
    "no success": (
        GET,
        body(lambda b: b.update(success=False)),
        {("breaking", "schema", "/success"), ("breaking", "envelope", "/success")},
    ),
    "error in a success": (
        GET,
        body(lambda b: b.update(error={"code": "X", "message": "x"})),
        {("breaking", "schema", "/error"), ("breaking", "envelope", "/error")},
    ),
    "success without data": (
        LEADS,
        body(lambda b: b.pop("data")),
        {
            ("breaking", "schema", ""),
            ("breaking", "envelope", "/data"),
            *broken("approve", "discard"),
        },
    ),
    "failure with data": (
        UNKNOWN,
        body(lambda b: b.update(data={})),
        {("breaking", "schema", "/data"), ("breaking", "envelope", "/data")},
    ),
    "failure without error": (
        UNKNOWN,
        body(lambda b: b.update(error=None)),
        {("breaking", "schema", "/error"), ("breaking", "envelope", "/error")},
    ),
    "empty trace id": (
        GET,
        body(lambda b: b.update(traceId=" ")),
        {("breaking", "envelope", "/traceId")},
    ),
    "bare list": (
        LEADS,
        text(b"[]"),
        {
            ("breaking", "schema", ""),
            ("breaking", "envelope", ""),
            *broken("approve", "discard"),
        },
    ),
    "success that is a failure": (
        GET,
        status(404),
        {
            *{("breaking", "schema", f"/{name}") for name in ("success", "data", "error")},
            *{("breaking", "envelope", f"/{name}") for name in ("success", "data", "error")},
        },
    ),
    "undocumented status": (
        UNKNOWN,
        status(410),
        {("breaking", "status", "")},
    ),
    "undocumented status of callers": (
        ("GET", "/campaigns?organizationId=unknown", CALLERS),
        status(500),
        {("breaking", "status", "")},
    ),
    "undocumented success": (
        GET,
        status(202),
        {("breaking", "status", "")},
    ),
    "cached without a condition": (
        GET,
        status(304),
        {("breaking", "status", "")},
    ),
    "other content type": (
        GET,
        header("content-type", "text/html; charset=utf-8"),
        {("breaking", "content-type", "")},
    ),
    "no content type": (
        GET,
        header("content-type", None),
        {("breaking", "headers", "Content-Type")},
    ),
    "empty": (GET, text(b""), {("breaking", "body", "")}),
    "cut short": (GET, text(b'{"success": true, "da'), {("breaking", "body", "")}),
    "a name twice": (
        OTHERS,
        lambda exchange: replace(
            exchange, body=(exchange.body or b"").replace(b'"id"', b'"id": "1", "id"', 1)
        ),
        {("breaking", "body", "")},
    ),
    "no JSON": (OTHERS, text(b"[NaN]"), {("breaking", "body", "")}),
    "no UTF-8": (OTHERS, text(b'["\xff"]'), {("breaking", "body", "")}),
    "a body to HEAD": (LIST, method("HEAD"), {("breaking", "body", "")}),
    "unreadable Retry-After": (
        UNKNOWN,
        header("retry-after", "soon"),
        {("breaking", "headers", "Retry-After")},
    ),
    "no Allow": (DELETE, header("allow", None), {("breaking", "headers", "Allow")}),
    "no Allow where nothing is": (
        LOST,
        status(405),
        {("breaking", "headers", "Allow")},
    ),
    "Allow without the method": (
        DELETE,
        header("allow", "POST"),
        {("breaking", "headers", "Allow"), ("additive", "headers", "Allow")},
    ),
    "Allow of what was refused": (
        DELETE,
        header("allow", "GET, DELETE"),
        {("breaking", "headers", "Allow")},
    ),
    "Allow of more": (
        DELETE,
        header("allow", "GET, HEAD, OPTIONS, PATCH"),
        {("additive", "headers", "Allow")},
    ),
    "error form of a lost path": (
        LOST,
        body(lambda b: b.pop("traceId")),
        {("breaking", "schema", ""), ("breaking", "envelope", "/traceId")},
    ),
    "error form of another method": (
        DELETE,
        body(lambda b: b["error"].pop("code")),
        {("breaking", "schema", "/error")},
    ),
    "unknown path": (GET, with_target("/v1/nothing"), {("additive", "route", "")}),
    "unknown method": (GET, method("PUT"), {("additive", "route", "")}),
    "no key": (GET, with_key(None), {("breaking", "negative", "Authorization")}),
    "wrong scheme": (
        GET,
        with_key("Basic fake-sonarly"),
        {("breaking", "negative", "Authorization")},
    ),
    "bare key": (GET, with_key("fake-sonarly"), {("breaking", "negative", "Authorization")}),
    "no key of callers": (OTHERS, with_key(" "), {("breaking", "negative", "Authorization")}),
    "missing parameter": (
        OTHERS,
        with_target("/campaigns"),
        {("breaking", "negative", "query organizationId")},
    ),
    "wrong parameter": (
        LEADS,
        with_target(f"{CAMPAIGN}/lead-status?leadIds=a,,b"),
        {("breaking", "negative", "query leadIds")},
    ),
    "unknown parameter": (
        LIST,
        with_target(f"{CAMPAIGNS}?limit=2"),
        {("additive", "negative", "query limit")},
    ),
}


@pytest.mark.parametrize(("request_", "change", "expected"), FAULTY.values(), ids=FAULTY)
def test_faulty(
    fake: Fake,
    request_: tuple[str, str, str],
    change: Change,
    expected: set[tuple[str, str, str]],
) -> None:
    """A deviation is reported with its kind, check and location, and nothing else is."""
    found = VALIDATOR.validate(change(ask(fake, *request_)))

    assert {(finding.kind, finding.check, finding.location) for finding in found} == expected
    assert all(finding.message and finding.operation for finding in found)


def test_scripted_fault(fake: Fake) -> None:
    """The response of a fault is validated like any other."""
    fake.faults.add(FAULTS["HTML"])
    [found] = VALIDATOR.validate(ask(fake, *GET))

    assert str(found).startswith("breaking content-type: sonarly_campaigns_get: text/html")


def test_names_the_word(fake: Fake) -> None:
    """A message contains a new enumeration value, and no other value."""
    learnt = body(lambda b: b["data"].update(status="paused"))(ask(fake, *GET))
    wrong = body(lambda b: b["data"].update(name={"private": 1}))(ask(fake, *GET))

    long = body(lambda b: b["data"].update(status="private" * 9))(ask(fake, *GET))

    assert "private" not in VALIDATOR.validate(long)[0].message
    assert '"paused" is not one of' in VALIDATOR.validate(learnt)[0].message
    assert "private" not in VALIDATOR.validate(wrong)[0].message


def test_operation(fake: Fake) -> None:
    """The name of an exchange is its operation, never its raw path."""
    asked_ = [ask(fake, *request) for request in (GET, DELETE, LOST)]

    assert [VALIDATOR.operation_name(exchange) for exchange in asked_] == [
        "sonarly_campaigns_get",
        "DELETE /v1/accounts/{accountGroupId}/campaigns/{campaignId}/content-slots",
        "GET *",
    ]
    assert [VALIDATOR.has_path(exchange) for exchange in asked_] == [True, True, False]


def test_exit_code(fake: Fake) -> None:
    """Breaking drift outweighs additive drift."""
    [additive] = VALIDATOR.validate(body(lambda b: b.update(took=3))(ask(fake, *GET)))
    [breaking] = VALIDATOR.validate(status(410)(ask(fake, *UNKNOWN)))

    assert [exit_code(findings) for findings in ([], [additive], [additive, breaking])] == [0, 3, 1]
