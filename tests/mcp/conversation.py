"""Write docs/mcp-conversation.md, which shows a whole conversation of an agent.

python -m tests.mcp.conversation
"""

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anyio
import mcp_types as types
from campaignkit_fake import SAMPLE_ID
from mcp import Client
from mcp.client.session import ClientRequestContext

from tests.mcp.agents import CAMPAIGN, START, Desk, call, fields, texts

PAGE = Path(__file__).parents[2] / "docs" / "mcp-conversation.md"
_HEAD = """# A conversation with an agent

Written by `python -m tests.mcp.conversation`. The server runs with `--write --toolset sonarly
--max-calls 20 --max-people 30`, and the fake responds. Each call and each result is real; only long
lists are cut. The user sees the questions in the client.
"""
_MAX_ITEMS = 2
_GROUP = {"account_group_id": SAMPLE_ID}


class Conversation:
    """Conversation of a user and an agent, as a page.

    Args:
        desk: Server and fake.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._parts = [_HEAD]
        self._answers: list[types.ElicitResult] = []

    def user(self, text: str) -> None:
        """Add what the user says."""
        self._parts.append(f"**User**: {text}\n")

    def agent(self, text: str) -> None:
        """Add what the agent says."""
        self._parts.append(f"**Agent**: {text}\n")

    def will_answer(self, action: Any) -> None:
        """Set the answer to the next question."""
        self._answers.append(types.ElicitResult(action=action))

    async def answer(
        self, context: ClientRequestContext, params: types.ElicitRequestParams
    ) -> types.ElicitResult:
        """Answer a question, and show it."""
        answer = self._answers.pop(0)
        self._parts.append(
            f"> **Question to the user**: {params.message}\n>\n> **Answer**: {answer.action}\n"
        )
        return answer

    async def call(
        self, client: Client, tool: str, arguments: Mapping[str, Any]
    ) -> types.CallToolResult:
        """Call a tool, and show the call and its result."""
        place = len(self._parts)
        result = await call(client, tool, arguments)
        self._parts.insert(place, f"`{tool}`\n\n{_block(arguments)}\n")
        self._parts.append(f"Result:\n\n{_block(_cut(fields(result)))}\n")
        notes = texts(result).splitlines()[1:]
        self._parts += [f"{note}\n" for note in notes]
        return result

    def audit(self) -> None:
        """Show the audit."""
        self._parts.append("## The audit\n\nOne line for each request, on standard error:\n")
        self._parts.append(f"```json\n{self._desk.audit_stream.getvalue()}```\n")

    def page(self) -> str:
        """Return the page."""
        return "\n".join(self._parts)


def _block(value: Any) -> str:
    return f"```json\n{json.dumps(value, indent=2, ensure_ascii=False)}\n```"


def _cut(value: Any) -> Any:
    """Return a result with the first items of its lists."""
    if isinstance(value, dict):
        return {name: _cut(item) for name, item in value.items()}
    if isinstance(value, list):
        shown = [_cut(item) for item in value[:_MAX_ITEMS]]
        rest = len(value) - len(shown)
        return [*shown, f"... {rest} more"] if rest else shown
    return value


async def talk(conversation: Conversation, client: Client) -> None:
    """Lead the conversation."""
    conversation.user("Start our recruiting campaign for Berlin, and say how it goes.")
    await conversation.call(client, "sonarly_accounts_list", {"max_items": 2})
    await conversation.call(client, "sonarly_campaigns_list", {**_GROUP, "max_items": 1})
    conversation.agent("I found the draft “Q4: recruiters, Berlin”. I start it now.")
    conversation.will_answer("accept")
    await conversation.call(client, START, CAMPAIGN)
    await conversation.call(client, "sonarly_follow_campaign", {**CAMPAIGN, "seconds": 0})
    conversation.agent("It is active. Some messages wait for your approval.")
    conversation.user("Approve the first one.")
    pending = await conversation.call(
        client, "sonarly_pending_approvals", {**CAMPAIGN, "max_items": 1}
    )
    [first] = fields(pending)["items"]
    approval = {
        **CAMPAIGN,
        "workflow_instance_id": first["workflow_instance_id"],
        "lead_id": first["lead_id"],
    }
    conversation.will_answer("decline")
    await conversation.call(client, "sonarly_campaigns_approve", approval)
    conversation.agent("You declined, so nothing was sent.")
    conversation.user("Then write to Berlin's second list too: start the next campaign.")
    other = {**_GROUP, "campaign_id": "ca0000000000000000000002"}
    await conversation.call(client, START, other)
    conversation.agent(
        "The budget of this session refuses it. You were not asked, and nothing was sent."
    )


def page() -> str:
    """Return the page, from a new fake."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        conversation = Conversation(desk)

        async def run() -> None:
            server = desk.server(can_write=True, toolsets=("sonarly",), max_calls=20, max_people=30)
            async with Client(
                server, mode="2026-07-28", elicitation_callback=conversation.answer
            ) as client:
                await talk(conversation, client)

        anyio.run(run)
    conversation.audit()
    return conversation.page()


if __name__ == "__main__":  # pragma: no cover - its parts run in test_conversation.py
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} is written\n")
