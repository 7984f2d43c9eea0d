"""Cleanup: removal of what a killed run left, by its ledger."""

from collections.abc import Iterator
from pathlib import Path

import httpx

from ..targets.live_settings import LiveSettings, UsageError
from ..targets.rate_limit import RateLimitedTransport
from ..targets.target import Target
from .ledger import Ledger
from .removal import Removal
from .sandbox import Sandbox


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


def clean(path: Path, settings: LiveSettings) -> Removal | None:
    """Remove what the ledger of a run names.

    Args:
        path: The ledger.
        settings: Settings with the keys of the run.

    Returns:
        The removal, with what stays and why; None if the ledger has nothing to remove.

    Raises:
        UsageError: The file is not a ledger, or a key is missing.
    """
    settings.check_keys()
    ledger = _load(path)
    if not any(ledger.open_entries()):
        return None
    vendors = {entry.operation.partition("_")[0] for entry in ledger.open_entries()}
    if missing := sorted(vendors - set(settings.vendors)):
        raise UsageError(f"set {missing[0].upper()}_API_KEY: the run has made something with it")
    transport = RateLimitedTransport(settings.rate_limit)
    with httpx.Client(transport=transport, base_url=ledger.header["server"]) as client:
        target = Target(client, keys=settings.keys, ids={}, may_write=True)
        sandbox = Sandbox(target)
        sandbox.resume(ledger)
        sandbox.close()
    return sandbox.removal


def cleanup_lines(removal: Removal | None) -> Iterator[str]:
    """Yield what a cleanup removed, what it could not remove, and what stays."""
    if removal is None:
        yield "nothing to remove: the run has removed what its ledger names"
        return
    for (kind, operation), count in removal.removed.items():
        yield f"removed: {count} of {kind} ({operation})"
    for operation, count in removal.undone.items():
        yield f"undone: {count} of {operation}"
    for name, reason in removal.failures.items():
        yield f"not removed: {name}: {reason}"
    for name in removal.kept:
        yield f"stays: {name}: no operation removes it"
    if removal.failures:
        yield "the ledger still names what is not removed: run clean again, or remove it yourself"
    elif not (removal.removed or removal.undone or removal.kept):
        yield "nothing to remove: the server has nothing that the ledger names"


def _load(path: Path) -> Ledger:
    try:
        return Ledger.load(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise UsageError(f"{path} must be the ledger of a run: {error}") from None
