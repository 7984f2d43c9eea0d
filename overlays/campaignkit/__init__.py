"""The Python client for outreach campaigns on Sonarly and Callers.ai."""

from campaignkit_api.batches import AsyncBatches, Batches
from campaignkit_api.client import Failure, RawResponse
from campaignkit_api.clock import Clock
from campaignkit_api.mapping import AsyncMapped, Mapped
from campaignkit_api.rows import to_rows
from campaignkit_api.types import UNSET, Unset

from ._client import AsyncCallers, AsyncSonarly, Callers, Sonarly
from ._errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    BatchError,
    CampaignKitError,
    CertificateVerificationError,
    ConfigurationError,
    ConflictError,
    DeadlineExceeded,
    HookError,
    InternalServerError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    NotFoundError,
    OutcomeUnknownError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
    UnregisteredStatusError,
    WebhookSignatureError,
)
from ._version import __version__

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncBatches",
    "AsyncCallers",
    "AsyncMapped",
    "AsyncSonarly",
    "AuthenticationError",
    "BadRequestError",
    "BatchError",
    "Batches",
    "Callers",
    "CampaignKitError",
    "CertificateVerificationError",
    "Clock",
    "ConfigurationError",
    "ConflictError",
    "DeadlineExceeded",
    "Failure",
    "HookError",
    "InternalServerError",
    "InvalidArgumentError",
    "InvalidArgumentTypeError",
    "Mapped",
    "NotFoundError",
    "OutcomeUnknownError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "ResponseDecodeError",
    "Sonarly",
    "UnprocessableEntityError",
    "UnregisteredStatusError",
    "Unset",
    "WebhookSignatureError",
    "__version__",
    "to_rows",
]
