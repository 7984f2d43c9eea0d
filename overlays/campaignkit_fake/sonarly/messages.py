"""Messages: the conversations of the account groups, and responses that wait to be sent."""

from dataclasses import dataclass
from typing import Self

from ..engine.access import account_group_id
from ..engine.context import Context
from ..engine.errors import ApiError
from ..engine.ids import ACCOUNT_GROUPS, Ids
from ..engine.pagination import by_cursor
from ..engine.types import JSON
from ..state.collection import AccountGroupCollection
from ..state.seeds import Seeds
from .leads import Lead, Leads, provider_id

__all__ = ["RULES", "Conversations"]

_PER_GROUP = 12
_LONGEST = 6


@dataclass
class Conversation:
    """Chat with a prospect; `messages` have the fields of responses."""

    account_group_id: str
    prospect_id: str
    messages: list[JSON]


class Conversations(AccountGroupCollection[Conversation]):
    """Conversations of all account groups, and the responses that are queued."""

    noun = "conversation"

    def __init__(self) -> None:
        super().__init__()
        self.responses: list[JSON] = []
        """Responses that wait for the scheduler."""
        self.response_ids = Ids("5f", 1)

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the conversations; the first of a group is with its first lead."""
        conversations, random = cls(), seeds.random("messages")
        ids, message_ids = Ids("c0"), Ids("3e")
        for group_id in ACCOUNT_GROUPS:
            first, *others = seeds[Leads].ids_of_group(group_id)
            for prospect_id in (first, *random.sample(others, _PER_GROUP - 1)):
                messages = [
                    {"id": next(message_ids), "participantProviderId": provider_id(prospect_id)}
                    for _ in range(random.randint(1, _LONGEST))
                ]
                conversation = Conversation(group_id, prospect_id, messages)
                conversations.by_id[next(ids)] = conversation
        return conversations

    def to_dict(self, now: float) -> JSON:
        """Return the conversations and the queued responses."""
        conversations = {
            conversation_id: {
                "accountGroupId": conversation.account_group_id,
                "prospectId": conversation.prospect_id,
                "messageIds": [message["id"] for message in conversation.messages],
            }
            for conversation_id, conversation in self.by_id.items()
        }
        responses = [dict(response) for response in self.responses]
        return {"messages": {"conversations": conversations, "responses": responses}}


def list_messages(context: Context) -> JSON:
    """Return a page of the messages, or of those of one conversation."""
    group_id, wanted = account_group_id(context), context.arguments.get("conversationId")
    found = [
        message
        for conversation_id, conversation in context.store[Conversations].by_id.items()
        if conversation.account_group_id == group_id and wanted in (None, conversation_id)
        for message in conversation.messages
    ]
    return by_cursor(found, context.arguments)


def respond(context: Context) -> JSON:
    """Queue a message to a prospect; it is never sent."""
    group_id, body = account_group_id(context), context.body
    conversations = context.store[Conversations]
    prospect = context.store[Leads].by_id.get(body["prospectId"])
    if prospect is None or prospect.account_group_id != group_id:
        raise _unprocessable("prospectId", "is not a prospect of the account group")
    # No page says which channel is the default.
    channel = body.get("channel", "direct_message")
    if channel not in _CHECKS:
        raise _unprocessable("channel", "cannot send a message")
    _CHECKS[channel](conversations, body, prospect)
    context.store.tick()
    response_id = next(conversations.response_ids)
    conversations.responses.append({"id": response_id, "accountGroupId": group_id, **body})
    return {"id": response_id}


def _check_direct_message(conversations: Conversations, body: JSON, _: Lead) -> None:
    """Require a chat with the prospect, and the named one if the body names one."""
    own = {
        conversation_id
        for conversation_id, conversation in conversations.by_id.items()
        if conversation.prospect_id == body["prospectId"]
    }
    if not own:
        raise _unprocessable("channel", "requires a chat with the prospect")
    if "conversationId" in body and body["conversationId"] not in own:
        raise _unprocessable("conversationId", "is not a conversation with the prospect")


def _check_inmail(_: Conversations, body: JSON, prospect: Lead) -> None:
    """Require a subject that is not empty, and an eligible prospect."""
    if not body["subject"]:
        raise _unprocessable("subject", "is empty")
    if not prospect.is_eligible:
        raise _unprocessable("prospectId", "is not eligible")


_CHECKS = {"direct_message": _check_direct_message, "inmail": _check_inmail}


def _unprocessable(name: str, problem: str) -> ApiError:
    return ApiError(422, "The message cannot be queued.", details=[(name, problem)])


RULES = {"sonarly_messages_list": list_messages, "sonarly_messages_respond": respond}
