"""Settings of a tool server."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from campaignkit_operations.errors import UsageError
from campaignkit_runtime.catalog import OperationEntry


class Settings(NamedTuple):
    """What a tool server offers and allows."""

    can_write: bool = False
    """True adds the tools that change something."""
    toolsets: tuple[str, ...] = ()
    """Resources such as `sonarly.campaigns`, or vendors; empty means all."""
    confirmed_tools: frozenset[str] = frozenset()
    """Tools that are called without a question."""
    max_calls: int | None = None
    """Calls of a session; None means without a limit."""
    max_people: int | None = None
    """People that a session can reach; None means without a limit."""


def entries_of(settings: Settings) -> dict[str, OperationEntry]:
    """Return the operations of the toolsets by ID, including those that only writers get.

    Raises:
        UsageError: A toolset or a confirmed tool does not exist.
    """
    from campaignkit_api.catalog import RESOURCES, load_operations

    resources = {
        f"{vendor}.{resource}": (vendor, resource)
        for vendor, names in RESOURCES.items()
        for resource in names
    }
    _check("--toolset", settings.toolsets, [*RESOURCES, *resources])
    entries = {
        entry.id: entry
        for name, (vendor, resource) in resources.items()
        if not settings.toolsets or {name, vendor} & set(settings.toolsets)
        for entry in load_operations(vendor, resource).values()
    }
    asked = [entry.id for entry in entries.values() if entry.must_confirm]
    _check("--yes-to", sorted(settings.confirmed_tools), asked)
    return entries


def _check(option: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"Known names: {', '.join(known)}."
            raise UsageError(f"{option} must be a known name, got {name!r}. {hint}")
