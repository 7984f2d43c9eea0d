"""Security schemes that the client cannot use."""

from collections.abc import Iterator

from .document import Node, operations
from .findings import Finding
from .parameter_refusals import TOKEN

SUPPORTED = (
    "http bearer or basic, an apiKey in a header, query or cookie, or oauth2 with the flow"
    " clientCredentials"
)


def unsupported_schemes(document: Node) -> Iterator[Finding]:
    """Refuse a security scheme that an operation needs and no client can fulfil."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    for operation in operations(document):
        required = operation.node.get("security", document.get("security")) or []
        for name in dict.fromkeys(name for requirement in required for name in requirement):
            if name in schemes and scheme_form(schemes[name]) is None:
                yield Finding(
                    operation.at,
                    f"security scheme {name!r} ({_kind(schemes[name])}) is not supported: use"
                    f" {SUPPORTED}",
                )
            elif problem := _problem_of(schemes.get(name, {})):
                yield Finding(operation.at, f"security scheme {name!r}: {problem}")


def _problem_of(scheme: Node) -> str | None:
    """Return what a client would stumble over in a supported scheme."""
    match scheme:
        case {"type": "apiKey", "in": "header" | "cookie" as location, "name": str(name)}:
            if not TOKEN.fullmatch(name):
                return f"no {location} can be named {name!r}: use letters, digits and hyphens"
        case {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": str(url)}}}:
            if not url.startswith("https://"):
                return f"tokenUrl {url!r} must start with https://: write the whole URL"
    return None


def scheme_form(scheme: Node) -> tuple[str, str, str] | None:
    """Return name, prefix and location of a credential; None if it is not supported."""
    match scheme:
        case {"type": "http", "scheme": str(auth_scheme)} if auth_scheme.lower() == "bearer":
            return "Authorization", "Bearer", "header"
        case {"type": "http", "scheme": str(auth_scheme)} if auth_scheme.lower() == "basic":
            return "Authorization", "Basic", "header"
        case {"type": "apiKey", "in": "header" | "query" | "cookie" as location, "name": name}:
            return name, "", location
        case {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": str()}}}:
            return "Authorization", "OAuth", "header"
    return None


def _kind(scheme: Node) -> str:
    parts = [str(scheme.get("type")), str(scheme.get("scheme", ""))]
    return " ".join([*parts, *sorted(scheme.get("flows", {}))]).replace("  ", " ").strip()
