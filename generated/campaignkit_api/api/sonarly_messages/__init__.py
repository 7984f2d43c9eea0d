# Generated from openapi.yaml by `make generate`; do not edit.
"""Messages of the LinkedIn accounts of an account group, and replies to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.protocols import RawResponse

    from ...models.message import Message
    from ...models.message_channel import MessageChannel
    from ...models.message_list import MessageList
    from ...models.scheduled_message_response import ScheduledMessageResponse


class SonarlyMessages(Resource):
    """Messages of the LinkedIn accounts of an account group, and replies to them."""

    @cached_property
    def with_raw_response(self) -> SonarlyMessagesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
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

        Lists the messages of all connected accounts, or of one conversation. The
        `participant_provider_id` of a message identifies its prospect in
        `sonarly.prospecting.prospects_by_provider_id`.

        Requires: permission `messages:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.
            conversation_id: ID of a conversation. Lists only its messages.

        Returns:
            Pager that requests pages as they are needed. Response: A page of messages.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_messages_list import PAGINATION
        from .sonarly_messages_list import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
                conversation_id=conversation_id,
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

        This contacts a real person. The message is queued and sent later; the response does not
        confirm delivery. Use `direct_message` if a chat with the prospect exists, and `inmail` for
        a new conversation. An `inmail` needs a `subject`. A repeat with the same key and body
        returns the request that was queued first. The same key with another body raises a conflict
        (409, code `IDEMPOTENCY_CONFLICT`).

        Requires: permission `messages:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        Retried with the same idempotency key, so it is done once.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            prospect_id: ID of the prospect to write to.
            message: Text of the message.
            channel: Channel of a message. Known values: `direct_message`, `inmail`.
            conversation_id: ID of the existing direct-message conversation to reply in.
            subject: Subject line. An `inmail` needs one.
            idempotency_key: Idempotency key of this call. A repeat with the same key and body is
                not carried out twice. If it is left out, the client creates a key. Must not be
                empty.

        Returns:
            The queued message.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from .sonarly_messages_respond import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                prospect_id=prospect_id,
                message=message,
                channel=channel,
                conversation_id=conversation_id,
                subject=subject,
                idempotency_key=idempotency_key,
            )
        )


class SonarlyMessagesWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        conversation_id: str | None = None,
    ) -> RawResponse[MessageList]:
        """List the messages of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_messages_list import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
                conversation_id=conversation_id,
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
        """Queue a message to a prospect, and return the raw response; see `respond` of the resource."""
        from .sonarly_messages_respond import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                prospect_id=prospect_id,
                message=message,
                channel=channel,
                conversation_id=conversation_id,
                subject=subject,
                idempotency_key=idempotency_key,
            )
        )


class AsyncSonarlyMessages(AsyncResource):
    """Messages of the LinkedIn accounts of an account group, and replies to them."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyMessagesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
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

        Lists the messages of all connected accounts, or of one conversation. The
        `participant_provider_id` of a message identifies its prospect in
        `sonarly.prospecting.prospects_by_provider_id`.

        Requires: permission `messages:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.
            conversation_id: ID of a conversation. Lists only its messages.

        Returns:
            Pager that requests pages as they are needed. Response: A page of messages.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_messages_list import PAGINATION
        from .sonarly_messages_list import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
                conversation_id=conversation_id,
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

        This contacts a real person. The message is queued and sent later; the response does not
        confirm delivery. Use `direct_message` if a chat with the prospect exists, and `inmail` for
        a new conversation. An `inmail` needs a `subject`. A repeat with the same key and body
        returns the request that was queued first. The same key with another body raises a conflict
        (409, code `IDEMPOTENCY_CONFLICT`).

        Requires: permission `messages:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        Retried with the same idempotency key, so it is done once.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            prospect_id: ID of the prospect to write to.
            message: Text of the message.
            channel: Channel of a message. Known values: `direct_message`, `inmail`.
            conversation_id: ID of the existing direct-message conversation to reply in.
            subject: Subject line. An `inmail` needs one.
            idempotency_key: Idempotency key of this call. A repeat with the same key and body is
                not carried out twice. If it is left out, the client creates a key. Must not be
                empty.

        Returns:
            The queued message.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from .sonarly_messages_respond import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                prospect_id=prospect_id,
                message=message,
                channel=channel,
                conversation_id=conversation_id,
                subject=subject,
                idempotency_key=idempotency_key,
            )
        )


class AsyncSonarlyMessagesWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        conversation_id: str | None = None,
    ) -> RawResponse[MessageList]:
        """List the messages of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_messages_list import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
                conversation_id=conversation_id,
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
        """Queue a message to a prospect, and return the raw response; see `respond` of the resource."""
        from .sonarly_messages_respond import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                prospect_id=prospect_id,
                message=message,
                channel=channel,
                conversation_id=conversation_id,
                subject=subject,
                idempotency_key=idempotency_key,
            )
        )
