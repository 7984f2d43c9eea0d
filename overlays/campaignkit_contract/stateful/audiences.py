"""The laws of audiences: who is in them, and which folder they are in."""

from collections.abc import Iterator
from typing import Any

from ..spec.examples import shipped_bodies
from ..targets.target import Json, Server
from .lists import items

_LIST, _GET, _PROSPECTS, _MOVE, _NAVIGATION = (
    f"sonarly_audiences_{each}" for each in ("list", "get", "prospects", "move_leads", "navigation")
)
_CHANGES = tuple(
    f"sonarly_audiences_{each}"
    for each in (
        *("move_to_folder", "remove_from_folder", "create_folder", "rename_folder"),
        *("create", "update", "delete"),
    )
)


def prospects_counted(server: Server) -> Iterator[str]:
    """An audience says how many are in it, and each of them is in it once."""
    for audience in items(server, _LIST):
        found = _prospects(server, audience["id"])
        if len(found) != audience["prospectCount"] or len(set(found)) < len(found):
            yield f"{audience['id']} has {len(found)} and says {audience['prospectCount']}"


def leads_move(server: Server) -> Iterator[str]:
    """Leads that are moved leave one audience for the other, and are counted; nobody else moves."""
    source, target, *_ = [each["id"] for each in items(server, _LIST) if each["prospectCount"] > 2]
    before = _prospects(server, source), _prospects(server, target)
    moved = before[0][:2]
    body = {"targetAudienceId": target, "leadIds": moved}
    answer = server.data(_MOVE, audienceId=source, json=body)
    after = _prospects(server, source), _prospects(server, target)
    if sorted(after[0]) != sorted(set(before[0]) - set(moved)):
        yield f"{_MOVE} leaves {len(after[0])} of {len(before[0])} in the source"
    if sorted(after[1]) != sorted({*before[1], *moved}):
        yield f"{_MOVE} makes {len(after[1])} of {len(before[1])} in the target"
    if answer["movedCount"] != len(moved):
        yield f"{_MOVE} counts {answer['movedCount']} of {len(moved)}"
    for name, id_, people in (
        ("sourceAudience", source, after[0]),
        ("targetAudience", target, after[1]),
    ):
        if answer[name]["prospectCount"] != len(people):
            yield f"{_MOVE} says that the {name} has {answer[name]['prospectCount']}"
        if answer[name] != server.data(_GET, audienceId=id_):
            yield f"{_MOVE} answers another {name} than is read after it"
    yield from _refused_moves(server, source, target, moved)


def _refused_moves(server: Server, source: str, target: str, moved: list[str]) -> Iterator[str]:
    for to, leads in ((source, _prospects(server, source)[:1]), (target, moved)):
        body = {"targetAudienceId": to, "leadIds": leads}
        status = server.ask(_MOVE, {"audienceId": source}, body={"json": body}).status
        if status != 422:
            yield f"{_MOVE} answers {status} for who is there already, or is not in the source"


def navigation_whole(server: Server) -> Iterator[str]:
    """The navigation has each audience and each folder once, as it was answered or was before."""
    yield from _lost(server, "nothing")
    for operation in _CHANGES:
        server.begin()
        before, answer = _folders(server), server.data(operation)
        yield from _lost(server, operation)
        expected = {**before, answer["id"]: answer} if "audienceType" in answer else before
        if _folders(server) != expected:
            yield f"{_NAVIGATION} shows folders otherwise than {operation} answers them"


def _lost(server: Server, after: str) -> Iterator[str]:
    navigation = server.data(_NAVIGATION)
    found = [(None, each) for each in navigation["ungroupedAudiences"]]
    found += [
        (folder["id"], each) for folder in navigation["folders"] for each in folder["audiences"]
    ]
    listed = [(each["folderId"], each) for each in items(server, _LIST)]
    if _sorted(found) != _sorted(listed):
        yield f"after {after} {_NAVIGATION} has other audiences than {_LIST}, or in other folders"


def _folders(server: Server) -> dict[str, Json]:
    """The folders by id, without what is in them."""
    return {
        each["id"]: {name: value for name, value in each.items() if name != "audiences"}
        for each in server.data(_NAVIGATION)["folders"]
    }


def _sorted(found: list[tuple[Any, Json]]) -> list[str]:
    return sorted(map(repr, found))


def part_is_changed(server: Server) -> Iterator[str]:
    """An update changes what it is given and nothing else; it answers what is read after it."""
    for _, method, operation in server.operations():
        sent = shipped_bodies()[operation.id].get("json", {})
        if method != "PATCH" or "name" not in sent:
            continue
        server.begin()
        [*_, id_] = server.path_values(operation).values()
        before = _held(server, operation.id, id_)
        body = {"name": f"{before['name']} (other)"}
        answer = server.data(operation.id, json=body)
        after = _held(server, operation.id, id_)
        if {**after, "updatedAt": None} != {**before, **body, "updatedAt": None}:
            yield f"{operation.id} changes other fields than its own"
        if answer != {name: value for name, value in after.items() if name in answer}:
            yield f"{operation.id} answers otherwise than is read after it"


def _held(server: Server, operation_id: str, id_: str) -> Json:
    """What a list shows of what an update changes."""
    if operation_id.endswith("folder"):
        return _folders(server)[id_]
    area, _, noun = operation_id.partition("_update")
    [found] = [
        each for each in items(server, f"{area}_list{noun}{'s' * bool(noun)}") if each["id"] == id_
    ]
    return found


def _prospects(server: Server, audience_id: str) -> list[str]:
    return [each["id"] for each in items(server, _PROSPECTS, audienceId=audience_id)]
