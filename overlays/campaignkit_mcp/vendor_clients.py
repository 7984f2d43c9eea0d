"""Clients of the vendors that all sessions share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

from campaignkit_runtime.catalog import OperationEntry

if TYPE_CHECKING:
    from campaignkit_operations.client_factory import ClientFactory

_SECRETS = {"sonarly": ("SONARLY_API_KEY",), "callers": ("CALLERS_API_KEY", "CALLERS_SYNC_SECRET")}
_MIN_SECRET = 6  # characters; a shorter text is in too many words


class VendorClients:
    """Clients by vendor, each made at its first call.

    Args:
        factory: Keys and defaults of the user.
        make: Returns a client of a vendor; that of the factory by default.
    """

    def __init__(self, factory: ClientFactory, make: Callable[[str], Any] | None = None) -> None:
        self._factory = factory
        self._make = make or factory.client_of
        self._clients: dict[str, Any] = {}
        self._lock = Lock()

    def of(self, vendor: str) -> Any:
        """Return the client of a vendor.

        Raises:
            MissingKeyError: No key is known.
        """
        with self._lock:
            if vendor not in self._clients:
                self._clients[vendor] = self._make(vendor)
            return self._clients[vendor]

    def defaults_of(self, entry: OperationEntry) -> Mapping[str, str]:
        """Return the defaults of the profile for required arguments of an operation."""
        found = {
            argument.name: self._factory.default_of(argument.name, entry.vendor)
            for argument in entry.arguments
            if argument.is_required
        }
        return {name: value for name, value in found.items() if value}

    @cached_property
    def secrets(self) -> Collection[str]:
        """Keys of the user, to mask them in results; read once, because a keyring is slow."""
        own = [self._factory.key_of(vendor) for vendor in _SECRETS]
        names = [name for names in _SECRETS.values() for name in names]
        own += [self._factory.environment.get(name) for name in names]
        return {secret for secret in own if secret and len(secret) >= _MIN_SECRET}

    def close(self) -> None:
        """Close all clients."""
        with self._lock:
            for client in self._clients.values():
                client.close()
            self._clients.clear()
