"""IDs of the last lists, for shell completion."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from campaignkit_operations.profiles import cache_folder, write_private
from campaignkit_runtime.catalog import OperationEntry

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .session import Session

_MAX_IDS = 500
# Resources whose IDs have another name than the resource itself.
_KINDS = {"account_id": "account_group_id"}


def remember(session: Session, entry: OperationEntry, items: Sequence[Any]) -> None:
    """Keep IDs and names of a list; ignore a cache that cannot be written."""
    named = [item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str)]
    if not named:
        return
    noun = (entry.resource if entry.name == "list" else entry.name).removesuffix("s")
    kind = _KINDS.get(f"{noun}_id", f"{noun}_id")
    known = _read(session)
    known[_key(session, entry.vendor, kind)] = [
        [item["id"], str(item.get("name") or "")] for item in named[:_MAX_IDS]
    ]
    try:
        write_private(_path(session), json.dumps(known))
    except OSError:
        return


def complete(
    session: Session, vendor: str, names: Sequence[str], given: int, incomplete: str
) -> list[CompletionItem]:
    """Return the known IDs of the next positional argument that begin with a text."""
    from click.shell_completion import CompletionItem

    has_default = session.default_of(names[0], vendor) is not None if names else False
    candidates = names[given : given + 1]
    if has_default and given + 1 < len(names):
        candidates = [*candidates, names[given + 1]]
    known = _read(session)
    return [
        CompletionItem(id_, help=name)
        for kind in candidates
        for id_, name in known.get(_key(session, vendor, kind), [])
        if id_.startswith(incomplete)
    ]


def _key(session: Session, vendor: str, kind: str) -> str:
    return f"{session.profile}/{vendor}/{kind}"


def _path(session: Session) -> Any:
    return cache_folder(session.environment) / "ids.json"


def _read(session: Session) -> dict[str, list[list[str]]]:
    try:
        found: dict[str, list[list[str]]] = json.loads(_path(session).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found
