"""The matrix of errors covers every operation and detects errors in a wrong form."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.matrices.errors import ERRORS
from campaignkit_fake.callers.campaigns import CallersCampaigns
from campaignkit_fake.engine.errors import ApiError
from werkzeug import Request, Response

from ..mutation.mutant import Mutant, RuleCall, write
from .rules import keep_success
from .runs import covered, disposable_findings, findings, sampled

pytestmark = pytest.mark.expects_contract_violation("bugs in the fake")

RENAME = "sonarly_audiences_rename_folder"
GET = "sonarly_campaigns_get"


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(ERRORS, only=sampled(ERRORS, 24)) == []


def test_coverage() -> None:
    """Every operation has cells."""
    assert sorted(covered(ERRORS)) == sorted(packaged_operations())


def test_unknown_word() -> None:
    """A failure for a word that a field may have some day is detected."""

    def rule(call: RuleCall) -> Any:
        {"on_demand": 1, "monitoring": 2}[call.arguments["body"]["type"]]
        return call.call_original()

    operation = "sonarly_audiences_create"
    found = found_by(Mutant("", "", [operation], rule=rule), operation)

    assert "an invalid request: returns 500, expected 400" in found
    assert "type as an unknown word" in found


def found_by(bug: Mutant, operation: str) -> str:
    """Return the findings about an operation of the fake with a bug."""
    return "\n".join(findings(ERRORS, bug, only=[operation]))


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("Traceback (most recent call last): x", "a stack trace"),
        ("at Folder.rename (folders.js:12:3)", "a stack trace"),
        ("SELECT id FROM folders", "SQL"),
        ("duplicate key value violates unique constraint", "a database message"),
        ("open /srv/app/config.yaml", "a path of the server"),
        ("connect ECONNREFUSED 10.0.3.7:5432", "an internal address"),
        ("the key fake-sonarly is not valid", "an API key"),
    ],
)
def test_internals(message: str, problem: str) -> None:
    """An error that shows something internal is detected."""

    def respond(_: Request, response: Response) -> None:
        body = json.loads(response.get_data())
        body["error"]["message"] = message
        write(response, body)

    bug = Mutant("", "", [RENAME], statuses=[404], response=respond)

    assert f"404: it contains {problem}" in found_by(bug, RENAME)


def changed_error(change: Callable[[Any], None]) -> Callable[[Request, Response], None]:
    """Return a bug that changes the body of errors."""

    def respond(_: Request, response: Response) -> None:
        body = json.loads(response.get_data())
        change(body)
        write(response, body)

    return respond


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda body: body.update(traceId="1"), "the trace id is that of another response"),
        (lambda body: body["error"].update(code="BAD"), "is BAD, expected VALIDATION_ERROR"),
        (lambda body: body["error"].update(message=""), "the code or the message is empty"),
        (lambda body: body.update(data={}), "/data"),
    ],
)
def test_form(change: Callable[[Any], None], problem: str) -> None:
    """An error in another form than the documented one is detected."""
    bug = Mutant("", "", [RENAME], statuses=[400], response=changed_error(change))

    assert problem in found_by(bug, RENAME)


def test_empty_message() -> None:
    """An error of Callers.ai with an empty message is detected."""
    bug = Mutant(
        "", "", response=changed_error(lambda body: body.update(message="")), statuses=[404]
    )

    assert "404: the message is empty" in found_by(bug, "callers_contacts_get")


def test_headers() -> None:
    """A charset, a date and an Allow that are wrong are detected."""

    def respond(_: Request, response: Response) -> None:
        response.headers["Content-Type"] = "application/json; charset=latin-1"
        response.headers["Date"] = "today"
        response.headers["Allow"] = "POST"

    found = found_by(Mutant("", "", response=respond, statuses=[404, 405]), GET)

    assert "404: the charset is latin-1, expected UTF-8" in found
    assert "404: the header Date cannot be read" in found
    assert "OPTIONS: lacks a declared method in Allow" in found


def test_accepted() -> None:
    """An invalid body that is accepted is detected, and so is its effect."""

    def request(environ: dict[str, Any]) -> None:
        body = environ["wsgi.input"].read()
        if b'"name"' not in body:
            body = b'{"name": "Nothing"}'
        environ["wsgi.input"] = type(environ["wsgi.input"])(body)
        environ["CONTENT_LENGTH"] = str(len(body))

    found = found_by(Mutant("", "", [RENAME], request=request), RENAME)

    assert "an invalid request: returns 200, expected 400: without name (spec: 400" in found
    assert "rejected calls: sonarly_audiences_navigation shows a change" in found


def test_failure() -> None:
    """A body that makes the server fail is detected."""

    def respond(request: Request, response: Response) -> None:
        if b"NaN" in request.get_data() or b"\xef\xbb\xbf" in request.get_data():
            response.status_code = 500

    found = found_by(Mutant("", "", [RENAME], response=respond), RENAME)

    assert "an invalid request: returns 500, expected 400: NaN" in found


def test_conflict() -> None:
    """A second call with an undocumented status is detected."""
    operation = "sonarly_campaigns_start"

    def respond(_: Request, response: Response) -> None:
        response.status_code = 423

    bug = Mutant("", "", [operation], statuses=[409], response=respond)

    assert "a second call: returns 423, which is not documented" in found_by(bug, operation)


def test_preflight() -> None:
    """A preflight that trusts every origin, and a HEAD that fails, are detected."""

    def respond(request: Request, response: Response) -> None:
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin", "")
            response.headers["Access-Control-Allow-Credentials"] = "true"
        if request.method == "HEAD":
            response.status_code = 500

    found = found_by(Mutant("", "", response=respond, statuses=[405]), GET)

    assert "a preflight: trusts any origin with credentials" in found
    assert "HEAD: returns 500" in found


def changed_json(change: Callable[[Any], None]) -> Callable[[dict[str, Any]], None]:
    """Return a bug that changes JSON bodies before they are validated."""

    def request(environ: dict[str, Any]) -> None:
        data = environ["wsgi.input"].read()
        with suppress(ValueError, TypeError, AttributeError, KeyError):
            body = json.loads(data)
            change(body)
            data = json.dumps(body).encode()
        environ["wsgi.input"] = type(environ["wsgi.input"])(data)
        environ["CONTENT_LENGTH"] = str(len(data))

    return request


@pytest.mark.parametrize(
    ("operation", "change", "cell"),
    [
        (
            "sonarly_messages_respond",
            lambda body: body["channel"] == "inmail" and body.setdefault("subject", "Hello"),
            "without subject, which another field needs",
        ),
        (
            "sonarly_prospecting_start",
            lambda body: body and body.setdefault("searchUrl", "https://example.com"),
            "no field that one kind of body needs",
        ),
        (
            "callers_contacts_create_bulk",
            lambda body: [row.setdefault("name", "Ada") for row in body["contacts"]],
            "contacts: without name",
        ),
    ],
)
def test_condition(operation: str, change: Callable[[Any], None], cell: str) -> None:
    """A body is detected that is accepted without what another field, or an item, needs."""
    found = found_by(Mutant("", "", [operation], request=changed_json(change)), operation)

    assert f", expected 400: {cell}" in found


def test_invalid_form() -> None:
    """A form with a text instead of a number that is accepted is detected."""
    operation = "callers_voices_clone"

    def request(environ: dict[str, Any]) -> None:
        data = environ["wsgi.input"].read().replace(b"high", b"0.75")
        environ["wsgi.input"] = type(environ["wsgi.input"])(data)

    found = found_by(Mutant("", "", [operation], request=request), operation)

    assert "an invalid request: returns 200, expected 400: stability as high" in found


@pytest.mark.parametrize(
    ("sign", "cell"),
    [
        (b"form-data\r\n\r\nx", "a part without a name"),
        (b"multipart/form-data", "a form without a boundary"),
    ],
)
def test_encoding_of_form(sign: bytes, cell: str) -> None:
    """A form in another encoding that makes the server fail is detected."""
    operation = "callers_voices_clone"

    def respond(request: Request, response: Response) -> None:
        content_type = request.headers.get("Content-Type", "").encode()
        if sign == content_type or sign in request.get_data():
            response.status_code = 500

    found = found_by(Mutant("", "", [operation], response=respond), operation)

    assert f"an invalid request: returns 500, expected 400: {cell}" in found


def test_effect_on_parent() -> None:
    """A call with an unknown id that changes the parent is detected."""
    operation = "callers_memories_create_by_phone_number"

    def rule(call: RuleCall) -> Any:
        try:
            return call.call_original()
        except ApiError:
            call.store[CallersCampaigns].by_id[call.campaign_id]["name"] = "Another"
            raise

    found = found_by(Mutant("", "", [operation], rule=rule), operation)

    assert "rejected calls: callers_campaigns_get shows a change" in found


def test_unknown_after_success() -> None:
    """An unknown id that is accepted after a success is detected."""
    operation = "callers_memories_delete_all"

    found = found_by(Mutant("", "", [operation], rule=keep_success), operation)

    assert "an unknown contactId after a success: returns 200, expected 404" in found


def test_denied() -> None:
    """A success that says that nothing was done is detected."""
    operation = "callers_organizations_sync"
    bug = Mutant("", "", [operation], statuses=[200], response=changed_error(deny))

    assert "a usual call: returns 200, and says that it was not applied" in found_by(bug, operation)


def deny(body: Any) -> None:
    """Change the outcome of a call."""
    body["success"] = False


def test_empty_list() -> None:
    """An empty list that makes the server fail is detected."""
    operation = "callers_contacts_create_bulk"

    def rule(call: RuleCall) -> Any:
        return call.arguments["body"]["contacts"][0] and call.call_original()

    found = found_by(Mutant("", "", [operation], rule=rule), operation)

    assert "an invalid request: returns 500, expected 400: contacts as an empty list" in found


def test_unknown_parameter() -> None:
    """On a server without reset, a parameter that no page names shows the form of a 400."""

    def respond(_: Request, response: Response) -> None:
        write(response, {})

    bug = Mutant("", "", [GET], statuses=[400], response=respond)
    found = "\n".join(disposable_findings(ERRORS, bug, only=[GET]))

    assert "400: " in found
    assert "an unknown parameter" in found
