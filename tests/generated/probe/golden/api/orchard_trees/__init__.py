# Generated from openapi.yaml by `make generate`; do not edit.
"""The trees."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from warnings import warn

from ...client import given

if TYPE_CHECKING:
    import builtins
    import datetime

    from ...client import AsyncSender, RawResponse, Sender
    from ...models.change import Change
    from ...models.graft import Graft
    from ...models.kind import Kind
    from ...models.note import Note
    from ...models.notes import Notes
    from ...models.permit import Permit
    from ...models.planting import Planting
    from ...models.tree import Tree
    from ...models.tree_page_response_data import TreePageResponseData
    from ...paging import AsyncPager, Pager


class OrchardTrees:
    """The trees."""

    def __init__(self, send: Sender) -> None:
        self._send = send

    @cached_property
    def with_raw_response(self) -> OrchardTreesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return OrchardTreesWithRawResponse(self._send)

    def list(
        self,
        row: str,
        *,
        kinds: builtins.list[str],
        tags: builtins.list[str] | None = None,
        planted_since: datetime.datetime | None = None,
        old: bool | None = None,
        x_gardener: str | None = None,
    ) -> builtins.list[Tree]:
        """List the trees of a row.

        All of them.

        Args:
            row: The row.
            kinds: Only these kinds.
            tags: With any of these tags.
            planted_since: Planted then or later.
            old: Not used.
            x_gardener: Who asks.

        Returns:
            The trees.

        Raises:

        Source: orchard/trees (documented). Idempotency: safe.
        """
        from .orchard_trees_list import call

        if old is not None:
            warn("orchard.trees.list: old is deprecated", DeprecationWarning, stacklevel=2)

        return self._send(
            call(
                row,
                kinds=kinds,
                tags=given(tags),
                planted_since=given(planted_since),
                old=given(old),
                x_gardener=given(x_gardener),
            )
        )

    def plant(
        self,
        row: str,
        *,
        body: Planting,
    ) -> Tree:
        """Plant a tree.

        From a picture.

        Args:
            row: The row.
            body:

        Returns:
            The tree.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: never.
        """
        from .orchard_trees_plant import call

        warn("orchard.trees.plant is deprecated", DeprecationWarning, stacklevel=2)

        return self._send(
            call(
                row,
                body=body,
            )
        )

    def note(
        self,
        tree: str,
        *,
        body: Note,
    ) -> Notes:
        """Write a note.

        About a tree.

        Args:
            tree: The tree.
            body:

        Returns:
            The notes, by day.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: never.
        """
        from .orchard_trees_note import call

        return self._send(
            call(
                tree,
                body=body,
            )
        )

    def standing(
        self,
        row: str,
        *,
        cursor: str | None = None,
        limit: float | None = None,
        kind: Kind | None = None,
        ids: builtins.list[str] | None = None,
        x_gardener: str | None = None,
    ) -> Pager[TreePageResponseData, Tree]:
        """List the trees that stand.

        Page by page.

        Args:
            row: The row.
            cursor: Where to go on.
            limit: How many to a page.
            kind: Of this kind.
            ids: Only these.
            x_gardener: Who asks.

        Returns:
            A page of trees.

        Raises:

        Source: orchard/trees (documented). Idempotency: safe.
        """
        from ...paging import Pager
        from .orchard_trees_standing import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                row,
                cursor=given(cursor),
                limit=given(limit),
                kind=given(kind),
                ids=given(ids),
                x_gardener=given(x_gardener),
            ),
            PAGINATION,
        )

    def graft(
        self,
        row: str,
        *,
        body: Graft,
        x_gardener: str | None = None,
    ) -> Tree:
        """Graft a tree.

        Makes a tree of another.

        Args:
            row: The row.
            x_gardener: Who asks.
            body:

        Returns:
            The tree. What a read tells of it, where the answer was lost.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: verify.
        """
        from .orchard_trees_graft import call

        return self._send(
            call(
                row,
                body=body,
                x_gardener=given(x_gardener),
            )
        )

    def approve(
        self,
        row: str,
        permit: str,
        *,
        tree_id: str | None = None,
    ) -> Permit:
        """Approve the felling of a tree.

        A permit does not name its tree.

        Args:
            row: The row.
            permit: The permit.
            tree_id: The tree that the permit is about. It is not sent.

        Returns:
            The permit. What a read tells of it, where the answer was lost.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: verify.
        """
        from .orchard_trees_approve import call

        return self._send(
            call(
                row,
                permit,
                tree_id=given(tree_id),
            )
        )

    def get(
        self,
        tree: str,
    ) -> Tree:
        """Get a tree.

        One.

        Args:
            tree: The tree.

        Returns:
            The tree.

        Raises:

        Source: orchard/trees (documented). Idempotency: safe.
        """
        from .orchard_trees_get import call

        return self._send(
            call(
                tree,
            )
        )

    def change(
        self,
        tree: str,
        *,
        body: Change | None = None,
    ) -> Tree:
        """Change a tree.

        Sets what is given.

        Args:
            tree: The tree.
            body:

        Returns:
            The tree. What a read tells of it, where the answer was lost.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: verify.
        """
        from .orchard_trees_change import call

        return self._send(
            call(
                tree,
                body=given(body),
            )
        )


class OrchardTreesWithRawResponse:
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def __init__(self, send: Sender) -> None:
        self._send = send

    def list(
        self,
        row: str,
        *,
        kinds: builtins.list[str],
        tags: builtins.list[str] | None = None,
        planted_since: datetime.datetime | None = None,
        old: bool | None = None,
        x_gardener: str | None = None,
    ) -> RawResponse[builtins.list[Tree]]:
        """List the trees of a row; see `list` of the resource itself."""
        from .orchard_trees_list import call

        if old is not None:
            warn("orchard.trees.list: old is deprecated", DeprecationWarning, stacklevel=2)

        return self._send.raw(
            call(
                row,
                kinds=kinds,
                tags=given(tags),
                planted_since=given(planted_since),
                old=given(old),
                x_gardener=given(x_gardener),
            )
        )

    def plant(
        self,
        row: str,
        *,
        body: Planting,
    ) -> RawResponse[Tree]:
        """Plant a tree; see `plant` of the resource itself."""
        from .orchard_trees_plant import call

        warn("orchard.trees.plant is deprecated", DeprecationWarning, stacklevel=2)

        return self._send.raw(
            call(
                row,
                body=body,
            )
        )

    def note(
        self,
        tree: str,
        *,
        body: Note,
    ) -> RawResponse[Notes]:
        """Write a note; see `note` of the resource itself."""
        from .orchard_trees_note import call

        return self._send.raw(
            call(
                tree,
                body=body,
            )
        )

    def standing(
        self,
        row: str,
        *,
        cursor: str | None = None,
        limit: float | None = None,
        kind: Kind | None = None,
        ids: builtins.list[str] | None = None,
        x_gardener: str | None = None,
    ) -> RawResponse[TreePageResponseData]:
        """List the trees that stand; see `standing` of the resource itself."""
        from .orchard_trees_standing import call

        return self._send.raw(
            call(
                row,
                cursor=given(cursor),
                limit=given(limit),
                kind=given(kind),
                ids=given(ids),
                x_gardener=given(x_gardener),
            )
        )

    def graft(
        self,
        row: str,
        *,
        body: Graft,
        x_gardener: str | None = None,
    ) -> RawResponse[Tree]:
        """Graft a tree; see `graft` of the resource itself."""
        from .orchard_trees_graft import call

        return self._send.raw(
            call(
                row,
                body=body,
                x_gardener=given(x_gardener),
            )
        )

    def approve(
        self,
        row: str,
        permit: str,
        *,
        tree_id: str | None = None,
    ) -> RawResponse[Permit]:
        """Approve the felling of a tree; see `approve` of the resource itself."""
        from .orchard_trees_approve import call

        return self._send.raw(
            call(
                row,
                permit,
                tree_id=given(tree_id),
            )
        )

    def get(
        self,
        tree: str,
    ) -> RawResponse[Tree]:
        """Get a tree; see `get` of the resource itself."""
        from .orchard_trees_get import call

        return self._send.raw(
            call(
                tree,
            )
        )

    def change(
        self,
        tree: str,
        *,
        body: Change | None = None,
    ) -> RawResponse[Tree]:
        """Change a tree; see `change` of the resource itself."""
        from .orchard_trees_change import call

        return self._send.raw(
            call(
                tree,
                body=given(body),
            )
        )


class AsyncOrchardTrees:
    """The trees."""

    def __init__(self, send: AsyncSender) -> None:
        self._send = send

    @cached_property
    def with_raw_response(self) -> AsyncOrchardTreesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncOrchardTreesWithRawResponse(self._send)

    async def list(
        self,
        row: str,
        *,
        kinds: builtins.list[str],
        tags: builtins.list[str] | None = None,
        planted_since: datetime.datetime | None = None,
        old: bool | None = None,
        x_gardener: str | None = None,
    ) -> builtins.list[Tree]:
        """List the trees of a row.

        All of them.

        Args:
            row: The row.
            kinds: Only these kinds.
            tags: With any of these tags.
            planted_since: Planted then or later.
            old: Not used.
            x_gardener: Who asks.

        Returns:
            The trees.

        Raises:

        Source: orchard/trees (documented). Idempotency: safe.
        """
        from .orchard_trees_list import call

        if old is not None:
            warn("orchard.trees.list: old is deprecated", DeprecationWarning, stacklevel=2)

        return await self._send(
            call(
                row,
                kinds=kinds,
                tags=given(tags),
                planted_since=given(planted_since),
                old=given(old),
                x_gardener=given(x_gardener),
            )
        )

    async def plant(
        self,
        row: str,
        *,
        body: Planting,
    ) -> Tree:
        """Plant a tree.

        From a picture.

        Args:
            row: The row.
            body:

        Returns:
            The tree.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: never.
        """
        from .orchard_trees_plant import call

        warn("orchard.trees.plant is deprecated", DeprecationWarning, stacklevel=2)

        return await self._send(
            call(
                row,
                body=body,
            )
        )

    async def note(
        self,
        tree: str,
        *,
        body: Note,
    ) -> Notes:
        """Write a note.

        About a tree.

        Args:
            tree: The tree.
            body:

        Returns:
            The notes, by day.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: never.
        """
        from .orchard_trees_note import call

        return await self._send(
            call(
                tree,
                body=body,
            )
        )

    def standing(
        self,
        row: str,
        *,
        cursor: str | None = None,
        limit: float | None = None,
        kind: Kind | None = None,
        ids: builtins.list[str] | None = None,
        x_gardener: str | None = None,
    ) -> AsyncPager[TreePageResponseData, Tree]:
        """List the trees that stand.

        Page by page.

        Args:
            row: The row.
            cursor: Where to go on.
            limit: How many to a page.
            kind: Of this kind.
            ids: Only these.
            x_gardener: Who asks.

        Returns:
            A page of trees.

        Raises:

        Source: orchard/trees (documented). Idempotency: safe.
        """
        from ...paging import AsyncPager
        from .orchard_trees_standing import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                row,
                cursor=given(cursor),
                limit=given(limit),
                kind=given(kind),
                ids=given(ids),
                x_gardener=given(x_gardener),
            ),
            PAGINATION,
        )

    async def graft(
        self,
        row: str,
        *,
        body: Graft,
        x_gardener: str | None = None,
    ) -> Tree:
        """Graft a tree.

        Makes a tree of another.

        Args:
            row: The row.
            x_gardener: Who asks.
            body:

        Returns:
            The tree. What a read tells of it, where the answer was lost.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: verify.
        """
        from .orchard_trees_graft import call

        return await self._send(
            call(
                row,
                body=body,
                x_gardener=given(x_gardener),
            )
        )

    async def approve(
        self,
        row: str,
        permit: str,
        *,
        tree_id: str | None = None,
    ) -> Permit:
        """Approve the felling of a tree.

        A permit does not name its tree.

        Args:
            row: The row.
            permit: The permit.
            tree_id: The tree that the permit is about. It is not sent.

        Returns:
            The permit. What a read tells of it, where the answer was lost.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: verify.
        """
        from .orchard_trees_approve import call

        return await self._send(
            call(
                row,
                permit,
                tree_id=given(tree_id),
            )
        )

    async def get(
        self,
        tree: str,
    ) -> Tree:
        """Get a tree.

        One.

        Args:
            tree: The tree.

        Returns:
            The tree.

        Raises:

        Source: orchard/trees (documented). Idempotency: safe.
        """
        from .orchard_trees_get import call

        return await self._send(
            call(
                tree,
            )
        )

    async def change(
        self,
        tree: str,
        *,
        body: Change | None = None,
    ) -> Tree:
        """Change a tree.

        Sets what is given.

        Args:
            tree: The tree.
            body:

        Returns:
            The tree. What a read tells of it, where the answer was lost.

        Raises:
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: orchard/trees (documented). Idempotency: verify.
        """
        from .orchard_trees_change import call

        return await self._send(
            call(
                tree,
                body=given(body),
            )
        )


class AsyncOrchardTreesWithRawResponse:
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def __init__(self, send: AsyncSender) -> None:
        self._send = send

    async def list(
        self,
        row: str,
        *,
        kinds: builtins.list[str],
        tags: builtins.list[str] | None = None,
        planted_since: datetime.datetime | None = None,
        old: bool | None = None,
        x_gardener: str | None = None,
    ) -> RawResponse[builtins.list[Tree]]:
        """List the trees of a row; see `list` of the resource itself."""
        from .orchard_trees_list import call

        if old is not None:
            warn("orchard.trees.list: old is deprecated", DeprecationWarning, stacklevel=2)

        return await self._send.raw(
            call(
                row,
                kinds=kinds,
                tags=given(tags),
                planted_since=given(planted_since),
                old=given(old),
                x_gardener=given(x_gardener),
            )
        )

    async def plant(
        self,
        row: str,
        *,
        body: Planting,
    ) -> RawResponse[Tree]:
        """Plant a tree; see `plant` of the resource itself."""
        from .orchard_trees_plant import call

        warn("orchard.trees.plant is deprecated", DeprecationWarning, stacklevel=2)

        return await self._send.raw(
            call(
                row,
                body=body,
            )
        )

    async def note(
        self,
        tree: str,
        *,
        body: Note,
    ) -> RawResponse[Notes]:
        """Write a note; see `note` of the resource itself."""
        from .orchard_trees_note import call

        return await self._send.raw(
            call(
                tree,
                body=body,
            )
        )

    async def standing(
        self,
        row: str,
        *,
        cursor: str | None = None,
        limit: float | None = None,
        kind: Kind | None = None,
        ids: builtins.list[str] | None = None,
        x_gardener: str | None = None,
    ) -> RawResponse[TreePageResponseData]:
        """List the trees that stand; see `standing` of the resource itself."""
        from .orchard_trees_standing import call

        return await self._send.raw(
            call(
                row,
                cursor=given(cursor),
                limit=given(limit),
                kind=given(kind),
                ids=given(ids),
                x_gardener=given(x_gardener),
            )
        )

    async def graft(
        self,
        row: str,
        *,
        body: Graft,
        x_gardener: str | None = None,
    ) -> RawResponse[Tree]:
        """Graft a tree; see `graft` of the resource itself."""
        from .orchard_trees_graft import call

        return await self._send.raw(
            call(
                row,
                body=body,
                x_gardener=given(x_gardener),
            )
        )

    async def approve(
        self,
        row: str,
        permit: str,
        *,
        tree_id: str | None = None,
    ) -> RawResponse[Permit]:
        """Approve the felling of a tree; see `approve` of the resource itself."""
        from .orchard_trees_approve import call

        return await self._send.raw(
            call(
                row,
                permit,
                tree_id=given(tree_id),
            )
        )

    async def get(
        self,
        tree: str,
    ) -> RawResponse[Tree]:
        """Get a tree; see `get` of the resource itself."""
        from .orchard_trees_get import call

        return await self._send.raw(
            call(
                tree,
            )
        )

    async def change(
        self,
        tree: str,
        *,
        body: Change | None = None,
    ) -> RawResponse[Tree]:
        """Change a tree; see `change` of the resource itself."""
        from .orchard_trees_change import call

        return await self._send.raw(
            call(
                tree,
                body=given(body),
            )
        )
