# Generated from openapi.yaml by `make generate`; do not edit.
"""The messages of an account group's LinkedIn accounts, and answers to them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.protocols import RawResponse

    from ...models.message import Message
    from ...models.message_channel import MessageChannel
    from ...models.message_list import MessageList
    from ...models.scheduled_message_response import ScheduledMessageResponse


class SonarlyMessages(Resource):
    """The messages of an account group's LinkedIn accounts, and answers to them."""

    @cached_property
    def with_raw_response(self) -> SonarlyMessagesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return SonarlyMessagesWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        conversation_id: str | None = None,
    ) -> Pager[MessageList, Message]:
        """List the messages of an account group.

        The message history of all connected accounts of the account group, page by page, or that of
        one conversation. `participantProviderId` of a message finds its prospect among those of the
        account group.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.
            conversation_id: Only the messages of this conversation.

        Returns:
            A page of the messages.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/messages-list (documented). Permission: messages:read. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_messages_list import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
                conversation_id=_arguments.unset_if_none(conversation_id),
            ),
            PAGINATION,
        )

    def respond(
        self,
        account_group_id: str,
        *,
        prospect_id: str,
        message: str,
        channel: MessageChannel | str | None = None,
        conversation_id: str | None = None,
        subject: str | None = None,
        idempotency_key: str | None = None,
    ) -> ScheduledMessageResponse:
        """Queue a message to a prospect.

        Hands a message to the vendor's scheduler, which sends it later; the answer does not say
        that it was sent. This reaches a real person. `direct_message` is for a prospect with whom
        there is a chat, `inmail`, which needs a `subject`, for a conversation that is new. A repeat
        with the same key and body is answered with the request that was queued first. With the same
        key and another body the answer is 409 with the code IDEMPOTENCY_CONFLICT.

        Args:
            account_group_id: The account group that the call is about.
            prospect_id: Whom to write to.
            message: The text of the message.
            channel: The way that a message takes.
            conversation_id: The existing thread of direct messages to answer in.
            subject: The subject line. An `inmail` needs one.
            idempotency_key: A key of the caller's own for this call: a repeat with the same key and
                the same body is not carried out twice. One is made where none is given.

        Returns:
            The message is queued.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/messages-responses-create (documented). Assumed, 500, 502: The copy of the
        page ends before the numbers of these statuses. Permission: messages:write. Idempotency:
        keyed.
        """
        from ...models.message_channel import MessageChannel
        from ...models.message_response_create import MessageResponseCreate
        from .sonarly_messages_respond import call

        return self._send(
            call(
                account_group_id,
                body=MessageResponseCreate(
                    prospect_id=prospect_id,
                    message=message,
                    channel=UNSET
                    if channel is None
                    else _arguments.enum_member(MessageChannel, "channel", channel),
                    conversation_id=_arguments.unset_if_none(conversation_id),
                    subject=_arguments.unset_if_none(subject),
                ),
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )


class SonarlyMessagesWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        conversation_id: str | None = None,
    ) -> RawResponse[MessageList]:
        """List the messages of an account group; see `list` of the resource itself."""
        from .sonarly_messages_list import call

        return self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
                conversation_id=_arguments.unset_if_none(conversation_id),
            )
        )

    def respond(
        self,
        account_group_id: str,
        *,
        prospect_id: str,
        message: str,
        channel: MessageChannel | str | None = None,
        conversation_id: str | None = None,
        subject: str | None = None,
        idempotency_key: str | None = None,
    ) -> RawResponse[ScheduledMessageResponse]:
        """Queue a message to a prospect; see `respond` of the resource itself."""
        from ...models.message_channel import MessageChannel
        from ...models.message_response_create import MessageResponseCreate
        from .sonarly_messages_respond import call

        return self._send.raw(
            call(
                account_group_id,
                body=MessageResponseCreate(
                    prospect_id=prospect_id,
                    message=message,
                    channel=UNSET
                    if channel is None
                    else _arguments.enum_member(MessageChannel, "channel", channel),
                    conversation_id=_arguments.unset_if_none(conversation_id),
                    subject=_arguments.unset_if_none(subject),
                ),
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )


class AsyncSonarlyMessages(AsyncResource):
    """The messages of an account group's LinkedIn accounts, and answers to them."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyMessagesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncSonarlyMessagesWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        conversation_id: str | None = None,
    ) -> AsyncPager[MessageList, Message]:
        """List the messages of an account group.

        The message history of all connected accounts of the account group, page by page, or that of
        one conversation. `participantProviderId` of a message finds its prospect among those of the
        account group.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.
            conversation_id: Only the messages of this conversation.

        Returns:
            A page of the messages.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/messages-list (documented). Permission: messages:read. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_messages_list import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
                conversation_id=_arguments.unset_if_none(conversation_id),
            ),
            PAGINATION,
        )

    async def respond(
        self,
        account_group_id: str,
        *,
        prospect_id: str,
        message: str,
        channel: MessageChannel | str | None = None,
        conversation_id: str | None = None,
        subject: str | None = None,
        idempotency_key: str | None = None,
    ) -> ScheduledMessageResponse:
        """Queue a message to a prospect.

        Hands a message to the vendor's scheduler, which sends it later; the answer does not say
        that it was sent. This reaches a real person. `direct_message` is for a prospect with whom
        there is a chat, `inmail`, which needs a `subject`, for a conversation that is new. A repeat
        with the same key and body is answered with the request that was queued first. With the same
        key and another body the answer is 409 with the code IDEMPOTENCY_CONFLICT.

        Args:
            account_group_id: The account group that the call is about.
            prospect_id: Whom to write to.
            message: The text of the message.
            channel: The way that a message takes.
            conversation_id: The existing thread of direct messages to answer in.
            subject: The subject line. An `inmail` needs one.
            idempotency_key: A key of the caller's own for this call: a repeat with the same key and
                the same body is not carried out twice. One is made where none is given.

        Returns:
            The message is queued.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/messages-responses-create (documented). Assumed, 500, 502: The copy of the
        page ends before the numbers of these statuses. Permission: messages:write. Idempotency:
        keyed.
        """
        from ...models.message_channel import MessageChannel
        from ...models.message_response_create import MessageResponseCreate
        from .sonarly_messages_respond import call

        return await self._send(
            call(
                account_group_id,
                body=MessageResponseCreate(
                    prospect_id=prospect_id,
                    message=message,
                    channel=UNSET
                    if channel is None
                    else _arguments.enum_member(MessageChannel, "channel", channel),
                    conversation_id=_arguments.unset_if_none(conversation_id),
                    subject=_arguments.unset_if_none(subject),
                ),
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )


class AsyncSonarlyMessagesWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        conversation_id: str | None = None,
    ) -> RawResponse[MessageList]:
        """List the messages of an account group; see `list` of the resource itself."""
        from .sonarly_messages_list import call

        return await self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
                conversation_id=_arguments.unset_if_none(conversation_id),
            )
        )

    async def respond(
        self,
        account_group_id: str,
        *,
        prospect_id: str,
        message: str,
        channel: MessageChannel | str | None = None,
        conversation_id: str | None = None,
        subject: str | None = None,
        idempotency_key: str | None = None,
    ) -> RawResponse[ScheduledMessageResponse]:
        """Queue a message to a prospect; see `respond` of the resource itself."""
        from ...models.message_channel import MessageChannel
        from ...models.message_response_create import MessageResponseCreate
        from .sonarly_messages_respond import call

        return await self._send.raw(
            call(
                account_group_id,
                body=MessageResponseCreate(
                    prospect_id=prospect_id,
                    message=message,
                    channel=UNSET
                    if channel is None
                    else _arguments.enum_member(MessageChannel, "channel", channel),
                    conversation_id=_arguments.unset_if_none(conversation_id),
                    subject=_arguments.unset_if_none(subject),
                ),
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )
