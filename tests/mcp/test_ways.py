"""The same table of starts over each way in: in memory, standard streams, and HTTP."""

import io
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

import anyio
import httpx2
import mcp_types as types
import pytest
from campaignkit import Sonarly
from campaignkit_fake import SAMPLE_ID, Fake, Fault
from campaignkit_mcp.audit import Audit
from campaignkit_mcp.server import Parts, build_server
from campaignkit_mcp.settings import Settings
from campaignkit_mcp.vendor_clients import VendorClients
from campaignkit_operations.client_factory import ClientFactory
from campaignkit_runtime.clock import SystemClock
from mcp import Client
from mcp.client.session import ClientRequestContext
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp.server.lowlevel import Server

from tests.mcp.agents import CAMPAIGN, MODES, START, Mode, call, fields, meta
from tests.mcp.http_server import TOKEN, serve

Way = Literal["memory", "stdio", "http"]
Action = Literal["accept", "decline", "cancel"]
MAX_PEOPLE = 25  # the leads of the campaign of the samples


class ScriptedUser:
    """User whose answers are set before each call."""

    def __init__(self) -> None:
        self.actions: list[Action] = []
        self.meanwhile: list[Callable[[], object]] = []
        self.questions = 0

    async def answer(
        self, context: ClientRequestContext, params: types.ElicitRequestParams
    ) -> types.ElicitResult:
        """Return the next answer, after what happens in the meantime."""
        self.questions += 1
        if self.meanwhile:
            self.meanwhile.pop()()
        return types.ElicitResult(action=self.actions.pop(0))


class Place(NamedTuple):
    """A fake over HTTP, and the environment of a server that uses it."""

    fake: Fake
    environment: dict[str, str]
    clients: VendorClients

    @property
    def starts(self) -> int:
        """Number of campaigns that were started."""
        return len(self.fake.state()["starts"])

    @property
    def sent(self) -> int:
        """Number of requests to start a campaign."""
        sent: int = self.fake.state()["requests"].get(START, 0)
        return sent

    def server(self) -> Server[Any]:
        """Return a server in this process."""
        clock = SystemClock()
        settings = Settings(can_write=True, max_people=MAX_PEOPLE)
        return build_server(Parts(settings, self.clients, Audit(io.StringIO(), clock), clock))

    def drafts(self) -> Iterator[dict[str, str]]:
        """Yield the other campaigns that can be started."""
        with self.client() as client:
            for campaign in client.campaigns.list(SAMPLE_ID):
                if campaign.status == "draft" and campaign.id != SAMPLE_ID:
                    yield {**CAMPAIGN, "campaign_id": campaign.id}

    def client(self) -> Sonarly:
        """Return the client of someone else."""
        return Sonarly(api_key="fake-sonarly", base_url=self.environment["SONARLY_BASE_URL"])


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Yield a fake over HTTP."""
    fake = Fake()
    with fake.serve() as base_url:
        environment = {
            "SONARLY_API_KEY": "fake-sonarly",
            "SONARLY_BASE_URL": base_url,
            "CAMPAIGNKIT_CONFIG_DIR": str(tmp_path),
        }
        clients = VendorClients(ClientFactory(environment))
        yield Place(fake, environment, clients)
        clients.close()


@asynccontextmanager
async def connect(
    place: Place, way: Way, mode: Mode, user: ScriptedUser | None
) -> AsyncIterator[Client]:
    """Yield a client; without a user, it cannot ask."""
    answer = user.answer if user else None
    if way == "memory":
        async with Client(place.server(), mode=mode, elicitation_callback=answer) as client:
            yield client
    elif way == "stdio":
        words = ["-m", "campaignkit_mcp", "--write", "--max-people", str(MAX_PEOPLE)]
        command = StdioServerParameters(command=sys.executable, args=words, env=place.environment)
        async with Client(command, mode=mode, elicitation_callback=answer) as client:
            yield client
    else:
        headers = {"authorization": f"Bearer {TOKEN}"}
        with serve(place.server()) as served:
            async with httpx2.AsyncClient(
                headers=headers, trust_env=False, timeout=None
            ) as http_client:
                transport = streamable_http_client(served.url, http_client=http_client)
                async with Client(transport, mode=mode, elicitation_callback=answer) as client:
                    yield client


@pytest.mark.no_cover
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("way", ["memory", "stdio", "http"])
def test_table(place: Place, way: Way, mode: Mode) -> None:
    """Only an agreement to the state that was shown starts a campaign, and only once."""
    first, second, *_ = place.drafts()

    async def run() -> None:
        user = ScriptedUser()
        async with connect(place, way, mode, None) as client:
            await refused(client, CAMPAIGN, "NotConfirmed")
        assert place.sent == 0
        async with connect(place, way, mode, user) as client:
            for action in ("decline", "cancel"):
                user.actions = [action]
                await refused(client, CAMPAIGN, "NotConfirmed")
            assert place.sent == 0

            with place.client() as other:
                user.actions = ["accept", "decline"]
                user.meanwhile = [lambda: other.campaigns.start(*first.values())]
                await refused(client, first, "NotConfirmed")
            assert (place.sent, place.starts) == (1, 1)

            place.fake.faults.add(Fault(START, drop=True, after=True))
            user.actions = ["accept"]
            result = await call(client, START, CAMPAIGN)
            assert meta(result, "outcome") == "applied"
            assert (place.sent, place.starts) == (2, 2)

            questions = user.questions
            await refused(client, second, "BudgetError")
            assert (place.sent, user.questions) == (2, questions)

    anyio.run(run)


async def refused(client: Client, campaign: dict[str, str], kind: str) -> None:
    """Start a campaign, which must be refused."""
    result = await call(client, START, campaign)

    assert result.is_error
    assert fields(result)["class"] == kind
    assert fields(result)["outcome"] == "not_sent"
