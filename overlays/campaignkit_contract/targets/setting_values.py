"""Values of settings: lists, ids, areas and operations, each in one form."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from ..options import UsageError, setting_name
from ..spec.document import packaged_operations
from ..spec.kinds import packaged_kinds

SETTINGS_OF = {
    "sonarly": ("CAMPAIGN_ID", "LEAD_IDS", "AUDIENCE_ID", "TEST_LEAD_IDS"),
    "callers": ("CAMPAIGN_GROUP_ID",),
}
"""By vendor, its settings that make no sense without its key."""

EVERY_WRITE = "all"
_SHOWN = 5  # writes in a message
_SINGLE_IDS = ("ORGANIZATION_ID", "CAMPAIGN_ID", "CAMPAIGN_GROUP_ID", "AUDIENCE_ID")
_ID_LISTS = ("ACCOUNT_GROUP_ID", "LEAD_IDS", "TEST_LEAD_IDS", "DISPOSABLE_ACCOUNTS")
LISTS = (*_ID_LISTS, "AREAS", "WRITE", "NAMED", "READER_KEY_ENV", "STRANGER_KEY_ENV")
"""Settings with several values, comma-separated."""

_NOT_IN_IDS = re.compile(r"[\s/\\?#%,<>{}\"']|^\.+$")
"""What separates ids, changes the meaning of a path, or marks a placeholder."""

_UNLISTED_KINDS = ("sonarly conversationId",)
"""Kinds whose ids only a query has."""


def split(text: str) -> list[str]:
    """Return the comma-separated items of a text."""
    items = (item.strip() for item in text.split(","))
    return [item for item in items if item]


def plain(text: str) -> str:
    """Return a name in lower case, with single spaces."""
    return " ".join(text.lower().split())


def check_items(values: Mapping[str, str]) -> None:
    """Raise UsageError if a list has an empty item, such as behind a comma too many."""
    for name in LISTS:
        text = values.get(name) or ""
        if text and not all(item.strip() for item in text.split(",")):
            raise UsageError(
                f"{setting_name(name)} must have an item on both sides of each comma, got {text!r}"
            )


def check_areas(areas: Collection[str]) -> None:
    """Raise UsageError if an area is not a tag of the spec."""
    tags = dict.fromkeys(item.node["tags"][0] for item in packaged_operations().values())
    if unknown := [area for area in areas if area not in tags]:
        raise UsageError(
            f"{setting_name('AREAS')} must have tags of the spec, got {unknown[0]!r}; "
            f"the tags are {', '.join(tags)}"
        )


def writes_of(names: Sequence[str]) -> list[str]:
    """Return the items of WRITE in their usual form; `1` is the same as `all`."""
    return [EVERY_WRITE if name == "1" else name for name in map(plain, names)]


def check_writes(names: Sequence[str]) -> None:
    """Raise UsageError if WRITE has anything but `all`, or operations that write."""
    operations, setting = packaged_operations(), setting_name("WRITE")
    writes = [name for name, operation in operations.items() if operation.method != "GET"]
    for name in writes_of(names):
        if name == EVERY_WRITE and len(names) > 1:
            raise UsageError(f"{setting} must be all, or operationIds, got both")
        if name in operations and name not in writes:
            raise UsageError(f"{setting} must have operations that write, and {name} only reads")
        if name != EVERY_WRITE and name not in writes:
            near = get_close_matches(name, writes)
            shown = ", ".join(near or [*writes[:_SHOWN], f"and {len(writes) - _SHOWN} more"])
            raise UsageError(
                f"{setting} must be all, or operationIds of writes, got {name!r}. Leave it out to "
                f"read only; {'similar' if near else 'the'} writes are {shown}"
            )


def check_ids(values: Mapping[str, str]) -> None:
    """Raise UsageError if a text cannot be an id, or if two ids are given for one."""
    for name in _SINGLE_IDS:
        if value := values.get(name):
            if "," in value:
                raise UsageError(f"{setting_name(name)} must be one id, got {value!r}")
            _check_id(name, value)
    for name in _ID_LISTS:
        for value in split(values.get(name) or ""):
            _check_id(name, value)
    for _, value in named_items(split(values.get("NAMED") or "")):
        _check_id("NAMED", value)


def named_items(items: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the kinds and the ids of NAMED.

    Raises:
        UsageError: An item has another form, or names no kind of the spec.
    """
    kinds = {plain(kind): kind for kind in sorted({*packaged_kinds().all, *_UNLISTED_KINDS})}
    for item in items:
        kind, _, value = item.partition("=")
        if plain(kind) not in kinds or not value.strip():
            raise UsageError(
                f"{setting_name('NAMED')} must have items like callers sipId=123, got {item!r}; "
                f"the kinds are {', '.join(kinds.values())}"
            )
        yield kinds[plain(kind)], value.strip()


def _check_id(name: str, value: str) -> None:
    if found := _NOT_IN_IDS.search(value):
        raise UsageError(
            f"{setting_name(name)} must be an id, and {found[0]!r} cannot be in one, got {value!r}"
        )
