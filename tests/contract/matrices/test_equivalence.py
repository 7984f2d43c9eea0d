"""The matrix of equivalence covers every body, and detects values that are left out wrongly."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from campaignkit_contract.spec.fields import documented_default
from campaignkit_contract.stateful.matrices.equivalence import EQUIVALENCE
from campaignkit_fake.engine.errors import ApiError

from ..mutation.mutant import Mutant, RuleCall
from .runs import covered, disposable_findings, excluded, findings, sampled

STYLE = "sonarly_templates_create_writing_style"
CLONE = "callers_voices_clone"
VOICE = "callers_voices_create"
BULK = "callers_contacts_create_bulk"
ARCHIVE = "callers_contacts_archive_bulk"
SUB_ORGANIZATION = "callers_organizations_create_sub_organization"
IMPORT = "sonarly_prospecting_start"
SCAN = "sonarly_signals_start"
CONTACTS = "callers_contacts_list"


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(EQUIVALENCE, only=[*sampled(EQUIVALENCE, 8), CLONE]) == []


def test_coverage() -> None:
    """Every body has cells, and every parameter with a default."""
    assert set(excluded(EQUIVALENCE).values()) == {
        "it has no body, and no parameter with a default"
    }
    assert {CLONE, CONTACTS, SCAN} <= set(covered(EQUIVALENCE))


def test_items_without_a_field() -> None:
    """The objects of a list are sent without each of their optional fields."""
    sent: set[frozenset[str]] = set()

    def rule(call: RuleCall) -> Any:
        sent.update(frozenset(sample) for sample in call.arguments["body"]["samples"])
        return call.call_original()

    found_by(STYLE, rule)

    names = {"type", "message", "subject", "signalTag"}
    assert {frozenset(names - {name}) for name in names} <= sent


def found_by(operation: str, rule: Callable[[RuleCall], Any]) -> str:
    """Return the findings about an operation with another rule."""
    bug = Mutant("", "", [operation], rule=rule)
    return "\n".join(findings(EQUIVALENCE, bug, only=[operation]))


@pytest.mark.parametrize(
    ("operation", "name", "value"),
    [
        (VOICE, "subAccounts", True),
        (STYLE, "useStrictTemplate", False),
        (CLONE, "stability", 1.0),
    ],
)
def test_default(operation: str, name: str, value: object) -> None:
    """A field that is left out and has another value than its documented default is detected."""

    def rule(call: RuleCall) -> Any:
        return call.call_original(body={name: value, **call.arguments["body"]})

    assert f"{operation}: without {name}: has another result" in found_by(operation, rule)


def test_text_of_form() -> None:
    """The text "false" of a form that is taken for true is detected."""

    def rule(call: RuleCall) -> Any:
        body = call.arguments["body"]
        return call.call_original(body={**body, "subAccounts": "subAccounts" in body})

    assert f"{CLONE}: without subAccounts: has another result" in found_by(CLONE, rule)


def test_parameter() -> None:
    """A page without a size that has not the documented one is detected."""

    def rule(call: RuleCall) -> Any:
        return call.call_with({"perPage": 20, **call.arguments})

    found = found_by(CONTACTS, rule)

    assert f"{CONTACTS}: without perPage: has another result" in found
    assert 'spec: perPage "Maximum number of items in a page. The default is 50."' in found


def test_earlier_call() -> None:
    """A field that is left out and has the value of an earlier call is detected."""

    def rule(call: RuleCall) -> Any:
        last = call.memory.get("last", [])
        style = call.call_original(body={"includeRules": last, **call.arguments["body"]})
        call.memory["last"] = style["includeRules"]
        return style

    assert "shows the value of an earlier call" in found_by(STYLE, rule)


@pytest.mark.parametrize(
    ("operation", "is_refused", "cell"),
    [
        (CLONE, lambda body: "providerType" not in body, "no optional fields"),
        (IMPORT, lambda body: "postUrl" in body, "the example comments"),
        (IMPORT, lambda body: "leadListId" in body, "the example leadList"),
        (SUB_ORGANIZATION, lambda body: body.get("limits", 1) is None, "limits as null"),
        (
            "callers_organizations_sync",
            lambda body: body["limits"]["outgoingLimit"] is not None,
            "limits.outgoingLimit as number",
        ),
    ],
)
def test_form(operation: str, is_refused: Callable[[Any], bool], cell: str) -> None:
    """A documented form of a body that is refused is detected."""

    def rule(call: RuleCall) -> Any:
        if is_refused(call.arguments["body"]):
            raise ApiError(400, "The request is not valid.", details=[("body", "is not valid")])
        return call.call_original()

    assert f"{operation}: {cell}: returns 400" in found_by(operation, rule)


def test_repeated_id() -> None:
    """An id that is named twice and counted twice is detected; a refusal of it is not."""

    def count(call: RuleCall) -> Any:
        result = call.call_original()
        return {**result, "data": {"archivedCount": len(call.arguments["body"]["contactIds"])}}

    def refuse(call: RuleCall) -> Any:
        ids = call.arguments["body"].get("prospectIds", [])
        if len(ids) > len(set(ids)):
            raise ApiError(400, "The request is not valid.", details=[("prospectIds", "repeats")])
        return call.call_original()

    assert f"{ARCHIVE}: contactIds with an id twice: has another" in found_by(ARCHIVE, count)
    assert found_by(SCAN, refuse) == ""


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        ("sonarly_campaigns_create", "leadIds"),
        ("sonarly_templates_update_writing_style", "excludeRules"),
        ("sonarly_templates_update_value_proposition", "values"),
    ],
)
def test_empty_list(operation: str, name: str) -> None:
    """An empty list that is taken for absent is detected; its refusal is not."""

    def ignore(call: RuleCall) -> Any:
        body = call.arguments["body"]
        kept = {key: value for key, value in body.items() if key != name or value}
        return call.call_with({**call.arguments, "body": kept})

    def refuse(call: RuleCall) -> Any:
        if call.arguments["body"].get(name) == []:
            raise ApiError(400, "The request is not valid.", details=[(name, "is empty")])
        return call.call_original()

    assert f"{operation}: {name} empty: has the effect of" in found_by(operation, ignore)
    assert found_by(operation, refuse) == ""


def test_notation() -> None:
    """JSON that is taken otherwise in another notation is detected."""
    operation = "sonarly_audiences_create"

    def request(environ: dict[str, Any]) -> None:
        body = environ["wsgi.input"].read()
        if body.startswith(b"{\n"):
            fields = json.loads(body)
            fields.pop("description")
            body = json.dumps(fields).encode()
        environ["wsgi.input"] = type(environ["wsgi.input"])(body)
        environ["CONTENT_LENGTH"] = str(len(body))

    bug = Mutant("", "", [operation], request=request)
    [found] = findings(EQUIVALENCE, bug, only=[operation])

    assert f"{operation}: the same JSON in another notation: has another result" in found


def test_live() -> None:
    """A server that cannot be reset is checked too, unless it keeps what a check makes."""

    def rule(call: RuleCall) -> Any:
        return call.call_original(body={"archived": True, **call.arguments["body"]})

    operation = "callers_contacts_create"
    bug = Mutant("", "", [operation], rule=rule)

    assert "without archived" in "".join(disposable_findings(EQUIVALENCE, bug, only=[operation]))
    assert disposable_findings(EQUIVALENCE, only=[operation, CONTACTS]) == []


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("Stability. The default is 0.5. More.", 0.5),
        ("True if it is so (the default). Otherwise not.", True),
        ("If true, it is so.", False),
        ("Order. The default is ascending.", None),
        ("True if it is so.", None),
    ],
)
def test_documented_default(text: str, default: object) -> None:
    """The default is read from the description."""
    assert documented_default({"description": text}) == default
