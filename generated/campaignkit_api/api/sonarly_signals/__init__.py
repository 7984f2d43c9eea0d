# Generated from openapi.yaml by `make generate`; do not edit.
"""Signal scans of Sonarly, and the signals of each prospect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable
    from typing import Any

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.polling import AsyncJob, Job
    from campaignkit_runtime.protocols import RawResponse

    from ...models.prospect_signals import ProspectSignals
    from ...models.signal_scan import SignalScan
    from ...models.signal_scan_list import SignalScanList
    from ...models.signal_scan_summary import SignalScanSummary
    from ...models.started_signal_scan import StartedSignalScan


class SonarlySignals(Resource):
    """Signal scans of Sonarly, and the signals of each prospect."""

    @cached_property
    def with_raw_response(self) -> SonarlySignalsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return SonarlySignalsWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> Pager[SignalScanList, SignalScanSummary]:
        """List the signal scans of an account group.

        Lists all signal scans, or only the scans with one status.

        Requires: permission `signals:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.
            status: Lists only items with this status: `queued`, `running`, `completed`, `failed` or
                `cancelled`.

        Returns:
            Pager that requests pages as they are needed. Response: A page of signal scans.

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

        from .sonarly_signals_list import PAGINATION
        from .sonarly_signals_list import call_from_arguments as _call

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
        signal_specification_id: str,
        audience_id: str,
        prospect_ids: Iterable[str] | None = None,
        idempotency_key: str | None = None,
    ) -> Job[StartedSignalScan, SignalScan]:
        """Start a signal scan.

        The scan looks for signals among all prospects of an audience, or among `prospect_ids`. It
        runs at the vendor until it is completed or failed. Then read the signals of each prospect.

        Requires: permission `signals:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        Retried with the same idempotency key, so it is done once.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            signal_specification_id: ID of the signal specification, which defines the signals.
            audience_id: ID of the audience to scan.
            prospect_ids: IDs of prospects of the audience. Without them, the whole audience is
                scanned.
            idempotency_key: Idempotency key of this call. A repeat with the same key and body is
                not carried out twice. If it is left out, the client creates a key. Must not be
                empty.

        Returns:
            Job that can be polled and waited for. First response: An earlier scan for the same
            request, which has ended and is not repeated, or the new scan.

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
        """
        from campaignkit_runtime.polling import Job

        from .sonarly_signals_start import call_from_arguments as _call
        from .sonarly_signals_start import poll as _poll
        from .sonarly_signals_start import poll_arguments as _poll_arguments

        _started = self._send.raw(
            _call(
                account_group_id,
                signal_specification_id=signal_specification_id,
                audience_id=audience_id,
                prospect_ids=prospect_ids,
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
        scan_id: str,
    ) -> Job[None, SignalScan]:
        """Return a job that `start` has started, also in another process.

        Nothing is requested before `read()` or `wait()`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            scan_id: ID of the signal scan. Must not be empty.

        Returns:
            Job that can be polled and waited for. Its `started` is None.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.polling import Job

        from .sonarly_signals_start import poll as _poll

        return Job(
            self._send,
            _poll,
            (
                account_group_id,
                scan_id,
            ),
            None,
            is_new=False,
        )

    def get(
        self,
        account_group_id: str,
        scan_id: str,
    ) -> SignalScan:
        """Get a signal scan.

        If the scan failed, its own `error` holds the reason.

        Requires: permission `signals:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            scan_id: ID of the signal scan. Must not be empty.

        Returns:
            The signal scan.

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
        from .sonarly_signals_get import call as _call

        return self._send(
            _call(
                account_group_id,
                scan_id,
            )
        )

    def results(
        self,
        account_group_id: str,
        prospect_id: str,
        *,
        min_score: int | None = None,
    ) -> ProspectSignals:
        """Get the signals of a prospect.

        Signals are grouped by source. The `status` shows if a scan has evaluated the prospect. An
        empty list is final only if the status is `evaluated`.

        Requires: permission `prospects:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            prospect_id: ID of the prospect at Sonarly. Must not be empty.
            min_score: Minimum score. Signals with a lower score, and groups without other signals,
                are left out. It does not change `status`.

        Returns:
            The signals of the prospect.

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
        from .sonarly_signals_results import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                prospect_id,
                min_score=min_score,
            )
        )


class SonarlySignalsWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> RawResponse[SignalScanList]:
        """List the signal scans of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_signals_list import call_from_arguments as _call

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
        signal_specification_id: str,
        audience_id: str,
        prospect_ids: Iterable[str] | None = None,
        idempotency_key: str | None = None,
    ) -> RawResponse[StartedSignalScan]:
        """Start a signal scan, and return the raw response; see `start` of the resource."""
        from .sonarly_signals_start import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                signal_specification_id=signal_specification_id,
                audience_id=audience_id,
                prospect_ids=prospect_ids,
                idempotency_key=idempotency_key,
            )
        )

    def get(
        self,
        account_group_id: str,
        scan_id: str,
    ) -> RawResponse[SignalScan]:
        """Get a signal scan, and return the raw response; see `get` of the resource."""
        from .sonarly_signals_get import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                scan_id,
            )
        )

    def results(
        self,
        account_group_id: str,
        prospect_id: str,
        *,
        min_score: int | None = None,
    ) -> RawResponse[ProspectSignals]:
        """Get the signals of a prospect, and return the raw response; see `results` of the resource."""
        from .sonarly_signals_results import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                prospect_id,
                min_score=min_score,
            )
        )


class AsyncSonarlySignals(AsyncResource):
    """Signal scans of Sonarly, and the signals of each prospect."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlySignalsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncSonarlySignalsWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> AsyncPager[SignalScanList, SignalScanSummary]:
        """List the signal scans of an account group.

        Lists all signal scans, or only the scans with one status.

        Requires: permission `signals:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.
            status: Lists only items with this status: `queued`, `running`, `completed`, `failed` or
                `cancelled`.

        Returns:
            Pager that requests pages as they are needed. Response: A page of signal scans.

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

        from .sonarly_signals_list import PAGINATION
        from .sonarly_signals_list import call_from_arguments as _call

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
        signal_specification_id: str,
        audience_id: str,
        prospect_ids: Iterable[str] | None = None,
        idempotency_key: str | None = None,
    ) -> AsyncJob[StartedSignalScan, SignalScan]:
        """Start a signal scan.

        The scan looks for signals among all prospects of an audience, or among `prospect_ids`. It
        runs at the vendor until it is completed or failed. Then read the signals of each prospect.

        Requires: permission `signals:write`; prerequisites `integration_api_key`,
        `account_group_access`.

        Retried with the same idempotency key, so it is done once.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            signal_specification_id: ID of the signal specification, which defines the signals.
            audience_id: ID of the audience to scan.
            prospect_ids: IDs of prospects of the audience. Without them, the whole audience is
                scanned.
            idempotency_key: Idempotency key of this call. A repeat with the same key and body is
                not carried out twice. If it is left out, the client creates a key. Must not be
                empty.

        Returns:
            Job that can be polled and waited for. First response: An earlier scan for the same
            request, which has ended and is not repeated, or the new scan.

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
        """
        from campaignkit_runtime.polling import AsyncJob

        from .sonarly_signals_start import call_from_arguments as _call
        from .sonarly_signals_start import poll as _poll
        from .sonarly_signals_start import poll_arguments as _poll_arguments

        _started = await self._send.raw(
            _call(
                account_group_id,
                signal_specification_id=signal_specification_id,
                audience_id=audience_id,
                prospect_ids=prospect_ids,
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
        scan_id: str,
    ) -> AsyncJob[None, SignalScan]:
        """Return a job that `start` has started, also in another process.

        Nothing is requested before `read()` or `wait()`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            scan_id: ID of the signal scan. Must not be empty.

        Returns:
            Job that can be polled and waited for. Its `started` is None.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.polling import AsyncJob

        from .sonarly_signals_start import poll as _poll

        return AsyncJob(
            self._send,
            _poll,
            (
                account_group_id,
                scan_id,
            ),
            None,
            is_new=False,
        )

    async def get(
        self,
        account_group_id: str,
        scan_id: str,
    ) -> SignalScan:
        """Get a signal scan.

        If the scan failed, its own `error` holds the reason.

        Requires: permission `signals:read`; prerequisites `integration_api_key`,
        `account_group_access`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            scan_id: ID of the signal scan. Must not be empty.

        Returns:
            The signal scan.

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
        from .sonarly_signals_get import call as _call

        return await self._send(
            _call(
                account_group_id,
                scan_id,
            )
        )

    async def results(
        self,
        account_group_id: str,
        prospect_id: str,
        *,
        min_score: int | None = None,
    ) -> ProspectSignals:
        """Get the signals of a prospect.

        Signals are grouped by source. The `status` shows if a scan has evaluated the prospect. An
        empty list is final only if the status is `evaluated`.

        Requires: permission `prospects:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            prospect_id: ID of the prospect at Sonarly. Must not be empty.
            min_score: Minimum score. Signals with a lower score, and groups without other signals,
                are left out. It does not change `status`.

        Returns:
            The signals of the prospect.

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
        from .sonarly_signals_results import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                prospect_id,
                min_score=min_score,
            )
        )


class AsyncSonarlySignalsWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> RawResponse[SignalScanList]:
        """List the signal scans of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_signals_list import call_from_arguments as _call

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
        signal_specification_id: str,
        audience_id: str,
        prospect_ids: Iterable[str] | None = None,
        idempotency_key: str | None = None,
    ) -> RawResponse[StartedSignalScan]:
        """Start a signal scan, and return the raw response; see `start` of the resource."""
        from .sonarly_signals_start import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                signal_specification_id=signal_specification_id,
                audience_id=audience_id,
                prospect_ids=prospect_ids,
                idempotency_key=idempotency_key,
            )
        )

    async def get(
        self,
        account_group_id: str,
        scan_id: str,
    ) -> RawResponse[SignalScan]:
        """Get a signal scan, and return the raw response; see `get` of the resource."""
        from .sonarly_signals_get import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                scan_id,
            )
        )

    async def results(
        self,
        account_group_id: str,
        prospect_id: str,
        *,
        min_score: int | None = None,
    ) -> RawResponse[ProspectSignals]:
        """Get the signals of a prospect, and return the raw response; see `results` of the resource."""
        from .sonarly_signals_results import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                prospect_id,
                min_score=min_score,
            )
        )
