"""Clients of the vendors, with the keys of the environment or of a profile."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .errors import MissingKeyError

if TYPE_CHECKING:
    import httpx
    from campaignkit import Callers, Sonarly

    from .profiles import Profiles

# Arguments with a default in the profile, and the variables of the environment before it.
DEFAULTS = {
    "account_group_id": "SONARLY_ACCOUNT_GROUP_ID",
    "organization_id": "CALLERS_ORGANIZATION_ID",
}


class ClientFactory:
    """Environment, profile and clients of a user.

    Args:
        environment: Variables of the environment.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self.environment = environment
        self.profile_flag: str | None = None
        """Profile of the command line; it wins over the environment."""
        self.retries: int | None = None
        self.timeout: float | None = None
        self._profiles: Profiles | None = None

    @property
    def profiles(self) -> Profiles:
        """Profiles of the user."""
        if self._profiles is None:
            from .profiles import Profiles, config_folder

            self._profiles = Profiles(config_folder(self.environment))
        return self._profiles

    @property
    def profile(self) -> str:
        """Name of the profile: of the command line, of the environment, or in use."""
        return (
            self.profile_flag
            or self.environment.get("CAMPAIGNKIT_PROFILE")
            or self.profiles.current
        )

    def default_of(self, argument: str, vendor: str) -> str | None:
        """Return the default of an argument; None without a default."""
        variable = DEFAULTS.get(argument)
        if variable is None:
            return None
        own = None if self.profile_flag else self.environment.get(variable)
        return own or self.profiles.settings(self.profile, vendor).get(argument)

    def client_of(self, vendor: str, transport: httpx.BaseTransport | None = None) -> Any:
        """Return a client of a vendor, by its name in the catalog."""
        return self.sonarly(transport) if vendor == "sonarly" else self.callers(transport)

    def sonarly(self, transport: httpx.BaseTransport | None = None) -> Sonarly:
        """Return a client of Sonarly; with a transport, it needs no key."""
        from campaignkit import Sonarly

        return Sonarly(**self._arguments("sonarly", Sonarly.BASE_URL, transport))

    def callers(self, transport: httpx.BaseTransport | None = None) -> Callers:
        """Return a client of Callers.ai; with a transport, it needs no key."""
        from campaignkit import Callers

        return Callers(**self._arguments("callers", Callers.BASE_URL, transport))

    def key_of(self, vendor: str) -> str | None:
        """Return the API key: of `--profile`, of the environment, or of the profile in use."""
        variable = self.environment.get(f"{vendor.upper()}_API_KEY")
        if variable and not self.profile_flag:
            return variable
        place = self.profiles.settings(self.profile, vendor).get("key")
        if place is None:
            return None
        from .key_store import KeyStore
        from .profiles import config_folder

        return KeyStore(config_folder(self.environment)).load(self.profile, vendor, place)

    def base_url_of(self, vendor: str) -> str | None:
        """Return the base URL: of `--profile`, of the environment, or of the profile in use.

        It belongs to the key, so that no key is sent to the server of another one. None is the
        base URL of the vendor.
        """
        variable = self.environment.get(f"{vendor.upper()}_BASE_URL")
        if self.profile_flag:
            return self.profiles.settings(self.profile, vendor).get("base_url")
        if variable or self.environment.get(f"{vendor.upper()}_API_KEY"):
            return variable
        return self.profiles.settings(self.profile, vendor).get("base_url")

    def _arguments(
        self, vendor: str, base_url: str, transport: httpx.BaseTransport | None
    ) -> dict[str, Any]:
        key = self.key_of(vendor)
        secret = self.environment.get("CALLERS_SYNC_SECRET") if vendor == "callers" else None
        if not key and not secret and transport is None:
            raise MissingKeyError(self._missing_key(vendor))
        options: dict[str, Any] = {
            "api_key": key or (None if secret else "not-sent"),
            "sync_secret": secret,
            # Not left to the client, which would read the variable also for the key of a profile.
            "base_url": self.base_url_of(vendor) or base_url,
            "transport": transport,
            "retries": self.retries,
            "timeout": self.timeout,
        }
        return {name: value for name, value in options.items() if value is not None}

    def _missing_key(self, vendor: str) -> str:
        if name := self.profile_flag:
            known = ", ".join(self.profiles.names) or "none yet"
            return (
                f"The profile {name!r} has no API key for {vendor}. Profiles: {known}. Run"
                f" `campaignkit login {vendor} --profile {name}`."
            )
        return (
            f"No API key is known for {vendor}. Run `campaignkit login {vendor}`, or set"
            f" {vendor.upper()}_API_KEY."
        )
