# Generated from openapi.yaml by `make generate`; do not edit.
"""The organization of the key, its sub organizations, numbers and limits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from typing import Any

    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_limits import CallersLimits
    from ...models.callers_organization import CallersOrganization
    from ...models.callers_permission import CallersPermission
    from ...models.callers_sub_organization import CallersSubOrganization
    from ...models.callers_sub_organization_limits import CallersSubOrganizationLimits
    from ...models.callers_synced import CallersSynced
    from ...models.callers_webhook import CallersWebhook


class CallersOrganizations(Resource):
    """The organization of the key, its sub organizations, numbers and limits."""

    @cached_property
    def with_raw_response(self) -> CallersOrganizationsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return CallersOrganizationsWithRawResponse(self._send)

    def get(
        self,
    ) -> CallersOrganization:
        """Get the organization of the key.

        The organization that owns the API key. Known from earlier documents of the vendor only.

        Returns:
            The organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, 200: The document names the answer `default`; every read of this API
        that prints a status prints 200. Assumed, body: The document declares an array; a key has
        one organization, so it is taken to be the whole answer. Idempotency: safe.
        """
        from .callers_organizations_get import call

        return self._send(call())

    def create_sub_organization(
        self,
        *,
        name: str,
        retry_attempts_max_value: float | None,
        limits: CallersSubOrganizationLimits | None | Unset = UNSET,
        permissions: builtins.list[CallersPermission] | builtins.list[str] | None = None,
        webhooks: builtins.list[CallersWebhook] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersSubOrganization:
        """Create a sub organization.

        Adds a sub organization to the main organization of the key.

        Args:
            name: What to call it.
            retry_attempts_max_value: How often a contact may be called at most. An earlier page
                prints that it lies between 1 and 50.
            limits: How much it may call. None sends null.
            permissions: What the sub organization may do.
            webhooks: Who is told of its calls.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The id of the sub organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-sub-organization (documented). Assumed, path: One copy of the page
        prints /api before it; the path itself and all other pages do not. Assumed, idempotency: No
        page says what a repeat does. Idempotency: never.
        """
        from ...models.callers_permission import CallersPermission
        from ...models.callers_sub_organization_create import (
            CallersSubOrganizationCreate,
        )
        from .callers_organizations_create_sub_organization import call

        return self._send(
            call(
                body=CallersSubOrganizationCreate(
                    name=name,
                    retry_attempts_max_value=retry_attempts_max_value,
                    limits=limits,
                    permissions=UNSET
                    if permissions is None
                    else _arguments.list_with(
                        "permissions",
                        permissions,
                        lambda name, each: _arguments.enum_member(CallersPermission, name, each),
                    ),
                    webhooks=UNSET
                    if webhooks is None
                    else _arguments.as_list("webhooks", webhooks),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def add_phone_numbers(
        self,
        sip_id: str,
        *,
        phone_numbers: builtins.list[str],
        sub_organization_id: str | None = None,
    ) -> None:
        """Add phone numbers to a SIP connection.

        Adds phone numbers of the organization's own carrier, which was connected by SIP in the
        dashboard.

        Args:
            sip_id: The SIP connection that the numbers belong to.
            phone_numbers: With the country code, after a + or without.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            Nothing; the numbers were added.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/add-a-phone-number (documented). Assumed, 201: The page says in words that a
        number was created, and prints neither a status nor a body for it. Assumed, idempotency: No
        page says what a repeat does. Idempotency: never.
        """
        from ...models.callers_phone_numbers import CallersPhoneNumbers
        from .callers_organizations_add_phone_numbers import call

        return self._send(
            call(
                sip_id,
                body=CallersPhoneNumbers(
                    phone_numbers=_arguments.as_list("phone_numbers", phone_numbers)
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def sync(
        self,
        id: str,
        *,
        pricing: Mapping[str, Any] | None = None,
        limits: CallersLimits | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersSynced:
        """Set the pricing and limits of an organization.

        Sets the pricing, the limits or both of an organization. It takes the sync secret in the
        place of the API key.

        Args:
            id: The organization to set pricing and limits of.
            pricing: Its fields are not printed.
            limits: How much an organization may call.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            Whether it was done.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/sync-pricing-andor-limits-for-a-target-organization (documented). Assumed,
        200: The page says in words that the call was completed, and prints no status. Assumed,
        idempotency: No page says what a repeat does. Idempotency: never.
        """
        from ...models.callers_sync import CallersSync
        from ...models.callers_sync_pricing import CallersSyncPricing
        from .callers_organizations_sync import call

        return self._send(
            call(
                id,
                body=CallersSync(
                    pricing=UNSET
                    if pricing is None
                    else CallersSyncPricing(_arguments.as_dict("pricing", pricing)),
                    limits=_arguments.unset_if_none(limits),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class CallersOrganizationsWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def get(
        self,
    ) -> RawResponse[CallersOrganization]:
        """Get the organization of the key; see `get` of the resource itself."""
        from .callers_organizations_get import call

        return self._send.raw(call())

    def create_sub_organization(
        self,
        *,
        name: str,
        retry_attempts_max_value: float | None,
        limits: CallersSubOrganizationLimits | None | Unset = UNSET,
        permissions: builtins.list[CallersPermission] | builtins.list[str] | None = None,
        webhooks: builtins.list[CallersWebhook] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersSubOrganization]:
        """Create a sub organization; see `create_sub_organization` of the resource itself."""
        from ...models.callers_permission import CallersPermission
        from ...models.callers_sub_organization_create import (
            CallersSubOrganizationCreate,
        )
        from .callers_organizations_create_sub_organization import call

        return self._send.raw(
            call(
                body=CallersSubOrganizationCreate(
                    name=name,
                    retry_attempts_max_value=retry_attempts_max_value,
                    limits=limits,
                    permissions=UNSET
                    if permissions is None
                    else _arguments.list_with(
                        "permissions",
                        permissions,
                        lambda name, each: _arguments.enum_member(CallersPermission, name, each),
                    ),
                    webhooks=UNSET
                    if webhooks is None
                    else _arguments.as_list("webhooks", webhooks),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def add_phone_numbers(
        self,
        sip_id: str,
        *,
        phone_numbers: builtins.list[str],
        sub_organization_id: str | None = None,
    ) -> RawResponse[None]:
        """Add phone numbers to a SIP connection; see `add_phone_numbers` of the resource itself."""
        from ...models.callers_phone_numbers import CallersPhoneNumbers
        from .callers_organizations_add_phone_numbers import call

        return self._send.raw(
            call(
                sip_id,
                body=CallersPhoneNumbers(
                    phone_numbers=_arguments.as_list("phone_numbers", phone_numbers)
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def sync(
        self,
        id: str,
        *,
        pricing: Mapping[str, Any] | None = None,
        limits: CallersLimits | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersSynced]:
        """Set the pricing and limits of an organization; see `sync` of the resource itself."""
        from ...models.callers_sync import CallersSync
        from ...models.callers_sync_pricing import CallersSyncPricing
        from .callers_organizations_sync import call

        return self._send.raw(
            call(
                id,
                body=CallersSync(
                    pricing=UNSET
                    if pricing is None
                    else CallersSyncPricing(_arguments.as_dict("pricing", pricing)),
                    limits=_arguments.unset_if_none(limits),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersOrganizations(AsyncResource):
    """The organization of the key, its sub organizations, numbers and limits."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersOrganizationsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncCallersOrganizationsWithRawResponse(self._send)

    async def get(
        self,
    ) -> CallersOrganization:
        """Get the organization of the key.

        The organization that owns the API key. Known from earlier documents of the vendor only.

        Returns:
            The organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            NotFoundError: There is no such resource (404).

        Source: callers/openapi-2025 (earlier-documents). It is known from earlier documents of the
        vendor only. Assumed, 200: The document names the answer `default`; every read of this API
        that prints a status prints 200. Assumed, body: The document declares an array; a key has
        one organization, so it is taken to be the whole answer. Idempotency: safe.
        """
        from .callers_organizations_get import call

        return await self._send(call())

    async def create_sub_organization(
        self,
        *,
        name: str,
        retry_attempts_max_value: float | None,
        limits: CallersSubOrganizationLimits | None | Unset = UNSET,
        permissions: builtins.list[CallersPermission] | builtins.list[str] | None = None,
        webhooks: builtins.list[CallersWebhook] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersSubOrganization:
        """Create a sub organization.

        Adds a sub organization to the main organization of the key.

        Args:
            name: What to call it.
            retry_attempts_max_value: How often a contact may be called at most. An earlier page
                prints that it lies between 1 and 50.
            limits: How much it may call. None sends null.
            permissions: What the sub organization may do.
            webhooks: Who is told of its calls.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The id of the sub organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-sub-organization (documented). Assumed, path: One copy of the page
        prints /api before it; the path itself and all other pages do not. Assumed, idempotency: No
        page says what a repeat does. Idempotency: never.
        """
        from ...models.callers_permission import CallersPermission
        from ...models.callers_sub_organization_create import (
            CallersSubOrganizationCreate,
        )
        from .callers_organizations_create_sub_organization import call

        return await self._send(
            call(
                body=CallersSubOrganizationCreate(
                    name=name,
                    retry_attempts_max_value=retry_attempts_max_value,
                    limits=limits,
                    permissions=UNSET
                    if permissions is None
                    else _arguments.list_with(
                        "permissions",
                        permissions,
                        lambda name, each: _arguments.enum_member(CallersPermission, name, each),
                    ),
                    webhooks=UNSET
                    if webhooks is None
                    else _arguments.as_list("webhooks", webhooks),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def add_phone_numbers(
        self,
        sip_id: str,
        *,
        phone_numbers: builtins.list[str],
        sub_organization_id: str | None = None,
    ) -> None:
        """Add phone numbers to a SIP connection.

        Adds phone numbers of the organization's own carrier, which was connected by SIP in the
        dashboard.

        Args:
            sip_id: The SIP connection that the numbers belong to.
            phone_numbers: With the country code, after a + or without.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            Nothing; the numbers were added.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/add-a-phone-number (documented). Assumed, 201: The page says in words that a
        number was created, and prints neither a status nor a body for it. Assumed, idempotency: No
        page says what a repeat does. Idempotency: never.
        """
        from ...models.callers_phone_numbers import CallersPhoneNumbers
        from .callers_organizations_add_phone_numbers import call

        return await self._send(
            call(
                sip_id,
                body=CallersPhoneNumbers(
                    phone_numbers=_arguments.as_list("phone_numbers", phone_numbers)
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def sync(
        self,
        id: str,
        *,
        pricing: Mapping[str, Any] | None = None,
        limits: CallersLimits | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersSynced:
        """Set the pricing and limits of an organization.

        Sets the pricing, the limits or both of an organization. It takes the sync secret in the
        place of the API key.

        Args:
            id: The organization to set pricing and limits of.
            pricing: Its fields are not printed.
            limits: How much an organization may call.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            Whether it was done.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/sync-pricing-andor-limits-for-a-target-organization (documented). Assumed,
        200: The page says in words that the call was completed, and prints no status. Assumed,
        idempotency: No page says what a repeat does. Idempotency: never.
        """
        from ...models.callers_sync import CallersSync
        from ...models.callers_sync_pricing import CallersSyncPricing
        from .callers_organizations_sync import call

        return await self._send(
            call(
                id,
                body=CallersSync(
                    pricing=UNSET
                    if pricing is None
                    else CallersSyncPricing(_arguments.as_dict("pricing", pricing)),
                    limits=_arguments.unset_if_none(limits),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersOrganizationsWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def get(
        self,
    ) -> RawResponse[CallersOrganization]:
        """Get the organization of the key; see `get` of the resource itself."""
        from .callers_organizations_get import call

        return await self._send.raw(call())

    async def create_sub_organization(
        self,
        *,
        name: str,
        retry_attempts_max_value: float | None,
        limits: CallersSubOrganizationLimits | None | Unset = UNSET,
        permissions: builtins.list[CallersPermission] | builtins.list[str] | None = None,
        webhooks: builtins.list[CallersWebhook] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersSubOrganization]:
        """Create a sub organization; see `create_sub_organization` of the resource itself."""
        from ...models.callers_permission import CallersPermission
        from ...models.callers_sub_organization_create import (
            CallersSubOrganizationCreate,
        )
        from .callers_organizations_create_sub_organization import call

        return await self._send.raw(
            call(
                body=CallersSubOrganizationCreate(
                    name=name,
                    retry_attempts_max_value=retry_attempts_max_value,
                    limits=limits,
                    permissions=UNSET
                    if permissions is None
                    else _arguments.list_with(
                        "permissions",
                        permissions,
                        lambda name, each: _arguments.enum_member(CallersPermission, name, each),
                    ),
                    webhooks=UNSET
                    if webhooks is None
                    else _arguments.as_list("webhooks", webhooks),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def add_phone_numbers(
        self,
        sip_id: str,
        *,
        phone_numbers: builtins.list[str],
        sub_organization_id: str | None = None,
    ) -> RawResponse[None]:
        """Add phone numbers to a SIP connection; see `add_phone_numbers` of the resource itself."""
        from ...models.callers_phone_numbers import CallersPhoneNumbers
        from .callers_organizations_add_phone_numbers import call

        return await self._send.raw(
            call(
                sip_id,
                body=CallersPhoneNumbers(
                    phone_numbers=_arguments.as_list("phone_numbers", phone_numbers)
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def sync(
        self,
        id: str,
        *,
        pricing: Mapping[str, Any] | None = None,
        limits: CallersLimits | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersSynced]:
        """Set the pricing and limits of an organization; see `sync` of the resource itself."""
        from ...models.callers_sync import CallersSync
        from ...models.callers_sync_pricing import CallersSyncPricing
        from .callers_organizations_sync import call

        return await self._send.raw(
            call(
                id,
                body=CallersSync(
                    pricing=UNSET
                    if pricing is None
                    else CallersSyncPricing(_arguments.as_dict("pricing", pricing)),
                    limits=_arguments.unset_if_none(limits),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )
