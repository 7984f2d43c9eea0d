# Generated from openapi.yaml by `make generate`; do not edit.
"""Calling and email campaigns of Callers.ai."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_campaign import CallersCampaign


class CallersCampaigns(Resource):
    """Calling and email campaigns of Callers.ai."""

    @cached_property
    def with_raw_response(self) -> CallersCampaignsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return CallersCampaignsWithRawResponse(self._send)

    def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersCampaign]:
        """List the campaigns of an organization.

        Lists all campaigns of the organization, or only the campaigns of one group.

        Args:
            organization_id: ID of the organization, a string ObjectId.
            campaign_group_id: ID of a campaign group of the organization, a string ObjectId. Lists
                only the campaigns of this group.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The campaigns.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_campaigns_list import call_from_arguments as _call

        return self._send(
            _call(
                organization_id=organization_id,
                campaign_group_id=campaign_group_id,
                sub_organization_id=sub_organization_id,
            )
        )

    def get(
        self,
        campaign_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersCampaign:
        """Get a campaign.

        Returns the campaign with its call and email settings.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The campaign.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_campaigns_get import call_from_arguments as _call

        return self._send(
            _call(
                campaign_id,
                sub_organization_id=sub_organization_id,
            )
        )


class CallersCampaignsWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersCampaign]]:
        """List the campaigns of an organization, and return the raw response; see `list` of the resource."""
        from .callers_campaigns_list import call_from_arguments as _call

        return self._send.raw(
            _call(
                organization_id=organization_id,
                campaign_group_id=campaign_group_id,
                sub_organization_id=sub_organization_id,
            )
        )

    def get(
        self,
        campaign_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersCampaign]:
        """Get a campaign, and return the raw response; see `get` of the resource."""
        from .callers_campaigns_get import call_from_arguments as _call

        return self._send.raw(
            _call(
                campaign_id,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersCampaigns(AsyncResource):
    """Calling and email campaigns of Callers.ai."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersCampaignsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncCallersCampaignsWithRawResponse(self._send)

    async def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersCampaign]:
        """List the campaigns of an organization.

        Lists all campaigns of the organization, or only the campaigns of one group.

        Args:
            organization_id: ID of the organization, a string ObjectId.
            campaign_group_id: ID of a campaign group of the organization, a string ObjectId. Lists
                only the campaigns of this group.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The campaigns.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_campaigns_list import call_from_arguments as _call

        return await self._send(
            _call(
                organization_id=organization_id,
                campaign_group_id=campaign_group_id,
                sub_organization_id=sub_organization_id,
            )
        )

    async def get(
        self,
        campaign_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersCampaign:
        """Get a campaign.

        Returns the campaign with its call and email settings.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The campaign.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_campaigns_get import call_from_arguments as _call

        return await self._send(
            _call(
                campaign_id,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersCampaignsWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersCampaign]]:
        """List the campaigns of an organization, and return the raw response; see `list` of the resource."""
        from .callers_campaigns_list import call_from_arguments as _call

        return await self._send.raw(
            _call(
                organization_id=organization_id,
                campaign_group_id=campaign_group_id,
                sub_organization_id=sub_organization_id,
            )
        )

    async def get(
        self,
        campaign_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersCampaign]:
        """Get a campaign, and return the raw response; see `get` of the resource."""
        from .callers_campaigns_get import call_from_arguments as _call

        return await self._send.raw(
            _call(
                campaign_id,
                sub_organization_id=sub_organization_id,
            )
        )
