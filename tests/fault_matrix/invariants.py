"""Invariants that hold in every cell, under every fault."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from campaignkit import CampaignKitError

from .calls import CallClass
from .leaks import leaks, lossy_copies, visible_texts
from .recorder import Recorder
from .table import FALSE_REFUSALS


class CallRun(NamedTuple):
    """Call of a class that met a fault."""

    call_class: CallClass
    category: str
    recorder: Recorder
    sends: int
    outcome: str
    returned: Any
    """Result or error of the call."""


def violations(run: CallRun, shown_elsewhere: dict[str, str]) -> list[str]:
    """Return the invariants that a call violates, in words."""
    return [
        *_start_violations(run),
        *_outcome_violations(run),
        *_secret_violations(run, shown_elsewhere),
    ]


def _start_violations(run: CallRun) -> Iterator[str]:
    """Yield second starts and requests that were not expected."""
    recorder = run.recorder
    if recorder.starts > 1:
        yield "the fake holds two starts"
    if recorder.unkeyed_repeats and run.category not in FALSE_REFUSALS:
        yield "it was sent again, without a key, to a server that had applied it"
    if recorder.unexpected_requests:
        yield "an unexpected request was sent, or to another host"
    if run.call_class == "keyed":
        if None in recorder.keys or len(set(recorder.keys)) > 1:
            yield "its requests do not have the same key"
    elif set(recorder.keys) - {None}:
        yield "a call without keys has a key"


def _outcome_violations(run: CallRun) -> Iterator[str]:
    """Yield wrong outcomes, except those of a server that lies."""
    starts, end = run.recorder.starts, run.returned
    if run.category not in FALSE_REFUSALS and run.outcome in ("not_sent", "rejected") and starts:
        yield f"{run.outcome} is the outcome, but it was applied"
    if run.call_class != "safe" and run.outcome in ("returned", "applied") and not starts:
        yield f"{run.outcome} is the outcome, but it was not applied"
    if isinstance(end, CampaignKitError):
        if end.attempts != run.sends:
            yield f"{end.attempts} attempts in the error"
        if run.call_class == "keyed" and set(run.recorder.keys) - {end.idempotency_key}:
            yield "the error has another key than the requests"


def _secret_violations(run: CallRun, shown_elsewhere: dict[str, str]) -> Iterator[str]:
    """Yield texts that contain the key or a body, and copies of errors that lose something."""
    places = dict(shown_elsewhere)
    if isinstance(run.returned, Exception):
        places |= visible_texts(run.returned)
        yield from (f"its {name} differs" for name in lossy_copies(run.returned))
    yield from (f"the key or a body is visible: {place}" for place in leaks(places))
