"""Completion of the shells."""

import sys

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

_VARIABLE = "_CAMPAIGNKIT_COMPLETE"


class WholeLineFishComplete(FishComplete):
    """Completion of fish that keeps what follows a comma in the name of an ID."""

    source_template = FishComplete.source_template.replace(
        'string split ","', 'string split --max 1 ","'
    )


_SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": WholeLineFishComplete}


@click.command(help="Print the completion of a shell, to be evaluated in its start file.")
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes words in a shell."""
    script = _SHELLS[shell](ctx.find_root().command, {}, "campaignkit", _VARIABLE)
    sys.stdout.write(f"{script.source()}\n")
