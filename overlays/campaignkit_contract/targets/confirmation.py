"""Confirmation of configured ids: a mistyped id is an error of the settings, not of the server.

An id is right if a list shows it, or if a read with it is not refused. A server that fails
otherwise is judged by the run.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..exchange import Exchange
from ..options import UsageError, setting_name
from ..spec.expressions import value_at
from ..spec.kinds import Kind, packaged_kinds
from ..spec.routes import Operation, Route, Routes
from .discovery import KnownIds, missing_parameter, required_names
from .discovery_reads import REFUSED, DiscoveryReads, is_readable
from .live_settings import PARAMETERS, REQUIRED_SETTINGS, LiveSettings
from .requests import json_body, payload
from .setting_values import named_items
from .target import LEAD_STATUS

_AUDIENCE, _PROSPECTS = "sonarly_audiences_get", "sonarly_audiences_prospects"
_NOT_IN_CAMPAIGN = "not_in_campaign"
_LEADS = "sonarly leadIds"
_KINDS = {
    "CAMPAIGN_ID": "sonarly campaignId",
    "AUDIENCE_ID": "sonarly audienceId",
    "CAMPAIGN_GROUP_ID": "callers campaignGroupId",
}

_Read = tuple[Route, Operation, dict[str, str]]


@dataclass(frozen=True)
class ConfiguredId:
    """Id of a setting."""

    setting: str
    kind: str
    """Vendor and parameter, such as `sonarly audienceId`."""
    value: str

    @property
    def vendor(self) -> str:
        """Return the vendor."""
        return self.kind.partition(" ")[0]

    @property
    def name(self) -> str:
        """Return the parameter."""
        return self.kind.partition(" ")[2]

    @property
    def text(self) -> str:
        """Return the id as the setting has it."""
        return f"{self.kind}={self.value}" if self.setting == "NAMED" else self.value

    def error(self, exchange: Exchange, problem: str = "") -> UsageError:
        """Return the error about the id, with the response that shows it."""
        return UsageError(
            f"{setting_name(self.setting)} must be an id that the key can read, got {self.text!r}: "
            f"{exchange.method} {exchange.path} returned {problem or exchange.status}"
        )


class Confirmation:
    """Reads that show whether the configured ids exist.

    Args:
        settings: The settings.
        routes: Routes of the spec.
        known: Configured and discovered ids. Those of other parameters fill a read.
        reads: Reads of the discovery.
    """

    def __init__(
        self, settings: LiveSettings, routes: Routes, known: KnownIds, reads: DiscoveryReads
    ) -> None:
        self._settings, self._routes, self._known, self._reads = settings, routes, known, reads
        self.unconfirmed: list[str] = []
        """Settings whose ids no read shows, with the reason."""

    def check(self) -> None:
        """Raise UsageError for the first id that does not exist, parents first."""
        vendors = self._settings.called_vendors
        for vendor in vendors:
            self.check_first(vendor)
        for id_ in self._others():
            if id_.vendor in vendors:
                self._check(id_)
        self._check_leads()
        self._check_test_leads()

    def check_first(self, vendor: str) -> None:
        """Raise UsageError if an account group or an organization does not exist."""
        _, setting = REQUIRED_SETTINGS[vendor]
        for value in self._settings.listed(setting):
            self._check(ConfiguredId(setting, f"{vendor} {PARAMETERS[setting]}", value))

    def _others(self) -> Iterator[ConfiguredId]:
        for setting in _KINDS:
            for value in self._settings.listed(setting):
                yield ConfiguredId(setting, _KINDS[setting], value)
        for kind, value in named_items(self._settings.listed("NAMED")):
            yield ConfiguredId("NAMED", kind, value)

    def _check(self, id_: ConfiguredId) -> None:
        groups = self._groups(id_)
        if not (groups or self._listing(id_)):
            self._add_unconfirmed(id_)
        refusals = [refusal for group in groups if (refusal := self._refusal(group))]
        if refusals and not self._is_listed(id_):
            raise id_.error(refusals[0])
        if not groups and (listing := self._listing(id_)) and not self._is_listed(id_):
            raise id_.error(listing, "no such item")

    def _add_unconfirmed(self, id_: ConfiguredId) -> None:
        areas = " of the areas" if self._settings.areas else ""
        self.unconfirmed.append(f"{setting_name(id_.setting)} {id_.text}: no read{areas} shows it")

    def _groups(self, id_: ConfiguredId) -> list[list[_Read]]:
        """Return the reads of what an id names, grouped by their other ids."""
        groups: dict[frozenset[str], list[_Read]] = {}
        for route in self._routes.all:
            operation = route.operations.get("GET")
            if operation is None or not self._reads.may_send(operation.id):
                continue
            if route.vendor != id_.vendor:
                continue
            required = required_names(operation)
            if (route.path_names or required)[-1:] != [id_.name]:
                continue
            if missing_parameter(route, operation, {**self._known, (id_.vendor, id_.name): ["-"]}):
                continue
            values = {name: self._first(id_.vendor, name) for name in required}
            read = (route, operation, {**values, id_.name: id_.value})
            groups.setdefault(frozenset(route.path_names), []).append(read)
        return list(groups.values())

    def _refusal(self, group: list[_Read]) -> Exchange | None:
        """Return a response if every read is refused. Reads that were sent before come first."""
        refusals = []
        for read in sorted(group, key=lambda read: not self._reads.has_sent(*read)):
            exchange = self._reads(*read)
            if exchange and exchange.status not in REFUSED:
                return None
            refusals += [exchange] if exchange else []
        return refusals[0] if refusals else None

    def _is_listed(self, id_: ConfiguredId) -> bool:
        """Return True if a list shows an id, or cannot be read to its end."""
        if (id_.vendor, id_.name, id_.value) in self._reads.listed:
            return True
        kind, first = packaged_kinds().all.get(id_.kind), self._listing(id_)
        if kind is None or first is None or first.status in REFUSED:
            return False
        [pointer, *_] = [item.pointer for item in kind.sources if item.operation == kind.listing]
        place, _, field = pointer.rpartition("/0")
        if not is_readable(first) or id_.value in _column(value_at(json_body(first), place), field):
            return True
        if not self._reads.has_pages(kind.listing):
            return False
        rows = self._reads.rows(kind.listing, self._values(kind))
        return rows is None or id_.value in _column(rows, field)

    def _listing(self, id_: ConfiguredId) -> Exchange | None:
        """Return the first page of the list of a kind, or None without a list."""
        kind = packaged_kinds().all.get(id_.kind)
        if kind is None or not kind.listing or not self._reads.may_send(kind.listing):
            return None
        values = self._values(kind)
        return self._reads.read(kind.listing, values) if all(values.values()) else None

    def _values(self, kind: Kind) -> dict[str, str]:
        """Return the values of the list of a kind; an empty text if no value is known."""
        vendor = kind.name.partition(" ")[0]
        names = packaged_kinds().path_parameters(kind.listing)
        return {name: self._first(vendor, name) for name in names}

    def _first(self, vendor: str, name: str) -> str:
        """Return the value of a parameter that calls use, or an empty text."""
        return next(iter(self._known.get((vendor, name), ())), "")

    def _check_leads(self) -> None:
        """Raise UsageError if the server says that a lead is not in the campaign."""
        leads = self._settings.listed("LEAD_IDS")
        id_ = ConfiguredId("LEAD_IDS", _LEADS, ",".join(leads))
        if leads and not self._reads.may_send(LEAD_STATUS):
            self._add_unconfirmed(id_)
        if not leads or not self._reads.may_send(LEAD_STATUS):
            return
        names = ("accountGroupId", "campaignId", "leadIds")
        exchange = self._reads.read(
            LEAD_STATUS, {name: self._first("sonarly", name) for name in names}
        )
        if exchange.status in REFUSED:
            raise id_.error(exchange)
        if not is_readable(exchange):
            self._add_unconfirmed(id_)
            return
        for row in payload(exchange)["items"]:
            if row["leadId"] in leads and row["workflowStatus"] == _NOT_IN_CAMPAIGN:
                raise ConfiguredId("LEAD_IDS", _LEADS, row["leadId"]).error(
                    exchange, _NOT_IN_CAMPAIGN
                )

    def _check_test_leads(self) -> None:
        """Raise UsageError if a run that writes has leads that are not in its audience.

        A list with another number of leads than the audience is not believed.
        """
        leads = self._settings.listed("TEST_LEAD_IDS") if self._settings.may_write else []
        may_check = leads and self._reads.may_send(_PROSPECTS)
        values = {name: self._first("sonarly", name) for name in ("accountGroupId", "audienceId")}
        rows = self._reads.rows(_PROSPECTS, {**values, "limit": "100"}) if may_check else None
        audience = self._reads.payload(_AUDIENCE, values) if rows is not None else None
        if rows is None or audience is None or audience["prospectCount"] != len(rows):
            if leads:
                self._add_unconfirmed(ConfiguredId("TEST_LEAD_IDS", _LEADS, ",".join(leads)))
            return
        if unknown := [lead for lead in leads if lead not in _column(rows, "/id")]:
            listing = self._reads.read(_PROSPECTS, values)
            raise ConfiguredId("TEST_LEAD_IDS", _LEADS, unknown[0]).error(listing, "no such lead")


def _column(rows: Any, field: str) -> list[Any]:
    """Return a field of every row."""
    return [value_at(row, field) for row in rows] if isinstance(rows, list) else []
