"""Faults of the matrix: category, injection, error and waits of each."""

from typing import NamedTuple

import httpx
from campaignkit_fake import FAULTS, Fault

from . import faulty_servers
from .calls import CLASSES, WRITES, CallClass
from .http_clients import BadHeader, RaisesForStatus, RequestHook, ResponseHook
from .injection import (
    Delayed,
    Injection,
    InProcess,
    OnSocket,
    OtherHost,
    OtherSuccess,
    Raised,
    Refused,
)

BACK_OFF = (0.5, 1.0)
"""Longest possible back-offs with full jitter, in seconds."""

DAY = "86400"
SILENT = {"timeout": 0.5}  # seconds of real time, in which a busy machine can serve a read
SMALL = {"max_response_bytes": 1_000_000}
HUGE = 50 * 2**20

CONNECTION = "APIConnectionError"
TIMEOUT = "APITimeoutError"
STATUS = "APIStatusError"
CONFLICT = "ConflictError"
LIMIT = "RateLimitError"
SERVER = "InternalServerError"
NON_STANDARD = "NonStandardStatusError"
DECODE = "ResponseDecodeError"
HOOK = "HookError"
ARGUMENT = "InvalidArgumentError"


class FaultKind(NamedTuple):
    """Kind of fault."""

    name: str
    category: str
    """Name of its table in table.py."""
    error: str
    injection: Injection
    waits: tuple[float, ...] = BACK_OFF
    classes: tuple[CallClass, ...] = CLASSES


_NOT_SENT = [
    FaultKind("connection refused", "not sent", CONNECTION, Refused()),
    FaultKind("no such host", "not sent", CONNECTION, Raised(httpx.ConnectError)),
    FaultKind("connect timeout", "not sent", TIMEOUT, Raised(httpx.ConnectTimeout)),
    FaultKind("pool timeout", "not sent", TIMEOUT, Raised(httpx.PoolTimeout)),
]

_LOST = [
    FaultKind(
        "reset before it was read", "unclear", CONNECTION, OnSocket(faulty_servers.reset_unread)
    ),
    FaultKind("read, then reset", "unclear", CONNECTION, OnSocket(faulty_servers.reset_unapplied)),
    FaultKind("read, then closed", "unclear", CONNECTION, InProcess(FAULTS["dropped"])),
    FaultKind(
        "no response in time", "unclear", TIMEOUT, InProcess(FAULTS["timed out, not applied"])
    ),
    FaultKind(
        "applied, then closed",
        "unclear, applied",
        CONNECTION,
        OnSocket(faulty_servers.applied_then_closed),
    ),
    FaultKind(
        "applied, then reset",
        "unclear, applied",
        CONNECTION,
        OnSocket(faulty_servers.applied_then_reset),
    ),
    FaultKind(
        "applied, reset in the body",
        "unclear, applied",
        CONNECTION,
        OnSocket(faulty_servers.reset_in_body),
    ),
    FaultKind(
        "applied, no response in time",
        "unclear, applied",
        TIMEOUT,
        InProcess(FAULTS["timed out"]),
    ),
    FaultKind(
        "applied, then silent",
        "unclear, applied",
        TIMEOUT,
        OnSocket(faulty_servers.applied_then_silent, SILENT),
    ),
    FaultKind("late delivery", "applied late", TIMEOUT, Delayed(after_reads=1)),
    FaultKind(
        "applied after 3 s", "applied after 3 s", SERVER, Delayed(after_seconds=3, status=504)
    ),
]


def _status(
    status: int,
    category: str,
    error: str,
    retry_after: str | None = None,
    label: str = "",
    waits: tuple[float, ...] = BACK_OFF,
    *,
    is_applied: bool = False,
) -> FaultKind:
    """Return the fault of a status, with Retry-After. A safe call cannot be applied."""
    classes = WRITES if is_applied else CLASSES
    category += ", applied" if is_applied else ""
    name = f"applied, then {status}" if is_applied else str(status)
    fault = Fault(status=status, retry_after=retry_after, after=is_applied)
    return FaultKind(
        name + (f", {label}" if label else ""), category, error, InProcess(fault), waits, classes
    )


def _status_kinds(*, is_applied: bool) -> list[FaultKind]:
    """Return the faults of statuses, before or after the request is applied."""

    def status_kind(
        status: int, category: str, error: str, retry_after: str | None = None, name: str = ""
    ) -> FaultKind:
        waits = (float(retry_after),) * 2 if retry_after and retry_after.isdigit() else BACK_OFF
        return _status(status, category, error, retry_after, name, waits, is_applied=is_applied)

    return [
        status_kind(500, "unclear", SERVER),
        status_kind(502, "unclear", SERVER),
        status_kind(503, "unclear", SERVER),
        status_kind(520, "unclear", NON_STANDARD),
        status_kind(599, "unclear", NON_STANDARD),
        status_kind(429, "throttled", LIMIT),
        status_kind(429, "throttled", LIMIT, "7", "wait 7"),
        status_kind(503, "throttled", SERVER, "7", "wait 7"),
        status_kind(429, "throttled too long", LIMIT, DAY, "wait a day"),
        status_kind(408, "repeat allowed", STATUS),
        status_kind(425, "repeat allowed", STATUS),
        status_kind(409, "rejected", CONFLICT),
    ]


def _retry_after_kind(text: str, name: str, waits: tuple[float, ...] = BACK_OFF) -> FaultKind:
    return _status(429, "throttled", LIMIT, text, name, waits)


# Other forms of Retry-After. The fake's time begins on 1 May 2026 at noon.
_RETRY_AFTER_KINDS = [
    _retry_after_kind("0", "wait 0"),
    _retry_after_kind("1.5", "wait 1.5", (1.5, 1.5)),
    _retry_after_kind("Fri, 01 May 2026 12:00:20 GMT", "until 12:00:20", (20.0, 1.0)),
    _retry_after_kind("Thu, 30 Apr 2026 12:00:00 GMT", "until yesterday"),
    _retry_after_kind("-5", "wait -5"),
    _retry_after_kind("soon", "invalid wait"),
    _status(503, "throttled", SERVER, "0", "wait 0"),
    # A 503 with an unreadable Retry-After is like any other 5xx.
    _status(503, "unclear", SERVER, "soon", "invalid wait"),
    _status(503, "throttled too long", SERVER, DAY, "wait a day"),
]


def _redirects(*, is_applied: bool) -> list[FaultKind]:
    """Return redirects to another host. With 301 and 307, the request was not processed."""
    after = ", applied" if is_applied else ""
    return [
        FaultKind(
            f"applied, then {status}" if is_applied else str(status),
            category + after,
            DECODE,
            OtherHost(status, is_applied),
            classes=WRITES if is_applied else CLASSES,
        )
        for status, category in {
            301: "rejected",
            302: "not repeated",
            303: "not repeated",
            307: "rejected",
        }.items()
    ]


_CORRUPTIONS: dict[str, faulty_servers.Corruption] = {
    "half of the JSON": faulty_servers.half,
    "HTML": faulty_servers.html,
    "empty": faulty_servers.empty,
    "wrong charset": faulty_servers.latin_1,
    "content length too long": faulty_servers.too_long,
    "content length too short": faulty_servers.too_short,
    "invalid gzip": faulty_servers.not_gzip,
}


def _spoiled(*, is_applied: bool) -> list[FaultKind]:
    """Return responses with 200 that cannot be read."""
    after = ", applied" if is_applied else ""
    prefix = "applied, then " if is_applied else ""
    classes = WRITES if is_applied else CLASSES
    kinds = [
        FaultKind(
            prefix + name,
            f"unclear{after}",
            # If the connection ends too early, the response is missing.
            CONNECTION if corruption is faulty_servers.too_long else DECODE,
            OnSocket(faulty_servers.corrupted(corruption, is_applied=is_applied)),
            classes=classes,
        )
        for name, corruption in _CORRUPTIONS.items()
    ]
    endless = OnSocket(faulty_servers.endless(HUGE, is_applied=is_applied), SMALL)
    large = FaultKind(
        f"{prefix}50 MB of 1 MB", f"not repeated{after}", DECODE, endless, classes=classes
    )
    return [*kinds, large]


_SCHEMA = FaultKind(
    "applied, then another schema",
    "applied, unreadable",
    DECODE,
    OnSocket(faulty_servers.corrupted(faulty_servers.other_schema, is_applied=True)),
)

REFUSED_HERE = [
    FaultKind("request hook raises", "refused by the client", HOOK, RequestHook()),
    FaultKind("header that httpx refuses", "refused by the client", ARGUMENT, BadHeader()),
]

RESPONSE_HOOK = FaultKind(
    "applied, then a response hook raises", "applied, unreadable", HOOK, ResponseHook()
)
RAISES_FOR_500 = FaultKind(
    "applied, then 500, raise_for_status",
    "unclear, applied",
    SERVER,
    RaisesForStatus(Fault(status=500, after=True)),
)
_HOOKS = [
    RESPONSE_HOOK,
    FaultKind("503, raise_for_status", "unclear", SERVER, RaisesForStatus(Fault(status=503))),
    RAISES_FOR_500,
    FaultKind(
        "429, wait 7, raise_for_status",
        "throttled",
        LIMIT,
        RaisesForStatus(Fault(status=429, retry_after="7")),
        (7.0, 7.0),
    ),
    FaultKind("409, raise_for_status", "rejected", CONFLICT, RaisesForStatus(Fault(status=409))),
]

OTHER_SUCCESSES = [
    *(
        FaultKind(f"{status}", "other success", "-", OtherSuccess(status, True))
        for status in (201, 202)
    ),
    *(
        FaultKind(f"{status}, empty", "other success, empty", DECODE, OtherSuccess(status, False))
        for status in (201, 202, 204)
    ),
]

# 202 is documented for the job of the keyed calls.
_OTHER_SUCCESSES = [
    kind._replace(classes=("safe", "verify", "never")) if "202" in kind.name else kind
    for kind in OTHER_SUCCESSES
]

KINDS: dict[str, list[FaultKind]] = {
    "Not sent": _NOT_SENT,
    "Refused before it is sent": REFUSED_HERE,
    "No response": _LOST,
    "Statuses": [*_status_kinds(is_applied=False), *_status_kinds(is_applied=True)],
    "Further forms of Retry-After": _RETRY_AFTER_KINDS,
    "Redirects to another host": [*_redirects(is_applied=False), *_redirects(is_applied=True)],
    "Unreadable responses with 200": [
        *_spoiled(is_applied=False),
        *_spoiled(is_applied=True),
        _SCHEMA,
    ],
    "Success with a status that is not documented": _OTHER_SUCCESSES,
    "Response hooks of the caller's client": _HOOKS,
}
"""By the headings of the page."""
