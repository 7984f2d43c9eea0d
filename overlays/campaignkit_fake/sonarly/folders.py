"""The folders of audiences, each for one kind of them. No HTTP here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..engine.access import Arguments, account_group_id
from ..engine.records import ACCOUNT_GROUPS, JSON, Ids, Key
from ..engine.responses import Refusal
from ..state.seeds import START, instant
from .audience_seeds import KINDS
from .audiences import Audiences, audience_of

if TYPE_CHECKING:
    from ..state.store import Store

_NAMES = ("Spring round", "Watched")


@dataclass
class Folder:
    """A folder; `fields` is what the API shows of it."""

    account_group_id: str
    fields: JSON


class Folders:
    """The folders of all account groups; every other audience is in the one for its kind."""

    def __init__(self, audiences: Audiences) -> None:
        self.held: dict[str, Folder] = {}
        self._ids = Ids("fd")
        made = {
            (group_id, kind): self.add(group_id, name, kind, instant(START)).fields["id"]
            for group_id in ACCOUNT_GROUPS
            for name, kind in zip(_NAMES, KINDS, strict=True)
        }
        for audience in list(audiences.held.values())[1::2]:
            audience.fields["folderId"] = made[audience.account_group_id, audience.kind]

    def add(self, group_id: str, name: str, kind: str, created_at: str) -> Folder:
        """Add a folder behind those of the account group."""
        position = sum(each.account_group_id == group_id for each in self.held.values())
        fields: JSON = {
            "id": next(self._ids),
            "name": name,
            "audienceType": kind,
            "isPinned": False,
            "position": position,
            "createdAt": created_at,
            "updatedAt": created_at,
        }
        folder = self.held[fields["id"]] = Folder(group_id, fields)
        return folder


def navigation(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return the folders with their audiences, and the audiences that are in none."""
    group_id = account_group_id(key, arguments)
    seen = store.audiences.seen(group_id)
    own = [each for each in store.folders.held.values() if each.account_group_id == group_id]
    return {
        "folders": [{**each.fields, "audiences": _within(seen, each.fields["id"])} for each in own],
        "ungroupedAudiences": _within(seen, None),
    }


def _within(audiences: list[JSON], folder_id: str | None) -> list[JSON]:
    return [each for each in audiences if each["folderId"] == folder_id]


def move_to_folder(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Put an audience into a folder, out of the one where it was; the kinds must be the same."""
    audience = audience_of(store, key, arguments)
    folder = _folder(store, key, arguments, arguments["body"]["folderId"])
    if folder.fields["audienceType"] != audience.kind:
        problem = ("folderId", f"is not for {audience.kind}")
        raise Refusal(422, "The folder is for other audiences.", details=[problem])
    store.tick()
    audience.fields["folderId"] = folder.fields["id"]
    return audience.fields


def remove_from_folder(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Take an audience out of its folder, if it is in one."""
    audience = audience_of(store, key, arguments)
    store.tick()
    audience.fields["folderId"] = None
    return audience.fields


def create_folder(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Add an empty folder; others may have its name."""
    group_id, body = account_group_id(key, arguments), arguments["body"]
    if body["audienceType"] not in KINDS:
        raise Refusal(400, "No audience has such a type.", details=[("audienceType", "unknown")])
    folder = store.folders.add(group_id, body["name"], body["audienceType"], store.tick())
    return folder.fields


def rename_folder(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Give a folder another name."""
    folder = _folder(store, key, arguments, arguments["folderId"])
    folder.fields |= {"name": arguments["body"]["name"], "updatedAt": store.tick()}
    return folder.fields


def _folder(store: "Store", key: Key, arguments: Arguments, folder_id: str) -> Folder:
    group_id = account_group_id(key, arguments)
    folder = store.folders.held.get(folder_id)
    if folder is None or folder.account_group_id != group_id:
        raise Refusal(404, "The account group has no such folder.")
    return folder


RULES = {
    "sonarly_audiences_navigation": navigation,
    "sonarly_audiences_move_to_folder": move_to_folder,
    "sonarly_audiences_remove_from_folder": remove_from_folder,
    "sonarly_audiences_create_folder": create_folder,
    "sonarly_audiences_rename_folder": rename_folder,
}
