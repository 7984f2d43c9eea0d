"""Settings of a live run: what may be called, with which keys and ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..spec.kinds import packaged_kinds
from ..spec.routes import Operation, Routes
from .discovery import KnownIds
from .rate_limit import DEFAULT_RATE, RateLimit, parse_rate
from .requests import in_areas

REQUIRED_SETTINGS = {
    "sonarly": ("SONARLY_API_KEY", "ACCOUNT_GROUP_ID"),
    "callers": ("CALLERS_API_KEY", "ORGANIZATION_ID"),
}
"""By vendor, the settings of its key and of its first id."""

PARAMETERS = {
    "ACCOUNT_GROUP_ID": "accountGroupId",
    "ORGANIZATION_ID": "organizationId",
    "CAMPAIGN_ID": "campaignId",
    "LEAD_IDS": "leadIds",
}
"""Parameters that settings have values for."""

_NAMED = {
    "ACCOUNT_GROUP_ID": "sonarly accountGroupId",
    "AUDIENCE_ID": "sonarly audienceId",
    "TEST_LEAD_IDS": "sonarly leadIds",
    "ORGANIZATION_ID": "callers organizationId",
    "CAMPAIGN_GROUP_ID": "callers campaignGroupId",
}
"""Settings whose ids a run with WRITE may use, by kind."""

DEFAULT_PREFIX = "campaignkit-contract"
_EVERY_WRITE = frozenset({"1", "all"})
_MAX_REQUESTS = 1_500
_MAX_REQUESTS_WITH_WRITES = 20_000
_START = "sonarly_campaigns_start"


class UsageError(Exception):
    """Error for settings with which the run would check nothing. The message says what to set."""


@dataclass(frozen=True)
class LiveSettings:
    """Settings by name, as docs/contributing.md lists them."""

    values: Mapping[str, str]

    @cached_property
    def vendors(self) -> tuple[str, ...]:
        """Return the vendors that have a key."""
        keys = {vendor: key for vendor, (key, _) in REQUIRED_SETTINGS.items()}
        return tuple(vendor for vendor, key in keys.items() if self.values.get(key))

    @property
    def keys(self) -> dict[str, str]:
        """Return the keys by vendor, and the sync secret by its header."""
        keys = {vendor: self.values[REQUIRED_SETTINGS[vendor][0]] for vendor in self.vendors}
        secret = self.values.get("CALLERS_SYNC_SECRET")
        return {**keys, "X-Sync-Secret": secret} if secret else keys

    @property
    def reader_keys(self) -> dict[str, str]:
        """Return the keys without permission to write, by vendor."""
        return self._named_keys("READER_KEY_ENV")

    @property
    def stranger_keys(self) -> dict[str, str]:
        """Return the keys of another customer, by vendor."""
        return self._named_keys("STRANGER_KEY_ENV")

    @property
    def areas(self) -> tuple[str, ...]:
        """Return the tags that AREAS names; empty for every tag."""
        return tuple(self.listed("AREAS"))

    @property
    def may_write(self) -> bool:
        """Return True if WRITE is set."""
        return bool(self.listed("WRITE"))

    @property
    def max_requests(self) -> int:
        """Return the number of requests that the run may send."""
        return self.number("BUDGET", _MAX_REQUESTS_WITH_WRITES if self.may_write else _MAX_REQUESTS)

    @property
    def writable(self) -> frozenset[str] | None:
        """Return the operations that WRITE names; None for every operation."""
        names = frozenset(self.listed("WRITE"))
        return None if names & _EVERY_WRITE else names

    @property
    def starts_named_campaign(self) -> bool:
        """Return True if WRITE names the start, which then concerns CAMPAIGN_ID."""
        return _START in self.listed("WRITE") and bool(self.values.get("CAMPAIGN_ID"))

    @property
    def named_ids(self) -> dict[str, list[str]]:
        """Return the ids by kind that a run with WRITE may use."""
        named = {kind: self.listed(name) for name, kind in _NAMED.items()}
        # Other account groups serve comparisons. Nothing is written to them.
        named["sonarly accountGroupId"] = named["sonarly accountGroupId"][:1]
        if self.starts_named_campaign:
            named["sonarly campaignId"] = self.listed("CAMPAIGN_ID")
        for item in self.listed("NAMED"):
            kind, _, value = item.partition("=")
            named.setdefault(kind.strip(), []).append(value.strip())
        return {kind: values for kind, values in named.items() if values}

    @property
    def disposable(self) -> tuple[str, ...]:
        """Return the vendors in whose account the run may change, remove and contact everything."""
        ids = set(self.listed("DISPOSABLE_ACCOUNTS"))
        first = {vendor: self.listed(REQUIRED_SETTINGS[vendor][1])[:1] for vendor in self.vendors}
        return tuple(vendor for vendor in self.vendors if ids & set(first[vendor]))

    @property
    def configured_ids(self) -> KnownIds:
        """Return the ids by vendor and parameter that the settings contain."""
        ids: KnownIds = {
            (vendor, PARAMETERS[REQUIRED_SETTINGS[vendor][1]]): self.listed(
                REQUIRED_SETTINGS[vendor][1]
            )
            for vendor in self.vendors
        }
        for name in ("CAMPAIGN_ID", "LEAD_IDS"):
            if values := self.listed(name):
                joined = [",".join(values)] if name == "LEAD_IDS" else values
                ids["sonarly", PARAMETERS[name]] = joined
        for kind, values in self.named_ids.items():
            vendor, _, name = kind.partition(" ")
            if vendor in self.vendors and kind in packaged_kinds().all:
                ids.setdefault((vendor, name), list(values))
        return ids

    @property
    def rate_limit(self) -> RateLimit:
        """Return a schedule with the rate of the run.

        Raises:
            UsageError: RATE is not a rate.
        """
        try:
            return RateLimit(parse_rate(self.values.get("RATE") or DEFAULT_RATE))
        except ValueError as error:
            raise UsageError(f"RATE: {error}") from None

    def number(self, name: str, default: int) -> int:
        """Return a setting that is a number.

        Raises:
            UsageError: It is not an integer above 0.
        """
        text = self.values.get(name) or str(default)
        if not text.isdecimal() or int(text) < 1:
            raise UsageError(f"{name} must be an integer above 0, got {text}")
        return int(text)

    def listed(self, name: str) -> list[str]:
        """Return the comma-separated items of a setting."""
        items = (item.strip() for item in (self.values.get(name) or "").split(","))
        return [item for item in items if item]

    def check(self, routes: Routes) -> None:
        """Raise UsageError if a setting is missing, wrong, or names what the spec lacks."""
        if not self.vendors:
            raise UsageError("set SONARLY_API_KEY or CALLERS_API_KEY: without a key, all is 401")
        for name in [name for vendor in self.vendors for name in REQUIRED_SETTINGS[vendor]]:
            if not self.values.get(name):
                raise UsageError(f"set {name}: a made-up id finds nothing")
        if self.values.get("LEAD_IDS") and not self.values.get("CAMPAIGN_ID"):
            raise UsageError("set CAMPAIGN_ID: LEAD_IDS are leads of that campaign")
        if self.values.get("TEST_LEAD_IDS") and not self.values.get("AUDIENCE_ID"):
            raise UsageError("set AUDIENCE_ID: TEST_LEAD_IDS are leads of that audience")
        self._check_disposable()
        self.number("BUDGET", default=1)  # the stateful checks would be too late to report it
        operations = [item for route in routes.all for item in route.operations.values()]
        self._check_operations(operations)
        self._check_named()

    def _check_operations(self, operations: list[Operation]) -> None:
        names = {operation.id for operation in operations}
        if unknown := sorted(set(self.listed("WRITE")) - names - _EVERY_WRITE):
            raise UsageError(f"WRITE must name operations of the spec, got {unknown[0]}")
        for area in self.areas:
            if not any(in_areas(operation, [area]) for operation in operations):
                raise UsageError(f"AREAS must name tags of the spec, got {area}")

    def _check_disposable(self) -> None:
        """Raise UsageError if an account is called disposable that is not the one of the run."""
        ids = [*self.listed("ACCOUNT_GROUP_ID")[:1], *self.listed("ORGANIZATION_ID")[:1]]
        if unknown := [id_ for id_ in self.listed("DISPOSABLE_ACCOUNTS") if id_ not in ids]:
            raise UsageError(
                "DISPOSABLE_ACCOUNTS must repeat ACCOUNT_GROUP_ID or ORGANIZATION_ID, "
                f"got {unknown[0]}"
            )

    def _check_named(self) -> None:
        known = {*packaged_kinds().all, "sonarly conversationId"}
        for item in self.listed("NAMED"):
            kind, _, value = item.partition("=")
            if kind.strip() not in known or not value.strip():
                raise UsageError(
                    f"NAMED must have items like callers sipId=123, got {item}; "
                    f"the kinds are {', '.join(sorted(known))}"
                )

    def _named_keys(self, setting: str) -> dict[str, str]:
        """Return keys by vendor from the variables that a setting names."""
        keys = {}
        for item in self.listed(setting):
            vendor, _, variable = item.rpartition("=")
            if not (key := self.values.get(variable)):
                raise UsageError(f"{setting} must name a variable that is set, got {variable}")
            keys[vendor or "sonarly"] = key
        return keys
