"""Tools come from the catalog: their schemas, hints, texts and size."""

import json
from typing import Any

import anyio
import pytest
from campaignkit_mcp.server import ToolServer
from campaignkit_operations.entries import find_entry
from mcp_types import Tool

from tests.example_calls import OPERATION_IDS
from tests.mcp.agents import CAMPAIGN, MODES, Desk, Mode, call, fields, texts
from tests.mcp.tool_arguments import sample_arguments

READS = [name for name in OPERATION_IDS if find_entry(name).effect == "none"]
# Measured: the tokenizers o200k_base and cl100k_base make a token of 4.29 and 4.41 characters of
# this JSON, so it has 5,871 and 5,712 tokens.
CHARACTERS_OF_A_TOKEN = 4.25
MAX_TOKENS = 6_000


def tools(desk: Desk, **settings: Any) -> dict[str, Tool]:
    """Return the tools of a server by name."""
    return dict(ToolServer(desk.parts(**settings)).definitions)


def test_read_only(desk: Desk) -> None:
    """Without `--write`, there are only tools that change nothing."""
    found = tools(desk)

    assert set(READS) < set(found)
    assert len(found) == len(READS) + 4
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in found.values())


def test_all(desk: Desk) -> None:
    """With `--write`, each operation of the catalog is a tool."""
    assert set(OPERATION_IDS) < set(tools(desk, can_write=True))


def test_size(desk: Desk) -> None:
    """All read tools together, with output schemas and hints, stay under 6,000 tokens."""
    dumped = [
        tool.model_dump(mode="json", by_alias=True, exclude_none=True)
        for tool in tools(desk).values()
    ]
    text = json.dumps(dumped, separators=(",", ":"), ensure_ascii=False)

    assert len(text) / CHARACTERS_OF_A_TOKEN < MAX_TOKENS


@pytest.mark.parametrize(
    ("name", "is_destructive", "is_idempotent"),
    [
        ("sonarly_campaigns_start", True, False),
        ("sonarly_campaigns_delete", True, True),
        ("sonarly_campaigns_create", False, False),
        ("sonarly_audiences_update", False, True),
    ],
)
def test_annotations(desk: Desk, name: str, is_destructive: bool, is_idempotent: bool) -> None:
    """A tool that reaches people or cannot be undone is destructive; an update is idempotent."""
    hints = tools(desk, can_write=True)[name].annotations

    assert hints is not None
    assert (hints.read_only_hint, hints.destructive_hint) == (False, is_destructive)
    assert hints.idempotent_hint is is_idempotent


@pytest.mark.no_cover
@pytest.mark.parametrize("name", OPERATION_IDS)
def test_texts(desk: Desk, name: str) -> None:
    """Each tool and each argument has a short text, and samples fit the schema."""
    tool = tools(desk, can_write=True)[name]
    properties = tool.input_schema["properties"]

    assert tool.description
    assert len(tool.description) < 600
    assert all(
        schema.get("description")
        for field, schema in properties.items()
        if field not in ("max_items", "cursor")
    )
    assert tool.input_schema["type"] == (tool.output_schema or {}).get("type") == "object"


def test_bounds(desk: Desk) -> None:
    """Bounds and enumerations of the spec are in the schema."""
    status = tools(desk)["callers_memories_list"].input_schema["properties"]["status"]
    leads = tools(desk)["sonarly_campaigns_lead_status"].input_schema["properties"]["lead_ids"]

    assert "ACTUAL" in status["anyOf"][0]["enum"]
    assert leads["minItems"] == 1


@pytest.mark.parametrize(
    ("toolsets", "expected"),
    [
        (("sonarly.campaigns",), {"sonarly_campaigns_list", "sonarly_follow_campaign"}),
        (("callers.calls", "callers.voices"), {"callers_calls_list"}),
        (("sonarly",), {"sonarly_group_summary", "sonarly_signals_get"}),
    ],
)
def test_toolset(desk: Desk, toolsets: tuple[str, ...], expected: set[str]) -> None:
    """A toolset has the tools of a resource or of a vendor only."""
    found = tools(desk, toolsets=toolsets)
    prefixes = tuple(name.replace(".", "_") for name in toolsets)

    assert expected <= set(found)
    assert all(
        name.startswith((*prefixes, "sonarly_follow", "sonarly_pending", "sonarly_export"))
        for name in found
    )
    assert len(found) < 40


@pytest.mark.parametrize("mode", MODES)
def test_reads(desk: Desk, mode: Mode) -> None:
    """Each read tool returns what its output schema says; the client checks that."""

    async def run() -> None:
        async with desk.connect(mode) as client:
            for name in READS:
                result = await call(client, name, sample_arguments(name))
                assert not result.is_error, (name, texts(result))
                assert json.loads(result.content[0].text) == fields(result)  # type: ignore[union-attr]

    anyio.run(run)
    assert set(desk.requests) == set(READS)


@pytest.mark.no_cover
def test_writes(desk: Desk) -> None:
    """Each other tool that needs no confirmation is called too."""
    changes = [name for name in OPERATION_IDS if find_entry(name).effect == "changes"]

    async def run() -> None:
        async with desk.connect(can_write=True) as client:
            for name in changes:
                desk.fake.reset()
                result = await call(client, name, sample_arguments(name))
                assert desk.requests[name] == 1, (name, texts(result))

    anyio.run(run)


def test_read_only_call(desk: Desk) -> None:
    """A call of a tool that writes says how the server must be started."""
    result = desk.call("sonarly_campaigns_stop", CAMPAIGN)

    assert fields(result)["class"] == "ReadOnlyError"
    assert "--write" in texts(result)
    assert desk.requests == {}
    assert desk.audit[-1]["tool"] == "sonarly_campaigns_stop"
    assert desk.audit[-1]["outcome"] == "not_sent"
