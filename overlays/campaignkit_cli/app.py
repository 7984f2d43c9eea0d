"""The command `campaignkit`: its groups, and what happens to errors."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import click
from campaignkit_api import catalog
from campaignkit_operations.errors import MissingKeyError, UsageError

from .exit_codes import CommandError, ExitCode
from .lazy_group import LazyGroup, Loader, load_from
from .session import Session
from .streams import close_output, note

_SUMMARY = "Outreach campaigns on Sonarly and Callers.ai, from the terminal."


def _operation(vendor: str, resource: str, name: str) -> click.Command:
    from .operation_command import OperationCommand

    return OperationCommand(catalog.load_operations(vendor, resource)[name])


def _resource(vendor: str, resource: str) -> click.Command:
    entry = catalog.RESOURCES[vendor][resource]
    commands: dict[str, tuple[str, Loader]] = {
        name.replace("_", "-"): (summary, partial(_operation, vendor, resource, name))
        for name, summary in entry.summaries.items()
    }
    return LazyGroup(resource.replace("_", "-"), entry.description, commands)


def _vendor(vendor: str) -> click.Command:
    commands: dict[str, tuple[str, Loader]] = {
        resource.replace("_", "-"): (entry.description, partial(_resource, vendor, resource))
        for resource, entry in catalog.RESOURCES[vendor].items()
    }
    return LazyGroup(vendor, f"{catalog.VENDORS[vendor]}: every operation.", commands)


def root() -> click.Group:
    """Return the command itself."""
    commands: dict[str, tuple[str, Loader]] = {
        **{
            vendor: (f"{text}: every operation.", partial(_vendor, vendor))
            for vendor, text in catalog.VENDORS.items()
        },
        "campaigns": (
            "Start, follow and report on campaigns.",
            load_from(".workflows.campaigns", "campaigns"),
        ),
        "leads": (
            "Export the leads of campaigns of Sonarly.",
            load_from(".workflows.leads", "leads"),
        ),
        "approvals": (
            "List, approve and discard what waits in Sonarly.",
            load_from(".workflows.approvals", "approvals"),
        ),
        "contacts": (
            "Bring contacts of a file into a campaign of Callers.ai.",
            load_from(".workflows.contacts", "contacts"),
        ),
        "fake": ("Serve a fake of both vendors.", load_from(".workflows.servers", "fake")),
        "contract": (
            "Check a server or a recording against the spec.",
            load_from(".workflows.servers", "contract"),
        ),
        "mcp": ("Serve tools to agents over MCP.", load_from(".workflows.servers", "mcp")),
        "login": ("Store the API key of a vendor.", load_from(".login", "login")),
        "profile": ("List, use and remove profiles.", load_from(".login", "profile")),
        "whoami": ("Check the keys, and list what they reach.", load_from(".whoami", "whoami")),
        "completion": ("Print the completion of a shell.", load_from(".completion", "completion")),
        "help": (
            "Show the help of a command, or the exit-codes.",
            load_from(".help_topics", "help_command"),
        ),
    }
    group = LazyGroup("campaignkit", _SUMMARY, commands)
    group.params.append(_version_option())
    return group


def _version_option() -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, is_asked: bool) -> None:
        if is_asked and not ctx.resilient_parsing:
            from campaignkit import __version__

            sys.stdout.write(f"campaignkit {__version__}\n")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=show,
        help="Show the version.",
    )


def main(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> int:
    """Run a command and return its exit code.

    Args:
        arguments: Words after the name of the program; those of the process by default.
        environment: Variables of the environment.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    session = Session(environment)
    return guard(lambda: _invoke(words, session))


def _invoke(words: Sequence[str], session: Session) -> int:
    try:
        result = root().main(
            list(words), prog_name="campaignkit", standalone_mode=False, obj=session
        )
    except SystemExit as error:
        if error.code == 1:  # click ends so when the reader of the output has gone
            raise BrokenPipeError from None
        raise
    sys.stdout.flush()
    return int(result or 0)


def guard(command: Callable[[], int]) -> int:
    """Run a command; turn each exception into a message and an exit code."""
    from click.exceptions import NoArgsIsHelpError

    try:
        return command()
    except NoArgsIsHelpError as error:
        note(error.format_message())
        return ExitCode.USAGE
    except click.UsageError as error:
        hint = f" See `{error.ctx.command_path} --help`." if error.ctx else ""
        note(f"campaignkit: {error.format_message()}{hint}")
        return ExitCode.USAGE
    except MissingKeyError as error:
        note(f"campaignkit: {error}")
        return ExitCode.NOT_ALLOWED
    except UsageError as error:
        note(f"campaignkit: {error}")
        return ExitCode.USAGE
    except CommandError as error:
        note(f"campaignkit: {error.format_message()}")
        return error.code
    except (click.Abort, KeyboardInterrupt):
        note("campaignkit: interrupted.")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        close_output()
        return ExitCode.DONE
    except ImportError as error:
        note(f"campaignkit: {error}. Run: pip install 'campaignkit[cli]'")
        return ExitCode.USAGE
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        note(f"campaignkit: {place}{error.strerror or error}.")
        close_output()
        return ExitCode.FAILED_HERE
    except Exception as error:
        return _unexpected(error)


def _unexpected(error: Exception) -> int:
    from campaignkit import CampaignKitError

    from .failures import report_failure

    if isinstance(error, CampaignKitError):
        return report_failure(error)
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="campaignkit-", suffix=".txt", delete=False, encoding="utf-8"
    ) as report:
        report.write("".join(traceback.format_exception(error)))
    note(f"campaignkit: an unexpected {type(error).__name__}. The report is in {report.name}.")
    return ExitCode.FAILED_HERE
