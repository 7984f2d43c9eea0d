"""The operations of the spec and its twin, found by path and method, ready to judge with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPMethod
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, Rule

from .links import Link
from .schemas import Form, Json

_METHODS = {*HTTPMethod.__members__, "QUERY"}

# Vendors whose JSON stands in an envelope.
_ENVELOPED = {"sonarly"}


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation, or a header of an answer."""

    name: str
    location: str
    is_required: bool
    is_plain: bool
    """Whether a value is written as one text, comma-joined where it is a list."""
    schema: Json
    form: Form


@dataclass(frozen=True)
class Documented:
    """An answer that the spec documents."""

    media: Mapping[str, Form]
    headers: tuple[Parameter, ...]
    links: tuple[Link, ...]
    is_enveloped: bool


@dataclass(frozen=True)
class Operation:
    """One operation of the spec."""

    id: str
    parameters: tuple[Parameter, ...]
    security: tuple[tuple[Json, ...], ...]
    """Alternatives, each of the schemes that it takes together."""
    body: Form | None
    is_body_required: bool
    answers: Mapping[str, Documented]

    def answer(self, status: int) -> Documented | None:
        """The answer documented for a status: by itself, by its class, or by default."""
        names = (str(status), f"{status // 100}XX", "default")
        return next((self.answers[name] for name in names if name in self.answers), None)


@dataclass(frozen=True)
class Route:
    """One path of the spec."""

    template: str
    vendor: str
    servers: frozenset[str]
    operations: Mapping[str, Operation]
    """By method, in capitals."""


class Routes:
    """All paths of a document; `twin` is the same document, closed."""

    def __init__(self, document: Json, twin: Json) -> None:
        self._document, self._twin = document, twin
        self._forms: dict[str, Form] = {}
        self._targets = {
            operation["operationId"]: frozenset(_names(document, item, operation))
            for item in document["paths"].values()
            for operation in _operations(item).values()
        }
        self._routes = {path: self._route(path) for path in document["paths"]}
        # The values of a path are matched as they are written: an encoded slash splits nothing.
        rules = [Rule(re.sub(r"{(\w+)}", r"<\1>", path), endpoint=path) for path in self._routes]
        self._map = Map(rules, merge_slashes=False).bind("spec")

    @property
    def all(self) -> tuple[Route, ...]:
        """Every route, in the order of the document."""
        return tuple(self._routes.values())

    def match(self, path: str) -> tuple[Route, Mapping[str, str]] | None:
        """The route of a raw path, and the path's values as they are written."""
        try:
            # Werkzeug would take `//campaigns` for `/campaigns`.
            template, values = self._map.match("" if path.startswith("//") else path)
        except NotFound:
            return None
        return self._routes[template], values

    def error_forms(self, path: str) -> list[Documented]:
        """How an error can look on a path that the spec does not have.

        Of one vendor, where only one has paths that begin so; else of any.
        """
        alike = {each.vendor for each in self.all if _is_alike(each.template, path)}
        vendors = alike or {each.vendor for each in self.all}
        return [form for each in sorted(vendors) if (form := self.error_form(each))]

    def error_form(self, vendor: str) -> Documented | None:
        """How a vendor answers what has no answer of its own: as it refuses a missing key."""
        answers = (
            operation.answers.get("401")
            for route in self.all
            if route.vendor == vendor
            for operation in route.operations.values()
        )
        return next((answer for answer in answers if answer), None)

    def _route(self, path: str) -> Route:
        item, twin = self._document["paths"][path], self._twin["paths"][path]
        nodes, twins = _operations(item), _operations(twin)
        servers = [
            server["url"].rstrip("/")
            for node in nodes.values()
            for server in node.get("servers") or item.get("servers") or self._document["servers"]
        ]
        tags = [tag for node in nodes.values() for tag in node.get("tags", ())]
        vendor = tags[0].split()[0] if tags else ""
        operations = {
            method: self._operation(item, node, twins[method]["responses"], vendor)
            for method, node in nodes.items()
        }
        return Route(path, vendor, frozenset(servers), operations)

    def _operation(self, item: Json, node: Json, twins: Json, vendor: str) -> Operation:
        parameters = [*item.get("parameters", ()), *node.get("parameters", ())]
        body = _resolved(self._document, node.get("requestBody", {}))
        media = body.get("content", {}).get("application/json")
        return Operation(
            id=node["operationId"],
            parameters=tuple(
                self._parameter(each) for each in (_resolved(self._document, p) for p in parameters)
            ),
            security=tuple(self._security(node)),
            body=self._form(media["schema"], media["schema"]) if media else None,
            is_body_required=body.get("required", False),
            answers={
                status.upper() if status != "default" else status: self._answer(
                    answer, twins[status], vendor
                )
                for status, answer in node["responses"].items()
            },
        )

    def _parameter(self, node: Json, name: str = "", location: str = "") -> Parameter:
        schema = node.get("schema", {})
        style = node.get("style", "form" if node.get("in") in {"query", "cookie"} else "simple")
        is_list = _resolved(self._document, schema).get("type") == "array"
        is_plain = style == "simple" or (
            style == "form" and not (is_list and node.get("explode", True))
        )
        return Parameter(
            name=name or node["name"],
            location=location or node["in"],
            is_required=node.get("required", False),
            is_plain="schema" in node and is_plain,
            schema=_resolved(self._document, schema),
            form=self._form(schema, schema),
        )

    def _security(self, node: Json) -> Iterator[tuple[Json, ...]]:
        schemes = self._document.get("components", {}).get("securitySchemes", {})
        # An empty list is an answer too: none is needed.
        holder = node if "security" in node else self._document
        for requirement in holder.get("security", []):
            yield tuple(_resolved(self._document, schemes[name]) for name in requirement)

    def _answer(self, node: Json, twin: Json, vendor: str) -> Documented:
        node, twin = _resolved(self._document, node), _resolved(self._twin, twin)
        return Documented(
            media={
                name.lower(): self._form(
                    media.get("schema", {}), twin["content"][name].get("schema", {})
                )
                for name, media in node.get("content", {}).items()
            },
            headers=tuple(
                self._parameter(_resolved(self._document, header), name, "header")
                for name, header in node.get("headers", {}).items()
                if name.lower() != "content-type"  # as OpenAPI has it, that one is ignored
            ),
            links=tuple(self._links(node)),
            is_enveloped=vendor in _ENVELOPED,
        )

    def _links(self, node: Json) -> Iterator[Link]:
        for name, link in node.get("links", {}).items():
            link = _resolved(self._document, link)
            target = link.get("operationId") or self._referred(link["operationRef"])
            if target is not None:
                yield Link(name, target, link.get("parameters", {}), self._targets)

    def _referred(self, reference: str) -> str | None:
        """The operationId behind a reference; None for one into another document."""
        if not reference.startswith("#/"):
            return None
        try:
            operation = _resolved(self._document, {"$ref": reference})
        except KeyError:
            return reference
        found: str = operation["operationId"]
        return found

    def _form(self, schema: Json, twin: Json) -> Form:
        # Most answers share a few schemas: each is compiled once.
        key = repr((schema, twin))
        if key not in self._forms:
            components = self._document.get("components", {}), self._twin.get("components", {})
            self._forms[key] = Form(schema, twin, *components)
        return self._forms[key]


def _operations(item: Json) -> dict[str, Json]:
    return {name.upper(): node for name, node in item.items() if name.upper() in _METHODS}


def _names(document: Json, item: Json, operation: Json) -> Iterator[str]:
    for each in (*item.get("parameters", ()), *operation.get("parameters", ())):
        yield _resolved(document, each)["name"]


def _is_alike(template: str, path: str) -> bool:
    """Whether both begin with the same segment, and go on."""
    first, slash, _ = template[1:].partition("/")
    return bool(slash) and path.startswith(f"/{first}/")


def _resolved(document: Json, node: Json) -> Json:
    while "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node
