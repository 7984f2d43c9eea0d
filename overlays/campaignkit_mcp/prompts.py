"""Prompts that users choose in their client."""

from __future__ import annotations

from collections.abc import Mapping

from mcp_types import GetPromptResult, Prompt, PromptArgument, PromptMessage, TextContent

_GROUP = PromptArgument(
    name="account_group_id", description="ID of the account group.", required=True
)
_CAMPAIGN = PromptArgument(name="campaign_id", description="ID of the campaign.", required=True)

PROMPTS = [
    Prompt(
        name="check_campaign",
        title="Check a campaign before its start",
        description="Reads a draft, its templates and leads, and lists what is wrong.",
        arguments=[_GROUP, _CAMPAIGN],
    ),
    Prompt(
        name="weekly_report",
        title="Report on an account group",
        description="Summarizes the active campaigns, and what waits for approval.",
        arguments=[_GROUP],
    ),
]

_TEXTS = {
    "check_campaign": (
        "Check campaign {campaign_id} of account group {account_group_id} before its start. Do not"
        " change anything.\n"
        "1. Read the campaign with sonarly_campaigns_get. Say its name, status and number of"
        " leads.\n"
        "2. Read its content slots with sonarly_campaigns_content_slots, and each template that"
        " they use.\n"
        "3. Read a few of its leads, and check that they fit the campaign.\n"
        "4. List what should be changed before the start, most important first. If nothing is"
        " wrong, say so. Then stop: the user decides about the start."
    ),
    "weekly_report": (
        "Report on account group {account_group_id}. Do not change anything.\n"
        "1. Call sonarly_group_summary.\n"
        "2. For each active campaign, call sonarly_follow_campaign with seconds 0.\n"
        "3. Call sonarly_pending_approvals, and count what waits in each campaign.\n"
        "4. Write a short report for a busy reader: what moves, what waits for a decision, and"
        " what stopped. Give numbers and names of campaigns."
    ),
}


def prompt_result(name: str, arguments: Mapping[str, str]) -> GetPromptResult | None:
    """Return a prompt with its arguments; None if it does not exist.

    Raises:
        KeyError: An argument is missing.
    """
    prompt = next((prompt for prompt in PROMPTS if prompt.name == name), None)
    if prompt is None:
        return None
    values = {argument.name: arguments[argument.name] for argument in prompt.arguments or []}
    text = _TEXTS[name].format(**values)
    message = PromptMessage(role="user", content=TextContent(type="text", text=text))
    return GetPromptResult(description=prompt.description, messages=[message])
