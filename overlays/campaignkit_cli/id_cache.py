"""IDs of the last lists, for shell completion."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from campaignkit_operations.profiles import cache_folder, write_private
from campaignkit_runtime.catalog import OperationEntry

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .session import Session

MAX_IDS = 500
"""Number of IDs of one kind that are kept."""

# Other names of the IDs that an argument takes.
_OTHER_NAMES = {
    "account_group_id": "account_id",
    "lead_id": "prospect_id",
    "prospect_id": "lead_id",
    "slot_id": "content_slot_id",
    "specification_id": "signal_specification_id",
    "target_audience_id": "audience_id",
}
_BEFORE_CAPITAL = re.compile(r"(?=[A-Z])")


def remember(session: Session, entry: OperationEntry, items: Sequence[Any]) -> None:
    """Keep the IDs in the items of a list; ignore a cache that cannot be written.

    Args:
        session: Session of the command.
        entry: Operation of the list.
        items: Items as JSON. Their own IDs replace those of the last list.
    """
    found: dict[str, dict[str, str]] = {}
    for item in items:
        for kind, id_, name in _ids_of(entry, item):
            found.setdefault(kind, {}).setdefault(id_, name)
    if not found:
        return
    known = _read(session)
    for kind, ids in found.items():
        key = _key(session, entry.vendor, kind)
        named = {} if kind == _own_kind(entry) else known.get(key, {})
        known[key] = dict(islice((ids | named).items(), MAX_IDS))
    try:
        write_private(_path(session), json.dumps(known))
    except OSError:
        return


def complete(session: Session, vendor: str, kind: str, incomplete: str) -> list[CompletionItem]:
    """Return the known IDs that begin with a text.

    Args:
        session: Session of the command.
        vendor: Vendor of the IDs.
        kind: Name of the argument, such as `campaign_id`.
        incomplete: Text that was typed.
    """
    from click.shell_completion import CompletionItem

    known = _read(session)
    kinds = dict.fromkeys((kind, _OTHER_NAMES.get(kind, kind)))
    return [
        CompletionItem(id_, help=name)
        for name_of_kind in kinds
        for id_, name in known.get(_key(session, vendor, name_of_kind), {}).items()
        if id_.startswith(incomplete)
    ]


def _ids_of(entry: OperationEntry, item: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the IDs of an item: kind, ID and name; only its own ID has a name."""
    if not isinstance(item, dict):
        return
    for field, value in item.items():
        if isinstance(value, str) and field == "id":
            yield _own_kind(entry), value, str(item.get("name") or "")
        elif isinstance(value, str) and field.endswith("Id"):
            yield _BEFORE_CAPITAL.sub("_", field).lower(), value, ""


def _own_kind(entry: OperationEntry) -> str:
    """Return the kind of the items' own IDs: `campaign_id` for a list of campaigns."""
    noun = entry.resource if entry.name in ("list", "get") else entry.name.removeprefix("list_")
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    return f"{singular}_id"


def _key(session: Session, vendor: str, kind: str) -> str:
    return f"{session.profile}/{vendor}/{kind}"


def _path(session: Session) -> Any:
    return cache_folder(session.environment) / "ids.json"


def _read(session: Session) -> dict[str, dict[str, str]]:
    """Return the cache; what is not of its form counts as empty."""
    try:
        found = json.loads(_path(session).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    is_known = isinstance(found, dict) and all(isinstance(ids, dict) for ids in found.values())
    return found if is_known else {}
