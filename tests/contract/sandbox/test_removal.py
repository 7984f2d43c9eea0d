"""What a run has made is removed even if the server fails or its responses are wrong."""

import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from campaignkit_contract.sandbox import Ledger, Sandbox
from campaignkit_contract.sandbox.values import Texts, first_number
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.outcomes import CheckFailed
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake

_LIST, _CREATE, _DELETE = (f"sonarly_audiences_{name}" for name in ("list", "create", "delete"))
_MOVE = "sonarly_audiences_move_leads"
Change = Callable[[httpx.Request, httpx.Response], httpx.Response]


@dataclass
class ChangedTransport(httpx.BaseTransport):
    """Transport of a fake that changes responses."""

    fake: Fake
    change: Change = field(default=lambda _, response: response)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the changed response."""
        response = self.fake.transport().handle_request(request)
        response.read()
        return self.change(request, response)


@pytest.fixture
def transport(fake: Fake) -> ChangedTransport:
    """Return a transport that a test can change."""
    return ChangedTransport(fake)


@pytest.fixture
def changed(fake: Fake, transport: ChangedTransport) -> Iterator[Sandbox]:
    """Return a sandbox behind that transport."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as control:
        target = fake_target(control)
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        target.client, target.reset_server = client, None
        yield Sandbox(target, run_id="test")


def names(fake: Fake) -> list[str]:
    """Return the names of the audiences that runs have made."""
    state: dict[str, Any] = fake.state()
    return [id_ for id_ in state["audiences"] if id_ > "a00000000000000000000020"]


def fails(method: str, status: int, text: str = "") -> Change:
    """Return a change of every response to a method."""

    def change(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        is_changed = request.method == method and text in str(request.url)
        return httpx.Response(status) if is_changed else response

    return change


@pytest.mark.expects_contract_violation("a creation has no readable response")
@pytest.mark.parametrize("status", [500, 201])
def test_unclear_creation(
    fake: Fake, transport: ChangedTransport, changed: Sandbox, status: int
) -> None:
    """What an unclear creation made is found by its name."""
    before = names(fake)
    transport.change = fails("POST", status)
    with pytest.raises((CheckFailed, ValueError)):
        changed.make("sonarly audienceId")
    assert len(names(fake)) == len(before) + 1
    transport.change = fails("", 0)
    changed.close()

    assert names(fake) == before
    assert changed.removal.failures == {}


@pytest.mark.expects_contract_violation("a server fails")
@pytest.mark.parametrize(("method", "status"), [("DELETE", 500), ("DELETE", 403)])
def test_failed_removal(
    fake: Fake, transport: ChangedTransport, changed: Sandbox, method: str, status: int
) -> None:
    """A removal that fails is reported, and its entry stays open for the next attempt."""
    audience = changed.make("sonarly audienceId")
    transport.change = fails(method, status)
    changed.close()
    assert changed.removal.failures == {f"sonarly audienceId {audience.id}": f"status {status}"}
    transport.change = fails("", 0)
    changed.close()

    assert audience.id not in fake.state()["audiences"]
    assert [*changed.ledger.open_entries()] == []


@pytest.mark.expects_contract_violation("a server fails")
@pytest.mark.parametrize(("status", "failures"), [(500, 1), (429, 1), (403, 0)])
def test_unreadable_list(
    transport: ChangedTransport, changed: Sandbox, status: int, failures: int
) -> None:
    """Without a list an unclear creation stays open, unless the list itself is absent."""
    transport.change = fails("POST", 500)
    with pytest.raises(CheckFailed):
        changed.make("sonarly audienceId")
    transport.change = fails("GET", status)
    changed.close()

    assert len(changed.removal.failures) == failures


@pytest.mark.expects_contract_violation("a server fails")
def test_list_read_once(transport: ChangedTransport, changed: Sandbox) -> None:
    """A list in which several unclear creations are looked for is read once."""
    transport.change = fails("POST", 500)
    for _ in range(2):
        changed.target.ask("sonarly_audiences_create")
    transport.change, before = fails("", 0), len(changed.target.exchanges)
    changed.close()
    sent = changed.target.exchanges[before:]

    assert [(item.method, item.status) for item in sent].count(("GET", 200)) == 1
    assert changed.removal.failures == {}


@pytest.mark.expects_contract_violation("a server fails")
def test_unknown_parent(transport: ChangedTransport, changed: Sandbox) -> None:
    """An unclear creation in a parent that does not exist has made nothing."""
    transport.change = fails("POST", 500)
    changed.target.ask("callers_memories_create", {"contactId": UNKNOWN_ID})
    transport.change = fails("GET", 500)
    changed.close()

    assert changed.removal.failures == {}


def test_no_response(transport: ChangedTransport, changed: Sandbox) -> None:
    """A server that is gone leaves the entry open."""
    changed.make("sonarly audienceId")

    def change(request: httpx.Request, _: httpx.Response) -> httpx.Response:
        raise httpx.ConnectError("gone", request=request)

    transport.change = change
    changed.close()

    assert [*changed.removal.failures.values()] == ["no response"]


def test_foreign_id(fake: Fake, transport: ChangedTransport, changed: Sandbox) -> None:
    """An id that existed before is never taken for the run's own, even if a creation returns it."""
    before = fake.state()["audiences"].keys()
    [foreign, *_] = before

    def change(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        body = response.json()
        if request.method == "POST":
            body["data"]["id"] = foreign
        return httpx.Response(response.status_code, json=body)

    transport.change = change
    changed.make("sonarly audienceId")
    changed.close()

    assert fake.state()["audiences"].keys() == before


def test_started(sandbox: Sandbox, fake: Fake) -> None:
    """A started campaign is stopped before it is deleted."""
    call = sandbox.call_values("sonarly_campaigns_start")
    sandbox.target.data("sonarly_campaigns_start", **call.values)
    sandbox.close()

    assert call.values["campaignId"] not in fake.state()["campaigns"]
    assert sandbox.removal.failures == {}


def test_scattered_leads(sandbox: Sandbox, target: Target, fake: Fake) -> None:
    """Leads return to their audience even if one of them is somewhere else."""
    [source] = target.named["sonarly audienceId"]
    before = sorted(fake.state()["audiences"][source]["leadIds"])
    audience = sandbox.audience_with_leads(2)
    [first, _] = target.data("sonarly_audiences_prospects", **audience.values)["items"]
    target.may_write = False  # A user moves it, not the run.
    target.sandbox = None
    body = {"json": {"targetAudienceId": source, "leadIds": [first["id"]]}}
    target.ask("sonarly_audiences_move_leads", audience.values, body=body)
    target.may_write, target.sandbox = True, sandbox
    sandbox.close()

    assert sorted(fake.state()["audiences"][source]["leadIds"]) == before


def test_kept(sandbox: Sandbox) -> None:
    """What no operation removes is kept, and named before the run."""
    folder = sandbox.make("sonarly folderId")
    sandbox.close()

    assert sandbox.removal.kept == [f"sonarly folderId {folder.id}"]
    assert any("sonarly_audiences_create_folder" in line for line in sandbox.leftovers())
    assert any("only archives" in line for line in sandbox.leftovers())
    assert not any("sub-organization: " in line for line in sandbox.leftovers())
    sandbox.target.disposable = ["callers"]
    assert any("sub-organization: " in line for line in sandbox.leftovers())


def test_taken_numbers() -> None:
    """A phone number that a contact has is not used; without a free one the check ends."""
    texts = Texts("marker", 79_999)

    assert texts.phone_number(lambda _: False) == "+19995550199"
    assert texts.phone_number(lambda number: number == "12005550100") == "+12005550101"
    with pytest.raises(LookupError, match="is taken"):
        texts.phone_number(lambda _: True)


@pytest.mark.parametrize("run_id", ["89115a", "0014b9", "zzzzzz"])
def test_first_number(run_id: str) -> None:
    """No run begins near the first numbers, which the contacts of the fake have."""
    assert 10_000 <= first_number(run_id) < 70_000


def test_keys() -> None:
    """Each idempotency key is another one, and shows which run sent it."""
    texts = Texts("marker", 1)

    assert (texts.key(), texts.key()) == ("marker 1", "marker 2")


def test_ledger(tmp_path: Any) -> None:
    """A ledger is read as it was written, also if its last line is incomplete."""
    ledger = Ledger(tmp_path / "folder" / "ledger")
    ledger.begin("https://api.invalid", "marker")
    entry = ledger.plan("sonarly_audiences_create", {"a": "b"}, kind="sonarly audienceId")
    ledger.update(entry, "made", "id")
    with ledger.path.open("a") as file:  # type: ignore[union-attr]
        file.write(json.dumps({"number": 0, "state": "removed", "id": "id"})[:-5])
    found = Ledger.load(tmp_path / "folder" / "ledger")

    assert (found.header, found.entries) == (ledger.header, [entry])


@pytest.mark.expects_contract_violation("a response is not JSON")
def test_unreadable_creation(fake: Fake, transport: ChangedTransport, changed: Sandbox) -> None:
    """What was made is found by its name if the response of its creation is not JSON."""
    before, call = names(fake), changed.call_values(_CREATE)

    def change(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        is_made = request.method == "POST"
        return httpx.Response(201, text="<html>", request=request) if is_made else response

    transport.change = change
    changed.target.ask(_CREATE, call.values, body=call.body)

    assert len(names(fake)) == len(before) + 1
    changed.close()
    assert names(fake) == before


@pytest.mark.expects_contract_violation("a creation has no readable response")
def test_unusual_body(fake: Fake, transport: ChangedTransport, changed: Sandbox) -> None:
    """What a body made that is sent as text is found by the name in it."""
    before, call = names(fake), changed.call_values(_CREATE)
    transport.change = fails("POST", 500)
    text = json.dumps(call.json)[:-1] + ', "x": 1e400}'
    headers = {"Content-Type": "application/json"}
    body = {"content": text.encode()}
    changed.target.ask(_CREATE, call.values, body=body, extra_headers=headers)
    assert len(names(fake)) == len(before) + 1
    transport.change = fails("", 0)
    changed.target.ask(_CREATE, call.values, body={"content": b"{"}, extra_headers=headers)
    changed.close()

    assert names(fake) == before


def test_undo_of_foreign(sandbox: Sandbox, target: Target, fake: Fake) -> None:
    """A move between audiences of others is not sent back."""
    target.data("sonarly_audiences_list")
    values = {"audienceId": "a00000000000000000000001"}
    json = {"targetAudienceId": "a00000000000000000000002", "leadIds": []}
    undo = {"operation": _MOVE, "values": values, "json": json}
    entry = sandbox.ledger.plan(_MOVE, values, undo=undo)
    sandbox.close()

    assert entry.state == "removed"
    assert _MOVE not in fake.state()["requests"]


@pytest.mark.expects_contract_violation("a server fails")
def test_failed_undo(transport: ChangedTransport, changed: Sandbox) -> None:
    """A move that cannot be sent back is reported, and the audience with the leads stays."""
    audience = changed.audience_with_leads(1)
    transport.change = fails("POST", 500, "/move")
    changed.close()

    assert changed.removal.failures == {
        _MOVE: "status 500",
        f"sonarly audienceId {audience.id}": "a call with it could not be undone",
    }
    transport.change = fails("", 0)
    changed.close()
    assert [*changed.ledger.open_entries()] == []
    assert changed.removal.failures == {}


def test_no_name(sandbox: Sandbox, fake: Fake) -> None:
    """A rejected creation without a name has nothing to find."""
    entry = sandbox.ledger.plan(_CREATE, {}, kind="sonarly audienceId")
    sandbox.close()

    assert entry.state == "removed"
    assert _LIST not in fake.state()["requests"]


def test_taken_name(changed: Sandbox) -> None:
    """A rejected creation with the name of something made does not remove it before its time."""
    target = changed.target
    audience = changed.make("sonarly audienceId")
    name = audience.body["json"]["name"]
    with changed.scope(), pytest.raises(CheckFailed):
        changed.make("sonarly audienceId", json={"name": name})
    assert target.ask("sonarly_audiences_get", audience.values).status == 200


def test_removed_before(changed: Sandbox) -> None:
    """What a run has changed and then removed is not restored, and does not fail."""
    target, id_ = changed.target, changed.named["sonarly valuePropositionId"][0]
    changed.guard.removable = ["sonarly_templates_delete_value_proposition"]
    values = {"valuePropositionId": id_}
    update = {"json": {"name": "new"}}
    assert (
        target.ask("sonarly_templates_update_value_proposition", values, body=update).status < 300
    )
    assert target.ask("sonarly_templates_delete_value_proposition", values).status == 200
    changed.close()

    assert changed.removal.failures == {}


def interrupts(times: int) -> Change:
    """Return a change that interrupts the first removals, after the server has got them."""
    left = [KeyboardInterrupt() for _ in range(times)]

    def change(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.method == "DELETE" and left:
            raise left.pop()
        return response

    return change


def make(sandbox: Sandbox, *, is_scope: bool, is_interrupted: bool = False) -> None:
    """Make an audience in a run, and one in a scope; then interrupt it if wanted."""
    with sandbox:
        sandbox.make("sonarly audienceId")
        with sandbox.scope() if is_scope else nullcontext():
            if is_scope:
                sandbox.make("sonarly audienceId")
            if is_interrupted:
                raise KeyboardInterrupt


@pytest.mark.parametrize("is_scope", [True, False], ids=["scope", "run"])
def test_one_interrupt(
    changed: Sandbox, transport: ChangedTransport, fake: Fake, *, is_scope: bool
) -> None:
    """One Ctrl-C does not prevent the removal, wherever it comes."""
    before = names(fake)
    transport.change = interrupts(1)
    with pytest.raises(KeyboardInterrupt):
        make(changed, is_scope=is_scope)

    assert names(fake) == before
    assert [*changed.ledger.open_entries()] == []


@pytest.mark.parametrize("is_scope", [True, False], ids=["scope", "run"])
def test_two_interrupts(changed: Sandbox, transport: ChangedTransport, *, is_scope: bool) -> None:
    """A second Ctrl-C ends the removal, and the ledger has the rest."""
    transport.change = interrupts(1)
    with pytest.raises(KeyboardInterrupt):
        make(changed, is_scope=is_scope, is_interrupted=True)

    assert len([*changed.ledger.open_entries()]) == 1 + is_scope


class InterruptedLedger(Ledger):
    """Ledger whose write is interrupted."""

    def _write(self, step: Any) -> None:
        raise KeyboardInterrupt


def test_interrupted_ledger() -> None:
    """An entry that is not in the file is not in memory, so that the numbers agree."""
    ledger = InterruptedLedger()
    with pytest.raises(KeyboardInterrupt):
        ledger.plan(_CREATE, {})

    assert ledger.entries == []
