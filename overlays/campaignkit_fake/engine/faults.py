"""Faults: scripted failures of operations."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from threading import Lock
from typing import Any

from jsonschema_rs import Draft202012Validator
from werkzeug import Response

from .types import JSON

_HEADER = {"type": ["string", "null"], "pattern": "^[ -~]*$"}
_LENGTH = {"type": "string", "pattern": "^[0-9]{1,18}$"}
_VALIDATOR = Draft202012Validator(
    {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "operation": {"type": ["string", "null"]},
            "status": {"type": ["integer", "null"], "minimum": 300, "maximum": 599},
            "retry_after": _HEADER,
            "delay": {"type": "number", "minimum": 0, "maximum": 3_600},
            "drop": {"type": "boolean"},
            "after": {"type": "boolean"},
            "truncate": {"type": ["integer", "null"], "minimum": 0},
            "content_type": _HEADER,
            "body": {"type": ["string", "null"]},
            "headers": {
                "type": "object",
                "propertyNames": {"pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"},
                "additionalProperties": {"type": "string", "pattern": "^[ -~]*$"},
                "patternProperties": {"(?i)^content-length$": _LENGTH},
            },
            "times": {"type": "integer", "minimum": 1},
        },
    }
)


class ConnectionDropped(ConnectionError):  # noqa: N818 - an event, not a mistake
    """The fake closes the connection here."""


@dataclass(frozen=True)
class Fault:
    """Failure of a call, before the state rule is applied or `after` it.

    If a fault has `status` or `drop` and is not `after`, the rule is not applied. Every other
    fault only changes the response.
    """

    operation: str | None = None
    """The operationId; None means every operation."""
    status: int | None = None
    """Status of an error in the vendor's form; a redirect (3xx) has an empty body."""
    retry_after: str | None = None
    """The header's value: seconds or a date."""
    delay: float = 0
    """Seconds before the response. In process they take no time: a client with a shorter timeout
    times out at once. Over HTTP they take real time, unless the fake was given a clock."""
    drop: bool = False
    """Close the connection without a response."""
    after: bool = False
    truncate: int | None = None
    """How many bytes of the body to send, under its full Content-Length, before closing."""
    content_type: str | None = None
    body: str | None = None
    times: int = 1
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Headers to set last. A wrong `Content-Length` ends the connection after the body."""

    def __post_init__(self) -> None:
        # A copy, so that later changes of the caller's mapping have no effect.
        object.__setattr__(self, "headers", dict(self.headers))
        _check(asdict(self))

    @property
    def is_applied(self) -> bool:
        """True if the state rule runs although the call fails."""
        return self.after or not (self.drop or self.status)

    def on(self, operation: str | None, times: int = 1) -> "Fault":
        """Return the same failure for an operation (None: every operation), for so many calls."""
        return replace(self, operation=operation, times=times)

    def apply_to(self, response: Response) -> Response:
        """Return the response after the change by the fault."""
        if self.retry_after is not None:
            response.headers["Retry-After"] = self.retry_after
        if self.content_type is not None:
            response.headers["Content-Type"] = self.content_type
        if self.body is not None:
            response.set_data(self.body)
        response.headers.update(self.headers)
        body = response.get_data()[: self.truncate]
        stated = int(response.headers["Content-Length"])
        if len(body) != stated:
            response.response = _broken(body, stated)
        return response


def fault_from_json(fields: object) -> Fault:
    """Return the fault that JSON describes.

    Raises:
        ValueError: A field is unknown or has a wrong value.
    """
    _check(fields)
    return Fault(**{name: _whole(value) for name, value in fields.items()})  # type: ignore[attr-defined]


def _whole(value: Any) -> Any:
    # JSON's 20.0 is an integer too.
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _check(fields: object) -> None:
    for error in _VALIDATOR.iter_errors(fields):
        where = ".".join(map(str, ["fault", *error.instance_path]))
        raise ValueError(f"{where}: {error.message}")


def _broken(body: bytes, stated: int) -> Iterator[bytes]:
    yield body
    raise ConnectionDropped(f"after {len(body)} of {stated} bytes")


class Faults:
    """Pending faults in the order of adding; a fault is used up after its `times`."""

    def __init__(self, operations: Collection[str]) -> None:
        self._operations = operations
        self._pending: list[Fault] = []
        self._lock = Lock()

    def add(self, fault: Fault) -> None:
        """Add a fault.

        Raises:
            ValueError: The spec does not have the operation.
        """
        if fault.operation is not None and fault.operation not in self._operations:
            raise ValueError(f"fault.operation: the spec has no operation {fault.operation!r}")
        with self._lock:
            self._pending.append(fault)

    def pending(self) -> list[JSON]:
        """Return the pending faults, with the remaining `times` of each."""
        with self._lock:
            return [asdict(fault) for fault in self._pending]

    def clear(self) -> None:
        """Remove every fault."""
        with self._lock:
            self._pending.clear()

    def take(self, operation_id: str) -> Fault:
        """Return the first fault for an operation and use it up once, or a fault without effect."""
        with self._lock:
            for index, fault in enumerate(self._pending):
                if fault.operation in (None, operation_id):
                    left = [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                    self._pending[index : index + 1] = left
                    return fault
        return _NO_FAULT


_NO_FAULT = Fault()
