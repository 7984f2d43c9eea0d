"""Journal of a synchronisation: which contacts were sent, and what became of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .contact_rows import Contact
from .file_lock import lock_file

SENT, DONE = "sent", "done"


class Journal:
    """States of contacts in a file beside the contacts.

    A contact is `sent` before its call and `done` after it. What is only `sent` has an unknown
    outcome, because the command ended in between.

    Args:
        contacts: File of the contacts.
        campaign_id: ID of the campaign.
    """

    def __init__(self, contacts: Path, campaign_id: str) -> None:
        self.path = contacts.with_name(f"{contacts.name}.{campaign_id}.sync")
        self._is_cut = False
        self._states: dict[str, str] = {}
        self._read()

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the journal, so that no second run sends the same contacts.

        Raises:
            CommandError: Another run holds it.
        """
        with lock_file(self.path):
            self._read()
            yield

    def state_of(self, contact: Contact) -> str | None:
        """Return the state of a contact with these values; None if it was not sent."""
        return self._states.get(_key(contact))

    def record(self, contacts: Iterable[Contact], state: str) -> None:
        """Write the state of contacts, before anything else happens."""
        keys = [_key(contact) for contact in contacts]
        lines = "".join(json.dumps([key, state]) + "\n" for key in keys)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(f"\n{lines}" if self._is_cut else lines)
        self._is_cut = False
        self._states.update(dict.fromkeys(keys, state))

    def remove(self) -> None:
        """Remove the journal."""
        self.path.unlink(missing_ok=True)

    def _read(self) -> None:
        """Read the states. A full disk can cut off a line; such a line is left out."""
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        self._is_cut = bool(text) and not text.endswith("\n")
        for line in text.splitlines():
            with suppress(ValueError):
                key, state = json.loads(line)
                self._states[key] = state


def _key(contact: Contact) -> str:
    """Return a digest of all values, so that the journal holds no personal data."""
    values = json.dumps(contact[1:], sort_keys=True)
    return hashlib.sha256(values.encode()).hexdigest()
