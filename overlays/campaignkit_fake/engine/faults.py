"""Scripted failures: what shall go wrong, with which operation, and how often."""

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
    """The fake ends the connection here."""


@dataclass(frozen=True)
class Fault:
    """One failure. It strikes before the state rule is applied, or `after` it.

    A fault with `status` or `drop` that strikes before keeps the rule from being applied; all
    others only spoil the answer.
    """

    operation: str | None = None
    """The operationId; None is any."""
    status: int | None = None
    """Answered in the vendor's error form; a redirect (3xx) has an empty body."""
    retry_after: str | None = None
    """The header's value: seconds or a date."""
    delay: float = 0
    """Seconds before the answer. In process they are not waited for: a client whose timeout is
    shorter has it at once. Over HTTP they are, unless the fake was given a clock."""
    drop: bool = False
    """Close the connection without an answer."""
    after: bool = False
    truncate: int | None = None
    """How many bytes of the body to send, under its full Content-Length, before closing."""
    content_type: str | None = None
    body: str | None = None
    times: int = 1
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Set last. A `Content-Length` that is not the body's ends the connection after the body."""

    def __post_init__(self) -> None:
        # The fault's own, so that nobody changes it later.
        object.__setattr__(self, "headers", dict(self.headers))
        _check(asdict(self))

    @property
    def is_applied(self) -> bool:
        """Whether the state rule runs although the fault strikes."""
        return self.after or not (self.drop or self.status)

    def on(self, operation: str | None, times: int = 1) -> "Fault":
        """Return the same failure for one operation, or any, to strike so many times."""
        return replace(self, operation=operation, times=times)

    def apply_to(self, response: Response) -> Response:
        """Return the response as the fault leaves it."""
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
    """Return the fault that JSON describes; a ValueError says what is wrong with it."""
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
    """The faults that wait, in the order of adding; each is used up after its `times`."""

    def __init__(self, operations: Collection[str]) -> None:
        self._operations = operations
        self._pending: list[Fault] = []
        self._lock = Lock()

    def add(self, fault: Fault) -> None:
        """Add one; an operation that the spec does not know is a ValueError."""
        if fault.operation is not None and fault.operation not in self._operations:
            raise ValueError(f"fault.operation: the spec has no operation {fault.operation!r}")
        with self._lock:
            self._pending.append(fault)

    def pending(self) -> list[JSON]:
        """Return those that wait, with the times that are left of each."""
        with self._lock:
            return [asdict(fault) for fault in self._pending]

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._pending.clear()

    def take(self, operation_id: str) -> Fault:
        """Use up one strike of the first fault for the operation; no fault does nothing."""
        with self._lock:
            for index, fault in enumerate(self._pending):
                if fault.operation in (None, operation_id):
                    left = [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                    self._pending[index : index + 1] = left
                    return fault
        return _NO_FAULT


_NO_FAULT = Fault()
