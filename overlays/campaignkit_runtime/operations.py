"""Operations of an API as data: how each is called, and how its responses are read."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from .decoding.msgspec import make_decoder

B = TypeVar("B")
F = TypeVar("F")
T = TypeVar("T")

Idempotency = Literal["safe", "keyed", "verify", "never"]


class Decoder(Generic[B, T]):
    """Decoder of response bodies: a fast path over bytes and a tolerant one over parsed JSON."""

    def __init__(
        self,
        type_: Any,
        reader: Callable[[Any], B],
        payload: Callable[[B], T],
        items: tuple[str, ...] | None = None,
    ) -> None:
        self._type = type_
        self._decode: Callable[[bytes], Any] | None = None
        self.tolerant_body = reader
        """From parsed JSON; a SchemaMismatchError where it is not what the spec says."""
        self.payload = payload
        """What a method returns of a body."""
        self.items = items
        """JSON keys that lead from a body to its list of items; None if it has no such list."""

    def body(self, content: bytes) -> B:
        """The body straight from its bytes; FastDecodeError where `tolerant_body` has to decide."""
        if self._decode is None:
            self._decode = _unread if self._type is None else make_decoder(self._type)
        body: B = self._decode(content)
        return body


def _unread(_: bytes) -> Any:
    # Where no body is documented, none is read: it may be empty.
    return None


class Credential(NamedTuple):
    """Credential that operations take: the keyword of the client, and how it is sent."""

    name: str
    parameter: str
    """Name of the header or the query parameter that carries it."""
    scheme: str
    """Word before it in the header, such as Bearer; empty if it has none."""
    variable: str
    """Environment variable that holds it if the caller does not pass it."""
    location: Literal["header", "query"] = "header"


class Operation(Generic[T]):
    """One operation of the spec; T is what its method returns."""

    __slots__ = ("credential", "decoders", "headers", "id", "idempotency", "method")

    def __init__(
        self,
        id: str,  # noqa: A002 - as OpenAPI names it
        method: str,
        idempotency: Idempotency,
        decoders: Mapping[int, Decoder[Any, T]],
        *,
        credential: str = "api_key",
        headers: frozenset[str] = frozenset(),
    ) -> None:
        self.id = id
        self.method = method
        self.idempotency = idempotency
        self.decoders = decoders
        """By documented success status."""
        self.credential = credential
        """The name of what it is called with."""
        self.headers = headers
        """What a client can send with every call of it that has it not already."""

    def __repr__(self) -> str:
        return f"Operation({self.id!r})"


class Call(Generic[T]):
    """One use of an operation: where it goes, and what it carries as httpx takes it."""

    __slots__ = ("operation", "options", "path", "verification")

    def __init__(
        self,
        operation: Operation[T],
        path: str,
        options: dict[str, Any],
        verification: "Callable[[], Verification[Any, T]] | None" = None,
    ) -> None:
        self.operation = operation
        self.path = path
        self.options = options
        self.verification = verification
        """How a read tells whether this call was applied, where the spec says how."""

    def __repr__(self) -> str:
        # Without the options, which can hold a body.
        return f"Call({self.operation.id!r}, {self.path!r})"

    def with_headers(self, headers: Mapping[str, str]) -> "Call[T]":
        """The same call with these headers too; its own win."""
        if not headers:
            return self
        options = {**self.options, "headers": {**headers, **self.options.get("headers", {})}}
        return Call(self.operation, self.path, options, self.verification)


class Verification(Generic[F, T]):
    """A read, and what its payload says of a call that came to no clear end."""

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
        """Whether the call was applied, given the moment on the server's clock when it was sent."""
        self.unapplied = unapplied
        """Whether it was not, given the earliest moment at which it can have created something.

        If neither holds, the state does not tell."""
        self.result = result
        """What the call would have returned; what a read cannot tell of it is UNSET."""
        self.candidates = candidates
        """Id and name of each resource that the call may have created, the likeliest first."""
        self.is_gone = is_gone
        """Whether the call was applied where the read is answered with 404."""
        self.is_repeatable = is_repeatable
        """Whether the call can be sent once more without a second effect."""
