# Generated from openapi.yaml by `make generate`; do not edit.
"""Sonarly's campaigns, seen and started through the integrations API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, Iterable

    from ...batches import AsyncBatches, Batches
    from ...client import AsyncSender, RawResponse, Sender
    from ...fan_out import Progress
    from ...models.campaign import Campaign
    from ...models.campaign_lead_status import CampaignLeadStatus
    from ...models.started_campaign import StartedCampaign


class SonarlyCampaigns:
    """Sonarly's campaigns, seen and started through the integrations API."""

    def __init__(self, send: Sender) -> None:
        self._send = send

    @cached_property
    def with_raw_response(self) -> SonarlyCampaignsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return SonarlyCampaignsWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
    ) -> builtins.list[Campaign]:
        """List the campaigns of an account group.

        Every campaign of the account group that the key may see, as metadata: workflow definitions
        are left out.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The campaigns, without workflow definitions.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/campaigns-list (documented). Assumed, paging: The page prints neither cursor
        nor limit, unlike the paged lists of this API, so it is one answer. Permission:
        campaigns:read. Idempotency: safe.
        """
        from .sonarly_campaigns_list import call

        return self._send(
            call(
                account_group_id,
            )
        )

    def get(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> Campaign:
        """Get one campaign.

        The metadata of one campaign; its workflow definition is left out.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The campaign, without its workflow definition.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/campaigns-get (documented). Permission: campaigns:read. Idempotency: safe.
        """
        from .sonarly_campaigns_get import call

        return self._send(
            call(
                account_group_id,
                campaign_id,
            )
        )

    def start(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> StartedCampaign:
        """Start a campaign.

        Starts the campaign and triggers its manual workflows where it has any. This reaches real
        people. The vendor keeps no idempotency key for it: after a failure whose outcome is open,
        read the campaign first.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The started campaign and what the start triggered. What a read tells of it, where the
            answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-start (documented). Assumed, method: The page prints no method;
        its siblings stop, duplicate, approve and discard all print POST. Assumed, verify: No page
        says that a start sets startedAt, so only the printed status `draft` counts as not started.
        Permission: campaigns:execute. Idempotency: verify.
        """
        from .sonarly_campaigns_start import call

        return self._send(
            call(
                account_group_id,
                campaign_id,
            )
        )

    def lead_status(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: Iterable[str],
        batch_size: int = 100,
        concurrency: int = 8,
        on_progress: Progress | None = None,
    ) -> Batches[CampaignLeadStatus]:
        """Get the workflow status of given leads.

        Where each of the given leads stands in the campaign. Every id asked for gets a row, also
        one that the campaign has not started (`not_started`) or does not hold (`not_in_campaign`),
        so nothing has to be inferred.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            lead_ids: The leads to answer for. All ids travel in one comma-joined value.
            batch_size: How many of them go into one call. A server that refuses as many is asked for
                half of them, and from then on for no more.
            concurrency: How many calls are under way at once.
            on_progress: Told after each call how many are done, and of how many, where that is known.

        Returns:
            The status of each lead asked for, lazily, in the order asked; to iterate over.

        Raises:
            BatchError: After the last row: what failed, with the errors below, ready to be asked again.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/campaigns-lead-status-get (documented). Permission: campaigns:read.
        Idempotency: safe.
        """
        from ...batches import Batches
        from .sonarly_campaigns_lead_status import BATCHING, call

        return Batches(
            self._send,
            lead_ids,
            lambda lead_ids: call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            ),
            BATCHING,
            batch_size,
            concurrency,
            on_progress,
        )


class SonarlyCampaignsWithRawResponse:
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def __init__(self, send: Sender) -> None:
        self._send = send

    def list(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[Campaign]]:
        """List the campaigns of an account group; see `list` of the resource itself."""
        from .sonarly_campaigns_list import call

        return self._send.raw(
            call(
                account_group_id,
            )
        )

    def get(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[Campaign]:
        """Get one campaign; see `get` of the resource itself."""
        from .sonarly_campaigns_get import call

        return self._send.raw(
            call(
                account_group_id,
                campaign_id,
            )
        )

    def start(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[StartedCampaign]:
        """Start a campaign; see `start` of the resource itself."""
        from .sonarly_campaigns_start import call

        return self._send.raw(
            call(
                account_group_id,
                campaign_id,
            )
        )

    def lead_status(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: builtins.list[str],
    ) -> RawResponse[builtins.list[CampaignLeadStatus]]:
        """Get the workflow status of given leads; see `lead_status` of the resource itself."""
        from .sonarly_campaigns_lead_status import call

        return self._send.raw(
            call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            )
        )


class AsyncSonarlyCampaigns:
    """Sonarly's campaigns, seen and started through the integrations API."""

    def __init__(self, send: AsyncSender) -> None:
        self._send = send

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyCampaignsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncSonarlyCampaignsWithRawResponse(self._send)

    async def list(
        self,
        account_group_id: str,
    ) -> builtins.list[Campaign]:
        """List the campaigns of an account group.

        Every campaign of the account group that the key may see, as metadata: workflow definitions
        are left out.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The campaigns, without workflow definitions.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/campaigns-list (documented). Assumed, paging: The page prints neither cursor
        nor limit, unlike the paged lists of this API, so it is one answer. Permission:
        campaigns:read. Idempotency: safe.
        """
        from .sonarly_campaigns_list import call

        return await self._send(
            call(
                account_group_id,
            )
        )

    async def get(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> Campaign:
        """Get one campaign.

        The metadata of one campaign; its workflow definition is left out.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The campaign, without its workflow definition.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/campaigns-get (documented). Permission: campaigns:read. Idempotency: safe.
        """
        from .sonarly_campaigns_get import call

        return await self._send(
            call(
                account_group_id,
                campaign_id,
            )
        )

    async def start(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> StartedCampaign:
        """Start a campaign.

        Starts the campaign and triggers its manual workflows where it has any. This reaches real
        people. The vendor keeps no idempotency key for it: after a failure whose outcome is open,
        read the campaign first.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The started campaign and what the start triggered. What a read tells of it, where the
            answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-start (documented). Assumed, method: The page prints no method;
        its siblings stop, duplicate, approve and discard all print POST. Assumed, verify: No page
        says that a start sets startedAt, so only the printed status `draft` counts as not started.
        Permission: campaigns:execute. Idempotency: verify.
        """
        from .sonarly_campaigns_start import call

        return await self._send(
            call(
                account_group_id,
                campaign_id,
            )
        )

    def lead_status(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: Iterable[str] | AsyncIterable[str],
        batch_size: int = 100,
        concurrency: int = 64,
        on_progress: Progress | None = None,
    ) -> AsyncBatches[CampaignLeadStatus]:
        """Get the workflow status of given leads.

        Where each of the given leads stands in the campaign. Every id asked for gets a row, also
        one that the campaign has not started (`not_started`) or does not hold (`not_in_campaign`),
        so nothing has to be inferred.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            lead_ids: The leads to answer for. All ids travel in one comma-joined value.
            batch_size: How many of them go into one call. A server that refuses as many is asked for
                half of them, and from then on for no more.
            concurrency: How many calls are under way at once.
            on_progress: Told after each call how many are done, and of how many, where that is known.

        Returns:
            The status of each lead asked for, lazily, in the order asked; to iterate over.

        Raises:
            BatchError: After the last row: what failed, with the errors below, ready to be asked again.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/campaigns-lead-status-get (documented). Permission: campaigns:read.
        Idempotency: safe.
        """
        from ...batches import AsyncBatches
        from .sonarly_campaigns_lead_status import BATCHING, call

        return AsyncBatches(
            self._send,
            lead_ids,
            lambda lead_ids: call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            ),
            BATCHING,
            batch_size,
            concurrency,
            on_progress,
        )


class AsyncSonarlyCampaignsWithRawResponse:
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def __init__(self, send: AsyncSender) -> None:
        self._send = send

    async def list(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[Campaign]]:
        """List the campaigns of an account group; see `list` of the resource itself."""
        from .sonarly_campaigns_list import call

        return await self._send.raw(
            call(
                account_group_id,
            )
        )

    async def get(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[Campaign]:
        """Get one campaign; see `get` of the resource itself."""
        from .sonarly_campaigns_get import call

        return await self._send.raw(
            call(
                account_group_id,
                campaign_id,
            )
        )

    async def start(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[StartedCampaign]:
        """Start a campaign; see `start` of the resource itself."""
        from .sonarly_campaigns_start import call

        return await self._send.raw(
            call(
                account_group_id,
                campaign_id,
            )
        )

    async def lead_status(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: builtins.list[str],
    ) -> RawResponse[builtins.list[CampaignLeadStatus]]:
        """Get the workflow status of given leads; see `lead_status` of the resource itself."""
        from .sonarly_campaigns_lead_status import call

        return await self._send.raw(
            call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            )
        )
