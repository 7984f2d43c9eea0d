"""Security of a foreign document: a caller does what a client cannot do by itself."""

from collections.abc import Iterator

from ..checks.document import METHODS, Node
from ..checks.security_refusals import scheme_form


def adopt_security(document: Node) -> Iterator[str]:
    """Replace schemes that need a person or a certificate, and report each.

    A client cannot follow an OAuth 2 flow with a login, but it can carry the access token.

    Yields:
        A note about each scheme, for the caller.

    """
    schemes = document.get("components", {}).get("securitySchemes", {})
    for name, scheme in [*schemes.items()]:
        if not isinstance(scheme, dict) or "$ref" in scheme or scheme_form(scheme) is not None:
            continue
        if scheme.get("type") in ("oauth2", "openIdConnect"):
            schemes[name] = {"type": "http", "scheme": "bearer"}
            yield f"security {name}: pass the access token as the key; the client does not fetch it"
        elif scheme.get("type") == "mutualTLS":
            del schemes[name]
            _drop(document, name)
            yield f"security {name}: pass an httpx client with the certificate as http_client="
    for node in _with_security(document):
        _without_scopes(node)


def _with_security(document: Node) -> Iterator[Node]:
    yield document
    for item in document.get("paths", {}).values():
        yield from (item[method] for method in METHODS if isinstance(item.get(method), dict))


def _drop(document: Node, name: str) -> None:
    for node in _with_security(document):
        for requirement in node.get("security") or []:
            requirement.pop(name, None)


def _without_scopes(node: Node) -> None:
    """Remove scopes, which belong to flows that the client does not follow."""
    for requirement in node.get("security") or []:
        for name in requirement:
            requirement[name] = []
