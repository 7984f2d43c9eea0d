"""Messages: the conversations of the account groups, and answers that wait to be sent.

No HTTP here.
"""

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from ..engine.access import Arguments, account_group_id
from ..engine.pagination import by_cursor
from ..engine.records import ACCOUNT_GROUPS, JSON, Ids, Key, Lead, provider_id
from ..engine.responses import Refusal

if TYPE_CHECKING:
    from ..state.store import Store

_CONVERSATIONS = 12
_LONGEST = 6


@dataclass
class Conversation:
    """A chat with a prospect; `messages` are what the API shows of each."""

    account_group_id: str
    prospect_id: str
    messages: list[JSON]


class Messages:
    """The conversations of all account groups by id, and the responses that are queued."""

    def __init__(self, random: Random, leads: dict[str, Lead]) -> None:
        self.conversations: dict[str, Conversation] = {}
        self.responses: list[JSON] = []
        """What waits for the scheduler: who is written to, and what."""
        self.response_ids = Ids("5f", 1)
        ids, message_ids = Ids("c0"), Ids("3e")
        for group_id in ACCOUNT_GROUPS:
            first, *others = (
                lead_id for lead_id, lead in leads.items() if lead.account_group_id == group_id
            )
            for prospect_id in (first, *random.sample(others, _CONVERSATIONS - 1)):
                messages = [
                    {"id": next(message_ids), "participantProviderId": provider_id(prospect_id)}
                    for _ in range(random.randint(1, _LONGEST))
                ]
                self.conversations[next(ids)] = Conversation(group_id, prospect_id, messages)

    def state(self) -> JSON:
        """Return what a test wants to look at."""
        return {
            "conversations": {
                conversation_id: {
                    "accountGroupId": conversation.account_group_id,
                    "prospectId": conversation.prospect_id,
                    "messageIds": [each["id"] for each in conversation.messages],
                }
                for conversation_id, conversation in self.conversations.items()
            },
            "responses": [dict(each) for each in self.responses],
        }


def list_messages(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return a page of the messages, or of those of one conversation."""
    group_id, wanted = account_group_id(key, arguments), arguments.get("conversationId")
    found = [
        message
        for conversation_id, each in store.messages.conversations.items()
        if each.account_group_id == group_id and wanted in (None, conversation_id)
        for message in each.messages
    ]
    return by_cursor(found, arguments)


def respond(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Queue a message to a prospect; it is never sent, for time changes nothing by itself."""
    group_id, body = account_group_id(key, arguments), arguments["body"]
    prospect = store.leads.get(body["prospectId"])
    if prospect is None or prospect.account_group_id != group_id:
        raise _refusal("prospectId", "is no prospect of the account group")
    # No page says which channel it is where none is given.
    channel = body.get("channel", "direct_message")
    if channel not in _CHECKS:
        raise _refusal("channel", "is none that a message can be sent by")
    _CHECKS[channel](store.messages, body, prospect)
    store.tick()
    response_id = next(store.messages.response_ids)
    store.messages.responses.append({"id": response_id, "accountGroupId": group_id, **body})
    return {"id": response_id}


def _check_chat(messages: Messages, body: JSON, _: Lead) -> None:
    """Require a chat with the prospect, and the one that is named if there is a name."""
    own = {
        conversation_id
        for conversation_id, each in messages.conversations.items()
        if each.prospect_id == body["prospectId"]
    }
    if not own:
        raise _refusal("channel", "is for a prospect with whom there is a chat")
    if "conversationId" in body and body["conversationId"] not in own:
        raise _refusal("conversationId", "is no conversation with the prospect")


def _check_inmail(_: Messages, body: JSON, prospect: Lead) -> None:
    """Require a subject that says something, and a prospect who may be written to."""
    if not body["subject"]:
        raise _refusal("subject", "is empty")
    if not prospect.is_eligible:
        raise _refusal("prospectId", "is not eligible")


_CHECKS = {"direct_message": _check_chat, "inmail": _check_inmail}


def _refusal(name: str, why: str) -> Refusal:
    return Refusal(422, "The message cannot be queued.", details=[(name, why)])


RULES = {"sonarly_messages_list": list_messages, "sonarly_messages_respond": respond}
