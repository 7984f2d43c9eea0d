"""The Python client for outreach campaigns on Sonarly and Callers.ai."""

from campaignkit_api.client import RawResponse

from ._client import AsyncCallers, AsyncSonarly, Callers, Sonarly
from ._errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    CampaignKitError,
    ConfigurationError,
    ConflictError,
    DeadlineExceeded,
    InternalServerError,
    NotFoundError,
    OutcomeUnknownError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    UnprocessableEntityError,
    UnregisteredStatusError,
)
from ._version import __version__

__all__ = [
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncCallers",
    "AsyncSonarly",
    "AuthenticationError",
    "BadRequestError",
    "Callers",
    "CampaignKitError",
    "ConfigurationError",
    "ConflictError",
    "DeadlineExceeded",
    "InternalServerError",
    "NotFoundError",
    "OutcomeUnknownError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "ResponseDecodeError",
    "Sonarly",
    "UnprocessableEntityError",
    "UnregisteredStatusError",
    "__version__",
]
