"""Stakes of a call: the names and numbers of what it acts on, read from the API."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

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
_LEADS = re.compile(r".*LeadCount$")
# Characters that change the order of what a person reads (Unicode Standard Annex 9), or end a line.
_REORDERING = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Target(NamedTuple):
    """What a call acts on."""

    noun: str
    """Such as campaign; empty if no read shows it."""
    fields: dict[str, Any]
    """Fields of the API; empty if it was not read."""
    is_whole: bool = False
    """True if all IDs of the call name the target, not a part of it."""


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
        client: Client of the vendor, for the reads. If they fail, the question has the IDs
            and a warning.
        keywords: Keyword arguments of the call.
    """
    from campaignkit import CampaignKitError, NotFoundError

    target, warning = Target("", {}), ""
    try:
        target = read_target(entry, ids, client)
    except NotFoundError:
        warning = "The API does not find what this acts on. "
    except CampaignKitError:
        warning = "The API did not show what this acts on. "
    return warning + describe(entry, ids, target, read_group_name(ids, client), keywords)


def describe(
    entry: OperationEntry,
    ids: Mapping[str, str],
    target: Target,
    group: str,
    keywords: Mapping[str, Any] | None = None,
    *,
    max_value: int = _MAX_VALUE,
) -> str:
    """Return the question before a call on a target that was read.

    Args:
        entry: The operation.
        ids: Positional arguments by name.
        target: What the call acts on.
        group: Name of the account group; empty without one.
        keywords: Keyword arguments of the call.
        max_value: Maximum number of characters of an argument.
    """
    title = entry.summary
    if name := target.fields.get("name"):
        shown = f"{target.noun} {name!r}"
        # As a function, because a text would be a template with escapes.
        title, count = re.subn(rf"\ban? (?:\w+ )?{target.noun}\b", lambda _: shown, title, count=1)
        title = title if count else f"{title} of {shown}"
    else:
        own = [value for key, value in ids.items() if key != _GROUP]
        title = " ".join([title, *own])
    if group:
        title += f" in {group!r}"
    facts = list(_facts(target.fields))
    state = f" It has {' and '.join(facts)}." if facts else ""
    sent = ", ".join(
        f"{name} {_short(value, max_value)}" for name, value in (keywords or {}).items()
    )
    given = f" It is sent with {sent}." if sent else ""
    return _escaped(f"{title}?{state}{given} {_EFFECTS[entry.effect]}")


def people_reached(
    entry: OperationEntry, keywords: Mapping[str, Any], target: Target
) -> int | None:
    """Return how many people a call can reach at most; None if no field counts them.

    These are the leads of a campaign, the items of a list in the body, or one person.

    Args:
        entry: The operation.
        keywords: Keyword arguments of the call.
        target: What the call acts on.
    """
    if entry.effect != "reaches-people":
        return 0
    body = [argument for argument in entry.arguments if argument.location == "body"]
    for argument in body:
        if argument.model and isinstance(items := keywords.get(argument.name), list):
            return len(items)
    if body or not target.is_whole:
        return 1
    counts = [value for name, value in target.fields.items() if _LEADS.fullmatch(name)]
    return counts[0] if counts else None


def read_target(entry: OperationEntry, ids: Mapping[str, str], client: Any) -> Target:
    """Return what the IDs name; it has no fields if no operation reads it.

    Args:
        entry: The operation.
        ids: Positional arguments by name.
        client: Client of the vendor.

    Raises:
        CampaignKitError: The read failed.
    """
    from campaignkit_api.catalog import load_operations

    for resource, method, noun in _reads(entry, ids):
        read = load_operations(entry.vendor, resource).get(method)
        needed = (
            [argument.name for argument in read.arguments if argument.location == "path"]
            if read
            else []
        )
        if needed and set(needed) <= set(ids):
            call = getattr(getattr(client, resource), method)
            fields = as_json(call(*(ids[name] for name in needed)))
            return Target(noun, fields, set(needed) == set(ids))
    return Target("", {})


def _reads(entry: OperationEntry, ids: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the reads that may show a target: resource, method and noun, the closest first."""
    from campaignkit_api.catalog import RESOURCES

    yield entry.resource, "get", entry.resource.replace("_", " ").removesuffix("s")
    for name in reversed(list(ids)):
        noun = name.removesuffix("_id")
        yield entry.resource, f"get_{noun}", noun.replace("_", " ")
        if f"{noun}s" in RESOURCES[entry.vendor]:
            yield f"{noun}s", "get", noun.replace("_", " ")


def _escaped(text: str) -> str:
    """Return a question with such characters as escapes, so that it reads as it was sent."""
    return _REORDERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _short(value: Any, max_value: int) -> str:
    text = json.dumps(as_json(value), ensure_ascii=False, default=str)
    if len(text) <= max_value:
        return text
    return f"{text[: max_value - 1]}… (and {len(text) - max_value + 1:,} more characters)"


def _facts(target: Mapping[str, Any]) -> Iterator[str]:
    if (status := target.get("status")) is not None:
        yield f"status {status}"
    for name, value in target.items():
        if (match := _COUNT.fullmatch(name)) and isinstance(value, int):
            noun = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match[1]).lower()
            yield f"{value} {noun}{'' if value == 1 else 's'}"


def read_group_name(ids: Mapping[str, str], client: Any) -> str:
    """Return the name of the account group; its ID if it cannot be read, empty without one."""
    from campaignkit import CampaignKitError

    if (group_id := ids.get(_GROUP)) is None:
        return ""
    try:
        groups: Sequence[Any] = client.accounts.list()
    except CampaignKitError:
        return str(group_id)
    return next((str(group.name) for group in groups if group.id == group_id), str(group_id))
