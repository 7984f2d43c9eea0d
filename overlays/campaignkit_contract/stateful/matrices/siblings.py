"""Ids of other parents, account groups and customers, found by the reads of a target."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ...exchange import Exchange
from ...spec.kinds import packaged_kinds
from ...spec.routes import Operation, Route
from ...targets.discovery import Fetch, KnownIds, discover_ids
from ...targets.listing import items
from ...targets.requests import credential_header, in_areas
from ...targets.target import Target
from .schemas import item_properties, known_values, types_of

_ROOTS = (("sonarly", "accountGroupId"), ("callers", "organizationId"))
_SIBLINGS = "siblings"


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

    def within(self, vendor: str, name: str) -> str | None:
        """Return an id below another parent of the same account; None if none is known."""
        roots = [root for root in _ROOTS if root[0] == vendor and root in self.own]
        inner = [
            known
            for known in self.others
            if all(known.get(root, [])[:1] == self.own[root][:1] for root in roots)
        ]
        found = [value for known in inner for value in known.get((vendor, name), ())]
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


def known_siblings(target: Target) -> Siblings:
    """Return the ids of a target that was just reset, or that cannot be reset, found once."""
    results = target.initial if target.reset_server else target.shared
    found: Siblings = results.get(_SIBLINGS) or find_siblings(target)
    results[_SIBLINGS] = found
    return found


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
    others = tuple(_other_parents(target, roots, own, fetch))
    stranger = target.foreign_keys.get("callers")
    foreign = discover_ids(routes, {}, _fetch(target, stranger)) if stranger else {}
    return Siblings(own, others, foreign)


def with_varied_parents(target: Target, siblings: Siblings) -> Siblings:
    """Return siblings with a parent of each state: boolean values and those of enumerations."""
    fetch, roots = _fetch(target), {key: siblings.own[key] for key in _ROOTS if key in siblings.own}
    varied = [
        _below_parent(target, roots, parent, value, fetch)
        for parent in _parents(target)
        for value in _varied(target, parent)
    ]
    return replace(siblings, others=(*siblings.others, *varied))


def _varied(target: Target, parent: tuple[str, str]) -> Iterator[str]:
    """Yield the id of a listed parent for each state that no earlier parent has."""
    listing = packaged_kinds().all[" ".join(parent)].listing
    may_read = any(operation.id == listing for _, operation in target.readable_operations())
    seen: set[tuple[str, str]] = set()
    for row in items(target, listing) if may_read else ():
        states = {(name, repr(row.get(name))) for name in state_names(listing)}
        if states - seen:
            seen |= states
            yield row["id"]


def state_names(listing: str) -> list[str]:
    """Return the boolean fields of the items of a list, and those with an enumeration."""
    fields = item_properties(listing)
    return [
        name
        for name, field in fields.items()
        if known_values(field) or "boolean" in types_of(field)
    ]


def _other_parents(
    target: Target, roots: KnownIds, own: KnownIds, fetch: Fetch
) -> Iterator[KnownIds]:
    """Yield the ids below another parent than the first."""
    routes = target.validator.routes
    for group in list(target.ids.get("accountGroupId", ()))[1:2]:
        yield discover_ids(routes, {("sonarly", "accountGroupId"): [group]}, fetch)
    for parent in _parents(target):
        for value in own.get(parent, [])[1:2]:
            yield _below_parent(target, roots, parent, value, fetch)


def _below_parent(
    target: Target, roots: KnownIds, parent: tuple[str, str], value: str, fetch: Fetch
) -> KnownIds:
    """Return the ids below a parent, without those that belong to other parents too."""
    above = {key: values for key, values in roots.items() if key[0] == parent[0]}
    found = discover_ids(target.validator.routes, {**above, parent: [value]}, fetch)
    names = above.keys() | {parent} | _below(target, parent)
    return {key: values for key, values in found.items() if key in names}


def _below(target: Target, parent: tuple[str, str]) -> set[tuple[str, str]]:
    """Return the parameters that follow another one in a path."""
    vendor, parent_name = parent
    paths = [path_names(route) for route in target.validator.routes.all if route.vendor == vendor]
    return {
        (vendor, name)
        for names in paths
        if parent_name in names
        for name in names[names.index(parent_name) + 1 :]
    }


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
    """Return a function that sends each read once, with the key of another Callers.ai customer."""
    seen: dict[tuple[str, ...], Exchange] = {}

    def fetch(route: Route, operation: Operation, values: Mapping[str, str]) -> Exchange | None:
        is_callers = route.vendor == "callers" and credential_header(operation) == "Authorization"
        is_allowed = not target.is_limited or in_areas(operation, target.areas)
        if not is_allowed or target.key(route, operation) is None or (stranger and not is_callers):
            return None
        key = (operation.id, *values.values())
        if key not in seen:
            seen[key] = target.ask(operation.id, values, key=stranger)
        return seen[key]

    return fetch
