# Generated from openapi.yaml by `make generate`; do not edit.
"""Groups of Callers.ai campaigns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_campaign_group import CallersCampaignGroup


class CallersCampaignGroups(Resource):
    """Groups of Callers.ai campaigns."""

    @cached_property
    def with_raw_response(self) -> CallersCampaignGroupsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return CallersCampaignGroupsWithRawResponse(self._send)

    def get(
        self,
        campaign_group_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersCampaignGroup:
        """Get a campaign group.

        A group of another organization is not found (404).

        Args:
            campaign_group_id: ID of the campaign group, a string ObjectId. Must not be empty.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The campaign group.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_campaign_groups_get import call_from_arguments as _call

        return self._send(
            _call(
                campaign_group_id,
                sub_organization_id=sub_organization_id,
            )
        )


class CallersCampaignGroupsWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def get(
        self,
        campaign_group_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersCampaignGroup]:
        """Get a campaign group, and return the raw response; see `get` of the resource."""
        from .callers_campaign_groups_get import call_from_arguments as _call

        return self._send.raw(
            _call(
                campaign_group_id,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersCampaignGroups(AsyncResource):
    """Groups of Callers.ai campaigns."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersCampaignGroupsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncCallersCampaignGroupsWithRawResponse(self._send)

    async def get(
        self,
        campaign_group_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersCampaignGroup:
        """Get a campaign group.

        A group of another organization is not found (404).

        Args:
            campaign_group_id: ID of the campaign group, a string ObjectId. Must not be empty.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The campaign group.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_campaign_groups_get import call_from_arguments as _call

        return await self._send(
            _call(
                campaign_group_id,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersCampaignGroupsWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def get(
        self,
        campaign_group_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersCampaignGroup]:
        """Get a campaign group, and return the raw response; see `get` of the resource."""
        from .callers_campaign_groups_get import call_from_arguments as _call

        return await self._send.raw(
            _call(
                campaign_group_id,
                sub_organization_id=sub_organization_id,
            )
        )
