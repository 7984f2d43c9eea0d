# Generated from openapi.yaml by `make generate`; do not edit.
"""The people that Callers.ai's campaigns reach."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    import datetime
    from collections.abc import Mapping

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_contact import CallersContact
    from ...models.callers_contact_bulk_item import CallersContactBulkItem
    from ...models.callers_contact_bulk_result import CallersContactBulkResult
    from ...models.callers_contact_upsert import CallersContactUpsert
    from ...models.callers_contacts_archived import CallersContactsArchived
    from ...models.callers_sort_direction import CallersSortDirection


class CallersContacts(Resource):
    """The people that Callers.ai's campaigns reach."""

    @cached_property
    def with_raw_response(self) -> CallersContactsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
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

        The contacts of one campaign, in pages that are numbered from 0; archived ones only where
        they are asked for. Known from earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            archived: True lists the archived contacts instead of the others.
            statuses: Only contacts of this status; all statuses without it. How several are written
                is not documented.
            last_attempt_from: Only contacts whose last attempt was then or later.
            last_attempt_to: Only contacts whose last attempt was then or earlier.
            sort_attribute: The field of the contacts by which they are ordered.
            sort_direction: Which end comes first; ascending without it.
            page: The number of the page; the first is 0.
            per_page: How many items a page has at most; 50 without it.

        Returns:
            The contacts of the page.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-all-contacts-by-campaign-id (earlier-documents). It is known from
        earlier documents of the vendor only. Assumed, 200: The page names the answer `default`;
        every read of this API that prints a status prints 200. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from ...models.callers_sort_direction import CallersSortDirection
        from .callers_contacts_list import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                campaign_id,
                archived=_arguments.unset_if_none(archived),
                statuses=_arguments.unset_if_none(statuses),
                last_attempt_from=_arguments.unset_if_none(last_attempt_from),
                last_attempt_to=_arguments.unset_if_none(last_attempt_to),
                sort_attribute=_arguments.unset_if_none(sort_attribute),
                sort_direction=UNSET
                if sort_direction is None
                else _arguments.enum_member(CallersSortDirection, "sort_direction", sort_direction),
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
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
        phone_numbers: builtins.list[str] | None = None,
        archived: bool | None = None,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersContactUpsert:
        """Create or change a contact of a campaign.

        Adds a contact to the campaign, or changes the one that has the same phone number; the
        answer says which. A contact that was archived comes back so. The campaign may then call it.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            name: What the contact is called.
            phone_number: The number to call, with the country code; it tells who is meant.
            data: What the campaign's variables are for this contact, by their names.
            phone_numbers: Further numbers of the contact.
            archived: Whether the contact is kept without being called; false without it.
            fix_us_phone_number: True puts a 1 before a phone number that does not begin with one.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The contact's id, and whether it was created or changed.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-a-contact-for-a-campaign (documented). Assumed, 200: The page shows
        the body without a status; that of the bulk call prints 200. Assumed, idempotency: The phone
        number tells who is meant, so a repeat should find the contact that the first call made; yet
        a campaign can be set to allow a number twice, and then a repeat adds one more. Idempotency:
        never.
        """
        from ...models.callers_contact_create import CallersContactCreate
        from ...models.callers_contact_create_data import CallersContactCreateData
        from .callers_contacts_create import call

        return self._send(
            call(
                campaign_id,
                body=CallersContactCreate(
                    name=name,
                    phone_number=phone_number,
                    data=CallersContactCreateData(_arguments.as_dict("data", data)),
                    phone_numbers=UNSET
                    if phone_numbers is None
                    else _arguments.as_list("phone_numbers", phone_numbers),
                    archived=_arguments.unset_if_none(archived),
                ),
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def archive_all(
        self,
        campaign_id: str,
    ) -> CallersContactsArchived:
        """Archive all contacts of a campaign.

        Archives every contact of the campaign; none is erased. Known from earlier documents of the
        vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).

        Returns:
            How many contacts were archived.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, idempotency: No document says so, and no read tells for sure: contacts
        are listed in pages, without a filter by id. Idempotency: never.
        """
        from .callers_contacts_archive_all import call

        return self._send(
            call(
                campaign_id,
            )
        )

    def create_bulk(
        self,
        campaign_id: str,
        *,
        contacts: builtins.list[CallersContactBulkItem],
        fix_us_phone_number: bool | None = None,
        verbose: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersContactBulkResult:
        """Create or change many contacts of a campaign.

        Adds contacts to the campaign, or changes those that have the same phone numbers. The answer
        counts both; with `verbose` it tells for each contact which it was.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contacts: The contacts, which may be many.
            fix_us_phone_number: True puts a 1 before a phone number that does not begin with one.
            verbose: True adds what became of each contact; without it there are only ids.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            How many contacts were created and changed, and their ids.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-contacts-for-a-campaign (documented). Assumed, idempotency: The phone
        number tells who is meant, so a repeat should find the contact that the first call made; yet
        a campaign can be set to allow a number twice, and then a repeat adds one more. Idempotency:
        never.
        """
        from ...models.callers_contact_bulk import CallersContactBulk
        from .callers_contacts_create_bulk import call

        return self._send(
            call(
                campaign_id,
                body=CallersContactBulk(contacts=_arguments.as_list("contacts", contacts)),
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
                verbose=_arguments.unset_if_none(verbose),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def archive_bulk(
        self,
        campaign_id: str,
        *,
        contact_ids: builtins.list[str],
    ) -> CallersContactsArchived:
        """Archive given contacts of a campaign.

        Archives the contacts with the given ids; none is erased. The request is a DELETE with a
        body. Known from earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contact_ids: String ObjectIds.

        Returns:
            How many contacts were archived.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, idempotency: No document says so, and no read tells for sure: contacts
        are listed in pages, without a filter by id. Idempotency: never.
        """
        from ...models.callers_contact_ids import CallersContactIds
        from .callers_contacts_archive_bulk import call

        return self._send(
            call(
                campaign_id,
                body=CallersContactIds(contact_ids=_arguments.as_list("contact_ids", contact_ids)),
            )
        )

    def get(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> CallersContact:
        """Get one contact of a campaign.

        One contact, and how the attempts to reach it have gone. Known from earlier documents of the
        vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contact_id: The contact that the call is about (a string ObjectId).

        Returns:
            The contact.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, 200: The document names the answer `default`; every read of this API
        that prints a status prints 200. Idempotency: safe.
        """
        from .callers_contacts_get import call

        return self._send(
            call(
                campaign_id,
                contact_id,
            )
        )

    def archive(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> bool:
        """Archive one contact of a campaign.

        Archives the contact; it is not erased, and comes back when it is created again. Known from
        earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contact_id: The contact that the call is about (a string ObjectId).

        Returns:
            Whether the contact was archived.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, idempotency: No document says so, and no read tells for sure: contacts
        are listed in pages, without a filter by id. Idempotency: never.
        """
        from .callers_contacts_archive import call

        return self._send(
            call(
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
        """Archive the contact of a campaign that has a phone number.

        Archives the contact with this phone number; it is not erased, and comes back when it is
        created again. Known from earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            phone_number: The phone number of the contact.
            fix_us_phone_number: True puts a 1 before a phone number that does not begin with one.

        Returns:
            Whether the contact was archived.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, idempotency: No document says so, and no read tells for sure: contacts
        are listed in pages, without a filter by id. Idempotency: never.
        """
        from .callers_contacts_archive_by_phone_number import call

        return self._send(
            call(
                campaign_id,
                phone_number,
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
            )
        )


class CallersContactsWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

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
        """List the contacts of a campaign; see `list` of the resource itself."""
        from ...models.callers_sort_direction import CallersSortDirection
        from .callers_contacts_list import call

        return self._send.raw(
            call(
                campaign_id,
                archived=_arguments.unset_if_none(archived),
                statuses=_arguments.unset_if_none(statuses),
                last_attempt_from=_arguments.unset_if_none(last_attempt_from),
                last_attempt_to=_arguments.unset_if_none(last_attempt_to),
                sort_attribute=_arguments.unset_if_none(sort_attribute),
                sort_direction=UNSET
                if sort_direction is None
                else _arguments.enum_member(CallersSortDirection, "sort_direction", sort_direction),
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
            )
        )

    def create(
        self,
        campaign_id: str,
        *,
        name: str,
        phone_number: str,
        data: Mapping[str, str],
        phone_numbers: builtins.list[str] | None = None,
        archived: bool | None = None,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersContactUpsert]:
        """Create or change a contact of a campaign; see `create` of the resource itself."""
        from ...models.callers_contact_create import CallersContactCreate
        from ...models.callers_contact_create_data import CallersContactCreateData
        from .callers_contacts_create import call

        return self._send.raw(
            call(
                campaign_id,
                body=CallersContactCreate(
                    name=name,
                    phone_number=phone_number,
                    data=CallersContactCreateData(_arguments.as_dict("data", data)),
                    phone_numbers=UNSET
                    if phone_numbers is None
                    else _arguments.as_list("phone_numbers", phone_numbers),
                    archived=_arguments.unset_if_none(archived),
                ),
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def archive_all(
        self,
        campaign_id: str,
    ) -> RawResponse[CallersContactsArchived]:
        """Archive all contacts of a campaign; see `archive_all` of the resource itself."""
        from .callers_contacts_archive_all import call

        return self._send.raw(
            call(
                campaign_id,
            )
        )

    def create_bulk(
        self,
        campaign_id: str,
        *,
        contacts: builtins.list[CallersContactBulkItem],
        fix_us_phone_number: bool | None = None,
        verbose: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersContactBulkResult]:
        """Create or change many contacts of a campaign; see `create_bulk` of the resource itself."""
        from ...models.callers_contact_bulk import CallersContactBulk
        from .callers_contacts_create_bulk import call

        return self._send.raw(
            call(
                campaign_id,
                body=CallersContactBulk(contacts=_arguments.as_list("contacts", contacts)),
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
                verbose=_arguments.unset_if_none(verbose),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def archive_bulk(
        self,
        campaign_id: str,
        *,
        contact_ids: builtins.list[str],
    ) -> RawResponse[CallersContactsArchived]:
        """Archive given contacts of a campaign; see `archive_bulk` of the resource itself."""
        from ...models.callers_contact_ids import CallersContactIds
        from .callers_contacts_archive_bulk import call

        return self._send.raw(
            call(
                campaign_id,
                body=CallersContactIds(contact_ids=_arguments.as_list("contact_ids", contact_ids)),
            )
        )

    def get(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> RawResponse[CallersContact]:
        """Get one contact of a campaign; see `get` of the resource itself."""
        from .callers_contacts_get import call

        return self._send.raw(
            call(
                campaign_id,
                contact_id,
            )
        )

    def archive(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> RawResponse[bool]:
        """Archive one contact of a campaign; see `archive` of the resource itself."""
        from .callers_contacts_archive import call

        return self._send.raw(
            call(
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
        """Archive the contact of a campaign that has a phone number; see `archive_by_phone_number` of the resource itself."""
        from .callers_contacts_archive_by_phone_number import call

        return self._send.raw(
            call(
                campaign_id,
                phone_number,
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
            )
        )


class AsyncCallersContacts(AsyncResource):
    """The people that Callers.ai's campaigns reach."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersContactsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
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

        The contacts of one campaign, in pages that are numbered from 0; archived ones only where
        they are asked for. Known from earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            archived: True lists the archived contacts instead of the others.
            statuses: Only contacts of this status; all statuses without it. How several are written
                is not documented.
            last_attempt_from: Only contacts whose last attempt was then or later.
            last_attempt_to: Only contacts whose last attempt was then or earlier.
            sort_attribute: The field of the contacts by which they are ordered.
            sort_direction: Which end comes first; ascending without it.
            page: The number of the page; the first is 0.
            per_page: How many items a page has at most; 50 without it.

        Returns:
            The contacts of the page.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-all-contacts-by-campaign-id (earlier-documents). It is known from
        earlier documents of the vendor only. Assumed, 200: The page names the answer `default`;
        every read of this API that prints a status prints 200. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from ...models.callers_sort_direction import CallersSortDirection
        from .callers_contacts_list import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                campaign_id,
                archived=_arguments.unset_if_none(archived),
                statuses=_arguments.unset_if_none(statuses),
                last_attempt_from=_arguments.unset_if_none(last_attempt_from),
                last_attempt_to=_arguments.unset_if_none(last_attempt_to),
                sort_attribute=_arguments.unset_if_none(sort_attribute),
                sort_direction=UNSET
                if sort_direction is None
                else _arguments.enum_member(CallersSortDirection, "sort_direction", sort_direction),
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
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
        phone_numbers: builtins.list[str] | None = None,
        archived: bool | None = None,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersContactUpsert:
        """Create or change a contact of a campaign.

        Adds a contact to the campaign, or changes the one that has the same phone number; the
        answer says which. A contact that was archived comes back so. The campaign may then call it.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            name: What the contact is called.
            phone_number: The number to call, with the country code; it tells who is meant.
            data: What the campaign's variables are for this contact, by their names.
            phone_numbers: Further numbers of the contact.
            archived: Whether the contact is kept without being called; false without it.
            fix_us_phone_number: True puts a 1 before a phone number that does not begin with one.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The contact's id, and whether it was created or changed.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-a-contact-for-a-campaign (documented). Assumed, 200: The page shows
        the body without a status; that of the bulk call prints 200. Assumed, idempotency: The phone
        number tells who is meant, so a repeat should find the contact that the first call made; yet
        a campaign can be set to allow a number twice, and then a repeat adds one more. Idempotency:
        never.
        """
        from ...models.callers_contact_create import CallersContactCreate
        from ...models.callers_contact_create_data import CallersContactCreateData
        from .callers_contacts_create import call

        return await self._send(
            call(
                campaign_id,
                body=CallersContactCreate(
                    name=name,
                    phone_number=phone_number,
                    data=CallersContactCreateData(_arguments.as_dict("data", data)),
                    phone_numbers=UNSET
                    if phone_numbers is None
                    else _arguments.as_list("phone_numbers", phone_numbers),
                    archived=_arguments.unset_if_none(archived),
                ),
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def archive_all(
        self,
        campaign_id: str,
    ) -> CallersContactsArchived:
        """Archive all contacts of a campaign.

        Archives every contact of the campaign; none is erased. Known from earlier documents of the
        vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).

        Returns:
            How many contacts were archived.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, idempotency: No document says so, and no read tells for sure: contacts
        are listed in pages, without a filter by id. Idempotency: never.
        """
        from .callers_contacts_archive_all import call

        return await self._send(
            call(
                campaign_id,
            )
        )

    async def create_bulk(
        self,
        campaign_id: str,
        *,
        contacts: builtins.list[CallersContactBulkItem],
        fix_us_phone_number: bool | None = None,
        verbose: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersContactBulkResult:
        """Create or change many contacts of a campaign.

        Adds contacts to the campaign, or changes those that have the same phone numbers. The answer
        counts both; with `verbose` it tells for each contact which it was.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contacts: The contacts, which may be many.
            fix_us_phone_number: True puts a 1 before a phone number that does not begin with one.
            verbose: True adds what became of each contact; without it there are only ids.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            How many contacts were created and changed, and their ids.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-contacts-for-a-campaign (documented). Assumed, idempotency: The phone
        number tells who is meant, so a repeat should find the contact that the first call made; yet
        a campaign can be set to allow a number twice, and then a repeat adds one more. Idempotency:
        never.
        """
        from ...models.callers_contact_bulk import CallersContactBulk
        from .callers_contacts_create_bulk import call

        return await self._send(
            call(
                campaign_id,
                body=CallersContactBulk(contacts=_arguments.as_list("contacts", contacts)),
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
                verbose=_arguments.unset_if_none(verbose),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def archive_bulk(
        self,
        campaign_id: str,
        *,
        contact_ids: builtins.list[str],
    ) -> CallersContactsArchived:
        """Archive given contacts of a campaign.

        Archives the contacts with the given ids; none is erased. The request is a DELETE with a
        body. Known from earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contact_ids: String ObjectIds.

        Returns:
            How many contacts were archived.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, idempotency: No document says so, and no read tells for sure: contacts
        are listed in pages, without a filter by id. Idempotency: never.
        """
        from ...models.callers_contact_ids import CallersContactIds
        from .callers_contacts_archive_bulk import call

        return await self._send(
            call(
                campaign_id,
                body=CallersContactIds(contact_ids=_arguments.as_list("contact_ids", contact_ids)),
            )
        )

    async def get(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> CallersContact:
        """Get one contact of a campaign.

        One contact, and how the attempts to reach it have gone. Known from earlier documents of the
        vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contact_id: The contact that the call is about (a string ObjectId).

        Returns:
            The contact.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, 200: The document names the answer `default`; every read of this API
        that prints a status prints 200. Idempotency: safe.
        """
        from .callers_contacts_get import call

        return await self._send(
            call(
                campaign_id,
                contact_id,
            )
        )

    async def archive(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> bool:
        """Archive one contact of a campaign.

        Archives the contact; it is not erased, and comes back when it is created again. Known from
        earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            contact_id: The contact that the call is about (a string ObjectId).

        Returns:
            Whether the contact was archived.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, idempotency: No document says so, and no read tells for sure: contacts
        are listed in pages, without a filter by id. Idempotency: never.
        """
        from .callers_contacts_archive import call

        return await self._send(
            call(
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
        """Archive the contact of a campaign that has a phone number.

        Archives the contact with this phone number; it is not erased, and comes back when it is
        created again. Known from earlier documents of the vendor only.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            phone_number: The phone number of the contact.
            fix_us_phone_number: True puts a 1 before a phone number that does not begin with one.

        Returns:
            Whether the contact was archived.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, idempotency: No document says so, and no read tells for sure: contacts
        are listed in pages, without a filter by id. Idempotency: never.
        """
        from .callers_contacts_archive_by_phone_number import call

        return await self._send(
            call(
                campaign_id,
                phone_number,
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
            )
        )


class AsyncCallersContactsWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

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
        """List the contacts of a campaign; see `list` of the resource itself."""
        from ...models.callers_sort_direction import CallersSortDirection
        from .callers_contacts_list import call

        return await self._send.raw(
            call(
                campaign_id,
                archived=_arguments.unset_if_none(archived),
                statuses=_arguments.unset_if_none(statuses),
                last_attempt_from=_arguments.unset_if_none(last_attempt_from),
                last_attempt_to=_arguments.unset_if_none(last_attempt_to),
                sort_attribute=_arguments.unset_if_none(sort_attribute),
                sort_direction=UNSET
                if sort_direction is None
                else _arguments.enum_member(CallersSortDirection, "sort_direction", sort_direction),
                page=_arguments.unset_if_none(page),
                per_page=_arguments.unset_if_none(per_page),
            )
        )

    async def create(
        self,
        campaign_id: str,
        *,
        name: str,
        phone_number: str,
        data: Mapping[str, str],
        phone_numbers: builtins.list[str] | None = None,
        archived: bool | None = None,
        fix_us_phone_number: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersContactUpsert]:
        """Create or change a contact of a campaign; see `create` of the resource itself."""
        from ...models.callers_contact_create import CallersContactCreate
        from ...models.callers_contact_create_data import CallersContactCreateData
        from .callers_contacts_create import call

        return await self._send.raw(
            call(
                campaign_id,
                body=CallersContactCreate(
                    name=name,
                    phone_number=phone_number,
                    data=CallersContactCreateData(_arguments.as_dict("data", data)),
                    phone_numbers=UNSET
                    if phone_numbers is None
                    else _arguments.as_list("phone_numbers", phone_numbers),
                    archived=_arguments.unset_if_none(archived),
                ),
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def archive_all(
        self,
        campaign_id: str,
    ) -> RawResponse[CallersContactsArchived]:
        """Archive all contacts of a campaign; see `archive_all` of the resource itself."""
        from .callers_contacts_archive_all import call

        return await self._send.raw(
            call(
                campaign_id,
            )
        )

    async def create_bulk(
        self,
        campaign_id: str,
        *,
        contacts: builtins.list[CallersContactBulkItem],
        fix_us_phone_number: bool | None = None,
        verbose: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersContactBulkResult]:
        """Create or change many contacts of a campaign; see `create_bulk` of the resource itself."""
        from ...models.callers_contact_bulk import CallersContactBulk
        from .callers_contacts_create_bulk import call

        return await self._send.raw(
            call(
                campaign_id,
                body=CallersContactBulk(contacts=_arguments.as_list("contacts", contacts)),
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
                verbose=_arguments.unset_if_none(verbose),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def archive_bulk(
        self,
        campaign_id: str,
        *,
        contact_ids: builtins.list[str],
    ) -> RawResponse[CallersContactsArchived]:
        """Archive given contacts of a campaign; see `archive_bulk` of the resource itself."""
        from ...models.callers_contact_ids import CallersContactIds
        from .callers_contacts_archive_bulk import call

        return await self._send.raw(
            call(
                campaign_id,
                body=CallersContactIds(contact_ids=_arguments.as_list("contact_ids", contact_ids)),
            )
        )

    async def get(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> RawResponse[CallersContact]:
        """Get one contact of a campaign; see `get` of the resource itself."""
        from .callers_contacts_get import call

        return await self._send.raw(
            call(
                campaign_id,
                contact_id,
            )
        )

    async def archive(
        self,
        campaign_id: str,
        contact_id: str,
    ) -> RawResponse[bool]:
        """Archive one contact of a campaign; see `archive` of the resource itself."""
        from .callers_contacts_archive import call

        return await self._send.raw(
            call(
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
        """Archive the contact of a campaign that has a phone number; see `archive_by_phone_number` of the resource itself."""
        from .callers_contacts_archive_by_phone_number import call

        return await self._send.raw(
            call(
                campaign_id,
                phone_number,
                fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
            )
        )
