"""The command: its options, its messages, and the ways in."""

import argparse
import io
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from typing import Any

import anyio
import httpx2
import pytest
from campaignkit_cli.app import main as run_cli
from campaignkit_mcp import __main__ as entry
from campaignkit_mcp import cli
from mcp import Client
from mcp.server.lowlevel import Server
from sse_starlette.sse import AppStatus

from tests.mcp.agents import CAMPAIGN, Desk, call, fields

INITIALIZE = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}
MY_TOKEN = "my-own-token"


def test_options(desk: Desk, tmp_path: Path) -> None:
    """Each option reaches the server, and the audit goes to a private file."""
    audit = tmp_path / "audit.jsonl"
    words = (
        *("--write", "--toolset", "sonarly.campaigns,sonarly.accounts"),
        *("--max-calls", "2", "--max-people", "9"),
        *("--yes-to", "sonarly_campaigns_approve", "--audit", str(audit)),
    )
    seen: list[set[str]] = []

    def serve(
        options: argparse.Namespace, server: Server[Any], environment: Mapping[str, str]
    ) -> None:
        async def run() -> None:
            async with Client(server, mode="2026-07-28") as client:
                seen.append({tool.name for tool in (await client.list_tools()).tools})
                result = await call(client, "sonarly_campaigns_start", CAMPAIGN)
                assert fields(result)["class"] == "NotConfirmed"
                assert not (await call(client, "sonarly_campaigns_get", CAMPAIGN)).is_error

        anyio.run(run)

    with desk.fake.serve() as base_url:
        environment = desk.environment | {"SONARLY_BASE_URL": base_url}
        assert cli.main(words, environment, serve) == 0
    assert "sonarly_campaigns_start" in seen[0]
    assert not any(name.startswith("callers") for name in seen[0])
    assert audit.read_text(encoding="utf-8").count("\n") == 2
    assert audit.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--toolset", "sonarly.campaign"), "Did you mean sonarly.campaigns?"),
        (("--toolset", "x"), "Known names: sonarly, callers, sonarly.accounts"),
        (("--yes-to", "sonarly_campaigns_list"), "--yes-to must be a known name, got"),
        (("--audit", "/no/such/folder/file"), "/no/such/folder/file: No such file or directory."),
    ],
)
def test_mistakes(
    desk: Desk, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    """A wrong option is a message, and no server starts."""
    code = cli.main(words, desk.environment, lambda *_: pytest.fail("a server was started"))

    assert code in (1, 2)
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--max-calls", "-1"), ("--port", "65536"), ("--wrong",)])
def test_usage(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    """An option that cannot be parsed ends the command."""
    assert run_cli(["mcp", *words]) == 2
    assert "usage: campaignkit mcp" in capsys.readouterr().err


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of the command line shows the options of the server."""
    assert run_cli(["mcp", "--help"]) == 0
    assert "--max-people" in capsys.readouterr().out


def test_interrupted(desk: Desk) -> None:
    """Ctrl-C ends the server."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    assert cli.main((), desk.environment, interrupt) == 130


def test_other_system_error(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """An error without a file is a message too, such as a port in use."""

    def fail(*_: object) -> None:
        raise OSError(98, "Address already in use")

    assert cli.main((), desk.environment, fail) == 1
    assert capsys.readouterr().err == "campaignkit: Address already in use.\n"


def test_port_in_use(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is taken ends the command."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert cli.main(("--http", "--port", port), desk.environment) == 1
    assert "Address already in use" in capsys.readouterr().err


def test_standard_streams(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without options, one client is served until it closes standard input."""
    request = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": INITIALIZE}
    source, target = io.BytesIO(json.dumps(request).encode() + b"\n"), io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(target, write_through=True))

    assert cli.main((), desk.environment) == 0
    response = json.loads(target.getvalue())
    assert response["result"]["serverInfo"]["name"] == "campaignkit"


def test_http(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """HTTP is served with the token of the environment, until Ctrl-C."""
    # The library of the streams remembers Ctrl-C for the whole process.
    monkeypatch.setattr(AppStatus, "should_exit", False)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    codes: list[int] = []

    def visit() -> None:
        with httpx2.Client(
            trust_env=False, timeout=None, transport=httpx2.HTTPTransport(retries=50)
        ) as client:
            for token in ("wrong", MY_TOKEN):
                headers = {"authorization": f"Bearer {token}"}
                found = client.get(f"http://127.0.0.1:{port}/mcp", headers=headers)
                codes.append(found.status_code)
        os.kill(os.getpid(), signal.SIGINT)

    environment = desk.environment | {"CAMPAIGNKIT_MCP_TOKEN": MY_TOKEN}
    visitor = Thread(target=visit)
    visitor.start()
    code = cli.main(("--http", "--port", str(port)), environment)
    visitor.join()

    assert code == 130
    assert codes[0] == 401
    assert codes[1] != 401
    assert MY_TOKEN not in capsys.readouterr().err


def test_missing_extra(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the extra, the command says how to install it."""
    monkeypatch.setitem(sys.modules, "mcp", None)

    assert entry.main(()) == 2
    assert run_cli(["mcp"]) == 2
    assert capsys.readouterr().err.count("pip install 'campaignkit[mcp]'") == 2


def test_entry(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """The module hands its words over."""
    assert entry.main(("--toolset", "x"), desk.environment) == 2
    assert "--toolset must be" in capsys.readouterr().err


def test_http_process(tmp_path: Path) -> None:
    """The command serves HTTP, and prints the URL and a new token to standard error."""
    with subprocess.Popen(
        [sys.executable, "-m", "campaignkit_mcp", "--http"],
        env={"CAMPAIGNKIT_CONFIG_DIR": str(tmp_path), "PATH": ""},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stderr is not None
            token, url = (process.stderr.readline() for _ in range(2))
        finally:
            process.terminate()

    assert url.startswith("Listening on http://127.0.0.1:")
    assert len(token.split()[-1]) > 30
