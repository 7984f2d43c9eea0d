"""Combination of the parts of a schema into a reference, a union, or one type."""

import copy
from collections.abc import Callable
from typing import Any

from ..spec import Json
from .composition import combined
from .keywords import (
    KEPT,
    NULL,
    OF_TYPE,
    SHAPES,
    annotations,
    is_null,
    shape,
    types,
)
from .objects import check_conditions
from .references import component_of, reference

_UNIONS = ("anyOf", "oneOf")


class Flattener:
    """Combination of `allOf`, and of what stands beside a union, for the schemas of a document."""

    def __init__(
        self,
        raw: Json,
        key_of: Callable[[str, str], str],
        component: Callable[[str], Json],
    ) -> None:
        """Take the document.

        Args:
            raw: The components as the document has them.
            key_of: Function from a reference and its place to the key of a component.
            component: Function from a key to the rewritten component, with its names as they were.

        """
        self._raw = raw
        self._key_of = key_of
        self._component = component

    def flat(self, node: Any, where: str, current: str) -> Json:
        """Return a schema whose parts are combined.

        Args:
            node: The schema.
            where: Its place, for messages.
            current: Key of the component that it belongs to; "" if it is in none.

        """
        if isinstance(node, bool):
            return {}
        node = {key: value for key, value in node.items() if key != "title"}
        if node.pop("nullable", False):
            node = _nullable(node)
        check_conditions(node, where)
        ref = node.pop("$ref", None)
        parts = [] if ref is None else [{"$ref": ref}]
        parts += node.pop("allOf", [])
        if not parts:
            return self._with_siblings(node, where, current)
        if not shape(node) and len(parts) == 1:
            return self._single(parts[0], node, where, current)
        resolved = [self._part(part, where, current) for part in parts]
        return self._distributed(combined([*resolved, node], where), where, current)

    def _single(self, part: Any, node: Json, where: str, current: str) -> Json:
        """Return the one part of a schema, with the annotations beside it."""
        if isinstance(part, dict) and shape(part).keys() == {"$ref"}:
            key = self._key_of(part["$ref"], where)
            return {**reference(key), **annotations(part), **annotations(node)}
        return {**self.flat(part, where, current), **annotations(node)}

    def _with_siblings(self, node: Json, where: str, current: str) -> Json:
        """Return a schema in which nothing stands beside a union."""
        unions = [key for key in _UNIONS if key in node]
        siblings = {
            key: value
            for key, value in shape(node).items()
            if key not in (*unions, "discriminator")
        }
        if not unions:
            return _typed(node)
        if len(unions) == 1 and not siblings.keys() & SHAPES:
            return node
        # Variants such as `required: [name]` only narrow what stands beside them.
        kept = [key for key in unions if any(_makes_type(variant) for variant in node[key])]
        parts: list[Json] = [{key: node[key]} for key in kept]
        rest = {key: value for key, value in node.items() if key not in (*unions, "discriminator")}
        if not kept:
            return _typed(rest)
        if "discriminator" in node:
            parts[0]["discriminator"] = node["discriminator"]
        if len(kept) == 1 and siblings.keys() == {"type"} and len(types(siblings)) == 1:
            return {**annotations(rest), **parts[0]}  # each variant has the type itself
        return self._distributed({**rest, "allOf": parts}, where, current)

    def _distributed(self, whole: Json, where: str, current: str) -> Json:
        """Return a combination in which the variants of each union hold what is beside it."""
        unions = whole.pop("allOf", [])
        if not unions:
            return self._with_siblings(whole, where, current)
        union, *others = unions
        rest = shape(whole)
        variants = []
        for variant in [*union.get("anyOf", ()), *union.get("oneOf", ())]:
            source = variant.get("$ref") if isinstance(variant, dict) else None
            if is_null(variant) or self._extends(source, current):
                variants.append(variant)
                continue
            merged: Json = {"allOf": [rest, *others, variant]}
            if source is not None:
                merged["x-variant"] = self._key_of(source, where)
            variants.append(merged)
        distributed: Json = {**annotations(whole), "oneOf": variants}
        if "discriminator" in union:
            distributed["discriminator"] = union["discriminator"]
        return distributed

    def _extends(self, ref: str | None, key: str) -> bool:
        """Return True if a component extends another one, so that it has its fields already."""
        target = component_of(ref) if ref else None
        parts = self._raw.get(target, {}).get("allOf", []) if target else []
        return any(isinstance(part, dict) and part.get("$ref") == _ref(key) for part in parts)

    def _part(self, part: Any, where: str, current: str) -> Json:
        """Return a part of `allOf`, with the fields of the component that it may refer to."""
        if not isinstance(part, dict) or shape(part).keys() != {"$ref"}:
            flat = self.flat(part, where, current)
            return self._part(flat, where, current) if "$ref" in flat else flat
        key = self._key_of(part["$ref"], where)
        raw = self._raw.get(key, {})
        if current and any(
            isinstance(variant, dict) and variant.get("$ref") == _ref(current)
            for variant in (*raw.get("oneOf", ()), *raw.get("anyOf", ()))
        ):
            # A base that names its own extensions gives them the fields only.
            unions = (*_UNIONS, "discriminator")
            return shape({name: value for name, value in raw.items() if name not in unions})
        merged = self._component(key)
        while set(merged) & {"$ref", "allOf"}:
            inner = (merged.get("allOf") or [merged])[0]["$ref"]
            merged = self._component(str(component_of(inner)))
        return shape(copy.deepcopy(merged))


def _ref(key: str) -> str:
    return str(reference(key)["$ref"])


def _makes_type(variant: Any) -> bool:
    return isinstance(variant, dict) and bool(shape(variant).keys() & SHAPES)


def _nullable(node: Json) -> Json:
    """Return a schema that allows null as OpenAPI 3.1 says it."""
    if "type" in node and "enum" not in node:
        return {**node, "type": [*types(node), "null"]}
    rest = {key: value for key, value in node.items() if key not in KEPT}
    return {**annotations(node), "anyOf": [rest, NULL]}


def _typed(node: Json) -> Json:
    """Return a schema of one type; several types make a union."""
    named = types(node)
    if len(named) < 2 or "enum" in node or "const" in node:
        return node
    owned = {key for keys in OF_TYPE.values() for key in keys}
    variants = [
        {"type": name, **{key: node[key] for key in OF_TYPE.get(name, ()) if key in node}}
        for name in named
    ]
    rest = {key: value for key, value in node.items() if key not in owned and key != "type"}
    return {**rest, "anyOf": variants}
