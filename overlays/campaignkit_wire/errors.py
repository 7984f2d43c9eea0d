"""Errors of connections, named as in httpx and httpcore, so that each can be raised as theirs."""


class ConnectionFailure(Exception):  # noqa: N818 - the base of errors
    """Base of all errors of this package."""


class ConnectError(ConnectionFailure):
    """No connection was made."""


class ConnectTimeout(ConnectionFailure):
    """No connection was made in time."""


class PoolTimeout(ConnectionFailure):
    """Every connection was in use for too long."""


class WriteError(ConnectionFailure):
    """The request could not be written, or not wholly."""


class WriteTimeout(ConnectionFailure):
    """The request could not be written in time."""


class ReadError(ConnectionFailure):
    """The connection broke before the end of the response."""


class ReadTimeout(ConnectionFailure):
    """The response, or its next part, did not come in time."""


class RemoteProtocolError(ConnectionFailure):
    """The server sent what is not a whole HTTP response."""


class ProxyError(ConnectionFailure):
    """The proxy refused to open a tunnel."""


class NothingWrittenError(Exception):
    """The connection had ended before it took a byte of the request."""
