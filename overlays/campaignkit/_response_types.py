"""Responses that were read to their end, and the payloads of successful ones."""

from typing import Generic, TypeVar

import httpx
from campaignkit_runtime.protocols import Evidence, RawResponse

from ._error_details import (
    trace_id_of,
)
from ._redaction import excerpt

T = TypeVar("T")

# Of a longer body of a failure only so much is read, which bounds memory.
MAX_FAILURE_BYTES = 256 * 1024


class BufferedResponse:
    """A response, read to its end."""

    __slots__ = ("_headers", "content", "status_code")

    def __init__(
        self,
        status_code: int,
        headers: httpx.Headers | list[tuple[bytes, bytes]],
        content: bytes,
    ) -> None:
        self.status_code = status_code
        self.content = content
        self._headers = headers

    @property
    def headers(self) -> httpx.Headers:
        """The headers; those of a success are seldom looked at."""
        if isinstance(self._headers, list):
            self._headers = httpx.Headers(self._headers)
        return self._headers

    @property
    def content_type(self) -> str:
        """The media type of the body, as the response states it."""
        return excerpt(self.headers.get("content-type", "no content type"), 100)

    @property
    def media_type(self) -> str:
        """The media type without parameters, in lower case."""
        return str(self.headers.get("content-type", "")).partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset of the body, as the response states it; "" if it does not."""
        charset = self.headers.get("content-type", "").lower().partition("charset=")[2]
        return str(charset.partition(";")[0].strip("\"' "))

    @property
    def text(self) -> str:
        """The beginning of the body as text; what is not of its charset is replaced."""
        content = self.content[:MAX_FAILURE_BYTES]
        try:
            return content.decode(self.charset or "utf-8", "replace")
        except (LookupError, ValueError):  # a charset that Python does not have for text
            return content.decode("utf-8", "replace")


class DecodedResponse(Generic[T]):
    """The payload of a successful response."""

    __slots__ = ("evidence", "payload", "response", "trace_id")

    def __init__(
        self,
        payload: T,
        trace_id: str | None,
        response: BufferedResponse,
        evidence: Evidence = "response",
    ) -> None:
        self.evidence: Evidence = evidence
        self.payload = payload
        self.trace_id = trace_id
        self.response = response

    def raw(self) -> RawResponse[T]:
        """Return what `with_raw_response` gives."""
        return RawResponse(
            status_code=self.response.status_code,
            headers=dict(self.response.headers),
            trace_id=self.trace_id or trace_id_of(self.response.headers),
            content=self.response.content,
            payload=self.payload,
            evidence=self.evidence,
        )
