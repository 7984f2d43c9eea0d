"""Credentials of the operations: how they are sent, and their names in the clients."""

import re
from collections import Counter
from dataclasses import dataclass

from .spec import DocumentError, Json, operations


@dataclass(frozen=True)
class Credential:
    """Security scheme of a vendor, as the generated client has it."""

    name: str
    parameter: str
    scheme: str
    variable: str
    location: str = "header"


class Credentials:
    """The credentials of one document.

    The one that most operations of a vendor take is its `api_key`; others are called as their
    schemes are.
    """

    def __init__(self, document: Json) -> None:
        self._schemes: Json = document.get("components", {}).get("securitySchemes", {})
        self._used: dict[str, tuple[str, str]] = {}
        counts: dict[str, Counter[str]] = {}
        for _, _, node, _ in operations(document):
            vendor, scheme = node["tags"][0].split()[0], _scheme(node)
            self._used[node["operationId"]] = vendor, scheme
            counts.setdefault(vendor, Counter())[scheme] += 1
        self._by_vendor = {vendor: self._named(vendor, each) for vendor, each in counts.items()}

    def of(self, operation_id: str) -> Credential:
        """Return the credential of an operation."""
        vendor, scheme = self._used[operation_id]
        return self._by_vendor[vendor][scheme]

    def of_vendor(self, vendor: str) -> list[Credential]:
        """Return the credentials of a vendor, the API key first."""
        return [*self._by_vendor[vendor].values()]

    def _named(self, vendor: str, counts: Counter[str]) -> dict[str, Credential]:
        main, *others = [scheme for scheme, _ in counts.most_common()]
        names = {main: "api_key"}
        for scheme in others:
            snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", scheme).lower()
            names[scheme] = snake.removeprefix(f"{vendor}_")
        return {scheme: self._credential(vendor, scheme, name) for scheme, name in names.items()}

    def _credential(self, vendor: str, scheme: str, name: str) -> Credential:
        variable = f"{vendor}_{name}".upper()
        match self._schemes[scheme]:
            case {"type": "http", "scheme": "bearer"}:
                return Credential(name, "Authorization", "Bearer", variable)
            case {"type": "apiKey", "in": "header", "name": header}:
                return Credential(name, header, "", variable)
            case {"type": "apiKey", "in": "query", "name": parameter}:
                return Credential(name, parameter, "", variable, "query")
        raise DocumentError(f"{scheme} is neither a bearer token nor a key in a header or a query")


def _scheme(operation: Json) -> str:
    """Return the scheme of an operation; raise DocumentError unless it has exactly one."""
    schemes = [str(name) for name in (operation.get("security") or [{}])[0]]
    if len(schemes) != 1:
        raise DocumentError(f"{operation['operationId']}: security is not one scheme")
    return schemes[0]
