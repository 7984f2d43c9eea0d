"""Removal that one Ctrl-C does not prevent, and that a second one ends."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..targets.target import Target
from .leads import LeadPool
from .removal import Removal


class PersistentRemoval:
    """Removal of what a run made since an entry of its ledger.

    Args:
        target: The server.
        removal: Removal of the entries of the ledger.
        leads: Leads that campaigns of the run contact.
    """

    def __init__(self, target: Target, removal: Removal, leads: LeadPool) -> None:
        self._target, self._removal, self._leads = target, removal, leads
        self._interrupts: list[KeyboardInterrupt] = []

    def run(self, since: int) -> None:
        """Remove what was made since an entry, unless Ctrl-C came twice."""
        if len(self._interrupts) > 1:
            return
        try:
            self._remove(since)
        except KeyboardInterrupt as error:
            self.note(error)
            self.run(since)
            raise

    def _remove(self, since: int) -> None:
        with self._target.cleaning():
            self._removal.run(since)
        kinds = {entry.kind for entry in self._removal.ledger.open_entries()}
        if since == 0 or "sonarly campaignId" not in kinds:
            self._leads.clear()

    @contextmanager
    def after(self, since: int) -> Iterator[None]:
        """Remove what was made since an entry when the block ends, also by an error."""
        try:
            yield
        except KeyboardInterrupt as error:
            self.note(error)
            raise
        finally:
            self.run(since)

    def note(self, error: BaseException | None) -> None:
        """Remember each Ctrl-C once, however many blocks it ends."""
        if isinstance(error, KeyboardInterrupt) and error not in self._interrupts:
            self._interrupts.append(error)
