"""Reads of the discovery: each is sent once, and later checks use its response again."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import httpx

from ..causes import network_cause
from ..exchange import Exchange
from ..options import UsageError, setting_name
from ..spec.routes import Operation, Route, Routes
from ..validator import packaged_validator
from .api_keys import KEY_VARIABLES, OTHER_KEYS, SYNC_SECRET
from .area_reads import AreaReads
from .discovery import linked_values, required_names
from .earlier_reads import EarlierReads
from .listing import items
from .live_settings import PARAMETERS, REQUIRED_SETTINGS, LiveSettings
from .outcomes import CheckFailed, SkipCheck
from .requests import credential_header, credential_value, in_areas, payload, request_target
from .target import Target

REFUSED = frozenset({400, 403, 404, 422})
"""Statuses of a read whose id is wrong."""

_UNREADABLE = (CheckFailed, SkipCheck, httpx.HTTPError, ValueError, TypeError, LookupError)


class DiscoveryReads:
    """Reads of a live server before anything is judged.

    Args:
        client: Sends the requests.
        settings: The keys.
        routes: Routes of the spec.
    """

    def __init__(self, client: httpx.Client, settings: LiveSettings, routes: Routes) -> None:
        self._client, self._settings, self._routes = client, settings, routes
        self._needed = AreaReads(routes, settings.areas).every
        self._sent: dict[str, Exchange] = {}
        self._statuses: dict[str, list[int]] = {}
        self.reads = EarlierReads()
        self.listed: set[tuple[str, str, str]] = set()
        """Ids that responses have shown: the vendor, the parameter and the value."""

    def __call__(
        self, route: Route, operation: Operation, values: Mapping[str, str]
    ) -> Exchange | None:
        """Return the response to a read, or None if the run must not send it."""
        is_usual = credential_header(operation) == "Authorization"
        if not (is_usual and self.may_send(operation.id)):
            return None
        return self._read(route, operation, values)

    def may_send(self, operation_id: str) -> bool:
        """Return True for a read with a key, of the areas or of what their calls need."""
        route, operation = self._route(operation_id)
        is_needed = in_areas(operation, self._settings.areas) or operation_id in self._needed
        return is_needed and route.vendor in self._settings.called_vendors

    def has_sent(self, route: Route, operation: Operation, values: Mapping[str, str]) -> bool:
        """Return True if a read was sent before."""
        return request_target(route, operation, values) in self._sent

    def read(self, operation_id: str, values: Mapping[str, str]) -> Exchange:
        """Return the response to a read by its operationId."""
        return self._read(*self._route(operation_id), values)

    def payload(self, operation_id: str, values: Mapping[str, str]) -> Any:
        """Return the payload of a read, or None if it failed or does not conform."""
        exchange = self.read(operation_id, values)
        return payload(exchange) if is_readable(exchange) else None

    def has_pages(self, operation_id: str) -> bool:
        """Return True if a list has more than one page."""
        _, operation = self._route(operation_id)
        return bool({"cursor", "page"} & {parameter.name for parameter in operation.parameters})

    def rows(self, operation_id: str, values: Mapping[str, str]) -> list[Any] | None:
        """Return every item of a list; None if not every page can be read."""
        target = Target(self._client, keys=self._settings.keys, ids={})
        try:
            return items(target, operation_id, **values)
        except _UNREADABLE:
            return None

    def check_other_keys(self) -> list[str]:
        """Check the keys of a reader and of a stranger; return those that no read can confirm.

        Raises:
            UsageError: A key is not valid.
        """
        unconfirmed = []
        keys = (self._settings.reader_keys, self._settings.stranger_keys)
        for setting, by_vendor in zip(OTHER_KEYS, keys, strict=True):
            for vendor, key in by_vendor.items():
                reads = [*self._first_reads(vendor)]
                if not reads:
                    name = setting_name(setting)
                    unconfirmed.append(f"{name} of {vendor}: no read of the areas takes it")
                elif all(self._send(*read, key).status == 401 for read in reads):
                    raise UsageError(
                        f"{setting_name(setting)} must name a variable with a valid key for "
                        f"{vendor}, which returned 401"
                    )
        if self._settings.values.get(SYNC_SECRET) and self._takes_secret():
            unconfirmed.append(f"{SYNC_SECRET}: no read takes it")
        return unconfirmed

    def _takes_secret(self) -> bool:
        """Return True if an operation of the areas has another credential than a key."""
        operations = (operation for _, _, operation in self._routes.operations.values())
        return any(
            credential_header(operation) != "Authorization"
            for operation in operations
            if in_areas(operation, self._settings.areas)
        )

    def _first_reads(self, vendor: str) -> Iterator[tuple[str, Operation]]:
        """Yield two reads of a vendor: one without an id, and one with its first id.

        A read that the run must not send is left out.
        """
        name = PARAMETERS[REQUIRED_SETTINGS[vendor][1]]
        value = self._settings.configured_ids[vendor, name][0]
        for wanted in ({}, {name: value}):
            reads = (
                (request_target(route, operation, wanted), operation)
                for route in self._routes.all
                if route.vendor == vendor and (operation := route.operations.get("GET"))
                if required_names(operation) == [*wanted] and self.may_send(operation.id)
            )
            yield from islice(reads, 1)

    def _route(self, operation_id: str) -> tuple[Route, Operation]:
        """Return an operation with its route."""
        route, _, operation = self._routes.operations[operation_id]
        return route, operation

    def _read(self, route: Route, operation: Operation, values: Mapping[str, str]) -> Exchange:
        target = request_target(route, operation, values)
        if target not in self._sent:
            exchange = self._send(target, operation, self._settings.keys[route.vendor])
            self._sent[target] = exchange
            self._check_key(route.vendor, operation, exchange.status)
            for (vendor, name), value in linked_values(self._routes, operation, exchange):
                self.listed.add((vendor, name, value))
        return self._sent[target]

    def _check_key(self, vendor: str, operation: Operation, status: int) -> None:
        """Raise UsageError if the first reads of a vendor, at least two, have returned 401."""
        statuses = self._statuses.setdefault(vendor, [])
        statuses.append(status)
        if statuses == [401] * len(statuses) and len(statuses) > 1:
            raise UsageError(
                f"{KEY_VARIABLES[vendor]} must hold a valid key: {operation.id} returned 401"
            )

    def _send(self, target: str, operation: Operation, key: str) -> Exchange:
        headers = {"Authorization": credential_value(operation, key)}
        try:
            response = self._client.get(target, headers=headers)
        except httpx.HTTPError as error:
            raise UsageError(
                f"{setting_name('BASE_URL')} must be a server that responds, got "
                f"{self._client.base_url}: {operation.id}: {network_cause(error)}"
            ) from None
        exchange = Exchange.from_httpx(response)
        self.reads.add(target, headers, exchange)
        return exchange


def is_readable(exchange: Exchange) -> bool:
    """Return True for a success that conforms. The run reports another one when it reads again."""
    findings = packaged_validator().validate(exchange)
    return exchange.status == 200 and all(finding.kind != "breaking" for finding in findings)
