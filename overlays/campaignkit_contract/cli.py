"""Command line of contract verification.

    campaignkit contract run                            # the fake
    campaignkit contract run --base-url https://...     # a live server, read only
    campaignkit contract replay recording.har           # a recording, offline
    campaignkit contract record out.har -- python run.py  # a program, by a proxy
    campaignkit contract clean                          # what a killed run left
    campaignkit contract explain 1f0a9c3e               # a problem of the last run

Every option can also be set by the environment variable in its help. API keys can only be set by
environment variables.

The exit code is 0 if the server conforms. It is 1 for breaking drift, 3 for additive drift only,
and 2 if the server could not be validated. A run against the fake that does not cover
every operation and every documented status also ends with 1.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from .exchange import RecordingError
from .explain import explain
from .options import (
    RUN_OPTIONS,
    UsageError,
    check_given,
    check_known,
    check_printable,
    option_flags,
    port,
)
from .recording.record import BASE_URL_VARIABLES, record
from .recording.replay import replay
from .report.files import report_folder, write_reports
from .report.redaction import printable_line
from .run import DEFAULT_FOLDER, LEDGER, ContractRun
from .sandbox import clean
from .targets.base_url import validate_base_url
from .targets.live_settings import LiveSettings
from .targets.setting_values import LISTS

_KEYS = (
    "The keys of a live server are the variables SONARLY_API_KEY, CALLERS_API_KEY and "
    "CALLERS_SYNC_SECRET. One vendor is enough. A live run only reads, unless --write is given."
)
_END = "In parentheses is the environment variable of an option."


def main(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> int:
    """Run the command and return its exit code."""
    words = sys.argv[1:] if arguments is None else [*arguments]
    end = words.index("--") if "--" in words else len(words)
    commands: dict[str, Callable[[Mapping[str, Any]], int]] = {
        "replay": _replay,
        "explain": _explain,
        "record": partial(_record, environment, words[end + 1 :]),
        "run": lambda settings: ContractRun(settings).run(),
        "clean": _clean,
    }
    try:
        parsed, unknown = _parser().parse_known_args(words[:end])
        check_known(parsed.command, unknown)
        options = vars(parsed)
        given = {name.upper(): value for name, value in options.items() if value is not None}
        settings = {**environment, **given}
        check_given(given, settings)
        check_printable(settings)
        if words[end + 1 :] and given["COMMAND"] != "record":
            raise UsageError(f"only record has words after --, got {words[end + 1]!r}")
        return commands[given["COMMAND"]](settings)
    except UsageError as error:
        sys.stderr.write(f"not run: {error}\n")
        return 2
    except KeyboardInterrupt:  # before a run begins, or while it ends
        sys.stderr.write("interrupted\n")
        return 2


def _replay(settings: Mapping[str, str]) -> int:
    if not (har := settings.get("HAR")):
        raise UsageError("name a recording: replay FILE, or set HAR")
    try:
        replayed = replay(Path(har), base_url=_base_url(settings, is_called=False))
    except RecordingError as error:
        raise UsageError(f"{har} {printable_line(str(error))}") from None
    if folder := settings.get("REPORTS"):
        with report_folder(Path(folder)):
            write_reports(replayed.run, Path(folder), replayed.recording.secrets)
    sys.stdout.writelines(f"{line}\n" for line in replayed.lines())
    return replayed.run.code


def _record(
    environment: Mapping[str, str], program: Sequence[str], settings: Mapping[str, Any]
) -> int:
    har = Path(settings["HAR"])
    base_url, number = _base_url(settings), port(settings["PORT"])
    try:
        return record(har, program, environment, base_url=base_url, port=number)
    except RecordingError as error:
        raise UsageError(f"{har} {printable_line(str(error))}") from None


def _base_url(settings: Mapping[str, str], *, is_called: bool = True) -> str:
    """Return the base URL, or an empty text without one."""
    base_url = settings.get("BASE_URL")
    return validate_base_url(base_url, is_called=is_called) if base_url else ""


def _clean(settings: Mapping[str, str]) -> int:
    folder = Path(settings.get("REPORTS") or DEFAULT_FOLDER)
    path = Path(settings.get("LEDGER") or folder / LEDGER)
    if not (settings.get("LEDGER") or path.exists()):
        print(f"nothing to remove: no run with writes has left {path}")
        return 0
    cleanup = clean(path, LiveSettings(settings))
    sys.stdout.writelines(f"{printable_line(line)}\n" for line in cleanup.lines)
    return 1 if cleanup.failures else 0


def _explain(settings: Mapping[str, str]) -> int:
    report = Path(settings.get("REPORTS") or DEFAULT_FOLDER, "report.json")
    try:
        lines = explain(settings["NAME"], report)
    except (LookupError, ValueError, OSError) as error:
        raise UsageError(printable_line(str(error))) from None
    sys.stdout.writelines(f"{printable_line(line)}\n" for line in lines)
    return 0


class _Once(argparse.Action):
    """Option that can be given once: of two values, one would be lost."""

    def __call__(
        self, _: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, *__: Any
    ) -> None:
        before = getattr(namespace, self.dest)
        if before is not None:
            is_list = self.dest.upper() in LISTS
            hint = ": commas separate its values" if is_list else f", got {before!r} and {values!r}"
            raise UsageError(f"{self.option_strings[0]} must be given once{hint}")
        setattr(namespace, self.dest, values)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="campaignkit contract",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True)

    def add(name: str, text: str, more: str = "") -> argparse.ArgumentParser:
        description = f"{text[:1].upper()}{text[1:]}. {more}".strip()
        return commands.add_parser(
            name, help=text, description=description, epilog=_END, allow_abbrev=False
        )

    run = add("run", "check the fake or a live server", _KEYS)
    for name, text in RUN_OPTIONS.items():
        _add_option(run, name, text)
    replay = add("replay", "check a recording (HAR)")
    replay.add_argument("har", nargs="?", help="the file (HAR)", metavar="FILE")
    _add_option(replay, "BASE_URL", "URL of the recorded server, if it is not one of the spec")
    _add_option(replay, "REPORTS", "folder for the reports (default: none)")
    cleaned = add("clean", "remove what a killed run left", "It needs the keys of the run.")
    _add_option(cleaned, "LEDGER", "the ledger of the run (default: in the folder of the reports)")
    _add_option(cleaned, "REPORTS", "folder of the run (default: build/contract)")
    _add_option(cleaned, "RATE", "request rate (default: 2/s)")
    recorded = add(
        "record",
        "record a program; without one, until Ctrl-C",
        f"The program gets {' and '.join(BASE_URL_VARIABLES)}, and must use them.",
    )
    recorded.usage = "%(prog)s [-h] [--port PORT] [--base-url VALUE] FILE [-- PROGRAM ARGUMENTS]"
    recorded.add_argument("har", help="the file to create (HAR)", metavar="FILE")
    recorded.add_argument("--port", default="0", help="port of the proxy (default: any)")
    _add_option(recorded, "BASE_URL", "URL of the server, if it is not one of the spec")
    explained = add("explain", "explain a problem of the last run, or a check")
    explained.add_argument(
        "name", help="the id of a problem, or the name of a stateful check", metavar="NAME"
    )
    _add_option(explained, "REPORTS", "folder of the run (default: build/contract)")
    return parser


def _add_option(parser: argparse.ArgumentParser, variable: str, text: str) -> None:
    options: dict[str, Any] = {"nargs": "?", "const": "all"} if variable == "WRITE" else {}
    parser.add_argument(
        *option_flags(variable),
        dest=variable.lower(),
        action=_Once,
        help=f"{text} ({variable})",
        metavar="VALUE",
        **options,
    )
