"""Places where the snapshots of a followed campaign are shown."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

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


def view_of(title: str) -> View:
    """Return a table on a terminal, and lines elsewhere."""
    return TableView(title) if sys.stdout.isatty() else LineView()


class LineView:
    """One JSON line for each snapshot, for scripts."""

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
            "statuses": snapshot.statuses,
            "pendingApprovals": snapshot.approvals,
        }
        sys.stdout.write(json.dumps(fields) + "\n")
        sys.stdout.flush()


class TableView:
    """Table on a terminal that changes in place.

    Args:
        title: Title of the table.
    """

    def __init__(self, title: str) -> None:
        from rich.console import Console
        from rich.live import Live

        self._title = printable(title)
        console = Console(file=sys.stdout, highlight=False, markup=False)
        self._block = "#" if console.options.ascii_only else "█"
        self._live = Live(console=console, auto_refresh=False, transient=False)

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
        self._live.update(self._table(snapshot), refresh=True)

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


def _bar(text: str) -> Text:
    """Return a bar; in a narrow terminal it becomes shorter before a number does."""
    from rich.text import Text

    return Text(text, style="cyan", no_wrap=True, overflow="crop")
