"""Stakes of a call: the names and numbers of what it acts on, read from the API."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from campaignkit_runtime.catalog import OperationEntry

from .json_values import as_json

_EFFECTS = {
    "reaches-people": "This can contact real people.",
    "irreversible": "This cannot be undone.",
}
_GROUP = "account_group_id"
_MAX_VALUE = 80  # characters of an argument that the question shows
# Fields that show the size of an effect, if a resource has them.
_COUNT = re.compile(r"(.*)Count$")


def question_of(
    entry: OperationEntry,
    ids: Mapping[str, str],
    client: Any,
    keywords: Mapping[str, Any] | None = None,
) -> str:
    """Return the question before a call: what it does, on what, and with what effect.

    Args:
        entry: The operation.
        ids: Positional arguments by name.
        client: Client of the vendor, for the reads.
        keywords: Keyword arguments of the call.
    """
    noun, target = _read_target(entry, ids, client)
    title = entry.summary
    if name := target.get("name"):
        shown = f"{noun} {name!r}"
        title, count = re.subn(rf"\ban? (?:\w+ )?{noun}\b", shown, title, count=1)
        title = title if count else f"{title} of {shown}"
    else:
        own = [value for key, value in ids.items() if key != _GROUP]
        title = " ".join([title, *own])
    if group := _group_of(ids, client):
        title += f" in {group!r}"
    facts = list(_facts(target))
    state = f" It has {' and '.join(facts)}." if facts else ""
    sent = ", ".join(f"{name} {_short(value)}" for name, value in (keywords or {}).items())
    given = f" It is sent with {sent}." if sent else ""
    return f"{title}?{state}{given} {_EFFECTS[entry.effect]}"


def _read_target(
    entry: OperationEntry, ids: Mapping[str, str], client: Any
) -> tuple[str, dict[str, Any]]:
    """Return the noun and the fields of what the IDs name; no fields if it cannot be read."""
    from campaignkit import CampaignKitError
    from campaignkit_api.catalog import load_operations

    for resource, method, noun in _reads(entry, ids):
        read = load_operations(entry.vendor, resource).get(method)
        needed = (
            [argument.name for argument in read.arguments if argument.location == "path"]
            if read
            else []
        )
        if not needed or not set(needed) <= set(ids):
            continue
        call = getattr(getattr(client, resource), method)
        try:
            target = as_json(call(*(ids[name] for name in needed)))
        except CampaignKitError:
            return noun, {}
        return noun, target
    return "", {}


def _reads(entry: OperationEntry, ids: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the reads that may show a target: resource, method and noun, the closest first."""
    from campaignkit_api.catalog import RESOURCES

    yield entry.resource, "get", entry.resource.replace("_", " ").removesuffix("s")
    for name in reversed(list(ids)):
        noun = name.removesuffix("_id")
        yield entry.resource, f"get_{noun}", noun.replace("_", " ")
        if f"{noun}s" in RESOURCES[entry.vendor]:
            yield f"{noun}s", "get", noun.replace("_", " ")


def _short(value: Any) -> str:
    """Return a value as JSON of at most 80 characters."""
    text = json.dumps(as_json(value), ensure_ascii=False, default=str)
    return text if len(text) <= _MAX_VALUE else f"{text[: _MAX_VALUE - 1]}…"


def _facts(target: Mapping[str, Any]) -> Iterator[str]:
    if (status := target.get("status")) is not None:
        yield f"status {status}"
    for name, value in target.items():
        if (match := _COUNT.fullmatch(name)) and isinstance(value, int):
            noun = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[1]).lower()
            yield f"{value} {noun}{'' if value == 1 else 's'}"


def _group_of(ids: Mapping[str, str], client: Any) -> str:
    """Return the name of the account group; empty if it cannot be read."""
    from campaignkit import CampaignKitError

    if (group_id := ids.get(_GROUP)) is None:
        return ""
    try:
        groups: Sequence[Any] = client.accounts.list()
    except CampaignKitError:
        return str(group_id)
    return next((str(group.name) for group in groups if group.id == group_id), str(group_id))
