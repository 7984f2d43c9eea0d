# Generated from openapi.yaml by `make generate`; do not edit.
"""What the generated resources and the client that holds them say to each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar
from urllib.parse import quote

from .acceleration import decoder_of
from .types import UNSET, Model, Unset

B = TypeVar("B")
F = TypeVar("F")
M = TypeVar("M", bound=Model)
T = TypeVar("T")

Idempotency = Literal["safe", "keyed", "verify", "never"]


class Decoder(Generic[B, T]):
    """From the body of an answer to the payload, in two ways over the same models."""

    def __init__(self, shape: Any, reader: Callable[[Any], B], payload: Callable[[B], T]) -> None:
        self._shape = shape
        self._decode: Callable[[bytes], Any] | None = None
        self.tolerant_body = reader
        """From parsed JSON; a Mismatch where it is not what the spec says."""
        self.payload = payload
        """What a method returns of a body."""

    def body(self, content: bytes) -> B:
        """The body straight from its bytes; Refused where `tolerant_body` has to decide."""
        if self._decode is None:
            self._decode = _unread if self._shape is None else decoder_of(self._shape)
        body: B = self._decode(content)
        return body


def _unread(_: bytes) -> Any:
    # Where no body is documented, none is read: it may be empty.
    return None


class Credential(NamedTuple):
    """What operations are called with: the name of the client's keyword, and how it is sent."""

    name: str
    header: str
    scheme: str
    """The word before it in the header, if there is one."""
    variable: str
    """The variable of the environment that holds it where the caller does not give it."""


class Operation(Generic[T]):
    """One operation of the spec; T is what its method returns."""

    __slots__ = ("credential", "decoders", "headers", "id", "idempotency", "method")

    def __init__(
        self,
        id: str,
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


class RawResponse(Generic[T]):
    """An answer as it came, and the payload that was read from it."""

    __slots__ = ("content", "headers", "payload", "status_code", "trace_id")

    def __init__(
        self,
        status_code: int,
        headers: Mapping[str, str],
        trace_id: str | None,
        content: bytes,
        payload: T,
    ) -> None:
        self.status_code = status_code
        self.headers = headers
        """With names in lower case."""
        self.trace_id = trace_id
        self.content = content
        self.payload = payload

    def __repr__(self) -> str:
        return f"RawResponse({self.status_code}, trace_id={self.trace_id!r})"


class Failure(NamedTuple):
    """One of many calls that failed."""

    items: tuple[Any, ...]
    """What it was for, to be asked for again."""
    error: Exception


class _Many(Protocol):
    """What a sender knows of many calls."""

    sizes: dict[str, int]
    """How many ids a server takes at once, by operation, where it has refused more."""

    def failed(self, summary: str, failures: Sequence[Failure], /) -> Exception:
        """The one error for those that failed."""
        ...


class Sender(_Many, Protocol):
    """Sends a call and returns the payload of its answer, or raises."""

    def __call__(self, call: Call[T], /) -> T: ...

    def sharing_deadline(self, deadline: float | None = None) -> "Shared":
        """The same for calls that have one deadline between them, from now on; else the client's."""
        ...

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The same with the answer as it came."""
        ...


class Shared(Sender, Protocol):
    """Sends calls that have one deadline between them."""

    def pause(self, seconds: float, /) -> None:
        """Wait between two of them, less near the deadline, and a DeadlineExceeded at its end."""
        ...


class AsyncSender(_Many, Protocol):
    """Sends a call and returns the payload of its answer, or raises."""

    async def __call__(self, call: Call[T], /) -> T: ...

    def sharing_deadline(self, deadline: float | None = None) -> "AsyncShared":
        """The same for calls that have one deadline between them, from now on; else the client's."""
        ...

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The same with the answer as it came."""
        ...


class AsyncShared(AsyncSender, Protocol):
    """Sends calls that have one deadline between them."""

    async def pause(self, seconds: float, /) -> None:
        """Wait between two of them, less near the deadline, and a DeadlineExceeded at its end."""
        ...


def given(value: T | None) -> T | Unset:
    """The value, or UNSET where the caller gave none."""
    return UNSET if value is None else value


def filled(body: M) -> M | Unset:
    """The body, or UNSET where the caller gave nothing of it."""
    return body if body.to_dict() else UNSET


def agrees(found: object, value: object) -> bool:
    """Whether an answer has a value that was given; what the caller left out agrees with anything."""
    if isinstance(value, Unset):
        return True
    if isinstance(found, Model):
        found = found.to_dict()
    if isinstance(value, Model):
        value = value.to_dict()
    if isinstance(value, Mapping) and isinstance(found, Mapping):
        return all(agrees(found.get(name, UNSET), each) for name, each in value.items())
    if isinstance(value, list) and isinstance(found, list):
        return len(value) == len(found) and all(map(agrees, found, value))
    return found == value


def segment(name: str, value: object) -> str:
    """The value as one quoted segment of a path; a ValueError where it cannot be one."""
    text = str(value)
    if value is None or text.strip() in ("", ".", ".."):
        raise ValueError(f"{name} is {value!r}, which cannot stand in a path: pass the id itself")
    return quote(text, safe="")


def comma_joined(name: str, values: Iterable[object]) -> str:
    """The values as one comma-joined parameter; a ValueError where that would change them."""
    if isinstance(values, str):
        raise ValueError(f"{name} is one string: pass a list of ids, even for a single one")
    texts = ["" if value is None else str(value) for value in values]
    if not texts or not all(text.strip() for text in texts):
        raise ValueError(f"{name} is empty or holds an empty id: pass at least one id")
    if any("," in text for text in texts):
        raise ValueError(f"{name} holds an id with a comma, which would be read as two ids")
    return ",".join(texts)
