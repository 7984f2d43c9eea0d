"""Positional arguments: IDs, of which the first may come from the profile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .session import Session


class Ids(click.Argument):
    """IDs of a command, completed from the last lists.

    Args:
        vendor: Vendor of the IDs.
        names: Names of the arguments in Python.
    """

    def __init__(self, vendor: str, names: Sequence[str]) -> None:
        self.names = list(names)
        self._vendor = vendor
        metavar = " ".join(name.upper() for name in names)
        super().__init__(["ids"], nargs=-1, metavar=metavar)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the known IDs of the next argument."""
        from .id_cache import complete

        given = len(ctx.params.get("ids") or ())
        return complete(ctx.obj, self._vendor, self.names, given, incomplete)

    def named(self, session: Session, ids: Sequence[str]) -> dict[str, str]:
        """Return the IDs by name; the first may come from the profile.

        Raises:
            click.UsageError: There are too few or too many IDs.
        """
        names = self.names
        if len(ids) == len(names) - 1:
            default = session.default_of(names[0], self._vendor)
            ids = [default, *ids] if default else ids
        if len(ids) < len(names):
            raise click.UsageError(f"Missing argument '{names[len(ids)].upper()}'.")
        if len(ids) > len(names):
            raise click.UsageError(f"Got unexpected extra argument ({ids[len(names)]}).")
        return dict(zip(names, ids, strict=True))
