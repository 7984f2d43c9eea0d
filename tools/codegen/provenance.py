"""Sources of every schema and every field of the spec."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .spec import Json, nodes, operations, resolve

_SCHEMAS = "#/components/schemas/"


@dataclass(frozen=True)
class Source:
    """Content of an `x-source`."""

    standing: str
    document: str | None = None
    reason: str | None = None
    assumed: Json = field(default_factory=dict, hash=False)
    """Reasons of the assumptions, by aspect."""

    @classmethod
    def of(cls, node: Json) -> "Source":
        """Return the source of a node."""
        declared = node["x-source"]
        assumed = {name: _sentence(reason) for name, reason in declared.get("assumed", {}).items()}
        reason = _sentence(declared["reason"]) if "reason" in declared else None
        return cls(declared["standing"], declared.get("document"), reason, assumed)


@dataclass(frozen=True)
class Traced:
    """Schema with its fields and those of the unnamed objects in it."""

    name: str
    source: Source
    fields: dict[str, Source]
    """Sources by path from the schema. A field without a source has that of its parent."""

    @property
    def others(self) -> dict[str, Source]:
        """Fields with a source other than that of the schema."""
        shared = (self.source.standing, self.source.document, self.source.reason)
        return {
            name: source
            for name, source in self.fields.items()
            if (source.standing, source.document or shared[1], source.reason) != shared
        }


def schemas_by_vendor(document: Json) -> dict[str, list[Traced]]:
    """Return the schemas that the operations of each vendor use, in document order."""
    reached: dict[str, set[str]] = {}
    users = [operation for _, _, operation, _ in operations(document)]
    users += [
        operation for item in document.get("webhooks", {}).values() for operation in item.values()
    ]
    for user in users:
        _reach(document, user, reached.setdefault(user["tags"][0].split()[0], set()))
    schemas: Json = document.get("components", {}).get("schemas", {})
    return {
        vendor: [_traced(name, schema) for name, schema in schemas.items() if name in names]
        for vendor, names in reached.items()
    }


def _reach(document: Json, node: Json, names: set[str]) -> None:
    """Add the names of the schemas that a node refers to, directly or indirectly."""
    for child in nodes(node):
        reference = child.get("$ref")
        if not isinstance(reference, str):
            continue
        name = reference.removeprefix(_SCHEMAS)
        if name not in names:
            # Parameters and responses refer on too; schemas only are kept.
            names.update([name] if reference.startswith(_SCHEMAS) else [])
            _reach(document, resolve(document, child), names)


def _traced(name: str, schema: Json) -> Traced:
    source = Source.of(schema)
    return Traced(name, source, dict(_fields(schema, "", source)))


def _fields(schema: Json, at: str, around: Source) -> Iterator[tuple[str, Source]]:
    for name, child in schema.get("properties", {}).items():
        place = f"{at}{name}"
        source = Source.of(child) if "x-source" in child else around
        yield place, source
        yield from _fields(child, f"{place}.", source)
    for inner in ("items", "additionalProperties"):
        if isinstance(schema.get(inner), dict):
            yield from _fields(schema[inner], f"{at.rstrip('.')}[].".lstrip("."), around)
    for kind in ("anyOf", "oneOf", "allOf"):
        for branch in schema.get(kind, []):
            yield from _fields(branch, at, around)


def _sentence(text: str) -> str:
    return f"{' '.join(text.split()).rstrip('.')}."
