"""Requests to an operation: its credential, its path and query, and the payload of its response."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote, urlencode

import httpx

from ..exchange import json_body as json_body
from ..exchange import payload as payload
from ..spec.routes import Operation, Parameter, Route

UNKNOWN_ID = "f" * 24
"""An id in the documented form that no server has assigned."""

_UNKNOWN_PHONE_NUMBER = "12025550199"  # reserved for fiction


def matching_value(parameter: Parameter, value: str) -> str:
    """Return the value, or an unassigned phone number if the parameter's pattern demands one."""
    pattern = parameter.schema.get("pattern", "")
    return value if re.search(pattern, value) else _UNKNOWN_PHONE_NUMBER


def in_areas(operation: Operation, areas: Sequence[str]) -> bool:
    """Return True if an operation belongs to one of the areas, or no area is given."""
    prefixes = [f"{area.replace(' ', '_')}_" for area in areas]
    return not areas or operation.id.startswith(tuple(prefixes))


def credential_header(operation: Operation) -> str:
    """Return the name of the header that carries the key."""
    [[scheme]] = operation.security
    name: str = scheme.get("name", "Authorization")
    return name


def credential_value(operation: Operation, key: str) -> str:
    """Return the value of that header for a key."""
    [[scheme]] = operation.security
    return f"Bearer {key}" if scheme["type"] == "http" else key


def request_target(route: Route, operation: Operation, values: Mapping[str, str | None]) -> str:
    """Return the raw path and query of a call. A query parameter with the value None is omitted."""
    path, query = route.template, {}
    names = {parameter.name for parameter in operation.parameters if parameter.location == "path"}
    for name, value in values.items():
        if name in names:
            path = path.replace(f"{{{name}}}", quoted(value or ""))
        elif value is not None:
            query[name] = value
    encoded = urlencode(query, safe=",", errors="surrogatepass", quote_via=quote)
    return f"{path}?{encoded}" if query else path


def quoted(value: str) -> str:
    """Return a value as one segment of a path, also half a character of a text."""
    return quote(value, safe="", errors="surrogatepass")


@lru_cache(maxsize=4096)
def absolute_url(base_url: httpx.URL, target: str) -> httpx.URL:
    """Return the URL of a raw path and query. httpx would parse a relative one three times."""
    return httpx.URL(f"{str(base_url).rstrip('/')}/{target.lstrip('/')}")
