# Generated from openapi.yaml by `make generate`; do not edit.
"""The calls that Callers.ai's campaigns made and took."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.protocols import RawResponse

    from ...models.call_webhook_payload import CallWebhookPayload
    from ...models.callers_call import CallersCall
    from ...models.callers_call_page import CallersCallPage


class CallersCalls(Resource):
    """The calls that Callers.ai's campaigns made and took."""

    @cached_property
    def with_raw_response(self) -> CallersCallsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return CallersCallsWithRawResponse(self._send)

    def list(
        self,
        campaign_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Pager[builtins.list[CallersCall], CallersCall]:
        """List the calls of a campaign.

        The calls of one campaign, in pages that are numbered from 0. Known from earlier documents
        of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            page: The number of the page; the first is 0.
            per_page: How many items a page has at most; 50 without it.

        Returns:
            The calls of the page.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, 200: The document names the answer `default`; every read of this API
        that prints a status prints 200. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .callers_calls_list import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                campaign_id,
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
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

        The calls with one contact of a campaign, in pages that are numbered from 1. Known from
        earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contact_id: The contact that the call is about (a string ObjectId).
            page: The number of the page; the first is 1.
            per_page: How many items a page has at most; 50 without it.

        Returns:
            The page, and how many calls there are in all.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, 200: The document names the answer `default`; every read of this API
        that prints a status prints 200. Assumed, body: The document declares an array of such
        pages; a page counts itself and holds the calls, so it is taken to be the whole answer.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .callers_calls_list_for_contact import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                campaign_id,
                contact_id,
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
            ),
            PAGINATION,
        )

    def webhook_payload(
        self,
        campaign_id: str,
        call_id: str,
    ) -> CallWebhookPayload:
        """Get what a webhook tells of a call.

        The payload that the campaign's webhooks get of this call. Known from earlier documents of
        the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            call_id: The call to tell of (a string ObjectId).

        Returns:
            The payload.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, body: The document declares none; by its name it is the payload that
        another page of the time describes. Idempotency: safe.
        """
        from .callers_calls_webhook_payload import call

        return self._send(
            call(
                campaign_id,
                call_id,
            )
        )


class CallersCallsWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list(
        self,
        campaign_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> RawResponse[builtins.list[CallersCall]]:
        """List the calls of a campaign; see `list` of the resource itself."""
        from .callers_calls_list import call

        return self._send.raw(
            call(
                campaign_id,
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
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
        """List the calls of a contact; see `list_for_contact` of the resource itself."""
        from .callers_calls_list_for_contact import call

        return self._send.raw(
            call(
                campaign_id,
                contact_id,
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
            )
        )

    def webhook_payload(
        self,
        campaign_id: str,
        call_id: str,
    ) -> RawResponse[CallWebhookPayload]:
        """Get what a webhook tells of a call; see `webhook_payload` of the resource itself."""
        from .callers_calls_webhook_payload import call

        return self._send.raw(
            call(
                campaign_id,
                call_id,
            )
        )


class AsyncCallersCalls(AsyncResource):
    """The calls that Callers.ai's campaigns made and took."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersCallsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncCallersCallsWithRawResponse(self._send)

    def list(
        self,
        campaign_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> AsyncPager[builtins.list[CallersCall], CallersCall]:
        """List the calls of a campaign.

        The calls of one campaign, in pages that are numbered from 0. Known from earlier documents
        of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            page: The number of the page; the first is 0.
            per_page: How many items a page has at most; 50 without it.

        Returns:
            The calls of the page.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, 200: The document names the answer `default`; every read of this API
        that prints a status prints 200. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .callers_calls_list import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                campaign_id,
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
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

        The calls with one contact of a campaign, in pages that are numbered from 1. Known from
        earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contact_id: The contact that the call is about (a string ObjectId).
            page: The number of the page; the first is 1.
            per_page: How many items a page has at most; 50 without it.

        Returns:
            The page, and how many calls there are in all.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, 200: The document names the answer `default`; every read of this API
        that prints a status prints 200. Assumed, body: The document declares an array of such
        pages; a page counts itself and holds the calls, so it is taken to be the whole answer.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .callers_calls_list_for_contact import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                campaign_id,
                contact_id,
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
            ),
            PAGINATION,
        )

    async def webhook_payload(
        self,
        campaign_id: str,
        call_id: str,
    ) -> CallWebhookPayload:
        """Get what a webhook tells of a call.

        The payload that the campaign's webhooks get of this call. Known from earlier documents of
        the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            call_id: The call to tell of (a string ObjectId).

        Returns:
            The payload.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, body: The document declares none; by its name it is the payload that
        another page of the time describes. Idempotency: safe.
        """
        from .callers_calls_webhook_payload import call

        return await self._send(
            call(
                campaign_id,
                call_id,
            )
        )


class AsyncCallersCallsWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list(
        self,
        campaign_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> RawResponse[builtins.list[CallersCall]]:
        """List the calls of a campaign; see `list` of the resource itself."""
        from .callers_calls_list import call

        return await self._send.raw(
            call(
                campaign_id,
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
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
        """List the calls of a contact; see `list_for_contact` of the resource itself."""
        from .callers_calls_list_for_contact import call

        return await self._send.raw(
            call(
                campaign_id,
                contact_id,
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
            )
        )

    async def webhook_payload(
        self,
        campaign_id: str,
        call_id: str,
    ) -> RawResponse[CallWebhookPayload]:
        """Get what a webhook tells of a call; see `webhook_payload` of the resource itself."""
        from .callers_calls_webhook_payload import call

        return await self._send.raw(
            call(
                campaign_id,
                call_id,
            )
        )
