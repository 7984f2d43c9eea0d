"""The Python client for outreach campaigns on Sonarly and Callers.ai."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from campaignkit_runtime.batching import AsyncBatches, Batches
from campaignkit_runtime.bulk import AsyncMapped, Mapped
from campaignkit_runtime.clock import Clock
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.pagination import AsyncPager, Pager
from campaignkit_runtime.polling import AsyncJob, Job
from campaignkit_runtime.protocols import Failure, RawResponse
from campaignkit_runtime.tabular import to_rows

from ._client import AsyncCallers, AsyncSonarly, Callers, CallersOptions, Sonarly
from ._options import ClientOptions
from ._version import __version__
from .errors import (
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
    "UNSET",
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncBatches",
    "AsyncCallers",
    "AsyncJob",
    "AsyncMapped",
    "AsyncPager",
    "AsyncSonarly",
    "AuthenticationError",
    "BadRequestError",
    "BatchError",
    "Batches",
    "CallCancelledError",
    "Callers",
    "CallersOptions",
    "CampaignKitError",
    "CertificateVerificationError",
    "ClientOptions",
    "Clock",
    "ConfigurationError",
    "ConflictError",
    "DeadlineExceeded",
    "Failure",
    "HookError",
    "InternalServerError",
    "InvalidArgumentError",
    "InvalidArgumentTypeError",
    "Job",
    "Mapped",
    "NonStandardStatusError",
    "NotFoundError",
    "OutcomeUnknownError",
    "Pager",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "ResponseDecodeError",
    "Sonarly",
    "UnprocessableEntityError",
    "Unset",
    "WebhookSignatureError",
    "__version__",
    "errors",
    "models",
    "to_rows",
    "webhooks",
]

if TYPE_CHECKING:
    from . import errors, models, webhooks
else:

    def __getattr__(name: str) -> ModuleType:
        if name in ("errors", "models", "webhooks"):  # loaded when they are needed
            return import_module(f".{name}", __name__)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
