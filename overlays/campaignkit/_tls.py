"""TLS contexts, one for each trust setting of the process: to load the CAs takes 20 ms."""

import os
import ssl
from functools import lru_cache
from pathlib import Path

import httpx

_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE")


def tls_context(*, trust_env: bool) -> ssl.SSLContext:
    """Return the TLS context of clients that trust what the environment says now."""
    values = tuple(os.environ.get(name) for name in _VARIABLES) if trust_env else ()
    return _context(trust_env, values, _version_of(values[0] if values else None))


def http2_context(ca_file: str | None, *, trust_env: bool) -> ssl.SSLContext:
    """Return a separate TLS context, because httpx offers HTTP/2 by changing the context."""
    if ca_file is not None:
        return ssl.create_default_context(cafile=ca_file)
    return httpx.create_ssl_context(trust_env=trust_env)


def file_context(path: str) -> ssl.SSLContext:
    """Return a TLS context that trusts the CA certificates of a file only."""
    return _file_context(path, _version_of(path))


def _version_of(path: str | None) -> tuple[int, int]:
    """Return what changes when the file of CAs is replaced."""
    if not path:
        return (0, 0)
    status = Path(path).stat()
    return (status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _context(
    trust_env: bool,
    values: tuple[str | None, ...],
    version: tuple[int, int],
) -> ssl.SSLContext:
    context = httpx.create_ssl_context(trust_env=trust_env)
    context.set_alpn_protocols(["http/1.1"])
    return context


@lru_cache(maxsize=8)
def _file_context(path: str, version: tuple[int, int]) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=path)
    context.set_alpn_protocols(["http/1.1"])
    return context
