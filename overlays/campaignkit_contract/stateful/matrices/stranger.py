"""Target of another customer: the same server with the key and the ids of the other customer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...exchange import Exchange
from ...spec.routes import Operation, Route
from ...targets.discovery import KnownIds, discover_ids
from ...targets.disposable import disposable_ids
from ...targets.requests import in_areas, payload
from ...targets.target import Target

ROOTS = {"sonarly": "accountGroupId", "callers": "organizationId"}
"""By vendor, the parameter that names what a customer has."""


def stranger_target(target: Target) -> tuple[Target, KnownIds]:
    """Return the target of another customer, and the ids that its reads lead to.

    Without a key of another customer, it is the second account group of the same key. A vendor
    without either has no ids, and its operations are not called.
    """
    second = list(target.ids.get(ROOTS["sonarly"], ()))[1:2]
    keys, roots = dict(target.foreign_keys), KnownIds()
    if second and "sonarly" in target.keys and "sonarly" not in keys:
        keys["sonarly"] = target.keys["sonarly"]
        roots["sonarly", ROOTS["sonarly"]] = second
    stranger = replace(
        target,
        keys=keys,
        ids={},
        named={},
        foreign_keys={},
        read_only_keys={},
        draft_campaign_ids=(),
        may_write=target.reset_server is not None,
        # Elsewhere others may change what the other customer has.
        history=target.history if target.reset_server else None,
        has_sample_ids=False,
        shared={},
        sandbox=None,
    )
    known = discover_ids(target.validator.routes, roots, _Reads(stranger).fetch)
    stranger.ids = {_id_name(*name): values for name, values in known.items()}
    if target.reset_server:
        stranger.named = _named(stranger, known)
    return stranger, known


def _id_name(vendor: str, name: str) -> str:
    """Return the name of an id of a target; both vendors have campaigns."""
    return f"{vendor} {name}" if (vendor, name) == ("callers", "campaignId") else name


def _named(stranger: Target, known: KnownIds) -> dict[str, list[str]]:
    """Return the ids that writes of the other customer may use: everything it has."""
    roots = {
        f"{vendor} {name}": known[vendor, name][:1]
        for vendor, name in ROOTS.items()
        if known.get((vendor, name))
    }
    vendors = [name.partition(" ")[0] for name in roots]
    return disposable_ids(vendors, known, roots, _Reads(stranger).payload)


class _Reads:
    """Reads of a customer."""

    def __init__(self, customer: Target) -> None:
        self._customer = customer

    def fetch(
        self, route: Route, operation: Operation, values: Mapping[str, str]
    ) -> Exchange | None:
        """Send a read, if the customer has a key for it and the areas name its area."""
        target = self._customer
        is_allowed = not target.is_limited or in_areas(operation, target.areas)
        if not is_allowed or target.key(route, operation) is None:
            return None
        return self._customer.ask(operation.id, values)

    def payload(self, operation_id: str, values: Mapping[str, str]) -> Any:
        """Return the payload of a read, or None if it failed."""
        exchange = self._customer.ask(operation_id, values)
        return payload(exchange) if exchange.status == 200 else None
