"""Types of the catalog: operations as data for the command line and for tool servers.

The module imports only `typing`, because a command line loads it at its start.
"""

from typing import Any, Literal, NamedTuple

Effect = Literal["none", "changes", "reaches-people", "irreversible"]
Kind = Literal["call", "pages", "batch", "job"]
Location = Literal["path", "query", "header", "cookie", "body", "client"]


class Argument(NamedTuple):
    """Argument of a method."""

    name: str
    """Name in Python."""
    location: Location
    """Place in the request; `client` for an argument that is not sent."""
    schema: dict[str, Any]
    """JSON schema without references."""
    help: str
    """Description with the constraints."""
    is_required: bool = True
    default: Any = None
    json_name: str = ""
    """Name in the request; empty for a whole body and for an argument of the client."""
    model: str = ""
    """Model in `campaignkit.models` of the value, or of its items; empty without one."""
    example: Any = None
    is_deprecated: bool = False


class Paging(NamedTuple):
    """Arguments that select a page of a list."""

    position: str
    """Name of the argument with the cursor or the page number; empty if pages link the next."""
    items: str
    """JSON name of the items of a page, unless the page is a list."""
    size: str = ""
    """Name of the argument with the page size; empty without one."""
    next: str = ""
    """JSON name of the cursor of the next page; empty if pages have no cursor."""


class OperationEntry(NamedTuple):
    """Operation of the catalog."""

    id: str
    vendor: str
    resource: str
    name: str
    """Name of the method."""
    method: str
    path: str
    summary: str
    description: str
    returns: str
    idempotency: str
    effect: Effect
    kind: Kind
    arguments: tuple[Argument, ...]
    """Positional arguments first, in the order of the method."""
    permission: str = ""
    prerequisites: tuple[str, ...] = ()
    paging: Paging | None = None
    read: str = ""
    """Operation that shows the state after the call; empty without one."""
    output: str = ""
    """JSON pointer in `openapi.json` to the schema of the result; empty without a JSON body."""
    is_deprecated: bool = False

    @property
    def must_confirm(self) -> bool:
        """True if a person must agree before the call."""
        return self.effect in ("reaches-people", "irreversible")


class ResourceEntry(NamedTuple):
    """Resource of the catalog, with the names and summaries of its operations."""

    module: str
    """Module with the operations, relative to the catalog."""
    description: str
    summaries: dict[str, str]
