# Generated from openapi.yaml by `make generate`; do not edit.
"""Prospecting jobs of Sonarly, their sources and the prospects found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from typing import Any

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
    """Prospecting jobs of Sonarly, their sources and the prospects found."""

    @cached_property
    def with_raw_response(self) -> SonarlyProspectingWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
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

        Lists all prospecting jobs, or only the jobs with one status.

        Requires: permission `prospecting:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.
            status: Lists only items with this status: `queued`, `running`, `completed`, `failed` or
                `cancelled`.

        Returns:
            Pager that requests pages as they are needed. Response: A page of prospecting jobs.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_prospecting_list import PAGINATION
        from .sonarly_prospecting_list import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
                status=status,
            ),
            PAGINATION,
        )

    def start(
        self,
        account_group_id: str,
        *,
        search_url: str | None = None,
        saved_search_id: str | None = None,
        lead_list_id: str | None = None,
        post_url: str | None = None,
        max_results: int | None = None,
        search_emails: bool | None = None,
        body: ProspectingJobStart | Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
    ) -> Job[StartedProspectingJob, ProspectingJob]:
        """Start a prospecting job.

        The job imports people from a search, a Sales Navigator list, the comments of a post, or
        profile URLs. It runs at the vendor until it is completed, failed or cancelled. Until then,
        calls on the target audience raise a conflict (409, code `AUDIENCE_NOT_READY`). Each
        prospect costs one credit, or two credits with `search_emails`. If credits are missing, the
        response is 402 with the code `INSUFFICIENT_CREDITS`.

        Requires: permission `prospecting:write`; prerequisites `integration_api_key`,
        `account_group_access`, `valid_prospecting_request`.

        Retried with the same idempotency key, so it is done once.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            search_url: URL of the LinkedIn search to import.
            saved_search_id: ID of a Sales Navigator search, from
                `sonarly.prospecting.saved_searches`.
            lead_list_id: ID of a Sales Navigator lead list, from `sonarly.prospecting.lead_lists`.
            post_url: URL of the post; its commenters are imported.
            max_results: Maximum number of people: 100 in the plan Tester, 1,000 in Starter, 2,000
                in Scale and Enterprise. It does not limit a list of URLs.
            search_emails: If true, email addresses are searched, at two credits for each prospect
                instead of one.
            body: Source of prospects, and their maximum number. The vendor has four kinds of
                source. `linkedin_search` needs `search_url`. `sales_navigator` needs
                `saved_search_id` or `lead_list_id`. `post_commenters` needs `post_url`.
                `url_upload` needs 1 to 1,000 URLs of LinkedIn profiles. The field names of the kind
                and of the URLs are not documented. So further fields are passed on unchanged. Pass
                it for fields of other names.
            idempotency_key: Idempotency key of this call. A repeat with the same key and body is
                not carried out twice. If it is left out, the client creates a key. Must not be
                empty.

        Returns:
            Job that can be polled and waited for. First response: An earlier job for the same
            request, which has ended and is not repeated, or the new job.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            APIStatusError: The account group has too few credits (402).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.polling import Job

        from .sonarly_prospecting_start import call_from_arguments as _call
        from .sonarly_prospecting_start import poll as _poll
        from .sonarly_prospecting_start import poll_arguments as _poll_arguments

        _started = self._send.raw(
            _call(
                account_group_id,
                search_url=search_url,
                saved_search_id=saved_search_id,
                lead_list_id=lead_list_id,
                post_url=post_url,
                max_results=max_results,
                search_emails=search_emails,
                body=body,
                idempotency_key=idempotency_key,
            )
        )
        _arguments = _poll_arguments(
            account_group_id,
            _started.payload,
        )
        return Job(
            self._send, _poll, _arguments, _started.payload, is_new=_started.status_code == 202
        )

    def resume(
        self,
        account_group_id: str,
        job_id: str,
    ) -> Job[None, ProspectingJob]:
        """Return a job that `start` has started, also in another process.

        Nothing is requested before `read()` or `wait()`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            job_id: ID of the prospecting job. Must not be empty.

        Returns:
            Job that can be polled and waited for. Its `started` is None.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.polling import Job

        from .sonarly_prospecting_start import poll as _poll

        return Job(
            self._send,
            _poll,
            (
                account_group_id,
                job_id,
            ),
            None,
            is_new=False,
        )

    def get(
        self,
        account_group_id: str,
        job_id: str,
    ) -> ProspectingJob:
        """Get a prospecting job.

        Returns the progress of each stage. If the job failed, its own `error` holds the reason.

        Requires: permission `prospecting:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            job_id: ID of the prospecting job. Must not be empty.

        Returns:
            The prospecting job.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_prospecting_get import call as _call

        return self._send(
            _call(
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

        Only a queued or running job can be cancelled. Otherwise the response is 422 with the code
        `VALIDATION_ERROR`. After an unclear failure, read the job before you cancel it again.

        Requires: permission `prospecting:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            job_id: ID of the prospecting job. Must not be empty.

        Returns:
            The cancelled job. If the response was lost, the result is rebuilt from a follow-up
            read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_prospecting_cancel import call as _call

        return self._send(
            _call(
                account_group_id,
                job_id,
            )
        )

    def saved_searches(
        self,
        account_group_id: str,
    ) -> builtins.list[SalesNavigatorSource]:
        """List the saved searches of Sales Navigator.

        Lists the saved searches of the LinkedIn account that is connected to the account group.
        Pass the ID of a saved search to a prospecting job as `saved_search_id`.

        Requires: permission `prospecting:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The saved searches.

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
        from .sonarly_prospecting_saved_searches import call as _call

        return self._send(
            _call(
                account_group_id,
            )
        )

    def lead_lists(
        self,
        account_group_id: str,
    ) -> builtins.list[SalesNavigatorSource]:
        """List the lead lists of Sales Navigator.

        Lists the lead lists of the LinkedIn account that is connected to the account group. Pass
        the ID of a lead list to a prospecting job as `lead_list_id`.

        Requires: permission `prospecting:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The lead lists.

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
        from .sonarly_prospecting_lead_lists import call as _call

        return self._send(
            _call(
                account_group_id,
            )
        )

    def prospects_by_provider_id(
        self,
        account_group_id: str,
        provider_id: str,
    ) -> ProviderIdProspectLookup:
        """Find prospects by the ID of another provider.

        Returns each prospect of the account group that has this provider ID. The list of matches
        may be empty, or hold several prospects.

        Requires: permission `prospects:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            provider_id: ID of the person at the other provider. Must not be empty.

        Returns:
            The prospects found.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_prospecting_prospects_by_provider_id import call as _call

        return self._send(
            _call(
                account_group_id,
                provider_id,
            )
        )


class SonarlyProspectingWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> RawResponse[ProspectingJobList]:
        """List the prospecting jobs of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_prospecting_list import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
                status=status,
            )
        )

    def start(
        self,
        account_group_id: str,
        *,
        search_url: str | None = None,
        saved_search_id: str | None = None,
        lead_list_id: str | None = None,
        post_url: str | None = None,
        max_results: int | None = None,
        search_emails: bool | None = None,
        body: ProspectingJobStart | Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
    ) -> RawResponse[StartedProspectingJob]:
        """Start a prospecting job, and return the raw response; see `start` of the resource."""
        from .sonarly_prospecting_start import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                search_url=search_url,
                saved_search_id=saved_search_id,
                lead_list_id=lead_list_id,
                post_url=post_url,
                max_results=max_results,
                search_emails=search_emails,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    def get(
        self,
        account_group_id: str,
        job_id: str,
    ) -> RawResponse[ProspectingJob]:
        """Get a prospecting job, and return the raw response; see `get` of the resource."""
        from .sonarly_prospecting_get import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                job_id,
            )
        )

    def cancel(
        self,
        account_group_id: str,
        job_id: str,
    ) -> RawResponse[CancelledProspectingJob]:
        """Cancel a prospecting job, and return the raw response; see `cancel` of the resource."""
        from .sonarly_prospecting_cancel import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                job_id,
            )
        )

    def saved_searches(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[SalesNavigatorSource]]:
        """List the saved searches of Sales Navigator, and return the raw response; see `saved_searches` of the resource."""
        from .sonarly_prospecting_saved_searches import call as _call

        return self._send.raw(
            _call(
                account_group_id,
            )
        )

    def lead_lists(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[SalesNavigatorSource]]:
        """List the lead lists of Sales Navigator, and return the raw response; see `lead_lists` of the resource."""
        from .sonarly_prospecting_lead_lists import call as _call

        return self._send.raw(
            _call(
                account_group_id,
            )
        )

    def prospects_by_provider_id(
        self,
        account_group_id: str,
        provider_id: str,
    ) -> RawResponse[ProviderIdProspectLookup]:
        """Find prospects by the ID of another provider, and return the raw response; see `prospects_by_provider_id` of the resource."""
        from .sonarly_prospecting_prospects_by_provider_id import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                provider_id,
            )
        )


class AsyncSonarlyProspecting(AsyncResource):
    """Prospecting jobs of Sonarly, their sources and the prospects found."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyProspectingWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
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

        Lists all prospecting jobs, or only the jobs with one status.

        Requires: permission `prospecting:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.
            status: Lists only items with this status: `queued`, `running`, `completed`, `failed` or
                `cancelled`.

        Returns:
            Pager that requests pages as they are needed. Response: A page of prospecting jobs.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_prospecting_list import PAGINATION
        from .sonarly_prospecting_list import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
                status=status,
            ),
            PAGINATION,
        )

    async def start(
        self,
        account_group_id: str,
        *,
        search_url: str | None = None,
        saved_search_id: str | None = None,
        lead_list_id: str | None = None,
        post_url: str | None = None,
        max_results: int | None = None,
        search_emails: bool | None = None,
        body: ProspectingJobStart | Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
    ) -> AsyncJob[StartedProspectingJob, ProspectingJob]:
        """Start a prospecting job.

        The job imports people from a search, a Sales Navigator list, the comments of a post, or
        profile URLs. It runs at the vendor until it is completed, failed or cancelled. Until then,
        calls on the target audience raise a conflict (409, code `AUDIENCE_NOT_READY`). Each
        prospect costs one credit, or two credits with `search_emails`. If credits are missing, the
        response is 402 with the code `INSUFFICIENT_CREDITS`.

        Requires: permission `prospecting:write`; prerequisites `integration_api_key`,
        `account_group_access`, `valid_prospecting_request`.

        Retried with the same idempotency key, so it is done once.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            search_url: URL of the LinkedIn search to import.
            saved_search_id: ID of a Sales Navigator search, from
                `sonarly.prospecting.saved_searches`.
            lead_list_id: ID of a Sales Navigator lead list, from `sonarly.prospecting.lead_lists`.
            post_url: URL of the post; its commenters are imported.
            max_results: Maximum number of people: 100 in the plan Tester, 1,000 in Starter, 2,000
                in Scale and Enterprise. It does not limit a list of URLs.
            search_emails: If true, email addresses are searched, at two credits for each prospect
                instead of one.
            body: Source of prospects, and their maximum number. The vendor has four kinds of
                source. `linkedin_search` needs `search_url`. `sales_navigator` needs
                `saved_search_id` or `lead_list_id`. `post_commenters` needs `post_url`.
                `url_upload` needs 1 to 1,000 URLs of LinkedIn profiles. The field names of the kind
                and of the URLs are not documented. So further fields are passed on unchanged. Pass
                it for fields of other names.
            idempotency_key: Idempotency key of this call. A repeat with the same key and body is
                not carried out twice. If it is left out, the client creates a key. Must not be
                empty.

        Returns:
            Job that can be polled and waited for. First response: An earlier job for the same
            request, which has ended and is not repeated, or the new job.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            APIStatusError: The account group has too few credits (402).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.polling import AsyncJob

        from .sonarly_prospecting_start import call_from_arguments as _call
        from .sonarly_prospecting_start import poll as _poll
        from .sonarly_prospecting_start import poll_arguments as _poll_arguments

        _started = await self._send.raw(
            _call(
                account_group_id,
                search_url=search_url,
                saved_search_id=saved_search_id,
                lead_list_id=lead_list_id,
                post_url=post_url,
                max_results=max_results,
                search_emails=search_emails,
                body=body,
                idempotency_key=idempotency_key,
            )
        )
        _arguments = _poll_arguments(
            account_group_id,
            _started.payload,
        )
        return AsyncJob(
            self._send, _poll, _arguments, _started.payload, is_new=_started.status_code == 202
        )

    def resume(
        self,
        account_group_id: str,
        job_id: str,
    ) -> AsyncJob[None, ProspectingJob]:
        """Return a job that `start` has started, also in another process.

        Nothing is requested before `read()` or `wait()`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            job_id: ID of the prospecting job. Must not be empty.

        Returns:
            Job that can be polled and waited for. Its `started` is None.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.polling import AsyncJob

        from .sonarly_prospecting_start import poll as _poll

        return AsyncJob(
            self._send,
            _poll,
            (
                account_group_id,
                job_id,
            ),
            None,
            is_new=False,
        )

    async def get(
        self,
        account_group_id: str,
        job_id: str,
    ) -> ProspectingJob:
        """Get a prospecting job.

        Returns the progress of each stage. If the job failed, its own `error` holds the reason.

        Requires: permission `prospecting:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            job_id: ID of the prospecting job. Must not be empty.

        Returns:
            The prospecting job.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_prospecting_get import call as _call

        return await self._send(
            _call(
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

        Only a queued or running job can be cancelled. Otherwise the response is 422 with the code
        `VALIDATION_ERROR`. After an unclear failure, read the job before you cancel it again.

        Requires: permission `prospecting:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            job_id: ID of the prospecting job. Must not be empty.

        Returns:
            The cancelled job. If the response was lost, the result is rebuilt from a follow-up
            read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_prospecting_cancel import call as _call

        return await self._send(
            _call(
                account_group_id,
                job_id,
            )
        )

    async def saved_searches(
        self,
        account_group_id: str,
    ) -> builtins.list[SalesNavigatorSource]:
        """List the saved searches of Sales Navigator.

        Lists the saved searches of the LinkedIn account that is connected to the account group.
        Pass the ID of a saved search to a prospecting job as `saved_search_id`.

        Requires: permission `prospecting:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The saved searches.

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
        from .sonarly_prospecting_saved_searches import call as _call

        return await self._send(
            _call(
                account_group_id,
            )
        )

    async def lead_lists(
        self,
        account_group_id: str,
    ) -> builtins.list[SalesNavigatorSource]:
        """List the lead lists of Sales Navigator.

        Lists the lead lists of the LinkedIn account that is connected to the account group. Pass
        the ID of a lead list to a prospecting job as `lead_list_id`.

        Requires: permission `prospecting:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The lead lists.

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
        from .sonarly_prospecting_lead_lists import call as _call

        return await self._send(
            _call(
                account_group_id,
            )
        )

    async def prospects_by_provider_id(
        self,
        account_group_id: str,
        provider_id: str,
    ) -> ProviderIdProspectLookup:
        """Find prospects by the ID of another provider.

        Returns each prospect of the account group that has this provider ID. The list of matches
        may be empty, or hold several prospects.

        Requires: permission `prospects:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            provider_id: ID of the person at the other provider. Must not be empty.

        Returns:
            The prospects found.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            UnprocessableEntityError: The request is not valid (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_prospecting_prospects_by_provider_id import call as _call

        return await self._send(
            _call(
                account_group_id,
                provider_id,
            )
        )


class AsyncSonarlyProspectingWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> RawResponse[ProspectingJobList]:
        """List the prospecting jobs of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_prospecting_list import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
                status=status,
            )
        )

    async def start(
        self,
        account_group_id: str,
        *,
        search_url: str | None = None,
        saved_search_id: str | None = None,
        lead_list_id: str | None = None,
        post_url: str | None = None,
        max_results: int | None = None,
        search_emails: bool | None = None,
        body: ProspectingJobStart | Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
    ) -> RawResponse[StartedProspectingJob]:
        """Start a prospecting job, and return the raw response; see `start` of the resource."""
        from .sonarly_prospecting_start import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                search_url=search_url,
                saved_search_id=saved_search_id,
                lead_list_id=lead_list_id,
                post_url=post_url,
                max_results=max_results,
                search_emails=search_emails,
                body=body,
                idempotency_key=idempotency_key,
            )
        )

    async def get(
        self,
        account_group_id: str,
        job_id: str,
    ) -> RawResponse[ProspectingJob]:
        """Get a prospecting job, and return the raw response; see `get` of the resource."""
        from .sonarly_prospecting_get import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                job_id,
            )
        )

    async def cancel(
        self,
        account_group_id: str,
        job_id: str,
    ) -> RawResponse[CancelledProspectingJob]:
        """Cancel a prospecting job, and return the raw response; see `cancel` of the resource."""
        from .sonarly_prospecting_cancel import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                job_id,
            )
        )

    async def saved_searches(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[SalesNavigatorSource]]:
        """List the saved searches of Sales Navigator, and return the raw response; see `saved_searches` of the resource."""
        from .sonarly_prospecting_saved_searches import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
            )
        )

    async def lead_lists(
        self,
        account_group_id: str,
    ) -> RawResponse[builtins.list[SalesNavigatorSource]]:
        """List the lead lists of Sales Navigator, and return the raw response; see `lead_lists` of the resource."""
        from .sonarly_prospecting_lead_lists import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
            )
        )

    async def prospects_by_provider_id(
        self,
        account_group_id: str,
        provider_id: str,
    ) -> RawResponse[ProviderIdProspectLookup]:
        """Find prospects by the ID of another provider, and return the raw response; see `prospects_by_provider_id` of the resource."""
        from .sonarly_prospecting_prospects_by_provider_id import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                provider_id,
            )
        )
