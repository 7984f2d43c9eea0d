# Generated from openapi.yaml by `make generate`; do not edit.
"""Groups of Callers.ai's campaigns."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_campaign_group import CallersCampaignGroup


class CallersCampaignGroups(Resource):
    """Groups of Callers.ai's campaigns."""

    @cached_property
    def with_raw_response(self) -> CallersCampaignGroupsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return CallersCampaignGroupsWithRawResponse(self._send)

    def get(
        self,
        campaign_group_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersCampaignGroup:
        """Get one campaign group.

        One group of campaigns. A group of another organization is not found.

        Args:
            campaign_group_id: The campaign group to read (a string ObjectId).
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The campaign group.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-a-campaign-group-by-id (documented). Idempotency: safe.
        """
        from .callers_campaign_groups_get import call

        return self._send(
            call(
                campaign_group_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class CallersCampaignGroupsWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def get(
        self,
        campaign_group_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersCampaignGroup]:
        """Get one campaign group; see `get` of the resource itself."""
        from .callers_campaign_groups_get import call

        return self._send.raw(
            call(
                campaign_group_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersCampaignGroups(AsyncResource):
    """Groups of Callers.ai's campaigns."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersCampaignGroupsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncCallersCampaignGroupsWithRawResponse(self._send)

    async def get(
        self,
        campaign_group_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersCampaignGroup:
        """Get one campaign group.

        One group of campaigns. A group of another organization is not found.

        Args:
            campaign_group_id: The campaign group to read (a string ObjectId).
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The campaign group.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-a-campaign-group-by-id (documented). Idempotency: safe.
        """
        from .callers_campaign_groups_get import call

        return await self._send(
            call(
                campaign_group_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersCampaignGroupsWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def get(
        self,
        campaign_group_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersCampaignGroup]:
        """Get one campaign group; see `get` of the resource itself."""
        from .callers_campaign_groups_get import call

        return await self._send.raw(
            call(
                campaign_group_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )
