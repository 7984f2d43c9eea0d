"""Root of all errors, and the errors of arguments that cannot be sent."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Literal, Self

from .inspection import describe_type

Outcome = Literal["not_sent", "rejected", "applied", "unknown"]


class CampaignKitError(Exception):
    """Failure of a call or of a client.

    Every error copies and pickles. None shows a key or a body.

    Attributes:
        outcome: What became of the call: `not_sent`, `rejected`, `applied` or `unknown`.
        attempts: How often the call was tried.
        retry_after: Seconds that the server asked to wait; None if it did not ask.
        operation: ID of the operation.
        method: HTTP method.
        path: Path of the request, with phone numbers masked.
        status_code: Status code of the response; None without a response.
        idempotency_key: Key that all attempts had; None for operations without a key.
        code: Error code of the vendor.
        message: Error message of the vendor.
        details: Details of the vendor, as parsed JSON.
        trace_id: ID under which the vendor, or a proxy before it, knows the request.
        response_headers: The few headers that help to find the request, such as its id.
        state: Payload of the last read of the state after a lost response; None without a read.
        read_at: Time of that read, in UTC.
    """

    is_final: ClassVar[bool] = False
    """Whether any other call would fail in the same way."""

    may_pass: ClassVar[bool] = False
    """Whether the same read can succeed later."""

    def __init__(
        self,
        summary: str,
        *,
        operation: str | None = None,
        method: str | None = None,
        path: str | None = None,
        status_code: int | None = None,
        code: str | None = None,
        message: str | None = None,
        details: Any = None,
        trace_id: str | None = None,
        retry_after: float | None = None,
        attempts: int = 0,
        idempotency_key: str | None = None,
        state: Any = None,
        read_at: datetime | None = None,
        response_headers: Mapping[str, str] | None = None,
        response: "HiddenResponse | None" = None,
        outcome: Outcome = "not_sent",
    ) -> None:
        super().__init__(summary)
        self.operation = operation
        self.method = method
        self.path = path
        self.status_code = status_code
        self.code = code
        self.message = message
        self.details = details
        self.trace_id = trace_id
        self.retry_after = retry_after
        self.attempts = attempts
        self.idempotency_key = idempotency_key
        self.state = state
        self.read_at = read_at
        self.response_headers: dict[str, str] = dict(response_headers or {})
        self._response = response
        self.outcome: Outcome = outcome

    @property
    def content(self) -> bytes | None:
        """The body of the response without its content coding; None if none arrived.

        Copies keep it. Pickles do not, because they may be stored.
        """
        return self._response.content if self._response else None

    def __reduce__(self) -> tuple[Any, ...]:
        # The default would call the class with what `args` holds and forget the keywords.
        return (_restore, (type(self), self.args), self.__dict__)


def _restore(cls: type[CampaignKitError], arguments: tuple[Any, ...]) -> CampaignKitError:
    return cls.__new__(cls, *arguments)


class HiddenResponse:
    """Body and headers of the response to an error: no repr shows them, and no pickle."""

    __slots__ = ("content", "headers")

    def __init__(
        self, content: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> None:
        self.content = content
        self.headers = dict(headers or {})

    def __repr__(self) -> str:
        return f"<{len(self.content or b'')} bytes>"

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[()]]:
        return (type(self), ())


class InvalidArgumentError(CampaignKitError, ValueError):
    """An argument that cannot be sent; `argument` is its name in Python, and nothing was sent."""

    def __init__(self, summary: str, *, argument: str | None = None, **fields: Any) -> None:
        super().__init__(summary, **fields)
        self.argument = argument


class InvalidArgumentTypeError(InvalidArgumentError, TypeError):
    """An argument of a type that cannot be sent."""


class ConfigurationError(CampaignKitError):
    """The client cannot work as it was set up; nothing was sent."""

    is_final = True


class DeadlineExceeded(CampaignKitError):  # noqa: N818 - the word that users know
    """The deadline of the call has passed."""

    is_final = True


class EncodeError(Exception):
    """A value that an encoder refuses; callers get it as an InvalidArgumentError.

    `expected` is what the value must be, `advice` what the caller can do.
    """

    def __init__(
        self, expected: str, value: object, advice: str = "", *, is_type: bool = True
    ) -> None:
        super().__init__(expected)
        self.expected = expected
        self.received = describe_type(value) if is_type else ""
        self.advice = advice
        self.is_type = is_type
        """True if the type is wrong; False if another value of the type can be sent."""
        self.steps = ""

    def prefixed(self, step: str) -> Self:
        """Return the error itself, with one step more to the value: `.name`, `[0]`, `['key']`."""
        self.steps = step + self.steps
        return self
