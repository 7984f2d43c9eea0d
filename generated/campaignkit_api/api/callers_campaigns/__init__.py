# Generated from openapi.yaml by `make generate`; do not edit.
"""Callers.ai's calling and mailing campaigns."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_campaign import CallersCampaign


class CallersCampaigns(Resource):
    """Callers.ai's calling and mailing campaigns."""

    @cached_property
    def with_raw_response(self) -> CallersCampaignsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return CallersCampaignsWithRawResponse(self._send)

    def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersCampaign]:
        """List the campaigns of an organization.

        Every campaign of the organization, or only those of one campaign group.

        Args:
            organization_id: The organization whose campaigns are listed (a string ObjectId).
            campaign_group_id: Only campaigns of this group within the organization (a string
                ObjectId).
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The campaigns.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-all-campaigns-by-organization-id (documented). Assumed, 200: The page
        shows the body without a status; every read of this API that prints one prints 200.
        Idempotency: safe.
        """
        from .callers_campaigns_list import call

        return self._send(
            call(
                organization_id=organization_id,
                campaign_group_id=_arguments.unset_if_none(campaign_group_id),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def get(
        self,
        campaign_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersCampaign:
        """Get one campaign.

        One campaign, with how it calls and writes.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The campaign.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-a-campaign-by-id (documented). Idempotency: safe.
        """
        from .callers_campaigns_get import call

        return self._send(
            call(
                campaign_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class CallersCampaignsWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersCampaign]]:
        """List the campaigns of an organization; see `list` of the resource itself."""
        from .callers_campaigns_list import call

        return self._send.raw(
            call(
                organization_id=organization_id,
                campaign_group_id=_arguments.unset_if_none(campaign_group_id),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def get(
        self,
        campaign_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersCampaign]:
        """Get one campaign; see `get` of the resource itself."""
        from .callers_campaigns_get import call

        return self._send.raw(
            call(
                campaign_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersCampaigns(AsyncResource):
    """Callers.ai's calling and mailing campaigns."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersCampaignsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncCallersCampaignsWithRawResponse(self._send)

    async def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersCampaign]:
        """List the campaigns of an organization.

        Every campaign of the organization, or only those of one campaign group.

        Args:
            organization_id: The organization whose campaigns are listed (a string ObjectId).
            campaign_group_id: Only campaigns of this group within the organization (a string
                ObjectId).
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The campaigns.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-all-campaigns-by-organization-id (documented). Assumed, 200: The page
        shows the body without a status; every read of this API that prints one prints 200.
        Idempotency: safe.
        """
        from .callers_campaigns_list import call

        return await self._send(
            call(
                organization_id=organization_id,
                campaign_group_id=_arguments.unset_if_none(campaign_group_id),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def get(
        self,
        campaign_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersCampaign:
        """Get one campaign.

        One campaign, with how it calls and writes.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The campaign.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-a-campaign-by-id (documented). Idempotency: safe.
        """
        from .callers_campaigns_get import call

        return await self._send(
            call(
                campaign_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersCampaignsWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersCampaign]]:
        """List the campaigns of an organization; see `list` of the resource itself."""
        from .callers_campaigns_list import call

        return await self._send.raw(
            call(
                organization_id=organization_id,
                campaign_group_id=_arguments.unset_if_none(campaign_group_id),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def get(
        self,
        campaign_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersCampaign]:
        """Get one campaign; see `get` of the resource itself."""
        from .callers_campaigns_get import call

        return await self._send.raw(
            call(
                campaign_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )
