"""The matrix of fidelity covers every body that is shown, and detects changed values."""

import html
import json
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from campaignkit_contract.stateful.matrices.text_fidelity import TEXT_FIDELITY
from campaignkit_fake.callers.voices import Voices
from campaignkit_fake.engine.errors import ApiError
from werkzeug import Request, Response

from ..mutation.mutant import Mutant, RuleCall, write
from .runs import covered, excluded, findings, sampled

STYLE = "sonarly_templates_update_writing_style"


def changed_texts(change: Callable[[str], str | None]) -> Callable[[RuleCall], Any]:
    """Return a rule that stores changed texts of a body."""

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: changed(item) for name, item in value.items()}
        if isinstance(value, list):
            return [changed(item) for item in value]
        return change(value) if isinstance(value, str) else value

    return lambda call: call.call_original(body=changed(call.arguments["body"]))


def found_by(operation: str, rule: Callable[[RuleCall], Any]) -> str:
    """Return the findings about an operation with another rule."""
    bug = Mutant("", "", [operation], rule=rule)
    return "\n".join(findings(TEXT_FIDELITY, bug, only=[operation]))


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(TEXT_FIDELITY, only=sampled(TEXT_FIDELITY, 4)) == []


def test_coverage() -> None:
    """Every JSON body with a field that a response shows has cells."""
    reasons = excluded(TEXT_FIDELITY)

    assert {name for name, reason in reasons.items() if reason != "it has no body"} == {
        "callers_contacts_archive_bulk",
        "callers_organizations_add_phone_numbers",
        "callers_organizations_sync",
        "sonarly_audiences_move_leads",
        "sonarly_audiences_move_to_folder",
        "sonarly_campaigns_update_content_slot",
        "sonarly_messages_respond",
        "sonarly_prospecting_start",
        "sonarly_signals_start",
    }
    assert len(covered(TEXT_FIDELITY)) + len(reasons) == 76


@pytest.mark.parametrize(
    ("operation", "change", "label"),
    [
        ("sonarly_audiences_update", str.strip, "spaces around"),
        ("sonarly_audiences_rename_folder", html.escape, "HTML"),
        ("callers_memories_create", lambda text: text[:255], "a long text"),
        ("callers_contacts_create", lambda text: text.replace("\r\n", "\n"), "lines"),
        ("callers_voices_update", str.casefold, "capitals"),
        (STYLE, lambda text: unicodedata.normalize("NFC", text), "combining characters"),
        (
            "sonarly_templates_update_value_proposition",
            lambda text: "".join(letter for letter in text if letter < "\U00010000"),
            "characters of four bytes",
        ),
    ],
)
def test_text(operation: str, change: Callable[[str], str], label: str) -> None:
    """A text that is changed when it is stored is detected."""
    assert f"{operation}: {label}: is changed" in found_by(operation, changed_texts(change))


def test_list() -> None:
    """A list without its repeated items is detected."""

    def rule(call: RuleCall) -> Any:
        body = call.arguments["body"]
        rules = list(dict.fromkeys(body.get("includeRules", ())))
        return call.call_original(body={**body, "includeRules": rules})

    assert f"{STYLE}: repeated items: is changed" in found_by(STYLE, rule)


def test_boolean() -> None:
    """A value that is ignored if it is false is detected."""

    def rule(call: RuleCall) -> Any:
        body = call.arguments["body"]
        return call.call_original(body={name: item for name, item in body.items() if item})

    assert f"{STYLE}: false: is changed" in found_by(STYLE, rule)


def test_only_in_list() -> None:
    """A text that only the list shows otherwise is detected."""
    listing = "sonarly_templates_list_writing_styles"

    def respond(_: Request, response: Response) -> None:
        body = json.loads(response.get_data())
        for item in body["data"]["items"]:
            item["name"] = item["name"].replace("&", "&amp;")
        write(response, body)

    bug = Mutant("", "", [listing], statuses=[200], response=respond)
    [found] = findings(TEXT_FIDELITY, bug, only=[STYLE])

    assert f"{STYLE}: HTML: is changed: {listing} shows another name" in found


@pytest.mark.expects_contract_violation("a body of a success with another status")
def test_crash() -> None:
    """A text that makes the server fail is detected; a refusal is not."""

    def respond(request: Request, response: Response) -> None:
        if b"DROP TABLE" in request.get_data():
            response.status_code = 500
        if b"padded" in request.get_data():
            response.status_code = 422

    bug = Mutant("", "", ["sonarly_audiences_rename_folder"], response=respond)
    found = findings(TEXT_FIDELITY, bug, only=["sonarly_audiences_rename_folder"])

    assert [line.partition(" (")[0] for line in found] == [
        "sonarly_audiences_rename_folder: SQL: returns 500, expected a success or a refusal"
    ]


def test_bounds() -> None:
    """A text of the documented maximum length that is refused is detected."""
    operation = "callers_memories_create"

    def rule(call: RuleCall) -> object:
        if len(call.arguments["body"]["text"]) == 5_000:
            raise ApiError(400, "The text is too long.", details=[("text", "is too long")])
        return call.call_original()

    assert "text of 5000 characters: is refused" in found_by(operation, rule)


def test_form() -> None:
    """A zero in a form that is taken as missing is detected, and so is a lost one."""

    def without_zeros(name: str) -> Callable[[RuleCall], Any]:
        def rule(call: RuleCall) -> Any:
            body = call.arguments["body"]
            return call.call_original(
                body={key: value for key, value in body.items() if key != name or value}
            )

        return rule

    operation = "callers_voices_clone"

    for name in ("stability", "speed"):
        found = found_by(operation, without_zeros(name))
        assert f"{operation}: zero: is changed: the response shows another {name}" in found


def test_only_in_update() -> None:
    """A field that is lost after the creation is detected, if only an update shows it."""

    def rule(call: RuleCall) -> object:
        voices = deepcopy(call.call_original())
        for voice in call.store[Voices].by_id.values():
            voice["settings"] = {}
        return voices

    found = found_by("callers_voices_create", rule)

    assert "several names: is changed: callers_voices_update shows another settings" in found


def test_repeated_objects() -> None:
    """A list of objects that loses equal ones is detected."""
    operation = "sonarly_templates_update_writing_style"

    def rule(call: RuleCall) -> Any:
        body = {**call.arguments["body"]}
        samples = body.get("samples", [])
        body["samples"] = [item for at, item in enumerate(samples) if item not in samples[:at]]
        return call.call_original(body=body)

    found = findings(TEXT_FIDELITY, Mutant("", "", [operation], rule=rule), only=[operation])

    assert f"{operation}: repeated items: is changed" in "".join(found)


def test_known_value_of_nullable_field() -> None:
    """A known value that a response shows as null is detected."""

    def rule(call: RuleCall) -> object:
        style = call.call_original()
        style["contentType"] = None
        return style

    operation = "sonarly_templates_create_writing_style"
    found = "\n".join(
        findings(TEXT_FIDELITY, Mutant("", "", [operation], rule=rule), only=[operation])
    )

    assert "the value email: is changed" in found
