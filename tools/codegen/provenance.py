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
        told = node["x-source"]
        assumed = {name: _sentence(reason) for name, reason in told.get("assumed", {}).items()}
        reason = _sentence(told["reason"]) if "reason" in told else None
        return cls(told["standing"], told.get("document"), reason, assumed)


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
        word = (self.source.standing, self.source.document, self.source.reason)
        return {
            name: each
            for name, each in self.fields.items()
            if (each.standing, each.document or word[1], each.reason) != word
        }


def schemas_by_vendor(document: Json) -> dict[str, list[Traced]]:
    """Return the schemas that the operations of each vendor use, in document order."""
    reached: dict[str, set[str]] = {}
    users = [operation for _, _, operation, _ in operations(document)]
    users += [each for item in document.get("webhooks", {}).values() for each in item.values()]
    for user in users:
        _reach(document, user, reached.setdefault(user["tags"][0].split()[0], set()))
    schemas: Json = document.get("components", {}).get("schemas", {})
    return {
        vendor: [_traced(name, schema) for name, schema in schemas.items() if name in names]
        for vendor, names in reached.items()
    }


def _reach(document: Json, node: Json, found: set[str]) -> None:
    """Add the names of the schemas that a node refers to, directly or indirectly."""
    for each in nodes(node):
        reference = each.get("$ref")
        if not isinstance(reference, str):
            continue
        name = reference.removeprefix(_SCHEMAS)
        if name not in found:
            # Parameters and responses refer on too; schemas only are kept.
            found.update([name] if reference.startswith(_SCHEMAS) else [])
            _reach(document, resolve(document, each), found)


def _traced(name: str, schema: Json) -> Traced:
    source = Source.of(schema)
    return Traced(name, source, dict(_fields(schema, "", source)))


def _fields(schema: Json, at: str, around: Source) -> Iterator[tuple[str, Source]]:
    for name, each in schema.get("properties", {}).items():
        place = f"{at}{name}"
        source = Source.of(each) if "x-source" in each else around
        yield place, source
        yield from _fields(each, f"{place}.", source)
    for inner in ("items", "additionalProperties"):
        if isinstance(schema.get(inner), dict):
            yield from _fields(schema[inner], f"{at.rstrip('.')}[].".lstrip("."), around)
    for kind in ("anyOf", "oneOf", "allOf"):
        for branch in schema.get(kind, []):
            yield from _fields(branch, at, around)


def _sentence(text: str) -> str:
    return f"{' '.join(text.split()).rstrip('.')}."
