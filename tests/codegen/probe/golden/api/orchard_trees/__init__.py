# Generated from openapi.yaml by `make generate`; do not edit.
"""The trees."""

from __future__ import annotations

from typing import TYPE_CHECKING
from warnings import warn as _warn

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    import datetime
    from collections.abc import Iterable, Mapping
    from typing import Any

    from campaignkit_runtime.files import Upload
    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.polling import AsyncJob, Job
    from campaignkit_runtime.protocols import RawResponse

    from ...models.bee import Bee
    from ...models.kind import Kind
    from ...models.naming import Naming
    from ...models.notes import Notes
    from ...models.permit import Permit
    from ...models.pruning_tools_item import PruningToolsItem
    from ...models.season import Season
    from ...models.survey import Survey
    from ...models.tree import Tree
    from ...models.tree_page_response_data import TreePageResponseData


class OrchardTrees(Resource):
    """The trees."""

    @cached_property
    def with_raw_response(self) -> OrchardTreesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return OrchardTreesWithRawResponse(self._send)

    def list(
        self,
        row: str,
        *,
        kinds: Iterable[str],
        tags: Iterable[str] | None = None,
        planted_since: datetime.datetime | None = None,
        old: bool | None = None,
        gardener: str | None = None,
    ) -> builtins.list[Tree]:
        """List the trees of a row.

        All of them.

        Args:
            row: The row.
            kinds: Only these kinds.
            tags: With any of these tags.
            planted_since: Planted then or later. Must have a UTC offset.
            old: Not used.
            gardener: Who asks.

        Returns:
            The trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from .orchard_trees_list import call_from_arguments as _call

        if old is not None:
            _warn("orchard.trees.list: old is deprecated", DeprecationWarning, stacklevel=2)

        return self._send(
            _call(
                row,
                kinds=kinds,
                tags=tags,
                planted_since=planted_since,
                old=old,
                gardener=gardener,
            )
        )

    def plant(
        self,
        row: str,
        *,
        picture: Upload,
        kind: Kind | str,
        leaves: Iterable[Upload] | None = None,
        planted_at: datetime.datetime | None = None,
        tags: Iterable[str] | None = None,
    ) -> Tree:
        """Plant a tree.

        From a picture.

        Deprecated.

        Never sent again after it may have arrived.

        Args:
            row: The row.
            picture:
            kind: What grows. Known values: `apple`, `pear`.
            leaves: More pictures.
            planted_at: Must have a UTC offset.
            tags:

        Returns:
            The tree.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_plant import call_from_arguments as _call

        _warn("orchard.trees.plant is deprecated", DeprecationWarning, stacklevel=2)

        return self._send(
            _call(
                row,
                picture=picture,
                kind=kind,
                leaves=leaves,
                planted_at=planted_at,
                tags=tags,
            )
        )

    def fell(
        self,
        row: str,
        *,
        ids: Iterable[str],
        kinds: Iterable[Kind | str] | None = None,
        list: str | None | Unset = UNSET,
        reasons: Mapping[str, str] | None = None,
        note: Any = UNSET,
        type: str | None = None,
    ) -> builtins.list[Tree]:
        """Fell trees.

        All that are named.

        Never sent again after it may have arrived.

        Args:
            row: The row.
            ids: The trees.
            kinds: And all of these. Known values: `apple`, `pear`.
            list: The name of the list. `None` is sent as null.
            reasons: Why, by tree.
            note: Anything. `None` is sent as null.
            type: Of this type only.

        Returns:
            The trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_fell import call_from_arguments as _call

        return self._send(
            _call(
                row,
                ids=ids,
                kinds=kinds,
                list=list,
                reasons=reasons,
                note=note,
                type=type,
            )
        )

    def note(
        self,
        tree: str,
        *,
        text: str,
        private: bool | None = None,
    ) -> Notes:
        """Write a note.

        About a tree.

        Never sent again after it may have arrived.

        Args:
            tree: The tree.
            text:
            private:

        Returns:
            The notes, by day.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_note import call_from_arguments as _call

        return self._send(
            _call(
                tree,
                text=text,
                private=private,
            )
        )

    def open_gate(
        self,
    ) -> builtins.list[Tree]:
        """Open the gate.

        With a secret of its own.

        Never sent again after it may have arrived.

        Returns:
            All trees.

        Raises:
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_open_gate import call as _call

        return self._send(_call())

    def label(
        self,
        row: str,
        *,
        body: Iterable[str],
    ) -> builtins.list[Tree]:
        """Label the trees.

        The body is a list.

        Never sent again after it may have arrived.

        Args:
            row: The row.
            body: The labels, tree by tree.

        Returns:
            The trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_label import call_from_arguments as _call

        return self._send(
            _call(
                row,
                body=body,
            )
        )

    def name(
        self,
        row: str,
        *,
        body: Naming | Mapping[str, Any],
    ) -> builtins.list[Tree]:
        """Name a row.

        A field of the body is called as the path's.

        Never sent again after it may have arrived.

        Args:
            row: The row.
            body: What a row is called.

        Returns:
            The trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_name import call_from_arguments as _call

        return self._send(
            _call(
                row,
                body=body,
            )
        )

    def survey(
        self,
        row: str,
        *,
        season: Season | str | None,
        call: str | None = None,
        after: Season | str | None | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> Job[Survey, Survey]:
        """Survey a row.

        Goes on after the answer.

        Retried with the same idempotency key, so it is done once.

        Args:
            row: The row.
            season: When. Known values: `spring`, `autumn`.
            call: Whom to call.
            after: Only after this season. Known values: `spring`, `autumn`. `None` is sent as null.
            idempotency_key: The same for the same survey.

        Returns:
            Job that can be polled and waited for. First response: An earlier survey, or the survey.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.polling import Job

        from .orchard_trees_survey import call_from_arguments as _call
        from .orchard_trees_survey import poll as _poll
        from .orchard_trees_survey import poll_arguments as _poll_arguments

        _started = self._send.raw(
            _call(
                row,
                season=season,
                call=call,
                after=after,
                idempotency_key=idempotency_key,
            )
        )
        _arguments = _poll_arguments(
            row,
            _started.payload,
        )
        return Job(
            self._send, _poll, _arguments, _started.payload, is_new=_started.status_code == 202
        )

    def resume(
        self,
        row: str,
        survey: str,
    ) -> Job[None, Survey]:
        """Return a job that `survey` has started, also in another process.

        Nothing is requested before `read()` or `wait()`.

        Args:
            row: The row.
            survey: The survey.

        Returns:
            Job that can be polled and waited for. Its `started` is None.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.polling import Job

        from .orchard_trees_survey import poll as _poll

        return Job(
            self._send,
            _poll,
            (
                row,
                survey,
            ),
            None,
            is_new=False,
        )

    def surveyed(
        self,
        row: str,
        survey: str,
    ) -> Survey:
        """Get a survey.

        How far it is.

        Args:
            row: The row.
            survey: The survey.

        Returns:
            The survey.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from .orchard_trees_surveyed import call as _call

        return self._send(
            _call(
                row,
                survey,
            )
        )

    def standing(
        self,
        row: str,
        *,
        cursor: str | None = None,
        limit: float | None = None,
        kind: Kind | str | None = None,
        ids: Iterable[str] | None = None,
        gardener: str | None = None,
    ) -> Pager[TreePageResponseData, Tree]:
        """List the trees that stand.

        Page by page.

        Args:
            row: The row.
            cursor: Where to go on.
            limit: How many to a page.
            kind: Of this kind. Known values: `apple`, `pear`.
            ids: Only these.
            gardener: Who asks.

        Returns:
            Pager that requests pages as they are needed. Response: A page of trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.pagination import Pager

        from .orchard_trees_standing import PAGINATION
        from .orchard_trees_standing import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                row,
                cursor=cursor,
                limit=limit,
                kind=kind,
                ids=ids,
                gardener=gardener,
            ),
            PAGINATION,
        )

    def graft(
        self,
        row: str,
        *,
        kind: Kind | str,
        height: float | None = None,
        gardener: str | None = None,
    ) -> Tree:
        """Graft a tree.

        Makes a tree of another.

        If the response is lost, the state is read instead of sending again.

        Args:
            row: The row.
            kind: What grows. Known values: `apple`, `pear`.
            height: In metres.
            gardener: Who asks.

        Returns:
            The tree. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_graft import call_from_arguments as _call

        return self._send(
            _call(
                row,
                kind=kind,
                height=height,
                gardener=gardener,
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

        If the response is lost, the state is read instead of sending again. This needs `tree_id`.

        Args:
            row: The row.
            permit: The permit.
            tree_id: The tree that the permit is about. Not sent: used only to confirm the outcome.

        Returns:
            The permit. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_approve import call_from_arguments as _call

        return self._send(
            _call(
                row,
                permit,
                tree_id=tree_id,
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
            InvalidArgumentError: An argument cannot be sent.
        """
        from .orchard_trees_get import call as _call

        return self._send(
            _call(
                tree,
            )
        )

    def change(
        self,
        tree: str,
        *,
        kind: Kind | str | None = None,
        cut_at: datetime.datetime | None | Unset = UNSET,
        crops: Iterable[Iterable[int]] | None = None,
        visitor: Bee | Mapping[str, Any] | None = None,
        note: str | None = None,
    ) -> Tree:
        """Change a tree.

        Sets what is given.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            tree: The tree.
            kind: What grows. Known values: `apple`, `pear`.
            cut_at: When it was cut; null takes that back. Must have a UTC offset. `None` is sent as
                null.
            crops: Kilograms, by year and picking.
            visitor:
            note: For the gardener; no answer shows it.

        Returns:
            The tree. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_change import call_from_arguments as _call

        return self._send(
            _call(
                tree,
                kind=kind,
                cut_at=cut_at,
                crops=crops,
                visitor=visitor,
                note=note,
            )
        )

    def prune(
        self,
        tree: str,
        *,
        crown_height: float,
        tools: Iterable[PruningToolsItem | str] | None = None,
        note: str | None | Unset = UNSET,
    ) -> Tree:
        """Prune a tree.

        Removes branches, `crown_height` metres from the ground.

        Requires: permission `trees:write`; prerequisites `garden_key`, `row_access`.

        If the response is lost, the state is read instead of sending again.

        Args:
            tree: The tree.
            crown_height: In metres. From 0.5 to 4.
            tools: Only with these. Known values: `saw`, `shears`. At least 1 item.
            note: At most 80 characters. `None` is sent as null.

        Returns:
            The tree. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            NotFoundError: There is no such tree (404).
            InternalServerError: The orchard failed (500). Its gate failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_prune import call_from_arguments as _call

        return self._send(
            _call(
                tree,
                crown_height=crown_height,
                tools=tools,
                note=note,
            )
        )


class OrchardTreesWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
        row: str,
        *,
        kinds: Iterable[str],
        tags: Iterable[str] | None = None,
        planted_since: datetime.datetime | None = None,
        old: bool | None = None,
        gardener: str | None = None,
    ) -> RawResponse[builtins.list[Tree]]:
        """List the trees of a row, and return the raw response; see `list` of the resource."""
        from .orchard_trees_list import call_from_arguments as _call

        if old is not None:
            _warn("orchard.trees.list: old is deprecated", DeprecationWarning, stacklevel=2)

        return self._send.raw(
            _call(
                row,
                kinds=kinds,
                tags=tags,
                planted_since=planted_since,
                old=old,
                gardener=gardener,
            )
        )

    def plant(
        self,
        row: str,
        *,
        picture: Upload,
        kind: Kind | str,
        leaves: Iterable[Upload] | None = None,
        planted_at: datetime.datetime | None = None,
        tags: Iterable[str] | None = None,
    ) -> RawResponse[Tree]:
        """Plant a tree, and return the raw response; see `plant` of the resource."""
        from .orchard_trees_plant import call_from_arguments as _call

        _warn("orchard.trees.plant is deprecated", DeprecationWarning, stacklevel=2)

        return self._send.raw(
            _call(
                row,
                picture=picture,
                kind=kind,
                leaves=leaves,
                planted_at=planted_at,
                tags=tags,
            )
        )

    def fell(
        self,
        row: str,
        *,
        ids: Iterable[str],
        kinds: Iterable[Kind | str] | None = None,
        list: str | None | Unset = UNSET,
        reasons: Mapping[str, str] | None = None,
        note: Any = UNSET,
        type: str | None = None,
    ) -> RawResponse[builtins.list[Tree]]:
        """Fell trees, and return the raw response; see `fell` of the resource."""
        from .orchard_trees_fell import call_from_arguments as _call

        return self._send.raw(
            _call(
                row,
                ids=ids,
                kinds=kinds,
                list=list,
                reasons=reasons,
                note=note,
                type=type,
            )
        )

    def note(
        self,
        tree: str,
        *,
        text: str,
        private: bool | None = None,
    ) -> RawResponse[Notes]:
        """Write a note, and return the raw response; see `note` of the resource."""
        from .orchard_trees_note import call_from_arguments as _call

        return self._send.raw(
            _call(
                tree,
                text=text,
                private=private,
            )
        )

    def open_gate(
        self,
    ) -> RawResponse[builtins.list[Tree]]:
        """Open the gate, and return the raw response; see `open_gate` of the resource."""
        from .orchard_trees_open_gate import call as _call

        return self._send.raw(_call())

    def label(
        self,
        row: str,
        *,
        body: Iterable[str],
    ) -> RawResponse[builtins.list[Tree]]:
        """Label the trees, and return the raw response; see `label` of the resource."""
        from .orchard_trees_label import call_from_arguments as _call

        return self._send.raw(
            _call(
                row,
                body=body,
            )
        )

    def name(
        self,
        row: str,
        *,
        body: Naming | Mapping[str, Any],
    ) -> RawResponse[builtins.list[Tree]]:
        """Name a row, and return the raw response; see `name` of the resource."""
        from .orchard_trees_name import call_from_arguments as _call

        return self._send.raw(
            _call(
                row,
                body=body,
            )
        )

    def survey(
        self,
        row: str,
        *,
        season: Season | str | None,
        call: str | None = None,
        after: Season | str | None | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[Survey]:
        """Survey a row, and return the raw response; see `survey` of the resource."""
        from .orchard_trees_survey import call_from_arguments as _call

        return self._send.raw(
            _call(
                row,
                season=season,
                call=call,
                after=after,
                idempotency_key=idempotency_key,
            )
        )

    def surveyed(
        self,
        row: str,
        survey: str,
    ) -> RawResponse[Survey]:
        """Get a survey, and return the raw response; see `surveyed` of the resource."""
        from .orchard_trees_surveyed import call as _call

        return self._send.raw(
            _call(
                row,
                survey,
            )
        )

    def standing(
        self,
        row: str,
        *,
        cursor: str | None = None,
        limit: float | None = None,
        kind: Kind | str | None = None,
        ids: Iterable[str] | None = None,
        gardener: str | None = None,
    ) -> RawResponse[TreePageResponseData]:
        """List the trees that stand, and return the raw response; see `standing` of the resource."""
        from .orchard_trees_standing import call_from_arguments as _call

        return self._send.raw(
            _call(
                row,
                cursor=cursor,
                limit=limit,
                kind=kind,
                ids=ids,
                gardener=gardener,
            )
        )

    def graft(
        self,
        row: str,
        *,
        kind: Kind | str,
        height: float | None = None,
        gardener: str | None = None,
    ) -> RawResponse[Tree]:
        """Graft a tree, and return the raw response; see `graft` of the resource."""
        from .orchard_trees_graft import call_from_arguments as _call

        return self._send.raw(
            _call(
                row,
                kind=kind,
                height=height,
                gardener=gardener,
            )
        )

    def approve(
        self,
        row: str,
        permit: str,
        *,
        tree_id: str | None = None,
    ) -> RawResponse[Permit]:
        """Approve the felling of a tree, and return the raw response; see `approve` of the resource."""
        from .orchard_trees_approve import call_from_arguments as _call

        return self._send.raw(
            _call(
                row,
                permit,
                tree_id=tree_id,
            )
        )

    def get(
        self,
        tree: str,
    ) -> RawResponse[Tree]:
        """Get a tree, and return the raw response; see `get` of the resource."""
        from .orchard_trees_get import call as _call

        return self._send.raw(
            _call(
                tree,
            )
        )

    def change(
        self,
        tree: str,
        *,
        kind: Kind | str | None = None,
        cut_at: datetime.datetime | None | Unset = UNSET,
        crops: Iterable[Iterable[int]] | None = None,
        visitor: Bee | Mapping[str, Any] | None = None,
        note: str | None = None,
    ) -> RawResponse[Tree]:
        """Change a tree, and return the raw response; see `change` of the resource."""
        from .orchard_trees_change import call_from_arguments as _call

        return self._send.raw(
            _call(
                tree,
                kind=kind,
                cut_at=cut_at,
                crops=crops,
                visitor=visitor,
                note=note,
            )
        )

    def prune(
        self,
        tree: str,
        *,
        crown_height: float,
        tools: Iterable[PruningToolsItem | str] | None = None,
        note: str | None | Unset = UNSET,
    ) -> RawResponse[Tree]:
        """Prune a tree, and return the raw response; see `prune` of the resource."""
        from .orchard_trees_prune import call_from_arguments as _call

        return self._send.raw(
            _call(
                tree,
                crown_height=crown_height,
                tools=tools,
                note=note,
            )
        )


class AsyncOrchardTrees(AsyncResource):
    """The trees."""

    @cached_property
    def with_raw_response(self) -> AsyncOrchardTreesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncOrchardTreesWithRawResponse(self._send)

    async def list(
        self,
        row: str,
        *,
        kinds: Iterable[str],
        tags: Iterable[str] | None = None,
        planted_since: datetime.datetime | None = None,
        old: bool | None = None,
        gardener: str | None = None,
    ) -> builtins.list[Tree]:
        """List the trees of a row.

        All of them.

        Args:
            row: The row.
            kinds: Only these kinds.
            tags: With any of these tags.
            planted_since: Planted then or later. Must have a UTC offset.
            old: Not used.
            gardener: Who asks.

        Returns:
            The trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from .orchard_trees_list import call_from_arguments as _call

        if old is not None:
            _warn("orchard.trees.list: old is deprecated", DeprecationWarning, stacklevel=2)

        return await self._send(
            _call(
                row,
                kinds=kinds,
                tags=tags,
                planted_since=planted_since,
                old=old,
                gardener=gardener,
            )
        )

    async def plant(
        self,
        row: str,
        *,
        picture: Upload,
        kind: Kind | str,
        leaves: Iterable[Upload] | None = None,
        planted_at: datetime.datetime | None = None,
        tags: Iterable[str] | None = None,
    ) -> Tree:
        """Plant a tree.

        From a picture.

        Deprecated.

        Never sent again after it may have arrived.

        Args:
            row: The row.
            picture:
            kind: What grows. Known values: `apple`, `pear`.
            leaves: More pictures.
            planted_at: Must have a UTC offset.
            tags:

        Returns:
            The tree.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_plant import call_from_arguments as _call

        _warn("orchard.trees.plant is deprecated", DeprecationWarning, stacklevel=2)

        return await self._send(
            _call(
                row,
                picture=picture,
                kind=kind,
                leaves=leaves,
                planted_at=planted_at,
                tags=tags,
            )
        )

    async def fell(
        self,
        row: str,
        *,
        ids: Iterable[str],
        kinds: Iterable[Kind | str] | None = None,
        list: str | None | Unset = UNSET,
        reasons: Mapping[str, str] | None = None,
        note: Any = UNSET,
        type: str | None = None,
    ) -> builtins.list[Tree]:
        """Fell trees.

        All that are named.

        Never sent again after it may have arrived.

        Args:
            row: The row.
            ids: The trees.
            kinds: And all of these. Known values: `apple`, `pear`.
            list: The name of the list. `None` is sent as null.
            reasons: Why, by tree.
            note: Anything. `None` is sent as null.
            type: Of this type only.

        Returns:
            The trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_fell import call_from_arguments as _call

        return await self._send(
            _call(
                row,
                ids=ids,
                kinds=kinds,
                list=list,
                reasons=reasons,
                note=note,
                type=type,
            )
        )

    async def note(
        self,
        tree: str,
        *,
        text: str,
        private: bool | None = None,
    ) -> Notes:
        """Write a note.

        About a tree.

        Never sent again after it may have arrived.

        Args:
            tree: The tree.
            text:
            private:

        Returns:
            The notes, by day.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_note import call_from_arguments as _call

        return await self._send(
            _call(
                tree,
                text=text,
                private=private,
            )
        )

    async def open_gate(
        self,
    ) -> builtins.list[Tree]:
        """Open the gate.

        With a secret of its own.

        Never sent again after it may have arrived.

        Returns:
            All trees.

        Raises:
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_open_gate import call as _call

        return await self._send(_call())

    async def label(
        self,
        row: str,
        *,
        body: Iterable[str],
    ) -> builtins.list[Tree]:
        """Label the trees.

        The body is a list.

        Never sent again after it may have arrived.

        Args:
            row: The row.
            body: The labels, tree by tree.

        Returns:
            The trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_label import call_from_arguments as _call

        return await self._send(
            _call(
                row,
                body=body,
            )
        )

    async def name(
        self,
        row: str,
        *,
        body: Naming | Mapping[str, Any],
    ) -> builtins.list[Tree]:
        """Name a row.

        A field of the body is called as the path's.

        Never sent again after it may have arrived.

        Args:
            row: The row.
            body: What a row is called.

        Returns:
            The trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_name import call_from_arguments as _call

        return await self._send(
            _call(
                row,
                body=body,
            )
        )

    async def survey(
        self,
        row: str,
        *,
        season: Season | str | None,
        call: str | None = None,
        after: Season | str | None | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncJob[Survey, Survey]:
        """Survey a row.

        Goes on after the answer.

        Retried with the same idempotency key, so it is done once.

        Args:
            row: The row.
            season: When. Known values: `spring`, `autumn`.
            call: Whom to call.
            after: Only after this season. Known values: `spring`, `autumn`. `None` is sent as null.
            idempotency_key: The same for the same survey.

        Returns:
            Job that can be polled and waited for. First response: An earlier survey, or the survey.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.polling import AsyncJob

        from .orchard_trees_survey import call_from_arguments as _call
        from .orchard_trees_survey import poll as _poll
        from .orchard_trees_survey import poll_arguments as _poll_arguments

        _started = await self._send.raw(
            _call(
                row,
                season=season,
                call=call,
                after=after,
                idempotency_key=idempotency_key,
            )
        )
        _arguments = _poll_arguments(
            row,
            _started.payload,
        )
        return AsyncJob(
            self._send, _poll, _arguments, _started.payload, is_new=_started.status_code == 202
        )

    def resume(
        self,
        row: str,
        survey: str,
    ) -> AsyncJob[None, Survey]:
        """Return a job that `survey` has started, also in another process.

        Nothing is requested before `read()` or `wait()`.

        Args:
            row: The row.
            survey: The survey.

        Returns:
            Job that can be polled and waited for. Its `started` is None.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.polling import AsyncJob

        from .orchard_trees_survey import poll as _poll

        return AsyncJob(
            self._send,
            _poll,
            (
                row,
                survey,
            ),
            None,
            is_new=False,
        )

    async def surveyed(
        self,
        row: str,
        survey: str,
    ) -> Survey:
        """Get a survey.

        How far it is.

        Args:
            row: The row.
            survey: The survey.

        Returns:
            The survey.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from .orchard_trees_surveyed import call as _call

        return await self._send(
            _call(
                row,
                survey,
            )
        )

    def standing(
        self,
        row: str,
        *,
        cursor: str | None = None,
        limit: float | None = None,
        kind: Kind | str | None = None,
        ids: Iterable[str] | None = None,
        gardener: str | None = None,
    ) -> AsyncPager[TreePageResponseData, Tree]:
        """List the trees that stand.

        Page by page.

        Args:
            row: The row.
            cursor: Where to go on.
            limit: How many to a page.
            kind: Of this kind. Known values: `apple`, `pear`.
            ids: Only these.
            gardener: Who asks.

        Returns:
            Pager that requests pages as they are needed. Response: A page of trees.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .orchard_trees_standing import PAGINATION
        from .orchard_trees_standing import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                row,
                cursor=cursor,
                limit=limit,
                kind=kind,
                ids=ids,
                gardener=gardener,
            ),
            PAGINATION,
        )

    async def graft(
        self,
        row: str,
        *,
        kind: Kind | str,
        height: float | None = None,
        gardener: str | None = None,
    ) -> Tree:
        """Graft a tree.

        Makes a tree of another.

        If the response is lost, the state is read instead of sending again.

        Args:
            row: The row.
            kind: What grows. Known values: `apple`, `pear`.
            height: In metres.
            gardener: Who asks.

        Returns:
            The tree. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_graft import call_from_arguments as _call

        return await self._send(
            _call(
                row,
                kind=kind,
                height=height,
                gardener=gardener,
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

        If the response is lost, the state is read instead of sending again. This needs `tree_id`.

        Args:
            row: The row.
            permit: The permit.
            tree_id: The tree that the permit is about. Not sent: used only to confirm the outcome.

        Returns:
            The permit. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_approve import call_from_arguments as _call

        return await self._send(
            _call(
                row,
                permit,
                tree_id=tree_id,
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
            InvalidArgumentError: An argument cannot be sent.
        """
        from .orchard_trees_get import call as _call

        return await self._send(
            _call(
                tree,
            )
        )

    async def change(
        self,
        tree: str,
        *,
        kind: Kind | str | None = None,
        cut_at: datetime.datetime | None | Unset = UNSET,
        crops: Iterable[Iterable[int]] | None = None,
        visitor: Bee | Mapping[str, Any] | None = None,
        note: str | None = None,
    ) -> Tree:
        """Change a tree.

        Sets what is given.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            tree: The tree.
            kind: What grows. Known values: `apple`, `pear`.
            cut_at: When it was cut; null takes that back. Must have a UTC offset. `None` is sent as
                null.
            crops: Kilograms, by year and picking.
            visitor:
            note: For the gardener; no answer shows it.

        Returns:
            The tree. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_change import call_from_arguments as _call

        return await self._send(
            _call(
                tree,
                kind=kind,
                cut_at=cut_at,
                crops=crops,
                visitor=visitor,
                note=note,
            )
        )

    async def prune(
        self,
        tree: str,
        *,
        crown_height: float,
        tools: Iterable[PruningToolsItem | str] | None = None,
        note: str | None | Unset = UNSET,
    ) -> Tree:
        """Prune a tree.

        Removes branches, `crown_height` metres from the ground.

        Requires: permission `trees:write`; prerequisites `garden_key`, `row_access`.

        If the response is lost, the state is read instead of sending again.

        Args:
            tree: The tree.
            crown_height: In metres. From 0.5 to 4.
            tools: Only with these. Known values: `saw`, `shears`. At least 1 item.
            note: At most 80 characters. `None` is sent as null.

        Returns:
            The tree. If the response was lost, the result is rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            NotFoundError: There is no such tree (404).
            InternalServerError: The orchard failed (500). Its gate failed (502).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .orchard_trees_prune import call_from_arguments as _call

        return await self._send(
            _call(
                tree,
                crown_height=crown_height,
                tools=tools,
                note=note,
            )
        )


class AsyncOrchardTreesWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
        row: str,
        *,
        kinds: Iterable[str],
        tags: Iterable[str] | None = None,
        planted_since: datetime.datetime | None = None,
        old: bool | None = None,
        gardener: str | None = None,
    ) -> RawResponse[builtins.list[Tree]]:
        """List the trees of a row, and return the raw response; see `list` of the resource."""
        from .orchard_trees_list import call_from_arguments as _call

        if old is not None:
            _warn("orchard.trees.list: old is deprecated", DeprecationWarning, stacklevel=2)

        return await self._send.raw(
            _call(
                row,
                kinds=kinds,
                tags=tags,
                planted_since=planted_since,
                old=old,
                gardener=gardener,
            )
        )

    async def plant(
        self,
        row: str,
        *,
        picture: Upload,
        kind: Kind | str,
        leaves: Iterable[Upload] | None = None,
        planted_at: datetime.datetime | None = None,
        tags: Iterable[str] | None = None,
    ) -> RawResponse[Tree]:
        """Plant a tree, and return the raw response; see `plant` of the resource."""
        from .orchard_trees_plant import call_from_arguments as _call

        _warn("orchard.trees.plant is deprecated", DeprecationWarning, stacklevel=2)

        return await self._send.raw(
            _call(
                row,
                picture=picture,
                kind=kind,
                leaves=leaves,
                planted_at=planted_at,
                tags=tags,
            )
        )

    async def fell(
        self,
        row: str,
        *,
        ids: Iterable[str],
        kinds: Iterable[Kind | str] | None = None,
        list: str | None | Unset = UNSET,
        reasons: Mapping[str, str] | None = None,
        note: Any = UNSET,
        type: str | None = None,
    ) -> RawResponse[builtins.list[Tree]]:
        """Fell trees, and return the raw response; see `fell` of the resource."""
        from .orchard_trees_fell import call_from_arguments as _call

        return await self._send.raw(
            _call(
                row,
                ids=ids,
                kinds=kinds,
                list=list,
                reasons=reasons,
                note=note,
                type=type,
            )
        )

    async def note(
        self,
        tree: str,
        *,
        text: str,
        private: bool | None = None,
    ) -> RawResponse[Notes]:
        """Write a note, and return the raw response; see `note` of the resource."""
        from .orchard_trees_note import call_from_arguments as _call

        return await self._send.raw(
            _call(
                tree,
                text=text,
                private=private,
            )
        )

    async def open_gate(
        self,
    ) -> RawResponse[builtins.list[Tree]]:
        """Open the gate, and return the raw response; see `open_gate` of the resource."""
        from .orchard_trees_open_gate import call as _call

        return await self._send.raw(_call())

    async def label(
        self,
        row: str,
        *,
        body: Iterable[str],
    ) -> RawResponse[builtins.list[Tree]]:
        """Label the trees, and return the raw response; see `label` of the resource."""
        from .orchard_trees_label import call_from_arguments as _call

        return await self._send.raw(
            _call(
                row,
                body=body,
            )
        )

    async def name(
        self,
        row: str,
        *,
        body: Naming | Mapping[str, Any],
    ) -> RawResponse[builtins.list[Tree]]:
        """Name a row, and return the raw response; see `name` of the resource."""
        from .orchard_trees_name import call_from_arguments as _call

        return await self._send.raw(
            _call(
                row,
                body=body,
            )
        )

    async def survey(
        self,
        row: str,
        *,
        season: Season | str | None,
        call: str | None = None,
        after: Season | str | None | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[Survey]:
        """Survey a row, and return the raw response; see `survey` of the resource."""
        from .orchard_trees_survey import call_from_arguments as _call

        return await self._send.raw(
            _call(
                row,
                season=season,
                call=call,
                after=after,
                idempotency_key=idempotency_key,
            )
        )

    async def surveyed(
        self,
        row: str,
        survey: str,
    ) -> RawResponse[Survey]:
        """Get a survey, and return the raw response; see `surveyed` of the resource."""
        from .orchard_trees_surveyed import call as _call

        return await self._send.raw(
            _call(
                row,
                survey,
            )
        )

    async def standing(
        self,
        row: str,
        *,
        cursor: str | None = None,
        limit: float | None = None,
        kind: Kind | str | None = None,
        ids: Iterable[str] | None = None,
        gardener: str | None = None,
    ) -> RawResponse[TreePageResponseData]:
        """List the trees that stand, and return the raw response; see `standing` of the resource."""
        from .orchard_trees_standing import call_from_arguments as _call

        return await self._send.raw(
            _call(
                row,
                cursor=cursor,
                limit=limit,
                kind=kind,
                ids=ids,
                gardener=gardener,
            )
        )

    async def graft(
        self,
        row: str,
        *,
        kind: Kind | str,
        height: float | None = None,
        gardener: str | None = None,
    ) -> RawResponse[Tree]:
        """Graft a tree, and return the raw response; see `graft` of the resource."""
        from .orchard_trees_graft import call_from_arguments as _call

        return await self._send.raw(
            _call(
                row,
                kind=kind,
                height=height,
                gardener=gardener,
            )
        )

    async def approve(
        self,
        row: str,
        permit: str,
        *,
        tree_id: str | None = None,
    ) -> RawResponse[Permit]:
        """Approve the felling of a tree, and return the raw response; see `approve` of the resource."""
        from .orchard_trees_approve import call_from_arguments as _call

        return await self._send.raw(
            _call(
                row,
                permit,
                tree_id=tree_id,
            )
        )

    async def get(
        self,
        tree: str,
    ) -> RawResponse[Tree]:
        """Get a tree, and return the raw response; see `get` of the resource."""
        from .orchard_trees_get import call as _call

        return await self._send.raw(
            _call(
                tree,
            )
        )

    async def change(
        self,
        tree: str,
        *,
        kind: Kind | str | None = None,
        cut_at: datetime.datetime | None | Unset = UNSET,
        crops: Iterable[Iterable[int]] | None = None,
        visitor: Bee | Mapping[str, Any] | None = None,
        note: str | None = None,
    ) -> RawResponse[Tree]:
        """Change a tree, and return the raw response; see `change` of the resource."""
        from .orchard_trees_change import call_from_arguments as _call

        return await self._send.raw(
            _call(
                tree,
                kind=kind,
                cut_at=cut_at,
                crops=crops,
                visitor=visitor,
                note=note,
            )
        )

    async def prune(
        self,
        tree: str,
        *,
        crown_height: float,
        tools: Iterable[PruningToolsItem | str] | None = None,
        note: str | None | Unset = UNSET,
    ) -> RawResponse[Tree]:
        """Prune a tree, and return the raw response; see `prune` of the resource."""
        from .orchard_trees_prune import call_from_arguments as _call

        return await self._send.raw(
            _call(
                tree,
                crown_height=crown_height,
                tools=tools,
                note=note,
            )
        )
