"""Live target: the operations that may be called, and the ids to call them with."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import httpx

from ..known_fields import with_known_fields
from ..options import UsageError as UsageError
from ..options import setting_name
from ..sequences.history import History
from ..spec.kinds import packaged_kinds
from ..spec.routes import Operation, Route, Routes
from ..validator import packaged_validator
from .base_url import validate_base_url
from .confirmation import Confirmation
from .discovery import KnownIds, discover_ids, missing_parameter, pointer_values
from .discovery_reads import DiscoveryReads, is_readable
from .disposable import disposable_ids
from .earlier_reads import EarlierReads
from .lead_discovery import with_leads
from .live_settings import DEFAULT_PREFIX, PARAMETERS, REQUIRED_SETTINGS, LiveSettings
from .rate_limit import RateLimitedTransport
from .request_budget import BudgetEnded, RequestBudget
from .requests import (
    UNKNOWN_ID,
    in_areas,
    json_body,
)
from .target import CALLERS_LIST, Target

_CALLERS_CAMPAIGN = ("callers", "campaignId")

_SAMPLE_SIZES = (8, 20)  # campaigns that a check reads one by one: in a run that reads, and writes


@dataclass(frozen=True)
class LiveTarget:
    """Live server, with the settings of the run."""

    base_url: str
    settings: LiveSettings
    known_ids: KnownIds
    """Configured and discovered ids."""
    budget: RequestBudget
    """Requests that the run may send."""
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Ids by kind that the run may write to."""
    reads: EarlierReads = field(default_factory=EarlierReads)
    """Reads of the discovery."""
    unconfirmed: Sequence[str] = ()
    """Settings that the discovery could not confirm, with the reasons."""

    @property
    def schemathesis_config(self) -> str:
        """Return the part of the Schemathesis configuration that holds the ids, by vendor."""
        return "".join(self._parameters(vendor) for vendor in self.settings.vendors)

    @property
    def environment(self) -> dict[str, str]:
        """Return the keys that the Schemathesis configuration refers to."""
        keys = [key for key, _ in REQUIRED_SETTINGS.values()]
        values = self.settings.values
        return {key: values.get(key) or "unused" for key in (*keys, "CALLERS_SYNC_SECRET")}

    @property
    def prefix(self) -> str:
        """Return the first part of every name that the run gives."""
        return self.settings.values.get("PREFIX") or DEFAULT_PREFIX

    def stateful_target(self) -> Target:
        """Return the target of the stateful checks."""
        settings, ids, limit = self.settings, self._ids(), self.settings.rate_limit
        transport = RateLimitedTransport(limit, self.budget, self.base_url)
        return Target(
            httpx.Client(transport=transport, base_url=self.base_url),
            reserve=limit.reserve,
            keys=settings.keys,
            ids=ids,
            read_only_keys=settings.reader_keys,
            foreign_keys=settings.stranger_keys,
            draft_campaign_ids=ids["campaignId"] if settings.starts_named_campaign else (),
            may_write=settings.may_write,
            writable=settings.writable,
            named=self.named,
            disposable=settings.disposable,
            history=self._history(),
            removable=[name for name in settings.writable or () if _is_named_removal(name)],
            areas=settings.areas,
            is_limited=True,
            sample_size=_SAMPLE_SIZES[settings.may_write],
            budget=self.budget,
            earlier_reads=None if settings.may_write else self.reads,
        )

    def _history(self) -> History | None:
        """Return the rules for a server that is only read, or whose accounts are disposable."""
        routes, vendors = packaged_validator().routes, self.settings.disposable
        if self.settings.may_write:
            return History(routes, vendors) if vendors else None
        history = History(routes, is_undisturbed=False)
        for exchange in self.reads.exchanges:
            history.observe(with_known_fields(exchange, routes))
        return history

    def _ids(self) -> dict[str, Sequence[str]]:
        """Return the known ids by parameter; with the vendor if both vendors have the parameter."""
        ids: dict[str, Sequence[str]] = {}
        for (vendor, name), values in self.known_ids.items():
            items = values[0].split(",") if name == PARAMETERS["LEAD_IDS"] else values
            ids[f"{vendor} {name}" if (vendor, name) == _CALLERS_CAMPAIGN else name] = items
        for _, setting in REQUIRED_SETTINGS.values():
            ids.setdefault(PARAMETERS[setting], [UNKNOWN_ID])
        return ids

    def skipped_operations(self, routes: Routes) -> dict[str, str]:
        """Return the operations that are not called, with the reasons."""
        return {
            operation.id: reason
            for route, method, operation in routes.operations.values()
            if (reason := self._skip_reason(route, method, operation))
        }

    def _skip_reason(self, route: Route, method: str, operation: Operation) -> str:
        if route.vendor not in self.settings.vendors:
            return self.settings.missing_key(route.vendor)
        if not in_areas(operation, self.settings.areas):
            return f"{setting_name('AREAS')} does not name its area"
        if method != "GET":
            writable = self.settings.writable
            is_writable = self.settings.may_write and (writable is None or operation.id in writable)
            return "" if is_writable else f"it writes, and {setting_name('WRITE')} does not name it"
        name = missing_parameter(route, operation, self.known_ids)
        if name and not self.budget.remaining:
            return ""  # The discovery was not finished. The budget is the reason.
        if name == "leadIds":
            return (
                f"set {setting_name('LEAD_IDS')}: no operation lists leads. Stateful checks call "
                "it with unknown leads"
            )
        return f"no list contains a {name}; name one by {setting_name('NAMED')}" if name else ""

    def _parameters(self, vendor: str) -> str:
        lines = [
            f"parameters.{json.dumps(f'{location}.{name}')} = {json.dumps(values[0])}"
            for (owner, name), values in self.known_ids.items()
            if owner == vendor and values
            for location in ("path", "query")
        ]
        return "\n".join(["[[operations]]", f'include-tag-regex = "^{vendor} "', *lines, "", ""])


def live_target(
    base_url: str,
    settings: Mapping[str, str],
    routes: Routes,
    budget: RequestBudget | None = None,
) -> LiveTarget:
    """Return the target after its ids have been discovered.

    Args:
        base_url: URL of the server.
        settings: Settings of the run by name, as docs/contributing.md lists them.
        routes: Routes of the spec.
        budget: Requests that the run may send; that of the settings by default.

    Raises:
        UsageError: A setting is missing or wrong, or the server does not accept the key.
    """
    live = LiveSettings(settings)
    limit = live.rate_limit
    live.check()
    base_url = validate_base_url(base_url)
    budget = budget or RequestBudget(live.max_requests)
    transport = RateLimitedTransport(limit, budget, base_url)
    with httpx.Client(transport=transport, base_url=base_url) as client:
        reads = DiscoveryReads(client, live, routes)
        known_ids, named = live.configured_ids, dict(live.named_ids)
        unconfirmed = [f"ids and further keys of the settings: {budget.ended}"]
        with suppress(BudgetEnded):  # Every check then says that the budget has ended.
            if group := live.listed("CAMPAIGN_GROUP_ID"):
                Confirmation(live, routes, known_ids, reads).check_first("callers")
                known_ids[_CALLERS_CAMPAIGN] = _campaigns_of_group(live, group[0], reads)
            unconfirmed_keys = reads.check_other_keys()
            known_ids = discover_ids(routes, known_ids, reads, live.areas)
            known_ids = known_ids if live.may_write else with_leads(known_ids, reads)
            confirmation = Confirmation(live, routes, known_ids, reads)
            confirmation.check()
            unconfirmed = [*unconfirmed_keys, *confirmation.unconfirmed]
            named = _named_ids(live, known_ids, reads)
    return LiveTarget(base_url, live, known_ids, budget, named, reads.reads, unconfirmed)


def _campaigns_of_group(settings: LiveSettings, group: str, reads: DiscoveryReads) -> list[str]:
    """Return the campaigns of the campaign group in which a run may write.

    Raises:
        UsageError: It has none, or cannot be read.
    """
    organization = settings.listed("ORGANIZATION_ID")[0]
    values = {"organizationId": organization, "campaignGroupId": group}
    exchange = reads.read(CALLERS_LIST, values)
    found = pointer_values(json_body(exchange), "/0/id") if is_readable(exchange) else []
    if not found:
        raise UsageError(
            f"{setting_name('CAMPAIGN_GROUP_ID')} must be a campaign group with a campaign, "
            f"got {group!r}: {CALLERS_LIST} returned {exchange.status} and none"
        )
    return found


def _named_ids(
    settings: LiveSettings, known: KnownIds, reads: DiscoveryReads
) -> dict[str, list[str]]:
    """Return the ids that the run may write to, with the campaigns of the campaign group."""
    named = dict(settings.named_ids)
    if settings.listed("CAMPAIGN_GROUP_ID"):
        named["callers campaignId"] = known[_CALLERS_CAMPAIGN]
    if settings.may_write and settings.disposable:
        return disposable_ids(settings.disposable, known, named, reads.payload, settings.areas)
    return named


def _is_named_removal(operation_id: str) -> bool:
    """Return True for a removal of what no operation creates, which WRITE has to name."""
    kind = packaged_kinds().removed_by(operation_id)
    return kind is not None and not kind.creators
