"""A question that is a result (2026-07-28) is answered once, and for one call only."""

from collections.abc import Mapping
from typing import Any

import anyio
import mcp_types as types
from mcp import Client

from tests.mcp.agents import CAMPAIGN, START, Desk, User
from tests.mcp.tool_arguments import sample_arguments

RESPOND = "sonarly_messages_respond"
MESSAGE = sample_arguments(RESPOND)

Result = types.CallToolResult | types.InputRequiredResult


async def send(
    client: Client, tool: str, arguments: Mapping[str, Any], state: str | None = None
) -> Result:
    """Call a tool; with a state, the request carries an agreement."""
    answers: types.InputResponses = {"confirm": types.ElicitResult(action="accept")}
    return await client.session.call_tool(
        tool,
        dict(arguments),
        input_responses=answers if state else None,
        request_state=state,
        allow_input_required=True,
    )


def state_of(result: Result) -> str:
    """Return the state of a question."""
    assert isinstance(result, types.InputRequiredResult)
    assert result.request_state
    return result.request_state


def test_once(desk: Desk) -> None:
    """An agreement counts once: the same one asks again."""

    async def run() -> None:
        async with desk.connect(user=User(), can_write=True) as client:
            state = state_of(await send(client, RESPOND, MESSAGE))
            result = await send(client, RESPOND, MESSAGE, state)
            assert isinstance(result, types.CallToolResult)
            assert not result.is_error
            state_of(await send(client, RESPOND, MESSAGE, state))

    anyio.run(run)
    assert desk.requests[RESPOND] == 1


def test_other_arguments(desk: Desk) -> None:
    """An agreement to one message does not send another."""

    async def run() -> None:
        async with desk.connect(user=User(), can_write=True) as client:
            state = state_of(await send(client, RESPOND, MESSAGE))
            state_of(await send(client, RESPOND, {**MESSAGE, "message": "Other words"}, state))

    anyio.run(run)
    assert RESPOND not in desk.requests


def test_other_session(desk: Desk) -> None:
    """An agreement of one session does not count in another."""

    async def run() -> None:
        async with desk.connect(user=User(), can_write=True) as first:
            state = state_of(await send(first, RESPOND, MESSAGE))
        async with desk.connect(user=User(), can_write=True) as second:
            state_of(await send(second, RESPOND, MESSAGE, state))

    anyio.run(run)
    assert RESPOND not in desk.requests


def test_forged(desk: Desk) -> None:
    """A state that the server has not made is no agreement."""

    async def run() -> None:
        async with desk.connect(user=User(), can_write=True) as client:
            state_of(await send(client, START, CAMPAIGN, "forged"))

    anyio.run(run)
    assert desk.starts == 0


def test_dropped(desk: Desk) -> None:
    """Only so many questions stay open; an answer to an older one asks again."""

    async def run() -> None:
        async with desk.connect(user=User(), can_write=True) as client:
            states = [state_of(await send(client, START, CAMPAIGN)) for _ in range(101)]
            state_of(await send(client, START, CAMPAIGN, states[0]))

    anyio.run(run)
    assert desk.starts == 0
