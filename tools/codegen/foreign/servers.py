"""Servers of a foreign document: a client has one base URL."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from ..checks.document import METHODS, Node

# Domain that no name server knows (RFC 2606).
_UNKNOWN = "https://server.invalid"


def adopt_servers(document: Node, base_url: str, title: str) -> Iterator[str]:
    """Give the document one server; an operation keeps a server that it declares.

    Args:
        document: The document to change.
        base_url: URL to use instead of the declared servers; empty to keep them.
        title: Description of a server without one.

    Yields:
        A note about the servers, for the caller.

    """
    url, is_known = _resolved(document.get("servers"), base_url)
    if base_url:
        yield f"base URL: {base_url}, as given"
        for item in document.get("paths", {}).values():
            for node in [item, *(item[method] for method in METHODS if method in item)]:
                node.pop("servers", None)
    elif not is_known and (own := _shared_server(document)):
        url = own
    elif not is_known:
        yield "the document names no absolute server: pass base_url= to the client, or --base-url"
    elif len(document["servers"]) > 1:
        yield f"base URL: {url}, the first of {len(document['servers'])} servers"
    document["servers"] = [{"url": url, "description": title}]
    for item in document.get("paths", {}).values():
        for node in [item, *(item[method] for method in METHODS if method in item)]:
            if node.get("servers"):
                own, _ = _resolved(node["servers"], base_url)
                node["servers"] = [{"url": own, "description": title}]


def _resolved(servers: object, base_url: str) -> tuple[str, bool]:
    """Return the URL of the first server, and True if it is absolute."""
    if base_url:
        return base_url, True
    first = servers[0] if isinstance(servers, list) and servers else {}
    url = str(first.get("url", "")) if isinstance(first, dict) else ""
    for name, variable in first.get("variables", {}).items() if url else ():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    if urlsplit(url).scheme in ("http", "https"):
        return url.rstrip("/"), True
    return urljoin(_UNKNOWN, url).rstrip("/"), False


def _shared_server(document: Node) -> str:
    """Return the server of all paths if they share one, otherwise an empty text."""
    urls = {
        _resolved(item.get("servers"), "") for item in document.get("paths", {}).values() if item
    }
    url, is_known = urls.pop() if len(urls) == 1 else ("", False)
    return url if is_known else ""
