"""One call of a tool: checks, confirmation, budget, and the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import anyio
from anyio.to_thread import run_sync
from campaignkit import CampaignKitError
from campaignkit_operations.errors import MissingKeyError, UsageError
from campaignkit_runtime.catalog import OperationEntry
from mcp.server.context import ServerRequestContext
from mcp_types import CallToolRequestParams, CallToolResult, InputRequiredResult

from . import confirmation, operations
from .arguments import CallArguments, call_arguments
from .budgets import BudgetError
from .following_reads import following_read
from .freezes import Freezes
from .results import error_fields, failure, mask, not_sent, success, write_error_fields
from .sessions import Question, Session
from .settings import Settings
from .vendor_clients import VendorClients

_MAX_QUESTIONS = 3  # about one call, if its stakes keep changing

ToolResult = CallToolResult | InputRequiredResult


class Request(NamedTuple):
    """Request of a client for an operation."""

    context: ServerRequestContext[Any, Any]
    params: CallToolRequestParams
    session: Session
    entry: OperationEntry
    arguments: CallArguments
    facts: dict[str, Any]
    """Facts for the audit, added while the call goes on."""


class OperationCaller:
    """Caller of operations for all sessions of a server.

    Args:
        settings: What is allowed.
        clients: Clients of the vendors.
        new_state: Returns a random text for a question.
    """

    def __init__(
        self, settings: Settings, clients: VendorClients, new_state: Callable[[], str]
    ) -> None:
        self._settings = settings
        self._clients = clients
        self._new_state = new_state
        self._freezes = Freezes()
        # From the last look at the stakes until the response: no other write comes between.
        self._writing = anyio.Lock()

    async def call(
        self,
        context: ServerRequestContext[Any, Any],
        params: CallToolRequestParams,
        session: Session,
        entry: OperationEntry,
        values: Mapping[str, Any],
        facts: dict[str, Any],
    ) -> ToolResult:
        """Call an operation, and return its result or its failure.

        Args:
            context: Context of the request.
            params: The request.
            session: Session of the client.
            entry: The operation.
            values: Arguments that fit the schema of the tool.
            facts: Facts for the audit.
        """
        arguments = call_arguments(entry, values, self._clients.defaults_of(entry))
        request = Request(context, params, session, entry, arguments, facts)
        try:
            if entry.effect == "none":
                session.budget.take_call()
                return await self._read(request)
            return await self._write(request)
        except BudgetError as error:
            facts["outcome"] = "not_sent"
            return failure(not_sent("BudgetError", str(error)), [session.budget.note])
        except MissingKeyError as error:
            facts["outcome"] = "not_sent"
            return failure(not_sent("MissingKeyError", str(error)))
        except CampaignKitError as error:  # of a read, or of the reads before a write
            return self._not_read(request, error)

    async def _read(self, request: Request) -> CallToolResult:
        before = self._freezes.begin_read()
        result = await self._send(request)
        self._freezes.end_read(request.entry, request.arguments.ids, before)
        return self._succeeded(request, result, "read")

    async def _write(self, request: Request) -> ToolResult:
        self._check_frozen(request)
        entry = request.entry
        if not entry.must_confirm or entry.id in self._settings.confirmed_tools:
            request.session.budget.take_call()
            if entry.must_confirm:
                request.facts["confirmed"] = "--yes-to"
            async with self._writing:
                return await self._apply(request, await self._people(request))
        if not confirmation.can_ask(request.context):
            return self._refused(
                request,
                "NotConfirmed",
                "The user must confirm this call, but the client cannot ask: it does not support"
                f" elicitation. Restart the server with --yes-to {entry.id} to allow it.",
            )
        return await self._confirmed_write(request)

    async def _confirmed_write(self, request: Request) -> ToolResult:
        key = confirmation.call_key(request.entry.id, request.arguments)
        answered = confirmation.answer_of(request.session, request.params, key)
        if answered is None:
            request.session.budget.take_call()
        number = answered[0].number if answered else 0
        while answered is not None or number < _MAX_QUESTIONS:
            if answered is None:
                number += 1
                stakes = await self._stakes(request)
                request.session.budget.check_people(stakes.people)
                question = Question(key, stakes.question, number)
                if confirmation.is_modern(request.context):
                    request.facts["outcome"] = "asked"
                    state = self._new_state()
                    return confirmation.question_result(request.session, state, question)
                answered = question, await confirmation.ask(request.context, question)
            question, action = answered
            if action != "accept":
                request.facts["confirmed"] = action
                message = f"The user did not confirm: {action}."
                return self._refused(request, "NotConfirmed", message)
            async with self._writing:
                stakes = await self._stakes(request)
                if stakes.question == question.text:
                    request.facts["confirmed"] = "user"
                    return await self._apply(request, stakes.people)
            answered = None
        message = "What the call acts on changed after each question."
        return self._refused(request, "NotConfirmed", message)

    async def _stakes(self, request: Request) -> confirmation.Stakes:
        client = self._clients.of(request.entry.vendor)
        stakes = await run_sync(confirmation.read_stakes, client, request.entry, request.arguments)
        return stakes._replace(question=mask(stakes.question, self._clients.secrets))

    async def _people(self, request: Request) -> int | None:
        if request.entry.effect != "reaches-people":
            return 0
        return (await self._stakes(request)).people

    async def _apply(self, request: Request, people: int | None) -> CallToolResult:
        """Send a write; the caller holds the lock."""
        self._check_frozen(request)
        self._clients.of(request.entry.vendor)  # without a key, nothing is sent
        budget = request.session.budget
        budget.check_people(people)
        budget.add_people(people)
        request.facts["people"] = people or None
        outcome = "unknown"
        # A client that gives up does not end the call: its outcome must be known.
        with anyio.CancelScope(shield=True):
            try:
                result = await self._send(request)
                outcome = "applied"
            except CampaignKitError as error:
                outcome = error.outcome
                return self._failed(request, error)
            finally:
                request.facts.setdefault("outcome", outcome)
                if outcome in ("not_sent", "rejected"):
                    budget.add_people(-(people or 0))
                elif outcome == "unknown":
                    self._freezes.add(request.entry, request.arguments.ids)
        return self._succeeded(request, result, "applied")

    async def _send(self, request: Request) -> operations.CallResult:
        client = self._clients.of(request.entry.vendor)
        return await run_sync(operations.call, client, request.entry, request.arguments)

    def _check_frozen(self, request: Request) -> None:
        read = self._freezes.of(request.entry, request.arguments.ids)
        if read is not None:
            raise FrozenError(
                "The outcome of an earlier call is unknown. Call"
                f" {read.tool} first, to see its state.",
                read.as_fields(),
            )

    def _succeeded(
        self, request: Request, result: operations.CallResult, outcome: str
    ) -> CallToolResult:
        request.facts.update(outcome=outcome, trace_id=result.trace_id)
        budget = request.session.budget
        meta = {"outcome": outcome, "budget": budget.facts}
        meta |= {"trace_id": result.trace_id} if result.trace_id else {}
        return success(result.fields, [budget.note] if budget.note else [], meta)

    def _failed(self, request: Request, error: CampaignKitError) -> CallToolResult:
        """Return the failure of a write that may have been sent."""
        following = following_read(request.entry, request.arguments.ids)
        request.facts.update(outcome=error.outcome, trace_id=error.trace_id)
        return self._failure(request, write_error_fields(error, following))

    def _not_read(self, request: Request, error: CampaignKitError) -> CallToolResult:
        """Return the failure of a read; if a write needed it, the write was not sent."""
        fields = error_fields(error)
        outcome = "failed"
        if request.entry.effect != "none":
            outcome = fields["outcome"] = "not_sent"
        request.facts.update(outcome=outcome, trace_id=error.trace_id)
        return self._failure(request, fields)

    def _failure(self, request: Request, fields: Mapping[str, Any]) -> CallToolResult:
        note = request.session.budget.note
        return failure(fields, [note] if note else [])

    def _refused(self, request: Request, kind: str, message: str) -> CallToolResult:
        request.facts["outcome"] = "not_sent"
        return failure(not_sent(kind, message))


class FrozenError(UsageError):
    """A write waits until a state was read; nothing was sent.

    Args:
        message: What to read.
        read: The read as an agent makes it.
    """

    def __init__(self, message: str, read: Mapping[str, Any]) -> None:
        super().__init__(message)
        self.read = read
