# Generated from openapi.yaml by `make generate`; do not edit.
"""Sonarly's prospecting jobs, what they can draw on, and the prospects that they found."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.polling import AsyncJob, Job
    from campaignkit_runtime.protocols import RawResponse

    from ...models.cancelled_prospecting_job import CancelledProspectingJob
    from ...models.prospecting_job import ProspectingJob
    from ...models.prospecting_job_list import ProspectingJobList
    from ...models.prospecting_job_start import ProspectingJobStart
    from ...models.prospecting_job_summary import ProspectingJobSummary
    from ...models.provider_id_prospect_lookup import ProviderIdProspectLookup
    from ...models.sales_navigator_source import SalesNavigatorSource
    from ...models.started_prospecting_job import StartedProspectingJob


class SonarlyProspecting(Resource):
    """Sonarly's prospecting jobs, what they can draw on, and the prospects that they found."""

    @cached_property
    def with_raw_response(self) -> SonarlyProspectingWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return SonarlyProspectingWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> Pager[ProspectingJobList, ProspectingJobSummary]:
        """List the prospecting jobs of an account group.

        Every prospecting job of the account group, page by page, or only those of one status.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.
            status: Only those of this status, as `queued`, `running`, `completed`, `failed` or
                `cancelled`.

        Returns:
            A page of the jobs.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/prospecting-jobs-list (documented). Permission: prospecting:read.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_prospecting_list import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
                status=_arguments.unset_if_none(status),
            ),
            PAGINATION,
        )

    def start(
        self,
        account_group_id: str,
        *,
        body: ProspectingJobStart,
        idempotency_key: str | None = None,
    ) -> Job[StartedProspectingJob, ProspectingJob]:
        """Start a prospecting job.

        Begins to import people from a search, a Sales Navigator list, the comments under a post or
        a list of profile URLs. The job goes on at the vendor until it is completed, has failed or
        is cancelled; until then the audience that it fills answers 409 with the code
        AUDIENCE_NOT_READY. A prospect costs one credit, or two where `searchEmails` is set. With
        fewer credits than that the answer is 402 with the code INSUFFICIENT_CREDITS.

        Args:
            account_group_id: The account group that the call is about.
            body: Where to find people, and how many. The vendor has four kinds of source:
                linkedin_search needs `searchUrl`, sales_navigator needs `savedSearchId` or
                `leadListId`, post_commenters needs `postUrl`, and url_upload needs 1 to 1,000 URLs of
                LinkedIn profiles. The names of the field for the kind and of the one for the URLs are
                not documented, so any further field is passed on as it is given.
            idempotency_key: A key of the caller's own for this call: a repeat with the same key and
                the same body is not carried out twice. One is made where none is given.

        Returns:
            A job for the same request was found; it is over, and is not done again; The job was
            created.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            APIStatusError: The account group has too few credits (402).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/prospecting-jobs-start (documented). Assumed, 409: The page does not say
        which state; that of a key used with another body is presumed. Permission:
        prospecting:write. Idempotency: keyed.
        """
        from campaignkit_runtime.polling import Job

        from .sonarly_prospecting_start import call, job

        answer = self._send.raw(
            call(
                account_group_id,
                body=body,
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )
        return Job(
            self._send,
            answer,
            job(
                account_group_id,
            ),
        )

    def get(
        self,
        account_group_id: str,
        job_id: str,
    ) -> ProspectingJob:
        """Get one prospecting job.

        How far the job is, stage by stage. What made it fail stands in its own `error`, beside that
        of the envelope.

        Args:
            account_group_id: The account group that the call is about.
            job_id: The prospecting job.

        Returns:
            The job.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/prospecting-jobs-get (documented). Permission: prospecting:read.
        Idempotency: safe.
        """
        from .sonarly_prospecting_get import call

        return self._send(
            call(
                account_group_id,
                job_id,
            )
        )

    def cancel(
        self,
        account_group_id: str,
        job_id: str,
    ) -> CancelledProspectingJob:
        """Cancel a prospecting job.

        Ends a job that is queued or running. For one that is over the answer is 422 with the code
        VALIDATION_ERROR. The vendor keeps no idempotency key for it: after a failure whose outcome
        is open, read the job first.

        Args:
            account_group_id: The account group that the call is about.
            job_id: The prospecting job.

        Returns:
            The job was cancelled. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/prospecting-jobs-cancel (documented). Assumed, 404, 429, 500, 502: The page
        prints the texts of these answers without their numbers. Assumed, verify: A job whose status
        is cancelled counts as cancelled by this call, whoever it was that did it. Permission:
        prospecting:write. Idempotency: verify.
        """
        from .sonarly_prospecting_cancel import call

        return self._send(
            call(
                account_group_id,
                job_id,
            )
        )

    def saved_searches(
        self,
        account_group_id: str,
    ) -> builtins.list[SalesNavigatorSource]:
        """List the saved searches of Sales Navigator.

        The saved searches of the LinkedIn account that is connected to the account group. A
        prospecting job takes the id of one as `savedSearchId`.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The saved searches.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/sales-navigator-saved-searches-list (documented). Assumed, method: The page
        prints no method; its twin that lists lead lists prints GET. Assumed, 400: The page lists no
        400. Declared for what the path and the query must not hold. Assumed, 502: The page prints
        the text of this answer without its number; its twin prints both. Permission:
        prospecting:read. Idempotency: safe.
        """
        from .sonarly_prospecting_saved_searches import call

        return self._send(
            call(
                account_group_id,
            )
        )

    def lead_lists(
        self,
        account_group_id: str,
    ) -> builtins.list[SalesNavigatorSource]:
        """List the lead lists of Sales Navigator.

        The lead lists of the LinkedIn account that is connected to the account group. A prospecting
        job takes the id of one as `leadListId`.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The lead lists.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/sales-navigator-lead-lists-list (documented). Assumed, 400: The page lists
        no 400. Declared for what the path and the query must not hold. Permission:
        prospecting:read. Idempotency: safe.
        """
        from .sonarly_prospecting_lead_lists import call

        return self._send(
            call(
                account_group_id,
            )
        )

    def prospects_by_provider_id(
        self,
        account_group_id: str,
        provider_id: str,
    ) -> ProviderIdProspectLookup:
        """Look up prospects by a provider's id.

        The prospects of the account group who are the person that another provider knows by this
        id. The vendor does not choose between several: all of them are answered. Nobody at all is a
        success too, without matches.

        Args:
            account_group_id: The account group that the call is about.
            provider_id: What the other provider calls the person.

        Returns:
            Who was found.

        Raises:
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/prospects-by-provider-id-get (documented). Permission: prospects:read.
        Idempotency: safe.
        """
        from .sonarly_prospecting_prospects_by_provider_id import call

        return self._send(
            call(
                account_group_id,
                provider_id,
            )
        )


class SonarlyProspectingWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> RawResponse[ProspectingJobList]:
        """List the prospecting jobs of an account group; see `list` of the resource itself."""
        from .sonarly_prospecting_list import call

        return self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
                status=_arguments.unset_if_none(status),
            )
        )

    def start(
        self,
        account_group_id: str,
        *,
        body: ProspectingJobStart,
        idempotency_key: str | None = None,
    ) -> RawResponse[StartedProspectingJob]:
        """Start a prospecting job; see `start` of the resource itself."""
        from .sonarly_prospecting_start import call

        return self._send.raw(
            call(
                account_group_id,
                body=body,
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )

    def get(
        self,
        account_group_id: str,
        job_id: str,
    ) -> RawResponse[ProspectingJob]:
        """Get one prospecting job; see `get` of the resource itself."""
        from .sonarly_prospecting_get import call

        return self._send.raw(
            call(
                account_group_id,
                job_id,
            )
        )

    def cancel(
        self,
        account_group_id: str,
        job_id: str,
    ) -> RawResponse[CancelledProspectingJob]:
        """Cancel a prospecting job; see `cancel` of the resource itself."""
        from .sonarly_prospecting_cancel import call

        return self._send.raw(
            call(
                account_group_id,
                job_id,
            )
        )

    def saved_searches(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[SalesNavigatorSource]]:
        """List the saved searches of Sales Navigator; see `saved_searches` of the resource itself."""
        from .sonarly_prospecting_saved_searches import call

        return self._send.raw(
            call(
                account_group_id,
            )
        )

    def lead_lists(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[SalesNavigatorSource]]:
        """List the lead lists of Sales Navigator; see `lead_lists` of the resource itself."""
        from .sonarly_prospecting_lead_lists import call

        return self._send.raw(
            call(
                account_group_id,
            )
        )

    def prospects_by_provider_id(
        self,
        account_group_id: str,
        provider_id: str,
    ) -> RawResponse[ProviderIdProspectLookup]:
        """Look up prospects by a provider's id; see `prospects_by_provider_id` of the resource itself."""
        from .sonarly_prospecting_prospects_by_provider_id import call

        return self._send.raw(
            call(
                account_group_id,
                provider_id,
            )
        )


class AsyncSonarlyProspecting(AsyncResource):
    """Sonarly's prospecting jobs, what they can draw on, and the prospects that they found."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyProspectingWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncSonarlyProspectingWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> AsyncPager[ProspectingJobList, ProspectingJobSummary]:
        """List the prospecting jobs of an account group.

        Every prospecting job of the account group, page by page, or only those of one status.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.
            status: Only those of this status, as `queued`, `running`, `completed`, `failed` or
                `cancelled`.

        Returns:
            A page of the jobs.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/prospecting-jobs-list (documented). Permission: prospecting:read.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_prospecting_list import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
                status=_arguments.unset_if_none(status),
            ),
            PAGINATION,
        )

    async def start(
        self,
        account_group_id: str,
        *,
        body: ProspectingJobStart,
        idempotency_key: str | None = None,
    ) -> AsyncJob[StartedProspectingJob, ProspectingJob]:
        """Start a prospecting job.

        Begins to import people from a search, a Sales Navigator list, the comments under a post or
        a list of profile URLs. The job goes on at the vendor until it is completed, has failed or
        is cancelled; until then the audience that it fills answers 409 with the code
        AUDIENCE_NOT_READY. A prospect costs one credit, or two where `searchEmails` is set. With
        fewer credits than that the answer is 402 with the code INSUFFICIENT_CREDITS.

        Args:
            account_group_id: The account group that the call is about.
            body: Where to find people, and how many. The vendor has four kinds of source:
                linkedin_search needs `searchUrl`, sales_navigator needs `savedSearchId` or
                `leadListId`, post_commenters needs `postUrl`, and url_upload needs 1 to 1,000 URLs of
                LinkedIn profiles. The names of the field for the kind and of the one for the URLs are
                not documented, so any further field is passed on as it is given.
            idempotency_key: A key of the caller's own for this call: a repeat with the same key and
                the same body is not carried out twice. One is made where none is given.

        Returns:
            A job for the same request was found; it is over, and is not done again; The job was
            created.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            APIStatusError: The account group has too few credits (402).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/prospecting-jobs-start (documented). Assumed, 409: The page does not say
        which state; that of a key used with another body is presumed. Permission:
        prospecting:write. Idempotency: keyed.
        """
        from campaignkit_runtime.polling import AsyncJob

        from .sonarly_prospecting_start import call, job

        answer = await self._send.raw(
            call(
                account_group_id,
                body=body,
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )
        return AsyncJob(
            self._send,
            answer,
            job(
                account_group_id,
            ),
        )

    async def get(
        self,
        account_group_id: str,
        job_id: str,
    ) -> ProspectingJob:
        """Get one prospecting job.

        How far the job is, stage by stage. What made it fail stands in its own `error`, beside that
        of the envelope.

        Args:
            account_group_id: The account group that the call is about.
            job_id: The prospecting job.

        Returns:
            The job.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/prospecting-jobs-get (documented). Permission: prospecting:read.
        Idempotency: safe.
        """
        from .sonarly_prospecting_get import call

        return await self._send(
            call(
                account_group_id,
                job_id,
            )
        )

    async def cancel(
        self,
        account_group_id: str,
        job_id: str,
    ) -> CancelledProspectingJob:
        """Cancel a prospecting job.

        Ends a job that is queued or running. For one that is over the answer is 422 with the code
        VALIDATION_ERROR. The vendor keeps no idempotency key for it: after a failure whose outcome
        is open, read the job first.

        Args:
            account_group_id: The account group that the call is about.
            job_id: The prospecting job.

        Returns:
            The job was cancelled. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/prospecting-jobs-cancel (documented). Assumed, 404, 429, 500, 502: The page
        prints the texts of these answers without their numbers. Assumed, verify: A job whose status
        is cancelled counts as cancelled by this call, whoever it was that did it. Permission:
        prospecting:write. Idempotency: verify.
        """
        from .sonarly_prospecting_cancel import call

        return await self._send(
            call(
                account_group_id,
                job_id,
            )
        )

    async def saved_searches(
        self,
        account_group_id: str,
    ) -> builtins.list[SalesNavigatorSource]:
        """List the saved searches of Sales Navigator.

        The saved searches of the LinkedIn account that is connected to the account group. A
        prospecting job takes the id of one as `savedSearchId`.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The saved searches.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/sales-navigator-saved-searches-list (documented). Assumed, method: The page
        prints no method; its twin that lists lead lists prints GET. Assumed, 400: The page lists no
        400. Declared for what the path and the query must not hold. Assumed, 502: The page prints
        the text of this answer without its number; its twin prints both. Permission:
        prospecting:read. Idempotency: safe.
        """
        from .sonarly_prospecting_saved_searches import call

        return await self._send(
            call(
                account_group_id,
            )
        )

    async def lead_lists(
        self,
        account_group_id: str,
    ) -> builtins.list[SalesNavigatorSource]:
        """List the lead lists of Sales Navigator.

        The lead lists of the LinkedIn account that is connected to the account group. A prospecting
        job takes the id of one as `leadListId`.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The lead lists.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/sales-navigator-lead-lists-list (documented). Assumed, 400: The page lists
        no 400. Declared for what the path and the query must not hold. Permission:
        prospecting:read. Idempotency: safe.
        """
        from .sonarly_prospecting_lead_lists import call

        return await self._send(
            call(
                account_group_id,
            )
        )

    async def prospects_by_provider_id(
        self,
        account_group_id: str,
        provider_id: str,
    ) -> ProviderIdProspectLookup:
        """Look up prospects by a provider's id.

        The prospects of the account group who are the person that another provider knows by this
        id. The vendor does not choose between several: all of them are answered. Nobody at all is a
        success too, without matches.

        Args:
            account_group_id: The account group that the call is about.
            provider_id: What the other provider calls the person.

        Returns:
            Who was found.

        Raises:
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/prospects-by-provider-id-get (documented). Permission: prospects:read.
        Idempotency: safe.
        """
        from .sonarly_prospecting_prospects_by_provider_id import call

        return await self._send(
            call(
                account_group_id,
                provider_id,
            )
        )


class AsyncSonarlyProspectingWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> RawResponse[ProspectingJobList]:
        """List the prospecting jobs of an account group; see `list` of the resource itself."""
        from .sonarly_prospecting_list import call

        return await self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
                status=_arguments.unset_if_none(status),
            )
        )

    async def start(
        self,
        account_group_id: str,
        *,
        body: ProspectingJobStart,
        idempotency_key: str | None = None,
    ) -> RawResponse[StartedProspectingJob]:
        """Start a prospecting job; see `start` of the resource itself."""
        from .sonarly_prospecting_start import call

        return await self._send.raw(
            call(
                account_group_id,
                body=body,
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )

    async def get(
        self,
        account_group_id: str,
        job_id: str,
    ) -> RawResponse[ProspectingJob]:
        """Get one prospecting job; see `get` of the resource itself."""
        from .sonarly_prospecting_get import call

        return await self._send.raw(
            call(
                account_group_id,
                job_id,
            )
        )

    async def cancel(
        self,
        account_group_id: str,
        job_id: str,
    ) -> RawResponse[CancelledProspectingJob]:
        """Cancel a prospecting job; see `cancel` of the resource itself."""
        from .sonarly_prospecting_cancel import call

        return await self._send.raw(
            call(
                account_group_id,
                job_id,
            )
        )

    async def saved_searches(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[SalesNavigatorSource]]:
        """List the saved searches of Sales Navigator; see `saved_searches` of the resource itself."""
        from .sonarly_prospecting_saved_searches import call

        return await self._send.raw(
            call(
                account_group_id,
            )
        )

    async def lead_lists(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[SalesNavigatorSource]]:
        """List the lead lists of Sales Navigator; see `lead_lists` of the resource itself."""
        from .sonarly_prospecting_lead_lists import call

        return await self._send.raw(
            call(
                account_group_id,
            )
        )

    async def prospects_by_provider_id(
        self,
        account_group_id: str,
        provider_id: str,
    ) -> RawResponse[ProviderIdProspectLookup]:
        """Look up prospects by a provider's id; see `prospects_by_provider_id` of the resource itself."""
        from .sonarly_prospecting_prospects_by_provider_id import call

        return await self._send.raw(
            call(
                account_group_id,
                provider_id,
            )
        )
