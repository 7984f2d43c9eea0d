"""Groups of commands that load a command when it is used."""

from collections.abc import Callable, Mapping
from importlib import import_module

import click

Loader = Callable[[], click.Command]


class LazyGroup(click.Group):
    """Group that knows the summaries of its commands without loading them.

    Args:
        name: Name of the group.
        summary: Help of the group.
        commands: Summary and loader by the name of the command.
    """

    def __init__(self, name: str, summary: str, commands: Mapping[str, tuple[str, Loader]]) -> None:
        super().__init__(
            name, help=summary, context_settings={"help_option_names": ["-h", "--help"]}
        )
        self._lazy = commands

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load and return a command; None without such a command."""
        loader = self._lazy.get(cmd_name)
        return loader[1]() if loader else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command for the words; an unknown name raises with similar names."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(
                error.command_name, possibilities=self._lazy, ctx=ctx
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their summaries."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (summary, _) in self._lazy.items()])


def load_from(module: str, attribute: str) -> Loader:
    """Return a loader of a command in a module of this package."""

    def load() -> click.Command:
        command: click.Command = getattr(import_module(module, __package__), attribute)
        return command

    return load
