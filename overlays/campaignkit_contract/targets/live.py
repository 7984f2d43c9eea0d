"""Live target: the operations that may be called, and the ids to call them with."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import httpx

from ..exchange import Exchange
from ..spec.routes import Operation, Route, Routes
from .discovery import KnownIds, discover_ids, missing_parameter
from .rate_limit import DEFAULT_RATE, RateLimit, RateLimitedTransport, parse_rate
from .requests import UNKNOWN_ID, credential_header, credential_value, in_areas, request_target
from .target import START, Target

REQUIRED_SETTINGS = {
    "sonarly": ("SONARLY_API_KEY", "ACCOUNT_GROUP_ID"),
    "callers": ("CALLERS_API_KEY", "ORGANIZATION_ID"),
}
"""By vendor, the settings of its key and of its first id."""

_PARAMETERS = {
    "ACCOUNT_GROUP_ID": "accountGroupId",
    "ORGANIZATION_ID": "organizationId",
    "CAMPAIGN_ID": "campaignId",
    "LEAD_IDS": "leadIds",
}
_SAMPLE_SIZE = 20  # campaigns that a stateful check reads one by one
_MAX_REQUESTS = 10_000  # of the stateful checks; a usual run sends a quarter of it


class UsageError(Exception):
    """Error for settings with which the run would check nothing. The message says what to set."""


@dataclass(frozen=True)
class LiveTarget:
    """Live server, with the settings of the run."""

    base_url: str
    settings: Mapping[str, str]
    vendors: tuple[str, ...]
    known_ids: KnownIds
    """Configured and discovered ids."""

    @property
    def writable_operations(self) -> frozenset[str]:
        """Return the operations that may be called although they write."""
        return _writable_operations(self.settings)

    @property
    def schemathesis_config(self) -> str:
        """Return the part of the Schemathesis configuration that holds the ids, by vendor."""
        return "".join(self._parameters(vendor) for vendor in self.vendors)

    @property
    def environment(self) -> dict[str, str]:
        """Return the keys that the Schemathesis configuration refers to."""
        keys = [key for key, _ in REQUIRED_SETTINGS.values()]
        return {key: self.settings.get(key) or "unused" for key in (*keys, "CALLERS_SYNC_SECRET")}

    def stateful_target(self) -> Target:
        """Return the target of the stateful checks, which never write to a live server."""
        ids: dict[str, Sequence[str]] = {}
        for (vendor, name), values in self.known_ids.items():
            is_shared = vendor != "sonarly" and ("sonarly", name) in self.known_ids
            items = values[0].split(",") if name == _PARAMETERS["LEAD_IDS"] else values
            ids[f"{vendor} {name}" if is_shared else name] = items
        for _, name in REQUIRED_SETTINGS.values():
            ids.setdefault(_PARAMETERS[name], [UNKNOWN_ID])
        return Target(
            httpx.Client(
                transport=RateLimitedTransport(_rate_limit(self.settings)), base_url=self.base_url
            ),
            keys={vendor: self.settings[REQUIRED_SETTINGS[vendor][0]] for vendor in self.vendors},
            ids=ids,
            areas=_areas(self.settings),
            sample_size=_SAMPLE_SIZE,
            max_requests=_MAX_REQUESTS,
        )

    def skipped_operations(self, routes: Routes) -> dict[str, str]:
        """Return the operations that are not called, with the reasons."""
        return {
            operation.id: reason
            for route in routes.all
            for method, operation in route.operations.items()
            if (reason := self._skip_reason(route, method, operation))
        }

    def _skip_reason(self, route: Route, method: str, operation: Operation) -> str:
        if route.vendor not in self.vendors:
            return f"{REQUIRED_SETTINGS[route.vendor][0]} is not set"
        if not in_areas(operation, _areas(self.settings)):
            return "AREAS does not name its area"
        if method != "GET" and operation.id not in self.writable_operations:
            return "WRITE does not name it"
        if method != "GET" and (unset := self._unset_parameter(route)):
            return f"it writes, and no setting names its {unset}"
        name = missing_parameter(route, operation, self.known_ids)
        if name == "leadIds":
            return "LEAD_IDS is not set, and no operation lists leads; stateful checks do call it"
        return f"no {name} is known, because no list contains one" if name else ""

    def _unset_parameter(self, route: Route) -> str:
        """Return the first id of a path that no setting names; an empty text without one."""
        configured = _configured_ids(self.vendors, self.settings)
        names = re.findall(r"{(\w+)}", route.template)
        return next((name for name in names if (route.vendor, name) not in configured), "")

    def _parameters(self, vendor: str) -> str:
        lines = [
            f"parameters.{json.dumps(f'{location}.{name}')} = {json.dumps(values[0])}"
            for (owner, name), values in self.known_ids.items()
            if owner == vendor and values
            for location in ("path", "query")
        ]
        return "\n".join(["[[operations]]", f'include-tag-regex = "^{vendor} "', *lines, "", ""])


def live_target(base_url: str, settings: Mapping[str, str], routes: Routes) -> LiveTarget:
    """Return the target after its ids have been discovered.

    Args:
        base_url: URL of the server.
        settings: Settings of the run by name, as docs/contributing.md lists them.
        routes: Routes of the spec.

    Raises:
        UsageError: A setting is missing or wrong, or the server does not accept the key.
    """
    limit = _rate_limit(settings)
    if settings.get("LEAD_IDS") and not settings.get("CAMPAIGN_ID"):
        raise UsageError("set CAMPAIGN_ID: LEAD_IDS are leads of that campaign")
    if START in _writable_operations(settings) and not settings.get("CAMPAIGN_ID"):
        raise UsageError("set CAMPAIGN_ID: WRITE=1 starts that campaign")
    vendors = tuple(vendor for vendor, (key, _) in REQUIRED_SETTINGS.items() if settings.get(key))
    if not vendors:
        raise UsageError("set SONARLY_API_KEY or CALLERS_API_KEY: without a key, all is 401")
    for name in [name for vendor in vendors for name in REQUIRED_SETTINGS[vendor]]:
        if not settings.get(name):
            raise UsageError(f"set {name}: a made-up id finds nothing")
    _check_names(settings, routes)
    base_url = base_url.rstrip("/")
    with httpx.Client(transport=RateLimitedTransport(limit), base_url=base_url) as client:
        fetch = _Fetch(client, vendors, settings)
        known_ids = discover_ids(routes, _configured_ids(vendors, settings), fetch)
        fetch.check_ids()
    return LiveTarget(base_url, settings, vendors, known_ids)


def _check_names(settings: Mapping[str, str], routes: Routes) -> None:
    """Raise UsageError if WRITE or AREAS contains a name that the spec lacks."""
    operations = [operation for route in routes.all for operation in route.operations.values()]
    unknown = _writable_operations(settings) - {operation.id for operation in operations}
    if unknown:
        raise UsageError(f"WRITE must name operations of the spec, got {sorted(unknown)[0]}")
    for area in _areas(settings):
        if not any(in_areas(operation, [area]) for operation in operations):
            raise UsageError(f"AREAS must name tags of the spec, got {area}")


def _rate_limit(settings: Mapping[str, str]) -> RateLimit:
    try:
        return RateLimit(parse_rate(settings.get("RATE") or DEFAULT_RATE))
    except ValueError as error:
        raise UsageError(f"RATE: {error}") from None


def _writable_operations(settings: Mapping[str, str]) -> frozenset[str]:
    """Return the operations that WRITE names; 1 is the start of a campaign."""
    names = (settings.get("WRITE") or "").split(",")
    return frozenset(START if name == "1" else name.strip() for name in names) - {""}


def _areas(settings: Mapping[str, str]) -> tuple[str, ...]:
    """Return the tags that AREAS names; empty for every tag."""
    names = (name.strip() for name in (settings.get("AREAS") or "").split(","))
    return tuple(name for name in names if name)


def _configured_ids(vendors: Sequence[str], settings: Mapping[str, str]) -> KnownIds:
    names = {vendor: REQUIRED_SETTINGS[vendor][1] for vendor in vendors}
    ids: KnownIds = {
        (vendor, _PARAMETERS[name]): [settings[name]] for vendor, name in names.items()
    }
    for name in ("CAMPAIGN_ID", "LEAD_IDS"):
        if values := [value for value in (settings.get(name) or "").split(",") if value]:
            joined = [",".join(values)] if name == "LEAD_IDS" else values
            ids["sonarly", _PARAMETERS[name]] = joined
    return ids


class _Fetch:
    """Reads of the discovery, which also show whether the configured ids exist."""

    def __init__(
        self, client: httpx.Client, vendors: Sequence[str], settings: Mapping[str, str]
    ) -> None:
        self._client, self._vendors, self._settings = client, vendors, settings
        self._statuses: dict[str, list[int]] = {vendor: [] for vendor in vendors}
        """By vendor, the statuses of reads that need its first id and no other."""

    def __call__(
        self, route: Route, operation: Operation, values: Mapping[str, str]
    ) -> Exchange | None:
        has_key = route.vendor in self._vendors and credential_header(operation) == "Authorization"
        if not has_key or not in_areas(operation, _areas(self._settings)):
            return None
        key, first_id = REQUIRED_SETTINGS[route.vendor]
        headers = {"Authorization": credential_value(operation, self._settings[key])}
        try:
            response = self._client.get(request_target(route, operation, values), headers=headers)
        except httpx.HTTPError as error:
            raise UsageError(f"no response: {type(error).__name__}") from None
        if response.status_code == 401:
            raise UsageError(f"{operation.id} returned 401: the key is not valid")
        if values.keys() == {_PARAMETERS[first_id]}:
            self._statuses[route.vendor].append(response.status_code)
        return Exchange.from_httpx(response)

    def check_ids(self) -> None:
        """Raise UsageError if every read with the first id of a vendor was a 403 or 404."""
        for vendor, statuses in self._statuses.items():
            if statuses and set(statuses) <= {403, 404}:
                _, name = REQUIRED_SETTINGS[vendor]
                message = f"{name} must be an id that the key can read"
                raise UsageError(f"{message}, the server returned {statuses[0]}")
