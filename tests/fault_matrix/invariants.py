"""What holds in every cell, whatever goes wrong in it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from campaignkit import CampaignKitError

from .calls import Class
from .leaks import leaks, shown, unlike_copies
from .recorder import Vendor
from .table import LIES


class Trial(NamedTuple):
    """A call that met a fault."""

    of: Class
    means: str
    vendor: Vendor
    sends: int
    outcome: str
    end: Any
    """The result or the error."""


def broken_laws(trial: Trial, shown_elsewhere: dict[str, str]) -> list[str]:
    """The laws that a call broke, in words."""
    return [*_of_starts(trial), *_of_errors(trial), *_of_secrets(trial, shown_elsewhere)]


def _of_starts(trial: Trial) -> Iterator[str]:
    """Nothing is started twice, nor left to the vendor to refuse."""
    vendor = trial.vendor
    if vendor.starts > 1:
        yield "the fake holds two starts"
    if vendor.repeats and trial.means not in LIES:
        yield "it was sent again, without a key, to a vendor that held the start"
    if vendor.strays:
        yield "something else was sent, or to another host"
    if trial.of == "keyed":
        if None in vendor.keys or len(set(vendor.keys)) > 1:
            yield "its sends do not have one key"
    elif set(vendor.keys) - {None}:
        yield "a key was made for a call that takes none"


def _of_errors(trial: Trial) -> Iterator[str]:
    """What is said of a call is true; what the vendor says falsely cannot be known."""
    starts, end = trial.vendor.starts, trial.end
    if trial.means not in LIES and trial.outcome in ("not_sent", "rejected") and starts:
        yield f"{trial.outcome}, says the outcome, but it was applied"
    if trial.of != "safe" and trial.outcome in ("answered", "applied") and not starts:
        yield f"{trial.outcome}, says the outcome, but it was not applied"
    if isinstance(end, CampaignKitError):
        if end.attempts != trial.sends:
            yield f"{end.attempts} attempts, says the error"
        if trial.of == "keyed" and set(trial.vendor.keys) - {end.idempotency_key}:
            yield "the error tells another key than the sends had"


def _of_secrets(trial: Trial, shown_elsewhere: dict[str, str]) -> Iterator[str]:
    """Nobody sees the key or a body; and no copy of an error is less than the error."""
    places = dict(shown_elsewhere)
    if isinstance(trial.end, Exception):
        places |= shown(trial.end)
        yield from (f"its {way} is another one" for way in unlike_copies(trial.end))
    yield from (f"the key or a body shows: {place}" for place in leaks(places))
