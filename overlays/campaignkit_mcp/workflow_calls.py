"""One call of a workflow tool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from campaignkit import CampaignKitError
from campaignkit_operations.errors import MissingKeyError
from campaignkit_runtime.clock import Clock
from mcp.server.context import ServerRequestContext
from mcp_types import CallToolResult

from .budgets import BudgetError
from .exports import Exports
from .results import error_fields, failure, not_sent, success
from .sessions import Session
from .tools import Workflow, WorkflowContext
from .vendor_clients import VendorClients


async def call_workflow(
    workflow: Workflow,
    clients: VendorClients,
    clock: Clock,
    context: ServerRequestContext[Any, Any],
    session: Session,
    values: Mapping[str, Any],
    facts: dict[str, Any],
    exports: Exports,
) -> CallToolResult:
    """Call a workflow, which counts as one call, and return its result or its failure.

    Args:
        workflow: The workflow.
        clients: Clients of the vendors.
        clock: Clock of its waits.
        context: Context of the request, for its progress.
        session: Session of the client.
        values: Arguments that fit its schema.
        facts: Facts for the audit.
        exports: Place of what it exports.
    """
    try:
        session.budget.take_call()
        client = clients.of(workflow.toolset.partition(".")[0])
        own = WorkflowContext(client, clock, context.session.report_progress, exports)
        result = await workflow.run(own, values)
    except BudgetError as error:
        facts["outcome"] = "not_sent"
        return failure(not_sent("BudgetError", str(error)), [session.budget.note])
    except MissingKeyError as error:
        facts["outcome"] = "not_sent"
        return failure(not_sent("MissingKeyError", str(error)))
    except CampaignKitError as error:
        facts |= {"outcome": "failed", "trace_id": error.trace_id}
        return failure(error_fields(error))
    facts["outcome"] = "read"
    notes = [*result.notes, *([session.budget.note] if session.budget.note else [])]
    found = success(result.fields, notes, {"outcome": "read", "budget": session.budget.facts})
    return found.model_copy(update={"content": [*found.content, *result.links]})
