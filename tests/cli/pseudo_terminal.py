"""Commands in a real pseudo-terminal."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

_WAIT = 60.0  # seconds after which a command that prints nothing that is waited for has failed
_INTERRUPTS = 4


class PseudoTerminal:
    """A command in a terminal of its own.

    Args:
        words: Words of the command.
        environment: Variables of its environment, beside PATH.
        columns: Width of the terminal.
        program: Program that runs the command.
    """

    def __init__(
        self,
        *words: str,
        environment: Mapping[str, str],
        columns: int = 80,
        program: Sequence[str] = (sys.executable, "-m", "campaignkit_cli"),
    ) -> None:
        self._main, inner = pty.openpty()
        self.resize(columns)
        self.output = ""
        self._has_ended = False
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            [*program, *words],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._main)

    def resize(self, columns: int) -> None:
        """Change the width of the terminal."""
        size = struct.pack("HHHH", 24, columns, 0, 0)
        fcntl.ioctl(self._main, termios.TIOCSWINSZ, size)

    def type(self, text: str) -> None:
        """Type a text; the character 3 is Ctrl-C."""
        os.write(self._main, text.encode())

    def wait_for(self, text: str, *, again: bool = False) -> str:
        """Return the output when it holds a text; fail if the command ends before.

        Args:
            text: Text that must come.
            again: True ignores the output up to now.
        """
        start = len(self.output) if again else 0
        end = time.monotonic() + _WAIT
        while text not in self.output[start:]:
            if not self._read() or time.monotonic() > end:
                raise AssertionError(f"{text!r} is not in {self.output!r}")
        return self.output

    def wait(self) -> int:
        """Return the exit code when the command has ended."""
        while self._read():
            pass
        return self._process.wait(_WAIT)

    def interrupt(self) -> int:
        """Type Ctrl-C and return the exit code; type it again if the command goes on.

        CPython notices a signal that comes just before a read only when the read has ended.
        """
        for _ in range(_INTERRUPTS):
            self.type("\x03")
            while self._read(_WAIT / _INTERRUPTS):
                pass
            if self._has_ended:
                return self._process.wait(_WAIT)
        raise AssertionError(f"Ctrl-C did not end the command; it printed {self.output!r}")

    def _read(self, seconds: float = _WAIT) -> bool:
        ready, _, _ = select.select([self._main], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._main, 65_536)
        except OSError:  # the command has closed its side
            data = b""
        self.output += data.decode(errors="replace")
        self._has_ended = not data
        return bool(data)
