"""One operation for many arguments: `sonarly.map(sonarly.campaigns.list, group_ids)`."""

from collections.abc import AsyncIterable, Awaitable, Callable, Coroutine, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar, overload

from .concurrency import AsyncResults, Items, Outcome, Progress, Results
from .pagination import AsyncPager, Pager
from .protocols import AsyncSender, Failure, Sender
from .resources import AsyncResource, Resource

ItemT = TypeVar("ItemT")
R = TypeVar("R")


class Mapped(Results[tuple[ItemT, R]]):
    """Pairs of an item and what an operation returns for it, in the order of the items.

    Nothing is asked before somebody looks, and items are taken as they are needed. Each walk asks
    anew. What failed is raised as one BatchError after the last pair.
    """

    def __init__(
        self,
        send: Sender,
        operation: Callable[..., Any],
        items: Iterable[ItemT],
        concurrency: int,
        on_progress: Progress | None,
    ) -> None:
        super().__init__("items", items, concurrency, on_progress)
        self._operation = operation
        self._begin = send.sharing_deadline

    def _work(self, send: Sender) -> Callable[[Items], Outcome[tuple[ItemT, R]]]:
        return partial(_asked, _sharing_deadline(self._operation))


class AsyncMapped(AsyncResults[tuple[ItemT, R]]):
    """Pairs of an item and what an operation returns for it, as `Mapped` has them."""

    def __init__(
        self,
        send: AsyncSender,
        operation: Callable[..., Any],
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        concurrency: int,
        on_progress: Progress | None,
    ) -> None:
        super().__init__("items", items, concurrency, on_progress)
        self._operation = operation
        self._begin = send.sharing_deadline

    def _work(
        self, send: AsyncSender
    ) -> Callable[[Items], Coroutine[Any, Any, Outcome[tuple[ItemT, R]]]]:
        return partial(_asked_async, _sharing_deadline(self._operation))


class Mapper:
    """What maps an operation over many arguments."""

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
        """An operation for each of many items: lazily, as pairs of the item and the result.

        An item is the argument; a tuple holds several, a mapping those by name, and a pair of a
        tuple and a mapping both. What comes in pages or batches is walked to its end and is a
        list. What failed is raised as one BatchError after the last pair, whose `items` can be
        asked again. A deadline of the operation's client is for all of it. Of what can only be
        done once, calls that are under way when you leave early go on.

        Args:
            operation: A method of this or another client, such as `sonarly.campaigns.list`.
            items: What to call it with; it is taken as it is needed.
            concurrency: How many calls are under way at once.
            on_progress: Told after each call how many are done, and of how many, where that is
                known.

        """
        return Mapped(self._send, operation, items, concurrency, on_progress)


class AsyncMapper:
    """What maps an operation over many arguments."""

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
        """An operation for each of many items: lazily, as pairs of the item and the result.

        As the sync client has it, but items may come from an async iterable, and calls that are
        under way when you leave early are cancelled: whether they were applied is open.
        """
        return AsyncMapped(self._send, operation, items, concurrency, on_progress)


def _asked(operation: Callable[..., Any], items: Items) -> Outcome[Any]:
    [item] = items
    try:
        positional, named = _arguments(item)
        result = operation(*positional, **named)
        if isinstance(result, Pager | Results):
            result = list(result)
    except Exception as error:  # whatever it is, other calls go on
        return Outcome(items, [], [Failure(items, error)])
    return Outcome(items, [(item, result)], [])


async def _asked_async(operation: Callable[..., Any], items: Items) -> Outcome[Any]:
    [item] = items
    try:
        positional, named = _arguments(item)
        result = operation(*positional, **named)
        if isinstance(result, AsyncPager):
            result = [each async for each in result]
        else:
            result = await result
    except Exception as error:  # whatever it is, other calls go on
        return Outcome(items, [], [Failure(items, error)])
    return Outcome(items, [(item, result)], [])


def _arguments(item: Any) -> tuple[tuple[Any, ...], Mapping[str, Any]]:
    match item:
        case Mapping():
            return (), item
        case (tuple() as positional, Mapping() as named) if isinstance(item, tuple):
            return positional, named
        case tuple():
            return item, {}
    return (item,), {}


def _sharing_deadline(operation: Callable[..., Any]) -> Callable[..., Any]:
    """The same method of a resource whose calls have one deadline between them."""
    resource: Any = getattr(operation, "__self__", None)
    if not isinstance(resource, AsyncResource | Resource):
        return operation  # a function of the caller's own: its calls have a deadline each
    kind: Any = type(resource)
    bound: Callable[..., Any] = getattr(kind(resource._send.sharing_deadline()), operation.__name__)
    return bound
