# Generated from openapi.yaml by `make generate`; do not edit.
"""Outgoing and incoming calls of Callers.ai campaigns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.protocols import RawResponse

    from ...models.call_webhook_payload import CallWebhookPayload
    from ...models.callers_call import CallersCall
    from ...models.callers_call_page import CallersCallPage


class CallersCalls(Resource):
    """Outgoing and incoming calls of Callers.ai campaigns."""

    @cached_property
    def with_raw_response(self) -> CallersCallsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return CallersCallsWithRawResponse(self._send)

    def list(
        self,
        campaign_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Pager[builtins.list[CallersCall], CallersCall]:
        """List the calls of a campaign.

        Pages are numbered from 0. Known only from earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            page: Page number, starting at 0. At least 0.
            per_page: Maximum number of items in a page. The default is 50. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of calls.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from campaignkit_runtime.pagination import Pager

        from .callers_calls_list import PAGINATION
        from .callers_calls_list import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                campaign_id,
                page=page,
                per_page=per_page,
            ),
            PAGINATION,
        )

    def list_for_contact(
        self,
        campaign_id: str,
        contact_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Pager[CallersCallPage, CallersCall]:
        """List the calls of a contact.

        Lists the calls with one contact of a campaign. Pages are numbered from 1. Known only from
        earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contact_id: ID of the contact, a string ObjectId. Must not be empty.
            page: Page number, starting at 1. At least 1.
            per_page: Maximum number of items in a page. The default is 50. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of calls, and the total
            number of calls.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from campaignkit_runtime.pagination import Pager

        from .callers_calls_list_for_contact import PAGINATION
        from .callers_calls_list_for_contact import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                campaign_id,
                contact_id,
                page=page,
                per_page=per_page,
            ),
            PAGINATION,
        )

    def webhook_payload(
        self,
        campaign_id: str,
        call_id: str,
    ) -> CallWebhookPayload:
        """Get the webhook payload of a call.

        Returns the payload that webhooks of the campaign receive for this call. Known only from
        earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            call_id: ID of the call, a string ObjectId. Must not be empty.

        Returns:
            The webhook payload.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_calls_webhook_payload import call as _call

        return self._send(
            _call(
                campaign_id,
                call_id,
            )
        )


class CallersCallsWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        campaign_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> RawResponse[builtins.list[CallersCall]]:
        """List the calls of a campaign, and return the raw response; see `list` of the resource."""
        from .callers_calls_list import call_from_arguments as _call

        return self._send.raw(
            _call(
                campaign_id,
                page=page,
                per_page=per_page,
            )
        )

    def list_for_contact(
        self,
        campaign_id: str,
        contact_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> RawResponse[CallersCallPage]:
        """List the calls of a contact, and return the raw response; see `list_for_contact` of the resource."""
        from .callers_calls_list_for_contact import call_from_arguments as _call

        return self._send.raw(
            _call(
                campaign_id,
                contact_id,
                page=page,
                per_page=per_page,
            )
        )

    def webhook_payload(
        self,
        campaign_id: str,
        call_id: str,
    ) -> RawResponse[CallWebhookPayload]:
        """Get the webhook payload of a call, and return the raw response; see `webhook_payload` of the resource."""
        from .callers_calls_webhook_payload import call as _call

        return self._send.raw(
            _call(
                campaign_id,
                call_id,
            )
        )


class AsyncCallersCalls(AsyncResource):
    """Outgoing and incoming calls of Callers.ai campaigns."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersCallsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncCallersCallsWithRawResponse(self._send)

    def list(
        self,
        campaign_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> AsyncPager[builtins.list[CallersCall], CallersCall]:
        """List the calls of a campaign.

        Pages are numbered from 0. Known only from earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            page: Page number, starting at 0. At least 0.
            per_page: Maximum number of items in a page. The default is 50. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of calls.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .callers_calls_list import PAGINATION
        from .callers_calls_list import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                campaign_id,
                page=page,
                per_page=per_page,
            ),
            PAGINATION,
        )

    def list_for_contact(
        self,
        campaign_id: str,
        contact_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> AsyncPager[CallersCallPage, CallersCall]:
        """List the calls of a contact.

        Lists the calls with one contact of a campaign. Pages are numbered from 1. Known only from
        earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contact_id: ID of the contact, a string ObjectId. Must not be empty.
            page: Page number, starting at 1. At least 1.
            per_page: Maximum number of items in a page. The default is 50. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of calls, and the total
            number of calls.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .callers_calls_list_for_contact import PAGINATION
        from .callers_calls_list_for_contact import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                campaign_id,
                contact_id,
                page=page,
                per_page=per_page,
            ),
            PAGINATION,
        )

    async def webhook_payload(
        self,
        campaign_id: str,
        call_id: str,
    ) -> CallWebhookPayload:
        """Get the webhook payload of a call.

        Returns the payload that webhooks of the campaign receive for this call. Known only from
        earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            call_id: ID of the call, a string ObjectId. Must not be empty.

        Returns:
            The webhook payload.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_calls_webhook_payload import call as _call

        return await self._send(
            _call(
                campaign_id,
                call_id,
            )
        )


class AsyncCallersCallsWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        campaign_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> RawResponse[builtins.list[CallersCall]]:
        """List the calls of a campaign, and return the raw response; see `list` of the resource."""
        from .callers_calls_list import call_from_arguments as _call

        return await self._send.raw(
            _call(
                campaign_id,
                page=page,
                per_page=per_page,
            )
        )

    async def list_for_contact(
        self,
        campaign_id: str,
        contact_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> RawResponse[CallersCallPage]:
        """List the calls of a contact, and return the raw response; see `list_for_contact` of the resource."""
        from .callers_calls_list_for_contact import call_from_arguments as _call

        return await self._send.raw(
            _call(
                campaign_id,
                contact_id,
                page=page,
                per_page=per_page,
            )
        )

    async def webhook_payload(
        self,
        campaign_id: str,
        call_id: str,
    ) -> RawResponse[CallWebhookPayload]:
        """Get the webhook payload of a call, and return the raw response; see `webhook_payload` of the resource."""
        from .callers_calls_webhook_payload import call as _call

        return await self._send.raw(
            _call(
                campaign_id,
                call_id,
            )
        )
