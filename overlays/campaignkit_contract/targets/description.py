"""Description of a target: the server under test, and what is known about it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import httpx

from ..exchange import Exchange
from ..options import setting_name
from ..sequences.history import History
from ..spec.routes import Operation
from ..validator import Validator, packaged_validator
from .area_kinds import area_kinds
from .earlier_reads import EarlierReads
from .outcomes import SkipCheck
from .request_budget import RequestBudget
from .requests import in_areas
from .resources import ResourceFactory

_PREPARING = ContextVar("preparing", default=False)
"""Whether this thread makes what a call needs, for which it calls operations of any area."""


@dataclass
class TargetDescription:
    """Server under test, and what is known about it.

    `client` has the base URL and sends no credential by itself. Checks that write run only if
    `may_write` is set.
    """

    client: httpx.Client
    keys: Mapping[str, str]
    """By vendor, or by header if it is not `Authorization`. Operations without a key are not
    called."""
    ids: Mapping[str, Sequence[str]]
    """Real values of parameters by name, or by vendor and name (`callers campaignId`). The first
    is used; others serve comparisons. Those of `leadIds` are leads of the first `campaignId`."""
    read_only_keys: Mapping[str, str] = field(default_factory=dict)
    """By vendor, a key without permission to write."""
    foreign_keys: Mapping[str, str] = field(default_factory=dict)
    """By vendor, a key without access to the first account group or organization."""
    draft_campaign_ids: Sequence[str] = ()
    """Campaigns that checks may start."""
    may_write: bool = False
    writable: Collection[str] | None = None
    """Operations that may be called although they write; None for every operation."""
    wait: Callable[[float], object] = float
    """Let seconds pass on the target's clock. The default does nothing."""
    reserve: Callable[[int], object] = float
    """Let the rate limit pass so many requests at once. The default does nothing."""
    reset_server: Callable[[], object] | None = None
    """Restore the initial state. Without it, a campaign is started at most once."""
    sample_size: int | None = None
    """Number of list items that are read one by one; None for every item."""
    verify_arguments: Mapping[str, str] = field(default_factory=dict)
    """Values by name that the read of an `x-verify` rule needs and the call does not send."""
    budget: RequestBudget | None = None
    """Requests that the run may send; None for any number. The client counts them."""
    areas: Sequence[str] = ()
    """Tags whose operations are called; empty for every operation."""
    is_limited: bool = False
    """Whether checks must not call an operation outside of the areas, also not by its name."""
    has_sample_ids: bool = False
    """True if the example ids of the spec exist, for parameters that `ids` lacks."""
    validator: Validator = field(default_factory=packaged_validator)
    exchanges: list[Exchange] = field(default_factory=list)
    """Every request that was sent, with its response."""
    seen: list[Exchange] = field(default_factory=list)
    """Every response that a check was given: to a request that was sent, or to an earlier read."""
    earlier_reads: EarlierReads | None = None
    """Responses that later checks use again, on a server that the run only reads."""
    suspects: frozenset[str] = frozenset()
    """Operations with findings of a matrix, to which its second run is limited."""
    shared: dict[str, Any] = field(default_factory=dict)
    """Results that checks share until the next reset."""
    initial: dict[str, Any] = field(default_factory=dict)
    """Results about the initial state, which each reset restores."""
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Ids by kind that a run may write to and use; `sonarly leadIds` may be contacted."""
    disposable: Collection[str] = ()
    """Vendors in whose account the run may change, remove and contact everything."""
    removable: Collection[str] = ()
    """Operations that may remove a named resource."""
    sandbox: ResourceFactory | None = None
    """Resources of the run, through which every write passes; `Sandbox(target)` sets it."""
    history: History | None = None
    """Rules about the order of the requests, for a target that only the run changes."""
    _exchanges_at_reset: int | None = None
    is_cleaning: bool = False
    """Whether what the run made is being removed."""

    def require_area(self, operation: Operation) -> None:
        """Raise SkipCheck if a check must not call an operation, because of its area."""
        is_open = not self.is_limited or self.is_cleaning or _PREPARING.get()
        if not is_open and not in_areas(operation, self.areas):
            raise SkipCheck(f"{setting_name('AREAS')} does not name the area of {operation.id}")

    def needs_kind(self, name: str) -> bool:
        """Return True if a call of the areas needs a resource of a kind."""
        is_open = not self.is_limited or _PREPARING.get()
        return is_open or name in area_kinds(tuple(self.areas))

    def require_kind(self, name: str) -> None:
        """Raise SkipCheck if no call of the areas needs a resource of a kind."""
        if not self.needs_kind(name):
            raise SkipCheck(f"{setting_name('AREAS')} does not name an area with a {name}")

    @contextmanager
    def preparing(self) -> Iterator[None]:
        """Call operations of any area within the block, which makes what a call needs."""
        token = _PREPARING.set(True)
        try:
            yield
        finally:
            _PREPARING.reset(token)

    def is_exclusive(self, name: str) -> bool:
        """Return True if only the run uses the account, so that all in it may change and stay.

        Args:
            name: A vendor, or an operation of the vendor.
        """
        return self.reset_server is not None or name.partition("_")[0] in self.disposable

    def require_exclusive(self, name: str) -> None:
        """Raise SkipCheck if others use the account of a vendor too."""
        if not self.is_exclusive(name):
            account = name.partition("_")[0]
            if self.areas and not any(area.partition(" ")[0] == account for area in self.areas):
                raise SkipCheck(f"{setting_name('AREAS')} does not name an area of {account}")
            setting = setting_name("DISPOSABLE_ACCOUNTS")
            raise SkipCheck(f"set {setting}: it needs an account of {account} to change")

    def known_ids(self, vendor: str, name: str) -> Sequence[str]:
        """Return the known values of a parameter of a vendor.

        Both vendors have campaigns. Those without a vendor are Sonarly's.
        """
        of_vendor = self.ids.get(f"{vendor} {name}", ())
        is_shared = (vendor, name) == ("callers", "campaignId")
        return of_vendor or (() if is_shared else self.ids.get(name, ()))
