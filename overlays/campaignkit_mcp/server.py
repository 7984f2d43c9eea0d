"""The server: tools, resources and prompts of a user's vendors."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from secrets import token_urlsafe
from typing import Any, NamedTuple

from campaignkit import CampaignKitError, __version__
from campaignkit_operations.errors import UsageError
from campaignkit_runtime.catalog import OperationEntry
from campaignkit_runtime.clock import Clock
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    GetPromptRequestParams,
    GetPromptResult,
    ListPromptsResult,
    ListResourcesResult,
    ListResourceTemplatesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
)
from mcp_types import Tool as Definition

from .arguments import check
from .audit import Audit, masked
from .budgets import BudgetError
from .calls import FrozenError, OperationCaller, ToolResult
from .exports import Exports
from .prompts import PROMPTS, prompt_result
from .resources import TEMPLATES, Resources
from .results import failure, mask, not_sent
from .sessions import Session, Sessions
from .settings import Settings, entries_of
from .tools import Workflow, operation_tool
from .vendor_clients import VendorClients
from .workflow_calls import call_workflow
from .workflows import WORKFLOWS

Context = ServerRequestContext[Sessions, Any]

_INSTRUCTIONS = (
    "Outreach campaigns on Sonarly and Callers.ai. Start with sonarly_accounts_list or"
    " callers_organizations_get to find IDs. A list has at most max_items items; pass its"
    " next_cursor as cursor to go on. A call that can contact people is confirmed by the user. If"
    " an outcome is unknown, read the state before you repeat the call."
)


class Parts(NamedTuple):
    """What a server is made of."""

    settings: Settings
    clients: VendorClients
    audit: Audit
    clock: Clock
    new_token: Callable[[], str] = token_urlsafe
    """Returns a random text for a session or a question."""


class ToolServer:
    """Handlers of the requests of clients.

    Args:
        parts: What it is made of.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.exports = Exports()
        self._resources = Resources(parts.clients, self.exports)
        self._caller = OperationCaller(parts.settings, parts.clients, parts.new_token)
        known = entries_of(parts.settings)
        self._entries = {
            name: entry
            for name, entry in known.items()
            if parts.settings.can_write or entry.effect == "none"
        }
        self._writers = known.keys() - self._entries.keys()
        self._workflows = {
            workflow.name: workflow for workflow in WORKFLOWS if self._has(workflow.toolset)
        }
        self._definitions = {
            **{
                name: operation_tool(entry, parts.clients.defaults_of(entry))
                for name, entry in self._entries.items()
            },
            **{name: workflow.definition for name, workflow in self._workflows.items()},
        }

    @property
    def definitions(self) -> Mapping[str, Definition]:
        """Definitions of the tools by name."""
        return self._definitions

    def _has(self, toolset: str) -> bool:
        toolsets = self._parts.settings.toolsets
        return not toolsets or bool({toolset, toolset.partition(".")[0]} & set(toolsets))

    async def list_tools(
        self, context: Context, params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        """Return all tools on one page."""
        return ListToolsResult(tools=list(self._definitions.values()))

    async def call_tool(self, context: Context, params: CallToolRequestParams) -> ToolResult:
        """Call a tool, and write a line of the audit."""
        session = context.lifespan_context.of(context)
        definition = self._definitions.get(params.name)
        if definition is None:
            return self._unknown(session, params.name)
        shown = masked(definition.input_schema, params.arguments or {})
        facts: dict[str, Any] = {}
        result: ToolResult | None = None
        try:
            result = await self._call(context, params, session, definition, facts)
        except FrozenError as error:
            facts["outcome"] = "not_sent"
            result = failure(not_sent("FrozenError", str(error), read=error.read))
        except UsageError as error:
            facts["outcome"] = "not_sent"
            result = failure(not_sent("InvalidArgumentError", str(error)))
        except Exception as error:
            result = self._unexpected(error, params.name, facts)
        finally:
            self._audit(
                session.session_id,
                params.name,
                arguments=shown,
                error=_error_of(result),
                **{"outcome": "cancelled"} | facts,
            )
        return self._without_secrets(result)

    async def _call(
        self,
        context: Context,
        params: CallToolRequestParams,
        session: Session,
        definition: Definition,
        facts: dict[str, Any],
    ) -> ToolResult:
        values = check(definition.input_schema, params.arguments or {})
        entry: OperationEntry | None = self._entries.get(params.name)
        if entry is not None:
            return await self._caller.call(context, params, session, entry, values, facts)
        workflow: Workflow = self._workflows[params.name]
        return await call_workflow(
            workflow,
            self._parts.clients,
            self._parts.clock,
            context,
            session,
            values,
            facts,
            self.exports,
        )

    def _audit(self, session_id: str, tool: str, **facts: Any) -> None:
        """Write a line without secrets, which an agent or a vendor may put in an ID."""
        self._parts.audit.write(session_id, tool, **mask(facts, self._parts.clients.secrets))

    def _unknown(self, session: Session, name: str) -> CallToolResult:
        """Return the refusal of a tool that writes; an unknown tool is an error of the protocol."""
        is_known = name in self._writers
        shown = name if is_known else "unknown"  # a name can hold anything
        self._audit(session.session_id, shown, outcome="not_sent")
        if is_known:
            message = f"{name} changes something, and the server only reads. Start it with --write."
            return failure(not_sent("ReadOnlyError", message))
        raise MCPError(INVALID_PARAMS, f"Unknown tool: {self._masked(name)[:100]!r}.")

    def _unexpected(self, error: Exception, tool: str, facts: dict[str, Any]) -> CallToolResult:
        """Return an unexpected failure by its class only, because its text can hold anything.

        A write that was sent has set its outcome.
        """
        is_read = tool in self._workflows or self._entries[tool].effect == "none"
        outcome = facts.setdefault("outcome", "failed" if is_read else "not_sent")
        name = type(error).__name__
        with suppress(OSError):
            sys.stderr.write(f"campaignkit: an unexpected {name}.\n")
        message = f"An unexpected {name} in the server."
        return failure({"class": name, "message": message, "outcome": outcome})

    def _without_secrets(self, result: ToolResult) -> ToolResult:
        dumped = result.model_dump(mode="json", by_alias=True, exclude_none=True)
        shown = mask(dumped, self._parts.clients.secrets)
        return result if shown == dumped else type(result).model_validate(shown)

    async def list_resources(
        self, context: Context, params: PaginatedRequestParams | None
    ) -> ListResourcesResult:
        """Return all resources on one page."""
        return ListResourcesResult(resources=self._resources.list())

    async def list_templates(
        self, context: Context, params: PaginatedRequestParams | None
    ) -> ListResourceTemplatesResult:
        """Return the templates of resources."""
        return ListResourceTemplatesResult(resource_templates=TEMPLATES)

    async def read_resource(
        self, context: Context, params: ReadResourceRequestParams
    ) -> ReadResourceResult:
        """Return the content of a resource; one that is read from the API counts as a call."""
        session = context.lifespan_context.of(context)
        outcome = "failed"
        try:
            if self._resources.needs_call(params.uri):
                session.budget.take_call()
            contents = await self._resources.read(params.uri)
            outcome = "not_found" if contents is None else "read"
        except (BudgetError, CampaignKitError, UsageError) as error:
            raise MCPError(INTERNAL_ERROR, self._masked(str(error))) from None
        finally:
            self._audit(session.session_id, "resources/read", outcome=outcome)
        if contents is None:
            raise MCPError(INVALID_PARAMS, f"Unknown resource: {self._masked(params.uri)[:100]!r}.")
        shown = contents.model_copy(update={"text": self._masked(contents.text)})
        return ReadResourceResult(contents=[shown])

    def _masked(self, text: str) -> str:
        shown: str = mask(text, self._parts.clients.secrets)
        return shown

    async def list_prompts(
        self, context: Context, params: PaginatedRequestParams | None
    ) -> ListPromptsResult:
        """Return all prompts."""
        return ListPromptsResult(prompts=PROMPTS)

    async def get_prompt(self, context: Context, params: GetPromptRequestParams) -> GetPromptResult:
        """Return a prompt with its arguments."""
        try:
            result = prompt_result(params.name, params.arguments or {})
        except KeyError as error:
            raise MCPError(INVALID_PARAMS, f"Missing argument: {error}.") from None
        if result is None:
            raise MCPError(INVALID_PARAMS, f"Unknown prompt: {self._masked(params.name)[:100]!r}.")
        return result

    @asynccontextmanager
    async def lifespan(self, _: Server[Any]) -> AsyncIterator[Sessions]:
        """Yield the sessions of a connection, or of all connections over HTTP."""
        yield Sessions(self._parts.settings, self._parts.new_token)


def _error_of(result: ToolResult | None) -> str | None:
    if not isinstance(result, CallToolResult) or not result.is_error:
        return None
    name: str = result.structured_content["class"]
    return name


def build_server(parts: Parts) -> Server[Sessions]:
    """Return a server of the official SDK."""
    handlers = ToolServer(parts)
    return Server(
        "campaignkit",
        version=__version__,
        title="CampaignKit",
        instructions=_INSTRUCTIONS,
        lifespan=handlers.lifespan,
        on_list_tools=handlers.list_tools,
        on_call_tool=handlers.call_tool,
        on_list_resources=handlers.list_resources,
        on_list_resource_templates=handlers.list_templates,
        on_read_resource=handlers.read_resource,
        on_list_prompts=handlers.list_prompts,
        on_get_prompt=handlers.get_prompt,
    )
