"""Agents: the official client, connected to a tool server and a fake in process."""

import io
import json
import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any, Literal

import anyio
import httpx
import mcp_types as types
from campaignkit import Callers, Sonarly
from campaignkit_fake import SAMPLE_ID, Fake, VirtualClock
from campaignkit_mcp.audit import Audit
from campaignkit_mcp.server import Parts, build_server
from campaignkit_mcp.settings import Settings
from campaignkit_mcp.vendor_clients import VendorClients
from campaignkit_operations.client_factory import ClientFactory
from mcp import Client
from mcp.client.session import ClientRequestContext
from mcp.server.lowlevel import Server

Mode = Literal["legacy", "2026-07-28"]
MODES: tuple[Mode, ...] = ("legacy", "2026-07-28")

START = "sonarly_campaigns_start"
CAMPAIGN = {"account_group_id": SAMPLE_ID, "campaign_id": SAMPLE_ID}

Act = Callable[[], object]


def _ignore(request: httpx.Request) -> None:
    """Let a request pass."""


class User:
    """User of a client, who answers questions.

    Args:
        action: The answer to each question.
        meanwhile: Called at each question, before the answer.
    """

    def __init__(
        self,
        action: Literal["accept", "decline", "cancel"] = "accept",
        meanwhile: Act | None = None,
    ) -> None:
        self.questions: list[str] = []
        self._action = action
        self._meanwhile = meanwhile

    async def answer(
        self, context: ClientRequestContext, params: types.ElicitRequestParams
    ) -> types.ElicitResult:
        """Return the answer to a question."""
        self.questions.append(params.message)
        if self._meanwhile is not None:
            self._meanwhile()
        return types.ElicitResult(action=self._action)


class Desk:
    """Tool server with a fake of both vendors.

    Args:
        folder: Folder of the test, for profiles.
    """

    def __init__(self, folder: Path) -> None:
        self.clock = VirtualClock()
        self.fake = Fake(clock=self.clock)
        self.audit_stream = io.StringIO()
        self.environment = {
            "SONARLY_API_KEY": "fake-sonarly",
            "CALLERS_API_KEY": "fake-callers",
            "CALLERS_SYNC_SECRET": "fake-sync",
            "CAMPAIGNKIT_CONFIG_DIR": str(folder),
        }
        self._numbers = count(1)
        self._extra_leads = 0
        self.before_request: Callable[[httpx.Request], object] = _ignore
        """Called with each request of a client."""

    def add_lead(self) -> None:
        """Add a lead to each campaign, as its responses show it."""
        self._extra_leads += 1

    def other_audience(self) -> str:
        """Return an audience without leads of the campaign of the samples."""
        client = self.make_client("sonarly")
        created: str = client.audiences.create(SAMPLE_ID, name="Empty", type="on_demand").id
        return created

    def _respond(self, request: httpx.Request) -> httpx.Response:
        self.before_request(request)
        response = self.fake.transport().handle_request(request)
        if not self._extra_leads:
            return response
        body = re.sub(
            rb'("selectedLeadCount": ?)(\d+)',
            lambda match: match[1] + str(int(match[2]) + self._extra_leads).encode(),
            response.read(),
        )
        headers = {"content-type": response.headers["content-type"]}
        return httpx.Response(response.status_code, headers=headers, content=body)

    def make_client(self, vendor: str) -> Any:
        """Return a client of the fake."""
        shared: dict[str, Any] = {
            "transport": httpx.MockTransport(self._respond),
            "clock": self.clock,
        }
        if vendor == "sonarly":
            return Sonarly(api_key=self.environment["SONARLY_API_KEY"], **shared)
        return Callers(
            api_key=self.environment["CALLERS_API_KEY"],
            sync_secret=self.environment["CALLERS_SYNC_SECRET"],
            **shared,
        )

    def make_default_client(self, vendor: str) -> Any:
        """Return the client of the environment."""
        return ClientFactory(self.environment).client_of(vendor)

    def parts(self, **settings: Any) -> Parts:
        """Return what a server is made of."""
        clients = VendorClients(ClientFactory(self.environment), self.make_client)
        audit = Audit(self.audit_stream, self.clock)
        return Parts(
            Settings(**settings), clients, audit, self.clock, lambda: f"token-{next(self._numbers)}"
        )

    def server(self, **settings: Any) -> Server[Any]:
        """Return a server with these settings."""
        return build_server(self.parts(**settings))

    @asynccontextmanager
    async def connect(
        self,
        mode: Mode = "2026-07-28",
        user: User | None = None,
        *,
        server: Server[Any] | None = None,
        **settings: Any,
    ) -> AsyncIterator[Client]:
        """Yield a client of a new server, or of a given one; without a user, it cannot ask."""
        answer = user.answer if user else None
        server = server or self.server(**settings)
        async with Client(server, mode=mode, elicitation_callback=answer) as client:
            yield client

    def call(
        self,
        tool: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        mode: Mode = "2026-07-28",
        user: User | None = None,
        **settings: Any,
    ) -> types.CallToolResult:
        """Call a tool once, in a session of its own."""

        async def run() -> types.CallToolResult:
            async with self.connect(mode, user, **settings) as client:
                return await call(client, tool, arguments)

        return anyio.run(run)

    @property
    def starts(self) -> int:
        """Number of campaigns that were started."""
        return len(self.fake.state()["starts"])

    @property
    def requests(self) -> dict[str, int]:
        """Number of requests by operation."""
        requests: dict[str, int] = self.fake.state()["requests"]
        return requests

    @property
    def audit(self) -> list[dict[str, Any]]:
        """Lines of the audit."""
        return [json.loads(line) for line in self.audit_stream.getvalue().splitlines()]


def fields(result: types.CallToolResult) -> dict[str, Any]:
    """Return the structured result of a tool."""
    found: dict[str, Any] = result.structured_content
    return found


def texts(result: types.CallToolResult) -> str:
    """Return the text of a result."""
    return "\n".join(block.text for block in result.content if block.type == "text")


def meta(result: types.CallToolResult, name: str) -> Any:
    """Return a fact about a call."""
    return (result.meta or {})[f"campaignkit/{name}"]


async def call(
    client: Client, tool: str, arguments: Mapping[str, Any] | None = None
) -> types.CallToolResult:
    """Call a tool."""
    return await client.call_tool(tool, dict(arguments or {}))


def names(tools: Sequence[types.Tool]) -> set[str]:
    """Return the names of tools."""
    return {tool.name for tool in tools}
