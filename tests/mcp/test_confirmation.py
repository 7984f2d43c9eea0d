"""Nothing reaches people before the user of the client agrees, in both protocols."""

from typing import Any

import anyio
import mcp_types as types
import pytest
from campaignkit_fake import SAMPLE_ID, Fault
from campaignkit_operations.entries import find_entry
from mcp import Client
from mcp.client.session import ClientRequestContext
from mcp.shared.exceptions import MCPError

from tests.example_calls import OPERATION_IDS
from tests.mcp.agents import CAMPAIGN, MODES, START, Desk, Mode, User, call, fields, meta, texts
from tests.mcp.tool_arguments import sample_arguments

QUESTION = (
    "Start campaign 'Q4: recruiters, Berlin' in 'Zürich Growth'? It has status draft and 25"
    " selected leads. This can contact real people. It can reach 25 people."
)
ASKED = [name for name in OPERATION_IDS if find_entry(name).must_confirm]

pytestmark = pytest.mark.parametrize("mode", MODES)


def start(desk: Desk, mode: Mode, user: User | None, **settings: Any) -> types.CallToolResult:
    """Start the campaign of the samples once."""
    return desk.call(START, CAMPAIGN, mode=mode, user=user, **{"can_write": True} | settings)


def test_accept(desk: Desk, mode: Mode) -> None:
    """The question names the stakes, and an acceptance starts the campaign once."""
    user = User()
    result = start(desk, mode, user)

    assert user.questions == [QUESTION]
    assert not result.is_error
    assert fields(result)["campaign"]["status"] == "active"
    assert meta(result, "outcome") == "applied"
    assert desk.starts == 1


@pytest.mark.parametrize("action", ["decline", "cancel"])
def test_refused(desk: Desk, mode: Mode, action: Any) -> None:
    """A refusal starts nothing, and the result says so."""
    result = start(desk, mode, User(action))

    assert result.is_error
    assert fields(result)["class"] == "NotConfirmed"
    assert fields(result)["outcome"] == "not_sent"
    assert texts(result) == f"The user did not confirm: {action}. Nothing was sent."
    assert desk.starts == 0


def test_no_elicitation(desk: Desk, mode: Mode) -> None:
    """A client that cannot ask gets an error, and nothing is sent."""
    result = start(desk, mode, None)

    assert result.is_error
    assert "does not support elicitation" in texts(result)
    assert f"--yes-to {START}" in texts(result)
    assert desk.requests == {}


def test_yes_to(desk: Desk, mode: Mode) -> None:
    """A tool that the operator named is called without a question, and the audit says so."""
    result = start(desk, mode, None, confirmed_tools=frozenset({START}))

    assert not result.is_error
    assert desk.starts == 1
    assert desk.audit[-1]["confirmed"] == "--yes-to"


def test_changed_state(desk: Desk, mode: Mode) -> None:
    """If the leads change during the question, the user is asked again."""
    user = User(meanwhile=desk.add_lead)
    result = start(desk, mode, user)

    assert desk.starts == 0
    assert len(user.questions) == 3
    assert user.questions[1].startswith("Something has changed since the last question. Start")
    assert "26 selected leads" in user.questions[1]
    assert fields(result)["outcome"] == "not_sent"


def test_started_meanwhile(desk: Desk, mode: Mode) -> None:
    """If the campaign is started during the question, the agreement does not start it again."""
    client = desk.make_client("sonarly")
    acts = iter([lambda: client.campaigns.start(SAMPLE_ID, SAMPLE_ID)])
    user = User(meanwhile=lambda: next(acts, lambda: None)())
    start(desk, mode, user)

    assert "status active" in user.questions[1]
    assert desk.requests[START] == 2
    assert desk.starts == 1


def test_lost_response(desk: Desk, mode: Mode) -> None:
    """If the response is lost, the state is read: one start, and the outcome is `applied`."""
    desk.fake.faults.add(Fault(START, drop=True, after=True))
    result = start(desk, mode, User())

    assert not result.is_error
    assert meta(result, "outcome") == "applied"
    assert desk.starts == 1
    assert desk.requests[START] == 1


def test_budget(desk: Desk, mode: Mode) -> None:
    """A campaign with more leads than the budget is not started, and the user is not asked."""
    user = User()
    result = start(desk, mode, user, max_people=24)

    assert fields(result)["class"] == "BudgetError"
    assert "can reach 25 people, and the budget has 24 of 24 left" in texts(result)
    assert (desk.starts, user.questions) == (0, [])


def test_failed_question(desk: Desk, mode: Mode) -> None:
    """If the client fails to ask, nothing is sent."""

    async def fail(
        context: ClientRequestContext, params: types.ElicitRequestParams
    ) -> types.ErrorData:
        return types.ErrorData(code=types.INTERNAL_ERROR, message="no screen")

    async def run() -> None:
        server = desk.server(can_write=True)
        async with Client(server, mode=mode, elicitation_callback=fail) as client:
            try:
                await call(client, START, CAMPAIGN)
            except MCPError:  # raised by the client itself in 2026-07-28
                assert mode != "legacy"

    anyio.run(run)
    assert desk.starts == 0


@pytest.mark.grid(one_in=2)
@pytest.mark.parametrize("operation_id", ASKED)
def test_each_asks(desk: Desk, mode: Mode, operation_id: str) -> None:
    """Before the answer, nothing but reads is sent, for each of these operations."""
    user = User("decline")
    arguments = sample_arguments(operation_id)
    result = desk.call(operation_id, arguments, mode=mode, user=user, can_write=True)

    assert fields(result)["class"] == "NotConfirmed", texts(result)
    assert len(user.questions) == 1
    assert all(find_entry(name).effect == "none" for name in desk.requests)


@pytest.mark.no_cover
def test_each_without_elicitation(desk: Desk, mode: Mode) -> None:
    """Without a user, no operation of the catalog that must be confirmed is sent."""

    async def run() -> None:
        async with desk.connect(mode, can_write=True) as client:
            for name in OPERATION_IDS:
                await call(client, name, sample_arguments(name))

    anyio.run(run)
    assert not set(desk.requests) & set(ASKED)
    assert all(find_entry(name).effect in ("none", "changes") for name in desk.requests)


@pytest.mark.no_cover
def test_each_accepted(desk: Desk, mode: Mode) -> None:
    """Each of these operations is sent once after one question, with the same arguments."""
    user = User()

    async def run() -> None:
        async with desk.connect(mode, user, can_write=True) as client:
            for number, name in enumerate(ASKED, 1):
                desk.fake.reset()
                arguments = sample_arguments(name)
                if name == "sonarly_prospecting_start":  # needs one of several sources
                    arguments |= {"search_url": "https://www.linkedin.com/sales/search/people"}
                result = await call(client, name, arguments)
                assert len(user.questions) == number, name
                assert desk.requests.get(name) == 1, (name, texts(result))

    anyio.run(run)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (r"A \d \g<0> B", r"'A \\d \\g<0> B'"),
        ("Zero\u200bwidth", r"'Zero\u200bwidth'"),
        ("Line\u2028end", r"'Line\u2028end'"),
    ],
)
def test_names(desk: Desk, mode: Mode, name: str, shown: str) -> None:
    """A campaign with any name can be asked about and started, and the name changes no line."""
    user = User()
    client = desk.make_client("sonarly")
    draft = client.campaigns.duplicate(SAMPLE_ID, SAMPLE_ID, audience_id=SAMPLE_ID, name=name)
    result = desk.call(
        START, {**CAMPAIGN, "campaign_id": draft.id}, mode=mode, user=user, can_write=True
    )

    assert user.questions[0].startswith(f"Start campaign {shown} in")
    assert fields(result).get("class") != "error"
    assert desk.requests[START] == 1


def test_order_of_text(desk: Desk, mode: Mode) -> None:
    """Characters that reorder text are escaped, so that the user reads a message as it is sent."""
    tool, user = "sonarly_messages_respond", User("decline")
    arguments = sample_arguments(tool) | {"message": "Pay \u202eyadot"}
    desk.call(tool, arguments, mode=mode, user=user, can_write=True)

    assert r'message "Pay \u202eyadot"' in user.questions[0]


def test_unreadable_stakes(desk: Desk, mode: Mode) -> None:
    """If the stakes cannot be read, the user is not asked and nothing is sent."""
    desk.fake.faults.add(Fault("sonarly_campaigns_get", status=404, times=9))
    user = User()
    result = start(desk, mode, user)

    assert fields(result)["class"] == "NotFoundError"
    assert fields(result)["outcome"] == "not_sent"
    assert (user.questions, desk.starts) == ([], 0)


def test_at_once(desk: Desk, mode: Mode) -> None:
    """Two calls that are confirmed at the same time start the campaign once."""
    user = User()

    async def run() -> None:
        async with (
            desk.connect(mode, user, can_write=True) as client,
            anyio.create_task_group() as tg,
        ):
            tg.start_soon(call, client, START, CAMPAIGN)
            tg.start_soon(call, client, START, CAMPAIGN)

    anyio.run(run)
    assert desk.starts == 1
    assert any("status active" in question for question in user.questions)
