"""Settings of a live run: what may be called, with which keys and ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..options import NAMING_SETTINGS, number, setting_name
from ..options import UsageError as UsageError
from ..spec.kinds import packaged_kinds
from .api_keys import KEY_VARIABLES, OTHER_KEYS, SYNC_SECRET, check_key, missing_key, named_keys
from .discovery import KnownIds
from .rate_limit import DEFAULT_RATE, RateLimit, parse_rate
from .setting_values import (
    EVERY_WRITE,
    SETTINGS_OF,
    check_areas,
    check_ids,
    check_items,
    check_writes,
    named_items,
    plain,
    split,
    writes_of,
)

REQUIRED_SETTINGS = {
    "sonarly": (KEY_VARIABLES["sonarly"], "ACCOUNT_GROUP_ID"),
    "callers": (KEY_VARIABLES["callers"], "ORGANIZATION_ID"),
}
"""By vendor, the settings of its key and of its first id."""

PARAMETERS = {
    "ACCOUNT_GROUP_ID": "accountGroupId",
    "ORGANIZATION_ID": "organizationId",
    "CAMPAIGN_ID": "campaignId",
    "LEAD_IDS": "leadIds",
}
"""Parameters that settings have values for."""

DEFAULT_PREFIX = "campaignkit-contract"
_MAX_REQUESTS = 1_500
_MAX_REQUESTS_WITH_WRITES = 25_000
_START = "sonarly_campaigns_start"


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
    def called_vendors(self) -> tuple[str, ...]:
        """Return the vendors that have a key, and an area if areas are named."""
        named = {area.partition(" ")[0] for area in self.areas}
        return tuple(vendor for vendor in self.vendors if not named or vendor in named)

    @property
    def keys(self) -> dict[str, str]:
        """Return the keys by called vendor, and the sync secret by its header."""
        keys = {vendor: self.values[REQUIRED_SETTINGS[vendor][0]] for vendor in self.called_vendors}
        secret = self.values.get(SYNC_SECRET)
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
        return tuple(plain(area) for area in self.listed("AREAS"))

    @property
    def may_write(self) -> bool:
        """Return True if WRITE is set."""
        return bool(self.listed("WRITE"))

    @property
    def usual_requests(self) -> int:
        """Return the number of requests that a run may send if no setting says it."""
        return _MAX_REQUESTS_WITH_WRITES if self.may_write else _MAX_REQUESTS

    @property
    def max_requests(self) -> int:
        """Return the number of requests that the run may send."""
        return number(self.values, "BUDGET", self.usual_requests)

    @property
    def plan(self) -> str:
        """Return how many requests a run sends at most, and how long that takes."""
        minutes = max(1, round(self.max_requests * self._interval / 60))
        return f"at most {self.max_requests:,} requests at {self._rate}, {minutes:,} min"

    @property
    def writable(self) -> frozenset[str] | None:
        """Return the operations that WRITE names; None for every operation."""
        names = frozenset(writes_of(self.listed("WRITE")))
        return None if EVERY_WRITE in names else names

    @property
    def starts_named_campaign(self) -> bool:
        """Return True if WRITE names the start, which then concerns CAMPAIGN_ID."""
        return _START in (self.writable or ()) and bool(self.values.get("CAMPAIGN_ID"))

    @property
    def named_ids(self) -> dict[str, list[str]]:
        """Return the ids by kind that a run with WRITE may use."""
        named = {kind: self.listed(name) for name, kind in NAMING_SETTINGS.items()}
        # Other account groups serve comparisons. Nothing is written to them.
        named["sonarly accountGroupId"] = named["sonarly accountGroupId"][:1]
        if self.starts_named_campaign:
            named["sonarly campaignId"] = self.listed("CAMPAIGN_ID")
        for kind, value in named_items(self.listed("NAMED")):
            named.setdefault(kind, []).append(value)
        return {kind: values for kind, values in named.items() if values}

    @property
    def disposable(self) -> tuple[str, ...]:
        """Return the vendors in whose account the run may change, remove and contact everything."""
        ids = set(self.listed("DISPOSABLE_ACCOUNTS"))
        vendors = self.called_vendors
        first = {vendor: self.listed(REQUIRED_SETTINGS[vendor][1])[:1] for vendor in vendors}
        return tuple(vendor for vendor in vendors if ids & set(first[vendor]))

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
        """Return a schedule with the rate of the run."""
        return RateLimit(self._interval)

    @property
    def _rate(self) -> str:
        return self.values.get("RATE") or DEFAULT_RATE

    @property
    def _interval(self) -> float:
        """Return the seconds between two requests.

        Raises:
            UsageError: RATE is not a rate.
        """
        try:
            return parse_rate(self._rate)
        except ValueError as error:
            raise UsageError(f"{setting_name('RATE')} {error}") from None

    def listed(self, name: str) -> list[str]:
        """Return the comma-separated items of a setting."""
        return split(self.values.get(name) or "")

    def missing_key(self, vendor: str) -> str:
        """Return why a vendor has no key."""
        return missing_key(self.values, KEY_VARIABLES[vendor])

    def check(self) -> None:
        """Raise UsageError if a setting is missing, wrong, or names what the spec lacks."""
        self.check_keys()
        if not self.vendors:
            reasons = " and ".join(self.missing_key(vendor) for vendor in KEY_VARIABLES)
            raise UsageError(
                f"set {' or '.join(KEY_VARIABLES.values())}: without a key, all is 401; {reasons}"
            )
        for vendor in self.vendors:
            key, first_id = REQUIRED_SETTINGS[vendor]
            if not self.values.get(first_id):
                raise UsageError(f"set {setting_name(first_id)}: calls with {key} need it")
        check_items(self.values)
        check_areas(self.areas)
        check_writes(self.listed("WRITE"))
        check_ids(self.values)
        self._check_vendors()
        self._check_together("LEAD_IDS", "CAMPAIGN_ID")
        self._check_together("TEST_LEAD_IDS", "AUDIENCE_ID")
        self._check_disposable()
        # The stateful checks would be too late to report these two.
        number(self.values, "BUDGET", default=1)
        number(self.values, "EXAMPLES", default=1)

    def check_keys(self) -> None:
        """Raise UsageError if a key cannot be sent."""
        for variable in [*KEY_VARIABLES.values(), SYNC_SECRET]:
            check_key(self.values, variable)

    def _check_vendors(self) -> None:
        """Raise UsageError if a setting is about a vendor that has no key."""
        named = {
            name: vendor
            for vendor, names in SETTINGS_OF.items()
            for name in names
            if self.values.get(name)
        }
        found = [*named.items()]
        # An area without a key is only left out if another one is called.
        areas = [area.partition(" ")[0] for area in self.areas]
        found += [("AREAS", vendor) for vendor in areas if not {*areas} & {*self.vendors}]
        found += [("NAMED", kind.partition(" ")[0]) for kind in self.named_ids]
        found += [(name, vendor) for name in OTHER_KEYS for vendor in self._named_keys(name)]
        for name, vendor in found:
            if vendor not in self.vendors:
                raise UsageError(
                    f"set {KEY_VARIABLES[vendor]}: {setting_name(name)} is about {vendor}; "
                    f"{self.missing_key(vendor)}"
                )

    def _check_together(self, leads: str, parent: str) -> None:
        if self.values.get(leads) and not self.values.get(parent):
            raise UsageError(
                f"set {setting_name(parent)}: the ids of {setting_name(leads)} are leads of it"
            )

    def _check_disposable(self) -> None:
        """Raise UsageError if an account is called disposable that is not the one of the run."""
        names = ("ACCOUNT_GROUP_ID", "ORGANIZATION_ID")
        ids = [id_ for name in names for id_ in self.listed(name)[:1]]
        if unknown := [id_ for id_ in self.listed("DISPOSABLE_ACCOUNTS") if id_ not in ids]:
            first, second = map(setting_name, names)
            raise UsageError(
                f"{setting_name('DISPOSABLE_ACCOUNTS')} must repeat the id of {first} or {second}, "
                f"got {unknown[0]!r}"
            )

    def _named_keys(self, setting: str) -> dict[str, str]:
        return named_keys(self.values, setting, self.listed(setting))
