# Generated from openapi.yaml by `make generate`; do not edit.
"""What the generated resources and the client that holds them say to each other."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, Literal, Protocol, TypeVar
from urllib.parse import quote

from attrs import field, frozen

from .types import UNSET, Unset

T = TypeVar("T")


@frozen
class Operation(Generic[T]):
    """One operation of the spec; T is what its method returns."""

    id: str
    method: str
    idempotency: Literal["safe", "keyed", "verify", "never"]
    decoders: Mapping[int, Callable[[Any], T]] = field(repr=False)
    """By documented success status: from the JSON document to the payload."""


@frozen
class Call(Generic[T]):
    """One use of an operation: where it goes, and what it carries as httpx takes it."""

    operation: Operation[T]
    path: str
    options: Mapping[str, Any] = field(repr=False)


class Sender(Protocol):
    """Sends a call and returns the payload of its answer, or raises."""

    def __call__(self, call: Call[T], /) -> T: ...


class AsyncSender(Protocol):
    """Sends a call and returns the payload of its answer, or raises."""

    async def __call__(self, call: Call[T], /) -> T: ...


def given(value: T | None) -> T | Unset:
    """The value, or UNSET where the caller gave none."""
    return UNSET if value is None else value


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
