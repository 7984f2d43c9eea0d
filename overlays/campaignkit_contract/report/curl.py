"""Request of an exchange as a curl line, without keys and personal data.

A shell fills in the key from the environment, so the line can be pasted.
"""

import shlex
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ..exchange import Exchange
from ..spec.document import Json
from ..spec.routes import Route
from ..validator import packaged_validator
from .redaction import MASK, body_excerpt, mask_text

_SHOWN_HEADERS = ("content-type", "idempotency-key")
_BEARER = "Bearer "


def curl_line(
    exchange: Exchange, base_url: str, route: Route | None, *, has_usual_key: bool = True
) -> str:
    """Return the curl line of a request.

    Args:
        exchange: The exchange.
        base_url: URL of the server.
        route: Route of the path, whose security schemes say how a key is sent.
        has_usual_key: False for a request with a key of another customer, or another wrong key. A
            paste with the usual key would get another response.
    """
    return " ".join(_parts(exchange, base_url, route, has_usual_key=has_usual_key))


def _parts(
    exchange: Exchange, base_url: str, route: Route | None, *, has_usual_key: bool
) -> Iterator[str]:
    yield f"curl -X {shlex.quote(exchange.method)}"
    yield shlex.quote(f"{base_url}{_masked_target(exchange.target)}")
    vendor = route.vendor if route else _vendor(exchange, base_url)
    for name, value in _credentials(exchange, route, vendor).items():
        if not has_usual_key:
            value = value.replace("API_KEY", "OTHER_KEY")
        # Double quotes let the shell fill in the key.
        yield f'-H "{name}: {value}"'
    for name in _SHOWN_HEADERS:
        if name in exchange.request_headers:
            yield "-H " + shlex.quote(f"{name}: {exchange.request_headers[name]}")
    if exchange.request_body:
        yield f"-d {shlex.quote(body_excerpt(exchange.request_body))}"


def _vendor(exchange: Exchange, base_url: str) -> str:
    """Return the vendor of a request to a path that the spec lacks.

    It is that of the server, else that of similar paths, else the one with such a credential.
    """
    host = urlsplit(base_url).hostname
    begin = exchange.path.split("/")[1:2]
    by_server, by_path = set[str](), set[str]()
    for route in packaged_validator().routes.all:
        by_server |= {route.vendor for server in route.servers if urlsplit(server).hostname == host}
        by_path |= {route.vendor} if route.template.split("/")[1:2] == begin else set()
    is_bearer = exchange.request_headers.get("Authorization", "").startswith(_BEARER)
    by_key = {"sonarly" if is_bearer else "callers"}
    return next(min(found) for found in (by_server, by_path, by_key) if len(found) == 1)


def _credentials(exchange: Exchange, route: Route | None, vendor: str) -> dict[str, str]:
    """Return the credentials of a request by header, each with a variable for the key.

    If the recording hides the value, the header has the form of the spec. Otherwise it has the form
    that was sent, which a check may have chosen on purpose.
    """
    schemes = dict(_documented_schemes(exchange, route))
    found = {}
    for name in ("Authorization", *(name for name in schemes if name != "Authorization")):
        sent = exchange.request_headers.get(name, "")
        is_hidden = name.lower() in exchange.hidden_headers
        if is_hidden and name in schemes:
            scheme = schemes[name]
        elif sent:
            scheme = _BEARER if sent.lower().startswith(_BEARER.lower()) else ""
        else:
            continue
        found[name] = f"{scheme}${_variable(name, vendor)}"
    return found


def _documented_schemes(exchange: Exchange, route: Route | None) -> Iterator[tuple[str, str]]:
    """Yield the headers of the security schemes of an operation, and the word before the key.

    An undeclared method has those of the other methods of its path.
    """
    if route is None:
        return
    declared = route.operations.get(exchange.method.upper())
    for operation in [declared] if declared else route.operations.values():
        for alternative in operation.security:
            yield from map(_header_of, alternative)


def _header_of(scheme: Json) -> tuple[str, str]:
    if scheme["type"] == "http":
        return "Authorization", _BEARER
    return scheme["name"], ""


def _variable(header: str, vendor: str) -> str:
    """Return the environment variable of a key, such as CALLERS_SYNC_SECRET for X-Sync-Secret."""
    name = header.removeprefix("X-").replace("-", "_")
    key = "API_KEY" if header == "Authorization" else name
    return f"{vendor}_{key}".upper()


def _masked_target(target: str) -> str:
    """Return a path and query without phone numbers and email addresses."""
    path, mark, query = target.partition("?")
    segments = "/".join(_masked(part) for part in path.split("/"))
    return segments + mark + "&".join(_masked(part) for part in query.split("&"))


def _masked(part: str) -> str:
    text = unquote(part)
    return part if mask_text(text) == text else MASK
