# Generated from openapi.yaml by `make generate`; do not edit.
"""The organization of the API key, its sub-organizations, phone numbers and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable, Mapping
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
    """The organization of the API key, its sub-organizations, phone numbers and limits."""

    @cached_property
    def with_raw_response(self) -> CallersOrganizationsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return CallersOrganizationsWithRawResponse(self._send)

    def get(
        self,
    ) -> CallersOrganization:
        """Get the organization of the API key.

        Known only from earlier documents of the vendor.

        Returns:
            The organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            NotFoundError: The resource was not found (404).
        """
        from .callers_organizations_get import call as _call

        return self._send(_call())

    def create_sub_organization(
        self,
        *,
        name: str,
        retry_attempts_max_value: float | None,
        limits: CallersSubOrganizationLimits | Mapping[str, Any] | None | Unset = UNSET,
        permissions: Iterable[CallersPermission | str] | None = None,
        webhooks: Iterable[CallersWebhook | Mapping[str, Any]] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersSubOrganization:
        """Create a sub-organization.

        The sub-organization belongs to the main organization of the key.

        Never sent again after it may have arrived.

        Args:
            name: Name of the sub-organization. Must not be empty.
            retry_attempts_max_value: Maximum number of calls to a contact. An earlier page prints
                the range 1 to 50.
            limits: Call limits. `None` is sent as null.
            permissions: Permissions of the sub-organization. Known values:
                `permission_enable_voip_and_phones`.
            webhooks: Webhooks that receive its calls.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The ID of the new sub-organization.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_organizations_create_sub_organization import (
            call_from_arguments as _call,
        )

        return self._send(
            _call(
                name=name,
                retry_attempts_max_value=retry_attempts_max_value,
                limits=limits,
                permissions=permissions,
                webhooks=webhooks,
                sub_organization_id=sub_organization_id,
            )
        )

    def add_phone_numbers(
        self,
        sip_id: str,
        *,
        phone_numbers: Iterable[str],
        sub_organization_id: str | None = None,
    ) -> None:
        """Add phone numbers to a SIP connection.

        The numbers belong to the carrier of the organization. Connect the carrier by SIP in the
        dashboard first.

        Never sent again after it may have arrived.

        Args:
            sip_id: ID of the SIP connection for the numbers. Must not be empty.
            phone_numbers: Phone numbers with the country code, with or without a leading +.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            Nothing; the numbers were added.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_organizations_add_phone_numbers import (
            call_from_arguments as _call,
        )

        return self._send(
            _call(
                sip_id,
                phone_numbers=phone_numbers,
                sub_organization_id=sub_organization_id,
            )
        )

    def sync(
        self,
        id: str,
        *,
        pricing: Mapping[str, Any] | None = None,
        limits: CallersLimits | Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersSynced:
        """Set the pricing and limits of an organization.

        Pass the pricing, the limits or both. This call uses the sync secret instead of the API key.

        Never sent again after it may have arrived.

        Args:
            id: ID of the organization. Must not be empty.
            pricing: Pricing. Its fields are not printed.
            limits: Call limits of an organization.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            Whether pricing and limits were set.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_organizations_sync import call_from_arguments as _call

        return self._send(
            _call(
                id,
                pricing=pricing,
                limits=limits,
                sub_organization_id=sub_organization_id,
            )
        )


class CallersOrganizationsWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def get(
        self,
    ) -> RawResponse[CallersOrganization]:
        """Get the organization of the API key, and return the raw response; see `get` of the resource."""
        from .callers_organizations_get import call as _call

        return self._send.raw(_call())

    def create_sub_organization(
        self,
        *,
        name: str,
        retry_attempts_max_value: float | None,
        limits: CallersSubOrganizationLimits | Mapping[str, Any] | None | Unset = UNSET,
        permissions: Iterable[CallersPermission | str] | None = None,
        webhooks: Iterable[CallersWebhook | Mapping[str, Any]] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersSubOrganization]:
        """Create a sub-organization, and return the raw response; see `create_sub_organization` of the resource."""
        from .callers_organizations_create_sub_organization import (
            call_from_arguments as _call,
        )

        return self._send.raw(
            _call(
                name=name,
                retry_attempts_max_value=retry_attempts_max_value,
                limits=limits,
                permissions=permissions,
                webhooks=webhooks,
                sub_organization_id=sub_organization_id,
            )
        )

    def add_phone_numbers(
        self,
        sip_id: str,
        *,
        phone_numbers: Iterable[str],
        sub_organization_id: str | None = None,
    ) -> RawResponse[None]:
        """Add phone numbers to a SIP connection, and return the raw response; see `add_phone_numbers` of the resource."""
        from .callers_organizations_add_phone_numbers import (
            call_from_arguments as _call,
        )

        return self._send.raw(
            _call(
                sip_id,
                phone_numbers=phone_numbers,
                sub_organization_id=sub_organization_id,
            )
        )

    def sync(
        self,
        id: str,
        *,
        pricing: Mapping[str, Any] | None = None,
        limits: CallersLimits | Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersSynced]:
        """Set the pricing and limits of an organization, and return the raw response; see `sync` of the resource."""
        from .callers_organizations_sync import call_from_arguments as _call

        return self._send.raw(
            _call(
                id,
                pricing=pricing,
                limits=limits,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersOrganizations(AsyncResource):
    """The organization of the API key, its sub-organizations, phone numbers and limits."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersOrganizationsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncCallersOrganizationsWithRawResponse(self._send)

    async def get(
        self,
    ) -> CallersOrganization:
        """Get the organization of the API key.

        Known only from earlier documents of the vendor.

        Returns:
            The organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            NotFoundError: The resource was not found (404).
        """
        from .callers_organizations_get import call as _call

        return await self._send(_call())

    async def create_sub_organization(
        self,
        *,
        name: str,
        retry_attempts_max_value: float | None,
        limits: CallersSubOrganizationLimits | Mapping[str, Any] | None | Unset = UNSET,
        permissions: Iterable[CallersPermission | str] | None = None,
        webhooks: Iterable[CallersWebhook | Mapping[str, Any]] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersSubOrganization:
        """Create a sub-organization.

        The sub-organization belongs to the main organization of the key.

        Never sent again after it may have arrived.

        Args:
            name: Name of the sub-organization. Must not be empty.
            retry_attempts_max_value: Maximum number of calls to a contact. An earlier page prints
                the range 1 to 50.
            limits: Call limits. `None` is sent as null.
            permissions: Permissions of the sub-organization. Known values:
                `permission_enable_voip_and_phones`.
            webhooks: Webhooks that receive its calls.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The ID of the new sub-organization.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_organizations_create_sub_organization import (
            call_from_arguments as _call,
        )

        return await self._send(
            _call(
                name=name,
                retry_attempts_max_value=retry_attempts_max_value,
                limits=limits,
                permissions=permissions,
                webhooks=webhooks,
                sub_organization_id=sub_organization_id,
            )
        )

    async def add_phone_numbers(
        self,
        sip_id: str,
        *,
        phone_numbers: Iterable[str],
        sub_organization_id: str | None = None,
    ) -> None:
        """Add phone numbers to a SIP connection.

        The numbers belong to the carrier of the organization. Connect the carrier by SIP in the
        dashboard first.

        Never sent again after it may have arrived.

        Args:
            sip_id: ID of the SIP connection for the numbers. Must not be empty.
            phone_numbers: Phone numbers with the country code, with or without a leading +.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            Nothing; the numbers were added.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_organizations_add_phone_numbers import (
            call_from_arguments as _call,
        )

        return await self._send(
            _call(
                sip_id,
                phone_numbers=phone_numbers,
                sub_organization_id=sub_organization_id,
            )
        )

    async def sync(
        self,
        id: str,
        *,
        pricing: Mapping[str, Any] | None = None,
        limits: CallersLimits | Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersSynced:
        """Set the pricing and limits of an organization.

        Pass the pricing, the limits or both. This call uses the sync secret instead of the API key.

        Never sent again after it may have arrived.

        Args:
            id: ID of the organization. Must not be empty.
            pricing: Pricing. Its fields are not printed.
            limits: Call limits of an organization.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            Whether pricing and limits were set.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_organizations_sync import call_from_arguments as _call

        return await self._send(
            _call(
                id,
                pricing=pricing,
                limits=limits,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersOrganizationsWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def get(
        self,
    ) -> RawResponse[CallersOrganization]:
        """Get the organization of the API key, and return the raw response; see `get` of the resource."""
        from .callers_organizations_get import call as _call

        return await self._send.raw(_call())

    async def create_sub_organization(
        self,
        *,
        name: str,
        retry_attempts_max_value: float | None,
        limits: CallersSubOrganizationLimits | Mapping[str, Any] | None | Unset = UNSET,
        permissions: Iterable[CallersPermission | str] | None = None,
        webhooks: Iterable[CallersWebhook | Mapping[str, Any]] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersSubOrganization]:
        """Create a sub-organization, and return the raw response; see `create_sub_organization` of the resource."""
        from .callers_organizations_create_sub_organization import (
            call_from_arguments as _call,
        )

        return await self._send.raw(
            _call(
                name=name,
                retry_attempts_max_value=retry_attempts_max_value,
                limits=limits,
                permissions=permissions,
                webhooks=webhooks,
                sub_organization_id=sub_organization_id,
            )
        )

    async def add_phone_numbers(
        self,
        sip_id: str,
        *,
        phone_numbers: Iterable[str],
        sub_organization_id: str | None = None,
    ) -> RawResponse[None]:
        """Add phone numbers to a SIP connection, and return the raw response; see `add_phone_numbers` of the resource."""
        from .callers_organizations_add_phone_numbers import (
            call_from_arguments as _call,
        )

        return await self._send.raw(
            _call(
                sip_id,
                phone_numbers=phone_numbers,
                sub_organization_id=sub_organization_id,
            )
        )

    async def sync(
        self,
        id: str,
        *,
        pricing: Mapping[str, Any] | None = None,
        limits: CallersLimits | Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersSynced]:
        """Set the pricing and limits of an organization, and return the raw response; see `sync` of the resource."""
        from .callers_organizations_sync import call_from_arguments as _call

        return await self._send.raw(
            _call(
                id,
                pricing=pricing,
                limits=limits,
                sub_organization_id=sub_organization_id,
            )
        )
