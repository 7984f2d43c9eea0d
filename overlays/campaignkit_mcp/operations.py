"""Calls of operations of the catalog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from campaignkit_operations.json_values import as_json
from campaignkit_runtime.catalog import OperationEntry

from .arguments import CallArguments
from .listing import read_list, read_pages
from .output_schemas import is_list


class CallResult(NamedTuple):
    """Structured result of a call."""

    fields: dict[str, Any]
    trace_id: str | None = None


def call(client: Any, entry: OperationEntry, arguments: CallArguments) -> CallResult:
    """Call an operation and return its result.

    Args:
        client: Client of the vendor.
        entry: The operation.
        arguments: Arguments of the call.

    Raises:
        CampaignKitError: The call failed.
    """
    resource = getattr(client, entry.resource)
    if entry.kind == "batch":
        rows = getattr(resource, entry.name)(*arguments.ids.values(), **arguments.keywords)
        return CallResult({"items": as_json(list(rows))})
    method = getattr(resource.with_raw_response, entry.name)

    def fetch(place: Mapping[str, Any]) -> Any:
        return method(*arguments.ids.values(), **arguments.keywords, **place)

    if entry.paging is not None:
        part = read_pages(entry, fetch, arguments.max_items, arguments.cursor)
        return CallResult(part.fields, part.trace_id)
    if is_list(entry):
        part = read_list(fetch, arguments.max_items, arguments.cursor)
        return CallResult(part.fields, part.trace_id)
    response = fetch({})
    payload = as_json(response.payload)
    return CallResult(payload if isinstance(payload, dict) else {}, response.trace_id)
