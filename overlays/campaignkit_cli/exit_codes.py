"""Exit codes of the command line."""

from enum import IntEnum

import click


class ExitCode(IntEnum):
    """Exit code of a command."""

    DONE = 0
    FAILED_HERE = 1
    USAGE = 2
    REJECTED = 3
    NOT_FOUND = 4
    NOT_ALLOWED = 5
    RATE_LIMIT = 6
    NOT_SENT = 7
    UNKNOWN = 8
    PARTLY_FAILED = 9
    INTERRUPTED = 130


MEANINGS = {
    ExitCode.DONE: "Done.",
    ExitCode.FAILED_HERE: "Failed on this machine: a file, a disk, or a bug.",
    ExitCode.USAGE: "The command is not valid, or was not confirmed. Nothing was sent.",
    ExitCode.REJECTED: "The vendor rejected the request, or its response cannot be read.",
    ExitCode.NOT_FOUND: "The resource was not found.",
    ExitCode.NOT_ALLOWED: "The API key is missing, wrong, or lacks a permission.",
    ExitCode.RATE_LIMIT: "Too many requests.",
    ExitCode.NOT_SENT: "The request was not sent, or a read got no response.",
    ExitCode.UNKNOWN: "The call may have succeeded. The message names the read to make.",
    ExitCode.PARTLY_FAILED: "Some items failed; the others are done.",
    ExitCode.INTERRUPTED: "Interrupted.",
}


CONTRACT_MEANINGS = {
    0: "The server conforms, or all is removed.",
    1: "Breaking drift, or something is not removed.",
    2: "Not validated: a setting is wrong, no check ended, or Ctrl-C.",
    3: "Additive drift only: the vendor has more than the spec.",
}
"""Exit codes of `campaignkit contract`."""


class CommandError(click.ClickException):
    """Failure with its exit code.

    Args:
        message: What happened, and what to do.
        code: The exit code.
    """

    def __init__(self, message: str, code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(message)
        self.code = code


def describe_exit_codes() -> str:
    """Return one line for each exit code, with those of contract verification behind them."""
    usual = [f"{code.value:>3}  {text}\n" for code, text in MEANINGS.items()]
    contract = [f"{code:>3}  {text}\n" for code, text in CONTRACT_MEANINGS.items()]
    heading = "\nOf contract verification, whose record has the exit code of its program:\n"
    return "".join([*usual, heading, *contract])
