"""Discriminators of unions, from the document to the classes that they select."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..spec import DocumentError, Json
from ..unions import Discriminator, Unions
from .names import ClassNames
from .references import PREFIX, component_of


@dataclass
class _Mark:
    """Union of the document: its discriminator, its variants and the unions within it."""

    where: str
    discriminator: Json | None
    classes: dict[str, str]
    """Component of each variant, by the component that the document names."""
    inner: list[str]
    base: str | None
    marks: list[str] = field(default_factory=list)


class Marks:
    """Unions with discriminators, each under a mark that the generator carries."""

    def __init__(self, names: ClassNames, original: Mapping[str, str]) -> None:
        self._names = names
        self._original = original
        """Keys of the document by the keys of the components."""
        self._unions: dict[str, _Mark] = {}

    def add(self, union: Json, classes: dict[str, str], where: str, variants: list[Json]) -> str:
        """Note a union and return its mark."""
        inner = [key for variant in variants if (key := component_of(variant.get("$ref", "")))]
        mark = f"union {len(self._unions)}"
        entry = _Mark(where, union.get("discriminator"), classes, inner, union.get("x-base"))
        entry.marks = [variant["example"] for variant in variants if "example" in variant]
        self._unions[mark] = entry
        return mark

    def unions(self, components: Json) -> Unions:
        """Return the discriminators by mark, when all components are known."""
        return Unions({mark: self._of(mark, components, ()) for mark in self._unions})

    def _of(self, mark: str, components: Json, seen: tuple[str, ...]) -> list[Discriminator]:
        entry = self._unions[mark]
        variants = [self._discriminator(entry, components)] if entry.discriminator else []
        for key in entry.inner:
            inner = components.get(_last(components, key), {}).get("example")
            if isinstance(inner, str) and inner in self._unions and inner not in (mark, *seen):
                variants += self._of(inner, components, (mark, *seen))
        return [union for union in variants if union.classes]

    def _discriminator(self, entry: _Mark, components: Json) -> Discriminator:
        declaration = entry.discriminator or {}
        new = {old: key for key, old in self._original.items()}
        keys: dict[str, str] = {}
        for value, target in (declaration.get("mapping") or {}).items():
            name = component_of(target) if target.startswith(PREFIX) else new.get(target)
            if name is None or name not in components:
                raise DocumentError(
                    f"{entry.where}: the discriminator maps {value!r} to {target!r}, "
                    "which is not a schema of the document."
                )
            keys[value] = name
        for name, key in entry.classes.items():
            if name != entry.base and name not in keys.values():
                values = _declared_values(components, key, declaration["propertyName"])
                for value in values or [self._original.get(name, name)]:
                    keys.setdefault(value, name)
        for name in (name for name in entry.classes if name != entry.base):
            # The name of a schema selects it too if a mapping gives it another value.
            keys.setdefault(self._original.get(name, name), name)
        classes = {}
        for value, name in keys.items():
            key = _last(components, entry.classes.get(name, name))
            if _is_class(components.get(key, {})):
                classes[value] = str(self._names.class_of(key).name)
        return Discriminator(declaration["propertyName"], classes)


def _declared_values(components: Json, key: str, property_name: str) -> list[str]:
    """Return the values that a variant itself declares for its discriminator.

    Many documents rely on them, although OpenAPI says that the name of the schema is the value.
    """
    schema = components.get(_last(components, key), {}).get("properties", {}).get(property_name, {})
    if key_of_type := component_of(schema.get("$ref", "")):
        schema = components.get(_last(components, key_of_type), {})
    values = [schema["const"]] if "const" in schema else schema.get("enum", [])
    return [value for value in values if isinstance(value, str)]


def _last(components: Json, key: str) -> str:
    """Return the component that a component only refers to, at any depth."""
    seen = []
    while key not in seen and len(components.get(key, {}).get("allOf", ())) == 1:
        seen.append(key)
        key = component_of(components[key]["allOf"][0]["$ref"]) or key
    return key


def _is_class(component: Json) -> bool:
    return component.get("type") == "object"
