"""Connections of a client: its proxy, certificates and version of HTTP."""

import os
import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypedDict

import httpx
from campaignkit_runtime.inspection import describe_value

from ._environment import PROXY_SCHEMES, is_installed
from ._exceptions import ConfigurationError
from ._http_libraries import classes
from ._tls import file_context, http2_context, tls_context

if TYPE_CHECKING:
    from ._http_libraries import Httpx2URL


class ConnectionOptions(TypedDict, total=False):
    """Options of the constructor of a client that concern its connections.

    Attributes:
        proxy: URL of a proxy. None takes the proxy of the environment.
        ssl_context: Your own TLS context, such as one with a client certificate.
        verify: Path of a file with the CA certificates to trust, in PEM, in the place of the usual
            ones.
        http2: True uses HTTP/2 if the server has it; it needs the package h2.
        allow_insecure_http: True allows an http base URL that is not loopback, with a warning. The
            key and the data are sent unencrypted, so use it with a fake only.
    """

    proxy: "str | httpx.URL | Httpx2URL | None"
    ssl_context: ssl.SSLContext | None
    verify: str | os.PathLike[str] | None
    http2: bool
    allow_insecure_http: bool


class Connections(NamedTuple):
    """Validated options of the connections."""

    proxy: httpx.URL | None = None
    ssl_context: ssl.SSLContext | None = None
    ca_file: str | None = None
    http2: bool = False
    allow_insecure_http: bool = False

    @classmethod
    def validated(cls, options: Mapping[str, object]) -> Self:
        """Return the connections that options describe.

        Raises:
            ConfigurationError: An option is not valid, or needs a package that is missing.
        """
        connections = cls(
            _proxy(options.get("proxy")),
            _ssl_context(options.get("ssl_context")),
            _ca_file(options.get("verify")),
            _flag("http2", options.get("http2", False)),
            _flag("allow_insecure_http", options.get("allow_insecure_http", False)),
        )
        if connections.ssl_context and connections.ca_file:
            raise ConfigurationError(
                "ssl_context= and verify= must not be combined. Load the CA file into the context."
            )
        if connections.http2 and not is_installed("h2"):
            raise ConfigurationError(
                'http2=True needs the package h2. Install it by pip install "httpx[http2]".'
            )
        return connections

    def validate_for(self, base_url: str) -> None:
        """Raise ConfigurationError if a proxy would see the key."""
        if self.proxy is not None and base_url.startswith("http:"):
            raise ConfigurationError(
                "proxy needs an https base_url, because a proxy can read what is not encrypted."
            )

    @property
    def has_own_tls(self) -> bool:
        """True if the environment does not decide which certificates are trusted."""
        return self.ssl_context is not None or self.ca_file is not None

    @property
    def has_secret(self) -> bool:
        """True if the URL of the proxy has credentials."""
        return self.proxy is not None and bool(self.proxy.userinfo)

    def tls_context(self, *, trust_env: bool) -> ssl.SSLContext:
        """Return the TLS context of the connections."""
        if self.ssl_context is not None:
            if not self.http2:  # httpx sets this too, on any context
                self.ssl_context.set_alpn_protocols(["http/1.1"])
            return self.ssl_context
        if self.http2:
            return http2_context(self.ca_file, trust_env=trust_env)
        if self.ca_file is not None:
            return file_context(self.ca_file)
        return tls_context(trust_env=trust_env)

    def httpx_options(self, *, trust_env: bool) -> dict[str, Any]:
        """Return the keywords of an httpx client without a transport."""
        options: dict[str, Any] = {"verify": self.tls_context(trust_env=trust_env)}
        if self.proxy is not None:
            options["proxy"] = self.proxy
        if self.http2:
            options["http2"] = True
        return options


_NAMES = ConnectionOptions.__annotations__


def split_options(options: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    """Return the options of connections, and the other options."""
    own = {name: value for name, value in options.items() if name in _NAMES}
    return own, {name: value for name, value in options.items() if name not in own}


def require_own_connections(options: Mapping[str, object]) -> None:
    """Raise ConfigurationError if an option is for connections that the caller brings along."""
    used = [name for name, value in options.items() if value not in (None, False)]
    if names := [f"{name}=" for name in used if name != "allow_insecure_http"]:
        raise ConfigurationError(
            f"{', '.join(names)} must not be combined with http_client= or transport=. Set it where"
            " you make that client or transport."
        )


def _proxy(value: object) -> httpx.URL | None:
    if value is None:
        return None
    schemes = ", ".join(PROXY_SCHEMES)
    try:
        url = httpx.URL(str(value)) if isinstance(value, (str, *classes("URL"))) else None
        host = url.host if url else ""  # decoded here, which can fail
    except (httpx.InvalidURL, ValueError):
        url = host = None
    if url is None or not host or url.scheme not in PROXY_SCHEMES:
        # The value is not shown, because it can contain a password.
        raise ConfigurationError(
            f"proxy must be a URL with a host and one of the schemes {schemes}."
        )
    if url.scheme.startswith("socks") and not is_installed("socksio"):
        raise ConfigurationError(
            'A SOCKS proxy needs the package socksio. Install it by pip install "httpx[socks]".'
        )
    return url


def _ssl_context(value: object) -> ssl.SSLContext | None:
    if value is None or isinstance(value, ssl.SSLContext):
        return value
    raise ConfigurationError(f"ssl_context must be an ssl.SSLContext, got {describe_value(value)}.")


def _ca_file(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str | os.PathLike):
        raise ConfigurationError(
            f"verify must be a path of CA certificates, got {describe_value(value)}. Certificates"
            " are always verified."
        )
    path = os.fspath(value)
    try:
        file_context(path)  # kept for the first connection
    except ssl.SSLError:
        problem = "contains no valid certificate"
    except (OSError, ValueError, TypeError) as error:
        problem = f"cannot be read ({getattr(error, 'strerror', None) or error})"
    else:
        return path
    raise ConfigurationError(f"verify={path!r} {problem}. Pass a file in PEM format.")


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ConfigurationError(f"{name} must be True or False, got {describe_value(value)}.")
    return value
