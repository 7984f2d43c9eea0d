# Generated from openapi.yaml by `make generate`; do not edit.
"""Sonarly's scans for signals, and what they found of each prospect."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.polling import AsyncJob, Job
    from campaignkit_runtime.protocols import RawResponse

    from ...models.prospect_signals import ProspectSignals
    from ...models.signal_scan import SignalScan
    from ...models.signal_scan_list import SignalScanList
    from ...models.signal_scan_summary import SignalScanSummary
    from ...models.started_signal_scan import StartedSignalScan


class SonarlySignals(Resource):
    """Sonarly's scans for signals, and what they found of each prospect."""

    @cached_property
    def with_raw_response(self) -> SonarlySignalsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
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

        Every scan of the account group, page by page, or only those of one status.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.
            status: Only those of this status, as `queued`, `running`, `completed`, `failed` or
                `cancelled`.

        Returns:
            A page of the scans.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/signals-scan-list (documented). Permission: signals:read. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_signals_list import PAGINATION, call

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
        signal_specification_id: str,
        audience_id: str,
        prospect_ids: builtins.list[str] | None = None,
        idempotency_key: str | None = None,
    ) -> Job[StartedSignalScan, SignalScan]:
        """Start a signal scan.

        Begins to look for signals of the given kind among the prospects of an audience, or some of
        them. The scan goes on at the vendor until it is completed or has failed; then read the
        signals prospect by prospect.

        Args:
            account_group_id: The account group that the call is about.
            signal_specification_id: The signal specification that says what to look for.
            audience_id: The audience whose prospects are looked at.
            prospect_ids: Only these prospects of the audience; all of them where it is left out.
            idempotency_key: A key of the caller's own for this call: a repeat with the same key and
                the same body is not carried out twice. One is made where none is given.

        Returns:
            A scan for the same request was found; it is over, and is not done again; The scan was
            started.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/signals-scan-start (documented). Assumed, 409: The page does not say which
        state; that of a key used with another body is presumed. Permission: signals:write.
        Idempotency: keyed.
        """
        from campaignkit_runtime.polling import Job

        from ...models.signal_scan_start import SignalScanStart
        from .sonarly_signals_start import call, job

        answer = self._send.raw(
            call(
                account_group_id,
                body=SignalScanStart(
                    signal_specification_id=signal_specification_id,
                    audience_id=audience_id,
                    prospect_ids=UNSET
                    if prospect_ids is None
                    else _arguments.as_list("prospect_ids", prospect_ids),
                ),
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
        scan_id: str,
    ) -> SignalScan:
        """Get one signal scan.

        How far the scan is. What made it fail stands in its own `error`, beside that of the
        envelope.

        Args:
            account_group_id: The account group that the call is about.
            scan_id: The scan.

        Returns:
            The scan.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/signals-scan-get (documented). Permission: signals:read. Idempotency: safe.
        """
        from .sonarly_signals_get import call

        return self._send(
            call(
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
        """Get the signals of one prospect.

        What scans found of the prospect, grouped by where it was found. As long as `status` is
        `pending` no scan has looked yet, which is not the same as an empty list of one that is
        `evaluated`.

        Args:
            account_group_id: The account group that the call is about.
            prospect_id: The prospect, by the id that Sonarly has given.
            min_score: Leaves out every signal whose score is lower, and every group that has none
                left. It does not change `status`.

        Returns:
            The signals.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/prospects-signals-get (documented). Permission: prospects:read. Idempotency:
        safe.
        """
        from .sonarly_signals_results import call

        return self._send(
            call(
                account_group_id,
                prospect_id,
                min_score=_arguments.unset_if_none(min_score),
            )
        )


class SonarlySignalsWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> RawResponse[SignalScanList]:
        """List the signal scans of an account group; see `list` of the resource itself."""
        from .sonarly_signals_list import call

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
        signal_specification_id: str,
        audience_id: str,
        prospect_ids: builtins.list[str] | None = None,
        idempotency_key: str | None = None,
    ) -> RawResponse[StartedSignalScan]:
        """Start a signal scan; see `start` of the resource itself."""
        from ...models.signal_scan_start import SignalScanStart
        from .sonarly_signals_start import call

        return self._send.raw(
            call(
                account_group_id,
                body=SignalScanStart(
                    signal_specification_id=signal_specification_id,
                    audience_id=audience_id,
                    prospect_ids=UNSET
                    if prospect_ids is None
                    else _arguments.as_list("prospect_ids", prospect_ids),
                ),
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )

    def get(
        self,
        account_group_id: str,
        scan_id: str,
    ) -> RawResponse[SignalScan]:
        """Get one signal scan; see `get` of the resource itself."""
        from .sonarly_signals_get import call

        return self._send.raw(
            call(
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
        """Get the signals of one prospect; see `results` of the resource itself."""
        from .sonarly_signals_results import call

        return self._send.raw(
            call(
                account_group_id,
                prospect_id,
                min_score=_arguments.unset_if_none(min_score),
            )
        )


class AsyncSonarlySignals(AsyncResource):
    """Sonarly's scans for signals, and what they found of each prospect."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlySignalsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
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

        Every scan of the account group, page by page, or only those of one status.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.
            status: Only those of this status, as `queued`, `running`, `completed`, `failed` or
                `cancelled`.

        Returns:
            A page of the scans.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/signals-scan-list (documented). Permission: signals:read. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_signals_list import PAGINATION, call

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
        signal_specification_id: str,
        audience_id: str,
        prospect_ids: builtins.list[str] | None = None,
        idempotency_key: str | None = None,
    ) -> AsyncJob[StartedSignalScan, SignalScan]:
        """Start a signal scan.

        Begins to look for signals of the given kind among the prospects of an audience, or some of
        them. The scan goes on at the vendor until it is completed or has failed; then read the
        signals prospect by prospect.

        Args:
            account_group_id: The account group that the call is about.
            signal_specification_id: The signal specification that says what to look for.
            audience_id: The audience whose prospects are looked at.
            prospect_ids: Only these prospects of the audience; all of them where it is left out.
            idempotency_key: A key of the caller's own for this call: a repeat with the same key and
                the same body is not carried out twice. One is made where none is given.

        Returns:
            A scan for the same request was found; it is over, and is not done again; The scan was
            started.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/signals-scan-start (documented). Assumed, 409: The page does not say which
        state; that of a key used with another body is presumed. Permission: signals:write.
        Idempotency: keyed.
        """
        from campaignkit_runtime.polling import AsyncJob

        from ...models.signal_scan_start import SignalScanStart
        from .sonarly_signals_start import call, job

        answer = await self._send.raw(
            call(
                account_group_id,
                body=SignalScanStart(
                    signal_specification_id=signal_specification_id,
                    audience_id=audience_id,
                    prospect_ids=UNSET
                    if prospect_ids is None
                    else _arguments.as_list("prospect_ids", prospect_ids),
                ),
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
        scan_id: str,
    ) -> SignalScan:
        """Get one signal scan.

        How far the scan is. What made it fail stands in its own `error`, beside that of the
        envelope.

        Args:
            account_group_id: The account group that the call is about.
            scan_id: The scan.

        Returns:
            The scan.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/signals-scan-get (documented). Permission: signals:read. Idempotency: safe.
        """
        from .sonarly_signals_get import call

        return await self._send(
            call(
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
        """Get the signals of one prospect.

        What scans found of the prospect, grouped by where it was found. As long as `status` is
        `pending` no scan has looked yet, which is not the same as an empty list of one that is
        `evaluated`.

        Args:
            account_group_id: The account group that the call is about.
            prospect_id: The prospect, by the id that Sonarly has given.
            min_score: Leaves out every signal whose score is lower, and every group that has none
                left. It does not change `status`.

        Returns:
            The signals.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/prospects-signals-get (documented). Permission: prospects:read. Idempotency:
        safe.
        """
        from .sonarly_signals_results import call

        return await self._send(
            call(
                account_group_id,
                prospect_id,
                min_score=_arguments.unset_if_none(min_score),
            )
        )


class AsyncSonarlySignalsWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        status: str | None = None,
    ) -> RawResponse[SignalScanList]:
        """List the signal scans of an account group; see `list` of the resource itself."""
        from .sonarly_signals_list import call

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
        signal_specification_id: str,
        audience_id: str,
        prospect_ids: builtins.list[str] | None = None,
        idempotency_key: str | None = None,
    ) -> RawResponse[StartedSignalScan]:
        """Start a signal scan; see `start` of the resource itself."""
        from ...models.signal_scan_start import SignalScanStart
        from .sonarly_signals_start import call

        return await self._send.raw(
            call(
                account_group_id,
                body=SignalScanStart(
                    signal_specification_id=signal_specification_id,
                    audience_id=audience_id,
                    prospect_ids=UNSET
                    if prospect_ids is None
                    else _arguments.as_list("prospect_ids", prospect_ids),
                ),
                idempotency_key=_arguments.unset_if_none(idempotency_key),
            )
        )

    async def get(
        self,
        account_group_id: str,
        scan_id: str,
    ) -> RawResponse[SignalScan]:
        """Get one signal scan; see `get` of the resource itself."""
        from .sonarly_signals_get import call

        return await self._send.raw(
            call(
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
        """Get the signals of one prospect; see `results` of the resource itself."""
        from .sonarly_signals_results import call

        return await self._send.raw(
            call(
                account_group_id,
                prospect_id,
                min_score=_arguments.unset_if_none(min_score),
            )
        )
