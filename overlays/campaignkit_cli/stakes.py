"""Stakes of a call: the names and numbers of what it acts on, read from the API."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from campaignkit_runtime.catalog import OperationEntry

from .rows import as_json

_EFFECTS = {
    "reaches-people": "This can contact real people.",
    "irreversible": "This cannot be undone.",
}
# Fields that show the size of an effect, if a resource has them.
_COUNT = re.compile(r"(.*)Count$")


def question_of(entry: OperationEntry, ids: Mapping[str, str], client: Any) -> str:
    """Return the question before a call: what it does, on what, and with what effect.

    Args:
        entry: The operation.
        ids: Positional arguments by name.
        client: Client of the vendor, for the reads.
    """
    found = _read_target(entry, ids, client)
    title = entry.summary
    facts = list(_facts(found))
    if name := found.get("name"):
        noun = _singular(entry.resource)
        title, count = re.subn(rf"\ban? (?:\w+ )?{noun}\b", f"{noun} {name!r}", title, count=1)
        if not count:
            facts.insert(0, f"{noun} {name!r}")
    else:
        title = " ".join([title, *ids.values()])
    if group := _group_of(ids, client):
        title += f" in {group!r}"
    state = f" It has {' and '.join(facts)}." if facts else ""
    return f"{title}?{state} {_EFFECTS[entry.effect]}"


def _read_target(entry: OperationEntry, ids: Mapping[str, str], client: Any) -> dict[str, Any]:
    """Return the resource that the positional arguments name; empty if it cannot be read."""
    from campaignkit import CampaignKitError
    from campaignkit_api.catalog import load_operations

    read = load_operations(entry.vendor, entry.resource).get("get")
    if read is None:
        return {}
    needed = [each.name for each in read.arguments if each.location == "path"]
    if not needed or not set(needed) <= set(ids):
        return {}
    method = getattr(client, entry.resource).get
    try:
        found = as_json(method(*(ids[name] for name in needed)))
    except CampaignKitError:
        return {}
    return found if isinstance(found, dict) else {}


def _facts(found: Mapping[str, Any]) -> Iterator[str]:
    if (status := found.get("status")) is not None:
        yield f"status {status}"
    for name, value in found.items():
        if (match := _COUNT.fullmatch(name)) and isinstance(value, int):
            noun = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[1]).lower()
            yield f"{value} {noun}{'' if value == 1 else 's'}"


def _group_of(ids: Mapping[str, str], client: Any) -> str:
    """Return the name of the account group; empty if it cannot be read."""
    from campaignkit import CampaignKitError

    if (group_id := ids.get("account_group_id")) is None:
        return ""
    try:
        groups: Sequence[Any] = client.accounts.list()
    except CampaignKitError:
        return str(group_id)
    return next((str(group.name) for group in groups if group.id == group_id), str(group_id))


def _singular(resource: str) -> str:
    return resource.replace("_", " ").removesuffix("s")
