"""Resource of a sandbox, and the values of a call."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..spec.document import Json


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
