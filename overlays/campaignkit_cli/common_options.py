"""Options that every command for an operation has."""

from collections.abc import Iterator

import click

from .output import FORMATS


def output_parameters() -> Iterator[click.Option]:
    """Yield the options of the output."""
    yield click.Option(
        ["output", "-o", "--output"],
        type=click.Choice(FORMATS),
        help="Format. The default is table on a terminal, otherwise json.",
    )
    yield click.Option(["query", "--query"], metavar="JMESPATH", help="JMESPath for the result.")
    yield click.Option(["fields", "--fields"], metavar="NAMES", help="Fields, separated by commas.")
    yield color_parameter()


def color_parameter() -> click.Option:
    """Return the option that leaves colors out."""
    return click.Option(
        ["no_color", "--no-color"], is_flag=True, help="No colors. NO_COLOR does the same."
    )


def without_color() -> bool | None:
    """Return True if the command has `--no-color`; None leaves it to the environment."""
    ctx = click.get_current_context(silent=True)
    return True if ctx is not None and ctx.params.get("no_color") else None


def complete_profile(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return the profiles that begin with a text."""
    return [name for name in ctx.obj.profiles.names if name.startswith(incomplete)]


def connection_parameters() -> Iterator[click.Option]:
    """Yield the options of the connection."""
    yield click.Option(
        ["profile", "--profile"],
        metavar="NAME",
        shell_complete=complete_profile,
        help="Profile to use.",
    )
    yield click.Option(
        ["attempt_timeout", "--attempt-timeout"],
        type=click.FloatRange(0, min_open=True),
        metavar="SECONDS",
        help="Seconds for one attempt of a call.",
    )
    yield click.Option(
        ["retries", "--retries"],
        type=click.IntRange(0),
        metavar="N",
        help="How often a call is sent again if that cannot apply it twice.",
    )
    yield click.Option(
        ["is_verbose", "-v"], is_flag=True, help="One line for each attempt, on standard error."
    )


def call_parameters(*, must_confirm: bool) -> Iterator[click.Option]:
    """Yield the options of one call."""
    yield click.Option(["is_raw", "--raw"], is_flag=True, help="Bytes of the response, unchanged.")
    yield click.Option(
        ["is_dry_run", "--dry-run"], is_flag=True, help="Show the request and send nothing."
    )
    if must_confirm:
        yield yes_parameter()


def yes_parameter() -> click.Option:
    """Return the option that confirms a call."""
    return click.Option(["is_confirmed", "--yes"], is_flag=True, help="Confirm; do not ask.")


def page_parameters(*, has_limit: bool) -> Iterator[click.Option]:
    """Yield the options of a list in pages; without `has_limit` the operation has its own."""
    yield click.Option(["is_all", "--all"], is_flag=True, help="All pages, not only one.")
    if not has_limit:
        yield click.Option(
            ["limit", "--limit"], type=click.IntRange(1), metavar="N", help="At most N items."
        )
