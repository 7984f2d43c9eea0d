# Generated from openapi.yaml by `make generate`; do not edit.
"""Memories that Callers.ai keeps about contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_memories_deleted import CallersMemoriesDeleted
    from ...models.callers_memory import CallersMemory
    from ...models.callers_memory_status import CallersMemoryStatus


class CallersMemories(Resource):
    """Memories that Callers.ai keeps about contacts."""

    @cached_property
    def with_raw_response(self) -> CallersMemoriesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return CallersMemoriesWithRawResponse(self._send)

    def list(
        self,
        contact_id: str,
        *,
        status: CallersMemoryStatus | str | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersMemory]:
        """List the memories of a contact.

        Lists memories of every status, or of one status.

        Args:
            contact_id: ID of the contact, a string ObjectId. Must not be empty.
            status: Lists only memories with this status. Known values: `ACTUAL`, `OUTDATED`,
                `DELETED`.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The memories.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_memories_list import call_from_arguments as _call

        return self._send(
            _call(
                contact_id,
                status=status,
                sub_organization_id=sub_organization_id,
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

        The memory is kept with the contact.

        Never sent again after it may have arrived.

        Args:
            contact_id: ID of the contact, a string ObjectId. Must not be empty.
            name: Subject of the memory. From 1 to 200 characters.
            text: Text of the memory. From 1 to 5000 characters.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The new memory.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_memories_create import call_from_arguments as _call

        return self._send(
            _call(
                contact_id,
                name=name,
                text=text,
                sub_organization_id=sub_organization_id,
            )
        )

    def delete_all(
        self,
        contact_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersMemoriesDeleted:
        """Delete all memories of a contact.

        Memories are marked as deleted, not erased.

        If the response is lost, the state is read instead of sending again.

        Args:
            contact_id: ID of the contact, a string ObjectId. Must not be empty.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The number of deleted memories. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_memories_delete_all import call_from_arguments as _call

        return self._send(
            _call(
                contact_id,
                sub_organization_id=sub_organization_id,
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
        """Create a memory of a contact by its phone number.

        The contact belongs to the given campaign.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            phone_number: Phone number of the contact: 5 to 15 digits, with or without a leading +.
                Must match `^\\+?[0-9]{5,15}$`.
            name: Subject of the memory. From 1 to 200 characters.
            text: Text of the memory. From 1 to 5000 characters.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The new memory.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_memories_create_by_phone_number import (
            call_from_arguments as _call,
        )

        return self._send(
            _call(
                campaign_id,
                phone_number,
                name=name,
                text=text,
                sub_organization_id=sub_organization_id,
            )
        )

    def delete(
        self,
        memory_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersMemory:
        """Delete a memory.

        The memory is marked as deleted, not erased, and returned.

        Never sent again after it may have arrived.

        Args:
            memory_id: ID of the memory. Must not be empty.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The deleted memory.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_memories_delete import call_from_arguments as _call

        return self._send(
            _call(
                memory_id,
                sub_organization_id=sub_organization_id,
            )
        )


class CallersMemoriesWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        contact_id: str,
        *,
        status: CallersMemoryStatus | str | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersMemory]]:
        """List the memories of a contact, and return the raw response; see `list` of the resource."""
        from .callers_memories_list import call_from_arguments as _call

        return self._send.raw(
            _call(
                contact_id,
                status=status,
                sub_organization_id=sub_organization_id,
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
        """Create a memory of a contact, and return the raw response; see `create` of the resource."""
        from .callers_memories_create import call_from_arguments as _call

        return self._send.raw(
            _call(
                contact_id,
                name=name,
                text=text,
                sub_organization_id=sub_organization_id,
            )
        )

    def delete_all(
        self,
        contact_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemoriesDeleted]:
        """Delete all memories of a contact, and return the raw response; see `delete_all` of the resource."""
        from .callers_memories_delete_all import call_from_arguments as _call

        return self._send.raw(
            _call(
                contact_id,
                sub_organization_id=sub_organization_id,
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
        """Create a memory of a contact by its phone number, and return the raw response; see `create_by_phone_number` of the resource."""
        from .callers_memories_create_by_phone_number import (
            call_from_arguments as _call,
        )

        return self._send.raw(
            _call(
                campaign_id,
                phone_number,
                name=name,
                text=text,
                sub_organization_id=sub_organization_id,
            )
        )

    def delete(
        self,
        memory_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemory]:
        """Delete a memory, and return the raw response; see `delete` of the resource."""
        from .callers_memories_delete import call_from_arguments as _call

        return self._send.raw(
            _call(
                memory_id,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersMemories(AsyncResource):
    """Memories that Callers.ai keeps about contacts."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersMemoriesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncCallersMemoriesWithRawResponse(self._send)

    async def list(
        self,
        contact_id: str,
        *,
        status: CallersMemoryStatus | str | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersMemory]:
        """List the memories of a contact.

        Lists memories of every status, or of one status.

        Args:
            contact_id: ID of the contact, a string ObjectId. Must not be empty.
            status: Lists only memories with this status. Known values: `ACTUAL`, `OUTDATED`,
                `DELETED`.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The memories.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
        """
        from .callers_memories_list import call_from_arguments as _call

        return await self._send(
            _call(
                contact_id,
                status=status,
                sub_organization_id=sub_organization_id,
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

        The memory is kept with the contact.

        Never sent again after it may have arrived.

        Args:
            contact_id: ID of the contact, a string ObjectId. Must not be empty.
            name: Subject of the memory. From 1 to 200 characters.
            text: Text of the memory. From 1 to 5000 characters.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The new memory.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_memories_create import call_from_arguments as _call

        return await self._send(
            _call(
                contact_id,
                name=name,
                text=text,
                sub_organization_id=sub_organization_id,
            )
        )

    async def delete_all(
        self,
        contact_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersMemoriesDeleted:
        """Delete all memories of a contact.

        Memories are marked as deleted, not erased.

        If the response is lost, the state is read instead of sending again.

        Args:
            contact_id: ID of the contact, a string ObjectId. Must not be empty.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The number of deleted memories. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_memories_delete_all import call_from_arguments as _call

        return await self._send(
            _call(
                contact_id,
                sub_organization_id=sub_organization_id,
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
        """Create a memory of a contact by its phone number.

        The contact belongs to the given campaign.

        Never sent again after it may have arrived.

        Args:
            campaign_id: ID of the campaign, a string ObjectId. Must not be empty.
            phone_number: Phone number of the contact: 5 to 15 digits, with or without a leading +.
                Must match `^\\+?[0-9]{5,15}$`.
            name: Subject of the memory. From 1 to 200 characters.
            text: Text of the memory. From 1 to 5000 characters.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The new memory.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_memories_create_by_phone_number import (
            call_from_arguments as _call,
        )

        return await self._send(
            _call(
                campaign_id,
                phone_number,
                name=name,
                text=text,
                sub_organization_id=sub_organization_id,
            )
        )

    async def delete(
        self,
        memory_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> CallersMemory:
        """Delete a memory.

        The memory is marked as deleted, not erased, and returned.

        Never sent again after it may have arrived.

        Args:
            memory_id: ID of the memory. Must not be empty.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The deleted memory.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_memories_delete import call_from_arguments as _call

        return await self._send(
            _call(
                memory_id,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersMemoriesWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        contact_id: str,
        *,
        status: CallersMemoryStatus | str | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersMemory]]:
        """List the memories of a contact, and return the raw response; see `list` of the resource."""
        from .callers_memories_list import call_from_arguments as _call

        return await self._send.raw(
            _call(
                contact_id,
                status=status,
                sub_organization_id=sub_organization_id,
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
        """Create a memory of a contact, and return the raw response; see `create` of the resource."""
        from .callers_memories_create import call_from_arguments as _call

        return await self._send.raw(
            _call(
                contact_id,
                name=name,
                text=text,
                sub_organization_id=sub_organization_id,
            )
        )

    async def delete_all(
        self,
        contact_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemoriesDeleted]:
        """Delete all memories of a contact, and return the raw response; see `delete_all` of the resource."""
        from .callers_memories_delete_all import call_from_arguments as _call

        return await self._send.raw(
            _call(
                contact_id,
                sub_organization_id=sub_organization_id,
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
        """Create a memory of a contact by its phone number, and return the raw response; see `create_by_phone_number` of the resource."""
        from .callers_memories_create_by_phone_number import (
            call_from_arguments as _call,
        )

        return await self._send.raw(
            _call(
                campaign_id,
                phone_number,
                name=name,
                text=text,
                sub_organization_id=sub_organization_id,
            )
        )

    async def delete(
        self,
        memory_id: str,
        *,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersMemory]:
        """Delete a memory, and return the raw response; see `delete` of the resource."""
        from .callers_memories_delete import call_from_arguments as _call

        return await self._send.raw(
            _call(
                memory_id,
                sub_organization_id=sub_organization_id,
            )
        )
