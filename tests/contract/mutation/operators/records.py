"""Records of the fake that bugs of rules compare and change."""

import pickle
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from ..mutant import Json, RuleCall

Key = tuple[Any, str]
"""Collection of a record, and its id."""


def objects(call: RuleCall) -> Iterator[tuple[Key, Any]]:
    """Yield every record of the fake by collection and id."""
    for kind, collection in vars(call.store)["_collections"].items():
        for record_id, record in collection.by_id.items():
            yield (kind, record_id), record


def live_records(call: RuleCall) -> dict[Key, Json]:
    """Return the fields of every record, by collection and id; a change of them is one of it."""
    found = {key: getattr(record, "fields", record) for key, record in objects(call)}
    return {key: fields for key, fields in found.items() if isinstance(fields, dict)}


def records(call: RuleCall) -> dict[Key, Json]:
    """Return a copy of the fields of every record."""
    return deepcopy(live_records(call))


def touched(call: RuleCall, before: dict[Key, Json]) -> dict[Key, Json]:
    """Return the records that a call has changed, and those of their kind that it names."""
    after = live_records(call)
    changed = {key for key in before.keys() & after if after[key] != before[key]}
    # Records of several kinds have the same id.
    kinds, ids = {kind for kind, _ in changed}, {*map(str, call.arguments.values())}
    named = {key for key in before.keys() & after if key[0] in kinds and key[1] in ids}
    return {key: after[key] for key in after if key in changed | named}


def parent(record: Any) -> Json:
    """Return the parents of a record by the names of path parameters."""
    if group_id := getattr(record, "account_group_id", None):
        return {"accountGroupId": group_id}
    fields = getattr(record, "fields", record)
    return {"campaignId": fields["campaignId"]} if "campaignId" in fields else {}


def lose_write(call: RuleCall) -> Any:
    """Return the result of a call whose effect is lost."""
    before = snapshot(call)
    result = deepcopy(call.call_original())
    restore(call, before)
    return result


def snapshot(call: RuleCall) -> bytes:
    """Return every collection as bytes."""
    return pickle.dumps(vars(call.store)["_collections"])


def restore(call: RuleCall, state: bytes) -> None:
    """Restore the collections of a snapshot."""
    vars(call.store)["_collections"] = pickle.loads(state)  # noqa: S301 - our own bytes
