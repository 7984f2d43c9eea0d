"""Resources and prompts."""

import json
from collections.abc import Awaitable, Callable

import anyio
import pytest
from campaignkit_fake import SAMPLE_ID, Fault
from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import TextContent, TextResourceContents

from tests.docs.prose import ROOT
from tests.mcp.agents import MODES, Desk, Mode

REPORT = f"campaignkit://sonarly/{SAMPLE_ID}/campaigns/{SAMPLE_ID}/report"


def text_of(desk: Desk, uri: str, mode: Mode = "2026-07-28") -> str:
    """Return the text of a resource."""

    async def run() -> str:
        async with desk.connect(mode) as client:
            [content] = (await client.read_resource(uri)).contents
            assert isinstance(content, TextResourceContents)
            return content.text

    return anyio.run(run)


@pytest.mark.parametrize("mode", MODES)
def test_spec(desk: Desk, mode: Mode) -> None:
    """The spec is a resource."""
    assert json.loads(text_of(desk, "campaignkit://openapi.json", mode))["openapi"] == "3.1.0"


def test_coverage(desk: Desk) -> None:
    """The page about sources is a resource."""
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")

    assert text_of(desk, "campaignkit://coverage.md") == page


def test_report(desk: Desk) -> None:
    """The report of a campaign counts its leads."""
    report = text_of(desk, REPORT)

    assert report.startswith("# Q4: recruiters, Berlin\n\n- Status: draft\n- Selected leads: 25\n")
    assert "| not_started | 25 |" in report


def test_templates(desk: Desk) -> None:
    """The report has a template."""

    async def run() -> None:
        async with desk.connect() as client:
            [template] = (await client.list_resource_templates()).resource_templates
            assert template.uri_template.endswith("/campaigns/{campaign_id}/report")

    anyio.run(run)


def refusal(desk: Desk, act: Callable[[Client], Awaitable[object]]) -> str:
    """Return the message of an error of the protocol."""

    async def run() -> str:
        async with desk.connect() as client:
            with pytest.raises(MCPError) as caught:
                await act(client)
            return str(caught.value)

    return anyio.run(run)


def test_unknown(desk: Desk) -> None:
    """Unknown resources and prompts are errors of the protocol, and so is a missing argument."""
    assert "Unknown resource" in refusal(desk, lambda client: client.read_resource("file:///etc"))
    assert "Unknown prompt" in refusal(desk, lambda client: client.get_prompt("sing"))
    assert "Missing argument: 'account_group_id'" in refusal(
        desk, lambda client: client.get_prompt("weekly_report")
    )


def test_failed_report(desk: Desk) -> None:
    """A report that cannot be read is an error without a key."""
    desk.fake.faults.add(Fault("sonarly_campaigns_get", status=401))
    message = refusal(desk, lambda client: client.read_resource(REPORT))

    assert "401" in message
    assert "fake-sonarly" not in message


def test_counted(desk: Desk) -> None:
    """A report counts as a call; resources of the package do not."""

    async def run() -> None:
        async with desk.connect(max_calls=1) as client:
            await client.read_resource("campaignkit://openapi.json")
            await client.read_resource(REPORT)
            with pytest.raises(MCPError, match="The budget of 1 calls is used up"):
                await client.read_resource(REPORT)

    anyio.run(run)
    assert [line["outcome"] for line in desk.audit] == ["read", "read", "failed"]


@pytest.mark.parametrize("mode", MODES)
def test_prompts(desk: Desk, mode: Mode) -> None:
    """Each prompt is listed, and names the IDs that it was given."""
    arguments = {"account_group_id": "GROUP", "campaign_id": "CAMPAIGN"}

    async def run() -> None:
        async with desk.connect(mode) as client:
            prompts = (await client.list_prompts()).prompts
            assert [prompt.name for prompt in prompts] == ["check_campaign", "weekly_report"]
            for prompt in prompts:
                [message] = (await client.get_prompt(prompt.name, arguments)).messages
                assert isinstance(message.content, TextContent)
                assert "GROUP" in message.content.text

    anyio.run(run)
