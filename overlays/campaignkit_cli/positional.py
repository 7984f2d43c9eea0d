"""Positional arguments: IDs, of which the first may come from the profile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .session import Session

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def complete_ids(vendor: str, kind: str) -> Completer:
    """Return the completion of a parameter that takes IDs, from the last lists.

    Args:
        vendor: Vendor of the IDs.
        kind: Name of an argument that takes such an ID, such as `campaign_id`.
    """

    def complete_known(
        ctx: click.Context, _: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from .id_cache import complete

        return complete(ctx.obj, vendor, kind, incomplete)

    return complete_known


class Ids(click.Argument):
    """IDs of a command, completed from the last lists.

    Args:
        vendor: Vendor of the IDs.
        names: Names of the arguments in Python.
        metavar: Text of the help; None names all arguments.
    """

    def __init__(self, vendor: str, names: Sequence[str], metavar: str | None = None) -> None:
        self.names = list(names)
        self._vendor = vendor
        text = metavar or " ".join(name.upper() for name in names)
        super().__init__(["ids"], nargs=-1, metavar=text)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the known IDs of the next argument; the profile may give the first one."""
        from .id_cache import complete

        session: Session = ctx.obj
        given = len(ctx.params.get("ids") or ())
        has_default = bool(self.names) and session.default_of(self.names[0], self._vendor)
        following = self.names[given : given + (2 if has_default else 1)]
        return [
            item for name in following for item in complete(session, self._vendor, name, incomplete)
        ]

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
