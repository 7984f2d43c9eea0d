"""Results of tools: structured fields, the same as text, and errors to act on."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from campaignkit_operations.failure_fields import fields_of
from mcp_types import CallToolResult, TextContent

from .following_reads import FollowingRead

if TYPE_CHECKING:
    from campaignkit import CampaignKitError

META = "campaignkit/"
"""Prefix of our keys in `_meta`."""
_MASK = "***"


def success(
    fields: Mapping[str, Any], notes: Collection[str], meta: Mapping[str, Any]
) -> CallToolResult:
    """Return the result of a call.

    Args:
        fields: Structured result.
        notes: Sentences for the agent, such as what is used up of a budget.
        meta: Facts about the call by name.
    """
    texts = [json.dumps(fields, ensure_ascii=False), *notes]
    return CallToolResult(
        content=[TextContent(type="text", text=text) for text in texts],
        structured_content=dict(fields),
        _meta={f"{META}{name}": value for name, value in meta.items()},
    )


def failure(fields: Mapping[str, Any], notes: Collection[str] = ()) -> CallToolResult:
    """Return the result of a call that failed or was not made.

    Args:
        fields: `class`, `message` and `outcome`, and what else is known.
        notes: Sentences for the agent.
    """
    advice = fields.get("advice")
    text = " ".join(part for part in (fields["message"], advice, *notes) if part)
    return CallToolResult(
        content=[TextContent(type="text", text=text)],
        structured_content=dict(fields),
        is_error=True,
    )


def not_sent(kind: str, message: str, **fields: Any) -> dict[str, Any]:
    """Return the fields of a call that was not made."""
    return {
        "class": kind,
        "message": f"{message} Nothing was sent.",
        "outcome": "not_sent",
    } | fields


def error_fields(
    error: CampaignKitError, *, is_read: bool, following: FollowingRead | None
) -> dict[str, Any]:
    """Return the fields of a failed call.

    Args:
        error: The failure.
        is_read: True if the call changes nothing, so that its outcome does not matter.
        following: Read to make before the call is repeated; None without one.
    """
    known = fields_of(error)
    names = {"status_code": "status", "code": "code", "retry_after": "retry_after"}
    names |= {"trace_id": "trace_id", "operation": "operation"}
    fields = {"class": known["error"], "message": known["summary"]}
    fields |= {name: known[field] for field, name in names.items() if field in known}
    if is_read:
        return fields
    fields["outcome"] = error.outcome
    if following is not None and error.outcome == "unknown":
        fields["read"] = following.as_fields()
        fields["advice"] = (
            f"The call may have succeeded. Call {following.tool} before you repeat it or change"
            " anything there."
        )
    return fields


def mask(value: Any, secrets: Collection[str]) -> Any:
    """Return JSON without secrets, which a vendor may repeat in a response."""
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, _MASK)
        return value
    if isinstance(value, Mapping):
        return {mask(name, secrets): mask(item, secrets) for name, item in value.items()}
    if isinstance(value, list):
        return [mask(item, secrets) for item in value]
    return value
