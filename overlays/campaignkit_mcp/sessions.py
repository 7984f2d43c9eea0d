"""Sessions of clients, each with its own budget and its own open questions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple

from mcp.server.context import ServerRequestContext
from mcp_types.version import MODERN_PROTOCOL_VERSIONS

from .budgets import Budget
from .settings import Settings

_HEADER = "mcp-session-id"
_MAX_QUESTIONS = 100  # open at once; the oldest are dropped


class Question(NamedTuple):
    """Question that a person was asked, and the call it belongs to."""

    call: str
    """Tool and exact arguments."""
    text: str
    number: int
    """Number among the questions about one call, from 1."""


class Session:
    """Session of a client.

    Args:
        session_id: ID for the audit.
        budget: Its budget.
    """

    def __init__(self, session_id: str, budget: Budget) -> None:
        self.session_id = session_id
        self.budget = budget
        self._questions: OrderedDict[str, Question] = OrderedDict()

    def open_question(self, state: str, question: Question) -> None:
        """Keep a question until it is answered once."""
        self._questions[state] = question
        while len(self._questions) > _MAX_QUESTIONS:
            self._questions.popitem(last=False)

    def take_question(self, state: str | None) -> Question | None:
        """Return an open question, which is then closed; None for an unknown state."""
        return self._questions.pop(state, None) if state else None


class Sessions:
    """Sessions of a connection, or of all connections over HTTP.

    Args:
        settings: Settings with the limits of a session.
        new_id: Returns an ID for the sessions that the transport gives none.
    """

    def __init__(self, settings: Settings, new_id: Callable[[], str]) -> None:
        self._settings = settings
        self._shared_id = new_id()
        self._sessions: dict[str, Session] = {}

    def of(self, context: ServerRequestContext[Any, Any]) -> Session:
        """Return the session of a request."""
        session_id = self._id_of(context)
        if session_id not in self._sessions:
            self._sessions[session_id] = Session(session_id, Budget(self._settings))
        return self._sessions[session_id]

    def _id_of(self, context: ServerRequestContext[Any, Any]) -> str:
        """Return the ID of the transport, which has checked it.

        The protocol of 2026-07-28 has no sessions. A header there is a claim of the client, which
        could get a new budget by it.
        """
        if context.request is None or context.protocol_version in MODERN_PROTOCOL_VERSIONS:
            return self._shared_id
        session_id: str = context.request.headers.get(_HEADER, self._shared_id)
        return session_id
