"""Resources that a run makes: one resource, the values of a call, and their factory."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..exchange import Exchange
from ..spec.document import Json
from ..spec.kinds import Kind, Kinds
from ..spec.routes import Operation


@dataclass(frozen=True)
class Resource:
    """Resource that a run made, or that its settings name."""

    kind: str
    """Vendor and parameter, such as `sonarly audienceId`."""
    id: str
    parents: Mapping[str, str]
    """Path values of its creation by parameter, such as the account group."""
    payload: Any = None
    """Payload of the response that created it; None for a named resource."""
    body: Json = field(default_factory=dict)
    """Body that created it, as keywords of httpx."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Other path values that name it, such as its phone number."""

    @property
    def values(self) -> dict[str, str]:
        """Return the path values of an operation on it: the ids of its parents and its own."""
        return {**self.parents, self.kind.partition(" ")[2]: self.id, **self.aliases}


@dataclass(frozen=True)
class CallValues:
    """Values of a call: `target.ask(operation, call.values, body=call.body)`."""

    values: dict[str, str | None]
    """Path values and required query values by parameter."""
    body: Json
    """Body as keywords of httpx; empty without a body."""

    @property
    def json(self) -> Any:
        """Return the JSON body, or None."""
        return self.body.get("json")


class ResourceFactory(Protocol):
    """Factory of resources on a target; `campaignkit_contract.sandbox.Sandbox` is the one class."""

    kinds: Kinds
    named: Mapping[str, tuple[str, ...]]
    """Ids by kind that the run may write to and use."""

    def is_own(self, value: str) -> bool:
        """Return True for an id of something that the run made."""

    def allow(self, kind_name: str, *ids: str) -> None:
        """Let the run write to ids that reads of a disposable account have shown."""

    def can_make(self, kind_name: str) -> bool:
        """Return True if resources of a kind can be created."""

    def make(
        self,
        kind_name: str,
        *,
        values: Mapping[str, str | None] | None = None,
        json: Mapping[str, Any] | None = None,
    ) -> Resource:
        """Create a resource, with the parents that `values` does not name."""

    def shared(self, kind_name: str) -> Resource:
        """Return a resource for reads."""

    def named_resource(self, kind: Kind) -> Resource:
        """Return a resource that the settings name."""

    def call_values(
        self,
        operation_id: str,
        values: Mapping[str, str | None] | None = None,
        *,
        json: Mapping[str, Any] | None = None,
    ) -> CallValues:
        """Return fresh values with which an operation succeeds."""

    def call(
        self,
        operation_id: str,
        values: Mapping[str, str | None] | None = None,
        *,
        json: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> Exchange:
        """Call an operation with fresh values."""

    def audience_with_leads(self, count: int) -> Resource:
        """Create an audience with leads of the named audience, which return at the end."""

    def unique_text(self) -> str:
        """Return a text that marks the run and was not used before."""

    def harmless_body(self, operation_id: str) -> Json:
        """Return the body of a call that must be rejected: marked, and with unknown ids."""

    def scope(self) -> AbstractContextManager[object]:
        """Remove what is made within the block at its end."""

    def write(
        self,
        method: str,
        operation: Operation,
        values: Mapping[str, str | None],
        body: Json,
        send: Callable[[], Exchange],
    ) -> Exchange:
        """Send a write of the target."""

    def renew(self, kind_name: str | None = None) -> None:
        """Make what checks share again when it is next needed."""

    def forget(self) -> None:
        """Drop what is known about the server's state, after the server was reset."""
