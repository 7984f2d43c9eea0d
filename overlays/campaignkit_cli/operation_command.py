"""Commands of the operations in the catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from campaignkit_runtime.catalog import OperationEntry

from .common_options import (
    call_parameters,
    connection_parameters,
    output_parameters,
    page_parameters,
)
from .option_names import metavar_of, with_option_names
from .parameters import keyword_arguments, options_of
from .positional import Ids

if TYPE_CHECKING:
    from .session import Session

_EFFECTS = {
    "reaches-people": "Asks first, because it can contact real people.",
    "irreversible": "Asks first, because it cannot be undone.",
}


class OperationCommand(click.Command):
    """Command of one operation.

    Args:
        entry: The operation.
    """

    def __init__(self, entry: OperationEntry) -> None:
        self.entry = entry
        options = list(options_of(entry))
        self._positional = Ids(
            entry.vendor,
            [argument.name for argument in entry.arguments if argument.location == "path"],
        )
        parameters: list[click.Parameter] = [self._positional] if self._positional.names else []
        parameters += options
        if entry.paging is not None:
            parameters += page_parameters(has_limit=entry.paging.size == "limit")
        if entry.kind == "job":
            parameters.append(
                click.Option(["is_waiting", "--wait"], is_flag=True, help="Wait until it ends.")
            )
        parameters += call_parameters(must_confirm=entry.must_confirm)
        parameters += [*output_parameters(), *connection_parameters()]
        super().__init__(
            entry.name.replace("_", "-"),
            params=parameters,
            callback=self._run,
            help=_help(entry),
            short_help=entry.summary,
            deprecated=entry.is_deprecated,
            context_settings={"help_option_names": ["-h", "--help"]},
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the positional arguments, then the options."""
        path = [argument for argument in self.entry.arguments if argument.location == "path"]
        if path:
            with formatter.section("Arguments"):
                formatter.write_dl(
                    [
                        (metavar_of(argument), with_option_names(argument.help, self.entry))
                        for argument in path
                    ]
                )
        super().format_options(ctx, formatter)

    def _run(self, **values: Any) -> int:
        from .operation_call import OperationCall

        session: Session = click.get_current_context().obj
        session.profile_flag = values["profile"]  # before its defaults are read
        ids = self._positional.named(session, values.pop("ids", ()))
        self._add_defaults(session, values)
        keywords = keyword_arguments(self.entry, values)
        return OperationCall(self.entry, session, ids, keywords, values).run()

    def _add_defaults(self, session: Session, values: dict[str, Any]) -> None:
        """Set required options from the profile."""
        for argument in self.entry.arguments:
            name = f"argument_{argument.name}"
            if argument.is_required and name in values and values[name] is None:
                values[name] = session.default_of(argument.name, self.entry.vendor)


def _help(entry: OperationEntry) -> str:
    requires = f"Requires the permission {entry.permission}." if entry.permission else ""
    paragraphs = [
        f"{entry.summary}.",
        with_option_names(entry.description, entry),
        _EFFECTS.get(entry.effect, ""),
        requires,
    ]
    return "\n\n".join(text for text in paragraphs if text)
