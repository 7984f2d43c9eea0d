"""Credentials of the operations: how they are sent, and their names in the clients."""

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from .checks.document import Node
from .checks.security_refusals import SUPPORTED, scheme_form
from .spec import DocumentError, Json, operations, vendors

Security = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Credential:
    """Security scheme of a vendor in the generated client."""

    name: str
    parameter: str
    scheme: str
    variable: str
    location: str = "header"
    token_url: str = ""
    scopes: tuple[str, ...] = ()


class Credentials:
    """Credentials of one document.

    The scheme that most operations of a vendor use is its `api_key`. Other credentials have the
    names of their schemes.
    """

    def __init__(self, document: Json) -> None:
        self._schemes: Json = document.get("components", {}).get("securitySchemes", {})
        self._servers = {vendor.name: vendor.base_url for vendor in vendors(document)}
        self._used: dict[str, tuple[str, Security]] = {}
        self._scopes: dict[str, dict[str, None]] = {}
        counts: dict[str, Counter[str]] = {}
        for _, _, node, _ in operations(document):
            vendor = node["tags"][0].split()[0]
            required = security_of(document, node)
            self._used[node["operationId"]] = vendor, _alternatives(required)
            names = [name for requirement in required for name in requirement]
            counts.setdefault(vendor, Counter()).update([*dict.fromkeys(names)])
            for name, scopes in (
                (name, scopes) for requirement in required for name, scopes in requirement.items()
            ):
                self._scopes.setdefault(name, {}).update(dict.fromkeys(scopes))
        self._by_vendor = {vendor: self._named(vendor, uses) for vendor, uses in counts.items()}

    def security(self, operation_id: str) -> Security:
        """Return the credentials that an operation needs: alternatives of names."""
        vendor, schemes = self._used[operation_id]
        known = self._by_vendor[vendor]
        return tuple(tuple(known[scheme].name for scheme in alternative) for alternative in schemes)

    def of_vendor(self, vendor: str) -> list[Credential]:
        """Return the credentials of a vendor, the API key first."""
        return [*self._by_vendor[vendor].values()]

    def allows_anonymous(self, vendor: str) -> bool:
        """Return True if an operation of a vendor needs no credential."""
        return any(
            name == vendor and () in alternatives for name, alternatives in self._used.values()
        )

    def _named(self, vendor: str, counts: Counter[str]) -> dict[str, Credential]:
        schemes = [scheme for scheme, _ in counts.most_common()]
        names = dict.fromkeys(schemes[:1], "api_key")
        for scheme in schemes[1:]:
            snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", scheme).lower()
            names[scheme] = re.sub(r"\W+", "_", snake).removeprefix(f"{vendor}_")
        return {scheme: self._credential(vendor, scheme, name) for scheme, name in names.items()}

    def _credential(self, vendor: str, scheme: str, name: str) -> Credential:
        variable = f"{vendor}_{name}".upper()
        form = scheme_form(self._schemes[scheme])
        if form is None:
            raise DocumentError(f"{scheme} is not {SUPPORTED}")
        parameter, prefix, location = form
        credential = Credential(name, parameter, prefix, variable, location)
        if prefix != "OAuth":
            return credential
        url = self._schemes[scheme]["flows"]["clientCredentials"]["tokenUrl"]
        scopes = tuple(self._scopes.get(scheme, {}))
        token_url = self._relative(vendor, url)
        return Credential(name, parameter, prefix, variable, token_url=token_url, scopes=scopes)

    def _relative(self, vendor: str, url: str) -> str:
        """Return the path of an endpoint on the server of the vendor, and other URLs whole."""
        token, server = urlsplit(url), urlsplit(self._servers[vendor])
        is_same = (token.scheme, token.netloc) in (("", ""), (server.scheme, server.netloc))
        return f"/{token.path.lstrip('/')}" if is_same else url


def security_of(document: Node, operation: Node) -> list[Node]:
    """Return the security requirements of an operation, or those of the document."""
    required: list[Node] | None = operation.get("security", document.get("security"))
    return required or [{}]


def _alternatives(required: list[Node]) -> Security:
    """Return the names of the schemes; an alternative without any comes last."""
    alternatives = [tuple(str(name) for name in requirement) for requirement in required]
    return tuple(dict.fromkeys(sorted(alternatives, key=lambda names: not names)))
