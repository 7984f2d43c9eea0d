"""Progress of a command, on standard error of a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from ..common_options import without_color

T = TypeVar("T")


@contextmanager
def progress_bar(label: str, total: int | None, done: int = 0) -> Iterator[Callable[[int], None]]:
    """Show a progress bar, and yield a function that takes the number of further items.

    The bar vanishes at the end. Away from a terminal, nothing is shown.

    Args:
        label: Noun for the items.
        total: Number of all items; None if it is not known.
        done: Number of items that were done before.
    """
    if not sys.stderr.isatty():
        yield _ignore
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(file=sys.stderr, no_color=without_color())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task(label, total=total, completed=done)
        yield lambda count: progress.advance(task, count)


def tracked(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Yield items, and show how many have been taken.

    The items must be consumed as a whole, by `list` for example: the bar vanishes at the end.

    Args:
        items: Items, taken one at a time.
        label: Noun for the items.
        total: Number of all items; None if it is not known.
    """
    with progress_bar(label, total) as advance:
        for item in items:
            yield item
            advance(1)


def _ignore(count: int) -> None:
    """Show nothing."""
