"""Ctrl-C during a run: each is announced at once, and ignored while the reports are written."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

_STDERR = 2
_Handler = Callable[[int, FrameType | None], object] | signal.Handlers


@contextmanager
def announced_interrupts(text: Callable[[int], str]) -> Iterator[None]:
    """Print a line at each Ctrl-C within the block, and raise KeyboardInterrupt.

    A handler that another program set stays, and so does a Ctrl-C that is ignored.

    Args:
        text: Function that returns the line for the number of the Ctrl-C, from 1.
    """
    count = 0

    def handle(number: int, frame: FrameType | None) -> None:
        nonlocal count
        count += 1
        # A handler must not use sys.stderr, which the interrupted code may be writing to.
        os.write(_STDERR, f"{text(count)}\n".encode())
        signal.default_int_handler(number, frame)

    with _handler(handle):
        yield


@contextmanager
def ignored_interrupts() -> Iterator[None]:
    """Ignore Ctrl-C within a block that ends soon."""
    with _handler(signal.SIG_IGN):
        yield


@contextmanager
def _handler(handler: _Handler) -> Iterator[None]:
    """Replace the default handler of Ctrl-C; only the main thread can do it."""
    is_default = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_default or current_thread() is not main_thread():
        yield
        return
    signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
