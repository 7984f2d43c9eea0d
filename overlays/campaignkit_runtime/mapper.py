"""The method `map` of clients; what it returns is loaded at the first use."""

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
    """Clients that map an operation over many items."""

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
        """Call an operation for each of many items, lazily; return pairs of item and result.

        An item is the argument. A tuple holds several arguments, a mapping holds named ones, and a
        pair of a tuple and a mapping holds both. Pages and batches become a list. Failures are
        raised as one BatchError after the last pair; its `items` can be called again. The calls
        share the deadline of the operation's client. If you leave early, requests under way end
        and nothing more is sent.

        Args:
            operation: A method of this or another client, such as `sonarly.campaigns.list`.
            items: Arguments of the calls, taken when they are needed.
            concurrency: Number of calls under way at once, 1 or more.
            on_progress: Called after each call with the number of items done and the number of
                all items, None if that is unknown.

        """
        from .bulk import Mapped

        return Mapped(self._send, operation, items, concurrency, on_progress)


class AsyncMapper:
    """Async clients that map an operation over many items."""

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
        """Call an operation for each of many items, lazily; return pairs of item and result.

        The arguments are those of the sync client; items may come from an async iterable too. If
        you leave early, calls under way are cancelled and their outcome is unknown.
        """
        from .bulk import AsyncMapped

        return AsyncMapped(self._send, operation, items, concurrency, on_progress)
