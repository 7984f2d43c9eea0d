# Generated from openapi.yaml by `make generate`; do not edit.
"""Audiences of Sonarly, their prospects and folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable
    from typing import Any

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.protocols import RawResponse

    from ...models.audience import Audience
    from ...models.audience_folder import AudienceFolder
    from ...models.audience_kind import AudienceKind
    from ...models.audience_lead_move import AudienceLeadMove
    from ...models.audience_list import AudienceList
    from ...models.audience_navigation import AudienceNavigation
    from ...models.audience_prospect import AudienceProspect
    from ...models.audience_prospect_list import AudienceProspectList
    from ...models.deleted import Deleted


class SonarlyAudiences(Resource):
    """Audiences of Sonarly, their prospects and folders."""

    @cached_property
    def with_raw_response(self) -> SonarlyAudiencesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return SonarlyAudiencesWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Pager[AudienceList, Audience]:
        """List the audiences of an account group.

        An audience is left out while a prospecting job fills it.

        Requires: permission `audiences:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of audiences.

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
        from campaignkit_runtime.pagination import Pager

        from .sonarly_audiences_list import PAGINATION
        from .sonarly_audiences_list import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    def create(
        self,
        account_group_id: str,
        *,
        name: str,
        type: AudienceKind | str,
        description: str | None = None,
    ) -> Audience:
        """Create an audience.

        Prospects can be added to the new audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            name: Name of the audience.
            type: Type of a new audience or folder. Known values: `on_demand`, `monitoring`.
            description: Description of the audience.

        Returns:
            The new audience. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_create import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                name=name,
                type=type,
                description=description,
            )
        )

    def get(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Audience:
        """Get an audience.

        Raises a conflict (409, code `AUDIENCE_NOT_READY`) while a prospecting job fills the
        audience.

        Requires: permission `audiences:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.

        Returns:
            The audience.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from .sonarly_audiences_get import call as _call

        return self._send(
            _call(
                account_group_id,
                audience_id,
            )
        )

    def delete(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Deleted:
        """Delete an audience.

        Raises a conflict (409, code `AUDIENCE_NOT_READY`) while a prospecting job fills the
        audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.

        Returns:
            The deletion of the audience. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_delete import call as _call

        return self._send(
            _call(
                account_group_id,
                audience_id,
            )
        )

    def update(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
    ) -> Audience:
        """Update an audience.

        Pass a new name, a new description or both. Raises a conflict (409, code
        `AUDIENCE_NOT_READY`) while a prospecting job fills the audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.
            name: New name.
            description: New description.

        Returns:
            The updated audience. If the response was lost, the result is rebuilt from a follow-up
            read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_update import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                audience_id,
                name=name,
                description=description,
            )
        )

    def prospects(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Pager[AudienceProspectList, AudienceProspect]:
        """List the prospects of an audience.

        Signals of a prospect are read with `sonarly.signals.results`. Raises a conflict (409, code
        `AUDIENCE_NOT_READY`) while a prospecting job fills the audience.

        Requires: permission `prospects:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of prospects.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_audiences_prospects import PAGINATION
        from .sonarly_audiences_prospects import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                audience_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    def move_leads(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        target_audience_id: str,
        lead_ids: Iterable[str],
    ) -> AudienceLeadMove:
        """Move leads to another audience.

        Both audiences must belong to the same account group. Raises a conflict (409, code
        `AUDIENCE_NOT_READY`) while a prospecting job fills either audience.

        Requires: permission `audiences:write`.

        Never sent again after it may have arrived.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.
            target_audience_id: ID of another audience of the same account group.
            lead_ids: IDs of the leads to move.

        Returns:
            Both audiences, and the number of leads moved.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_move_leads import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                audience_id,
                target_audience_id=target_audience_id,
                lead_ids=lead_ids,
            )
        )

    def move_to_folder(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        folder_id: str,
    ) -> Audience:
        """Move an audience into a folder.

        The folder must belong to the same account group and hold audiences of the same type. Raises
        a conflict (409, code `AUDIENCE_NOT_READY`) while a prospecting job fills the audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.
            folder_id: ID of a folder of the same account group, for audiences of the same type.

        Returns:
            The audience with its new folder. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_move_to_folder import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                audience_id,
                folder_id=folder_id,
            )
        )

    def remove_from_folder(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Audience:
        """Remove an audience from its folder.

        The audience itself is kept. Raises a conflict (409, code `AUDIENCE_NOT_READY`) while a
        prospecting job fills the audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.

        Returns:
            The audience without a folder. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_remove_from_folder import call as _call

        return self._send(
            _call(
                account_group_id,
                audience_id,
            )
        )

    def navigation(
        self,
        account_group_id: str,
    ) -> AudienceNavigation:
        """Get the folders with their audiences.

        Returns all folders of the account group, and the audiences without a folder, in one
        response. An audience is left out while a prospecting job fills it.

        Requires: permission `audiences:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The folders, and the audiences without a folder.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_audiences_navigation import call as _call

        return self._send(
            _call(
                account_group_id,
            )
        )

    def create_folder(
        self,
        account_group_id: str,
        *,
        name: str,
        audience_type: AudienceKind | str,
    ) -> AudienceFolder:
        """Create a folder for audiences.

        The new folder is empty and holds audiences of one type.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            name: Name of the folder.
            audience_type: Type of a new audience or folder. Known values: `on_demand`,
                `monitoring`.

        Returns:
            The new folder. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_create_folder import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                name=name,
                audience_type=audience_type,
            )
        )

    def rename_folder(
        self,
        account_group_id: str,
        folder_id: str,
        *,
        name: str,
    ) -> AudienceFolder:
        """Rename a folder.

        Only the name of the folder changes.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            folder_id: ID of the folder. Must not be empty.
            name: New name.

        Returns:
            The renamed folder. If the response was lost, the result is rebuilt from a follow-up
            read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_rename_folder import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                folder_id,
                name=name,
            )
        )


class SonarlyAudiencesWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[AudienceList]:
        """List the audiences of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_audiences_list import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            )
        )

    def create(
        self,
        account_group_id: str,
        *,
        name: str,
        type: AudienceKind | str,
        description: str | None = None,
    ) -> RawResponse[Audience]:
        """Create an audience, and return the raw response; see `create` of the resource."""
        from .sonarly_audiences_create import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                name=name,
                type=type,
                description=description,
            )
        )

    def get(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Audience]:
        """Get an audience, and return the raw response; see `get` of the resource."""
        from .sonarly_audiences_get import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                audience_id,
            )
        )

    def delete(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Deleted]:
        """Delete an audience, and return the raw response; see `delete` of the resource."""
        from .sonarly_audiences_delete import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                audience_id,
            )
        )

    def update(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
    ) -> RawResponse[Audience]:
        """Update an audience, and return the raw response; see `update` of the resource."""
        from .sonarly_audiences_update import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                audience_id,
                name=name,
                description=description,
            )
        )

    def prospects(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[AudienceProspectList]:
        """List the prospects of an audience, and return the raw response; see `prospects` of the resource."""
        from .sonarly_audiences_prospects import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                audience_id,
                cursor=cursor,
                limit=limit,
            )
        )

    def move_leads(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        target_audience_id: str,
        lead_ids: Iterable[str],
    ) -> RawResponse[AudienceLeadMove]:
        """Move leads to another audience, and return the raw response; see `move_leads` of the resource."""
        from .sonarly_audiences_move_leads import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                audience_id,
                target_audience_id=target_audience_id,
                lead_ids=lead_ids,
            )
        )

    def move_to_folder(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        folder_id: str,
    ) -> RawResponse[Audience]:
        """Move an audience into a folder, and return the raw response; see `move_to_folder` of the resource."""
        from .sonarly_audiences_move_to_folder import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                audience_id,
                folder_id=folder_id,
            )
        )

    def remove_from_folder(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Audience]:
        """Remove an audience from its folder, and return the raw response; see `remove_from_folder` of the resource."""
        from .sonarly_audiences_remove_from_folder import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                audience_id,
            )
        )

    def navigation(
        self,
        account_group_id: str,
    ) -> RawResponse[AudienceNavigation]:
        """Get the folders with their audiences, and return the raw response; see `navigation` of the resource."""
        from .sonarly_audiences_navigation import call as _call

        return self._send.raw(
            _call(
                account_group_id,
            )
        )

    def create_folder(
        self,
        account_group_id: str,
        *,
        name: str,
        audience_type: AudienceKind | str,
    ) -> RawResponse[AudienceFolder]:
        """Create a folder for audiences, and return the raw response; see `create_folder` of the resource."""
        from .sonarly_audiences_create_folder import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                name=name,
                audience_type=audience_type,
            )
        )

    def rename_folder(
        self,
        account_group_id: str,
        folder_id: str,
        *,
        name: str,
    ) -> RawResponse[AudienceFolder]:
        """Rename a folder, and return the raw response; see `rename_folder` of the resource."""
        from .sonarly_audiences_rename_folder import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                folder_id,
                name=name,
            )
        )


class AsyncSonarlyAudiences(AsyncResource):
    """Audiences of Sonarly, their prospects and folders."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyAudiencesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncSonarlyAudiencesWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[AudienceList, Audience]:
        """List the audiences of an account group.

        An audience is left out while a prospecting job fills it.

        Requires: permission `audiences:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of audiences.

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
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_audiences_list import PAGINATION
        from .sonarly_audiences_list import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    async def create(
        self,
        account_group_id: str,
        *,
        name: str,
        type: AudienceKind | str,
        description: str | None = None,
    ) -> Audience:
        """Create an audience.

        Prospects can be added to the new audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            name: Name of the audience.
            type: Type of a new audience or folder. Known values: `on_demand`, `monitoring`.
            description: Description of the audience.

        Returns:
            The new audience. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_create import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                name=name,
                type=type,
                description=description,
            )
        )

    async def get(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Audience:
        """Get an audience.

        Raises a conflict (409, code `AUDIENCE_NOT_READY`) while a prospecting job fills the
        audience.

        Requires: permission `audiences:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.

        Returns:
            The audience.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from .sonarly_audiences_get import call as _call

        return await self._send(
            _call(
                account_group_id,
                audience_id,
            )
        )

    async def delete(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Deleted:
        """Delete an audience.

        Raises a conflict (409, code `AUDIENCE_NOT_READY`) while a prospecting job fills the
        audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.

        Returns:
            The deletion of the audience. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_delete import call as _call

        return await self._send(
            _call(
                account_group_id,
                audience_id,
            )
        )

    async def update(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
    ) -> Audience:
        """Update an audience.

        Pass a new name, a new description or both. Raises a conflict (409, code
        `AUDIENCE_NOT_READY`) while a prospecting job fills the audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.
            name: New name.
            description: New description.

        Returns:
            The updated audience. If the response was lost, the result is rebuilt from a follow-up
            read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_update import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                audience_id,
                name=name,
                description=description,
            )
        )

    def prospects(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[AudienceProspectList, AudienceProspect]:
        """List the prospects of an audience.

        Signals of a prospect are read with `sonarly.signals.results`. Raises a conflict (409, code
        `AUDIENCE_NOT_READY`) while a prospecting job fills the audience.

        Requires: permission `prospects:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of prospects.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_audiences_prospects import PAGINATION
        from .sonarly_audiences_prospects import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                audience_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    async def move_leads(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        target_audience_id: str,
        lead_ids: Iterable[str],
    ) -> AudienceLeadMove:
        """Move leads to another audience.

        Both audiences must belong to the same account group. Raises a conflict (409, code
        `AUDIENCE_NOT_READY`) while a prospecting job fills either audience.

        Requires: permission `audiences:write`.

        Never sent again after it may have arrived.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.
            target_audience_id: ID of another audience of the same account group.
            lead_ids: IDs of the leads to move.

        Returns:
            Both audiences, and the number of leads moved.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_move_leads import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                audience_id,
                target_audience_id=target_audience_id,
                lead_ids=lead_ids,
            )
        )

    async def move_to_folder(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        folder_id: str,
    ) -> Audience:
        """Move an audience into a folder.

        The folder must belong to the same account group and hold audiences of the same type. Raises
        a conflict (409, code `AUDIENCE_NOT_READY`) while a prospecting job fills the audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.
            folder_id: ID of a folder of the same account group, for audiences of the same type.

        Returns:
            The audience with its new folder. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            UnprocessableEntityError: The state of the resource, or a value, does not allow the
                operation (422).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_move_to_folder import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                audience_id,
                folder_id=folder_id,
            )
        )

    async def remove_from_folder(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Audience:
        """Remove an audience from its folder.

        The audience itself is kept. Raises a conflict (409, code `AUDIENCE_NOT_READY`) while a
        prospecting job fills the audience.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            audience_id: ID of the audience. Must not be empty.

        Returns:
            The audience without a folder. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            ConflictError: The state of the resource does not allow the operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_remove_from_folder import call as _call

        return await self._send(
            _call(
                account_group_id,
                audience_id,
            )
        )

    async def navigation(
        self,
        account_group_id: str,
    ) -> AudienceNavigation:
        """Get the folders with their audiences.

        Returns all folders of the account group, and the audiences without a folder, in one
        response. An audience is left out while a prospecting job fills it.

        Requires: permission `audiences:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.

        Returns:
            The folders, and the audiences without a folder.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_audiences_navigation import call as _call

        return await self._send(
            _call(
                account_group_id,
            )
        )

    async def create_folder(
        self,
        account_group_id: str,
        *,
        name: str,
        audience_type: AudienceKind | str,
    ) -> AudienceFolder:
        """Create a folder for audiences.

        The new folder is empty and holds audiences of one type.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            name: Name of the folder.
            audience_type: Type of a new audience or folder. Known values: `on_demand`,
                `monitoring`.

        Returns:
            The new folder. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_create_folder import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                name=name,
                audience_type=audience_type,
            )
        )

    async def rename_folder(
        self,
        account_group_id: str,
        folder_id: str,
        *,
        name: str,
    ) -> AudienceFolder:
        """Rename a folder.

        Only the name of the folder changes.

        Requires: permission `audiences:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            folder_id: ID of the folder. Must not be empty.
            name: New name.

        Returns:
            The renamed folder. If the response was lost, the result is rebuilt from a follow-up
            read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_audiences_rename_folder import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                folder_id,
                name=name,
            )
        )


class AsyncSonarlyAudiencesWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[AudienceList]:
        """List the audiences of an account group, and return the raw response; see `list` of the resource."""
        from .sonarly_audiences_list import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            )
        )

    async def create(
        self,
        account_group_id: str,
        *,
        name: str,
        type: AudienceKind | str,
        description: str | None = None,
    ) -> RawResponse[Audience]:
        """Create an audience, and return the raw response; see `create` of the resource."""
        from .sonarly_audiences_create import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                name=name,
                type=type,
                description=description,
            )
        )

    async def get(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Audience]:
        """Get an audience, and return the raw response; see `get` of the resource."""
        from .sonarly_audiences_get import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                audience_id,
            )
        )

    async def delete(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Deleted]:
        """Delete an audience, and return the raw response; see `delete` of the resource."""
        from .sonarly_audiences_delete import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                audience_id,
            )
        )

    async def update(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
    ) -> RawResponse[Audience]:
        """Update an audience, and return the raw response; see `update` of the resource."""
        from .sonarly_audiences_update import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                audience_id,
                name=name,
                description=description,
            )
        )

    async def prospects(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[AudienceProspectList]:
        """List the prospects of an audience, and return the raw response; see `prospects` of the resource."""
        from .sonarly_audiences_prospects import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                audience_id,
                cursor=cursor,
                limit=limit,
            )
        )

    async def move_leads(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        target_audience_id: str,
        lead_ids: Iterable[str],
    ) -> RawResponse[AudienceLeadMove]:
        """Move leads to another audience, and return the raw response; see `move_leads` of the resource."""
        from .sonarly_audiences_move_leads import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                audience_id,
                target_audience_id=target_audience_id,
                lead_ids=lead_ids,
            )
        )

    async def move_to_folder(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        folder_id: str,
    ) -> RawResponse[Audience]:
        """Move an audience into a folder, and return the raw response; see `move_to_folder` of the resource."""
        from .sonarly_audiences_move_to_folder import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                audience_id,
                folder_id=folder_id,
            )
        )

    async def remove_from_folder(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Audience]:
        """Remove an audience from its folder, and return the raw response; see `remove_from_folder` of the resource."""
        from .sonarly_audiences_remove_from_folder import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                audience_id,
            )
        )

    async def navigation(
        self,
        account_group_id: str,
    ) -> RawResponse[AudienceNavigation]:
        """Get the folders with their audiences, and return the raw response; see `navigation` of the resource."""
        from .sonarly_audiences_navigation import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
            )
        )

    async def create_folder(
        self,
        account_group_id: str,
        *,
        name: str,
        audience_type: AudienceKind | str,
    ) -> RawResponse[AudienceFolder]:
        """Create a folder for audiences, and return the raw response; see `create_folder` of the resource."""
        from .sonarly_audiences_create_folder import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                name=name,
                audience_type=audience_type,
            )
        )

    async def rename_folder(
        self,
        account_group_id: str,
        folder_id: str,
        *,
        name: str,
    ) -> RawResponse[AudienceFolder]:
        """Rename a folder, and return the raw response; see `rename_folder` of the resource."""
        from .sonarly_audiences_rename_folder import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                folder_id,
                name=name,
            )
        )
