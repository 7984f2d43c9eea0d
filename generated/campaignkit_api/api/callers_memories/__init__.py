# Generated from openapi.yaml by `make generate`; do not edit.
"""What Callers.ai remembers of its contacts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_memories_deleted import CallersMemoriesDeleted
    from ...models.callers_memory import CallersMemory
    from ...models.callers_memory_status import CallersMemoryStatus


class CallersMemories(Resource):
    """What Callers.ai remembers of its contacts."""

    @cached_property
    def with_raw_response(self) -> CallersMemoriesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return CallersMemoriesWithRawResponse(self._send)

    def list(
        self,
        contact_id: str,
        *,
        status: CallersMemoryStatus | str | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersMemory]:
        """List the memories of a contact.

        What is remembered of a contact, of every status or of one.

        Args:
            contact_id: The contact that the call is about (a string ObjectId).
            status: Only memories of this status.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The memories.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-memories-for-contact (documented). Assumed, 200: The page shows the body
        without a status; every read of this API that prints one prints 200. Idempotency: safe.
        """
        from ...models.callers_memory_status import CallersMemoryStatus
        from .callers_memories_list import call

        return self._send(
            call(
                contact_id,
                status=UNSET
                if status is None
                else _arguments.enum_member(CallersMemoryStatus, "status", status),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def create(
        self,
        contact_id: str,
        *,
        name: str,
        text: str,
        sub_organization_id: str | None = None,
    ) -> CallersMemory:
        """Create a memory of a contact.

        Adds something to remember of the contact.

        Args:
            contact_id: The contact that the call is about (a string ObjectId).
            name: What it is about.
            text: What is to be remembered.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The new memory.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-memory-for-contact (documented). Assumed, idempotency: No page says
        what a repeat does. Idempotency: never.
        """
        from ...models.callers_memory_create import CallersMemoryCreate
        from .callers_memories_create import call

        return self._send(
            call(
                contact_id,
                body=CallersMemoryCreate(name=name, text=text),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def delete_all(
        self,
        contact_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersMemoriesDeleted:
        """Delete all memories of a contact.

        Marks every memory of the contact as deleted; none is erased.

        Args:
            contact_id: The contact that the call is about (a string ObjectId).
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            How many memories were deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/delete-all-memories-for-contact (documented). Assumed, verify: The call sets
        every memory to DELETED, so it was applied where the list shows none of another status, and
        else it was not. How many it deleted is not told. Idempotency: verify.
        """
        from .callers_memories_delete_all import call

        return self._send(
            call(
                contact_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def create_by_phone_number(
        self,
        campaign_id: str,
        phone_number: str,
        *,
        name: str,
        text: str,
        sub_organization_id: str | None = None,
    ) -> CallersMemory:
        """Create a memory of the contact that has a phone number.

        Adds something to remember of the contact of the campaign that has this phone number.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            phone_number: The phone number of the contact, 5 to 15 digits after a + or without.
            name: What it is about.
            text: What is to be remembered.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The new memory.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-memory-for-campaign-contact-by-phone-number (documented). Assumed,
        201: The page shows the body without a status; the page that creates one by the contact's id
        prints 201. Assumed, idempotency: No page says what a repeat does. Idempotency: never.
        """
        from ...models.callers_memory_create import CallersMemoryCreate
        from .callers_memories_create_by_phone_number import call

        return self._send(
            call(
                campaign_id,
                phone_number,
                body=CallersMemoryCreate(name=name, text=text),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def delete(
        self,
        memory_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersMemory:
        """Delete one memory.

        Marks the memory as deleted, and shows it; it is not erased.

        Args:
            memory_id: The memory to delete.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The memory that was deleted.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/delete-memory (documented). Assumed, 200: The page shows the body without a
        status; the page that deletes all of a contact prints 200. Assumed, soft: The page that
        deletes all of a contact says that they are only marked; this one does not say. Assumed,
        idempotency: No page says what a repeat does, and no read is about one memory. Idempotency:
        never.
        """
        from .callers_memories_delete import call

        return self._send(
            call(
                memory_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class CallersMemoriesWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list(
        self,
        contact_id: str,
        *,
        status: CallersMemoryStatus | str | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersMemory]]:
        """List the memories of a contact; see `list` of the resource itself."""
        from ...models.callers_memory_status import CallersMemoryStatus
        from .callers_memories_list import call

        return self._send.raw(
            call(
                contact_id,
                status=UNSET
                if status is None
                else _arguments.enum_member(CallersMemoryStatus, "status", status),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def create(
        self,
        contact_id: str,
        *,
        name: str,
        text: str,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemory]:
        """Create a memory of a contact; see `create` of the resource itself."""
        from ...models.callers_memory_create import CallersMemoryCreate
        from .callers_memories_create import call

        return self._send.raw(
            call(
                contact_id,
                body=CallersMemoryCreate(name=name, text=text),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def delete_all(
        self,
        contact_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemoriesDeleted]:
        """Delete all memories of a contact; see `delete_all` of the resource itself."""
        from .callers_memories_delete_all import call

        return self._send.raw(
            call(
                contact_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def create_by_phone_number(
        self,
        campaign_id: str,
        phone_number: str,
        *,
        name: str,
        text: str,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemory]:
        """Create a memory of the contact that has a phone number; see `create_by_phone_number` of the resource itself."""
        from ...models.callers_memory_create import CallersMemoryCreate
        from .callers_memories_create_by_phone_number import call

        return self._send.raw(
            call(
                campaign_id,
                phone_number,
                body=CallersMemoryCreate(name=name, text=text),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def delete(
        self,
        memory_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemory]:
        """Delete one memory; see `delete` of the resource itself."""
        from .callers_memories_delete import call

        return self._send.raw(
            call(
                memory_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersMemories(AsyncResource):
    """What Callers.ai remembers of its contacts."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersMemoriesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncCallersMemoriesWithRawResponse(self._send)

    async def list(
        self,
        contact_id: str,
        *,
        status: CallersMemoryStatus | str | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersMemory]:
        """List the memories of a contact.

        What is remembered of a contact, of every status or of one.

        Args:
            contact_id: The contact that the call is about (a string ObjectId).
            status: Only memories of this status.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The memories.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).

        Source: callers/get-memories-for-contact (documented). Assumed, 200: The page shows the body
        without a status; every read of this API that prints one prints 200. Idempotency: safe.
        """
        from ...models.callers_memory_status import CallersMemoryStatus
        from .callers_memories_list import call

        return await self._send(
            call(
                contact_id,
                status=UNSET
                if status is None
                else _arguments.enum_member(CallersMemoryStatus, "status", status),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def create(
        self,
        contact_id: str,
        *,
        name: str,
        text: str,
        sub_organization_id: str | None = None,
    ) -> CallersMemory:
        """Create a memory of a contact.

        Adds something to remember of the contact.

        Args:
            contact_id: The contact that the call is about (a string ObjectId).
            name: What it is about.
            text: What is to be remembered.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The new memory.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-memory-for-contact (documented). Assumed, idempotency: No page says
        what a repeat does. Idempotency: never.
        """
        from ...models.callers_memory_create import CallersMemoryCreate
        from .callers_memories_create import call

        return await self._send(
            call(
                contact_id,
                body=CallersMemoryCreate(name=name, text=text),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def delete_all(
        self,
        contact_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersMemoriesDeleted:
        """Delete all memories of a contact.

        Marks every memory of the contact as deleted; none is erased.

        Args:
            contact_id: The contact that the call is about (a string ObjectId).
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            How many memories were deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/delete-all-memories-for-contact (documented). Assumed, verify: The call sets
        every memory to DELETED, so it was applied where the list shows none of another status, and
        else it was not. How many it deleted is not told. Idempotency: verify.
        """
        from .callers_memories_delete_all import call

        return await self._send(
            call(
                contact_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def create_by_phone_number(
        self,
        campaign_id: str,
        phone_number: str,
        *,
        name: str,
        text: str,
        sub_organization_id: str | None = None,
    ) -> CallersMemory:
        """Create a memory of the contact that has a phone number.

        Adds something to remember of the contact of the campaign that has this phone number.

        Args:
            campaign_id: The campaign that the call is about (a string ObjectId).
            phone_number: The phone number of the contact, 5 to 15 digits after a + or without.
            name: What it is about.
            text: What is to be remembered.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The new memory.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-memory-for-campaign-contact-by-phone-number (documented). Assumed,
        201: The page shows the body without a status; the page that creates one by the contact's id
        prints 201. Assumed, idempotency: No page says what a repeat does. Idempotency: never.
        """
        from ...models.callers_memory_create import CallersMemoryCreate
        from .callers_memories_create_by_phone_number import call

        return await self._send(
            call(
                campaign_id,
                phone_number,
                body=CallersMemoryCreate(name=name, text=text),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def delete(
        self,
        memory_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersMemory:
        """Delete one memory.

        Marks the memory as deleted, and shows it; it is not erased.

        Args:
            memory_id: The memory to delete.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The memory that was deleted.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/delete-memory (documented). Assumed, 200: The page shows the body without a
        status; the page that deletes all of a contact prints 200. Assumed, soft: The page that
        deletes all of a contact says that they are only marked; this one does not say. Assumed,
        idempotency: No page says what a repeat does, and no read is about one memory. Idempotency:
        never.
        """
        from .callers_memories_delete import call

        return await self._send(
            call(
                memory_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersMemoriesWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list(
        self,
        contact_id: str,
        *,
        status: CallersMemoryStatus | str | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersMemory]]:
        """List the memories of a contact; see `list` of the resource itself."""
        from ...models.callers_memory_status import CallersMemoryStatus
        from .callers_memories_list import call

        return await self._send.raw(
            call(
                contact_id,
                status=UNSET
                if status is None
                else _arguments.enum_member(CallersMemoryStatus, "status", status),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def create(
        self,
        contact_id: str,
        *,
        name: str,
        text: str,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemory]:
        """Create a memory of a contact; see `create` of the resource itself."""
        from ...models.callers_memory_create import CallersMemoryCreate
        from .callers_memories_create import call

        return await self._send.raw(
            call(
                contact_id,
                body=CallersMemoryCreate(name=name, text=text),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def delete_all(
        self,
        contact_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemoriesDeleted]:
        """Delete all memories of a contact; see `delete_all` of the resource itself."""
        from .callers_memories_delete_all import call

        return await self._send.raw(
            call(
                contact_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def create_by_phone_number(
        self,
        campaign_id: str,
        phone_number: str,
        *,
        name: str,
        text: str,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemory]:
        """Create a memory of the contact that has a phone number; see `create_by_phone_number` of the resource itself."""
        from ...models.callers_memory_create import CallersMemoryCreate
        from .callers_memories_create_by_phone_number import call

        return await self._send.raw(
            call(
                campaign_id,
                phone_number,
                body=CallersMemoryCreate(name=name, text=text),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def delete(
        self,
        memory_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemory]:
        """Delete one memory; see `delete` of the resource itself."""
        from .callers_memories_delete import call

        return await self._send.raw(
            call(
                memory_id,
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )
