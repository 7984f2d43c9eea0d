"""Rewriting of the schemas of one document; every class becomes a separate component."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..spec import DocumentError, Json
from . import enumerations, objects
from .discriminators import Marks
from .flattening import Flattener
from .keywords import KEPT, NULL, annotations, is_null, is_object, shape, types
from .names import ClassNames, inline_name
from .references import component_of, reference, steps_of, target_of
from .uses import Use


@dataclass(frozen=True)
class _Place:
    """Place of a schema."""

    parent: str
    """Name of the class or operation that declares it; "" for a component."""
    name: str
    where: str
    """Place for messages."""
    has_files: bool
    """True if a binary string is a file."""
    own: str | None
    """Key of the component that it is, if it is one."""


class SchemaBuilder:
    """Components of one document, rewritten one after another."""

    def __init__(
        self, document: Json, names: ClassNames, marks: Marks, with_files: set[str]
    ) -> None:
        self._document = document
        self._source: Json = document.get("components", {}).get("schemas", {})
        self._raw = copy.deepcopy(self._source)
        self._names = names
        self.marks = marks
        self._with_files = with_files
        self._open: list[str] = []
        self._inner: dict[str, str] = {}
        self._flattener = Flattener(self._raw, self._key, self._as_stated)
        self.components: Json = {}
        """The rewritten components."""
        self.json_names: dict[str, str] = {}
        """Names in the document, by the names for the generator."""

    def component(self, key: str) -> Json:
        """Return a rewritten component."""
        if key in self.components:
            rewritten: Json = self.components[key]
            return rewritten
        if key in self._open:
            chain = " -> ".join([*self._open[self._open.index(key) :], key])
            raise DocumentError(
                f"components/schemas/{key}: circular allOf {chain}: remove one reference."
            )
        self._open.append(key)
        where, has_files = f"components/schemas/{key}", key in self._with_files
        try:
            rewritten = self.schema(self._source[key], "", key, where, has_files=has_files, own=key)
        finally:
            self._open.remove(key)
        if "$ref" in rewritten:
            rewritten = {"allOf": [rewritten]}
        self.components[key] = rewritten
        return rewritten

    def use(self, use: Use) -> Json:
        """Return the rewritten schema of a parameter, a body or a response."""
        return self.schema(
            use.owner["schema"], use.parent, use.name, use.where, has_files=use.has_files
        )

    def finish(self) -> None:
        """Rewrite the components that were created from parts of other components."""
        while waiting := [key for key in self._inner.values() if key not in self.components]:
            for key in waiting:
                self.component(key)

    def schema(
        self,
        node: Any,
        parent: str,
        name: str,
        where: str,
        *,
        has_files: bool,
        own: str | None = None,
    ) -> Json:
        """Return a schema without inline classes.

        Args:
            node: The schema.
            parent: Name of the class or operation that declares it; "" for a component.
            name: Its name there.
            where: Its place, for messages.
            has_files: True if a binary string is a file.
            own: Key of the component that it is, if it is one.

        """
        flat = self._flattener.flat(node, where, own or (self._open[-1] if self._open else ""))
        if "$ref" in flat:
            return flat
        place = _Place(parent, name, where, has_files, own)
        if "anyOf" in flat or "oneOf" in flat:
            return self._union(flat, place)
        if "const" in flat:
            return enumerations.constant(flat, where)
        if "enum" in flat:
            rewritten = enumerations.enumeration(flat, where)
            if "anyOf" in rewritten:
                return self._union(rewritten, place)
            return self._class(rewritten, place) if "enum" in rewritten else rewritten
        if is_object(flat):
            return self._object(flat, place)
        if types(flat) == ["array"] or ("type" not in flat and {"items", "prefixItems"} & {*flat}):
            items = objects.items_of(flat)
            rewritten = self.schema(
                items, parent, f"{name}_item", f"{where}/items", has_files=has_files
            )
            return {**annotations(flat), "type": "array", "items": rewritten}
        return objects.scalar(flat, has_files=has_files)

    def _as_stated(self, key: str) -> Json:
        """Return a rewritten component with the names of the document, to be rewritten again."""
        restored = copy.deepcopy(self.component(key))
        names = self.json_names
        if "properties" in restored:
            fields = restored["properties"].items()
            restored["properties"] = {names.get(name, name): schema for name, schema in fields}
        if "required" in restored:
            restored["required"] = [names.get(name, name) for name in restored["required"]]
        return restored

    def _key(self, ref: str, where: str) -> str:
        """Return the component that a reference names; a place within one becomes a component."""
        key = component_of(ref)
        if key in self._source or key in self.components:
            return str(key)
        target = target_of(self._document, ref, where)
        if ref not in self._inner:
            steps = [step for step in steps_of(ref) if not step.isdecimal()]
            self._inner[ref] = self._names.add(inline_name("", steps[-1]))
            self._source[self._inner[ref]] = self._raw[self._inner[ref]] = copy.deepcopy(target)
        return self._inner[ref]

    def _class(self, rewritten: Json, place: _Place) -> Json:
        """Return a class, or the reference to it if it is not the component itself."""
        if place.own is not None:
            return rewritten
        key = self._names.add(inline_name(place.parent, place.name))
        self.components[key] = rewritten
        return {**reference(key), **annotations(rewritten)}

    def _object(self, flat: Json, place: _Place) -> Json:
        key = place.own or self._names.add(inline_name(place.parent, place.name))
        parent = str(self._names.class_of(key).name)
        rewritten: Json = {**annotations(flat), "type": "object"}
        properties = {
            name: schema
            for name, schema in flat.get("properties", {}).items()
            if schema is not False
        }
        keys = objects.distinct_names(properties)
        self.json_names |= {distinct: name for name, distinct in keys.items() if distinct != name}
        if properties:
            rewritten["properties"] = {
                keys[name]: self.schema(
                    _true(schema),
                    parent,
                    name,
                    f"{place.where}/{name}",
                    has_files=place.has_files,
                )
                for name, schema in properties.items()
            }
        if required := [keys[name] for name in flat.get("required", []) if name in keys]:
            rewritten["required"] = required
        others = objects.others_of(flat)
        if isinstance(others, dict) and others:
            others = self.schema(
                others, parent, "AdditionalProperty", f"{place.where}/*", has_files=place.has_files
            )
        if others is not None:
            rewritten["additionalProperties"] = others
        if place.own is not None:
            return rewritten
        self.components[key] = rewritten
        return {**reference(key), **annotations(flat)}

    def _union(self, flat: Json, place: _Place) -> Json:
        """Return a union of references and scalars."""
        variants = list(self._variants(flat))
        has_null = any(is_null(variant) for _, variant in variants)
        variants = [(index, variant) for index, variant in variants if not is_null(variant)]
        variants = self._without_open_type(variants, place)
        branches: list[Json] = []
        classes: dict[str, str] = {}
        if len(variants) == 1 and not has_null:
            single = self.schema(
                variants[0][1],
                place.parent,
                place.name,
                place.where,
                has_files=place.has_files,
                own=place.own,
            )
            return {**single, **annotations(flat)}
        for index, variant in variants:
            origin = variant.get("x-variant") or component_of(variant.get("$ref", ""))
            name = place.name if len(variants) == 1 else f"{place.name}_{origin or f'type_{index}'}"
            rewritten = self._variant(variant, name, place, is_single=len(variants) == 1)
            if origin and (key := component_of(rewritten.get("$ref", ""))):
                classes[origin] = key
            for branch in rewritten.get("anyOf", [rewritten]):
                has_null = has_null or branch == NULL
                if branch not in branches and branch != NULL:
                    branches.append(
                        {key: value for key, value in branch.items() if key not in KEPT}
                    )
        result = {**annotations(flat), "anyOf": [*branches, *([NULL] if has_null else [])]}
        if mark := self.marks.add(flat, classes, place.where, branches):
            result["example"] = mark
        return result

    def _variant(self, variant: Json, name: str, place: _Place, *, is_single: bool) -> Json:
        where, has_files = place.where, place.has_files
        if not is_single or place.own is None:
            return self.schema(variant, place.parent, name, where, has_files=has_files)
        key = self._names.add_under(place.own)
        rewritten = self.schema(variant, "", place.own, where, has_files=has_files, own=key)
        if {"properties", "additionalProperties", "enum"} & {*rewritten} or is_object(rewritten):
            self.components[key] = rewritten
            return reference(key)
        return rewritten

    def _variants(self, flat: Json) -> Iterator[tuple[int, Json]]:
        """Yield the variants of a union, each with its number."""
        members = {key: flat[key] for key in ("x-enum-varnames",) if key in flat}
        for index, variant in enumerate([*flat.get("anyOf", ()), *flat.get("oneOf", ())]):
            variant = _true(variant)
            variant = variant if isinstance(variant, dict) else {}
            yield index, {**members, **variant} if "enum" in variant else variant

    def _without_open_type(
        self, variants: list[tuple[int, Json]], place: _Place
    ) -> list[tuple[int, Json]]:
        """Leave out a plain type beside its enumeration, because an enumeration is open."""
        known = {
            kind for _, variant in variants if (kind := self._enumerated(variant, place.where))
        }
        return [
            (index, variant)
            for index, variant in variants
            if not (shape(variant).keys() == {"type"} and {*types(variant)} <= known)
        ]

    def _enumerated(self, variant: Json, where: str) -> str | None:
        """Return the type of the values if a variant is an enumeration."""
        if "$ref" in variant and shape(variant).keys() == {"$ref"}:
            key = component_of(variant["$ref"])
            variant = (
                self._raw.get(key, {}) if key else target_of(self._document, variant["$ref"], where)
            )
        values = [value for value in variant.get("enum", ()) if value is not None]
        if values and all(isinstance(value, str) for value in values):
            return "string"
        is_integer = values and all(type(value) is int for value in values)
        return "integer" if is_integer else None


def _true(schema: Any) -> Any:
    return {} if schema is True else schema
