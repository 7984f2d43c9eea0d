"""Operations of the spec and the strict spec, found by path and method and ready for checks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, Rule

from .document import Json, OperationNode, operation_nodes, resolve
from .links import Link
from .schemas import Components, SchemaPair

# Vendors whose JSON is wrapped in an envelope.
_ENVELOPED_VENDORS = {"sonarly"}


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation, or a header of a response."""

    name: str
    location: str
    is_required: bool
    is_plain: bool
    """Whether a value is one text, comma-joined if it is a list."""
    schema: Json
    validator: SchemaPair


@dataclass(frozen=True)
class ResponseSpec:
    """A response that the spec documents."""

    content: Mapping[str, SchemaPair]
    """By media type, in lower case."""
    headers: tuple[Parameter, ...]
    links: tuple[Link, ...]
    is_enveloped: bool


@dataclass(frozen=True)
class Operation:
    """One operation of the spec."""

    id: str
    parameters: tuple[Parameter, ...]
    security: tuple[tuple[Json, ...], ...]
    """Alternatives. Each is a tuple of the schemes that it needs together."""
    body: SchemaPair | None
    is_body_required: bool
    responses: Mapping[str, ResponseSpec]

    def response_for(self, status: int) -> ResponseSpec | None:
        """Return the documented response: for the status, for its class, or the default."""
        names = (str(status), f"{status // 100}XX", "default")
        return next((self.responses[name] for name in names if name in self.responses), None)

    @property
    def statuses(self) -> set[int]:
        """Return the documented statuses that are numbers."""
        return {int(status) for status in self.responses if status.isdecimal()}


@dataclass(frozen=True)
class Route:
    """One path of the spec."""

    template: str
    vendor: str
    servers: frozenset[str]
    operations: Mapping[str, Operation]
    """By method, in capitals."""

    @property
    def path_names(self) -> list[str]:
        """Return the names of the path's parameters, in order."""
        return re.findall(r"{(\w+)}", self.template)


class Routes:
    """Every path of a document, with the same document closed (the strict spec) beside it."""

    def __init__(self, document: Json, strict: Json) -> None:
        self._document, self._strict = document, strict
        self._strict_nodes = {(n.path, n.method): n.node for n in operation_nodes(strict)}
        self._validators: dict[str, SchemaPair] = {}
        self._components = Components(document.get("components", {}))
        self._strict_components = Components(strict.get("components", {}))
        nodes = list(operation_nodes(document))
        self._targets = {
            node.id: frozenset(parameter["name"] for parameter in node.parameters) for node in nodes
        }
        by_path: dict[str, list[OperationNode]] = {path: [] for path in document["paths"]}
        for node in nodes:
            by_path[node.path].append(node)
        self._routes = {path: self._route(path, group) for path, group in by_path.items()}
        # Values of a path are matched as they are written: an encoded slash splits nothing.
        rules = [Rule(re.sub(r"{(\w+)}", r"<\1>", path), endpoint=path) for path in self._routes]
        self._map = Map(rules, merge_slashes=False).bind("spec")
        # A run sends most paths again and again.
        self._find = lru_cache(maxsize=1024)(self._find_route)

    @property
    def all(self) -> tuple[Route, ...]:
        """Return every route, in the order of the document."""
        return tuple(self._routes.values())

    @cached_property
    def operations(self) -> dict[str, tuple[Route, str, Operation]]:
        """Return every operation by its id, with its route and method."""
        return {
            operation.id: (route, method, operation)
            for route in self.all
            for method, operation in route.operations.items()
        }

    def match(self, path: str) -> tuple[Route, Mapping[str, str]] | None:
        """Return the route of a raw path and the path's values as they are written."""
        return self._find(path)

    def _find_route(self, path: str) -> tuple[Route, Mapping[str, str]] | None:
        try:
            # Werkzeug would take `//campaigns` for `/campaigns`.
            template, values = self._map.match("" if path.startswith("//") else path)
        except NotFound:
            return None
        return self._routes[template], values

    def error_responses(self, path: str) -> list[ResponseSpec]:
        """Return the possible error responses for a path that the spec does not have.

        One vendor's, if only one vendor has paths with the same first segment; else every vendor's.
        """
        similar = {route.vendor for route in self.all if _has_prefix(route.template, path)}
        vendors = similar or {route.vendor for route in self.all}
        responses = (self.error_response(vendor) for vendor in sorted(vendors))
        return [response for response in responses if response]

    def error_response(self, vendor: str) -> ResponseSpec | None:
        """Return a vendor's general error response: its response to a missing key."""
        responses = (
            operation.responses.get("401")
            for route in self.all
            if route.vendor == vendor
            for operation in route.operations.values()
        )
        return next((response for response in responses if response), None)

    def _route(self, path: str, nodes: list[OperationNode]) -> Route:
        item = self._document["paths"][path]
        servers = [
            server["url"].rstrip("/")
            for node in nodes
            for server in node.node.get("servers")
            or item.get("servers")
            or self._document["servers"]
        ]
        vendor = next((node.vendor for node in nodes if node.vendor), "")
        operations = {node.method: self._operation(node, vendor) for node in nodes}
        return Route(path, vendor, frozenset(servers), operations)

    def _operation(self, operation: OperationNode, vendor: str) -> Operation:
        strict = self._strict_nodes[operation.path, operation.method]["responses"]
        body = resolve(self._document, operation.node.get("requestBody", {}))
        media = body.get("content", {}).get("application/json")
        return Operation(
            id=operation.id,
            parameters=tuple(self._parameter(node) for node in operation.parameters),
            security=tuple(self._security(operation.node)),
            body=self._validator(media["schema"], media["schema"]) if media else None,
            is_body_required=body.get("required", False),
            responses={
                status.upper() if status != "default" else status: self._response(
                    response, strict[status], vendor
                )
                for status, response in operation.node["responses"].items()
            },
        )

    def _parameter(self, node: Json, name: str = "", location: str = "") -> Parameter:
        schema = node.get("schema", {})
        style = node.get("style", "form" if node.get("in") in {"query", "cookie"} else "simple")
        is_list = resolve(self._document, schema).get("type") == "array"
        is_plain = style == "simple" or (
            style == "form" and not (is_list and node.get("explode", True))
        )
        return Parameter(
            name=name or node["name"],
            location=location or node["in"],
            is_required=node.get("required", False),
            is_plain="schema" in node and is_plain,
            schema=resolve(self._document, schema),
            validator=self._validator(schema, schema),
        )

    def _security(self, node: Json) -> Iterator[tuple[Json, ...]]:
        schemes = self._document.get("components", {}).get("securitySchemes", {})
        # An empty list is meaningful too: the operation needs no credential.
        holder = node if "security" in node else self._document
        for requirement in holder.get("security", []):
            yield tuple(resolve(self._document, schemes[name]) for name in requirement)

    def _response(self, node: Json, strict: Json, vendor: str) -> ResponseSpec:
        node, strict = resolve(self._document, node), resolve(self._strict, strict)
        return ResponseSpec(
            content={
                name.lower(): self._validator(
                    media.get("schema", {}), strict["content"][name].get("schema", {})
                )
                for name, media in node.get("content", {}).items()
            },
            headers=tuple(
                self._parameter(resolve(self._document, header), name, "header")
                for name, header in node.get("headers", {}).items()
                if name.lower() != "content-type"  # OpenAPI ignores it
            ),
            links=tuple(self._links(node)),
            is_enveloped=vendor in _ENVELOPED_VENDORS,
        )

    def _links(self, node: Json) -> Iterator[Link]:
        for name, link in node.get("links", {}).items():
            link = resolve(self._document, link)
            target = link.get("operationId") or self._referred(link["operationRef"])
            if target is not None:
                yield Link(name, target, link.get("parameters", {}), self._targets)

    def _referred(self, reference: str) -> str | None:
        """Return the operationId behind a reference; None for one into another document."""
        if not reference.startswith("#/"):
            return None
        try:
            operation = resolve(self._document, {"$ref": reference})
        except KeyError:
            return reference
        found: str = operation["operationId"]
        return found

    def _validator(self, schema: Json, strict: Json) -> SchemaPair:
        # Most responses share a few schemas. Each is compiled once.
        key = repr((schema, strict))
        if key not in self._validators:
            self._validators[key] = SchemaPair(
                schema, strict, self._components, self._strict_components
            )
        return self._validators[key]


def _has_prefix(template: str, path: str) -> bool:
    """Return True if both have the same first segment, and more after it."""
    first, slash, _ = template[1:].partition("/")
    return bool(slash) and path.startswith(f"/{first}/")
