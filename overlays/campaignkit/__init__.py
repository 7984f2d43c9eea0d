"""The Python client for outreach campaigns on Sonarly and Callers.ai."""

from importlib import import_module
from typing import TYPE_CHECKING

from campaignkit_runtime.clock import Clock
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.protocols import Failure, RawResponse

from ._attempt_events import AttemptEvent, AttemptRequest
from ._client import AsyncCallers, AsyncSonarly, Callers, CallersOptions, Sonarly
from ._config import InsecureHTTPWarning
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
    "AsyncBulkWrites",
    "AsyncCallers",
    "AsyncFollow",
    "AsyncJob",
    "AsyncMapped",
    "AsyncPager",
    "AsyncSonarly",
    "AttemptEvent",
    "AttemptRequest",
    "AuthenticationError",
    "BadRequestError",
    "BatchError",
    "Batches",
    "BulkWrites",
    "CallCancelledError",
    "Callers",
    "CallersOptions",
    "CampaignKitError",
    "CertificateVerificationError",
    "Change",
    "ClientOptions",
    "Clock",
    "ConfigurationError",
    "ConflictError",
    "DeadlineExceeded",
    "Failure",
    "Follow",
    "HookError",
    "InsecureHTTPWarning",
    "InternalServerError",
    "InvalidArgumentError",
    "InvalidArgumentTypeError",
    "Job",
    "Mapped",
    "NonStandardStatusError",
    "NotFoundError",
    "OutcomeUnknownError",
    "Page",
    "Pager",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "ResponseDecodeError",
    "Sonarly",
    "UnprocessableEntityError",
    "Unset",
    "WebhookSignatureError",
    "WriteReport",
    "WriteResult",
    "__version__",
    "errors",
    "models",
    "to_rows",
    "webhooks",
]

if TYPE_CHECKING:
    from campaignkit_runtime.batching import AsyncBatches, Batches
    from campaignkit_runtime.bulk import AsyncMapped, Mapped
    from campaignkit_runtime.bulk_writes import AsyncBulkWrites, BulkWrites
    from campaignkit_runtime.following import AsyncFollow, Change, Follow
    from campaignkit_runtime.pagination import AsyncPager, Page, Pager
    from campaignkit_runtime.polling import AsyncJob, Job
    from campaignkit_runtime.tabular import to_rows
    from campaignkit_runtime.write_log import WriteReport, WriteResult

    from . import errors, models, webhooks
else:
    # Loaded when they are first used: many programs need none of them.
    _MODULES = {
        "AsyncBatches": "campaignkit_runtime.batching",
        "Batches": "campaignkit_runtime.batching",
        "AsyncBulkWrites": "campaignkit_runtime.bulk_writes",
        "BulkWrites": "campaignkit_runtime.bulk_writes",
        "AsyncFollow": "campaignkit_runtime.following",
        "Change": "campaignkit_runtime.following",
        "Follow": "campaignkit_runtime.following",
        "WriteReport": "campaignkit_runtime.write_log",
        "WriteResult": "campaignkit_runtime.write_log",
        "AsyncMapped": "campaignkit_runtime.bulk",
        "Mapped": "campaignkit_runtime.bulk",
        "AsyncPager": "campaignkit_runtime.pagination",
        "Page": "campaignkit_runtime.pagination",
        "Pager": "campaignkit_runtime.pagination",
        "AsyncJob": "campaignkit_runtime.polling",
        "Job": "campaignkit_runtime.polling",
        "to_rows": "campaignkit_runtime.tabular",
    }

    def __getattr__(name: str) -> object:
        if name in ("errors", "models", "webhooks"):
            return import_module(f".{name}", __name__)
        if name in _MODULES:
            value = globals()[name] = getattr(import_module(_MODULES[name]), name)
            return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
