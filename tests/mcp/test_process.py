"""The server as a process, over standard streams."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from campaignkit_fake import SAMPLE_ID, Fake
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tests.mcp.agents import CAMPAIGN, START, User, call, fields
from tests.mcp.test_cli import INITIALIZE


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


# tests/mcp/test_ways.py starts `campaignkit_mcp`, with both protocols.
def test_stdio(tmp_path: Path) -> None:
    """A client starts the server by the command line, reads, and starts a campaign once."""
    fake, user = Fake(), User()

    async def run(base_url: str) -> None:
        server = parameters(tmp_path, base_url, "--write", module="campaignkit_cli")
        async with Client(server, mode="2026-07-28", elicitation_callback=user.answer) as client:
            assert len((await client.list_tools()).tools) == 80
            found = await call(client, "sonarly_accounts_list")
            assert fields(found)["items"][0]["id"] == SAMPLE_ID
            assert not (await call(client, START, CAMPAIGN)).is_error

    with fake.serve() as base_url:
        anyio.run(run, base_url)

    assert len(user.questions) == 1
    assert len(fake.state()["starts"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C ends the server while a client keeps standard input open."""
    first = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": INITIALIZE}
    with subprocess.Popen(
        [sys.executable, "-m", "campaignkit_mcp"],
        env={"CAMPAIGNKIT_CONFIG_DIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(first) + "\n")
            process.stdin.flush()
            assert "campaignkit" in process.stdout.readline()
            process.send_signal(signal.SIGINT)
            code = process.wait(timeout=60)
        finally:
            process.kill()

    assert code == -signal.SIGINT
