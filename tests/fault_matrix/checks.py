"""What a call of any operation came to when something went wrong, and what has to be true of it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from campaignkit import CampaignKitError
from campaignkit_runtime.arguments import matches
from campaignkit_runtime.operations import Call

from .recorder import Vendor
from .setups import Stage, Subject, reference_of


class StageVendor(Vendor):
    """The vendor of one cell, whose fake any operation is for."""

    def __init__(self, stage: Stage, call: Call[Any], strikes: int) -> None:
        super().__init__(stage.fake, call, strikes)
        self._stage = stage

    @property
    def starts(self) -> int:
        """How many writes the fake has carried out."""
        return self._stage.clock.writes - self._stage.before.writes


class Trial(NamedTuple):
    """A call that met a fault."""

    subject: Subject
    vendor: StageVendor
    is_before: bool
    """Whether the fake holds what it held before the call."""
    is_after: bool
    """Whether it holds what it does after one call where nothing goes wrong."""
    end: Any
    """The result or the error."""

    @property
    def told(self) -> tuple[str, str]:
        """The outcome and the error."""
        if isinstance(self.end, CampaignKitError):
            return self.end.outcome, type(self.end).__name__
        return "applied" if self.vendor.is_read_last else "answered", "-"


def broken_laws(trial: Trial) -> Iterator[str]:
    """The laws that a call broke, in words."""
    yield from _of_state(trial)
    yield from _of_sends(trial)
    yield from _of_result(trial)


def _of_state(trial: Trial) -> Iterator[str]:
    """It is done once or not at all, and what is said of that is so."""
    outcome, _ = trial.told
    if not (trial.is_before or trial.is_after):
        yield "the state is neither that before the call nor that after one"
    if outcome in ("not_sent", "rejected") and not trial.is_before:
        yield f"{outcome}, says the outcome, but it was applied"
    if outcome in ("answered", "applied") and not trial.is_after:
        yield f"{outcome}, says the outcome, but it was not applied"
    if trial.subject.of == "safe" and not trial.is_before:
        yield "a read changes the state"


def _of_sends(trial: Trial) -> Iterator[str]:
    """Only what has a key is sent to a vendor that has done it, and nothing else is sent."""
    vendor = trial.vendor
    if vendor.repeats:
        yield "it was sent again, without a key, to a vendor that had done it"
    if vendor.strays:
        yield "something else was sent"
    if trial.subject.of == "keyed":
        if None in vendor.keys or len(set(vendor.keys)) > 1:
            yield "its sends do not have one key"
    elif set(vendor.keys) - {None}:
        yield "a key was made for a call that takes none"


def _of_result(trial: Trial) -> Iterator[str]:
    """A result is the one of a call where nothing goes wrong, as far as a read tells it."""
    if isinstance(trial.end, CampaignKitError):
        if trial.end.attempts != len(trial.vendor.keys):
            yield f"{trial.end.attempts} attempts, says the error"
        return
    healthy = reference_of(trial.subject).result
    is_same = matches(healthy, trial.end) if trial.vendor.is_read_last else trial.end == healthy
    if not is_same:
        yield f"{trial.end!r} is the result instead of {healthy!r}"
