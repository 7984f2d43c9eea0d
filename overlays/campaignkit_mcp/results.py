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
_NAMES = {
    "status_code": "status",
    "code": "code",
    "retry_after": "retry_after",
    "trace_id": "trace_id",
    "operation": "operation",
    # A repetition with the same key is applied once.
    "idempotency_key": "idempotency_key",
}


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


def error_fields(error: CampaignKitError) -> dict[str, Any]:
    """Return the fields of a failed call, without those that it lacks."""
    known = fields_of(error)
    fields = {"class": known["error"], "message": known["summary"]}
    return fields | {name: known[field] for field, name in _NAMES.items() if field in known}


def write_error_fields(error: CampaignKitError, following: FollowingRead | None) -> dict[str, Any]:
    """Return the fields of a failed write, with its outcome.

    Args:
        error: The failure.
        following: Read to make before the write is repeated; None without one.
    """
    fields = error_fields(error) | {"outcome": error.outcome}
    if error.outcome == "unknown" and following is not None:
        fields["read"] = following.as_fields()
        fields["advice"] = (
            f"The call may have succeeded. Call {following.tool} before you repeat it or change"
            " anything there."
        )
    return fields


def mask(value: Any, secrets: Collection[str]) -> Any:
    """Return JSON without secrets, which a vendor may repeat in a response.

    A half of a surrogate pair is replaced, because it cannot be sent as UTF-8.
    """
    if isinstance(value, str):
        value = value.encode(errors="replace").decode()
        for secret in secrets:
            value = value.replace(secret, _MASK)
        return value
    if isinstance(value, Mapping):
        return {mask(name, secrets): mask(item, secrets) for name, item in value.items()}
    if isinstance(value, list):
        return [mask(item, secrets) for item in value]
    return value
