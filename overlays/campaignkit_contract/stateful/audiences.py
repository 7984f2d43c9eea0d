"""Stateful checks of audiences: their prospects, their folders, and updates of single fields."""

from collections.abc import Iterator
from typing import Any

from ..sandbox.named import taking_turns
from ..spec.document import Json
from ..spec.examples import packaged_bodies
from ..spec.routes import Operation
from ..targets.budget import remembered
from ..targets.listing import items
from ..targets.requests import payload
from ..targets.target import Target
from .check import expect_status
from .lists import by_id
from .prepared import check_each, operations_where, succeed

_LIST, _GET, _PROSPECTS, _MOVE, _NAVIGATION = (
    f"sonarly_audiences_{name}" for name in ("list", "get", "prospects", "move_leads", "navigation")
)
_MOVE_TO_FOLDER = "sonarly_audiences_move_to_folder"
_CHANGES = tuple(
    f"sonarly_audiences_{name}"
    for name in (
        *("move_to_folder", "remove_from_folder", "create_folder", "rename_folder"),
        *("create", "update", "delete"),
    )
)
_TYPES = ("on_demand", "monitoring")
_REFUSALS = frozenset({400, 422})
_MANY = 14  # more than the pages and batches of a careless server


def prospect_count_matches_list(target: Target) -> Iterator[str]:
    """Check that the prospectCount of an audience is the number of its distinct prospects."""
    audiences = by_id(items(target, _LIST))
    for audience in (audiences[id_] for id_ in target.sample(audiences)):
        yield from _check_count(target, audience)


def _check_count(target: Target, audience: Json) -> Iterator[str]:
    """Yield a prospectCount that is not the number of prospects; other items have none."""
    if (count := audience.get("prospectCount")) is not None:
        ids = _prospect_ids(target, audience["id"])
        if len(ids) != count or len(set(ids)) < len(ids):
            yield f"{audience['id']} has {len(ids)} prospects and a prospectCount of {count}"


def moved_leads_change_audience(target: Target) -> Iterator[str]:
    """Check that moved leads leave one audience for the other, and that others stay."""
    source, other = (target.resources.audience_with_leads(count).id for count in (_MANY, 2))
    before = _prospect_ids(target, source), _prospect_ids(target, other)
    moved = before[0][: max(1, len(before[0]) - 1)]
    body = {"targetAudienceId": other, "leadIds": moved}
    response = target.data(_MOVE, audienceId=source, json=body)
    after = _prospect_ids(target, source), _prospect_ids(target, other)
    if sorted(after[0]) != sorted(set(before[0]) - set(moved)):
        yield f"{_MOVE} leaves {len(after[0])} of {len(before[0])} leads in the source"
    if sorted(after[1]) != sorted({*before[1], *moved}):
        yield f"{_MOVE} makes {len(before[1])} leads {len(after[1])} in the target audience"
    if response["movedCount"] != len(moved):
        yield f"{_MOVE} counts {response['movedCount']} of {len(moved)}"
    for name, id_, leads in (
        ("sourceAudience", source, after[0]),
        ("targetAudience", other, after[1]),
    ):
        if response[name]["prospectCount"] != len(leads):
            yield f"{_MOVE} returns a {name} with {response[name]['prospectCount']} prospects"
        if response[name] != target.data(_GET, audienceId=id_):
            yield f"{_MOVE} returns another {name} than a read after it"
    yield from _check_rejected_moves(target, source, other, moved)
    yield from _check_repeated_lead(target, source, other)


def _check_rejected_moves(
    target: Target, source: str, other: str, moved: list[str]
) -> Iterator[str]:
    for destination, leads in ((source, _prospect_ids(target, source)[:1]), (other, moved)):
        body = {"targetAudienceId": destination, "leadIds": leads}
        exchange = target.ask(_MOVE, {"audienceId": source}, body={"json": body})
        circumstance = "for leads already there, or not in the source"
        yield from expect_status(_MOVE, exchange, {422}, circumstance)


def _check_repeated_lead(target: Target, source: str, other: str) -> Iterator[str]:
    """Move the last lead, named twice; the server may refuse it."""
    before = _prospect_ids(target, source)
    body = {"targetAudienceId": other, "leadIds": [*before[:1], *before[:1]]}
    exchange = target.ask(_MOVE, {"audienceId": source}, body={"json": body})
    count = len(before) - len(_prospect_ids(target, source))
    if exchange.status == 200 and payload(exchange)["movedCount"] != count:
        yield f"{_MOVE} counts a lead twice"


def navigation_equals_list(target: Target) -> Iterator[str]:
    """Check that the navigation contains each listed audience once, in its folder."""
    yield from _check_navigation(target, "before any write")


def navigation_lists_every_audience(target: Target) -> Iterator[str]:
    """Check that the navigation contains each audience and each folder once, after each write."""

    def check(operation: str) -> Iterator[str]:
        call = target.resources.call_values(operation)
        before, response = _folders(target), succeed(target, operation, call)
        yield from _check_navigation(target, f"after {operation}")
        yield from _check_count(target, response)
        is_folder = "audienceType" in response
        expected = {**before, response["id"]: response} if is_folder else before
        if _folders(target) != expected:
            yield f"{_NAVIGATION} has other folders than {operation} returned"

    yield from check_each(target, _CHANGES, check)


def _check_navigation(target: Target, cause: str) -> Iterator[str]:
    navigation = target.data(_NAVIGATION)
    found = [(None, item) for item in navigation["ungroupedAudiences"]]
    found += [
        (folder["id"], audience)
        for folder in navigation["folders"]
        for audience in folder["audiences"]
    ]
    listed = [(audience["folderId"], audience) for audience in items(target, _LIST)]
    if _sorted(found) != _sorted(listed):
        yield f"{_NAVIGATION} has other audiences or folders than {_LIST} {cause}"


def folder_holds_one_type(target: Target) -> Iterator[str]:
    """Check that no audience moves into a folder of another type, also out of another folder."""
    own, other = _TYPES
    audience = target.resources.make("sonarly audienceId", json={"type": own})
    folders = {
        kind: target.resources.make("sonarly folderId", json={"audienceType": kind}).id
        for kind in (own, other)
    }
    for kind, statuses in ((other, _REFUSALS), (own, {200}), (other, _REFUSALS)):
        body = {"json": {"folderId": folders[kind]}}
        exchange = target.ask(_MOVE_TO_FOLDER, audience.values, body=body)
        circumstance = f"for an audience of {own} and a folder of {kind}"
        yield from expect_status(_MOVE_TO_FOLDER, exchange, statuses, circumstance)
    if (shown := target.data(_GET, audienceId=audience.id)["folderId"]) != folders[own]:
        yield f"{_GET} shows the folder {shown} after a refused move"


def _folders(target: Target) -> dict[str, Json]:
    """Return the folders by id, without their audiences."""
    return {
        folder["id"]: {name: value for name, value in folder.items() if name != "audiences"}
        for folder in target.data(_NAVIGATION)["folders"]
    }


def _sorted(found: list[tuple[Any, Json]]) -> list[str]:
    return sorted(map(repr, found))


def patch_changes_only_given_fields(target: Target) -> Iterator[str]:
    """Check that an update changes only the given fields, and returns what a read returns."""
    yield from check_each(
        target,
        operations_where(target, lambda operation: _is_renaming(target, operation)),
        lambda operation: _check_renaming(target, operation),
    )


def _is_renaming(target: Target, operation: Operation) -> bool:
    sent = packaged_bodies()[operation.id].get("json", {})
    return target.method(operation) == "PATCH" and "name" in sent


def _check_renaming(target: Target, operation: str) -> Iterator[str]:
    with taking_turns():
        values = target.resources.call_values(operation).values
    id_ = str(values[target.route(target.operation(operation)).path_names[-1]])
    before = _listed_item(target, operation, id_)
    body = {"name": f"{before['name']} (other)"}
    response = target.data(operation, json=body, **values)
    after = _listed_item(target, operation, id_)
    if {**after, "updatedAt": None} != {**before, **body, "updatedAt": None}:
        yield f"{operation} changes other fields"
    if response != {name: value for name, value in after.items() if name in response}:
        yield f"{operation} returns other values than a read after it"


def _listed_item(target: Target, operation_id: str, id_: str) -> Json:
    """Return the item that an update changes, as its list returns it."""
    if operation_id.endswith("folder"):
        return _folders(target)[id_]
    area, _, noun = operation_id.partition("_update")
    listing = f"{area}_list{noun}{'s' * bool(noun)}"
    [found] = [item for item in items(target, listing) if item["id"] == id_]
    return found


def prospects_of(target: Target, audience_id: str) -> list[Json]:
    """Return the prospects of an audience."""
    name = f"{_PROSPECTS} {audience_id}"
    return remembered(target, name, lambda: items(target, _PROSPECTS, audienceId=audience_id))


def _prospect_ids(target: Target, audience_id: str) -> list[str]:
    return [prospect["id"] for prospect in prospects_of(target, audience_id)]
