"""Profiles: who calls, and the defaults of a call. Keys are kept elsewhere, in `key_store`."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .errors import UsageError

DEFAULT = "default"

Settings = dict[str, str]


class Profiles:
    """Profiles in a file of the user.

    Args:
        folder: Folder of the file.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "profiles.json"
        self._data = self._read()

    @property
    def current(self) -> str:
        """Name of the profile in use."""
        return str(self._data.get("current", DEFAULT))

    @property
    def names(self) -> list[str]:
        """Names of all profiles."""
        return sorted(self._profiles)

    def settings(self, profile: str, vendor: str) -> Settings:
        """Return the settings of a vendor in a profile; empty without settings."""
        return dict(self._profiles.get(profile, {}).get(vendor, {}))

    def vendors(self, profile: str) -> list[str]:
        """Return the vendors that a profile has settings for."""
        return sorted(self._profiles.get(profile, {}))

    def change(self, profile: str, vendor: str, settings: Mapping[str, str]) -> None:
        """Set the settings of a vendor in a profile."""
        self._profiles.setdefault(profile, {})[vendor] = dict(settings)
        self._write()

    def use(self, profile: str) -> None:
        """Make a profile the one in use."""
        self._known(profile)
        self._data["current"] = profile
        self._write()

    def remove(self, profile: str) -> None:
        """Remove a profile."""
        self._known(profile)
        del self._profiles[profile]
        if self.current == profile:
            self._data["current"] = DEFAULT
        self._write()

    def _known(self, profile: str) -> None:
        if profile not in self._profiles:
            known = ", ".join(self.names) or "none yet"
            raise UsageError(f"The profile {profile!r} does not exist. Profiles: {known}.")

    @property
    def _profiles(self) -> dict[str, dict[str, Settings]]:
        profiles: dict[str, dict[str, Settings]] = self._data.setdefault("profiles", {})
        return profiles

    def _read(self) -> dict[str, Any]:
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise UsageError(f"{self._path} cannot be read: {error}.") from None
        return data if isinstance(data, dict) else {}

    def _write(self) -> None:
        write_private(self._path, json.dumps(self._data, indent=1) + "\n")


def check_name(name: str) -> str:
    """Return the name of a new profile; it is a part of the names of files."""
    if not re.fullmatch(r"\w[\w.-]*", name):
        raise UsageError(
            f"The name of a profile must have letters, digits, '.', '_' and '-', got {name!r}."
        )
    return name


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, as a whole."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        fresh.replace(path)
    finally:  # a full disk leaves no part of a key
        fresh.unlink(missing_ok=True)


def config_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder of the user's settings."""
    if folder := environment.get("CAMPAIGNKIT_CONFIG_DIR"):
        return Path(folder)
    from platformdirs import user_config_path

    return Path(user_config_path("campaignkit"))


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder of what can be made again."""
    if folder := environment.get("CAMPAIGNKIT_CONFIG_DIR"):
        return Path(folder) / "cache"
    from platformdirs import user_cache_path

    return Path(user_cache_path("campaignkit"))
