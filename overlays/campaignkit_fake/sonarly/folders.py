"""Folders of audiences; a folder is for one type of audiences."""

from dataclasses import dataclass
from typing import Self

from ..engine.access import account_group_id
from ..engine.context import Context
from ..engine.errors import ApiError
from ..engine.ids import ACCOUNT_GROUPS, Ids
from ..engine.times import START, iso_millis
from ..engine.types import JSON
from ..state.collection import AccountGroupCollection
from ..state.seeds import Seeds
from .audiences import KINDS, Audiences, audience_of

__all__ = ["RULES", "Folders"]

_NAMES = ("Spring round", "Watched")


@dataclass
class Folder:
    """Folder; `fields` has the fields of responses."""

    account_group_id: str
    fields: JSON


class Folders(AccountGroupCollection[Folder]):
    """Folders of all account groups; every other audience is in the folder for its kind."""

    noun = "folder"

    def __init__(self) -> None:
        super().__init__()
        self._ids = Ids("fd")

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return two folders for each account group, and put every other audience into one."""
        folders = cls()
        added = {
            (group_id, kind): folders.add(group_id, name, kind, iso_millis(START)).fields["id"]
            for group_id in ACCOUNT_GROUPS
            for name, kind in zip(_NAMES, KINDS, strict=True)
        }
        for audience in list(seeds[Audiences].by_id.values())[1::2]:
            audience.fields["folderId"] = added[audience.account_group_id, audience.kind]
        return folders

    def add(self, group_id: str, name: str, kind: str, created_at: str) -> Folder:
        """Add a folder behind those of the account group."""
        fields: JSON = {
            "id": next(self._ids),
            "name": name,
            "audienceType": kind,
            "isPinned": False,
            "position": len(self.of_group(group_id)),
            "createdAt": created_at,
            "updatedAt": created_at,
        }
        folder = self.by_id[fields["id"]] = Folder(group_id, fields)
        return folder


def navigation(context: Context) -> JSON:
    """Return the folders with their audiences, and the audiences that are in none."""
    group_id = account_group_id(context)
    shown = context.store[Audiences].shown(group_id)
    folders = context.store[Folders].of_group(group_id)
    return {
        "folders": [
            {**folder.fields, "audiences": _within(shown, folder.fields["id"])}
            for folder in folders
        ],
        "ungroupedAudiences": _within(shown, None),
    }


def _within(audiences: list[JSON], folder_id: str | None) -> list[JSON]:
    return [audience for audience in audiences if audience["folderId"] == folder_id]


def move_to_folder(context: Context) -> JSON:
    """Move an audience into a folder; the kinds must be the same."""
    audience = audience_of(context)
    folder = context.store[Folders].find(context, context.body["folderId"])
    if folder.fields["audienceType"] != audience.kind:
        problem = ("folderId", f"is not for {audience.kind}")
        raise ApiError(422, "The folder is for other audiences.", details=[problem])
    context.store.tick()
    audience.fields["folderId"] = folder.fields["id"]
    return audience.fields


def remove_from_folder(context: Context) -> JSON:
    """Remove an audience from its folder, if it has a folder."""
    audience = audience_of(context)
    context.store.tick()
    audience.fields["folderId"] = None
    return audience.fields


def create_folder(context: Context) -> JSON:
    """Add an empty folder; others may have its name."""
    group_id, body = account_group_id(context), context.body
    if body["audienceType"] not in KINDS:
        problem = ("audienceType", "unknown")
        raise ApiError(400, "No audience has such a type.", details=[problem])
    created_at = context.store.tick()
    folder = context.store[Folders].add(group_id, body["name"], body["audienceType"], created_at)
    return folder.fields


def rename_folder(context: Context) -> JSON:
    """Rename a folder."""
    folder = context.store[Folders].find(context, context.arguments["folderId"])
    folder.fields |= {"name": context.body["name"], "updatedAt": context.store.tick()}
    return folder.fields


RULES = {
    "sonarly_audiences_navigation": navigation,
    "sonarly_audiences_move_to_folder": move_to_folder,
    "sonarly_audiences_remove_from_folder": remove_from_folder,
    "sonarly_audiences_create_folder": create_folder,
    "sonarly_audiences_rename_folder": rename_folder,
}
