"""The command that shows the help of other commands, and topics."""

import sys
from collections.abc import Sequence

import click

from .exit_codes import describe_exit_codes

_EXIT_CODES = "exit-codes"


def _context_of(root: click.Context, words: Sequence[str]) -> click.Context:
    """Return the context of a command below the root.

    Raises:
        click.UsageError: The command does not exist.
    """
    context = root
    for word in words:
        command = context.command
        found = command.get_command(context, word) if isinstance(command, click.Group) else None
        if found is None:
            raise click.UsageError(
                f"No such command: {context.command_path} {word}. The only topic is {_EXIT_CODES}."
            )
        context = click.Context(found, info_name=word, parent=context)
    return context


def _complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return the commands that begin with a text, and the topic."""
    words = ctx.params.get("words") or ()
    try:
        context = _context_of(ctx.find_root(), words)
    except click.UsageError:
        return []
    command = context.command
    names = command.list_commands(context) if isinstance(command, click.Group) else []
    topics = [] if words else [_EXIT_CODES]
    return [name for name in [*names, *topics] if name.startswith(incomplete)]


@click.command("help", help="Show the help of a command, or list the exit codes.")
@click.argument(
    "words", nargs=-1, metavar=f"[COMMAND... | {_EXIT_CODES}]", shell_complete=_complete
)
@click.pass_context
def help_command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Write the help of a command; without words, that of the command itself."""
    if words == (_EXIT_CODES,):
        sys.stdout.write(describe_exit_codes())
        return
    context = _context_of(ctx.find_root(), words)
    sys.stdout.write(f"{context.command.get_help(context)}\n")
