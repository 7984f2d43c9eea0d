"""Operations of an API as data: their requests, decoders, credentials and verification."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

from .contents import ContentStream
from .decoding.decoders import ContentDecoder as ContentDecoder
from .decoding.decoders import Decoder as Decoder
from .decoding.decoders import read_bytes as read_bytes
from .decoding.decoders import read_text as read_text

F = TypeVar("F")
T = TypeVar("T")

Idempotency = Literal["safe", "keyed", "verify", "never"]


class Credential(NamedTuple):
    """Credential that operations take: the keyword of the client, and how it is sent."""

    name: str
    parameter: str
    """Name of the header, the query parameter or the cookie that carries it."""
    scheme: str
    """Word before it in the header, such as Bearer; empty if it has none."""
    variable: str
    """Environment variable that holds it if the caller does not pass it."""
    location: Literal["header", "query", "cookie"] = "header"
    token: "TokenSource | None" = None
    """How a token is requested with it; None if it is sent itself."""


class TokenSource(NamedTuple):
    """Endpoint of OAuth 2.0 that gives tokens for client credentials."""

    url: str
    scopes: tuple[str, ...] = ()


Security = tuple[tuple[str, ...], ...]
"""Alternatives, the preferred one first; each has the names of the credentials that it needs."""


class Operation(Generic[T]):
    """One operation of the spec; T is what its method returns."""

    __slots__ = (
        *("decoders", "headers", "id", "idempotency", "method", "other_success"),
        "security",
    )

    def __init__(
        self,
        id: str,  # noqa: A002 - as OpenAPI names it
        method: str,
        idempotency: Idempotency,
        decoders: Mapping[int, Decoder[Any, T]],
        *,
        other_success: Decoder[Any, T] | None = None,
        security: Security = (("api_key",),),
        headers: frozenset[str] = frozenset(),
    ) -> None:
        self.id = id
        self.method = method
        self.idempotency = idempotency
        self.decoders = decoders
        """By documented success status."""
        self.other_success = other_success
        """Decoder of every other 2xx status, if the spec documents them."""
        self.security = security
        """Credentials that calls need."""
        self.headers = headers
        """Names of the header options of a client that the operation takes."""

    def __repr__(self) -> str:
        return f"Operation({self.id!r})"

    @property
    def credential(self) -> str:
        """Name of the first credential that calls need; "" if they need none."""
        return next((name for names in self.security for name in names), "")

    @property
    def documented(self) -> str:
        """The documented success statuses, as messages name them."""
        others = ["2xx"] if self.other_success else []
        return ", ".join([*map(str, self.decoders), *others]) or "no success"

    def decoder(self, status: int) -> Decoder[Any, T] | None:
        """Return the decoder of a status; None if no documented success has it."""
        if status in self.decoders:
            return self.decoders[status]
        return self.other_success if 200 <= status < 300 else None


class Call(Generic[T]):
    """One use of an operation: its path, and its arguments as options of an httpx request."""

    __slots__ = ("operation", "options", "path", "target", "verification")

    def __init__(
        self,
        operation: Operation[T],
        path: str,
        options: dict[str, Any],
        verification: "Callable[[], Verification[Any, T]] | None" = None,
        target: "ContentTarget | None" = None,
    ) -> None:
        self.operation = operation
        self.path = path
        self.options = options
        self.target = target
        """Takes the content of a response that is not JSON; None if the response holds it."""
        self.verification = verification
        """Returns the read that shows if the call was applied; None without such a read."""

    def __repr__(self) -> str:
        # The options are left out, because they can hold a body.
        return f"Call({self.operation.id!r}, {self.path!r})"

    @property
    def is_spent(self) -> bool:
        """True if its body was an iterator that cannot be sent again."""
        content = self.options.get("content")
        return isinstance(content, ContentStream) and content.is_spent

    def with_options(self, **options: Any) -> "Call[T]":
        """Return the call with some of its options changed."""
        changed = self.options | options
        return Call(self.operation, self.path, changed, self.verification, self.target)

    def with_target(self, target: "ContentTarget") -> "Call[T]":
        """Return the call with a target for its content."""
        return Call(self.operation, self.path, self.options, self.verification, target)

    def with_headers(self, headers: Mapping[str, str]) -> "Call[T]":
        """Return the call with more headers; those that it has already win."""
        options = {**self.options, "headers": {**headers, **self.options.get("headers", {})}}
        return Call(self.operation, self.path, options, self.verification, self.target)


class ContentTarget(Protocol):
    """What takes the content of a response in parts."""

    def begin(self) -> Callable[[bytes], object]:
        """Drop what an attempt before has written; return the function that writes a part."""
        ...


class Verification(Generic[F, T]):
    """Read of the state that a call changes, and the rules that evaluate it."""

    __slots__ = (
        *("applied", "candidates", "is_gone", "is_repeatable", "read", "result", "unapplied"),
    )

    def __init__(
        self,
        read: Call[F],
        *,
        applied: Callable[[F, datetime], bool],
        unapplied: Callable[[F, datetime], bool],
        result: Callable[[Any, datetime], T],
        candidates: Callable[[F, datetime], list[tuple[object, object]]] | None = None,
        is_gone: bool = False,
        is_repeatable: bool = False,
    ) -> None:
        self.read = read
        self.applied = applied
        """Returns True if the call was applied, given its start by the server's clock."""
        self.unapplied = unapplied
        """Returns True if the call was not applied, given the earliest time of its effect.

        If neither is true, the state does not show the outcome."""
        self.result = result
        """Returns the result of the call; fields that the read does not show are UNSET."""
        self.candidates = candidates
        """Returns id and name of the resources that the call may have created, likeliest first."""
        self.is_gone = is_gone
        """True if a 404 of the read shows that the call was applied."""
        self.is_repeatable = is_repeatable
        """True if the call can be sent once more without a second effect."""
