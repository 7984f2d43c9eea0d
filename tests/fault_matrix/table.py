"""Expected result of every cell of the matrix, written by hand.

Each category of faults has a table by class of call:

    frequency  the first request only, or always; "both" if the results are equal
    sends      requests of the call itself
    reads      requests that show whether it was applied
    outcome    "returned" by a response; "applied": shown by a read; else that of the error
    error      "own" is the error of the fault, see kinds.py
    starts     writes that the fake has applied afterwards
    waits      how many of the fault's waits: back-offs of 0.5 and 1 s, or what the server asks for;
               with reads, one before each of them: READ_WAITS

A safe call is a read and starts nothing. `writes` are the other three classes.
"""

from typing import Literal, NamedTuple

from .calls import CLASSES, WRITES, CallClass

Frequency = Literal["once", "always"]

FREQUENCIES: tuple[Frequency, ...] = ("once", "always")


class Rule(NamedTuple):
    """Expected result of a cell, except what depends on the fault."""

    sends: int
    reads: int
    outcome: str
    error: str
    starts: int
    waits: int


READ_WAITS = (0.5, 1.0, 2.0, 4.0, 2.5)
"""Waits before the reads that follow a request, in seconds: a back-off up to the settle time."""

REPEATABLE = {
    ("unclear", "once"): Rule(2, 1, "returned", "-", 1, 1),
    ("unclear", "always"): Rule(2, 6, "unknown", "OutcomeUnknownError", 0, 6),
}
"""Other rules for a `verify` operation whose repeat cannot add an effect."""


def waits_of(rule: Rule, waits: tuple[float, ...]) -> tuple[float, ...]:
    """Return the waits of a cell, given those of its fault."""
    if not rule.reads:
        return waits[: rule.waits]
    if rule.sends == 1:
        return READ_WAITS[: rule.reads]
    return READ_WAITS[:1] + READ_WAITS[: rule.reads - 1]


_TABLES = {
    # The request was not sent: every call is sent again.
    "not sent": """
        safe    once    2 0  returned  -    0  1
        safe    always  3 0  not_sent  own  0  2
        writes  once    2 0  returned  -    1  1
        writes  always  3 0  not_sent  own  0  2
    """,
    # The request may have arrived, and was not applied. A 5xx belongs here too.
    "unclear": """
        safe    once    2 0  returned  -    0  1
        safe    always  3 0  unknown   own  0  2
        keyed   once    2 0  returned  -    1  1
        keyed   always  3 0  unknown   own  0  2
        verify  both    1 5  unknown   OutcomeUnknownError  0  5
        never   both    1 0  unknown   OutcomeUnknownError  0  0
    """,
    # The same, and it was applied.
    "unclear, applied": """
        safe    once    2 0  returned  -    0  1
        safe    always  3 0  unknown   own  0  2
        keyed   once    2 0  returned  -    1  1
        keyed   always  3 0  unknown   own  1  2
        verify  both    1 1  applied   -    1  1
        never   both    1 0  unknown   OutcomeUnknownError  1  0
    """,
    # The same, and it is applied after the first read of its state.
    "applied late": """
        safe    once    2 0  returned  -    0  1
        safe    always  3 0  unknown   own  0  2
        keyed   once    2 0  returned  -    1  1
        keyed   always  3 0  unknown   own  1  2
        verify  both    1 2  applied   -    1  2
        never   both    1 0  unknown   OutcomeUnknownError  1  0
    """,
    # The same, and it is applied after 3 s.
    "applied after 3 s": """
        safe    once    2 0  returned  -    0  1
        safe    always  3 0  unknown   own  0  2
        keyed   once    2 0  returned  -    1  1
        keyed   always  3 0  unknown   own  1  2
        verify  both    1 3  applied   -    1  3
        never   both    1 0  unknown   OutcomeUnknownError  1  0
    """,
    # The same response would come again, so no call is sent again.
    "not repeated": """
        safe    both    1 0  unknown   own  0  0
        keyed   both    1 0  unknown   own  0  0
        verify  both    1 5  unknown   OutcomeUnknownError  0  5
        never   both    1 0  unknown   OutcomeUnknownError  0  0
    """,
    "not repeated, applied": """
        keyed   both    1 0  unknown   own  1  0
        verify  both    1 1  applied   -    1  1
        never   both    1 0  unknown   OutcomeUnknownError  1  0
    """,
    # A success whose body cannot be read: it would come again too.
    "applied, unreadable": """
        safe    both    1 0  applied   own  0  0
        writes  both    1 0  applied   own  1  0
    """,
    # 429, or 503 with Retry-After: the call waits and is sent again.
    "throttled": """
        safe    once    2 0  returned  -    0  1
        safe    always  3 0  rejected  own  0  2
        writes  once    2 0  returned  -    1  1
        writes  always  3 0  rejected  own  0  2
    """,
    # The same, with a longer Retry-After than the client waits.
    "throttled too long": """
        safe    both    1 0  rejected  own  0  0
        writes  both    1 0  rejected  own  0  0
    """,
    # Refused by the client itself: the same request would be refused again.
    "refused by the client": """
        safe    both    1 0  not_sent  own  0  0
        writes  both    1 0  not_sent  own  0  0
    """,
    # Any 2xx is a success, and has a result if it has the documented body.
    "other success": """
        safe    both    1 0  returned  -    0  0
        writes  both    1 0  returned  -    1  0
    """,
    "other success, empty": """
        safe    both    1 0  applied   own  0  0
        writes  both    1 0  applied   own  1  0
    """,
    # 408 and 425 may be repeated according to HTTP: by calls that a repeat cannot harm.
    "repeat allowed": """
        safe    once    2 0  returned  -    0  1
        safe    always  3 0  rejected  own  0  2
        keyed   once    2 0  returned  -    1  1
        keyed   always  3 0  rejected  own  0  2
        verify  both    1 0  rejected  own  0  0
        never   both    1 0  rejected  own  0  0
    """,
    "rejected": """
        safe    both    1 0  rejected  own  0  0
        writes  both    1 0  rejected  own  0  0
    """,
    # A server that refuses and applies the call is trusted, because the client cannot know better.
    # A repeat is refused by the rule of the vendor that only a draft can be started.
    "throttled, applied": """
        keyed   once    2 0  returned  -    1  1
        keyed   always  3 0  rejected  own  1  2
        verify  once    2 0  rejected  ConflictError  1  1
        verify  always  3 0  rejected  own  1  2
        never   once    2 0  rejected  ConflictError  1  1
        never   always  3 0  rejected  own  1  2
    """,
    "throttled too long, applied": """
        writes  both    1 0  rejected  own  1  0
    """,
    "repeat allowed, applied": """
        keyed   once    2 0  returned  -    1  1
        keyed   always  3 0  rejected  own  1  2
        verify  both    1 0  rejected  own  1  0
        never   both    1 0  rejected  own  1  0
    """,
    "rejected, applied": """
        writes  both    1 0  rejected  own  1  0
    """,
}

# The server lies in these categories, so the outcome of the error is wrong too.
FALSE_REFUSALS = frozenset(
    f"{category}, applied"
    for category in ("throttled", "throttled too long", "repeat allowed", "rejected")
)

_CLASSES: dict[str, tuple[CallClass, ...]] = {
    "writes": WRITES,
    **{call_class: (call_class,) for call_class in CLASSES},
}
_FREQUENCIES: dict[str, tuple[Frequency, ...]] = {
    "both": FREQUENCIES,
    "once": ("once",),
    "always": ("always",),
}


def _read(table: str) -> dict[tuple[CallClass, Frequency], Rule]:
    rules: dict[tuple[CallClass, Frequency], Rule] = {}
    for line in table.strip().splitlines():
        classes, frequency, sends, reads, outcome, error, starts, waits = line.split()
        rule = Rule(int(sends), int(reads), outcome, error, int(starts), int(waits))
        rules |= {(c, s): rule for c in _CLASSES[classes] for s in _FREQUENCIES[frequency]}
    return rules


TABLE = {category: _read(table) for category, table in _TABLES.items()}
"""By category of fault, then by class and frequency."""
