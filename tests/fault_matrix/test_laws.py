"""What judges the matrix sees what it is there to see."""

import logging
from typing import Any

import httpx
from campaignkit import APIStatusError, OutcomeUnknownError
from campaignkit_fake import Fake

from .calls import IDEMPOTENCY_KEY, KEY, MARKER, Class, call_of
from .cells import CELLS
from .injection import Clock
from .invariants import Trial, broken_laws
from .leaks import leaks, logged, shown, unlike_copies
from .recorder import Vendor
from .table import TABLE


def sent(kind: Class, *idempotency_keys: str | None) -> Vendor:
    """A vendor that was sent a start with each of the keys, and carried it out where it could."""
    call = call_of(kind)
    vendor = Vendor(Fake(clock=Clock()), call, 0)
    for key in idempotency_keys:
        headers = {} if key is None else {IDEMPOTENCY_KEY: key}
        headers["Authorization"] = f"Bearer {KEY}"
        body = call.options["json"]
        request = httpx.Request("POST", f"http://fake{call.path}", headers=headers, json=body)
        vendor.saw(request)
        vendor.answer(request)
    return vendor


def broken(kind: Class, vendor: Vendor, outcome: str, end: object = None) -> list[str]:
    """The laws that such a call broke."""
    return broken_laws(Trial(kind, "open", vendor, len(vendor.keys), outcome, end), {})


def test_good() -> None:
    """A start that went well breaks no law, nor does a repeat with the same key."""
    assert broken("verify", sent("verify", None), "answered") == []
    assert broken("keyed", sent("keyed", "one", "one"), "answered") == []


def test_second_start() -> None:
    """A start that is sent twice is seen, although the vendor refuses it."""
    [law] = broken("verify", sent("verify", None, None), "answered")

    assert "sent again" in law


def test_second_key() -> None:
    """A key that changes between two sends is seen, and so is one that is missing."""
    assert "its sends do not have one key" in broken("keyed", sent("keyed", "1", "2"), "answered")
    assert "its sends do not have one key" in broken("keyed", sent("keyed", None), "answered")


def test_false_outcome() -> None:
    """An outcome that is not that of the fake is seen, either way."""
    assert "but it was applied" in broken("never", sent("never", None), "rejected")[0]
    assert "but it was not applied" in broken("never", sent("never"), "applied")[0]


def test_attempts() -> None:
    """An error that counts other attempts than there were is seen."""
    error = OutcomeUnknownError("", outcome="unknown", attempts=2)

    assert broken("never", sent("never", None), "unknown", error) == ["2 attempts, says the error"]


def test_leaks() -> None:
    """A key or a body is found in a message, in a cause and in a log."""

    def fail(secret: str) -> None:
        try:
            raise ValueError(secret)
        except ValueError as error:
            raise APIStatusError("") from error

    with logged() as lines:
        logging.getLogger("somebody").debug("sent %s", MARKER)
    try:
        fail(KEY)
    except APIStatusError as error:
        found = leaks({**shown(error), "log": "\n".join(lines)})

    assert {"str 1", "repr 1", "pickle 1", "log"} <= set(found)


def test_locals() -> None:
    """A key is found among the locals of foreign code, and not among those of the matrix."""
    scope: dict[str, Any] = {}
    code = "def fail(key):\n    raise ValueError"
    exec(compile(code, "foreign.py", "exec"), scope)  # noqa: S102 - written above
    key = KEY
    try:
        scope["fail"](key)
    except ValueError as error:
        found = leaks(shown(error))

    assert found == ["traceback 0"]


def test_copies() -> None:
    """An error that a copy makes less of is seen."""

    class Forgetful(Exception):  # noqa: N818 - only here
        def __reduce__(self) -> tuple[type[Exception], tuple[str, ...]]:
            return Exception, ("forgotten",)

    assert unlike_copies(Forgetful()) == ["copy", "deepcopy", "pickle"]


def test_cells_have_names() -> None:
    """No two cells have the same name, and every table is used."""
    assert len({str(cell) for cell in CELLS}) == len(CELLS)
    assert {cell.kind.means for cell in CELLS} == set(TABLE)
