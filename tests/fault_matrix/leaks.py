"""Search of everything that a failed call shows for keys and bodies."""

import copy
import logging
import pickle
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .calls import KEY, MARKER

_HERE = str(Path(__file__).parent)


class LogLines(logging.Handler):
    """Log handler that keeps formatted lines."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.lines.append(self.format(record))


@contextmanager
def captured_log() -> Iterator[list[str]]:
    """Yield the lines that any logger writes within the context, from DEBUG on."""
    root, handler = logging.getLogger(), LogLines()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield handler.lines
    finally:
        root.setLevel(level)
        root.removeHandler(handler)


def visible_texts(error: BaseException) -> dict[str, str]:
    """Return the texts of an error and of its causes, by place."""
    places: dict[str, str] = {}
    for number, exc in enumerate(_chain(error)):
        places |= {
            f"str {number}": str(exc),
            f"repr {number}": repr(exc),
            f"vars {number}": repr(vars(exc)),
            f"arguments {number}": repr(exc.args),
            f"traceback {number}": _traceback(exc),
            f"pickle {number}": repr(pickle.dumps(exc)),
        }
    return places


def leaks(places: dict[str, str]) -> list[str]:
    """Return the places that contain a key or a body."""
    return [place for place, text in places.items() if KEY in text or MARKER in text]


def lossy_copies(error: Exception) -> list[str]:
    """Return the kinds of copies that lose something of an error."""
    copies = {
        "copy": copy.copy(error),
        "deepcopy": copy.deepcopy(error),
        "pickle": pickle.loads(pickle.dumps(error)),  # noqa: S301 - made here
    }
    return [name for name, value in copies.items() if _facts(value) != _facts(error)]


def _facts(error: BaseException) -> tuple[object, ...]:
    # A pickle lacks the body of the response on purpose.
    attributes = {name: value for name, value in vars(error).items() if name != "_response"}
    return type(error), str(error), error.args, attributes


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        exc = waiting.pop()
        if exc is not None and exc not in found:
            found.append(exc)
            waiting += [exc.__cause__, exc.__context__]
    return found


def _traceback(error: BaseException) -> str:
    """Return the traceback with locals, without frames of these tests, which contain the key."""
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    links = [report]
    for report_ in links:
        report_.stack[:] = [
            frame for frame in report_.stack if not frame.filename.startswith(_HERE)
        ]
        links += [link for link in (report_.__cause__, report_.__context__) if link]
    return "".join(report.format())
