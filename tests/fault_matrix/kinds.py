"""The faults of the matrix, each with what it means, the error that tells it, and its waits."""

from typing import NamedTuple

import httpx
from campaignkit_fake import FAULTS, Fault

from . import faulty_servers as misdeeds
from .calls import CLASSES, WRITES, Class
from .http_clients import BadHeader, RaisesForStatus, RequestHook, ResponseHook
from .injection import Delayed, InProcess, OnWire, OtherHost, OtherSuccess, Raised, Refused, Way

BACK_OFF = (0.5, 1.0)
"""Full jitter that is as long as it can be."""

DAY = "86400"
SILENT = {"timeout": 0.08}  # seconds; the only ones that pass
SMALL = {"max_response_bytes": 1_000_000}
HUGE = 50 * 2**20

CONNECTION = "APIConnectionError"
TIMEOUT = "APITimeoutError"
STATUS = "APIStatusError"
CONFLICT = "ConflictError"
LIMIT = "RateLimitError"
SERVER = "InternalServerError"
ODD = "NonStandardStatusError"
DECODE = "ResponseDecodeError"
HOOK = "HookError"
ARGUMENT = "InvalidArgumentError"


class Kind(NamedTuple):
    """One fault."""

    name: str
    means: str
    """Which of the tables in table.py it has."""
    error: str
    way: Way
    waits: tuple[float, ...] = BACK_OFF
    classes: tuple[Class, ...] = CLASSES


_NOT_SENT = [
    Kind("connection refused", "not sent", CONNECTION, Refused()),
    Kind("no such host", "not sent", CONNECTION, Raised(httpx.ConnectError)),
    Kind("connect timeout", "not sent", TIMEOUT, Raised(httpx.ConnectTimeout)),
    Kind("pool timeout", "not sent", TIMEOUT, Raised(httpx.PoolTimeout)),
]

_LOST = [
    Kind("reset before it was read", "open", CONNECTION, OnWire(misdeeds.reset_unread)),
    Kind("read, then reset", "open", CONNECTION, OnWire(misdeeds.reset_unapplied)),
    Kind("read, then closed", "open", CONNECTION, InProcess(FAULTS["dropped"])),
    Kind("no answer in time", "open", TIMEOUT, InProcess(FAULTS["timed out, not applied"])),
    Kind(
        "applied, then closed",
        "open, applied",
        CONNECTION,
        OnWire(misdeeds.applied_then_closed),
    ),
    Kind("applied, then reset", "open, applied", CONNECTION, OnWire(misdeeds.applied_then_reset)),
    Kind("applied, reset in the body", "open, applied", CONNECTION, OnWire(misdeeds.reset_in_body)),
    Kind(
        "applied, no answer in time",
        "open, applied",
        TIMEOUT,
        InProcess(FAULTS["timed out"]),
    ),
    Kind(
        "applied, then silent",
        "open, applied",
        TIMEOUT,
        OnWire(misdeeds.applied_then_silent, SILENT),
    ),
    Kind("late delivery", "late", TIMEOUT, Delayed(after_reads=1)),
    Kind("worked on for 3 s", "worked on", SERVER, Delayed(after_seconds=3, status=504)),
]


def _status(
    status: int,
    means: str,
    error: str,
    retry_after: str | None = None,
    wish: str = "",
    waits: tuple[float, ...] = BACK_OFF,
    *,
    is_applied: bool = False,
) -> Kind:
    """A status, and what the server wishes with it; applied, for what can be."""
    classes = WRITES if is_applied else CLASSES
    means += ", applied" if is_applied else ""
    name = f"applied, then {status}" if is_applied else str(status)
    fault = Fault(status=status, retry_after=retry_after, after=is_applied)
    return Kind(
        name + (f", {wish}" if wish else ""), means, error, InProcess(fault), waits, classes
    )


def _answers(*, is_applied: bool) -> list[Kind]:
    """The statuses that come before, or after, the request is carried out."""

    def of(status: int, means: str, error: str, wish: str | None = None, name: str = "") -> Kind:
        waits = (float(wish),) * 2 if wish and wish.isdigit() else BACK_OFF
        return _status(status, means, error, wish, name, waits, is_applied=is_applied)

    return [
        of(500, "open", SERVER),
        of(502, "open", SERVER),
        of(503, "open", SERVER),
        of(520, "open", ODD),
        of(599, "open", ODD),
        of(429, "asked to wait", LIMIT),
        of(429, "asked to wait", LIMIT, "7", "wait 7"),
        of(503, "asked to wait", SERVER, "7", "wait 7"),
        of(429, "asked to wait too long", LIMIT, DAY, "wait a day"),
        of(408, "asked to repeat", STATUS),
        of(425, "asked to repeat", STATUS),
        of(409, "rejected", CONFLICT),
    ]


def _wish(text: str, name: str, waits: tuple[float, ...] = BACK_OFF) -> Kind:
    return _status(429, "asked to wait", LIMIT, text, name, waits)


# What else a server may write after Retry-After. The fake's time begins on 1 May 2026 at noon.
_WISHES = [
    _wish("0", "wait 0"),
    _wish("1.5", "wait 1.5", (1.5, 1.5)),
    _wish("Fri, 01 May 2026 12:00:20 GMT", "until 12:00:20", (20.0, 1.0)),
    _wish("Thu, 30 Apr 2026 12:00:00 GMT", "until yesterday"),
    _wish("-5", "wait -5"),
    _wish("soon", "wait nonsense"),
    _status(503, "asked to wait", SERVER, "0", "wait 0"),
    # A 503 with a wish that makes no sense is like any other 5xx.
    _status(503, "open", SERVER, "soon", "wait nonsense"),
    _status(503, "asked to wait too long", SERVER, DAY, "wait a day"),
]


def _redirects(*, is_applied: bool) -> list[Kind]:
    """The redirects to another host; some say that the request was not looked at."""
    after = ", applied" if is_applied else ""
    return [
        Kind(
            f"applied, then {status}" if is_applied else str(status),
            means + after,
            DECODE,
            OtherHost(status, is_applied),
            classes=WRITES if is_applied else CLASSES,
        )
        for status, means in {
            301: "rejected",
            302: "pointless",
            303: "pointless",
            307: "rejected",
        }.items()
    ]


_SPOILS: dict[str, misdeeds.Spoil] = {
    "half of the JSON": misdeeds.half,
    "HTML": misdeeds.html,
    "empty": misdeeds.empty,
    "wrong charset": misdeeds.latin_1,
    "content length too long": misdeeds.too_long,
    "content length too short": misdeeds.too_short,
    "invalid gzip": misdeeds.not_gzip,
}


def _spoiled(*, is_applied: bool) -> list[Kind]:
    """The answers with 200 that cannot be read."""
    after = ", applied" if is_applied else ""
    begin = "applied, then " if is_applied else ""
    classes = WRITES if is_applied else CLASSES
    kinds = [
        Kind(
            begin + name,
            f"open{after}",
            # A connection that ends too early is no answer.
            CONNECTION if spoil is misdeeds.too_long else DECODE,
            OnWire(misdeeds.spoiled(spoil, is_applied=is_applied)),
            classes=classes,
        )
        for name, spoil in _SPOILS.items()
    ]
    endless = OnWire(misdeeds.endless(HUGE, is_applied=is_applied), SMALL)
    large = Kind(f"{begin}50 MB of 1 MB", f"pointless{after}", DECODE, endless, classes=classes)
    return [*kinds, large]


_SHAPE = Kind(
    "applied, then another shape",
    "applied, unreadable",
    DECODE,
    OnWire(misdeeds.spoiled(misdeeds.other_shape, is_applied=True)),
)

REFUSED_HERE = [
    Kind("request hook raises", "refused here", HOOK, RequestHook()),
    Kind("header that httpx refuses", "refused here", ARGUMENT, BadHeader()),
]

RESPONSE_HOOK = Kind(
    "applied, then a response hook raises", "applied, unreadable", HOOK, ResponseHook()
)
RAISES_FOR_500 = Kind(
    "applied, then 500, raise_for_status",
    "open, applied",
    SERVER,
    RaisesForStatus(Fault(status=500, after=True)),
)
_HOOKS = [
    RESPONSE_HOOK,
    Kind("503, raise_for_status", "open", SERVER, RaisesForStatus(Fault(status=503))),
    RAISES_FOR_500,
    Kind(
        "429, wait 7, raise_for_status",
        "asked to wait",
        LIMIT,
        RaisesForStatus(Fault(status=429, retry_after="7")),
        (7.0, 7.0),
    ),
    Kind("409, raise_for_status", "rejected", CONFLICT, RaisesForStatus(Fault(status=409))),
]

OTHER_SUCCESSES = [
    *(Kind(f"{status}", "other success", "-", OtherSuccess(status, True)) for status in (201, 202)),
    *(
        Kind(f"{status}, empty", "other success, empty", DECODE, OtherSuccess(status, False))
        for status in (201, 202, 204)
    ),
]

# The job of the keyed calls is begun with 202 in the spec too.
_OTHER_SUCCESSES = [
    each._replace(classes=("safe", "verify", "never")) if "202" in each.name else each
    for each in OTHER_SUCCESSES
]

KINDS: dict[str, list[Kind]] = {
    "Not sent": _NOT_SENT,
    "Refused before it is sent": REFUSED_HERE,
    "No answer": _LOST,
    "Statuses": [*_answers(is_applied=False), *_answers(is_applied=True)],
    "Further forms of Retry-After": _WISHES,
    "Redirects to another host": [*_redirects(is_applied=False), *_redirects(is_applied=True)],
    "Spoiled answers with 200": [
        *_spoiled(is_applied=False),
        *_spoiled(is_applied=True),
        _SHAPE,
    ],
    "Success with a status that is not documented": _OTHER_SUCCESSES,
    "Response hooks of the caller's client": _HOOKS,
}
"""By the headings of the page that shows them."""
