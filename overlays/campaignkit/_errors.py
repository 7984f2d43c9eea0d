"""What can go wrong, as one tree. Catch as broadly or as narrowly as you act on it.

CampaignKitError
├── ConfigurationError             the client cannot work as it was set up; nothing was sent
├── InvalidArgumentError           an argument cannot be sent; nothing was sent; a ValueError too
│   └── InvalidArgumentTypeError   its type is wrong; a TypeError too
├── APIConnectionError             no answer came
│   ├── APITimeoutError            no answer came in time
│   └── CertificateVerificationError  the server's certificate was refused; nothing was sent
├── HookError                      a hook of the caller's own httpx client raised
├── APIStatusError                 the API answered that the call failed
│   ├── BadRequestError            400
│   ├── AuthenticationError        401
│   ├── PermissionDeniedError      403
│   ├── NotFoundError              404
│   ├── ConflictError              409
│   ├── UnprocessableEntityError   422
│   ├── RateLimitError             429
│   └── InternalServerError        5xx
├── ResponseDecodeError            what came back is not what the spec says
│   └── UnregisteredStatusError    its 5xx is none of HTTP's; an InternalServerError too
├── DeadlineExceeded               the time for the whole call is over
├── CallCancelledError             not sent: the results of its fan-out were no longer wanted
├── OutcomeUnknownError            applied or not cannot be told; read before you repeat
├── BatchError                     some of many calls failed; it holds them, and what to ask again
└── WebhookSignatureError          a webhook is not the vendor's, or was changed; do not act on it
"""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, ClassVar, Self

from campaignkit_runtime.errors import CampaignKitError as CampaignKitError
from campaignkit_runtime.errors import ConfigurationError as ConfigurationError
from campaignkit_runtime.errors import InvalidArgumentError as InvalidArgumentError
from campaignkit_runtime.errors import InvalidArgumentTypeError as InvalidArgumentTypeError
from campaignkit_runtime.errors import Outcome as Outcome
from campaignkit_runtime.protocols import Failure, RawResponse


def facts_of(error: Exception) -> dict[str, Any]:
    """The keywords that give another error what this one knows of the call."""
    # An exception of another kind says nothing of the outcome.
    known = (
        error if isinstance(error, CampaignKitError) else CampaignKitError("", outcome="unknown")
    )
    return {name: getattr(known, name) for name in _FACTS} | {"response": known._response}


_FACTS = (
    *("operation", "method", "path", "status_code", "code", "message", "details", "trace_id"),
    *("retry_after", "attempts", "idempotency_key", "state", "read_at", "outcome"),
    "response_headers",
)


class APIConnectionError(CampaignKitError):
    """No answer came."""


class APITimeoutError(APIConnectionError):
    """No answer came within the time allowed."""


class CertificateVerificationError(APIConnectionError):
    """The TLS certificate of the server was refused; nothing was sent."""

    is_final = True


class HookError(CampaignKitError):
    """A hook of the caller's own httpx client raised; the exception is the cause.

    A request hook keeps the request from being sent. After a response hook the outcome is
    `applied`, because only a successful response ends so: another one is the error of its status.
    """


class APIStatusError(CampaignKitError):
    """The API answered that the call failed; `status_code` says how."""

    advice: ClassVar[str] = ""

    status_code: int


class BadRequestError(APIStatusError):
    """400: the request is not valid."""


class AuthenticationError(APIStatusError):
    """401: the key is missing, wrong or revoked."""

    is_final = True
    advice = "Check the API key, and that it is a key of this API."


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this, or not here."""

    advice = "Check the key's permissions and the account group or organization."


class NotFoundError(APIStatusError):
    """404: there is no such resource."""

    advice = "Check the ids."


class ConflictError(APIStatusError):
    """409: the state of the resource forbids the operation."""

    advice = "Read the resource to see its state."


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed, but cannot be carried out as it is."""


class RateLimitError(APIStatusError):
    """429: too many requests; `retry_after` is set when the server said how long to wait."""

    advice = "Wait before the next call."


class InternalServerError(APIStatusError):
    """5xx: the vendor failed, or a service behind it."""


class ResponseDecodeError(CampaignKitError):
    """What came back is not what the spec says: HTML, half a body, a missing field.

    Where it is one value that does not fit, `json_path` leads to it and `expected` says what it
    should be. In a list, `item_id` is the id of the item that holds it.
    """

    def __init__(
        self,
        summary: str,
        *,
        json_path: str | None = None,
        expected: str | None = None,
        item_id: str | None = None,
        **fields: Any,
    ) -> None:
        super().__init__(summary, **fields)
        self.json_path = json_path
        self.expected = expected
        self.item_id = item_id

    def to_raw(self) -> RawResponse[Any] | None:
        """Return the response itself; None unless it is a success that does not fit the spec."""
        response, status = self._response, self.status_code or 0
        if response is None or response.content is None or not 200 <= status < 300:
            return None
        trace_id = self.trace_id
        return RawResponse(status, response.headers, trace_id, response.content, error=self)


class UnregisteredStatusError(InternalServerError, ResponseDecodeError):
    """A 5xx that HTTP does not define; 520 to 527 and 599 come from proxies before the vendor."""


class DeadlineExceeded(CampaignKitError):  # noqa: N818 - the word that users know
    """The time for the whole call is over."""

    is_final = True


class CallCancelledError(CampaignKitError):
    """A call that was not sent because the results of its fan-out are no longer wanted."""

    is_final = True


class OutcomeUnknownError(CampaignKitError):
    """Whether the call was applied cannot be told; read the state before you repeat it."""


class BatchError(CampaignKitError):
    """Some of many calls failed; what the others returned came before.

    `failures` has for each the items it was for and its own error, in the order asked. `items` is
    all of those items, to be asked again. Other attributes are what the errors have in common.
    """

    def __init__(self, summary: str, *, failures: Sequence[Failure] = (), **fields: Any) -> None:
        super().__init__(summary, **fields)
        self.failures = tuple(failures)

    @property
    def items(self) -> list[Any]:
        """All that is not answered."""
        return [item for failure in self.failures for item in failure.items]

    @classmethod
    def of(cls, summary: str, failures: Sequence[Failure]) -> Self:
        """The error for failures, with what their errors have in common."""
        facts = [facts_of(each.error) for each in failures]
        same = {k: v for k, v in facts[0].items() if all(each[k] == v for each in facts)}
        return cls(summary, failures=failures, **{"outcome": "unknown"} | same)


class WebhookSignatureError(CampaignKitError):
    """A webhook that the vendor did not sign, or that was changed on its way: do not act on it."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def class_of(status_code: int) -> type[APIStatusError]:
    """The class of error for a status of 400 or more."""
    if status_code < 500:
        return _BY_STATUS.get(status_code, APIStatusError)
    is_registered = status_code in HTTPStatus._value2member_map_
    return InternalServerError if is_registered else UnregisteredStatusError
