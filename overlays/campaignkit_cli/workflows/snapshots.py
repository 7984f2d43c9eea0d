"""Places where the snapshots of a followed campaign are shown."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from ..common_options import without_color
from ..tables import printable

if TYPE_CHECKING:
    from campaignkit_operations.snapshots import Snapshot
    from rich.table import Table
    from rich.text import Text

_BAR = 30  # columns of a bar


class View(Protocol):
    """Place where snapshots are shown."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    def show(self, snapshot: Snapshot) -> None:
        """Show a snapshot in the place of the one before."""
        ...


def view_of(title: str, until: Collection[str]) -> View:
    """Return a table on a terminal, and lines elsewhere.

    Args:
        title: Title of the table.
        until: Statuses of the leads that are done.
    """
    return TableView(title, until) if sys.stdout.isatty() else LineView(until)


class LineView:
    """One JSON line for each snapshot, for scripts.

    Args:
        until: Statuses of the leads that are done.
    """

    def __init__(self, until: Collection[str]) -> None:
        self._until = until

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        return

    def show(self, snapshot: Snapshot) -> None:
        """Write a line."""
        fields = {
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "leads": snapshot.leads,
            "done": snapshot.count(self._until),
            "statuses": snapshot.statuses,
            "pendingApprovals": snapshot.approvals,
        }
        sys.stdout.write(json.dumps(fields) + "\n")
        sys.stdout.flush()


class TableView:
    """Table with a progress bar on a terminal, which changes in place.

    Args:
        title: Title of the table.
        until: Statuses of the leads that are done.
    """

    def __init__(self, title: str, until: Collection[str]) -> None:
        from rich.console import Console
        from rich.live import Live

        self._title, self._until = printable(title), until
        console = Console(file=sys.stdout, no_color=without_color(), highlight=False, markup=False)
        self._block = "#" if console.options.ascii_only else "█"
        # It is drawn again each second, for a terminal that changes its width.
        self._live = Live(console=console, refresh_per_second=1)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._live.stop()

    def show(self, snapshot: Snapshot) -> None:
        """Change the table."""
        from rich.console import Group

        self._live.update(Group(self._table(snapshot), self._progress(snapshot)), refresh=True)

    def _table(self, snapshot: Snapshot) -> Table:
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, title=Text(self._title), title_justify="left", pad_edge=False)
        table.add_column("status", no_wrap=True)
        table.add_column("leads", justify="right", no_wrap=True)
        table.add_column(_bar(" " * _BAR), max_width=_BAR)
        for status, count in snapshot.statuses.items():
            bar = _bar(self._block * max(1, round(_BAR * count / snapshot.leads)))
            table.add_row(Text(printable(status)), str(count), bar)
        table.add_row("wait for approval", str(snapshot.approvals), "", style="dim")
        return table

    def _progress(self, snapshot: Snapshot) -> Table:
        """Return the progress of the whole: how many leads are done."""
        from rich.progress_bar import ProgressBar
        from rich.table import Table

        done, leads = snapshot.count(self._until), snapshot.leads
        line = Table.grid(padding=(0, 1))
        line.add_column(max_width=_BAR)
        line.add_column(no_wrap=True)
        line.add_row(ProgressBar(leads, done), f"{done} of {leads} done, {done / leads:.0%}")
        return line


def _bar(text: str) -> Text:
    """Return a bar; in a narrow terminal it becomes shorter before a number does."""
    from rich.text import Text

    return Text(text, style="cyan", no_wrap=True, overflow="crop")
