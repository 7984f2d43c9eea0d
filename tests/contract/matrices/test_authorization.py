"""The matrix of authorization covers every operation and detects keys that may too much."""

import json
from dataclasses import replace
from typing import Any

import httpx
import pytest
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.matrices.authorization import AUTHORIZATION
from campaignkit_contract.targets.earlier_reads import EarlierReads
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.voices import Voices
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audiences
from werkzeug import Request, Response

from ..mutation.mutant import Environ, Mutant, MutantFake, RuleCall, write
from .rules import keep_success, rename_on_refusal
from .runs import covered, findings, sampled


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(AUTHORIZATION, only=sampled(AUTHORIZATION, 24)) == []


def test_coverage() -> None:
    """Every operation has cells."""
    assert sorted(covered(AUTHORIZATION)) == sorted(packaged_operations())


def reader_deletes(environ: Environ) -> None:
    """Let the read-only key delete."""
    name = "HTTP_AUTHORIZATION"
    environ[name] = environ.get(name, "").replace("-read", "")


def test_read_only_key() -> None:
    """A read-only key that can write is detected, and so is the change."""
    operation = "sonarly_templates_delete_value_proposition"
    found = findings(
        AUTHORIZATION, Mutant("", "", [operation], request=reader_deletes), only=[operation]
    )

    assert any("a read-only key: returns 200, expected 403" in line for line in found)
    assert any("rejected calls: sonarly_templates_list_value" in line for line in found)


@pytest.mark.parametrize(
    ("option", "problem"),
    [
        ("page", "a key of another customer, for the second page: returns 200"),
        ("statuses", "an id of another customer, with filters: returns 200"),
    ],
)
def test_options(option: str, problem: str) -> None:
    """A list that checks the key only without an option is detected."""
    operation = "callers_contacts_list"

    def rule(call: RuleCall) -> Any:
        try:
            return call.call_original()
        except ApiError:
            if call.arguments.get(option):
                return []
            raise

    found = findings(AUTHORIZATION, Mutant("", "", [operation], rule=rule), only=[operation])

    assert any(problem in line for line in found)


@pytest.mark.parametrize(
    ("operation", "kind", "name", "read"),
    [
        ("callers_memories_create", Contacts, "contactId", "callers_contacts_get"),
        ("callers_voices_update", Voices, "id", "callers_voices_update"),
    ],
)
def test_effect_elsewhere(operation: str, kind: Any, name: str, read: str) -> None:
    """A rejected call that changes what it names, which another area or no read shows, is found."""

    def rule(call: RuleCall) -> Any:
        try:
            return call.call_original()
        except ApiError:
            if record := call.store[kind].by_id.get(call.arguments[name]):
                getattr(record, "fields", record)["name"] = "Another"
            raise

    found = findings(AUTHORIZATION, Mutant("", "", [operation], rule=rule), only=[operation])

    assert any(f"rejected calls: {read} shows a change" in line for line in found)


def test_rejected_after_success() -> None:
    """A response to a permitted call that others get too is detected."""
    operation = "sonarly_templates_delete_value_proposition"
    found = findings(
        AUTHORIZATION, Mutant("", "", [operation], rule=keep_success), only=[operation]
    )

    assert any("a key of another customer: returns 200, expected 403" in line for line in found)


def test_effect_in_another_area() -> None:
    """A rejected call of an area without updates that changes something elsewhere is detected."""
    operation = "sonarly_prospecting_cancel"
    found = findings(
        AUTHORIZATION, Mutant("", "", [operation], rule=rename_on_refusal), only=[operation]
    )

    assert any("rejected calls: sonarly_audiences_list shows a change" in line for line in found)


def test_rejected_and_applied() -> None:
    """A rejected write that is applied is detected."""
    operation = "sonarly_audiences_delete"

    def respond(_: Request, response: Response) -> None:
        response.status_code = 403
        error = {"code": "FORBIDDEN", "message": "No.", "details": None}
        write(response, {"success": False, "data": None, "error": error, "traceId": "1"})

    bugs = [
        Mutant("", "", [operation], request=reader_deletes),
        Mutant("", "", [operation], statuses=[200], response=respond),
    ]

    assert "shows a change" in "".join(findings(AUTHORIZATION, *bugs, only=[operation]))


@pytest.mark.parametrize("operation", ["callers_calls_webhook_payload", "sonarly_campaigns_get"])
def test_cached_across_keys(operation: str) -> None:
    """A read that a key without permission gets directly after another key is detected."""

    def rule(call: RuleCall) -> object:
        name = str(call.arguments)
        if name not in call.memory:
            call.memory[name] = call.call_original()
        return call.memory[name]

    found = findings(AUTHORIZATION, Mutant("", "", [operation], rule=rule), only=[operation])

    assert "a key of another customer: returns 200, expected 40" in "".join(found)


def test_other_account_group() -> None:
    """An audience that can be read below another account group is detected."""
    operation = "sonarly_audiences_get"

    def rule(call: RuleCall) -> object:
        audience = call.store[Audiences].by_id.get(call.arguments["audienceId"])
        if audience is None:
            return call.call_original()
        return call.call_original(accountGroupId=audience.account_group_id)

    [found] = findings(AUTHORIZATION, Mutant("", "", [operation], rule=rule), only=[operation])

    assert "an id of another parent: returns 200, expected 403 or 404" in found


def test_other_campaign() -> None:
    """A contact that can be archived below another campaign is detected."""
    operation = "callers_contacts_archive"

    def rule(call: RuleCall) -> object:
        contact = call.store[Contacts].by_id.get(call.arguments["contactId"])
        if contact is None:
            return call.call_original()
        return call.call_original(campaignId=contact.fields["campaignId"])

    found = findings(AUTHORIZATION, Mutant("", "", [operation], rule=rule), only=[operation])

    assert "an id of another parent: returns 200, expected 403 or 404" in "".join(found)


def test_disclosure() -> None:
    """An error that differs between unknown resources and those of others is detected."""
    operation = "sonarly_prospecting_get"

    def respond(request: Request, response: Response) -> None:
        body = json.loads(response.get_data())
        if "ffffffff" not in request.environ["REQUEST_URI"]:
            body["error"]["message"] = "Belongs to another account group."
        write(response, body)

    bug = Mutant("", "", [operation], statuses=[404], response=respond)
    found = findings(AUTHORIZATION, bug, only=[operation])

    assert "an id of another parent: differs from an unknown id" in "".join(found)


def test_any_sub_organization() -> None:
    """A sub-organization that is not checked is detected."""
    operation = "callers_memories_list"

    def request(environ: Environ) -> None:
        environ.pop("HTTP_X_SUB_ORGANIZATION_ID", None)

    found = findings(AUTHORIZATION, Mutant("", "", [operation], request=request), only=[operation])

    assert len(found) == 2
    assert all("sub-organization" in line for line in found)


def test_rejected_owner() -> None:
    """A key with permission that is rejected is detected, with the sentence of the spec."""
    operation = "callers_calls_list"

    def respond(_: Request, response: Response) -> None:
        response.status_code = 403
        write(response, {"status": "error", "message": "No."})

    found = findings(
        AUTHORIZATION,
        Mutant("", "", [operation], statuses=[200], response=respond),
        only=[operation],
    )

    assert (
        'callers_calls_list: a key with every permission: returns 403, expected 200 (spec: 200 "A '
        'page of calls"; callers/openapi-2025, earlier-documents)'
    ) in found


@pytest.mark.expects_contract_violation("it accepts a call without a key")
def test_customer_of_another_key() -> None:
    """An organization that every key can read is detected."""
    operation = "callers_organizations_get"

    def rule(call: RuleCall) -> object:
        return call.memory.setdefault("first", call.call_original())

    def request(environ: Environ) -> None:
        environ["HTTP_AUTHORIZATION"] = "fake-callers"

    found = findings(AUTHORIZATION, Mutant("", "", [operation], rule=rule), only=[operation])
    assert "a key of another customer: shows the organizationId of the first customer" in found[0]
    found = findings(AUTHORIZATION, Mutant("", "", [operation], request=request), only=[operation])
    assert any("no credential: returns 200, expected 401" in line for line in found)


def test_previous_customer() -> None:
    """A read that shows what another key has just read is detected."""
    operation = "callers_organizations_get"

    def rule(call: RuleCall) -> object:
        shown = call.memory.get("previous") or call.call_original()
        call.memory["previous"] = call.call_original()
        return shown

    fake = MutantFake(Mutant("", "", [operation], rule=rule))
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        reads = EarlierReads()
        target = replace(fake_target(client), reset_server=None, earlier_reads=reads)
        target.ask(operation)
        target.ask(operation, key="fake-callers-other")
        reads.begin_check()
        found = list(AUTHORIZATION.findings(target, [operation]))

    assert "a key of another customer: shows the organizationId of the first" in "".join(found)


def test_foreign_group() -> None:
    """A campaign group of others that is rejected with a 403 is detected."""
    operation = "callers_campaign_groups_get"

    def respond(_: Request, response: Response) -> None:
        response.status_code = 403

    bug = Mutant("", "", [operation], statuses=[404], response=respond)

    found = "\n".join(findings(AUTHORIZATION, bug, only=[operation]))

    assert "a key of another customer: returns 403, expected 404" in found


@pytest.mark.expects_contract_violation("it accepts a key in another header")
def test_key_in_another_header() -> None:
    """A sync that takes the API key of a customer is detected."""
    operation = "callers_organizations_sync"

    def request(environ: Environ) -> None:
        if environ.get("HTTP_AUTHORIZATION"):
            environ["HTTP_X_SYNC_SECRET"] = "fake-sync"

    found = findings(AUTHORIZATION, Mutant("", "", [operation], request=request), only=[operation])

    assert any("only the header Authorization: returns 200" in line for line in found)
