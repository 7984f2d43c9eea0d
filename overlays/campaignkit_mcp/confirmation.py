"""Confirmation by the user of the client, in both generations of the protocol."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from campaignkit_operations.json_values import as_json
from campaignkit_operations.stakes import describe, people_reached, read_group_name, read_target
from campaignkit_runtime.catalog import OperationEntry
from mcp.server.context import ServerRequestContext
from mcp.shared.exceptions import MCPError
from mcp_types import (
    CallToolRequestParams,
    ElicitRequest,
    ElicitRequestFormParams,
    ElicitResult,
    InputRequiredResult,
)
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import ValidationError

from .arguments import CallArguments
from .sessions import Question, Session

Action = Literal["accept", "decline", "cancel"]

_KEY = "confirm"
_MAX_VALUE = 2_000  # characters of an argument, such as a message, that the user sees
# A form without fields: to accept it is the answer.
_SCHEMA: dict[str, Any] = {"type": "object", "properties": {}}
AGAIN = "Something has changed since the last question. "


class Stakes(NamedTuple):
    """What a call would do, read from the API."""

    question: str
    people: int | None
    """People that it can reach at most; None if they cannot be counted."""


def read_stakes(client: Any, entry: OperationEntry, arguments: CallArguments) -> Stakes:
    """Return the stakes of a call.

    Args:
        client: Client of the vendor.
        entry: The operation.
        arguments: Arguments of the call.

    Raises:
        CampaignKitError: They cannot be read.
    """
    target = read_target(entry, arguments.ids, client)
    group = read_group_name(arguments.ids, client)
    people = people_reached(entry, arguments.keywords, target)
    text = describe(entry, arguments.ids, target, group, arguments.keywords, max_value=_MAX_VALUE)
    if people:
        text += f" It can reach {people} {'person' if people == 1 else 'people'}."
    return Stakes(text, people)


def can_ask(context: ServerRequestContext[Any, Any]) -> bool:
    """Return True if the client can show a question to its user."""
    capabilities = context.session.client_capabilities
    elicitation = capabilities.elicitation if capabilities else None
    has_form = elicitation is not None and (
        elicitation.form is not None or elicitation.url is None  # {} means forms, up to 2025-06-18
    )
    return has_form and (is_modern(context) or context.session.can_send_request)


def is_modern(context: ServerRequestContext[Any, Any]) -> bool:
    """Return True if questions are results, as in 2026-07-28, and not requests."""
    return context.protocol_version in MODERN_PROTOCOL_VERSIONS


def call_key(tool: str, arguments: CallArguments) -> str:
    """Return a text for a call with its exact arguments."""
    values: list[Mapping[str, Any]] = [arguments.ids, as_json(arguments.keywords)]
    return json.dumps([tool, *values], sort_keys=True, default=repr)


def question_result(session: Session, state: str, question: Question) -> InputRequiredResult:
    """Return a result that asks the user.

    Args:
        session: Session that keeps the question.
        state: Random text that the client returns with the answer.
        question: The question.
    """
    session.open_question(state, question)
    params = ElicitRequestFormParams(message=_shown(question), requested_schema=_SCHEMA)
    return InputRequiredResult(
        input_requests={_KEY: ElicitRequest(params=params)}, request_state=state
    )


def answer_of(
    session: Session, params: CallToolRequestParams, call: str
) -> tuple[Question, Action] | None:
    """Return the question and the answer that a request carries.

    None means that the request has no answer, or one to a question about another call. Each
    question can be answered once.
    """
    question = session.take_question(params.request_state)
    answer = (params.input_responses or {}).get(_KEY)
    if question is None or question.call != call or not isinstance(answer, ElicitResult):
        return None
    return question, answer.action


async def ask(context: ServerRequestContext[Any, Any], question: Question) -> Action:
    """Ask the user by a request to the client, and return the answer.

    A client that fails to ask has not confirmed.
    """
    try:
        answer = await context.session.elicit_form(
            _shown(question), _SCHEMA, related_request_id=context.request_id
        )
    except (MCPError, ValidationError):
        return "cancel"
    return answer.action


def _shown(question: Question) -> str:
    return AGAIN + question.text if question.number > 1 else question.text
