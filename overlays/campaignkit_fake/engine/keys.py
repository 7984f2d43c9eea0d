"""API keys of the fake and their permissions."""

from collections.abc import Mapping
from dataclasses import dataclass

from .ids import ACCOUNT_GROUPS, ORGANIZATIONS, make_id
from .types import JSON, Vendor


@dataclass(frozen=True)
class Key:
    """Permissions of an API key; `scope` names its account groups or its main organization."""

    vendor: Vendor
    scope: tuple[str, ...]
    permissions: frozenset[str] | None = None
    """None means all permissions."""
    rate: float | None = None
    """Requests per second; None is as many as the fake itself allows."""
    header: str = "Authorization"
    """The header that carries it; operations with another header refuse it."""
    purpose: str = ""
    """Purpose of the key, in one line."""

    def may(self, permission: str | None) -> bool:
        """Return True if the key holds this permission."""
        return permission is None or self.permissions is None or permission in self.permissions

    def to_dict(self) -> JSON:
        """Return the form of the key in `GET /_fake/state`."""
        return {
            "vendor": self.vendor,
            "scope": list(self.scope),
            "permissions": None if self.permissions is None else sorted(self.permissions),
            "rate": self.rate,
            "header": self.header,
        }


_AREAS = ("audiences", "campaigns", "messages", "prospecting", "prospects", "signals", "templates")
READ_PERMISSIONS = frozenset(f"{area}:read" for area in _AREAS)
"""The permissions that change nothing."""

KEYS: Mapping[str, Key] = {
    "fake-sonarly": Key("sonarly", ACCOUNT_GROUPS, purpose="every permission, every account group"),
    "fake-sonarly-read": Key(
        "sonarly",
        ACCOUNT_GROUPS,
        READ_PERMISSIONS,
        purpose="permissions to read, every account group",
    ),
    "fake-sonarly-narrow": Key(
        "sonarly", ACCOUNT_GROUPS[1:2], purpose="every permission, the second account group only"
    ),
    "fake-sonarly-slow": Key(
        "sonarly", ACCOUNT_GROUPS, rate=1, purpose="one request per second, then 429"
    ),
    "fake-callers": Key(
        "callers", ORGANIZATIONS[:1], purpose="the first organization and its sub organizations"
    ),
    "fake-callers-other": Key("callers", ORGANIZATIONS[2:], purpose="the third organization"),
    "fake-callers-gone": Key(
        "callers", (make_id("f0", 0),), purpose="an organization that was deleted"
    ),
    "fake-sync": Key(
        "callers",
        ORGANIZATIONS,
        header="X-Sync-Secret",
        purpose="the sync secret of every organization, not an API key",
    ),
}
"""Every key of the fake. They open nothing else, so code and logs of tests may contain them."""
