# Generated from openapi.yaml by `make generate`; do not edit.
"""Callers.ai's calling and mailing campaigns."""

import builtins

from ...client import AsyncSender, Sender, given
from ...models.callers_campaign import CallersCampaign
from . import callers_campaigns_list


class CallersCampaigns:
    """Callers.ai's calling and mailing campaigns."""

    def __init__(self, send: Sender) -> None:
        self._send = send

    def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        x_sub_organization_id: str | None = None,
    ) -> builtins.list[CallersCampaign]:
        """List the campaigns of an organization.

        Every campaign of the organization, or only those of one campaign group.

        Args:
            organization_id: The organization whose campaigns are listed (a string ObjectId).
            campaign_group_id: Only campaigns of this group within the organization (a string
                ObjectId).
            x_sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The campaigns.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The organization or sub organization is not the key's (403).
            NotFoundError: There is no such organization (404).

        Source: callers/get-all-campaigns-by-organization-id (documented). Assumed, 200: The page
        shows the body without a status; every read of this API that prints one prints 200.
        Idempotency: safe.
        """
        return self._send(
            callers_campaigns_list.call(
                organization_id=organization_id,
                campaign_group_id=given(campaign_group_id),
                x_sub_organization_id=given(x_sub_organization_id),
            )
        )


class AsyncCallersCampaigns:
    """Callers.ai's calling and mailing campaigns."""

    def __init__(self, send: AsyncSender) -> None:
        self._send = send

    async def list(
        self,
        *,
        organization_id: str,
        campaign_group_id: str | None = None,
        x_sub_organization_id: str | None = None,
    ) -> builtins.list[CallersCampaign]:
        """List the campaigns of an organization.

        Every campaign of the organization, or only those of one campaign group.

        Args:
            organization_id: The organization whose campaigns are listed (a string ObjectId).
            campaign_group_id: Only campaigns of this group within the organization (a string
                ObjectId).
            x_sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The campaigns.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The organization or sub organization is not the key's (403).
            NotFoundError: There is no such organization (404).

        Source: callers/get-all-campaigns-by-organization-id (documented). Assumed, 200: The page
        shows the body without a status; every read of this API that prints one prints 200.
        Idempotency: safe.
        """
        return await self._send(
            callers_campaigns_list.call(
                organization_id=organization_id,
                campaign_group_id=given(campaign_group_id),
                x_sub_organization_id=given(x_sub_organization_id),
            )
        )
