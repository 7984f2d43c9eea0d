"""Errors of calls for the tests of code that handles them.

    sonarly.campaigns.start.side_effect = campaignkit.testing.error(409, code="CAMPAIGN_NOT_DRAFT")

`unittest.mock.create_autospec(Sonarly, instance=True)` is a client for such tests.
"""

import json
from collections.abc import Mapping
from time import time
from typing import Any

import httpx
from campaignkit_runtime.inspection import describe_value
from campaignkit_runtime.operations import Call, Operation

from ._exceptions import APIStatusError
from ._response_errors import status_error
from ._response_types import BufferedResponse

__all__ = ["error"]


def error(
    status: int,
    *,
    code: str | None = None,
    message: str = "It did not work.",
    details: Any = None,
    trace_id: str | None = "trace-1",
    headers: Mapping[str, str] | None = None,
    operation: str = "request",
    method: str = "POST",
    path: str = "/",
) -> APIStatusError:
    """Return the error that a client raises for a response.

    Args:
        status: Status of the response, 400 to 599.
        code: The vendor's code of the failure.
        message: The vendor's message.
        details: The vendor's details.
        trace_id: Trace ID of the response.
        headers: Headers of the response, such as `Retry-After`.
        operation: ID of the operation.
        method: Method of the request.
        path: Path of the request.

    Raises:
        ValueError: The status is not one of an error.
    """
    is_error = isinstance(status, int) and 400 <= status <= 599
    if not is_error:
        got = describe_value(status)
        raise ValueError(f"status must be an integer from 400 to 599, got {got}.")
    vendor = {"code": code, "message": message, "details": details}
    body = {"success": False, "data": None, "error": vendor, "traceId": trace_id}
    content = json.dumps(body).encode()
    named = httpx.Headers({"Content-Type": "application/json", **(headers or {})})
    call: Call[Any] = Call(Operation(operation, method, "never", {}), path, {})
    made = status_error(call, BufferedResponse(status, named, content), time(), ())
    assert isinstance(made, APIStatusError)  # noqa: S101 - each status of an error has such a class
    made.attempts = 1
    return made
