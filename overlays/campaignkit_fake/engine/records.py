"""What the fake holds: keys, leads, campaigns and organizations, and how their ids are made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Vendor = Literal["sonarly", "callers"]
JSON = dict[str, Any]

DOCUMENTED_ID = "507f1f77bcf86cd799439011"
"""The id that the vendors' documents print: the first account group, its first campaign (a draft
with leads), the first lead of that campaign and the first organization."""


def make_id(kind: str, number: int) -> str:
    """Return 24 hexadecimal characters; `kind` is the first two, so that an id tells its kind."""
    return f"{kind}{number:022x}"


class Ids(Iterator[str]):
    """The ids of one kind, one after the other; the number 0 has the documented one."""

    def __init__(self, kind: str, first: int = 0) -> None:
        self._kind = kind
        self._number = first

    def __next__(self) -> str:
        number, self._number = self._number, self._number + 1
        return make_id(self._kind, number) if number else DOCUMENTED_ID


# One provider's id stands for two leads of the first account group.
_DOUBLED = frozenset({DOCUMENTED_ID, make_id("1e", 1)})


def provider_id(lead_id: str) -> str:
    """Return what LinkedIn calls a lead."""
    return DOCUMENTED_ID if lead_id in _DOUBLED else f"urn-{lead_id}"


ACCOUNT_GROUPS = (DOCUMENTED_ID, *(make_id("ac", number) for number in range(1, 5)))
ORGANIZATIONS = (DOCUMENTED_ID, *(make_id("f0", number) for number in range(1, 3)))


@dataclass(frozen=True)
class Key:
    """What an API key may do; `scope` names its account groups or its main organization."""

    vendor: Vendor
    scope: tuple[str, ...]
    permissions: frozenset[str] | None = None
    """None stands for all permissions."""
    rate: float | None = None
    """Requests per second; None is as many as the fake itself allows."""
    header: str = "Authorization"
    """Where it is sent; it opens nothing that takes its key elsewhere."""
    purpose: str = ""
    """What it is for, in one line."""

    def may(self, permission: str | None) -> bool:
        """Tell whether the key holds this permission."""
        return permission is None or self.permissions is None or permission in self.permissions


_AREAS = ("audiences", "campaigns", "messages", "prospecting", "prospects", "signals", "templates")
READS = frozenset(f"{area}:read" for area in _AREAS)
"""The permissions that change nothing."""

KEYS: Mapping[str, Key] = {
    "fake-sonarly": Key("sonarly", ACCOUNT_GROUPS, purpose="every permission, every account group"),
    "fake-sonarly-read": Key(
        "sonarly", ACCOUNT_GROUPS, READS, purpose="permissions to read, every account group"
    ),
    "fake-sonarly-narrow": Key(
        "sonarly", ACCOUNT_GROUPS[1:2], purpose="every permission, the second account group only"
    ),
    "fake-sonarly-slow": Key(
        "sonarly", ACCOUNT_GROUPS, rate=1, purpose="one request per second, then 429"
    ),
    "fake-callers": Key(
        "callers", ORGANIZATIONS[:1], purpose="the first organization and its sub organizations"
    ),
    "fake-callers-other": Key("callers", ORGANIZATIONS[2:], purpose="the third organization"),
    "fake-callers-gone": Key(
        "callers", (make_id("f0", 0),), purpose="an organization that was deleted"
    ),
    "fake-sync": Key(
        "callers",
        ORGANIZATIONS,
        header="X-Sync-Secret",
        purpose="the sync secret of every organization, not an API key",
    ),
}
"""Every key of the fake. They open nothing else, so they may stand in code and in logs of tests."""


@dataclass(frozen=True)
class Lead:
    """A person of one account group."""

    account_group_id: str
    is_eligible: bool


@dataclass
class Campaign:
    """A Sonarly campaign; `fields` is what the API shows of it."""

    account_group_id: str
    fields: JSON
    is_manual: bool
    """Whether a start triggers its workflow for every eligible lead at once."""
    lead_ids: list[str]
    lead_rows: dict[str, JSON] = field(default_factory=dict)
    """What `lead-status` answers for the leads that the workflow has reached."""


@dataclass
class Organization:
    """A Callers.ai organization; a sub organization names its main one."""

    name: str
    main_id: str | None
    created_at: str
    settings: JSON = field(default_factory=dict)
    """What callers set of it, and the API shows nowhere."""


BUSY = frozenset({"pending", "waiting"})
"""The statuses of a lead whose workflow goes on."""


def lead_row(
    lead_id: str,
    status: str,
    instance_id: str | None = None,
    step: str | None = None,
    stop_reason: str | None = None,
    *,
    has_pending_approval: bool = False,
) -> JSON:
    """Return one row of `lead-status`."""
    return {
        "leadId": lead_id,
        "workflowStatus": status,
        "workflowInstanceId": instance_id,
        "latestStep": step,
        "workflowStopReason": stop_reason,
        "hasPendingApproval": has_pending_approval,
    }
