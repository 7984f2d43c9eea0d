"""Parser of the responses on one connection."""

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from .errors import RemoteProtocolError
from .messages import ResponseHead

MAX_HEAD_BYTES = 100 * 1024
"""Bytes without progress of the body: of a head, of chunk extensions or of trailers."""

_SWITCHING_PROTOCOLS = 101


class ResponseParser:
    """Parser of responses that follow each other on one connection.

    It tolerates some of what RFC 9112 allows. A line feed may lack its carriage return, and blanks
    may follow a chunk size. A length may stand beside chunks, and empty lines before a response. It
    refuses two lengths and folded lines.
    """

    __slots__ = (
        *("_headers", "_is_head_request", "_is_informational", "_keep_alive", "_llhttp"),
        *("_overhead", "_reason", "has_surplus", "head", "is_complete", "parts"),
    )

    def __init__(self) -> None:
        self._llhttp = HttpResponseParser(self)
        self._llhttp.set_dangerous_leniencies(
            lenient_chunked_length=True,
            lenient_optional_cr_before_lf=True,
            lenient_spaces_after_chunk_size=True,
        )
        self.begin("GET")

    def begin(self, method: str) -> None:
        """Expect the response of a request."""
        self._is_head_request = method == "HEAD"
        self._is_informational = False
        self._keep_alive = False
        self._headers: list[tuple[bytes, bytes]] = []
        self._reason = b""
        self._overhead = 0
        self.head: ResponseHead | None = None
        """Head of the final response."""
        self.parts: list[bytes] = []
        """Parts of the body that have arrived; the reader takes them out."""
        self.is_complete = False
        self.has_surplus = False
        """True if more has arrived than the response."""

    @property
    def is_reusable(self) -> bool:
        """True if another request can be sent on the connection."""
        return self.is_complete and self._keep_alive and not self.has_surplus

    def feed(self, data: bytes) -> None:
        """Take received bytes; raise RemoteProtocolError if they are not a response."""
        try:
            self._llhttp.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            if not self.is_complete:
                raise RemoteProtocolError(str(error)) from None
            self.has_surplus = True
        if self.parts or self.is_complete:
            self._overhead = 0
            return
        self._overhead += len(data)
        if self._overhead > MAX_HEAD_BYTES:
            raise RemoteProtocolError("the head of the response is too large")

    def feed_eof(self) -> None:
        """Take the end of the connection; raise RemoteProtocolError if it comes too early."""
        if self.is_complete:
            self.has_surplus = True
        elif self.head is None:
            raise RemoteProtocolError("Server disconnected without sending a response.")
        elif not _ends_with_connection(self.head):
            raise RemoteProtocolError("Server disconnected before the end of the response.")
        else:
            self.is_complete = True
            self._keep_alive = False

    def end_connection(self) -> None:
        """Let no request follow on the connection."""
        self._keep_alive = False

    def close(self) -> None:
        """Drop the reference cycle between the parser and its callbacks."""
        del self._llhttp

    # The callbacks of httptools.

    def on_message_begin(self) -> None:
        """Notice a response that nothing asked for."""
        self.has_surplus = self.is_complete

    def on_status(self, reason: bytes) -> None:
        """Take the reason phrase."""
        if not self.has_surplus:
            self._reason += reason

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header, or a trailer, which is ignored."""
        self._headers.append((name, value.rstrip(b" \t")))

    def on_headers_complete(self) -> None:
        """Take the end of a head."""
        if self.has_surplus:
            return
        llhttp = self._llhttp
        status = llhttp.get_status_code()
        if status < 200 and status != _SWITCHING_PROTOCOLS:
            self._is_informational = True
            return
        self._keep_alive = llhttp.should_keep_alive() and not self._is_head_request
        version = llhttp.get_http_version().encode()
        self.head = ResponseHead(status, self._reason, b"HTTP/" + version, self._headers)
        self._headers = []
        self.is_complete = self._is_head_request

    def on_body(self, data: bytes) -> None:
        """Take a part of the body."""
        if not self.is_complete:
            self.parts.append(data)

    def on_message_complete(self) -> None:
        """Take the end of a response; after an informational one, the final one is to come."""
        if self._is_informational:
            self._is_informational = False
            self._headers, self._reason = [], b""
        else:
            self.is_complete = True


def _ends_with_connection(head: ResponseHead) -> bool:
    """Return True if the body has no other end than that of the connection (RFC 9112, 6.3)."""
    headers = {name.lower(): value for name, value in head.headers}
    codings = headers.get(b"transfer-encoding")
    if codings is not None:
        return codings.rpartition(b",")[2].strip().lower() != b"chunked"
    return b"content-length" not in headers
