# Generated from openapi.yaml by `make generate`; do not edit.
"""Sonarly's campaigns, from the draft through their start and approvals to their end."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterable, Iterable

    from campaignkit_runtime.batching import AsyncBatches, Batches
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
    """Sonarly's campaigns, from the draft through their start and approvals to their end."""

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

    def create(
        self,
        account_group_id: str,
        *,
        starter_template_id: StarterTemplateId | str,
        name: str,
        audience_id: str,
        lead_ids: builtins.list[str] | None = None,
    ) -> Campaign:
        """Create a draft campaign from a starter template.

        Makes a draft for the leads of an audience, or for some of them. Nothing is sent: the
        draft's content slots can be changed until it is started. The vendor keeps no idempotency
        key for it. A lost answer is looked for among the drafts of this name, so give each campaign
        a name of its own.

        Args:
            account_group_id: The account group that the call is about.
            starter_template_id: Names a starter template.
            name:
            audience_id: Whose leads the campaign is for.
            lead_ids: Only these leads of the audience.

        Returns:
            The draft. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-create-from-starter-template (documented). Assumed, verify: No
        page says that the list shows a new campaign at once, under the name that was given and with
        the moment of the call in createdAt. Nobody else is assumed to make one of the same name
        within these seconds. Permission: campaigns:write. Idempotency: verify.
        """
        from ...models.campaign_create import CampaignCreate
        from ...models.starter_template_id import StarterTemplateId
        from .sonarly_campaigns_create import call

        return self._send(
            call(
                account_group_id,
                body=CampaignCreate(
                    starter_template_id=_arguments.enum_member(
                        StarterTemplateId, "starter_template_id", starter_template_id
                    ),
                    name=name,
                    audience_id=audience_id,
                    lead_ids=UNSET
                    if lead_ids is None
                    else _arguments.as_list("lead_ids", lead_ids),
                ),
            )
        )

    def starter_templates(
        self,
        account_group_id: str,
    ) -> builtins.list[CampaignStarterTemplate]:
        """List the starter templates.

        What a campaign can be created from. The list comes as a whole; a template that is not
        `available` cannot be used by this account group.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The starter templates.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/campaigns-starter-templates-list (documented). Assumed, paging: The page
        prints neither cursor nor limit, unlike the paged lists of this API, so it is one answer.
        Permission: campaigns:read. Idempotency: safe.
        """
        from .sonarly_campaigns_starter_templates import call

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

    def delete(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> Deleted:
        """Delete a campaign.

        Deletes a campaign for good, if its state allows it: 409 where it does not. Which states do
        is not documented. The vendor keeps no idempotency key for it. After a failure whose outcome
        is open, a campaign that cannot be read any more counts as deleted.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The campaign is deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-delete (documented). Assumed, verify: A campaign that is not found
        counts as deleted by this call, whoever it was that deleted it. Permission:
        campaigns:delete. Idempotency: verify.
        """
        from .sonarly_campaigns_delete import call

        return self._send(
            call(
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
        lead_ids: builtins.list[str] | None = None,
    ) -> Campaign:
        """Duplicate a campaign into a draft.

        Makes a draft like an existing campaign for the leads of an audience, or for some of them.
        Campaign and audience must be of the account group, each lead must be of the audience, and
        leads that the workflow of another campaign is busy with are rejected. The vendor keeps no
        idempotency key for it. A lost answer is looked for among the drafts of this name, so give
        each one a name of its own. Without a name a draft that is new may be somebody else's, and
        is not taken for it.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            audience_id: Whose leads the draft is for.
            name:
            lead_ids: Only these leads of the audience.

        Returns:
            The draft. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-duplicate (documented). Assumed, 502: The copy of the page ends
        before the number of this status. Assumed, verify: No page says that the list shows a new
        campaign at once, under the name that was given and with the moment of the call in
        createdAt. Nobody else is assumed to make one of the same name within these seconds.
        Permission: campaigns:write. Idempotency: verify.
        """
        from ...models.campaign_duplicate import CampaignDuplicate
        from .sonarly_campaigns_duplicate import call

        return self._send(
            call(
                account_group_id,
                campaign_id,
                body=CampaignDuplicate(
                    audience_id=audience_id,
                    name=_arguments.unset_if_none(name),
                    lead_ids=UNSET
                    if lead_ids is None
                    else _arguments.as_list("lead_ids", lead_ids),
                ),
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

    def stop(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> StoppedCampaign:
        """Stop an active campaign.

        Ends an active campaign, with the workflow of each of its leads. The vendor keeps no
        idempotency key for it: after a failure whose outcome is open, read the campaign first.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The stopped campaign, and what was stopped with it. What a read tells of it, where the
            answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-stop (documented). Assumed, verify: No page prints what a stopped
        campaign reads as. Only `stopped` counts as stopped, whoever it was that stopped it, and
        only `active` as not stopped. Permission: campaigns:execute. Idempotency: verify.
        """
        from .sonarly_campaigns_stop import call

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
            batch_size: How many of them go into one call. If a server refuses as many, the call is
                halved, down to one, and the client remembers the size that worked.
            concurrency: How many calls are under way at once.
            on_progress: Told after each call how many are done, and of how many, where that is
                known.

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
        from campaignkit_runtime.batching import Batches

        from .sonarly_campaigns_lead_status import BATCH, call

        return Batches(
            self._send,
            lead_ids,
            lambda lead_ids: call(
                account_group_id,
                campaign_id,
                lead_ids=_arguments.as_list("lead_ids", lead_ids),
            ),
            BATCH,
            batch_size,
            concurrency,
            on_progress,
        )

    def content_slots(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> builtins.list[CampaignContentSlot]:
        """List the content slots of a campaign.

        The places in the campaign's workflow whose content can be changed, each with the template
        that it uses.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The content slots.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/campaigns-content-slots-list (documented). Assumed, paging: The page prints
        neither cursor nor limit, unlike the paged lists of this API, so it is one answer.
        Permission: campaigns:read. Idempotency: safe.
        """
        from .sonarly_campaigns_content_slots import call

        return self._send(
            call(
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
        """Give a content slot another template.

        Changes which template one slot of the campaign uses. The workflow itself stays as it is.
        The vendor keeps no idempotency key for it: after a failure whose outcome is open, read the
        slots first.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            slot_id: The content slot to change, one of the campaign's.
            template_id: The template; which kind of template this is, the page does not say.

        Returns:
            The slot with its template. What a read tells of it, where the answer was lost.

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

        Source: sonarly/campaigns-content-slots-update (documented). Assumed, verify: A slot that
        has the template counts as changed by this call; to set it again changes nothing.
        Permission: campaigns:write. Idempotency: verify.
        """
        from ...models.campaign_content_slot_update import CampaignContentSlotUpdate
        from .sonarly_campaigns_update_content_slot import call

        return self._send(
            call(
                account_group_id,
                campaign_id,
                slot_id,
                body=CampaignContentSlotUpdate(template_id=template_id),
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
        """Approve what a workflow instance waits with.

        Lets the content that waits in one workflow instance go out, and its workflow go on. This
        reaches a real person. There is no approval of several at once, and the content cannot be
        changed by it. The vendor keeps no idempotency key for it. After a failure whose outcome is
        open, and with `leadId`, an instance that neither waits nor is stopped counts as approved.
        One that waits is not approved again: what it waits with may be something that nobody has
        seen.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            workflow_instance_id: The workflow instance with the content, as lead-status tells it.
            lead_id: The lead of the instance, as lead-status tells it. Given, a lost answer can be
                verified. It is not sent.

        Returns:
            The approval, and where the lead stands after it. What a read tells of it, where the
            answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-pending-content-approve (documented). Assumed, verify: No page
        says how an approved instance reads. One that does not wait any more counts as approved by
        this call, whoever it was that approved it, unless it is stopped. Permission:
        campaigns:execute. Idempotency: verify.
        """
        from .sonarly_campaigns_approve import call

        return self._send(
            call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=_arguments.unset_if_none(lead_id),
            )
        )

    def discard(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> CampaignApprovalResult:
        """Discard what a workflow instance waits with.

        Stops one workflow instance without sending the content that waits in it. There is no
        discarding of several at once. The vendor keeps no idempotency key for it. After a failure
        whose outcome is open, and with `leadId`, an instance that is stopped for this reason counts
        as discarded, and one that waits does not.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            workflow_instance_id: The workflow instance with the content, as lead-status tells it.
            lead_id: The lead of the instance, as lead-status tells it. Given, a lost answer can be
                verified. It is not sent.

        Returns:
            The discarding, and where the lead stands after it. What a read tells of it, where the
            answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-pending-content-discard (documented). Assumed, verify: An instance
        that is stopped because its content was discarded counts as discarded by this call, whoever
        it was that did it. A discard stops the instance, so one that waits was not discarded.
        Permission: campaigns:execute. Idempotency: verify.
        """
        from .sonarly_campaigns_discard import call

        return self._send(
            call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=_arguments.unset_if_none(lead_id),
            )
        )


class SonarlyCampaignsWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

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

    def create(
        self,
        account_group_id: str,
        *,
        starter_template_id: StarterTemplateId | str,
        name: str,
        audience_id: str,
        lead_ids: builtins.list[str] | None = None,
    ) -> RawResponse[Campaign]:
        """Create a draft campaign from a starter template; see `create` of the resource itself."""
        from ...models.campaign_create import CampaignCreate
        from ...models.starter_template_id import StarterTemplateId
        from .sonarly_campaigns_create import call

        return self._send.raw(
            call(
                account_group_id,
                body=CampaignCreate(
                    starter_template_id=_arguments.enum_member(
                        StarterTemplateId, "starter_template_id", starter_template_id
                    ),
                    name=name,
                    audience_id=audience_id,
                    lead_ids=UNSET
                    if lead_ids is None
                    else _arguments.as_list("lead_ids", lead_ids),
                ),
            )
        )

    def starter_templates(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[CampaignStarterTemplate]]:
        """List the starter templates; see `starter_templates` of the resource itself."""
        from .sonarly_campaigns_starter_templates import call

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

    def delete(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a campaign; see `delete` of the resource itself."""
        from .sonarly_campaigns_delete import call

        return self._send.raw(
            call(
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
        lead_ids: builtins.list[str] | None = None,
    ) -> RawResponse[Campaign]:
        """Duplicate a campaign into a draft; see `duplicate` of the resource itself."""
        from ...models.campaign_duplicate import CampaignDuplicate
        from .sonarly_campaigns_duplicate import call

        return self._send.raw(
            call(
                account_group_id,
                campaign_id,
                body=CampaignDuplicate(
                    audience_id=audience_id,
                    name=_arguments.unset_if_none(name),
                    lead_ids=UNSET
                    if lead_ids is None
                    else _arguments.as_list("lead_ids", lead_ids),
                ),
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

    def stop(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[StoppedCampaign]:
        """Stop an active campaign; see `stop` of the resource itself."""
        from .sonarly_campaigns_stop import call

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
                lead_ids=_arguments.as_list("lead_ids", lead_ids),
            )
        )

    def content_slots(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[builtins.list[CampaignContentSlot]]:
        """List the content slots of a campaign; see `content_slots` of the resource itself."""
        from .sonarly_campaigns_content_slots import call

        return self._send.raw(
            call(
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
        """Give a content slot another template; see `update_content_slot` of the resource itself."""
        from ...models.campaign_content_slot_update import CampaignContentSlotUpdate
        from .sonarly_campaigns_update_content_slot import call

        return self._send.raw(
            call(
                account_group_id,
                campaign_id,
                slot_id,
                body=CampaignContentSlotUpdate(template_id=template_id),
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
        """Approve what a workflow instance waits with; see `approve` of the resource itself."""
        from .sonarly_campaigns_approve import call

        return self._send.raw(
            call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=_arguments.unset_if_none(lead_id),
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
        """Discard what a workflow instance waits with; see `discard` of the resource itself."""
        from .sonarly_campaigns_discard import call

        return self._send.raw(
            call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=_arguments.unset_if_none(lead_id),
            )
        )


class AsyncSonarlyCampaigns(AsyncResource):
    """Sonarly's campaigns, from the draft through their start and approvals to their end."""

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

    async def create(
        self,
        account_group_id: str,
        *,
        starter_template_id: StarterTemplateId | str,
        name: str,
        audience_id: str,
        lead_ids: builtins.list[str] | None = None,
    ) -> Campaign:
        """Create a draft campaign from a starter template.

        Makes a draft for the leads of an audience, or for some of them. Nothing is sent: the
        draft's content slots can be changed until it is started. The vendor keeps no idempotency
        key for it. A lost answer is looked for among the drafts of this name, so give each campaign
        a name of its own.

        Args:
            account_group_id: The account group that the call is about.
            starter_template_id: Names a starter template.
            name:
            audience_id: Whose leads the campaign is for.
            lead_ids: Only these leads of the audience.

        Returns:
            The draft. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-create-from-starter-template (documented). Assumed, verify: No
        page says that the list shows a new campaign at once, under the name that was given and with
        the moment of the call in createdAt. Nobody else is assumed to make one of the same name
        within these seconds. Permission: campaigns:write. Idempotency: verify.
        """
        from ...models.campaign_create import CampaignCreate
        from ...models.starter_template_id import StarterTemplateId
        from .sonarly_campaigns_create import call

        return await self._send(
            call(
                account_group_id,
                body=CampaignCreate(
                    starter_template_id=_arguments.enum_member(
                        StarterTemplateId, "starter_template_id", starter_template_id
                    ),
                    name=name,
                    audience_id=audience_id,
                    lead_ids=UNSET
                    if lead_ids is None
                    else _arguments.as_list("lead_ids", lead_ids),
                ),
            )
        )

    async def starter_templates(
        self,
        account_group_id: str,
    ) -> builtins.list[CampaignStarterTemplate]:
        """List the starter templates.

        What a campaign can be created from. The list comes as a whole; a template that is not
        `available` cannot be used by this account group.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The starter templates.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/campaigns-starter-templates-list (documented). Assumed, paging: The page
        prints neither cursor nor limit, unlike the paged lists of this API, so it is one answer.
        Permission: campaigns:read. Idempotency: safe.
        """
        from .sonarly_campaigns_starter_templates import call

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

    async def delete(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> Deleted:
        """Delete a campaign.

        Deletes a campaign for good, if its state allows it: 409 where it does not. Which states do
        is not documented. The vendor keeps no idempotency key for it. After a failure whose outcome
        is open, a campaign that cannot be read any more counts as deleted.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The campaign is deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-delete (documented). Assumed, verify: A campaign that is not found
        counts as deleted by this call, whoever it was that deleted it. Permission:
        campaigns:delete. Idempotency: verify.
        """
        from .sonarly_campaigns_delete import call

        return await self._send(
            call(
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
        lead_ids: builtins.list[str] | None = None,
    ) -> Campaign:
        """Duplicate a campaign into a draft.

        Makes a draft like an existing campaign for the leads of an audience, or for some of them.
        Campaign and audience must be of the account group, each lead must be of the audience, and
        leads that the workflow of another campaign is busy with are rejected. The vendor keeps no
        idempotency key for it. A lost answer is looked for among the drafts of this name, so give
        each one a name of its own. Without a name a draft that is new may be somebody else's, and
        is not taken for it.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            audience_id: Whose leads the draft is for.
            name:
            lead_ids: Only these leads of the audience.

        Returns:
            The draft. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-duplicate (documented). Assumed, 502: The copy of the page ends
        before the number of this status. Assumed, verify: No page says that the list shows a new
        campaign at once, under the name that was given and with the moment of the call in
        createdAt. Nobody else is assumed to make one of the same name within these seconds.
        Permission: campaigns:write. Idempotency: verify.
        """
        from ...models.campaign_duplicate import CampaignDuplicate
        from .sonarly_campaigns_duplicate import call

        return await self._send(
            call(
                account_group_id,
                campaign_id,
                body=CampaignDuplicate(
                    audience_id=audience_id,
                    name=_arguments.unset_if_none(name),
                    lead_ids=UNSET
                    if lead_ids is None
                    else _arguments.as_list("lead_ids", lead_ids),
                ),
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

    async def stop(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> StoppedCampaign:
        """Stop an active campaign.

        Ends an active campaign, with the workflow of each of its leads. The vendor keeps no
        idempotency key for it: after a failure whose outcome is open, read the campaign first.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The stopped campaign, and what was stopped with it. What a read tells of it, where the
            answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-stop (documented). Assumed, verify: No page prints what a stopped
        campaign reads as. Only `stopped` counts as stopped, whoever it was that stopped it, and
        only `active` as not stopped. Permission: campaigns:execute. Idempotency: verify.
        """
        from .sonarly_campaigns_stop import call

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
            batch_size: How many of them go into one call. If a server refuses as many, the call is
                halved, down to one, and the client remembers the size that worked.
            concurrency: How many calls are under way at once.
            on_progress: Told after each call how many are done, and of how many, where that is
                known.

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
        from campaignkit_runtime.batching import AsyncBatches

        from .sonarly_campaigns_lead_status import BATCH, call

        return AsyncBatches(
            self._send,
            lead_ids,
            lambda lead_ids: call(
                account_group_id,
                campaign_id,
                lead_ids=_arguments.as_list("lead_ids", lead_ids),
            ),
            BATCH,
            batch_size,
            concurrency,
            on_progress,
        )

    async def content_slots(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> builtins.list[CampaignContentSlot]:
        """List the content slots of a campaign.

        The places in the campaign's workflow whose content can be changed, each with the template
        that it uses.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.

        Returns:
            The content slots.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/campaigns-content-slots-list (documented). Assumed, paging: The page prints
        neither cursor nor limit, unlike the paged lists of this API, so it is one answer.
        Permission: campaigns:read. Idempotency: safe.
        """
        from .sonarly_campaigns_content_slots import call

        return await self._send(
            call(
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
        """Give a content slot another template.

        Changes which template one slot of the campaign uses. The workflow itself stays as it is.
        The vendor keeps no idempotency key for it: after a failure whose outcome is open, read the
        slots first.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            slot_id: The content slot to change, one of the campaign's.
            template_id: The template; which kind of template this is, the page does not say.

        Returns:
            The slot with its template. What a read tells of it, where the answer was lost.

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

        Source: sonarly/campaigns-content-slots-update (documented). Assumed, verify: A slot that
        has the template counts as changed by this call; to set it again changes nothing.
        Permission: campaigns:write. Idempotency: verify.
        """
        from ...models.campaign_content_slot_update import CampaignContentSlotUpdate
        from .sonarly_campaigns_update_content_slot import call

        return await self._send(
            call(
                account_group_id,
                campaign_id,
                slot_id,
                body=CampaignContentSlotUpdate(template_id=template_id),
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
        """Approve what a workflow instance waits with.

        Lets the content that waits in one workflow instance go out, and its workflow go on. This
        reaches a real person. There is no approval of several at once, and the content cannot be
        changed by it. The vendor keeps no idempotency key for it. After a failure whose outcome is
        open, and with `leadId`, an instance that neither waits nor is stopped counts as approved.
        One that waits is not approved again: what it waits with may be something that nobody has
        seen.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            workflow_instance_id: The workflow instance with the content, as lead-status tells it.
            lead_id: The lead of the instance, as lead-status tells it. Given, a lost answer can be
                verified. It is not sent.

        Returns:
            The approval, and where the lead stands after it. What a read tells of it, where the
            answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-pending-content-approve (documented). Assumed, verify: No page
        says how an approved instance reads. One that does not wait any more counts as approved by
        this call, whoever it was that approved it, unless it is stopped. Permission:
        campaigns:execute. Idempotency: verify.
        """
        from .sonarly_campaigns_approve import call

        return await self._send(
            call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=_arguments.unset_if_none(lead_id),
            )
        )

    async def discard(
        self,
        account_group_id: str,
        campaign_id: str,
        workflow_instance_id: str,
        *,
        lead_id: str | None = None,
    ) -> CampaignApprovalResult:
        """Discard what a workflow instance waits with.

        Stops one workflow instance without sending the content that waits in it. There is no
        discarding of several at once. The vendor keeps no idempotency key for it. After a failure
        whose outcome is open, and with `leadId`, an instance that is stopped for this reason counts
        as discarded, and one that waits does not.

        Args:
            account_group_id: The account group that the call is about.
            campaign_id: The campaign to read or change.
            workflow_instance_id: The workflow instance with the content, as lead-status tells it.
            lead_id: The lead of the instance, as lead-status tells it. Given, a lost answer can be
                verified. It is not sent.

        Returns:
            The discarding, and where the lead stands after it. What a read tells of it, where the
            answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/campaigns-pending-content-discard (documented). Assumed, verify: An instance
        that is stopped because its content was discarded counts as discarded by this call, whoever
        it was that did it. A discard stops the instance, so one that waits was not discarded.
        Permission: campaigns:execute. Idempotency: verify.
        """
        from .sonarly_campaigns_discard import call

        return await self._send(
            call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=_arguments.unset_if_none(lead_id),
            )
        )


class AsyncSonarlyCampaignsWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

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

    async def create(
        self,
        account_group_id: str,
        *,
        starter_template_id: StarterTemplateId | str,
        name: str,
        audience_id: str,
        lead_ids: builtins.list[str] | None = None,
    ) -> RawResponse[Campaign]:
        """Create a draft campaign from a starter template; see `create` of the resource itself."""
        from ...models.campaign_create import CampaignCreate
        from ...models.starter_template_id import StarterTemplateId
        from .sonarly_campaigns_create import call

        return await self._send.raw(
            call(
                account_group_id,
                body=CampaignCreate(
                    starter_template_id=_arguments.enum_member(
                        StarterTemplateId, "starter_template_id", starter_template_id
                    ),
                    name=name,
                    audience_id=audience_id,
                    lead_ids=UNSET
                    if lead_ids is None
                    else _arguments.as_list("lead_ids", lead_ids),
                ),
            )
        )

    async def starter_templates(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[CampaignStarterTemplate]]:
        """List the starter templates; see `starter_templates` of the resource itself."""
        from .sonarly_campaigns_starter_templates import call

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

    async def delete(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a campaign; see `delete` of the resource itself."""
        from .sonarly_campaigns_delete import call

        return await self._send.raw(
            call(
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
        lead_ids: builtins.list[str] | None = None,
    ) -> RawResponse[Campaign]:
        """Duplicate a campaign into a draft; see `duplicate` of the resource itself."""
        from ...models.campaign_duplicate import CampaignDuplicate
        from .sonarly_campaigns_duplicate import call

        return await self._send.raw(
            call(
                account_group_id,
                campaign_id,
                body=CampaignDuplicate(
                    audience_id=audience_id,
                    name=_arguments.unset_if_none(name),
                    lead_ids=UNSET
                    if lead_ids is None
                    else _arguments.as_list("lead_ids", lead_ids),
                ),
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

    async def stop(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[StoppedCampaign]:
        """Stop an active campaign; see `stop` of the resource itself."""
        from .sonarly_campaigns_stop import call

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
                lead_ids=_arguments.as_list("lead_ids", lead_ids),
            )
        )

    async def content_slots(
        self,
        account_group_id: str,
        campaign_id: str,
    ) -> RawResponse[builtins.list[CampaignContentSlot]]:
        """List the content slots of a campaign; see `content_slots` of the resource itself."""
        from .sonarly_campaigns_content_slots import call

        return await self._send.raw(
            call(
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
        """Give a content slot another template; see `update_content_slot` of the resource itself."""
        from ...models.campaign_content_slot_update import CampaignContentSlotUpdate
        from .sonarly_campaigns_update_content_slot import call

        return await self._send.raw(
            call(
                account_group_id,
                campaign_id,
                slot_id,
                body=CampaignContentSlotUpdate(template_id=template_id),
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
        """Approve what a workflow instance waits with; see `approve` of the resource itself."""
        from .sonarly_campaigns_approve import call

        return await self._send.raw(
            call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=_arguments.unset_if_none(lead_id),
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
        """Discard what a workflow instance waits with; see `discard` of the resource itself."""
        from .sonarly_campaigns_discard import call

        return await self._send.raw(
            call(
                account_group_id,
                campaign_id,
                workflow_instance_id,
                lead_id=_arguments.unset_if_none(lead_id),
            )
        )
