"""The invariants of the matrix are violated by calls that break them."""

import logging
from typing import Any

import httpx
from campaignkit import APIStatusError, OutcomeUnknownError
from campaignkit_fake import Fake

from .calls import IDEMPOTENCY_KEY, KEY, MARKER, CallClass, call_of
from .cells import CELLS
from .injection import Clock
from .invariants import CallRun, violations
from .leaks import captured_log, leaks, lossy_copies, visible_texts
from .recorder import Recorder
from .table import TABLE


def sent(kind: CallClass, *idempotency_keys: str | None) -> Recorder:
    """Return a recorder that got a start with each of the keys."""
    call = call_of(kind)
    recorder = Recorder(Fake(clock=Clock()), call, 0)
    for key in idempotency_keys:
        headers = {} if key is None else {IDEMPOTENCY_KEY: key}
        headers["Authorization"] = f"Bearer {KEY}"
        body = call.options["json"]
        request = httpx.Request("POST", f"http://fake{call.path}", headers=headers, json=body)
        recorder.record(request)
        recorder.respond(request)
    return recorder


def violations_of(
    kind: CallClass, recorder: Recorder, outcome: str, end: object = None
) -> list[str]:
    """Return the invariants that such a call violates."""
    return violations(CallRun(kind, "unclear", recorder, len(recorder.keys), outcome, end), {})


def test_good() -> None:
    """A successful start, and a repeat with the same key, violate nothing."""
    assert violations_of("verify", sent("verify", None), "returned") == []
    assert violations_of("keyed", sent("keyed", "one", "one"), "returned") == []


def test_second_start() -> None:
    """A second start is a violation, although the fake refuses it."""
    [violation] = violations_of("verify", sent("verify", None, None), "returned")

    assert "sent again" in violation


def test_second_key() -> None:
    """A changed key and a missing key are violations."""
    assert "its requests do not have the same key" in violations_of(
        "keyed", sent("keyed", "1", "2"), "returned"
    )
    assert "its requests do not have the same key" in violations_of(
        "keyed", sent("keyed", None), "returned"
    )


def test_false_outcome() -> None:
    """A wrong outcome is a violation, whether or not the call was applied."""
    assert "but it was applied" in violations_of("never", sent("never", None), "rejected")[0]
    assert "but it was not applied" in violations_of("never", sent("never"), "applied")[0]


def test_attempts() -> None:
    """An error with a wrong number of attempts is a violation."""
    error = OutcomeUnknownError("", outcome="unknown", attempts=2)

    assert violations_of("never", sent("never", None), "unknown", error) == [
        "2 attempts in the error"
    ]


def test_leaks() -> None:
    """A key or a body is found in a message, in a cause and in a log."""

    def fail(secret: str) -> None:
        try:
            raise ValueError(secret)
        except ValueError as error:
            raise APIStatusError("") from error

    with captured_log() as lines:
        logging.getLogger("other").debug("sent %s", MARKER)
    try:
        fail(KEY)
    except APIStatusError as error:
        found = leaks({**visible_texts(error), "log": "\n".join(lines)})

    assert {"str 1", "repr 1", "pickle 1", "log"} <= set(found)


def test_locals() -> None:
    """A key is found in the locals of other code, not in those of the matrix."""
    scope: dict[str, Any] = {}
    code = "def fail(key):\n    raise ValueError"
    exec(compile(code, "foreign.py", "exec"), scope)  # noqa: S102 - written above
    key = KEY
    try:
        scope["fail"](key)
    except ValueError as error:
        found = leaks(visible_texts(error))

    assert found == ["traceback 0"]


def test_copies() -> None:
    """An error whose copies lose something is found."""

    class Forgetful(Exception):  # noqa: N818 - a name of this test
        def __reduce__(self) -> tuple[type[Exception], tuple[str, ...]]:
            return Exception, ("forgotten",)

    assert lossy_copies(Forgetful()) == ["copy", "deepcopy", "pickle"]


def test_cells_have_names() -> None:
    """Cells have distinct names, and every table is used."""
    assert len({str(cell) for cell in CELLS}) == len(CELLS)
    assert {cell.kind.category for cell in CELLS} == set(TABLE)
