"""Servers without a URL that calls can be sent to."""

import re
from collections.abc import Iterator

from .document import Node, operations
from .findings import Finding

_VARIABLE = re.compile(r"{([^{}]*)}")


def unsupported_servers(document: Node) -> Iterator[Finding]:
    """Refuse a server to whose URL no path can be added."""
    known: set[str] = set()
    for operation in operations(document):
        servers = operation.node.get("servers") or operation.servers
        for server in servers[:1]:
            url = server["url"]
            if url in known:
                continue
            known.add(url)
            for name in _VARIABLE.findall(url):
                if "default" not in server.get("variables", {}).get(name, {}):
                    text = f"server {url!r}: declare the variable {name!r} with a default"
                    yield Finding(operation.at, text)
            if not re.match(r"https?://|{", url):
                yield Finding(operation.at, f"server {url!r} is relative: write its whole URL")
            elif re.search(r"[\s?#]", url):
                text = f"server {url!r} has a blank, a query or a fragment: remove it"
                yield Finding(operation.at, text)


def server_url(server: Node) -> str:
    """Return the URL of a server, with the defaults of its variables."""
    variables = server.get("variables", {})
    return _VARIABLE.sub(lambda match: str(variables[match[1]]["default"]), server["url"])
