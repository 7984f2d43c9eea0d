"""A client that gives up does not leave a write with an unknown outcome."""

from threading import Event

import anyio
import httpx
import pytest
from anyio.to_thread import run_sync

from tests.mcp.agents import CAMPAIGN, MODES, START, Desk, Mode, call


@pytest.mark.parametrize("mode", MODES)
def test_cancelled_start(desk: Desk, mode: Mode) -> None:
    """If the client gives up during a start, the server waits for the response."""
    entered, released = Event(), Event()

    def hold(request: httpx.Request) -> None:
        if request.url.path.endswith("/start"):
            entered.set()
            released.wait()

    desk.before_request = hold

    async def run() -> None:
        async with (
            desk.connect(mode, can_write=True, confirmed_tools=frozenset({START})) as client,
            anyio.create_task_group() as group,
        ):
            group.start_soon(call, client, START, CAMPAIGN)
            await run_sync(entered.wait)
            group.cancel_scope.cancel()
            released.set()

    anyio.run(run)

    assert desk.starts == 1
    assert [line["outcome"] for line in desk.audit] == ["applied"]
