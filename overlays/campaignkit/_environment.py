"""Environment variables of connections: proxies, certificates and the key log.

Python and httpx read the variables when connections are opened. Their errors do not name the
variable, so a client checks the variables when it is constructed.
"""

import ipaddress
import os
import re
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.request import getproxies

import httpx

from ._exceptions import ConfigurationError
from ._tls import tls_context

T = TypeVar("T")

PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")  # as httpx knows them
_CREDENTIALS = re.compile(r"^([\w+.-]*://)?.*@", re.DOTALL)


def check_environment(*, has_own_tls: bool = False, has_own_proxy: bool = False) -> None:
    """Raise ConfigurationError if connections cannot be opened because of a variable."""
    if not has_own_tls:
        _check_certificates()
    _check_key_log()
    if not has_own_proxy:
        _check_proxies()


def _check_proxies() -> None:
    proxies = getproxies()
    exceptions = [entry.strip() for entry in proxies.get("no", "").split(",")]
    if "*" in exceptions or not (proxies.get("https") or proxies.get("all")):
        return
    for scheme in ("https", "http", "all"):
        if proxies.get(scheme):
            _check_proxy(scheme, proxies[scheme])
    for entry in filter(None, exceptions):
        _check_exception(entry)


def open_connections(open_client: Callable[[], T]) -> T:
    """Return the opened client; raise ConfigurationError if it cannot be opened."""
    try:
        return open_client()
    except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
        raise ConfigurationError(
            f"The connections of the client cannot be opened: {type(error).__name__}: {error}."
            " Check the environment variables of proxies and certificates (SSL_CERT_FILE)."
        ) from error


def _check_certificates() -> None:
    if path := os.environ.get("SSL_CERT_FILE"):
        advice = "Set it to a file of CA certificates in PEM format, or unset it."
        try:
            tls_context(trust_env=True)  # kept for the first connection
        except ssl.SSLError as error:
            raise _unusable(
                "SSL_CERT_FILE", path, "It contains no valid certificate", advice
            ) from error
        except OSError as error:
            raise _unusable("SSL_CERT_FILE", path, str(error.strerror), advice) from error
    elif (path := os.environ.get("SSL_CERT_DIR")) and not _has_folder(path):
        advice = "Set it to a folder of CA certificates, or unset it."
        raise _unusable("SSL_CERT_DIR", path, "It is not a folder", advice)


def _has_folder(paths: str) -> bool:
    """Return True if a list of folders, as OpenSSL takes it, has one that exists."""
    return any(Path(path).is_dir() for path in paths.split(os.pathsep) if path)


def _check_key_log() -> None:
    if path := os.environ.get("SSLKEYLOGFILE"):
        try:
            Path(path).open("ab").close()
        except OSError as error:
            advice = "Set it to a file that can be written, or unset it."
            raise _unusable("SSLKEYLOGFILE", path, str(error.strerror), advice) from error


def _check_proxy(scheme: str, value: str) -> None:
    try:
        url = httpx.URL(value if "://" in value else f"http://{value}")
        host = url.host  # decoded, which can fail
    except (httpx.InvalidURL, ValueError):
        raise _unusable_proxy(scheme, value, "It is not a URL") from None
    if re.search(r"\s", value):
        raise _unusable_proxy(scheme, value, "It contains a blank")
    if url.scheme not in PROXY_SCHEMES:
        reason = f"{url.scheme} is not a kind of proxy" if url.scheme else "It has no scheme"
        raise _unusable_proxy(scheme, value, reason)
    if not host:
        raise _unusable_proxy(scheme, value, "It has no host")
    if url.scheme.startswith("socks") and not is_installed("socksio"):
        advice = 'Install it by pip install "httpx[socks]", or unset the variable.'
        raise _unusable(_name_of(scheme), _shown(value), "A SOCKS proxy needs socksio", advice)


def is_installed(package: str) -> bool:
    """Return True if a package that is not always needed is installed."""
    from importlib.util import find_spec  # few clients need it

    return find_spec(package) is not None


def _check_exception(entry: str) -> None:
    try:
        httpx.URL(_pattern_of(entry))
    except (httpx.InvalidURL, ValueError):
        reason = f"{entry!r} is neither a host nor an address"
        raise _unusable(
            _name_of("no"), os.environ.get(_name_of("no"), ""), reason, "Remove it."
        ) from None


def _pattern_of(entry: str) -> str:
    """Return the pattern that httpx makes of an entry of NO_PROXY."""
    if "://" in entry:
        return entry
    try:
        ipaddress.IPv6Address(entry.partition("/")[0])
    except ValueError:
        return f"all://*{entry}"
    return f"all://[{entry}]"


def _unusable_proxy(scheme: str, value: str, reason: str) -> ConfigurationError:
    advice = "Set it to a URL such as http://proxy.example:3128, or socks5://, or unset it."
    return _unusable(_name_of(scheme), _shown(value), reason, advice)


def _unusable(variable: str, value: str, reason: str, advice: str) -> ConfigurationError:
    return ConfigurationError(f"{variable}={value!r} cannot be used. {reason}. {advice}")


def _name_of(scheme: str) -> str:
    """Return the variable that holds the proxy of a scheme; a name in lower case wins."""
    name = f"{scheme}_proxy"
    found = sorted(variable for variable in os.environ if variable.lower() == name)
    return found[-1] if found else name.upper()


def _shown(value: str) -> str:
    """Return a URL without its credentials."""
    return _CREDENTIALS.sub(r"\1***@", value)
