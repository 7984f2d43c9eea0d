"""Kinds of resources, derived from the spec: how each is created, found, read and removed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .document import Json, OperationNode, operation_nodes, packaged_spec, resolve
from .expressions import RESPONSE_BODY

_PARAMETER = re.compile(r"{(\w+)}")


@dataclass(frozen=True)
class Source:
    """Operation whose response contains the id of a resource."""

    operation: str
    pointer: str
    """JSON pointer of the id in the response body."""


@dataclass(frozen=True)
class Kind:
    """Kind of resource: the things that one path parameter names."""

    name: str
    """Vendor and parameter, such as `sonarly audienceId`."""
    creators: tuple[Source, ...]
    """Writes that return a new id; the first has the fewest parents."""
    sources: tuple[Source, ...]
    """Reads that return ids."""
    remover: str = ""
    """Operation that deletes or archives one resource; empty without one."""
    reader: str = ""
    """Operation that reads one resource; empty without one."""
    updater: str = ""
    """Operation that changes the given fields of one resource; empty without one."""
    listing: str = ""
    """Operation that lists the collection; empty without one."""
    aliases: tuple[str, ...] = ()
    """Body fields of the creator that are path parameters too, such as `phoneNumber`."""

    @property
    def parameter(self) -> str:
        """Return the name without the vendor."""
        return self.name.partition(" ")[2]


class Kinds:
    """Kinds of resources of a document."""

    def __init__(self, document: Json) -> None:
        self._document = document
        self._nodes = {node.id: node for node in operation_nodes(document)}
        names = {
            kind_name(node.vendor, node.path, name)
            for node in self._nodes.values()
            for name in _PARAMETER.findall(node.path)
        }
        self._found = {
            (node.id, name): tuple(self._sources(node, name))
            for node in self._nodes.values()
            for name in names
        }
        self.all: Mapping[str, Kind] = {name: self._kind(name) for name in sorted(names)}

    def of(self, operation_id: str, parameter: str) -> Kind:
        """Return the kind that a path parameter of an operation names."""
        node = self._nodes[operation_id]
        return self.all[kind_name(node.vendor, node.path, parameter)]

    def path_parameters(self, operation_id: str) -> list[str]:
        """Return the names of an operation's path parameters, in order."""
        return _PARAMETER.findall(self._nodes[operation_id].path)

    def created_by(self, operation_id: str) -> tuple[Kind, Source] | None:
        """Return the kind that an operation creates and the place of the new id, or None."""
        for kind in self.all.values():
            for source in kind.creators:
                if source.operation == operation_id:
                    return kind, source
        return None

    def removed_by(self, operation_id: str) -> Kind | None:
        """Return the kind of which an operation removes one resource, or None."""
        return next((kind for kind in self.all.values() if kind.remover == operation_id), None)

    def body_fields(self, operation_id: str) -> Mapping[str, bool]:
        """Return the fields of an operation's JSON body; True if a field is required."""
        body = resolve(self._document, self._nodes[operation_id].node.get("requestBody", {}))
        media: Json = next(iter(body.get("content", {}).values()), {})
        schema = resolve(self._document, media.get("schema", {}))
        required = schema.get("required", ())
        return {name: name in required for name in schema.get("properties", {})}

    def _kind(self, name: str) -> Kind:
        vendor = name.partition(" ")[0]
        own = [node for node in self._nodes.values() if node.vendor == vendor]
        items = [node for node in own if _is_item(node, name)]
        collections = {node.path.rpartition("/")[0] for node in items}
        creators = [
            source
            for node in own
            if node.method == "POST"
            for source in self._found[node.id, name]
            if self._creates(node, name, collections)
        ]
        creators.sort(key=lambda source: len(self.path_parameters(source.operation)))
        sources = [
            source for node in own if node.method == "GET" for source in self._found[node.id, name]
        ]
        # A list of the collection itself comes before lists elsewhere.
        sources.sort(key=lambda source: self._nodes[source.operation].path not in collections)
        lists = [node for node in own if node.method == "GET" and node.path in collections]
        fields = self.body_fields(creators[0].operation) if creators else {}
        # Texts that are parameters too, but ids of nothing.
        texts = {
            item
            for node in own
            for item in _PARAMETER.findall(node.path)
            if not any(
                self._found[other.id, kind_name(node.vendor, node.path, item)] for other in own
            )
        }
        return Kind(
            name,
            tuple(creators),
            tuple(sources),
            remover=next((node.id for node in items if node.method == "DELETE"), ""),
            reader=next((node.id for node in items if node.method == "GET"), ""),
            updater=next((node.id for node in items if _is_update(node)), ""),
            listing=next((node.id for node in lists), sources[0].operation if sources else ""),
            aliases=tuple(field for field in fields if field in texts),
        )

    def _sources(self, node: OperationNode, name: str) -> Iterator[Source]:
        """Yield the places in the responses of an operation that have ids of a kind."""
        found: dict[str, None] = {}
        for response in node.node["responses"].values():
            for link in resolve(self._document, response).get("links", {}).values():
                target = self._nodes[resolve(self._document, link)["operationId"]]
                for parameter, expression in link.get("parameters", {}).items():
                    is_named = kind_name(target.vendor, target.path, parameter) == name
                    is_in_path = f"{{{parameter}}}" in target.path
                    if is_named and is_in_path and str(expression).startswith(RESPONSE_BODY):
                        found[str(expression).removeprefix(RESPONSE_BODY)] = None
        yield from (Source(node.id, pointer) for pointer in found)

    def _creates(self, node: OperationNode, name: str, collections: set[str]) -> bool:
        """Return True if a POST creates a resource, instead of returning one that it was given."""
        others = {
            other
            for (operation, other), sources in self._found.items()
            if operation == node.id and any(item.pointer.endswith("/id") for item in sources)
        }
        if others - {name}:
            return False  # It creates something else, which names this resource.
        own = {kind_name(node.vendor, node.path, item) for item in _PARAMETER.findall(node.path)}
        is_new = bool({"201", "202"} & node.node["responses"].keys())
        is_given = name.partition(" ")[2] in self.body_fields(node.id)
        return is_new or (name not in own and (node.path in collections or not is_given))


def kind_name(vendor: str, path: str, parameter: str) -> str:
    """Return the name of a kind. The parameter `id` is named by the segment before it."""
    if parameter == "id":
        segments = path.split("/")
        if "{id}" in segments:
            parameter = f"{segments[segments.index('{id}') - 1].removesuffix('s')}Id"
    return f"{vendor} {parameter}"


@cache
def packaged_kinds() -> Kinds:
    """Return the kinds of the packaged spec."""
    return Kinds(packaged_spec())


def _is_update(node: OperationNode) -> bool:
    """Return True if an operation keeps the fields that its body leaves out."""
    says_so = "Only the given fields change" in node.node.get("description", "")
    return node.method == "PATCH" or (node.method == "PUT" and says_so)


def _is_item(node: OperationNode, name: str) -> bool:
    *_, last = node.path.split("/")
    match = _PARAMETER.fullmatch(last)
    return match is not None and kind_name(node.vendor, node.path, match[1]) == name
