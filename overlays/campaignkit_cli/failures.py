"""Failures of calls: exit codes and messages."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from campaignkit import errors
from campaignkit_operations.entries import find_entry
from campaignkit_operations.failure_fields import fields_of
from campaignkit_runtime.catalog import OperationEntry

from .exit_codes import CommandError, ExitCode
from .option_names import command_of
from .streams import note
from .tables import printable

_BY_CLASS: tuple[tuple[type[Exception], ExitCode], ...] = (
    (errors.InvalidArgumentError, ExitCode.USAGE),
    (errors.ConfigurationError, ExitCode.USAGE),
    (errors.NotFoundError, ExitCode.NOT_FOUND),
    (errors.AuthenticationError, ExitCode.NOT_ALLOWED),
    (errors.PermissionDeniedError, ExitCode.NOT_ALLOWED),
    (errors.RateLimitError, ExitCode.RATE_LIMIT),
)


def exit_code_of(error: errors.CampaignKitError, *, is_read: bool) -> ExitCode:
    """Return the exit code of a failed call.

    Args:
        error: The failure.
        is_read: True if the operation changes nothing, so that its outcome does not matter.
    """
    if isinstance(error, errors.BatchError) and error.failures:
        first = error.failures[0].error
        if isinstance(first, errors.CampaignKitError):
            return exit_code_of(first, is_read=is_read)
    for kind, code in _BY_CLASS:
        if isinstance(error, kind):
            return code
    if isinstance(error, errors.APIStatusError) and (is_read or error.outcome == "rejected"):
        return ExitCode.REJECTED
    if error.outcome == "not_sent":
        return ExitCode.NOT_SENT
    if is_read:
        has_response = isinstance(error, errors.ResponseDecodeError)
        return ExitCode.REJECTED if has_response else ExitCode.NOT_SENT
    return ExitCode.UNKNOWN


def report_failure(
    error: errors.CampaignKitError,
    *,
    entry: OperationEntry | None = None,
    ids: Mapping[str, str] | None = None,
    is_json: bool = False,
) -> ExitCode:
    """Write a failure to standard error and return its exit code.

    Args:
        error: The failure.
        entry: The operation, if the failure does not name it.
        ids: Positional arguments of the command, for the read to make.
        is_json: True writes an object instead of a paragraph.
    """
    if error.operation:  # not always that of the command: it may be a read before a start
        with suppress(LookupError):
            entry = find_entry(error.operation)
    code = exit_code_of(error, is_read=entry is not None and entry.effect == "none")
    advice = _advice(code, entry, ids or {})
    if is_json:
        note(json.dumps(fields_of(error, advice), ensure_ascii=False))
    else:
        text = " ".join(f"{error} {advice}".split())
        note(f"campaignkit: {printable(text)}")
    return code


@contextmanager
def watch_interruption(entry: OperationEntry, ids: Mapping[str, str]) -> Iterator[None]:
    """Turn Ctrl-C during a write into an error that says so; the write may have been applied.

    Args:
        entry: The operation.
        ids: Positional arguments of the command, for the read to make.
    """
    try:
        yield
    except KeyboardInterrupt:
        if entry.effect == "none":
            raise
        advice = _advice(ExitCode.UNKNOWN, entry, ids)
        message = f"interrupted. The call may have succeeded. {advice}".rstrip()
        raise CommandError(message, ExitCode.UNKNOWN) from None


def _advice(code: ExitCode, entry: OperationEntry | None, ids: Mapping[str, str]) -> str:
    if code is not ExitCode.UNKNOWN or entry is None or not entry.read:
        return ""
    read = find_entry(entry.read)
    arguments = [
        ids.get(argument.name, argument.name.upper())
        for argument in read.arguments
        if argument.location == "path"
    ]
    return f"Read the state before you repeat it: {' '.join([command_of(read), *arguments])}"
