"""What every cell of the matrix must come to, written down by hand from the design's table.

A fault is told by what it means. For each meaning there is a table of the classes:

    strikes  the first send only, or always; "both" where that makes no difference
    sends    of the call itself
    reads    that tell whether it was applied
    outcome  "answered" by a result; "applied": by a result that a read told; else the error's
    error    "own" is the fault's own, see kinds.py
    starts   that the fake holds afterwards
    waits    how many of the fault's waits: a back-off of 0.5 and 1 s, or what the server asks for;
             with reads, one before each of them: READ_WAITS

A safe call is a read and starts nothing. `writes` are the other three.
"""

from typing import Literal, NamedTuple

from .calls import CLASSES, WRITES, Class

Strikes = Literal["once", "always"]

STRIKES: tuple[Strikes, ...] = ("once", "always")


class Rule(NamedTuple):
    """What a cell comes to, but for what differs from fault to fault."""

    sends: int
    reads: int
    outcome: str
    error: str
    starts: int
    waits: int


READ_WAITS = (0.5, 1.0, 2.0, 4.0, 2.5)
"""Before the reads that follow a send, in seconds: a back-off that ends with the settle time."""

REPEATABLE = {
    ("open", "once"): Rule(2, 1, "answered", "-", 1, 1),
    ("open", "always"): Rule(2, 6, "unknown", "OutcomeUnknownError", 0, 6),
}
"""What a `verify` operation comes to whose repeat cannot add an effect, where that differs."""


def waits_of(rule: Rule, waits: tuple[float, ...]) -> tuple[float, ...]:
    """Return the waits of a cell, given those of its fault."""
    if not rule.reads:
        return waits[: rule.waits]
    if rule.sends == 1:
        return READ_WAITS[: rule.reads]
    return READ_WAITS[:1] + READ_WAITS[: rule.reads - 1]


_TABLES = {
    # "failure before the request left": everything is sent again.
    "not sent": """
        safe    once    2 0  answered  -    0  1
        safe    always  3 0  not_sent  own  0  2
        writes  once    2 0  answered  -    1  1
        writes  always  3 0  not_sent  own  0  2
    """,
    # "failure after it may have arrived", and "other 5xx". It had not been applied:
    "open": """
        safe    once    2 0  answered  -    0  1
        safe    always  3 0  unknown   own  0  2
        keyed   once    2 0  answered  -    1  1
        keyed   always  3 0  unknown   own  0  2
        verify  both    1 5  unknown   OutcomeUnknownError  0  5
        never   both    1 0  unknown   OutcomeUnknownError  0  0
    """,
    # The same, and it had been applied.
    "open, applied": """
        safe    once    2 0  answered  -    0  1
        safe    always  3 0  unknown   own  0  2
        keyed   once    2 0  answered  -    1  1
        keyed   always  3 0  unknown   own  1  2
        verify  both    1 1  applied   -    1  1
        never   both    1 0  unknown   OutcomeUnknownError  1  0
    """,
    # The same, and it is applied only after the first read of its state.
    "late": """
        safe    once    2 0  answered  -    0  1
        safe    always  3 0  unknown   own  0  2
        keyed   once    2 0  answered  -    1  1
        keyed   always  3 0  unknown   own  1  2
        verify  both    1 2  applied   -    1  2
        never   both    1 0  unknown   OutcomeUnknownError  1  0
    """,
    # The same, and the server works on it for 3 s before it is applied.
    "worked on": """
        safe    once    2 0  answered  -    0  1
        safe    always  3 0  unknown   own  0  2
        keyed   once    2 0  answered  -    1  1
        keyed   always  3 0  unknown   own  1  2
        verify  both    1 3  applied   -    1  3
        never   both    1 0  unknown   OutcomeUnknownError  1  0
    """,
    # As open, but an answer that would come again: whoever may resend does not (an exception).
    "pointless": """
        safe    both    1 0  unknown   own  0  0
        keyed   both    1 0  unknown   own  0  0
        verify  both    1 5  unknown   OutcomeUnknownError  0  5
        never   both    1 0  unknown   OutcomeUnknownError  0  0
    """,
    "pointless, applied": """
        keyed   both    1 0  unknown   own  1  0
        verify  both    1 1  applied   -    1  1
        never   both    1 0  unknown   OutcomeUnknownError  1  0
    """,
    # A success by its envelope, of which nothing can be made: it comes again too.
    "applied, unreadable": """
        safe    both    1 0  applied   own  0  0
        writes  both    1 0  applied   own  1  0
    """,
    # "429 / 503 with Retry-After": the server said no, everything waits and is sent again.
    "asked to wait": """
        safe    once    2 0  answered  -    0  1
        safe    always  3 0  rejected  own  0  2
        writes  once    2 0  answered  -    1  1
        writes  always  3 0  rejected  own  0  2
    """,
    # The same, with a wish that nobody waits for.
    "asked to wait too long": """
        safe    both    1 0  rejected  own  0  0
        writes  both    1 0  rejected  own  0  0
    """,
    # Refused on this side, before anything was sent: so would be the same request again.
    "refused here": """
        safe    both    1 0  not_sent  own  0  0
        writes  both    1 0  not_sent  own  0  0
    """,
    # A success with another status is a success, and has a result if it has the documented body.
    "other success": """
        safe    both    1 0  answered  -    0  0
        writes  both    1 0  answered  -    1  0
    """,
    "other success, empty": """
        safe    both    1 0  applied   own  0  0
        writes  both    1 0  applied   own  1  0
    """,
    # 4xx is rejected; HTTP lets 408 and 425 be repeated, which is left to whom it cannot hurt.
    "asked to repeat": """
        safe    once    2 0  answered  -    0  1
        safe    always  3 0  rejected  own  0  2
        keyed   once    2 0  answered  -    1  1
        keyed   always  3 0  rejected  own  0  2
        verify  both    1 0  rejected  own  0  0
        never   both    1 0  rejected  own  0  0
    """,
    "rejected": """
        safe    both    1 0  rejected  own  0  0
        writes  both    1 0  rejected  own  0  0
    """,
    # A server that says no and did it all the same is believed: nothing else can be known of it.
    # Whoever is sent again meets the vendor's own rule that only a draft can be started.
    "asked to wait, applied": """
        keyed   once    2 0  answered  -    1  1
        keyed   always  3 0  rejected  own  1  2
        verify  once    2 0  rejected  ConflictError  1  1
        verify  always  3 0  rejected  own  1  2
        never   once    2 0  rejected  ConflictError  1  1
        never   always  3 0  rejected  own  1  2
    """,
    "asked to wait too long, applied": """
        writes  both    1 0  rejected  own  1  0
    """,
    "asked to repeat, applied": """
        keyed   once    2 0  answered  -    1  1
        keyed   always  3 0  rejected  own  1  2
        verify  both    1 0  rejected  own  1  0
        never   both    1 0  rejected  own  1  0
    """,
    "rejected, applied": """
        writes  both    1 0  rejected  own  1  0
    """,
}

# In these a server lies, so an error that repeats its words does not tell the truth.
LIES = frozenset(
    f"{meaning}, applied"
    for meaning in ("asked to wait", "asked to wait too long", "asked to repeat", "rejected")
)

_CLASSES: dict[str, tuple[Class, ...]] = {"writes": WRITES, **{each: (each,) for each in CLASSES}}
_STRIKES: dict[str, tuple[Strikes, ...]] = {
    "both": STRIKES,
    "once": ("once",),
    "always": ("always",),
}


def _read(table: str) -> dict[tuple[Class, Strikes], Rule]:
    rules: dict[tuple[Class, Strikes], Rule] = {}
    for line in table.strip().splitlines():
        classes, strikes, sends, reads, outcome, error, starts, waits = line.split()
        rule = Rule(int(sends), int(reads), outcome, error, int(starts), int(waits))
        rules |= {(c, s): rule for c in _CLASSES[classes] for s in _STRIKES[strikes]}
    return rules


TABLE = {meaning: _read(table) for meaning, table in _TABLES.items()}
"""By the meaning of the fault, then by class and strikes."""
