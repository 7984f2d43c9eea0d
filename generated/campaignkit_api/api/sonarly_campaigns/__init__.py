# Generated from openapi.yaml by `make generate`; do not edit.
"""Campaigns of Sonarly: drafts, start, approvals and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, Callable, Iterable, Mapping
    from typing import Any

    from campaignkit_runtime.batching import AsyncBatches, Batches
    from campaignkit_runtime.bulk_writes import AsyncBulkWrites, BulkWrites, OnSend
    from campaignkit_runtime.following import AsyncFollow, Follow
    from campaignkit_runtime.protocols import RawResponse
    from campaignkit_runtime.results import Progress

    from ...models.campaign import Campaign
    from ...models.campaign_approval_result import CampaignApprovalResult
    from ...models.campaign_content_slot import CampaignContentSlot
    from ...models.campaign_lead_status import CampaignLeadStatus
    from ...models.campaign_starter_template import CampaignStarterTemplate
    from ...models.deleted import Deleted
    from ...models.started_campaign import StartedCampaign
    from ...models.starter_template_id import StarterTemplateId
    from ...models.stopped_campaign import StoppedCampaign


class SonarlyCampaigns(Resource):
    """Campaigns of Sonarly: drafts, start, approvals and stop."""

    @cached_property
    def with_raw_response(self) -> SonarlyCampaignsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return SonarlyCampaignsWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
    ) -> builtins.list[Campaign]:
        """List the campaigns of an account group.

        Returns metadata of each campaign that the key may read. Workflow definitions are not
        included.

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The campaigns, without workflow definitions.

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
        from .sonarly_campaigns_list import call as _call

        return self._send(
            _call(
                account_group_id,
            )
        )

    def create(
        self,
        account_group_id: str,
        *,
        starter_template_id: StarterTemplateId | str,
        name: str,
        audience_id: str,
        lead_ids: Iterable[str] | None = None,
    ) -> Campaign:
        """Create a draft campaign from a starter template.

        The draft is for all leads of an audience, or for `lead_ids`. Nothing is sent before the
        campaign is started; until then its content slots can be changed. Use a unique name: if the
        response is lost, the draft is looked up by its name.

        Requires: permission `campaigns:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            starter_template_id: ID of a starter template. Known values: `engage-inmail`,
                `engage-connect-dm`, `connect-engage-dm`, `connect`.
            name: Name of the draft.
            audience_id: ID of the audience with the leads of the campaign.
            lead_ids: IDs of leads of the audience. Without them, the campaign has all leads of the
                audience.

        Returns:
            The draft. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_create import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                starter_template_id=starter_template_id,
                name=name,
                audience_id=audience_id,
                lead_ids=lead_ids,
            )
        )

    def starter_templates(
        self,
        account_group_id: str,
    ) -> builtins.list[CampaignStarterTemplate]:
        """List the starter templates.

        A campaign can be created from each template. If `available` is false, this account group
        cannot use the template. The list is complete.

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The starter templates.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_campaigns_starter_templates import call as _call

        return self._send(
            _call(
                account_group_id,
            )
        )

    def get(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> Campaign:
        """Get a campaign.

        Returns metadata of the campaign, without its workflow definition.

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The campaign, without its workflow definition.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from .sonarly_campaigns_get import call as _call

        return self._send(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    def delete(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> Deleted:
        """Delete a campaign.

        Deletion is permanent. Raises a conflict (409) if the state of the campaign does not allow
        it; these states are not documented. After an unclear failure, a campaign that cannot be
        found counts as deleted.

        Requires: permission `campaigns:delete`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The deletion of the campaign. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_delete import call as _call

        return self._send(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    def duplicate(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        audience_id: str,
        name: str | None = None,
        lead_ids: Iterable[str] | None = None,
    ) -> Campaign:
        """Duplicate a campaign into a draft.

        The draft is for all leads of an audience, or for `lead_ids`. Campaign and audience must
        belong to the account group, and the leads to the audience. Leads that are active in the
        workflow of another campaign are rejected. Pass a unique `name`: if the response is lost,
        the draft is looked up by its name. Without a name the draft cannot be recognized.

        Requires: permission `campaigns:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            audience_id: ID of the audience with the leads of the draft.
            name: Name of the draft.
            lead_ids: IDs of leads of the audience. Without them, the campaign has all leads of the
                audience.

        Returns:
            The draft. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_duplicate import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                campaign_id,
                audience_id=audience_id,
                name=name,
                lead_ids=lead_ids,
            )
        )

    def start(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> StartedCampaign:
        """Start a campaign.

        This contacts real people. Manual workflows of the campaign are triggered too, if it has
        any. After an unclear failure, read the campaign before you start it again.

        Requires: permission `campaigns:execute`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The started campaign, and what the start triggered. If the response was lost, the result
            is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_start import call as _call

        return self._send(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    def stop(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> StoppedCampaign:
        """Stop an active campaign.

        The workflow of each lead ends. After an unclear failure, read the campaign before you stop
        it again.

        Requires: permission `campaigns:execute`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The stopped campaign, and the workflows that were stopped with it. If the response was
            lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_stop import call as _call

        return self._send(
            _call(
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

        The response has one row for each requested ID. The row says so if the campaign has not
        started the lead (`not_started`) or does not contain it (`not_in_campaign`).

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            lead_ids: IDs of the leads, sent as one comma-joined value. At least 1 item. Each: must
                not be empty. Each: must match `^[^,]+$`.
            batch_size: Maximum number of values in one call. It is halved if the server refuses
                that many, and the client remembers the size that worked.
            concurrency: Maximum number of calls at the same time.
            on_progress: Called after each call with the number of values done, and the total if it
                is known.

        Returns:
            Iterable that sends requests as rows are needed. Rows: The status of each requested
            lead.

        Raises:
            BatchError: Raised after the last row if some IDs failed. It holds the errors below.
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.batching import Batches

        from .sonarly_campaigns_lead_status import BATCH
        from .sonarly_campaigns_lead_status import call_from_arguments as _call

        return Batches(
            self._send,
            lead_ids,
            lambda lead_ids: _call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            ),
            BATCH,
            batch_size,
            concurrency,
            on_progress,
        )

    def pending_approvals(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: Iterable[str],
        batch_size: int = 100,
        concurrency: int = 8,
        on_progress: Progress | None = None,
    ) -> Batches[CampaignLeadStatus]:
        """Get the leads with content that waits for approval.

        Nothing is requested before the iteration. See `lead_status`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            lead_ids: IDs of the leads, sent as one comma-joined value. At least 1 item. Each: must
                not be empty. Each: must match `^[^,]+$`.
            batch_size: Maximum number of values in one call. It is halved if the server refuses
                that many, and the client remembers the size that worked.
            concurrency: Maximum number of calls at the same time.
            on_progress: Called after each call with the number of values done, and the total if it
                is known.

        Returns:
            Iterable of the wanted rows.

        Raises:
            BatchError: Raised after the last row of a read if some IDs failed.
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.batching import Batches

        from .sonarly_campaigns_lead_status import BATCH
        from .sonarly_campaigns_lead_status import call_from_arguments as _call

        return Batches(
            self._send,
            lead_ids,
            lambda lead_ids: _call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            ),
            BATCH,
            batch_size,
            concurrency,
            on_progress,
            lambda row: getattr(row, "has_pending_approval", None) is True,
        )

    def follow(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: Iterable[str],
        until: Callable[[CampaignLeadStatus], object] | None = None,
        every: float = 15.0,
        idle: int = 20,
        deadline: float | None = None,
    ) -> Follow[CampaignLeadStatus]:
        """Yield each change of leads until nothing moves.

        Nothing is requested before the iteration. See `lead_status`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            lead_ids: IDs of the leads, sent as one comma-joined value. At least 1 item. Each: must
                not be empty. Each: must match `^[^,]+$`.
            until: Ends the iteration when it returns a true value for every row.
            every: Seconds between two reads.
            idle: Number of reads without a change after which the iteration ends. So many failed
                reads in a row raise the error.
            deadline: Seconds for the whole iteration.

        Returns:
            Iterable of changes.

        Raises:
            BatchError: Raised after the last row of a read if some IDs failed.
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.batching import Batches
        from campaignkit_runtime.following import Follow

        from .sonarly_campaigns_lead_status import BATCH
        from .sonarly_campaigns_lead_status import call_from_arguments as _call

        return Follow(
            self._send,
            lead_ids,
            lambda _send, lead_ids: Batches(
                _send,
                lead_ids,
                lambda lead_ids: _call(
                    account_group_id,
                    campaign_id,
                    lead_ids=lead_ids,
                ),
                BATCH,
                100,
                8,
                None,
            ),
            BATCH.key,
            until,
            every,
            idle,
            deadline,
        )

    def content_slots(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> builtins.list[CampaignContentSlot]:
        """List the content slots of a campaign.

        A content slot is a place in the workflow with replaceable content. Each slot shows the
        template that it uses.

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The content slots.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from .sonarly_campaigns_content_slots import call as _call

        return self._send(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    def update_content_slot(
        self,
        account_group_id: str,
        campaign_id: str,
        slot_id: str,
        *,
        template_id: str,
    ) -> CampaignContentSlot:
        """Set the template of a content slot.

        The workflow itself does not change. After an unclear failure, read the content slots before
        you try again.

        Requires: permission `campaigns:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            slot_id: ID of a content slot of the campaign. Must not be empty.
            template_id: ID of the template. The page does not say which kind of template.

        Returns:
            The content slot with its template. If the response was lost, the result is rebuilt from
            a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_update_content_slot import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                campaign_id,
                slot_id,
                template_id=template_id,
            )
        )

    def approve(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> CampaignApprovalResult:
        """Approve the pending content of a workflow instance.

        The pending content is sent to a real person and the workflow continues. Each call approves
        one instance; the content cannot be edited. After an unclear failure, an instance that
        neither waits nor is stopped counts as approved. An instance that still waits is not
        approved again, because its content may be new.

        Requires: permission `campaigns:execute`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again. This needs `lead_id`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            workflow_instance_id: ID of the workflow instance, from `sonarly.campaigns.lead_status`.
                Must not be empty.
            lead_id: ID of the lead of the instance, from `sonarly.campaigns.lead_status`. Not sent:
                used only to confirm the outcome.

        Returns:
            The approval, and the status of the lead after it. If the response was lost, the result
            is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_approve import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=lead_id,
            )
        )

    def approve_many(
        self,
        account_group_id: str,
        campaign_id: str,
        rows: Iterable[CampaignLeadStatus | Mapping[str, Any]],
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_send: OnSend | None = None,
    ) -> BulkWrites[CampaignApprovalResult]:
        """Approve the pending content of leads.

        Nothing is sent before the iteration. No row is sent twice. See `approve`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            rows: Rows to write, taken when they are needed.
            concurrency: Maximum number of calls at the same time. With 1, a crash leaves the
                outcome of at most one call unknown.
            on_progress: Called after each call with the number of rows done, and the total if it is
                known.
            on_send: Called with the rows of a call before it is sent, to store them.

        Returns:
            Iterable of one result for each row, in their order. `report()` has the rows by outcome.

        Raises:
            BatchError: Raised after the last row if some rows failed.
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.bulk_writes import BulkWrites

        from .sonarly_campaigns_approve import BULK
        from .sonarly_campaigns_approve import bulk_call as _call

        return BulkWrites(
            self._send,
            rows,
            lambda rows: _call(
                rows,
                account_group_id,
                campaign_id,
            ),
            BULK,
            1,
            concurrency,
            on_progress,
            on_send,
        )

    def discard(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> CampaignApprovalResult:
        """Discard the pending content of a workflow instance.

        The workflow instance stops and its pending content is not sent. Each call discards the
        content of one instance. After an unclear failure, an instance stopped for this reason
        counts as discarded. An instance that still waits does not.

        Requires: permission `campaigns:execute`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again. This needs `lead_id`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            workflow_instance_id: ID of the workflow instance, from `sonarly.campaigns.lead_status`.
                Must not be empty.
            lead_id: ID of the lead of the instance, from `sonarly.campaigns.lead_status`. Not sent:
                used only to confirm the outcome.

        Returns:
            The discard, and the status of the lead after it. If the response was lost, the result
            is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_discard import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=lead_id,
            )
        )

    def discard_many(
        self,
        account_group_id: str,
        campaign_id: str,
        rows: Iterable[CampaignLeadStatus | Mapping[str, Any]],
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_send: OnSend | None = None,
    ) -> BulkWrites[CampaignApprovalResult]:
        """Discard the pending content of leads.

        Nothing is sent before the iteration. No row is sent twice. See `discard`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            rows: Rows to write, taken when they are needed.
            concurrency: Maximum number of calls at the same time. With 1, a crash leaves the
                outcome of at most one call unknown.
            on_progress: Called after each call with the number of rows done, and the total if it is
                known.
            on_send: Called with the rows of a call before it is sent, to store them.

        Returns:
            Iterable of one result for each row, in their order. `report()` has the rows by outcome.

        Raises:
            BatchError: Raised after the last row if some rows failed.
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.bulk_writes import BulkWrites

        from .sonarly_campaigns_discard import BULK
        from .sonarly_campaigns_discard import bulk_call as _call

        return BulkWrites(
            self._send,
            rows,
            lambda rows: _call(
                rows,
                account_group_id,
                campaign_id,
            ),
            BULK,
            1,
            concurrency,
            on_progress,
            on_send,
        )


class SonarlyCampaignsWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[Campaign]]:
        """List the campaigns of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_campaigns_list import call as _call

        return self._send.raw(
            _call(
                account_group_id,
            )
        )

    def create(
        self,
        account_group_id: str,
        *,
        starter_template_id: StarterTemplateId | str,
        name: str,
        audience_id: str,
        lead_ids: Iterable[str] | None = None,
    ) -> RawResponse[Campaign]:
        """Create a draft campaign from a starter template, and return the raw response; see `create` of the resource."""
        from .sonarly_campaigns_create import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                starter_template_id=starter_template_id,
                name=name,
                audience_id=audience_id,
                lead_ids=lead_ids,
            )
        )

    def starter_templates(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[CampaignStarterTemplate]]:
        """List the starter templates, and return the raw response; see `starter_templates` of the resource."""
        from .sonarly_campaigns_starter_templates import call as _call

        return self._send.raw(
            _call(
                account_group_id,
            )
        )

    def get(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[Campaign]:
        """Get a campaign, and return the raw response; see `get` of the resource."""
        from .sonarly_campaigns_get import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    def delete(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a campaign, and return the raw response; see `delete` of the resource."""
        from .sonarly_campaigns_delete import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    def duplicate(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        audience_id: str,
        name: str | None = None,
        lead_ids: Iterable[str] | None = None,
    ) -> RawResponse[Campaign]:
        """Duplicate a campaign into a draft, and return the raw response; see `duplicate` of the resource."""
        from .sonarly_campaigns_duplicate import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                audience_id=audience_id,
                name=name,
                lead_ids=lead_ids,
            )
        )

    def start(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[StartedCampaign]:
        """Start a campaign, and return the raw response; see `start` of the resource."""
        from .sonarly_campaigns_start import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    def stop(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[StoppedCampaign]:
        """Stop an active campaign, and return the raw response; see `stop` of the resource."""
        from .sonarly_campaigns_stop import call as _call

        return self._send.raw(
            _call(
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
    ) -> RawResponse[builtins.list[CampaignLeadStatus]]:
        """Get the workflow status of given leads, and return the raw response; see `lead_status` of the resource."""
        from .sonarly_campaigns_lead_status import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            )
        )

    def content_slots(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[builtins.list[CampaignContentSlot]]:
        """List the content slots of a campaign, and return the raw response; see `content_slots` of the resource."""
        from .sonarly_campaigns_content_slots import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    def update_content_slot(
        self,
        account_group_id: str,
        campaign_id: str,
        slot_id: str,
        *,
        template_id: str,
    ) -> RawResponse[CampaignContentSlot]:
        """Set the template of a content slot, and return the raw response; see `update_content_slot` of the resource."""
        from .sonarly_campaigns_update_content_slot import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                slot_id,
                template_id=template_id,
            )
        )

    def approve(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> RawResponse[CampaignApprovalResult]:
        """Approve the pending content of a workflow instance, and return the raw response; see `approve` of the resource."""
        from .sonarly_campaigns_approve import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=lead_id,
            )
        )

    def discard(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> RawResponse[CampaignApprovalResult]:
        """Discard the pending content of a workflow instance, and return the raw response; see `discard` of the resource."""
        from .sonarly_campaigns_discard import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=lead_id,
            )
        )


class AsyncSonarlyCampaigns(AsyncResource):
    """Campaigns of Sonarly: drafts, start, approvals and stop."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyCampaignsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncSonarlyCampaignsWithRawResponse(self._send)

    async def list(
        self,
        account_group_id: str,
    ) -> builtins.list[Campaign]:
        """List the campaigns of an account group.

        Returns metadata of each campaign that the key may read. Workflow definitions are not
        included.

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The campaigns, without workflow definitions.

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
        from .sonarly_campaigns_list import call as _call

        return await self._send(
            _call(
                account_group_id,
            )
        )

    async def create(
        self,
        account_group_id: str,
        *,
        starter_template_id: StarterTemplateId | str,
        name: str,
        audience_id: str,
        lead_ids: Iterable[str] | None = None,
    ) -> Campaign:
        """Create a draft campaign from a starter template.

        The draft is for all leads of an audience, or for `lead_ids`. Nothing is sent before the
        campaign is started; until then its content slots can be changed. Use a unique name: if the
        response is lost, the draft is looked up by its name.

        Requires: permission `campaigns:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            starter_template_id: ID of a starter template. Known values: `engage-inmail`,
                `engage-connect-dm`, `connect-engage-dm`, `connect`.
            name: Name of the draft.
            audience_id: ID of the audience with the leads of the campaign.
            lead_ids: IDs of leads of the audience. Without them, the campaign has all leads of the
                audience.

        Returns:
            The draft. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_create import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                starter_template_id=starter_template_id,
                name=name,
                audience_id=audience_id,
                lead_ids=lead_ids,
            )
        )

    async def starter_templates(
        self,
        account_group_id: str,
    ) -> builtins.list[CampaignStarterTemplate]:
        """List the starter templates.

        A campaign can be created from each template. If `available` is false, this account group
        cannot use the template. The list is complete.

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The starter templates.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_campaigns_starter_templates import call as _call

        return await self._send(
            _call(
                account_group_id,
            )
        )

    async def get(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> Campaign:
        """Get a campaign.

        Returns metadata of the campaign, without its workflow definition.

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The campaign, without its workflow definition.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from .sonarly_campaigns_get import call as _call

        return await self._send(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def delete(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> Deleted:
        """Delete a campaign.

        Deletion is permanent. Raises a conflict (409) if the state of the campaign does not allow
        it; these states are not documented. After an unclear failure, a campaign that cannot be
        found counts as deleted.

        Requires: permission `campaigns:delete`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The deletion of the campaign. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_delete import call as _call

        return await self._send(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def duplicate(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        audience_id: str,
        name: str | None = None,
        lead_ids: Iterable[str] | None = None,
    ) -> Campaign:
        """Duplicate a campaign into a draft.

        The draft is for all leads of an audience, or for `lead_ids`. Campaign and audience must
        belong to the account group, and the leads to the audience. Leads that are active in the
        workflow of another campaign are rejected. Pass a unique `name`: if the response is lost,
        the draft is looked up by its name. Without a name the draft cannot be recognized.

        Requires: permission `campaigns:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            audience_id: ID of the audience with the leads of the draft.
            name: Name of the draft.
            lead_ids: IDs of leads of the audience. Without them, the campaign has all leads of the
                audience.

        Returns:
            The draft. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_duplicate import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                campaign_id,
                audience_id=audience_id,
                name=name,
                lead_ids=lead_ids,
            )
        )

    async def start(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> StartedCampaign:
        """Start a campaign.

        This contacts real people. Manual workflows of the campaign are triggered too, if it has
        any. After an unclear failure, read the campaign before you start it again.

        Requires: permission `campaigns:execute`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The started campaign, and what the start triggered. If the response was lost, the result
            is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_start import call as _call

        return await self._send(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def stop(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> StoppedCampaign:
        """Stop an active campaign.

        The workflow of each lead ends. After an unclear failure, read the campaign before you stop
        it again.

        Requires: permission `campaigns:execute`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The stopped campaign, and the workflows that were stopped with it. If the response was
            lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_stop import call as _call

        return await self._send(
            _call(
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

        The response has one row for each requested ID. The row says so if the campaign has not
        started the lead (`not_started`) or does not contain it (`not_in_campaign`).

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            lead_ids: IDs of the leads, sent as one comma-joined value. At least 1 item. Each: must
                not be empty. Each: must match `^[^,]+$`.
            batch_size: Maximum number of values in one call. It is halved if the server refuses
                that many, and the client remembers the size that worked.
            concurrency: Maximum number of calls at the same time.
            on_progress: Called after each call with the number of values done, and the total if it
                is known.

        Returns:
            Iterable that sends requests as rows are needed. Rows: The status of each requested
            lead.

        Raises:
            BatchError: Raised after the last row if some IDs failed. It holds the errors below.
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.batching import AsyncBatches

        from .sonarly_campaigns_lead_status import BATCH
        from .sonarly_campaigns_lead_status import call_from_arguments as _call

        return AsyncBatches(
            self._send,
            lead_ids,
            lambda lead_ids: _call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            ),
            BATCH,
            batch_size,
            concurrency,
            on_progress,
        )

    def pending_approvals(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: Iterable[str] | AsyncIterable[str],
        batch_size: int = 100,
        concurrency: int = 64,
        on_progress: Progress | None = None,
    ) -> AsyncBatches[CampaignLeadStatus]:
        """Get the leads with content that waits for approval.

        Nothing is requested before the iteration. See `lead_status`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            lead_ids: IDs of the leads, sent as one comma-joined value. At least 1 item. Each: must
                not be empty. Each: must match `^[^,]+$`.
            batch_size: Maximum number of values in one call. It is halved if the server refuses
                that many, and the client remembers the size that worked.
            concurrency: Maximum number of calls at the same time.
            on_progress: Called after each call with the number of values done, and the total if it
                is known.

        Returns:
            Iterable of the wanted rows.

        Raises:
            BatchError: Raised after the last row of a read if some IDs failed.
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.batching import AsyncBatches

        from .sonarly_campaigns_lead_status import BATCH
        from .sonarly_campaigns_lead_status import call_from_arguments as _call

        return AsyncBatches(
            self._send,
            lead_ids,
            lambda lead_ids: _call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            ),
            BATCH,
            batch_size,
            concurrency,
            on_progress,
            lambda row: getattr(row, "has_pending_approval", None) is True,
        )

    def follow(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: Iterable[str] | AsyncIterable[str],
        until: Callable[[CampaignLeadStatus], object] | None = None,
        every: float = 15.0,
        idle: int = 20,
        deadline: float | None = None,
    ) -> AsyncFollow[CampaignLeadStatus]:
        """Yield each change of leads until nothing moves.

        Nothing is requested before the iteration. See `lead_status`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            lead_ids: IDs of the leads, sent as one comma-joined value. At least 1 item. Each: must
                not be empty. Each: must match `^[^,]+$`.
            until: Ends the iteration when it returns a true value for every row.
            every: Seconds between two reads.
            idle: Number of reads without a change after which the iteration ends. So many failed
                reads in a row raise the error.
            deadline: Seconds for the whole iteration.

        Returns:
            Iterable of changes.

        Raises:
            BatchError: Raised after the last row of a read if some IDs failed.
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.batching import AsyncBatches
        from campaignkit_runtime.following import AsyncFollow

        from .sonarly_campaigns_lead_status import BATCH
        from .sonarly_campaigns_lead_status import call_from_arguments as _call

        return AsyncFollow(
            self._send,
            lead_ids,
            lambda _send, lead_ids: AsyncBatches(
                _send,
                lead_ids,
                lambda lead_ids: _call(
                    account_group_id,
                    campaign_id,
                    lead_ids=lead_ids,
                ),
                BATCH,
                100,
                64,
                None,
            ),
            BATCH.key,
            until,
            every,
            idle,
            deadline,
        )

    async def content_slots(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> builtins.list[CampaignContentSlot]:
        """List the content slots of a campaign.

        A content slot is a place in the workflow with replaceable content. Each slot shows the
        template that it uses.

        Requires: permission `campaigns:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.

        Returns:
            The content slots.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from .sonarly_campaigns_content_slots import call as _call

        return await self._send(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def update_content_slot(
        self,
        account_group_id: str,
        campaign_id: str,
        slot_id: str,
        *,
        template_id: str,
    ) -> CampaignContentSlot:
        """Set the template of a content slot.

        The workflow itself does not change. After an unclear failure, read the content slots before
        you try again.

        Requires: permission `campaigns:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            slot_id: ID of a content slot of the campaign. Must not be empty.
            template_id: ID of the template. The page does not say which kind of template.

        Returns:
            The content slot with its template. If the response was lost, the result is rebuilt from
            a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_update_content_slot import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                campaign_id,
                slot_id,
                template_id=template_id,
            )
        )

    async def approve(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> CampaignApprovalResult:
        """Approve the pending content of a workflow instance.

        The pending content is sent to a real person and the workflow continues. Each call approves
        one instance; the content cannot be edited. After an unclear failure, an instance that
        neither waits nor is stopped counts as approved. An instance that still waits is not
        approved again, because its content may be new.

        Requires: permission `campaigns:execute`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again. This needs `lead_id`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            workflow_instance_id: ID of the workflow instance, from `sonarly.campaigns.lead_status`.
                Must not be empty.
            lead_id: ID of the lead of the instance, from `sonarly.campaigns.lead_status`. Not sent:
                used only to confirm the outcome.

        Returns:
            The approval, and the status of the lead after it. If the response was lost, the result
            is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_approve import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=lead_id,
            )
        )

    def approve_many(
        self,
        account_group_id: str,
        campaign_id: str,
        rows: Iterable[CampaignLeadStatus | Mapping[str, Any]]
        | AsyncIterable[CampaignLeadStatus | Mapping[str, Any]],
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_send: OnSend | None = None,
    ) -> AsyncBulkWrites[CampaignApprovalResult]:
        """Approve the pending content of leads.

        Nothing is sent before the iteration. No row is sent twice. See `approve`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            rows: Rows to write, taken when they are needed.
            concurrency: Maximum number of calls at the same time. With 1, a crash leaves the
                outcome of at most one call unknown.
            on_progress: Called after each call with the number of rows done, and the total if it is
                known.
            on_send: Called with the rows of a call before it is sent, to store them.

        Returns:
            Iterable of one result for each row, in their order. `report()` has the rows by outcome.

        Raises:
            BatchError: Raised after the last row if some rows failed.
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.bulk_writes import AsyncBulkWrites

        from .sonarly_campaigns_approve import BULK
        from .sonarly_campaigns_approve import bulk_call as _call

        return AsyncBulkWrites(
            self._send,
            rows,
            lambda rows: _call(
                rows,
                account_group_id,
                campaign_id,
            ),
            BULK,
            1,
            concurrency,
            on_progress,
            on_send,
        )

    async def discard(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> CampaignApprovalResult:
        """Discard the pending content of a workflow instance.

        The workflow instance stops and its pending content is not sent. Each call discards the
        content of one instance. After an unclear failure, an instance stopped for this reason
        counts as discarded. An instance that still waits does not.

        Requires: permission `campaigns:execute`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read instead of sending again. This needs `lead_id`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            workflow_instance_id: ID of the workflow instance, from `sonarly.campaigns.lead_status`.
                Must not be empty.
            lead_id: ID of the lead of the instance, from `sonarly.campaigns.lead_status`. Not sent:
                used only to confirm the outcome.

        Returns:
            The discard, and the status of the lead after it. If the response was lost, the result
            is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_campaigns_discard import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=lead_id,
            )
        )

    def discard_many(
        self,
        account_group_id: str,
        campaign_id: str,
        rows: Iterable[CampaignLeadStatus | Mapping[str, Any]]
        | AsyncIterable[CampaignLeadStatus | Mapping[str, Any]],
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_send: OnSend | None = None,
    ) -> AsyncBulkWrites[CampaignApprovalResult]:
        """Discard the pending content of leads.

        Nothing is sent before the iteration. No row is sent twice. See `discard`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            campaign_id: ID of the campaign. Must not be empty.
            rows: Rows to write, taken when they are needed.
            concurrency: Maximum number of calls at the same time. With 1, a crash leaves the
                outcome of at most one call unknown.
            on_progress: Called after each call with the number of rows done, and the total if it is
                known.
            on_send: Called with the rows of a call before it is sent, to store them.

        Returns:
            Iterable of one result for each row, in their order. `report()` has the rows by outcome.

        Raises:
            BatchError: Raised after the last row if some rows failed.
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.bulk_writes import AsyncBulkWrites

        from .sonarly_campaigns_discard import BULK
        from .sonarly_campaigns_discard import bulk_call as _call

        return AsyncBulkWrites(
            self._send,
            rows,
            lambda rows: _call(
                rows,
                account_group_id,
                campaign_id,
            ),
            BULK,
            1,
            concurrency,
            on_progress,
            on_send,
        )


class AsyncSonarlyCampaignsWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[Campaign]]:
        """List the campaigns of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_campaigns_list import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
            )
        )

    async def create(
        self,
        account_group_id: str,
        *,
        starter_template_id: StarterTemplateId | str,
        name: str,
        audience_id: str,
        lead_ids: Iterable[str] | None = None,
    ) -> RawResponse[Campaign]:
        """Create a draft campaign from a starter template, and return the raw response; see `create` of the resource."""
        from .sonarly_campaigns_create import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                starter_template_id=starter_template_id,
                name=name,
                audience_id=audience_id,
                lead_ids=lead_ids,
            )
        )

    async def starter_templates(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[CampaignStarterTemplate]]:
        """List the starter templates, and return the raw response; see `starter_templates` of the resource."""
        from .sonarly_campaigns_starter_templates import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
            )
        )

    async def get(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[Campaign]:
        """Get a campaign, and return the raw response; see `get` of the resource."""
        from .sonarly_campaigns_get import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def delete(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a campaign, and return the raw response; see `delete` of the resource."""
        from .sonarly_campaigns_delete import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def duplicate(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        audience_id: str,
        name: str | None = None,
        lead_ids: Iterable[str] | None = None,
    ) -> RawResponse[Campaign]:
        """Duplicate a campaign into a draft, and return the raw response; see `duplicate` of the resource."""
        from .sonarly_campaigns_duplicate import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                audience_id=audience_id,
                name=name,
                lead_ids=lead_ids,
            )
        )

    async def start(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[StartedCampaign]:
        """Start a campaign, and return the raw response; see `start` of the resource."""
        from .sonarly_campaigns_start import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def stop(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[StoppedCampaign]:
        """Stop an active campaign, and return the raw response; see `stop` of the resource."""
        from .sonarly_campaigns_stop import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def lead_status(
        self,
        account_group_id: str,
        campaign_id: str,
        *,
        lead_ids: Iterable[str],
    ) -> RawResponse[builtins.list[CampaignLeadStatus]]:
        """Get the workflow status of given leads, and return the raw response; see `lead_status` of the resource."""
        from .sonarly_campaigns_lead_status import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                lead_ids=lead_ids,
            )
        )

    async def content_slots(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[builtins.list[CampaignContentSlot]]:
        """List the content slots of a campaign, and return the raw response; see `content_slots` of the resource."""
        from .sonarly_campaigns_content_slots import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
            )
        )

    async def update_content_slot(
        self,
        account_group_id: str,
        campaign_id: str,
        slot_id: str,
        *,
        template_id: str,
    ) -> RawResponse[CampaignContentSlot]:
        """Set the template of a content slot, and return the raw response; see `update_content_slot` of the resource."""
        from .sonarly_campaigns_update_content_slot import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                slot_id,
                template_id=template_id,
            )
        )

    async def approve(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> RawResponse[CampaignApprovalResult]:
        """Approve the pending content of a workflow instance, and return the raw response; see `approve` of the resource."""
        from .sonarly_campaigns_approve import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=lead_id,
            )
        )

    async def discard(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> RawResponse[CampaignApprovalResult]:
        """Discard the pending content of a workflow instance, and return the raw response; see `discard` of the resource."""
        from .sonarly_campaigns_discard import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=lead_id,
            )
        )
