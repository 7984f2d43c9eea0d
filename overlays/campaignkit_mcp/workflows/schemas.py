"""Input schemas that workflows share."""

from typing import Any

Schema = dict[str, Any]

GROUP: Schema = {"type": "string", "minLength": 1, "description": "ID of the account group."}
CAMPAIGN: Schema = {"type": "string", "minLength": 1, "description": "ID of the campaign."}
AUDIENCE: Schema = {"type": "string", "description": "Audience of the leads; all by default."}


def arguments(required: tuple[str, ...] = ("account_group_id",), **properties: Schema) -> Schema:
    """Return the schema of the arguments of a workflow, which begins with the account group."""
    return {
        "type": "object",
        "properties": {"account_group_id": GROUP} | properties,
        "required": list(required),
    }


def fields(**kinds: str) -> Schema:
    """Return the schema of a result with the types of its fields."""
    return {"type": "object", "properties": {name: {"type": kind} for name, kind in kinds.items()}}
