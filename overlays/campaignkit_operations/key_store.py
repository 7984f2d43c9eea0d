"""Store of API keys: the keyring of the system, or a private file without a keyring."""

import json
from pathlib import Path

from .profiles import write_private

SERVICE = "campaignkit"
KEYRING, FILE = "keyring", "file"


class KeyStore:
    """API keys by profile and vendor.

    Args:
        folder: Folder of the private file.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "keys.json"

    @property
    def path(self) -> Path:
        """File of the keys that no keyring holds."""
        return self._path

    def save(self, profile: str, vendor: str, key: str) -> str:
        """Save a key and return its place: `keyring` or `file`."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, _name(profile, vendor), key)
        except (KeyringError, RuntimeError, OSError):
            self._write({**self._read(), _name(profile, vendor): key})
            return FILE
        return KEYRING

    def load(self, profile: str, vendor: str, place: str) -> str | None:
        """Return a key; None without such a key."""
        if place == FILE:
            return self._read().get(_name(profile, vendor))
        import keyring
        from keyring.errors import KeyringError

        try:
            key: str | None = keyring.get_password(SERVICE, _name(profile, vendor))
        except (KeyringError, RuntimeError, OSError):
            return None
        return key

    def remove(self, profile: str, vendor: str, place: str) -> None:
        """Remove a key."""
        if place == FILE:
            kept = self._read()
            kept.pop(_name(profile, vendor), None)
            self._write(kept)
            return
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.delete_password(SERVICE, _name(profile, vendor))
        except (KeyringError, RuntimeError, OSError):
            return

    def _read(self) -> dict[str, str]:
        try:
            keys: dict[str, str] = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return keys

    def _write(self, keys: dict[str, str]) -> None:
        write_private(self._path, json.dumps(keys, indent=1) + "\n")


def _name(profile: str, vendor: str) -> str:
    return f"{profile}/{vendor}"
