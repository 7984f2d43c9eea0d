"""TLS of async connections, in memory: asyncio's own keeps a quarter of a megabyte for each."""

import ssl

_READ_BYTES = 64 * 1024


class TlsChannel:
    """Client's side of a TLS connection, between the bytes of a socket and those of HTTP."""

    def __init__(self, context: ssl.SSLContext, host: str) -> None:
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self.is_established = False
        self.is_ended = False
        """True if the server has ended TLS."""

    def receive(self, data: bytes) -> None:
        """Take bytes of the socket."""
        self._incoming.write(data)

    def handshake(self) -> bool:
        """Go on with the handshake; return True if it is complete.

        Raises:
            ssl.SSLError: The handshake failed, or a certificate was refused.
        """
        try:
            self._tls.do_handshake()
        except ssl.SSLWantReadError:
            return False
        self.is_established = True
        return True

    def decrypted(self) -> bytes:
        """Return what has been decrypted since the last time.

        Raises:
            ssl.SSLError: The bytes are not TLS, or TLS was ended by an alert.
        """
        parts = []
        try:
            while part := self._tls.read(_READ_BYTES):
                parts.append(part)
            self.is_ended = True
        except ssl.SSLWantReadError:
            pass
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def encrypt(self, data: memoryview) -> None:
        """Encrypt bytes; `to_send` returns the result."""
        while data:
            data = data[self._tls.write(data) :]

    def to_send(self) -> bytes:
        """Return the bytes for the socket."""
        return self._outgoing.read()
