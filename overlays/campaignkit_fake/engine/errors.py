"""Error responses of the vendors, and their bodies.

The documents name few error codes. Every other code is the fake's own: the name of the HTTP
status, or the code of the state rule.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from .types import JSON, Vendor

_CODES = {
    **{status.value: status.name for status in HTTPStatus},
    HTTPStatus.BAD_REQUEST: "VALIDATION_ERROR",
    HTTPStatus.UNPROCESSABLE_ENTITY: "VALIDATION_ERROR",
}


class ApiError(Exception):
    """Error response of a vendor, before it has the vendor's form.

    `details` holds pairs of a parameter's name and what is wrong with it.
    """

    def __init__(
        self,
        status: int,
        message: str | None = None,
        *,
        code: str | None = None,
        details: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        # Proxies send statuses that HTTP does not name, such as 520.
        self.code = code or _CODES.get(status, f"STATUS_{status}")
        self.message = message or f"A fault of the fake set the status {status}."
        self.details = details
        self.headers = headers or {}
        super().__init__(self.message)


def invalid_request(*problems: tuple[str, str], status: int = 400) -> ApiError:
    """Return the error for a request that is not valid, with each parameter and its problem."""
    return ApiError(status, "The request is not valid.", details=problems)


def error_body(vendor: Vendor, error: ApiError, trace_id: str) -> JSON:
    """Return the body of an error response."""
    if vendor == "callers":
        body: JSON = {"status": "error", "message": error.message}
        if error.status == HTTPStatus.BAD_REQUEST:
            body["data"] = [{"parameter": name, "message": why} for name, why in error.details]
        return body
    details = "; ".join(f"{name}: {why}" for name, why in error.details) or None
    shown = {"code": error.code, "message": error.message, "details": details}
    return {"success": False, "data": None, "error": shown, "traceId": trace_id}
