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
    from ...models.note import Note
    from ...models.notes import Notes
    from ...models.planting import Planting
    from ...models.tree import Tree


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
