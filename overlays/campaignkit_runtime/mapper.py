"""Method `map` of clients; its result class is imported at the first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Awaitable, Callable, Iterable

    from .bulk import AsyncMapped, Mapped
    from .pagination import AsyncPager, Pager
    from .protocols import AsyncSender, Sender
    from .results import AsyncResults, Progress, Results

ItemT = TypeVar("ItemT")
R = TypeVar("R")


class Mapper:
    """Method `map` of sync clients."""

    _send: Sender

    @overload
    def map(
        self,
        operation: Callable[..., Pager[Any, R] | Results[R]],
        items: Iterable[ItemT],
        *,
        concurrency: int = 8,
        on_progress: Progress | None = None,
    ) -> Mapped[ItemT, list[R]]: ...
    @overload
    def map(
        self,
        operation: Callable[..., R],
        items: Iterable[ItemT],
        *,
        concurrency: int = 8,
        on_progress: Progress | None = None,
    ) -> Mapped[ItemT, R]: ...
    def map(
        self,
        operation: Callable[..., Any],
        items: Iterable[Any],
        *,
        concurrency: int = 8,
        on_progress: Progress | None = None,
    ) -> Mapped[Any, Any]:
        """Return the pairs of each item and the result of the operation for it.

        Nothing is called before the first iteration. An item is the argument of a call. A tuple
        has several arguments, a mapping has keyword arguments, and a pair of both has both. Pages
        and batches become a list. The calls share the deadline of the operation's client. If you
        leave the iteration early, requests under way end and nothing more is sent.

        Args:
            operation: A method of this or another client, such as `sonarly.campaigns.list`.
            items: Arguments of the calls, taken when they are needed.
            concurrency: Number of calls under way at once, 1 or more.
            on_progress: Called after each call with the number of finished items, and of all
                items or None.

        Returns:
            A lazy iterable in the order of the items. Each iteration repeats the calls.

        Raises:
            InvalidArgumentError: An argument is not valid.
            BatchError: Some calls failed. It is raised after the last pair, by the iteration; its
                `items` can be passed again.
        """
        from .bulk import Mapped

        return Mapped(self._send, operation, items, concurrency, on_progress)


class AsyncMapper:
    """Method `map` of async clients."""

    _send: AsyncSender

    @overload
    def map(
        self,
        operation: Callable[..., AsyncPager[Any, R] | AsyncResults[R]],
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        *,
        concurrency: int = 64,
        on_progress: Progress | None = None,
    ) -> AsyncMapped[ItemT, list[R]]: ...
    @overload
    def map(
        self,
        operation: Callable[..., Awaitable[R]],
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        *,
        concurrency: int = 64,
        on_progress: Progress | None = None,
    ) -> AsyncMapped[ItemT, R]: ...
    def map(
        self,
        operation: Callable[..., Any],
        items: Iterable[Any] | AsyncIterable[Any],
        *,
        concurrency: int = 64,
        on_progress: Progress | None = None,
    ) -> AsyncMapped[Any, Any]:
        """Return the pairs of each item and the result of the operation for it.

        Arguments and errors are those of the sync client; `items` may be async too. If you leave
        the iteration early, calls under way are cancelled and their outcome is unknown.
        """
        from .bulk import AsyncMapped

        return AsyncMapped(self._send, operation, items, concurrency, on_progress)
