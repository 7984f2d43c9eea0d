"""The guide shows configurations and numbers that are right."""

import json
import re
import tomllib
from typing import Any

import pytest
from campaignkit_mcp.cli import parser
from campaignkit_mcp.server import ToolServer
from campaignkit_mcp.settings import Settings, entries_of

from tests.docs.prose import ROOT
from tests.mcp.agents import Desk

GUIDE = (ROOT / "docs" / "mcp.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(json|toml)\n(.*?)```", GUIDE, re.DOTALL)


def servers() -> list[dict[str, Any]]:
    """Return the servers of all configurations."""
    parsed = [json.loads(text) if kind == "json" else tomllib.loads(text) for kind, text in BLOCKS]
    names = ("mcpServers", "servers", "mcp_servers")
    return [found[name]["campaignkit"] for found in parsed for name in names if name in found]


@pytest.mark.parametrize("server", [server for server in servers() if "args" in server])
def test_configuration(server: dict[str, Any]) -> None:
    """The arguments of each configuration are options of the command, and only read."""
    assert server["command"] == "campaignkit"
    assert server["args"][0] == "mcp"
    options = parser().parse_args(server["args"][1:])

    assert entries_of(Settings(toolsets=tuple(options.toolset)))
    assert not options.write


def test_all_blocks() -> None:
    """Each block is a configuration of a server."""
    assert len(servers()) == len(BLOCKS) == 4


def test_options() -> None:
    """Each option that the guide names exists."""
    known = {option for action in parser()._actions for option in action.option_strings}
    named = set(re.findall(r"(?<![-\w])--[a-z][a-z-]*", GUIDE))

    assert named
    assert named <= known


def test_numbers(desk: Desk) -> None:
    """The numbers of tools are right."""
    reads, everything = (
        len(ToolServer(desk.parts(can_write=can_write)).definitions) for can_write in (False, True)
    )

    assert f"{reads} tools that only read" in GUIDE
    assert f"all {everything} tools" in GUIDE
