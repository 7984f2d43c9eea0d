"""Scripted failures: what shall go wrong, with which operation, and how often."""

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace
from threading import Lock

from jsonschema_rs import Draft202012Validator
from werkzeug import Response

from ._records import JSON

_HEADER = {"type": ["string", "null"], "pattern": "^[ -~]*$"}
_VALIDATOR = Draft202012Validator(
    {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "operation": {"type": ["string", "null"]},
            "status": {"type": ["integer", "null"], "minimum": 400, "maximum": 599},
            "retry_after": _HEADER,
            "delay": {"type": "number", "minimum": 0, "maximum": 3_600},
            "drop": {"type": "boolean"},
            "after": {"type": "boolean"},
            "truncate": {"type": ["integer", "null"], "minimum": 0},
            "content_type": _HEADER,
            "body": {"type": ["string", "null"]},
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
    others (`delay`, `truncate`, `content_type`, `body`, `retry_after`) only spoil the answer.
    """

    operation: str | None = None
    """The operationId; None is any."""
    status: int | None = None
    """Answered in the vendor's error form."""
    retry_after: str | None = None
    """The header's value: seconds or a date."""
    delay: float = 0
    """Seconds before the answer."""
    drop: bool = False
    """Close the connection without an answer."""
    after: bool = False
    truncate: int | None = None
    """How many bytes of the body to send, under its full Content-Length, before closing."""
    content_type: str | None = None
    body: str | None = None
    times: int = 1

    def __post_init__(self) -> None:
        _check(asdict(self))

    @property
    def is_applied(self) -> bool:
        """Whether the state rule runs although the fault strikes."""
        return self.after or not (self.drop or self.status)

    def spoil(self, response: Response) -> Response:
        """Return the answer as the fault leaves it."""
        if self.retry_after is not None:
            response.headers["Retry-After"] = self.retry_after
        if self.content_type is not None:
            response.headers["Content-Type"] = self.content_type
        if self.body is not None:
            response.set_data(self.body)
        if self.truncate is not None and self.truncate < len(response.get_data()):
            # JSON's 20.0 is an integer too.
            response.response = _cut(response.get_data(), int(self.truncate))
        return response


def fault_of(fields: object) -> Fault:
    """Return the fault that JSON describes; a ValueError says what is wrong with it."""
    _check(fields)
    return Fault(**fields)  # type: ignore[arg-type]  # checked in the line above


def _check(fields: object) -> None:
    for error in _VALIDATOR.iter_errors(fields):
        where = ".".join(map(str, ["fault", *error.instance_path]))
        raise ValueError(f"{where}: {error.message}")


def _cut(body: bytes, length: int) -> Iterator[bytes]:
    yield body[:length]
    raise ConnectionDropped(f"after {length} of {len(body)} bytes")


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
