"""Classes of errors, and the class for a status code; `errors` shows the tree."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, ClassVar, Self

from campaignkit_runtime.errors import CampaignKitError as CampaignKitError
from campaignkit_runtime.errors import ConfigurationError as ConfigurationError
from campaignkit_runtime.errors import DeadlineExceeded as DeadlineExceeded
from campaignkit_runtime.errors import InvalidArgumentError as InvalidArgumentError
from campaignkit_runtime.errors import InvalidArgumentTypeError as InvalidArgumentTypeError
from campaignkit_runtime.errors import Outcome as Outcome
from campaignkit_runtime.protocols import Failure, RawResponse


def error_fields(error: Exception) -> dict[str, Any]:
    """Return keywords for another error about the same call."""
    # An exception of another class does not know the outcome.
    known = (
        error if isinstance(error, CampaignKitError) else CampaignKitError("", outcome="unknown")
    )
    return {name: getattr(known, name) for name in _SHARED_FIELDS} | {"response": known._response}


_SHARED_FIELDS = (
    *("operation", "method", "path", "status_code", "code", "message", "details", "trace_id"),
    *("retry_after", "attempts", "idempotency_key", "state", "read_at", "outcome"),
    "response_headers",
)


class APIConnectionError(CampaignKitError):
    """No response arrived."""

    may_pass = True


class APITimeoutError(APIConnectionError):
    """No response arrived in time."""


class CertificateVerificationError(APIConnectionError):
    """The TLS certificate of the server was refused; nothing was sent."""

    is_final = True
    may_pass = False


class HookError(CampaignKitError):
    """A hook of the caller's own httpx client raised; the exception is the cause.

    If a request hook raised, the request was not sent. If a response hook raised after a successful
    response, the outcome is `applied`. An error status raises the error of that status instead.
    """


class APIStatusError(CampaignKitError):
    """The response has an error status, which is `status_code`."""

    hint: ClassVar[str] = ""

    status_code: int


class BadRequestError(APIStatusError):
    """400: the request is not valid."""


class AuthenticationError(APIStatusError):
    """401: the key is missing, wrong or revoked."""

    is_final = True
    hint = "Check the API key, and that it is a key of this API."


class PermissionDeniedError(APIStatusError):
    """403: the key has no permission for the operation or for the resource."""

    hint = "Check the key's permissions and the account group or organization."


class NotFoundError(APIStatusError):
    """404: the resource does not exist."""

    hint = "Check the ids."


class ConflictError(APIStatusError):
    """409: the state of the resource forbids the operation."""

    hint = "Read the resource to see its state."


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed, but its values are not accepted."""


class RateLimitError(APIStatusError):
    """429: too many requests; `retry_after` is set if the server sent it."""

    may_pass = True
    hint = "Wait before the next call."


class InternalServerError(APIStatusError):
    """5xx: the vendor or a service behind it failed."""

    may_pass = True


class ResponseDecodeError(CampaignKitError):
    """Response that does not fit the spec, such as HTML, half a body or a missing field.

    If one value does not fit, `json_path` locates it and `expected` describes the right one. In a
    list, `item_id` is the id of the item that holds it.
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


class NonStandardStatusError(InternalServerError, ResponseDecodeError):
    """5xx status that HTTP does not define; 520 to 527 and 599 come from proxies."""


class CallCancelledError(CampaignKitError):
    """A call that was not sent because the caller has left its fan-out."""

    is_final = True


class OutcomeUnknownError(CampaignKitError):
    """The call may have been applied. Read the state before you repeat the call."""


class BatchError(CampaignKitError):
    """Failures of some of many calls; the results of the other calls came before.

    `failures` has the items and the error of each failed call, in the order of the items. `items`
    has all of these items, so that you can request them again. Any other attribute has the value
    that all errors share.
    """

    def __init__(self, summary: str, *, failures: Sequence[Failure] = (), **fields: Any) -> None:
        super().__init__(summary, **fields)
        self.failures = tuple(failures)

    @property
    def items(self) -> list[Any]:
        """Items of all failures."""
        return [item for failure in self.failures for item in failure.items]

    @classmethod
    def from_failures(cls, summary: str, failures: Sequence[Failure]) -> Self:
        """Return the error for failures; its attributes are those that their errors share."""
        first, *others = [error_fields(failure.error) for failure in failures]
        shared = {
            name: value
            for name, value in first.items()
            if all(fields[name] == value for fields in others)
        }
        return cls(summary, failures=failures, **{"outcome": "unknown"} | shared)


class WebhookSignatureError(CampaignKitError):
    """Webhook whose signature is not valid: do not act on it."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def error_class_for(status_code: int) -> type[APIStatusError]:
    """Return the error class of a status >= 400."""
    if status_code < 500:
        return _BY_STATUS.get(status_code, APIStatusError)
    is_registered = status_code in HTTPStatus._value2member_map_
    return InternalServerError if is_registered else NonStandardStatusError
