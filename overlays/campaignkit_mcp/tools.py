"""Tools: operations of the catalog, and workflows beside them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from campaignkit_runtime.catalog import OperationEntry
from campaignkit_runtime.clock import Clock
from mcp_types import ContentBlock, ToolAnnotations
from mcp_types import Tool as Definition

from .descriptions import describe_tool
from .document import is_repeatable
from .exports import Exports
from .input_schemas import input_schema
from .output_schemas import is_list, output_schema

Report = Callable[[float, float | None, str | None], Awaitable[None]]
"""Reports progress to the client: what is done, the total, and a message."""


class WorkflowContext(NamedTuple):
    """What a workflow works with."""

    client: Any
    clock: Clock
    report: Report
    exports: Exports


class WorkflowResult(NamedTuple):
    """Result of a workflow."""

    fields: dict[str, Any]
    links: tuple[ContentBlock, ...] = ()
    notes: tuple[str, ...] = ()


class Workflow(NamedTuple):
    """Tool that makes several reads."""

    name: str
    toolset: str
    description: str
    input_schema: dict[str, Any]
    output_schema: dict[str, Any]
    run: Callable[[WorkflowContext, Mapping[str, Any]], Awaitable[WorkflowResult]]

    @property
    def definition(self) -> Definition:
        """Definition for clients."""
        return Definition(
            name=self.name,
            description=self.description,
            input_schema=self.input_schema,
            output_schema=self.output_schema,
            annotations=ToolAnnotations(read_only_hint=True),
        )


def operation_tool(entry: OperationEntry, defaults: Mapping[str, str]) -> Definition:
    """Return the definition of the tool of an operation.

    Args:
        entry: The operation.
        defaults: Arguments with a default in the profile.
    """
    return Definition(
        name=entry.id,
        description=describe_tool(entry),
        input_schema=input_schema(entry, defaults, is_list=is_list(entry)),
        output_schema=output_schema(entry),
        annotations=_annotations(entry),
    )


def _annotations(entry: OperationEntry) -> ToolAnnotations:
    """Return hints; the other hints of a tool that only reads have no meaning."""
    if entry.effect == "none":
        return ToolAnnotations(read_only_hint=True)
    return ToolAnnotations(
        read_only_hint=False,
        destructive_hint=entry.must_confirm,
        idempotent_hint=is_repeatable(entry),
    )
