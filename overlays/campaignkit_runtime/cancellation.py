"""Cancellation of calls in worker threads after their results are not needed any more."""

import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar, copy_context
from functools import cache
from types import TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")


class CancelScope:
    """Scope of the calls that worker threads make for one caller.

    When the `with` block ends by an exception, nothing more is sent in the scope and waits end.
    Requests that are under way are not interrupted. A scope that is opened in another one is
    cancelled with it.
    """

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._parent = current_scope()
        self._children: set[CancelScope] = set()

    def __enter__(self) -> Self:
        _siblings(self._parent).add(self)
        if self._parent is not None and self._parent.is_cancelled:
            self.cancel()  # the parent may have been cancelled before it knew of this scope
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        _siblings(self._parent).discard(self)
        if kind is not None:
            self.cancel()

    @property
    def is_cancelled(self) -> bool:
        """True if nothing may be sent any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Let nothing more be sent, and end the waits."""
        self._cancelled.set()
        for child in list(self._children):
            child.cancel()

    def wait(self, seconds: float) -> None:
        """Wait until the seconds are over or the scope is cancelled."""
        self._cancelled.wait(seconds)

    def bind(self, function: Callable[..., T]) -> Callable[..., T]:
        """Return the function, to run once in the scope, with the caller's context variables."""
        context = copy_context()
        context.run(_current.set, self)

        def run(*arguments: Any) -> T:
            return context.run(function, *arguments)

        return run


_current: ContextVar[CancelScope | None] = ContextVar("campaignkit_cancel_scope", default=None)

_outermost: set[CancelScope] = set()


def current_scope() -> CancelScope | None:
    """Return the scope in which the caller runs; None outside of worker threads."""
    return _current.get()


def _siblings(parent: CancelScope | None) -> set[CancelScope]:
    return _outermost if parent is None else parent._children


@cache
def cancel_at_exit() -> None:
    """Cancel every open scope when the interpreter shuts down.

    The interpreter joins worker threads before it calls the functions that `atexit` knows. Only
    what this private function of `threading` registers comes earlier. Without it the exit waits
    for the retries of a fan-out that was not closed.
    """
    with suppress(AttributeError, RuntimeError):  # renamed, or the shutdown has started
        threading._register_atexit(_cancel_all)  # type: ignore[attr-defined]


def _cancel_all() -> None:
    for scope in list(_outermost):
        scope.cancel()
