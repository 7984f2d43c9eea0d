# Generated from openapi.yaml by `make generate`; do not edit.
"""Contacts of Callers.ai campaigns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    import datetime
    from collections.abc import AsyncIterable, Iterable, Mapping
    from typing import Any

    from campaignkit_runtime.bulk_writes import AsyncBulkWrites, BulkWrites, OnSend
    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.protocols import RawResponse
    from campaignkit_runtime.results import Progress

    from ...models.callers_contact import CallersContact
    from ...models.callers_contact_bulk_item import CallersContactBulkItem
    from ...models.callers_contact_bulk_result import CallersContactBulkResult
    from ...models.callers_contact_detail import CallersContactDetail
    from ...models.callers_contact_upsert import CallersContactUpsert
    from ...models.callers_contacts_archived import CallersContactsArchived
    from ...models.callers_sort_direction import CallersSortDirection


class CallersContacts(Resource):
    """Contacts of Callers.ai campaigns."""

    @cached_property
    def with_raw_response(self) -> CallersContactsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return CallersContactsWithRawResponse(self._send)

    def list(
        self,
        campaign_id: str,
        *,
        archived: bool | None = None,
        statuses: str | None = None,
        last_attempt_from: datetime.datetime | None = None,
        last_attempt_to: datetime.datetime | None = None,
        sort_attribute: str | None = None,
        sort_direction: CallersSortDirection | str | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Pager[builtins.list[CallersContact], CallersContact]:
        """List the contacts of a campaign.

        Pages are numbered from 0. Archived contacts are listed only on request. Known only from
        earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            archived: If true, lists the archived contacts instead of the others.
            statuses: Lists only contacts with this status. The format of several statuses is not
                documented.
            last_attempt_from: Lists only contacts with a last attempt at or after this time. Must
                have a UTC offset.
            last_attempt_to: Lists only contacts with a last attempt at or before this time. Must
                have a UTC offset.
            sort_attribute: Field of the contacts to sort by.
            sort_direction: Sort order. The default is ascending. Known values: `asc`, `desc`.
            page: Page number, starting at 0. At least 0.
            per_page: Maximum number of items in a page. The default is 50. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of contacts.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from campaignkit_runtime.pagination import Pager

        from .callers_contacts_list import PAGINATION
        from .callers_contacts_list import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                campaign_id,
                archived=archived,
                statuses=statuses,
                last_attempt_from=last_attempt_from,
                last_attempt_to=last_attempt_to,
                sort_attribute=sort_attribute,
                sort_direction=sort_direction,
                page=page,
                per_page=per_page,
            ),
            PAGINATION,
        )

    def create(
        self,
        campaign_id: str,
        *,
        name: str,
        phone_number: str,
        data: Mapping[str, str],
        phone_numbers: Iterable[str] | None = None,
        archived: bool | None = None,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersContactUpsert:
        """Create or update a contact of a campaign.

        A contact with the same phone number is updated; the response says which happened. An
        archived contact is restored. The campaign may then call this contact.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            name: Name of the contact. Must not be empty.
            phone_number: Phone number to call, with the country code. It identifies the contact.
                From 7 to 20 characters. Must match `^\\+?[0-9()-]+$`.
            data: Values of the campaign variables for this contact, by variable name.
            phone_numbers: Further phone numbers of the contact. Each: from 7 to 20 characters.
            archived: If true, the contact is kept but not called. The default is false.
            fix_us_phone_number: If true, a 1 is put before a phone number that does not begin with
                1.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The ID of the contact, and whether it was created or updated.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_create import call_from_arguments as _call

        return self._send(
            _call(
                campaign_id,
                name=name,
                phone_number=phone_number,
                data=data,
                phone_numbers=phone_numbers,
                archived=archived,
                fix_us_phone_number=fix_us_phone_number,
                sub_organization_id=sub_organization_id,
            )
        )

    def archive_all(
        self,
        campaign_id: str,
    ) -> CallersContactsArchived:
        """Archive all contacts of a campaign.

        Contacts are archived, not erased. Known only from earlier documents of the vendor.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.

        Returns:
            The number of archived contacts.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_archive_all import call as _call

        return self._send(
            _call(
                campaign_id,
            )
        )

    def create_bulk(
        self,
        campaign_id: str,
        *,
        contacts: Iterable[CallersContactBulkItem | Mapping[str, Any]],
        fix_us_phone_number: bool | None = None,
        verbose: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersContactBulkResult:
        """Create or update many contacts of a campaign.

        Contacts with the same phone numbers are updated. The response counts created and updated
        contacts. With `verbose` it also shows the result for each contact.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contacts: Contacts to create or update.
            fix_us_phone_number: If true, a 1 is put before a phone number that does not begin with
                1.
            verbose: If true, the response shows the result for each contact. Otherwise it shows
                only IDs.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The numbers of created and updated contacts, and their IDs.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_create_bulk import call_from_arguments as _call

        return self._send(
            _call(
                campaign_id,
                contacts=contacts,
                fix_us_phone_number=fix_us_phone_number,
                verbose=verbose,
                sub_organization_id=sub_organization_id,
            )
        )

    def upsert_many(
        self,
        campaign_id: str,
        rows: Iterable[CallersContactBulkItem | Mapping[str, Any]],
        *,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
        batch_size: int = 100,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_send: OnSend | None = None,
    ) -> BulkWrites[CallersContactDetail]:
        """Create or update any number of contacts.

        Nothing is sent before the iteration. No row is sent twice. See `create_bulk`.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            rows: Rows to write, taken when they are needed.
            fix_us_phone_number: If true, a 1 is put before a phone number that does not begin with
                1.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.
            batch_size: Maximum number of rows in one call. It is halved if the server refuses that
                many.
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

        from .callers_contacts_create_bulk import BULK
        from .callers_contacts_create_bulk import bulk_call as _call

        return BulkWrites(
            self._send,
            rows,
            lambda rows: _call(
                rows,
                campaign_id,
                fix_us_phone_number=fix_us_phone_number,
                sub_organization_id=sub_organization_id,
            ),
            BULK,
            batch_size,
            concurrency,
            on_progress,
            on_send,
        )

    def archive_bulk(
        self,
        campaign_id: str,
        *,
        contact_ids: Iterable[str],
    ) -> CallersContactsArchived:
        """Archive given contacts of a campaign.

        Contacts are archived, not erased. The request is a DELETE with a body. Known only from
        earlier documents of the vendor.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contact_ids: IDs of the contacts, string ObjectIds.

        Returns:
            The number of archived contacts.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_archive_bulk import call_from_arguments as _call

        return self._send(
            _call(
                campaign_id,
                contact_ids=contact_ids,
            )
        )

    def archive_many(
        self,
        campaign_id: str,
        rows: Iterable[str],
        *,
        batch_size: int = 100,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_send: OnSend | None = None,
    ) -> BulkWrites[CallersContactsArchived]:
        """Archive any number of contacts.

        Nothing is sent before the iteration. No row is sent twice. See `archive_bulk`.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            rows: Rows to write, taken when they are needed.
            batch_size: Maximum number of rows in one call. It is halved if the server refuses that
                many.
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

        from .callers_contacts_archive_bulk import BULK
        from .callers_contacts_archive_bulk import bulk_call as _call

        return BulkWrites(
            self._send,
            rows,
            lambda rows: _call(
                rows,
                campaign_id,
            ),
            BULK,
            batch_size,
            concurrency,
            on_progress,
            on_send,
        )

    def get(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> CallersContact:
        """Get a contact of a campaign.

        Returns the contact with its call attempts. Known only from earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contact_id: ID of the contact, a string ObjectId. Must not be empty.

        Returns:
            The contact.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_contacts_get import call as _call

        return self._send(
            _call(
                campaign_id,
                contact_id,
            )
        )

    def archive(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> bool:
        """Archive a contact of a campaign.

        The contact is archived, not erased. It is restored if it is created again. Known only from
        earlier documents of the vendor.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contact_id: ID of the contact, a string ObjectId. Must not be empty.

        Returns:
            True if the contact was archived.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_archive import call as _call

        return self._send(
            _call(
                campaign_id,
                contact_id,
            )
        )

    def archive_by_phone_number(
        self,
        campaign_id: str,
        phone_number: str,
        *,
        fix_us_phone_number: bool | None = None,
    ) -> bool:
        """Archive a contact of a campaign by its phone number.

        The contact is archived, not erased. It is restored if it is created again. Known only from
        earlier documents of the vendor.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            phone_number: Phone number of the contact. Must not be empty.
            fix_us_phone_number: If true, a 1 is put before a phone number that does not begin with
                1.

        Returns:
            True if the contact was archived.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_archive_by_phone_number import (
            call_from_arguments as _call,
        )

        return self._send(
            _call(
                campaign_id,
                phone_number,
                fix_us_phone_number=fix_us_phone_number,
            )
        )


class CallersContactsWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        campaign_id: str,
        *,
        archived: bool | None = None,
        statuses: str | None = None,
        last_attempt_from: datetime.datetime | None = None,
        last_attempt_to: datetime.datetime | None = None,
        sort_attribute: str | None = None,
        sort_direction: CallersSortDirection | str | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> RawResponse[builtins.list[CallersContact]]:
        """List the contacts of a campaign, and return the raw response; see `list` of the resource."""
        from .callers_contacts_list import call_from_arguments as _call

        return self._send.raw(
            _call(
                campaign_id,
                archived=archived,
                statuses=statuses,
                last_attempt_from=last_attempt_from,
                last_attempt_to=last_attempt_to,
                sort_attribute=sort_attribute,
                sort_direction=sort_direction,
                page=page,
                per_page=per_page,
            )
        )

    def create(
        self,
        campaign_id: str,
        *,
        name: str,
        phone_number: str,
        data: Mapping[str, str],
        phone_numbers: Iterable[str] | None = None,
        archived: bool | None = None,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersContactUpsert]:
        """Create or update a contact of a campaign, and return the raw response; see `create` of the resource."""
        from .callers_contacts_create import call_from_arguments as _call

        return self._send.raw(
            _call(
                campaign_id,
                name=name,
                phone_number=phone_number,
                data=data,
                phone_numbers=phone_numbers,
                archived=archived,
                fix_us_phone_number=fix_us_phone_number,
                sub_organization_id=sub_organization_id,
            )
        )

    def archive_all(
        self,
        campaign_id: str,
    ) -> RawResponse[CallersContactsArchived]:
        """Archive all contacts of a campaign, and return the raw response; see `archive_all` of the resource."""
        from .callers_contacts_archive_all import call as _call

        return self._send.raw(
            _call(
                campaign_id,
            )
        )

    def create_bulk(
        self,
        campaign_id: str,
        *,
        contacts: Iterable[CallersContactBulkItem | Mapping[str, Any]],
        fix_us_phone_number: bool | None = None,
        verbose: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersContactBulkResult]:
        """Create or update many contacts of a campaign, and return the raw response; see `create_bulk` of the resource."""
        from .callers_contacts_create_bulk import call_from_arguments as _call

        return self._send.raw(
            _call(
                campaign_id,
                contacts=contacts,
                fix_us_phone_number=fix_us_phone_number,
                verbose=verbose,
                sub_organization_id=sub_organization_id,
            )
        )

    def archive_bulk(
        self,
        campaign_id: str,
        *,
        contact_ids: Iterable[str],
    ) -> RawResponse[CallersContactsArchived]:
        """Archive given contacts of a campaign, and return the raw response; see `archive_bulk` of the resource."""
        from .callers_contacts_archive_bulk import call_from_arguments as _call

        return self._send.raw(
            _call(
                campaign_id,
                contact_ids=contact_ids,
            )
        )

    def get(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> RawResponse[CallersContact]:
        """Get a contact of a campaign, and return the raw response; see `get` of the resource."""
        from .callers_contacts_get import call as _call

        return self._send.raw(
            _call(
                campaign_id,
                contact_id,
            )
        )

    def archive(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> RawResponse[bool]:
        """Archive a contact of a campaign, and return the raw response; see `archive` of the resource."""
        from .callers_contacts_archive import call as _call

        return self._send.raw(
            _call(
                campaign_id,
                contact_id,
            )
        )

    def archive_by_phone_number(
        self,
        campaign_id: str,
        phone_number: str,
        *,
        fix_us_phone_number: bool | None = None,
    ) -> RawResponse[bool]:
        """Archive a contact of a campaign by its phone number, and return the raw response; see `archive_by_phone_number` of the resource."""
        from .callers_contacts_archive_by_phone_number import (
            call_from_arguments as _call,
        )

        return self._send.raw(
            _call(
                campaign_id,
                phone_number,
                fix_us_phone_number=fix_us_phone_number,
            )
        )


class AsyncCallersContacts(AsyncResource):
    """Contacts of Callers.ai campaigns."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersContactsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncCallersContactsWithRawResponse(self._send)

    def list(
        self,
        campaign_id: str,
        *,
        archived: bool | None = None,
        statuses: str | None = None,
        last_attempt_from: datetime.datetime | None = None,
        last_attempt_to: datetime.datetime | None = None,
        sort_attribute: str | None = None,
        sort_direction: CallersSortDirection | str | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> AsyncPager[builtins.list[CallersContact], CallersContact]:
        """List the contacts of a campaign.

        Pages are numbered from 0. Archived contacts are listed only on request. Known only from
        earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            archived: If true, lists the archived contacts instead of the others.
            statuses: Lists only contacts with this status. The format of several statuses is not
                documented.
            last_attempt_from: Lists only contacts with a last attempt at or after this time. Must
                have a UTC offset.
            last_attempt_to: Lists only contacts with a last attempt at or before this time. Must
                have a UTC offset.
            sort_attribute: Field of the contacts to sort by.
            sort_direction: Sort order. The default is ascending. Known values: `asc`, `desc`.
            page: Page number, starting at 0. At least 0.
            per_page: Maximum number of items in a page. The default is 50. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of contacts.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .callers_contacts_list import PAGINATION
        from .callers_contacts_list import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                campaign_id,
                archived=archived,
                statuses=statuses,
                last_attempt_from=last_attempt_from,
                last_attempt_to=last_attempt_to,
                sort_attribute=sort_attribute,
                sort_direction=sort_direction,
                page=page,
                per_page=per_page,
            ),
            PAGINATION,
        )

    async def create(
        self,
        campaign_id: str,
        *,
        name: str,
        phone_number: str,
        data: Mapping[str, str],
        phone_numbers: Iterable[str] | None = None,
        archived: bool | None = None,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersContactUpsert:
        """Create or update a contact of a campaign.

        A contact with the same phone number is updated; the response says which happened. An
        archived contact is restored. The campaign may then call this contact.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            name: Name of the contact. Must not be empty.
            phone_number: Phone number to call, with the country code. It identifies the contact.
                From 7 to 20 characters. Must match `^\\+?[0-9()-]+$`.
            data: Values of the campaign variables for this contact, by variable name.
            phone_numbers: Further phone numbers of the contact. Each: from 7 to 20 characters.
            archived: If true, the contact is kept but not called. The default is false.
            fix_us_phone_number: If true, a 1 is put before a phone number that does not begin with
                1.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The ID of the contact, and whether it was created or updated.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_create import call_from_arguments as _call

        return await self._send(
            _call(
                campaign_id,
                name=name,
                phone_number=phone_number,
                data=data,
                phone_numbers=phone_numbers,
                archived=archived,
                fix_us_phone_number=fix_us_phone_number,
                sub_organization_id=sub_organization_id,
            )
        )

    async def archive_all(
        self,
        campaign_id: str,
    ) -> CallersContactsArchived:
        """Archive all contacts of a campaign.

        Contacts are archived, not erased. Known only from earlier documents of the vendor.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.

        Returns:
            The number of archived contacts.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_archive_all import call as _call

        return await self._send(
            _call(
                campaign_id,
            )
        )

    async def create_bulk(
        self,
        campaign_id: str,
        *,
        contacts: Iterable[CallersContactBulkItem | Mapping[str, Any]],
        fix_us_phone_number: bool | None = None,
        verbose: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersContactBulkResult:
        """Create or update many contacts of a campaign.

        Contacts with the same phone numbers are updated. The response counts created and updated
        contacts. With `verbose` it also shows the result for each contact.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contacts: Contacts to create or update.
            fix_us_phone_number: If true, a 1 is put before a phone number that does not begin with
                1.
            verbose: If true, the response shows the result for each contact. Otherwise it shows
                only IDs.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The numbers of created and updated contacts, and their IDs.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_create_bulk import call_from_arguments as _call

        return await self._send(
            _call(
                campaign_id,
                contacts=contacts,
                fix_us_phone_number=fix_us_phone_number,
                verbose=verbose,
                sub_organization_id=sub_organization_id,
            )
        )

    def upsert_many(
        self,
        campaign_id: str,
        rows: Iterable[CallersContactBulkItem | Mapping[str, Any]]
        | AsyncIterable[CallersContactBulkItem | Mapping[str, Any]],
        *,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
        batch_size: int = 100,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_send: OnSend | None = None,
    ) -> AsyncBulkWrites[CallersContactDetail]:
        """Create or update any number of contacts.

        Nothing is sent before the iteration. No row is sent twice. See `create_bulk`.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            rows: Rows to write, taken when they are needed.
            fix_us_phone_number: If true, a 1 is put before a phone number that does not begin with
                1.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.
            batch_size: Maximum number of rows in one call. It is halved if the server refuses that
                many.
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

        from .callers_contacts_create_bulk import BULK
        from .callers_contacts_create_bulk import bulk_call as _call

        return AsyncBulkWrites(
            self._send,
            rows,
            lambda rows: _call(
                rows,
                campaign_id,
                fix_us_phone_number=fix_us_phone_number,
                sub_organization_id=sub_organization_id,
            ),
            BULK,
            batch_size,
            concurrency,
            on_progress,
            on_send,
        )

    async def archive_bulk(
        self,
        campaign_id: str,
        *,
        contact_ids: Iterable[str],
    ) -> CallersContactsArchived:
        """Archive given contacts of a campaign.

        Contacts are archived, not erased. The request is a DELETE with a body. Known only from
        earlier documents of the vendor.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contact_ids: IDs of the contacts, string ObjectIds.

        Returns:
            The number of archived contacts.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_archive_bulk import call_from_arguments as _call

        return await self._send(
            _call(
                campaign_id,
                contact_ids=contact_ids,
            )
        )

    def archive_many(
        self,
        campaign_id: str,
        rows: Iterable[str] | AsyncIterable[str],
        *,
        batch_size: int = 100,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_send: OnSend | None = None,
    ) -> AsyncBulkWrites[CallersContactsArchived]:
        """Archive any number of contacts.

        Nothing is sent before the iteration. No row is sent twice. See `archive_bulk`.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            rows: Rows to write, taken when they are needed.
            batch_size: Maximum number of rows in one call. It is halved if the server refuses that
                many.
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

        from .callers_contacts_archive_bulk import BULK
        from .callers_contacts_archive_bulk import bulk_call as _call

        return AsyncBulkWrites(
            self._send,
            rows,
            lambda rows: _call(
                rows,
                campaign_id,
            ),
            BULK,
            batch_size,
            concurrency,
            on_progress,
            on_send,
        )

    async def get(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> CallersContact:
        """Get a contact of a campaign.

        Returns the contact with its call attempts. Known only from earlier documents of the vendor.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contact_id: ID of the contact, a string ObjectId. Must not be empty.

        Returns:
            The contact.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_contacts_get import call as _call

        return await self._send(
            _call(
                campaign_id,
                contact_id,
            )
        )

    async def archive(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> bool:
        """Archive a contact of a campaign.

        The contact is archived, not erased. It is restored if it is created again. Known only from
        earlier documents of the vendor.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            contact_id: ID of the contact, a string ObjectId. Must not be empty.

        Returns:
            True if the contact was archived.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_archive import call as _call

        return await self._send(
            _call(
                campaign_id,
                contact_id,
            )
        )

    async def archive_by_phone_number(
        self,
        campaign_id: str,
        phone_number: str,
        *,
        fix_us_phone_number: bool | None = None,
    ) -> bool:
        """Archive a contact of a campaign by its phone number.

        The contact is archived, not erased. It is restored if it is created again. Known only from
        earlier documents of the vendor.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            phone_number: Phone number of the contact. Must not be empty.
            fix_us_phone_number: If true, a 1 is put before a phone number that does not begin with
                1.

        Returns:
            True if the contact was archived.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_contacts_archive_by_phone_number import (
            call_from_arguments as _call,
        )

        return await self._send(
            _call(
                campaign_id,
                phone_number,
                fix_us_phone_number=fix_us_phone_number,
            )
        )


class AsyncCallersContactsWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        campaign_id: str,
        *,
        archived: bool | None = None,
        statuses: str | None = None,
        last_attempt_from: datetime.datetime | None = None,
        last_attempt_to: datetime.datetime | None = None,
        sort_attribute: str | None = None,
        sort_direction: CallersSortDirection | str | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> RawResponse[builtins.list[CallersContact]]:
        """List the contacts of a campaign, and return the raw response; see `list` of the resource."""
        from .callers_contacts_list import call_from_arguments as _call

        return await self._send.raw(
            _call(
                campaign_id,
                archived=archived,
                statuses=statuses,
                last_attempt_from=last_attempt_from,
                last_attempt_to=last_attempt_to,
                sort_attribute=sort_attribute,
                sort_direction=sort_direction,
                page=page,
                per_page=per_page,
            )
        )

    async def create(
        self,
        campaign_id: str,
        *,
        name: str,
        phone_number: str,
        data: Mapping[str, str],
        phone_numbers: Iterable[str] | None = None,
        archived: bool | None = None,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersContactUpsert]:
        """Create or update a contact of a campaign, and return the raw response; see `create` of the resource."""
        from .callers_contacts_create import call_from_arguments as _call

        return await self._send.raw(
            _call(
                campaign_id,
                name=name,
                phone_number=phone_number,
                data=data,
                phone_numbers=phone_numbers,
                archived=archived,
                fix_us_phone_number=fix_us_phone_number,
                sub_organization_id=sub_organization_id,
            )
        )

    async def archive_all(
        self,
        campaign_id: str,
    ) -> RawResponse[CallersContactsArchived]:
        """Archive all contacts of a campaign, and return the raw response; see `archive_all` of the resource."""
        from .callers_contacts_archive_all import call as _call

        return await self._send.raw(
            _call(
                campaign_id,
            )
        )

    async def create_bulk(
        self,
        campaign_id: str,
        *,
        contacts: Iterable[CallersContactBulkItem | Mapping[str, Any]],
        fix_us_phone_number: bool | None = None,
        verbose: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersContactBulkResult]:
        """Create or update many contacts of a campaign, and return the raw response; see `create_bulk` of the resource."""
        from .callers_contacts_create_bulk import call_from_arguments as _call

        return await self._send.raw(
            _call(
                campaign_id,
                contacts=contacts,
                fix_us_phone_number=fix_us_phone_number,
                verbose=verbose,
                sub_organization_id=sub_organization_id,
            )
        )

    async def archive_bulk(
        self,
        campaign_id: str,
        *,
        contact_ids: Iterable[str],
    ) -> RawResponse[CallersContactsArchived]:
        """Archive given contacts of a campaign, and return the raw response; see `archive_bulk` of the resource."""
        from .callers_contacts_archive_bulk import call_from_arguments as _call

        return await self._send.raw(
            _call(
                campaign_id,
                contact_ids=contact_ids,
            )
        )

    async def get(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> RawResponse[CallersContact]:
        """Get a contact of a campaign, and return the raw response; see `get` of the resource."""
        from .callers_contacts_get import call as _call

        return await self._send.raw(
            _call(
                campaign_id,
                contact_id,
            )
        )

    async def archive(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> RawResponse[bool]:
        """Archive a contact of a campaign, and return the raw response; see `archive` of the resource."""
        from .callers_contacts_archive import call as _call

        return await self._send.raw(
            _call(
                campaign_id,
                contact_id,
            )
        )

    async def archive_by_phone_number(
        self,
        campaign_id: str,
        phone_number: str,
        *,
        fix_us_phone_number: bool | None = None,
    ) -> RawResponse[bool]:
        """Archive a contact of a campaign by its phone number, and return the raw response; see `archive_by_phone_number` of the resource."""
        from .callers_contacts_archive_by_phone_number import (
            call_from_arguments as _call,
        )

        return await self._send.raw(
            _call(
                campaign_id,
                phone_number,
                fix_us_phone_number=fix_us_phone_number,
            )
        )
