"""Removal that one Ctrl-C does not prevent, and that a second one ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class PersistentRemoval:
    """Removal of what a run made since an entry of its ledger.

    Args:
        remove: Function that removes what was made since an entry.
    """

    def __init__(self, remove: Callable[[int], None]) -> None:
        self._remove = remove
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
