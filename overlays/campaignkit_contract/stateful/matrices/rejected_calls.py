"""Calls that must be rejected: with other credentials, and for resources of others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from ...spec.routes import Operation
from ...targets.requests import UNKNOWN_ID, credential_header
from ...targets.target import Target
from ..authentication import wrong_credentials
from ..identifiers import id_parameters, unknown_value
from .matrix import MatrixRun
from .scenes import Scene
from .siblings import path_names

_ROOT = "accountGroupId"
_SUB_ORGANIZATION = "x-sub-organization-id"
_UNAVAILABLE = frozenset({403, 404})
_NOT_FOUND = frozenset({"callers_campaign_groups_get"})
"""Operations whose page says that a resource of another customer is not found."""
_OTHER_PARENT = "an id of another parent"


@dataclass(frozen=True)
class RejectedCall:
    """Call that must be rejected."""

    cell: str
    expected: frozenset[int]
    values: Mapping[str, str | None]
    headers: Mapping[str, str] | None = None
    key: str | None = None
    extra_headers: Mapping[str, str] | None = None
    unknown: Mapping[str, str | None] | None = None
    """Values of the same call for an unknown id, which must have the same response."""
    made: Mapping[str, str | None] = field(default_factory=dict)
    """Values of what the run has made below another parent, and the call names."""


def rejected_calls(run: MatrixRun, scene: Scene) -> Iterator[RejectedCall]:
    """Yield the calls of an operation that must be rejected."""
    target, operation, route = run.target, scene.operation, run.target.route(scene.operation)
    known = {**target.path_values(operation), **scene.values}
    unknown = {name: unknown_value(operation, name) for name in id_parameters(operation)[-1:]}
    # Another check sends each wrong credential once, which is enough on a live server.
    wrong = wrong_credentials(target, route, operation) if target.reset_server else ()
    for cell, headers in wrong:
        yield RejectedCall(cell, frozenset({401}), known, headers, unknown={**known, **unknown})
    yield from _other_keys(target, operation, known, unknown)
    is_write = target.method(operation) != "GET"
    # A live run sends no write that could change what the run has not made.
    if is_write and not target.reset_server:
        yield from _below_another_parent(run, operation, known)
    for name in path_names(route) if target.reset_server or not is_write else ():
        is_inner = name != path_names(route)[0]
        others = {"an id of another customer": run.siblings.of_stranger(route.vendor, name)}
        # A lookup finds nothing for what is not there, instead of a 404.
        if is_inner and (is_write or 404 in operation.statuses):
            others[_OTHER_PARENT] = run.siblings.sibling(route.vendor, name)
        for cell, other in others.items():
            if other and (allowed := _foreign_statuses(operation)):
                if is_inner and 404 not in operation.statuses:
                    allowed |= {200}  # A lookup that finds nothing succeeds.
                missing = {**known, name: unknown_value(operation, name)} if is_inner else None
                yield RejectedCall(cell, allowed, {**known, name: other}, unknown=missing)
    yield from _sub_organizations(run, operation, known)


def _below_another_parent(
    run: MatrixRun, operation: Operation, known: Mapping[str, str | None]
) -> Iterator[RejectedCall]:
    """Yield calls for what the run makes below another parent of a disposable account."""
    if not run.target.is_exclusive(operation.id) or run.is_final(operation):
        return
    names = path_names(run.target.route(operation))
    for parent, name in pairwise(names[names[:1] == [_ROOT] :]):
        kind = run.sandbox.kinds.of(operation.id, parent)
        named = [id_ for id_ in run.sandbox.named.get(kind.name, ()) if id_ != known[parent]]
        given = {} if kind.creators or not named else {parent: named[0]}
        made = run.sandbox.call_values(operation.id, given).values
        if made[parent] != known[parent]:
            unknown = {**known, name: unknown_value(operation, name)}
            values = {**known, name: made[name]}
            allowed = _foreign_statuses(operation)
            yield RejectedCall(_OTHER_PARENT, allowed, values, unknown=unknown, made=made)


def _other_keys(
    target: Target,
    operation: Operation,
    known: Mapping[str, str | None],
    unknown: Mapping[str, str | None],
) -> Iterator[RejectedCall]:
    vendor = target.route(operation).vendor
    is_customer_key = credential_header(operation) == "Authorization"
    reader = target.read_only_keys.get(vendor)
    if reader and target.method(operation) != "GET":
        yield RejectedCall("a read-only key", frozenset({403}), known, key=reader)
    stranger = target.foreign_keys.get(vendor)
    allowed = _foreign_statuses(operation, vendor)
    if stranger and is_customer_key and id_parameters(operation):
        same = {**known, **unknown} if vendor == "sonarly" else None
        yield RejectedCall(
            "a key of another customer", frozenset(allowed), known, key=stranger, unknown=same
        )


def _foreign_statuses(operation: Operation, vendor: str = "") -> frozenset[int]:
    """Return the statuses for a resource of others; for a key of others with its vendor."""
    if operation.id in _NOT_FOUND:
        return frozenset({404})
    allowed = frozenset(_UNAVAILABLE & operation.statuses)
    return frozenset({403}) if vendor == "sonarly" and 403 in allowed else allowed


def _sub_organizations(
    run: MatrixRun, operation: Operation, known: Mapping[str, str | None]
) -> Iterator[RejectedCall]:
    if all(parameter.name != _SUB_ORGANIZATION for parameter in operation.parameters):
        return
    allowed = frozenset({400, 403, 404} & operation.statuses)
    organizations = {
        "an unknown sub-organization": UNKNOWN_ID,
        "a sub-organization of another customer": run.siblings.of_stranger(
            "callers", "organizationId"
        ),
    }
    for cell, value in organizations.items():
        if value:
            yield RejectedCall(cell, allowed, known, extra_headers={_SUB_ORGANIZATION: value})
