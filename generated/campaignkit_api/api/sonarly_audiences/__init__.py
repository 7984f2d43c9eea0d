# Generated from openapi.yaml by `make generate`; do not edit.
"""Sonarly's audiences, their prospects and their folders."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

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
    """Sonarly's audiences, their prospects and their folders."""

    @cached_property
    def with_raw_response(self) -> SonarlyAudiencesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return SonarlyAudiencesWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Pager[AudienceList, Audience]:
        """List the audiences of an account group.

        The audiences of the account group, page by page. One that a prospecting job still fills is
        left out.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of audiences.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/audiences-list (documented). Permission: audiences:read. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_audiences_list import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
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

        Creates an audience to which prospects can be added.

        Args:
            account_group_id: The account group that the call is about.
            name: What it shall be called.
            type: What an audience is created as, and what a folder is for.
            description: What it is for.

        Returns:
            The new audience. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-create (documented). Assumed, method: The page prints no method;
        its sibling that creates a folder prints POST. Assumed, 422: The page lists an audience that
        cannot be created as configured without the number of the status; the sibling that updates
        one prints 422. Assumed, 429, 500: The copy of the page is cut before the numbers; every
        sibling prints them. Assumed, verify: Of the request only the name can be found again, for
        the answers tell another type than the one asked for; an audience of that name that was
        created since the call counts as its own. Permission: audiences:write. Idempotency: verify.
        """
        from ...models.audience_create import AudienceCreate
        from ...models.audience_kind import AudienceKind
        from .sonarly_audiences_create import call

        return self._send(
            call(
                account_group_id,
                body=AudienceCreate(
                    name=name,
                    type_=_arguments.enum_member(AudienceKind, "type", type),
                    description=_arguments.unset_if_none(description),
                ),
            )
        )

    def get(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Audience:
        """Get one audience.

        One audience. While a prospecting job fills it, the answer is 409 with the code
        `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.

        Returns:
            The audience.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/audiences-get (documented). Assumed, method: The page prints no method; a
        read of one resource by GET, as its siblings are. Assumed, 403, 404, 429, 500, 502: The copy
        of the page is cut before the numbers; every sibling prints them. Permission:
        audiences:read. Idempotency: safe.
        """
        from .sonarly_audiences_get import call

        return self._send(
            call(
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

        Deletes the audience. While a prospecting job fills it, the answer is 409 with the code
        `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.

        Returns:
            The audience is deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-delete (documented). Permission: audiences:write. Idempotency:
        verify.
        """
        from .sonarly_audiences_delete import call

        return self._send(
            call(
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

        Changes the name, the description or both; at least one of them must be given. While a
        prospecting job fills the audience, the answer is 409 with the code `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.
            name: What it shall be called.
            description: What it is for.

        Returns:
            The changed audience. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-update (documented). Permission: audiences:write. Idempotency:
        verify.
        """
        from ...models.audience_update import AudienceUpdate
        from .sonarly_audiences_update import call

        return self._send(
            call(
                account_group_id,
                audience_id,
                body=AudienceUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                ),
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

        The people in the audience, page by page; what signals say of them is read elsewhere. While
        a prospecting job fills the audience, the answer is 409 with the code `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of prospects.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/audiences-prospects-list (documented). Permission: prospects:read.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_audiences_prospects import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                audience_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            ),
            PAGINATION,
        )

    def move_leads(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        target_audience_id: str,
        lead_ids: builtins.list[str],
    ) -> AudienceLeadMove:
        """Move leads to another audience.

        Takes leads out of this audience and puts them into another one of the same account group.
        While a prospecting job fills either of them, the answer is 409 with the code
        `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.
            target_audience_id: An audience of the same account group, other than the one that the
                leads are in.
            lead_ids: The leads to move.

        Returns:
            Both audiences, and how many leads were moved.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-leads-move (documented). Assumed, idempotency: No page says that
        the ids of an audience's prospects are those of leads, and counts change for other reasons
        too, so no read tells whether leads were moved. Permission: audiences:write. Idempotency:
        never.
        """
        from ...models.audience_move_leads import AudienceMoveLeads
        from .sonarly_audiences_move_leads import call

        return self._send(
            call(
                account_group_id,
                audience_id,
                body=AudienceMoveLeads(
                    target_audience_id=target_audience_id,
                    lead_ids=_arguments.as_list("lead_ids", lead_ids),
                ),
            )
        )

    def move_to_folder(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        folder_id: str,
    ) -> Audience:
        """Put an audience into a folder.

        Puts the audience into a folder of the same account group, which must be for audiences of
        its kind. While a prospecting job fills the audience, the answer is 409 with the code
        `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.
            folder_id: A folder of the same account group, for audiences of this kind.

        Returns:
            The audience, in the folder. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-folder-move-to (documented). Permission: audiences:write.
        Idempotency: verify.
        """
        from ...models.audience_move_to_folder import AudienceMoveToFolder
        from .sonarly_audiences_move_to_folder import call

        return self._send(
            call(
                account_group_id,
                audience_id,
                body=AudienceMoveToFolder(folder_id=folder_id),
            )
        )

    def remove_from_folder(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Audience:
        """Take an audience out of its folder.

        Takes the audience out of the folder that it is in. While a prospecting job fills the
        audience, the answer is 409 with the code `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.

        Returns:
            The audience, in no folder. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-folder-remove-from (documented). Permission: audiences:write.
        Idempotency: verify.
        """
        from .sonarly_audiences_remove_from_folder import call

        return self._send(
            call(
                account_group_id,
                audience_id,
            )
        )

    def navigation(
        self,
        account_group_id: str,
    ) -> AudienceNavigation:
        """Get the folders with their audiences.

        The folders of the account group with the audiences in each, and the audiences that are in
        none, all in one answer. An audience that a prospecting job still fills is left out.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The folders, and the audiences in none.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/audiences-navigation-get (documented). Permission: audiences:read.
        Idempotency: safe.
        """
        from .sonarly_audiences_navigation import call

        return self._send(
            call(
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

        Creates an empty folder for audiences of one kind.

        Args:
            account_group_id: The account group that the call is about.
            name: What it shall be called.
            audience_type: What an audience is created as, and what a folder is for.

        Returns:
            The new folder. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audience-folders-create (documented). Assumed, verify: A folder of that name
        and kind that was created since the call counts as its own. Permission: audiences:write.
        Idempotency: verify.
        """
        from ...models.audience_folder_create import AudienceFolderCreate
        from ...models.audience_kind import AudienceKind
        from .sonarly_audiences_create_folder import call

        return self._send(
            call(
                account_group_id,
                body=AudienceFolderCreate(
                    name=name,
                    audience_type=_arguments.enum_member(
                        AudienceKind, "audience_type", audience_type
                    ),
                ),
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

        Gives the folder another name.

        Args:
            account_group_id: The account group that the call is about.
            folder_id: The folder to rename.
            name: What it shall be called.

        Returns:
            The renamed folder. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audience-folders-rename (documented). Assumed, method: The page prints no
        method; every page of an update that prints one prints PATCH. Assumed, 404, 429, 500: The
        copy of the page is cut before the numbers; every sibling prints them. Permission:
        audiences:write. Idempotency: verify.
        """
        from ...models.audience_folder_rename import AudienceFolderRename
        from .sonarly_audiences_rename_folder import call

        return self._send(
            call(
                account_group_id,
                folder_id,
                body=AudienceFolderRename(name=name),
            )
        )


class SonarlyAudiencesWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[AudienceList]:
        """List the audiences of an account group; see `list` of the resource itself."""
        from .sonarly_audiences_list import call

        return self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
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
        """Create an audience; see `create` of the resource itself."""
        from ...models.audience_create import AudienceCreate
        from ...models.audience_kind import AudienceKind
        from .sonarly_audiences_create import call

        return self._send.raw(
            call(
                account_group_id,
                body=AudienceCreate(
                    name=name,
                    type_=_arguments.enum_member(AudienceKind, "type", type),
                    description=_arguments.unset_if_none(description),
                ),
            )
        )

    def get(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Audience]:
        """Get one audience; see `get` of the resource itself."""
        from .sonarly_audiences_get import call

        return self._send.raw(
            call(
                account_group_id,
                audience_id,
            )
        )

    def delete(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Deleted]:
        """Delete an audience; see `delete` of the resource itself."""
        from .sonarly_audiences_delete import call

        return self._send.raw(
            call(
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
        """Update an audience; see `update` of the resource itself."""
        from ...models.audience_update import AudienceUpdate
        from .sonarly_audiences_update import call

        return self._send.raw(
            call(
                account_group_id,
                audience_id,
                body=AudienceUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                ),
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
        """List the prospects of an audience; see `prospects` of the resource itself."""
        from .sonarly_audiences_prospects import call

        return self._send.raw(
            call(
                account_group_id,
                audience_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            )
        )

    def move_leads(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        target_audience_id: str,
        lead_ids: builtins.list[str],
    ) -> RawResponse[AudienceLeadMove]:
        """Move leads to another audience; see `move_leads` of the resource itself."""
        from ...models.audience_move_leads import AudienceMoveLeads
        from .sonarly_audiences_move_leads import call

        return self._send.raw(
            call(
                account_group_id,
                audience_id,
                body=AudienceMoveLeads(
                    target_audience_id=target_audience_id,
                    lead_ids=_arguments.as_list("lead_ids", lead_ids),
                ),
            )
        )

    def move_to_folder(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        folder_id: str,
    ) -> RawResponse[Audience]:
        """Put an audience into a folder; see `move_to_folder` of the resource itself."""
        from ...models.audience_move_to_folder import AudienceMoveToFolder
        from .sonarly_audiences_move_to_folder import call

        return self._send.raw(
            call(
                account_group_id,
                audience_id,
                body=AudienceMoveToFolder(folder_id=folder_id),
            )
        )

    def remove_from_folder(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Audience]:
        """Take an audience out of its folder; see `remove_from_folder` of the resource itself."""
        from .sonarly_audiences_remove_from_folder import call

        return self._send.raw(
            call(
                account_group_id,
                audience_id,
            )
        )

    def navigation(
        self,
        account_group_id: str,
    ) -> RawResponse[AudienceNavigation]:
        """Get the folders with their audiences; see `navigation` of the resource itself."""
        from .sonarly_audiences_navigation import call

        return self._send.raw(
            call(
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
        """Create a folder for audiences; see `create_folder` of the resource itself."""
        from ...models.audience_folder_create import AudienceFolderCreate
        from ...models.audience_kind import AudienceKind
        from .sonarly_audiences_create_folder import call

        return self._send.raw(
            call(
                account_group_id,
                body=AudienceFolderCreate(
                    name=name,
                    audience_type=_arguments.enum_member(
                        AudienceKind, "audience_type", audience_type
                    ),
                ),
            )
        )

    def rename_folder(
        self,
        account_group_id: str,
        folder_id: str,
        *,
        name: str,
    ) -> RawResponse[AudienceFolder]:
        """Rename a folder; see `rename_folder` of the resource itself."""
        from ...models.audience_folder_rename import AudienceFolderRename
        from .sonarly_audiences_rename_folder import call

        return self._send.raw(
            call(
                account_group_id,
                folder_id,
                body=AudienceFolderRename(name=name),
            )
        )


class AsyncSonarlyAudiences(AsyncResource):
    """Sonarly's audiences, their prospects and their folders."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyAudiencesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncSonarlyAudiencesWithRawResponse(self._send)

    def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[AudienceList, Audience]:
        """List the audiences of an account group.

        The audiences of the account group, page by page. One that a prospecting job still fills is
        left out.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of audiences.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/audiences-list (documented). Permission: audiences:read. Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_audiences_list import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
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

        Creates an audience to which prospects can be added.

        Args:
            account_group_id: The account group that the call is about.
            name: What it shall be called.
            type: What an audience is created as, and what a folder is for.
            description: What it is for.

        Returns:
            The new audience. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-create (documented). Assumed, method: The page prints no method;
        its sibling that creates a folder prints POST. Assumed, 422: The page lists an audience that
        cannot be created as configured without the number of the status; the sibling that updates
        one prints 422. Assumed, 429, 500: The copy of the page is cut before the numbers; every
        sibling prints them. Assumed, verify: Of the request only the name can be found again, for
        the answers tell another type than the one asked for; an audience of that name that was
        created since the call counts as its own. Permission: audiences:write. Idempotency: verify.
        """
        from ...models.audience_create import AudienceCreate
        from ...models.audience_kind import AudienceKind
        from .sonarly_audiences_create import call

        return await self._send(
            call(
                account_group_id,
                body=AudienceCreate(
                    name=name,
                    type_=_arguments.enum_member(AudienceKind, "type", type),
                    description=_arguments.unset_if_none(description),
                ),
            )
        )

    async def get(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Audience:
        """Get one audience.

        One audience. While a prospecting job fills it, the answer is 409 with the code
        `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.

        Returns:
            The audience.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/audiences-get (documented). Assumed, method: The page prints no method; a
        read of one resource by GET, as its siblings are. Assumed, 403, 404, 429, 500, 502: The copy
        of the page is cut before the numbers; every sibling prints them. Permission:
        audiences:read. Idempotency: safe.
        """
        from .sonarly_audiences_get import call

        return await self._send(
            call(
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

        Deletes the audience. While a prospecting job fills it, the answer is 409 with the code
        `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.

        Returns:
            The audience is deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-delete (documented). Permission: audiences:write. Idempotency:
        verify.
        """
        from .sonarly_audiences_delete import call

        return await self._send(
            call(
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

        Changes the name, the description or both; at least one of them must be given. While a
        prospecting job fills the audience, the answer is 409 with the code `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.
            name: What it shall be called.
            description: What it is for.

        Returns:
            The changed audience. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-update (documented). Permission: audiences:write. Idempotency:
        verify.
        """
        from ...models.audience_update import AudienceUpdate
        from .sonarly_audiences_update import call

        return await self._send(
            call(
                account_group_id,
                audience_id,
                body=AudienceUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                ),
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

        The people in the audience, page by page; what signals say of them is read elsewhere. While
        a prospecting job fills the audience, the answer is 409 with the code `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of prospects.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/audiences-prospects-list (documented). Permission: prospects:read.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_audiences_prospects import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                audience_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            ),
            PAGINATION,
        )

    async def move_leads(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        target_audience_id: str,
        lead_ids: builtins.list[str],
    ) -> AudienceLeadMove:
        """Move leads to another audience.

        Takes leads out of this audience and puts them into another one of the same account group.
        While a prospecting job fills either of them, the answer is 409 with the code
        `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.
            target_audience_id: An audience of the same account group, other than the one that the
                leads are in.
            lead_ids: The leads to move.

        Returns:
            Both audiences, and how many leads were moved.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-leads-move (documented). Assumed, idempotency: No page says that
        the ids of an audience's prospects are those of leads, and counts change for other reasons
        too, so no read tells whether leads were moved. Permission: audiences:write. Idempotency:
        never.
        """
        from ...models.audience_move_leads import AudienceMoveLeads
        from .sonarly_audiences_move_leads import call

        return await self._send(
            call(
                account_group_id,
                audience_id,
                body=AudienceMoveLeads(
                    target_audience_id=target_audience_id,
                    lead_ids=_arguments.as_list("lead_ids", lead_ids),
                ),
            )
        )

    async def move_to_folder(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        folder_id: str,
    ) -> Audience:
        """Put an audience into a folder.

        Puts the audience into a folder of the same account group, which must be for audiences of
        its kind. While a prospecting job fills the audience, the answer is 409 with the code
        `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.
            folder_id: A folder of the same account group, for audiences of this kind.

        Returns:
            The audience, in the folder. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            UnprocessableEntityError: The state or the values do not allow it (422).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-folder-move-to (documented). Permission: audiences:write.
        Idempotency: verify.
        """
        from ...models.audience_move_to_folder import AudienceMoveToFolder
        from .sonarly_audiences_move_to_folder import call

        return await self._send(
            call(
                account_group_id,
                audience_id,
                body=AudienceMoveToFolder(folder_id=folder_id),
            )
        )

    async def remove_from_folder(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> Audience:
        """Take an audience out of its folder.

        Takes the audience out of the folder that it is in. While a prospecting job fills the
        audience, the answer is 409 with the code `AUDIENCE_NOT_READY`.

        Args:
            account_group_id: The account group that the call is about.
            audience_id: The audience to read or change.

        Returns:
            The audience, in no folder. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            ConflictError: The state of the resource forbids this operation (409).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audiences-folder-remove-from (documented). Permission: audiences:write.
        Idempotency: verify.
        """
        from .sonarly_audiences_remove_from_folder import call

        return await self._send(
            call(
                account_group_id,
                audience_id,
            )
        )

    async def navigation(
        self,
        account_group_id: str,
    ) -> AudienceNavigation:
        """Get the folders with their audiences.

        The folders of the account group with the audiences in each, and the audiences that are in
        none, all in one answer. An audience that a prospecting job still fills is left out.

        Args:
            account_group_id: The account group that the call is about.

        Returns:
            The folders, and the audiences in none.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/audiences-navigation-get (documented). Permission: audiences:read.
        Idempotency: safe.
        """
        from .sonarly_audiences_navigation import call

        return await self._send(
            call(
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

        Creates an empty folder for audiences of one kind.

        Args:
            account_group_id: The account group that the call is about.
            name: What it shall be called.
            audience_type: What an audience is created as, and what a folder is for.

        Returns:
            The new folder. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audience-folders-create (documented). Assumed, verify: A folder of that name
        and kind that was created since the call counts as its own. Permission: audiences:write.
        Idempotency: verify.
        """
        from ...models.audience_folder_create import AudienceFolderCreate
        from ...models.audience_kind import AudienceKind
        from .sonarly_audiences_create_folder import call

        return await self._send(
            call(
                account_group_id,
                body=AudienceFolderCreate(
                    name=name,
                    audience_type=_arguments.enum_member(
                        AudienceKind, "audience_type", audience_type
                    ),
                ),
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

        Gives the folder another name.

        Args:
            account_group_id: The account group that the call is about.
            folder_id: The folder to rename.
            name: What it shall be called.

        Returns:
            The renamed folder. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/audience-folders-rename (documented). Assumed, method: The page prints no
        method; every page of an update that prints one prints PATCH. Assumed, 404, 429, 500: The
        copy of the page is cut before the numbers; every sibling prints them. Permission:
        audiences:write. Idempotency: verify.
        """
        from ...models.audience_folder_rename import AudienceFolderRename
        from .sonarly_audiences_rename_folder import call

        return await self._send(
            call(
                account_group_id,
                folder_id,
                body=AudienceFolderRename(name=name),
            )
        )


class AsyncSonarlyAudiencesWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[AudienceList]:
        """List the audiences of an account group; see `list` of the resource itself."""
        from .sonarly_audiences_list import call

        return await self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
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
        """Create an audience; see `create` of the resource itself."""
        from ...models.audience_create import AudienceCreate
        from ...models.audience_kind import AudienceKind
        from .sonarly_audiences_create import call

        return await self._send.raw(
            call(
                account_group_id,
                body=AudienceCreate(
                    name=name,
                    type_=_arguments.enum_member(AudienceKind, "type", type),
                    description=_arguments.unset_if_none(description),
                ),
            )
        )

    async def get(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Audience]:
        """Get one audience; see `get` of the resource itself."""
        from .sonarly_audiences_get import call

        return await self._send.raw(
            call(
                account_group_id,
                audience_id,
            )
        )

    async def delete(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Deleted]:
        """Delete an audience; see `delete` of the resource itself."""
        from .sonarly_audiences_delete import call

        return await self._send.raw(
            call(
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
        """Update an audience; see `update` of the resource itself."""
        from ...models.audience_update import AudienceUpdate
        from .sonarly_audiences_update import call

        return await self._send.raw(
            call(
                account_group_id,
                audience_id,
                body=AudienceUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                ),
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
        """List the prospects of an audience; see `prospects` of the resource itself."""
        from .sonarly_audiences_prospects import call

        return await self._send.raw(
            call(
                account_group_id,
                audience_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            )
        )

    async def move_leads(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        target_audience_id: str,
        lead_ids: builtins.list[str],
    ) -> RawResponse[AudienceLeadMove]:
        """Move leads to another audience; see `move_leads` of the resource itself."""
        from ...models.audience_move_leads import AudienceMoveLeads
        from .sonarly_audiences_move_leads import call

        return await self._send.raw(
            call(
                account_group_id,
                audience_id,
                body=AudienceMoveLeads(
                    target_audience_id=target_audience_id,
                    lead_ids=_arguments.as_list("lead_ids", lead_ids),
                ),
            )
        )

    async def move_to_folder(
        self,
        account_group_id: str,
        audience_id: str,
        *,
        folder_id: str,
    ) -> RawResponse[Audience]:
        """Put an audience into a folder; see `move_to_folder` of the resource itself."""
        from ...models.audience_move_to_folder import AudienceMoveToFolder
        from .sonarly_audiences_move_to_folder import call

        return await self._send.raw(
            call(
                account_group_id,
                audience_id,
                body=AudienceMoveToFolder(folder_id=folder_id),
            )
        )

    async def remove_from_folder(
        self,
        account_group_id: str,
        audience_id: str,
    ) -> RawResponse[Audience]:
        """Take an audience out of its folder; see `remove_from_folder` of the resource itself."""
        from .sonarly_audiences_remove_from_folder import call

        return await self._send.raw(
            call(
                account_group_id,
                audience_id,
            )
        )

    async def navigation(
        self,
        account_group_id: str,
    ) -> RawResponse[AudienceNavigation]:
        """Get the folders with their audiences; see `navigation` of the resource itself."""
        from .sonarly_audiences_navigation import call

        return await self._send.raw(
            call(
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
        """Create a folder for audiences; see `create_folder` of the resource itself."""
        from ...models.audience_folder_create import AudienceFolderCreate
        from ...models.audience_kind import AudienceKind
        from .sonarly_audiences_create_folder import call

        return await self._send.raw(
            call(
                account_group_id,
                body=AudienceFolderCreate(
                    name=name,
                    audience_type=_arguments.enum_member(
                        AudienceKind, "audience_type", audience_type
                    ),
                ),
            )
        )

    async def rename_folder(
        self,
        account_group_id: str,
        folder_id: str,
        *,
        name: str,
    ) -> RawResponse[AudienceFolder]:
        """Rename a folder; see `rename_folder` of the resource itself."""
        from ...models.audience_folder_rename import AudienceFolderRename
        from .sonarly_audiences_rename_folder import call

        return await self._send.raw(
            call(
                account_group_id,
                folder_id,
                body=AudienceFolderRename(name=name),
            )
        )
