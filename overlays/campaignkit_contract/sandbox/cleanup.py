"""Cleanup: removal of what a killed run left, by its ledger."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from ..targets.live_settings import LiveSettings, UsageError
from ..targets.rate_limit import RateLimitedTransport
from ..targets.target import Target
from .ledger import Ledger
from .removal import JOB_AUDIENCES, name_of
from .sandbox import Sandbox

_JOBS = "sonarly jobId"
_MAX_SHOWN = 20


def check_ledger(path: Path) -> None:
    """Remove the ledger of a run that has ended.

    Raises:
        UsageError: The ledger names what a killed run left.
    """
    if not path.exists():
        return
    if any(_load(path).open_entries()):
        raise UsageError(f"{path} names what a run left: run `campaignkit contract clean` first")
    path.unlink()


@dataclass(frozen=True)
class Cleanup:
    """What a cleanup removed, and what it could not remove."""

    kept: Mapping[str, Sequence[str]]
    """Resources of the run that stay, by kind, because no operation removes them."""
    removed: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Numbers of removed resources by kind and by the operation that removes them."""
    undone: Mapping[str, int] = field(default_factory=dict)
    """Numbers of calls that were undone, by operation."""
    failures: Mapping[str, str] = field(default_factory=dict)
    """Reasons by what could not be removed."""

    @property
    def lines(self) -> Iterator[str]:
        """Yield the lines to print."""
        for (kind, operation), count in self.removed.items():
            yield f"removed: {count} of {kind} ({operation})"
        for operation, count in self.undone.items():
            yield f"undone: {count} of {operation}"
        for name, reason in self.failures.items():
            yield f"not removed: {name}: {reason}"
        if self.failures:
            yield "what is not removed stays in the ledger: run clean again, or remove it yourself"
        elif not (self.removed or self.undone):
            yield "nothing to remove: the server has nothing more that the ledger names"
        for kind, names in self.kept.items():
            rest = len(names) - _MAX_SHOWN
            more = f" and {rest} more, which the ledger names" if rest > 0 else ""
            shown = ", ".join(names[:_MAX_SHOWN])
            yield f"stays: {len(names)} of {kind}: no operation removes it: {shown}{more}"
        if _JOBS in self.kept:
            yield f"stays: {JOB_AUDIENCES}"


def clean(path: Path, settings: LiveSettings) -> Cleanup:
    """Remove what the ledger of a run names.

    Args:
        path: The ledger.
        settings: Settings with the keys of the run.

    Returns:
        What was removed, what was not, and what stays.

    Raises:
        UsageError: The file is not a ledger, or a key is missing.
    """
    ledger = _load(path)
    vendors = {entry.operation.partition("_")[0] for entry in ledger.open_entries()}
    if not vendors:
        return Cleanup(_kept(ledger))
    if missing := sorted(vendors - set(settings.vendors)):
        raise UsageError(f"set {missing[0].upper()}_API_KEY: the run has made something with it")
    base_url = ledger.header["server"]
    transport = RateLimitedTransport(settings.rate_limit, base_url=base_url)
    with httpx.Client(transport=transport, base_url=base_url) as client:
        target = Target(client, keys=settings.keys, ids={}, may_write=True)
        sandbox = Sandbox(target)
        sandbox.resume(ledger)
        sandbox.close()
    removal = sandbox.removal
    return Cleanup(_kept(ledger), removal.removed, removal.undone, removal.failures)


def _kept(ledger: Ledger) -> dict[str, list[str]]:
    kept: dict[str, list[str]] = {}
    for entry in ledger.entries:
        if entry.state == "kept":
            kept.setdefault(entry.kind, []).append(name_of(entry))
    return kept


def _load(path: Path) -> Ledger:
    try:
        return Ledger.load(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise UsageError(f"{path} must be the ledger of a run: {error}") from None
