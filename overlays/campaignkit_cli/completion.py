"""Completion of the shells."""

import sys

import click

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_CAMPAIGNKIT_COMPLETE"


@click.command(help="Print the completion of a shell, to be evaluated in its start file.")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes words in a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - click has these shells
        raise click.UsageError(f"{shell} is not supported.")
    sys.stdout.write(kind(ctx.find_root().command, {}, "campaignkit", _VARIABLE).source() + "\n")
