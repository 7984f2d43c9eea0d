"""Confirmation by a person before a call that reaches people or cannot be undone."""

import sys
from collections.abc import Callable
from contextlib import suppress

from .exit_codes import CommandError
from .tables import printable


class NotConfirmedError(CommandError):
    """The person declined, or could not be asked; nothing was sent."""


def confirm(question: Callable[[], str], *, is_confirmed: bool) -> None:
    """Return if a person agrees.

    Args:
        question: Returns the question with the stakes; called only if a person is asked.
        is_confirmed: True if `--yes` was given.

    Raises:
        NotConfirmedError: The person declined, or the command has no terminal.
    """
    if is_confirmed:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NotConfirmedError(
            "This must be confirmed, but the command has no terminal to ask on. Nothing was sent."
            " Add --yes to confirm it."
        )
    text = printable(question())
    _drop_typed_ahead()
    sys.stderr.write(f"{text} [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise NotConfirmedError("Not confirmed. Nothing was sent.")


def _drop_typed_ahead() -> None:
    """Drop what was typed before the question, because it cannot be the answer to it."""
    with suppress(ImportError, OSError):  # not on Windows, and not if the input is no device
        import termios

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
