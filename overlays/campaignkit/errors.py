"""Errors of the client, as one tree. Catch as broadly or as narrowly as you need.

CampaignKitError
├── ConfigurationError             the client cannot work as it was set up; nothing was sent
├── InvalidArgumentError           an argument cannot be sent; nothing was sent (a ValueError too)
│   └── InvalidArgumentTypeError   its type is wrong (a TypeError too)
├── APIConnectionError             no response arrived
│   ├── APITimeoutError            no response arrived in time
│   └── CertificateVerificationError  the server's certificate was refused; nothing was sent
├── HookError                      a hook of the caller's own httpx client raised
├── APIStatusError                 the status of the response is an error
│   ├── BadRequestError            400
│   ├── AuthenticationError        401
│   ├── PermissionDeniedError      403
│   ├── NotFoundError              404
│   ├── ConflictError              409
│   ├── UnprocessableEntityError   422
│   ├── RateLimitError             429
│   └── InternalServerError        5xx
├── ResponseDecodeError            the response does not fit the spec
│   └── NonStandardStatusError     a 5xx that HTTP does not define (an InternalServerError too)
├── DeadlineExceeded               the deadline of the call has passed
├── CallCancelledError             not sent: the caller has left its fan-out
├── OutcomeUnknownError            the call may have been applied; read the state before a repeat
├── BatchError                     some of many calls failed; it holds their errors and items
└── WebhookSignatureError          the signature of a webhook is not valid; do not act on it
"""

from ._exceptions import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    BatchError,
    CallCancelledError,
    CampaignKitError,
    CertificateVerificationError,
    ConfigurationError,
    ConflictError,
    DeadlineExceeded,
    HookError,
    InternalServerError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    NonStandardStatusError,
    NotFoundError,
    OutcomeUnknownError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
    WebhookSignatureError,
)

__all__ = [
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "BatchError",
    "CallCancelledError",
    "CampaignKitError",
    "CertificateVerificationError",
    "ConfigurationError",
    "ConflictError",
    "DeadlineExceeded",
    "HookError",
    "InternalServerError",
    "InvalidArgumentError",
    "InvalidArgumentTypeError",
    "NonStandardStatusError",
    "NotFoundError",
    "OutcomeUnknownError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "UnprocessableEntityError",
    "WebhookSignatureError",
]
