"""References of the document: each names a component of the kind that its place allows."""

from collections.abc import Iterator

from .document import Node, Pointer, at_pointer, nodes, operations
from .findings import Finding, suggestion

_PREFIX = "#/components/"
# Kinds of components, by the key that holds a reference.
_KINDS = {
    "parameters": "parameters",
    "responses": "responses",
    "headers": "headers",
    "examples": "examples",
    "links": "links",
    "callbacks": "callbacks",
    "requestBodies": "requestBodies",
    "securitySchemes": "securitySchemes",
    "paths": "pathItems",
    "pathItems": "pathItems",
    "webhooks": "pathItems",
}
_NAME_MAPS_OF_SCHEMAS = ("properties", "patternProperties", "$defs", "dependentSchemas")


def references_resolve(document: Node) -> Iterator[Finding]:
    """Require that a reference leads to a component of the right kind."""
    for at, node in nodes(document):
        if "$ref" in node:
            yield from _unresolved(document, node["$ref"], at)
    for at, node in nodes(document):
        discriminator = node.get("discriminator")
        if not isinstance(discriminator, dict):
            continue
        for value, target in discriminator.get("mapping", {}).items():
            place_of_value = (*at, "discriminator", "mapping", value)
            reference = target if "/" in target else f"{_PREFIX}schemas/{target}"
            yield from _unresolved(document, reference, place_of_value, "schemas")


def references_end(document: Node) -> Iterator[Finding]:
    """Require that no component is a reference that leads back to itself."""
    for kind, components in document.get("components", {}).items():
        for name, node in components.items():
            seen = [name]
            while isinstance(node, dict) and "$ref" in node:
                next_name = str(node["$ref"]).removeprefix(f"{_PREFIX}{kind}/")
                if next_name in seen:
                    chain = " -> ".join([*seen, next_name])
                    at = ("components", kind, name)
                    yield Finding(
                        at, f"circular reference {chain}: replace one reference with its value"
                    )
                    break
                seen.append(next_name)
                node = components.get(next_name)


def compositions_end(document: Node) -> Iterator[Finding]:
    """Require that no schema consists of itself alone, through allOf or items."""
    components = document.get("components", {}).get("schemas", {})
    parts = {name: _parts(schema) for name, schema in components.items()}
    for name, schema in components.items():
        is_alias = isinstance(schema, dict) and "$ref" in schema
        if not is_alias and (chain := _cycle(parts, name)):
            text = f"circular schema {' -> '.join(chain)}: refer to it in a property instead"
            yield Finding(("components", "schemas", name), text)


def operation_ids_are_unique(document: Node) -> Iterator[Finding]:
    """Require that each operationId is used once."""
    first: dict[str, str] = {}
    for operation in operations(document):
        name = operation.node.get("operationId")
        if isinstance(name, str) and first.setdefault(name, operation.name) != operation.name:
            text = f"operationId {name!r} is already used by {first[name]}: rename one of them"
            yield Finding((*operation.at, "operationId"), text)


def links_lead_to_operations(document: Node) -> Iterator[Finding]:
    """Require that a link names an operation of the document."""
    known = [str(operation.node.get("operationId")) for operation in operations(document)]
    for at, node in nodes(document):
        links = node.get("links")
        for name, link in links.items() if isinstance(links, dict) else ():
            target = link.get("operationId")
            if target is not None and target not in known:
                text = f"unknown operation {target!r}: {suggestion(target, known)}"
                yield Finding((*at, "links", name, "operationId"), text)


def schemes_exist(document: Node) -> Iterator[Finding]:
    """Require that each security scheme is declared."""
    known = document.get("components", {}).get("securitySchemes", {})
    for operation in operations(document):
        for requirement in operation.node.get("security", []):
            for name in requirement:
                if name not in known:
                    text = f"unknown security scheme {name!r}: {suggestion(name, known)}"
                    yield Finding((*operation.at, "security"), text)


def _unresolved(
    document: Node, target: object, at: Pointer, kind: str | None = None
) -> Iterator[Finding]:
    kind = kind or kind_of(at)
    if not isinstance(target, str):
        yield Finding(at, f"$ref must be a text such as '{_PREFIX}{kind}/Name'")
        return
    if not target.startswith("#"):
        return  # external_references reports it
    steps = target.split("/")
    components = document.get("components", {}).get(kind, {})
    if kind == "schemas" and steps[:3] == ["#", "components", kind] and len(steps) > 4:
        if not _leads_somewhere(document, target):
            yield Finding(at, f"unknown reference {target!r}: correct the path within the schema")
    elif len(steps) != 4 or steps[:2] != ["#", "components"] or steps[2] != kind:
        yield Finding(at, f"reference {target!r}: write '{_PREFIX}{kind}/Name'")
    elif (name := steps[3].replace("~1", "/").replace("~0", "~")) not in components:
        yield Finding(at, f"unknown reference {target!r}: {suggestion(name, components)}")


def _leads_somewhere(document: Node, pointer: str) -> bool:
    try:
        at_pointer(document, pointer)
    except (LookupError, TypeError, ValueError):
        return False
    return True


def kind_of(at: Pointer) -> str:
    """Return the kind of component that a reference at a place leads to."""
    if at[-1:] == ("requestBody",):
        return "requestBodies"
    if len(at) < 2 or at[-2] not in _KINDS:
        return "schemas"
    # The keys of these maps are names of properties, so their values are schemas.
    is_named = len(at) > 2 and at[-3] in _NAME_MAPS_OF_SCHEMAS
    return "schemas" if is_named else _KINDS[str(at[-2])]


def _parts(schema: object) -> set[str]:
    """Return the names of the schemas that a schema consists of."""
    if not isinstance(schema, dict):
        return set()
    own = {str(schema["$ref"]).rpartition("/")[2]} if "$ref" in schema else set()
    inner = [*schema.get("allOf", [])]
    for key in ("anyOf", "oneOf"):
        variants = [part for part in schema.get(key, []) if part != {"type": "null"}]
        inner += variants if len(variants) == 1 else []  # more variants are alternatives
    return own.union(*(_parts(part) for part in [*inner, schema.get("items")]))


def _cycle(parts: dict[str, set[str]], start: str) -> list[str]:
    """Return the names on a path from a schema back to itself, or an empty list."""
    paths = [[start]]
    seen = {start}
    while paths:
        path = paths.pop()
        for name in sorted(parts.get(path[-1], ())):
            if name == start:
                return [*path, start]
            if name not in seen:
                seen.add(name)
                paths.append([*path, name])
    return []
