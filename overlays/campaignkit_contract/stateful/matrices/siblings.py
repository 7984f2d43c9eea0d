"""Ids of other parents, account groups and customers, found by the reads of a target."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...exchange import Exchange
from ...spec.routes import Operation, Route
from ...targets.discovery import Fetch, KnownIds, discover_ids
from ...targets.requests import credential_header
from ...targets.target import Target

_ROOTS = (("sonarly", "accountGroupId"), ("callers", "organizationId"))


@dataclass(frozen=True)
class Siblings:
    """Ids below the first parents of a target, and below other parents."""

    own: KnownIds
    others: tuple[KnownIds, ...]
    """Each with another value of one parent."""
    foreign: KnownIds
    """Of another customer, found with that customer's key."""

    def sibling(self, vendor: str, name: str) -> str | None:
        """Return an id that exists below another parent only; None if no parent has one."""
        found = [value for known in self.others for value in known.get((vendor, name), ())]
        return self._unowned(vendor, name, found)

    def of_stranger(self, vendor: str, name: str) -> str | None:
        """Return an id of another customer; None if none is known."""
        return self._unowned(vendor, name, self.foreign.get((vendor, name), []))

    def _unowned(self, vendor: str, name: str, values: list[str]) -> str | None:
        own = self.own.get((vendor, name), [])
        return next((value for value in values if value not in own), None)


def path_names(route: Route) -> list[str]:
    """Return the parameters of a path, from the outer to the inner one."""
    return re.findall(r"{(\w+)}", route.template)


def find_siblings(target: Target) -> Siblings:
    """Return the ids that the lists and links of a target lead to."""
    routes, fetch = target.validator.routes, _fetch(target)
    roots = {
        (vendor, name): [target.ids[name][0]]
        for vendor, name in _ROOTS
        if vendor in target.keys and target.ids.get(name)
    }
    # The calls use the first known id, which need not be the first of the list.
    known = {
        (vendor, name): list(target.ids[f"{vendor} {name}"])
        for vendor, name in _parents(target)
        if target.ids.get(f"{vendor} {name}")
    }
    own = discover_ids(routes, {**roots, **known}, fetch)
    others = tuple(discover_ids(routes, ids, fetch) for ids in _other_parents(target, roots, own))
    stranger = target.foreign_keys.get("callers")
    foreign = discover_ids(routes, {}, _fetch(target, stranger)) if stranger else {}
    return Siblings(own, others, foreign)


def _other_parents(target: Target, roots: KnownIds, own: KnownIds) -> Iterator[KnownIds]:
    """Yield ids of which one parent is another one than the first."""
    for group in list(target.ids.get("accountGroupId", ()))[1:2]:
        yield {("sonarly", "accountGroupId"): [group]}
    for vendor, name in _parents(target):
        for value in own.get((vendor, name), [])[1:2]:
            same = {key: values for key, values in roots.items() if key[0] == vendor}
            yield {**same, (vendor, name): [value]}


def _parents(target: Target) -> list[tuple[str, str]]:
    """Return the parameters, except roots, that other parameters follow in a path."""
    names = [
        (route.vendor, name)
        for route in target.validator.routes.all
        for name in path_names(route)[:-1]
        if (route.vendor, name) not in _ROOTS
    ]
    return list(dict.fromkeys(names))


def _fetch(target: Target, stranger: str | None = None) -> Fetch:
    """Return the function that sends a read, with the key of another customer of Callers.ai."""

    def fetch(route: Route, operation: Operation, values: Mapping[str, str]) -> Exchange | None:
        is_callers = route.vendor == "callers" and credential_header(operation) == "Authorization"
        if target.key(route, operation) is None or (stranger and not is_callers):
            return None
        return target.ask(operation.id, values, key=stranger)

    return fetch
