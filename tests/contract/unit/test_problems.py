"""Findings with one cause are one problem, with its request, its response and its source."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.findings import Finding
from campaignkit_contract.report.curl import curl_line
from campaignkit_contract.report.problems import Problems
from campaignkit_contract.report.redaction import body_excerpt, mask_personal, mask_text
from campaignkit_contract.spec.sources import source_of
from campaignkit_fake import Fake

from .exchanges import GET, LIST, VALIDATOR, ask

NULL_NAME = Finding("breaking", "schema", "/data/name", "null is not", "sonarly_campaigns_get")
NULL_NAME_LISTED = replace(
    NULL_NAME, location="/data/items/3/name", operation="sonarly_campaigns_list"
)
ADDED = Finding("additive", "schema", "/data", "'x' was unexpected", "sonarly_campaigns_get")
BASE_URL = "https://api.example"


def exchange(**changes: Any) -> Exchange:
    """Return an exchange with a campaign of the fake."""
    return replace(ask(Fake(), *GET), **changes)


def problems(*findings: Finding) -> Problems:
    """Return the problems behind findings about one exchange."""
    found = Problems(VALIDATOR.routes, f"{BASE_URL}/")
    for finding in findings:
        found.add_finding(finding, exchange())
    return found


def test_one_cause() -> None:
    """A shared property that is wrong in several operations is one problem, first seen first."""
    [problem] = problems(NULL_NAME, NULL_NAME_LISTED, NULL_NAME)

    assert problem.operations == ["sonarly_campaigns_get", "sonarly_campaigns_list"]
    assert problem.extent == "seen 3 times, also in sonarly_campaigns_list"
    assert problem.title == ("breaking schema: sonarly_campaigns_get at /data/name: null is not")
    assert problem.id == next(iter(problems(NULL_NAME_LISTED))).id


def test_title() -> None:
    """An operation that the message names is not named twice."""
    found, name = problems(), "sonarly_audiences_get"
    for message in (f"{name}, other: it is wrong", "a list is wrong"):
        found.add_failure("stateful check", "pages matrix", message, operation=name)

    [problem] = found
    assert {shown.title for shown in (problem, *problem.also)} == {
        f"breaking pages matrix: {name}, other: it is wrong",
        f"breaking pages matrix: {name}: a list is wrong",
    }


def test_other_causes() -> None:
    """Another area, place, message or check is another cause; breaking ones come first."""
    area = replace(NULL_NAME, operation="sonarly_audiences_get")
    place = replace(NULL_NAME, location="/data/description")
    message = replace(NULL_NAME, message="is missing")
    found = problems(ADDED, ADDED, NULL_NAME, area, place, message)

    assert len(found) == 5
    assert [problem.kind for problem in found] == ["breaking"] * 4 + ["additive"]
    assert len({problem.id for problem in found}) == 5


def test_operations() -> None:
    """The same failure of several operations is one problem, which names them all."""
    found = Problems(VALIDATOR.routes)
    for operation in ("sonarly_campaigns_get", "callers_voices_update"):
        message = f"{operation} returns 200 to no credential"
        found.add_failure("stateful check", "credentials", message, operation=operation)
    [problem] = found

    assert problem.operations == ["sonarly_campaigns_get", "callers_voices_update"]
    assert problem.title.endswith("sonarly_campaigns_get returns 200 to no credential")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("item 507f1f77bcf86cd799439011 is gone", "item 507f1f77bcf86cd799439012 is gone"),
        ('"a" is not one of "b"', '"c" is not one of "b"'),
        ("5 of 6 rows", "7 of 9 rows"),
    ],
    ids=["ids", "texts", "numbers"],
)
def test_values(first: str, second: str) -> None:
    """Messages that differ in values only have one cause."""
    found = problems(replace(ADDED, message=first), replace(ADDED, message=second))

    assert len(found) == 1


def test_lines() -> None:
    """A problem says what is wrong, what is demanded, what was sent and what came."""
    [problem] = problems(NULL_NAME)
    title, extent, demanded, sent, received = problem.lines

    assert title == f"{problem.title} [{problem.id}]"
    assert extent == "seen once"
    assert demanded == "demanded: Name of the campaign. (sonarly/campaigns-get (documented))"
    assert sent.startswith(f"sent: curl -X GET {BASE_URL}/v1/accounts/")
    assert sent.endswith('-H "Authorization: Bearer $SONARLY_API_KEY"')
    assert received.startswith('received 200: {"success": true, "data": {"id": ')


def test_failure() -> None:
    """A failure without an exchange or an operation has neither evidence nor a source."""
    found = Problems(VALIDATOR.routes)
    found.add_failure("coverage", "coverage", "x is not covered")
    [problem] = found

    assert problem.lines == [
        f"breaking coverage: x is not covered [{problem.id}]",
        "seen once",
    ]
    assert not found.has_breaking("sonarly_campaigns_get", frozenset({"schema"}))
    assert problems(NULL_NAME).has_breaking("sonarly_campaigns_get", frozenset({"schema"}))


@pytest.mark.parametrize(
    ("target", "operation"), [(None, "sonarly_campaigns_get"), ("/v1/nothing", "")]
)
def test_operation_of_failure(target: str | None, operation: str) -> None:
    """A failure without an operation belongs to that of its exchange."""
    found = Problems(VALIDATOR.routes)
    sent = exchange(target=target or exchange().target, request_headers=httpx.Headers())
    found.add_failure("stateful check", "some check", "x differs", exchange=sent)
    [problem] = found

    assert "".join(problem.operations) == operation
    assert problem.evidence
    assert "Authorization" not in problem.evidence.curl


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        (None, "(not recorded)"),
        (b"<p>ada@engines.example</p>\x1b", "<p>***</p>\\x1b"),
        (b'{"a": "%s"}' % (b"x" * 700), '{"a": "' + "x" * 593 + "..."),
        (b"\xff", "\ufffd"),
    ],
    ids=["unknown", "text", "long", "not UTF-8"],
)
def test_excerpt(body: bytes | None, excerpt: str) -> None:
    """An excerpt has at most 600 characters, all of them printable."""
    assert body_excerpt(body) == excerpt


def test_personal_data() -> None:
    """Texts about people are masked; ids, states, moments and error codes stay."""
    body = {
        "firstName": "Ada",
        "phoneNumber": "+12025550142",
        "items": [{"id": "507f1f77bcf86cd799439011", "note": "met her", "messages": ["hello"]}],
        "createdAt": "2026-03-11T10:12:57.000Z",
        "status": "draft",
        "count": 3,
        "data": {"company": "call +1 (202) 555-0142"},
        "error": {"code": "VALIDATION_ERROR", "message": "ada@engines.example is taken"},
        "name": None,
    }

    assert mask_personal(body) == {
        "firstName": "***",
        "phoneNumber": "***",
        "items": [{"id": "507f1f77bcf86cd799439011", "note": "***", "messages": ["hello"]}],
        "createdAt": "2026-03-11T10:12:57.000Z",
        "status": "draft",
        "count": 3,
        "data": {"company": "call ***"},
        "error": {"code": "VALIDATION_ERROR", "message": "*** is taken"},
        "name": None,
    }


@pytest.mark.parametrize(
    "text", ["507f1f77bcf86cd799439011", "2026-03-11 10:12", "page 25 of 120", "v1.2.3"]
)
def test_kept_text(text: str) -> None:
    """Ids, moments and counts are not phone numbers."""
    assert mask_text(text) == text


@pytest.mark.parametrize(
    ("operation", "location", "sentence"),
    [
        ("sonarly_campaigns_list", "/data/items/0/name", "Name of the campaign."),
        ("sonarly_campaigns_get", "/data", "Campaign without its workflow definition."),
        ("sonarly_campaigns_get", "/nothing/x", "Returns metadata of the campaign"),
        ("sonarly_campaigns_get", "", "Returns metadata of the campaign"),
    ],
)
def test_source(operation: str, location: str, sentence: str) -> None:
    """A place in a response leads to its description, else to that of the operation."""
    found, source = source_of(operation, location)

    assert found.startswith(sentence)
    assert source.endswith("(documented)")


def test_unknown_source() -> None:
    """An operation that the spec lacks has no source."""
    assert source_of("GET *", "/data") == ("", "")


def test_evidence_of_list() -> None:
    """The first exchange of a problem stays its evidence."""
    found = Problems(VALIDATOR.routes)
    first, second = exchange(), ask(Fake(), *LIST)
    match = VALIDATOR.routes.match(first.path)
    found.add_finding(NULL_NAME, first)
    found.add_finding(NULL_NAME, second)
    [problem] = found

    assert match
    assert problem.evidence
    assert problem.evidence.curl == curl_line(first, "", match[0])


@pytest.mark.parametrize("name", ["publicIdentifier", "about", "signature", "defaultSubject"])
def test_personal_text(name: str) -> None:
    """The name in the address of a profile is masked, and so is what people wrote."""
    assert mask_personal({name: "noa-levi-9011"}) == {name: "***"}
