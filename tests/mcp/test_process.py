"""The server as a process, over standard streams."""

import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from campaignkit_fake import SAMPLE_ID, Fake
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tests.mcp.agents import CAMPAIGN, MODES, START, Mode, User, call, fields


def parameters(
    folder: Path, base_url: str, *words: str, module: str = "campaignkit_mcp"
) -> StdioServerParameters:
    """Return the command of a server that uses a fake over HTTP."""
    environment = {
        "SONARLY_API_KEY": "fake-sonarly",
        "SONARLY_BASE_URL": base_url,
        "CAMPAIGNKIT_CONFIG_DIR": str(folder),
    }
    words = ("mcp", *words) if module == "campaignkit_cli" else words
    return StdioServerParameters(
        command=sys.executable, args=["-m", module, *words], env=environment
    )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("module", ["campaignkit_mcp", "campaignkit_cli"])
def test_stdio(tmp_path: Path, mode: Mode, module: str) -> None:
    """A client starts the server, reads, and starts a campaign once after a question."""
    fake, user = Fake(), User()

    async def run(base_url: str) -> None:
        server = parameters(tmp_path, base_url, "--write", module=module)
        async with Client(server, mode=mode, elicitation_callback=user.answer) as client:
            assert len((await client.list_tools()).tools) == 80
            found = await call(client, "sonarly_accounts_list")
            assert fields(found)["items"][0]["id"] == SAMPLE_ID
            assert not (await call(client, START, CAMPAIGN)).is_error

    with fake.serve() as base_url:
        anyio.run(run, base_url)

    assert len(user.questions) == 1
    assert len(fake.state()["starts"]) == 1


def test_help() -> None:
    """The command shows its options."""
    result = subprocess.run(
        [sys.executable, "-m", "campaignkit_cli", "mcp", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "--max-people" in result.stdout
