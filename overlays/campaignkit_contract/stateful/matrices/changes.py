"""Changes of a state that a write must not make, and reads that disagree after it."""

import re
from collections.abc import Collection, Iterator
from datetime import datetime

from ...exchange import Exchange
from ...spec.document import Json, job_reads, packaged_operations
from ...spec.fields import field_names
from ...spec.kinds import packaged_kinds
from ...spec.routes import Operation
from ...targets.requests import payload
from ...targets.target import Target
from .rows import Place, Rows, kind, rows_of
from .scenes import Scene
from .schemas import area_of, writable_names
from .siblings import path_names

_IDENTITY = frozenset({"id", "createdAt"})
_RESPONSE = "the response"
_UPDATED_AT = "updatedAt"


def problems_of(
    scene: Scene, exchange: Exchange, before: Rows, after: Rows, body: Json | None = None
) -> list[str]:
    """Return what a successful call changes although it does not name it, once each.

    `body` replaces the body of the scene.
    """
    problems = [
        *_changed_others(scene, exchange, before, after),
        *_changed_fields(scene, body, before, after),
        *_reordered(before, after),
        *_unmoved_times(before, after),
        *_disagreements(exchange, before, after),
    ]
    return list(dict.fromkeys(problems))


def _changed_others(scene: Scene, exchange: Exchange, before: Rows, after: Rows) -> Iterator[str]:
    text = f"{exchange.target} {exchange.request_body!r} {exchange.body!r}"
    makes = packaged_kinds().created_by(scene.operation.id) is not None
    for place in dict.fromkeys([*before, *after]):
        if before.get(place) == after.get(place):
            continue
        is_new = place not in before or not makes
        if is_new and (place.id in text or _is_addressed(scene, place, before.get(place, {}))):
            continue
        if not _is_consequence(scene, place, before, after):
            change = (
                "removes" if place not in after else "adds" if place not in before else "changes"
            )
            yield f"{change} an item of {place.operation} that it does not name"


def _is_addressed(scene: Scene, place: Place, row: Json) -> bool:
    """Return True if the path names a row by another field: its parent and its phone number."""
    name, kinds = scene.resource, packaged_kinds().all.values()
    owners = [kind for kind in kinds if name in kind.aliases]
    is_same = all(row[other] == value for other, value in scene.named.items() if other in row)
    is_own = any(place.operation in (owner.reader, owner.listing) for owner in owners)
    return is_own and is_same and name in row


def _is_consequence(scene: Scene, place: Place, before: Rows, after: Rows) -> bool:
    """Return True for a row below the resource that a call ends, starts or empties."""
    target, operation = scene.target, scene.operation
    if ends_job(operation):
        return place not in before  # The audience that the job fills is listed after its end.
    route = target.route(operation)
    listing = route.operations.get("GET")
    if target.method(operation) == "DELETE" and listing and listing.id == place.operation:
        return all(_is_below(scene, place, name) for name in path_names(route))
    if _creates(operation) or target.method(operation) in {"PATCH", "PUT"}:
        return False
    name = scene.resource
    if name is None or not _is_below(scene, place, name):
        return False
    if target.method(operation) != "DELETE" or place.id == scene.values[name]:
        return True
    # What is archived is not erased, and neither are the things below it.
    reader = packaged_kinds().of(operation.id, name).reader
    return not any(row.operation == reader and row.id == scene.values[name] for row in after)


def _is_below(scene: Scene, place: Place, name: str) -> bool:
    """Return True if a row was read below the resource that a parameter of a call names."""
    return f" {name}={scene.values.get(name)} " in f"{place.read} "


def _changed_fields(scene: Scene, body: Json | None, before: Rows, after: Rows) -> Iterator[str]:
    """Yield fields of known rows that a call changes although it does not name them."""
    sent = set(field_names((body or scene.body).get("json")))
    for place in before.keys() & after.keys():
        old, new = before[place], after[place]
        changed = _changed_names(old, new)
        for name in sorted(changed & _fixed_fields(scene, place, sent, changed)):
            yield f"changes {name} in {place.operation}"


def _fixed_fields(scene: Scene, place: Place, sent: set[str], changed: set[str]) -> set[str]:
    """Return the fields of a row that a call must not change."""
    operation = scene.operation
    if _creates(operation):
        return changed
    if scene.target.method(operation) in {"PATCH", "PUT"}:
        return changed - sent - {_UPDATED_AT}
    nodes = packaged_operations()
    verified = re.findall(r"/(\w+)", str(nodes[operation.id].node.get("x-verify")))
    writable = writable_names(area_of(nodes[place.operation]))
    return {*writable, *_IDENTITY} - sent - set(verified)


def _reordered(before: Rows, after: Rows) -> Iterator[str]:
    """Yield lists whose kept rows have another order.

    A changed row may come first, because a list may begin with what was changed last.
    """
    for read, path in dict.fromkeys((place.read, place.path) for place in before):
        old, new = (
            [place for place in rows if (place.read, place.path) == (read, path) and place in other]
            for rows, other in ((before, after), (after, before))
        )
        changed = [place for place in new if before[place] != after[place]]
        shown = f"items of {read.partition(' ')[0]}"
        if _without(old, changed) != _without(new, changed):
            yield f"changes the order of unchanged {shown}"
        elif path.count("/") > 1 or new in (old, [*changed, *_without(old, changed)]):
            continue  # In nested lists, a row may be below another parent now.
        elif not _is_sorted(old, new, before, after):
            yield f"moves a changed item among the {shown}"


def _without(places: list[Place], left_out: list[Place]) -> list[Place]:
    return [place for place in places if place not in left_out]


def _is_sorted(old: list[Place], new: list[Place], before: Rows, after: Rows) -> bool:
    """Return True if a changed field sorts a list before and after a write."""
    names = {name for place in new for name in _changed_names(before[place], after[place])}
    return any(
        len(set(values)) > 1 and _directions(values) & _directions(_values(new, after, name))
        for name in names
        for values in [_values(old, before, name)]
    )


def _values(places: list[Place], rows: Rows, name: str) -> list[str]:
    return [str(rows[place].get(name)).casefold() for place in places]


def _directions(values: list[str]) -> set[bool]:
    """Return False if values ascend, and True if they descend."""
    return {is_down for is_down in (False, True) if values == sorted(values, reverse=is_down)}


def _changed_names(old: Json, new: Json) -> set[str]:
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def _unmoved_times(before: Rows, after: Rows) -> Iterator[str]:
    """Yield changed rows whose updatedAt does not move."""
    for place in before.keys() & after.keys():
        old, new = before[place], after[place]
        if old == new or _UPDATED_AT not in old or _UPDATED_AT not in new:
            continue
        if datetime.fromisoformat(new[_UPDATED_AT]) <= datetime.fromisoformat(old[_UPDATED_AT]):
            yield f"does not move updatedAt in {place.operation}"


def _disagreements(exchange: Exchange, before: Rows, after: Rows) -> Iterator[str]:
    """Yield reads that show a resource otherwise than the response or another read.

    Reads that differed before, such as those of other things with the same id, are left out.
    """
    returned = rows_of({_RESPONSE: payload(exchange)}) if exchange.body else {}
    differing = {key for key, rows in _by_resource(before).items() if _differ(rows)}
    for key, rows in _by_resource({**returned, **after}).items():
        if key not in differing and _differ(rows):
            names = ", ".join(_differing_names(list(rows.values())))
            shown = " and ".join(sorted({place.operation for place in rows} - {_RESPONSE}))
            yield f"{shown} shows another {names} than the response or another read"


def _by_resource(rows: Rows) -> dict[tuple[str, tuple[str, ...]], Rows]:
    """Return the rows with an `id` by id and field names, which identify a resource."""
    found: dict[tuple[str, tuple[str, ...]], Rows] = {}
    for place, row in rows.items():
        if "id" in row:
            found.setdefault((place.id, kind(row)), {})[place] = row
    return found


def _differ(rows: Rows) -> bool:
    first, *others = rows.values()
    return any(other != first for other in others)


def _differing_names(rows: list[Json]) -> list[str]:
    return sorted(name for name in rows[0] if any(row[name] != rows[0][name] for row in rows))


def _creates(operation: Operation) -> bool:
    return 201 in operation.statuses


def ends_job(operation: Operation) -> bool:
    """Return True if the read of `x-verify` is that of a job."""
    verify = packaged_operations()[operation.id].node.get("x-verify", {})
    return verify.get("operationId") in job_reads()


def is_effect(target: Target, operation: Operation, place: Place, ids: Collection[str]) -> bool:
    """Return True if only the calls of the run can have changed a row.

    Args:
        target: The target. If it cannot be reset, others change what the run has not made.
        operation: The operation of the calls. A job that it names goes on by itself.
        place: The place of the row.
        ids: The ids that the calls named.
    """
    return bool(target.reset_server) or (place.id in ids and not ends_job(operation))
