"""One operation for many arguments: `sonarly.map(sonarly.campaigns.list, group_ids)`."""

from collections.abc import AsyncIterable, Callable, Coroutine, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from .callbacks import validate_callable
from .item_sources import Items
from .pagination import AsyncPager, Pager
from .protocols import AsyncSender, Failure, Sender
from .resources import AsyncResource, Resource
from .results import AsyncResults, BatchOutcome, Progress, Results

ItemT = TypeVar("ItemT")
R = TypeVar("R")


class Mapped(Results[tuple[ItemT, R]]):
    """Pairs of an item and what an operation returns for it, in the order of the items.

    Nothing is called before the first iteration, and items are taken when they are needed. Each
    iteration repeats the calls. Failures are raised as one BatchError after the last pair.
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
        self._operation = validate_callable("operation", operation, may_be_async=False)
        self._begin = send.with_shared_deadline

    def _work(self, send: Sender) -> Callable[[Items], BatchOutcome[tuple[ItemT, R]]]:
        return partial(_call, _sharing_deadline(self._operation))


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
        self._operation = validate_callable("operation", operation, may_be_async=True)
        self._begin = send.with_shared_deadline

    def _work(
        self, send: AsyncSender
    ) -> Callable[[Items], Coroutine[Any, Any, BatchOutcome[tuple[ItemT, R]]]]:
        return partial(_call_async, _sharing_deadline(self._operation))


def _call(operation: Callable[..., Any], items: Items) -> BatchOutcome[Any]:
    [item] = items
    try:
        positional, named = _arguments(item)
        result = operation(*positional, **named)
        if isinstance(result, Pager | Results):
            result = list(result)
    except Exception as error:  # it belongs to this item
        return BatchOutcome(items, [], [Failure(items, error)])
    return BatchOutcome(items, [(item, result)], [])


async def _call_async(operation: Callable[..., Any], items: Items) -> BatchOutcome[Any]:
    [item] = items
    try:
        positional, named = _arguments(item)
        result = operation(*positional, **named)
        if isinstance(result, AsyncPager):
            result = [item async for item in result]
        else:
            result = await result
    except Exception as error:  # it belongs to this item
        return BatchOutcome(items, [], [Failure(items, error)])
    return BatchOutcome(items, [(item, result)], [])


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
    """Return the same method of a resource whose calls share one deadline."""
    resource: Any = getattr(operation, "__self__", None)
    if not isinstance(resource, AsyncResource | Resource):
        return operation  # a function of the caller: each of its calls has its own deadline
    kind: Any = type(resource)
    bound: Callable[..., Any] = getattr(
        kind(resource._send.with_shared_deadline()), operation.__name__
    )
    return bound
