"""Discriminators of bases: a base that others extend by `allOf` is a union at its uses."""

from collections.abc import Iterator
from typing import Any

from ..spec import Json, nodes
from .keywords import ANNOTATIONS
from .references import component_of, reference


def expand_bases(document: Json, add: Any) -> None:
    """Let each use of a base with a discriminator mean the base or one of its extensions.

    Args:
        document: The document, which is changed.
        add: Function that returns a free key for a new component, given a preferred key.

    """
    components: Json = document.get("components", {}).get("schemas", {})
    bases = {
        key: list(_extensions(components, key)) for key in components if _is_base(components[key])
    }
    unions: dict[str, str] = {}
    for base, extensions in bases.items():
        if extensions:
            unions[base] = add(f"{base}Variant")
    declared = {id(schema) for schema in components.values()}
    for node in list(nodes(document)):
        for key, value in node.items():
            is_use = key != "allOf" or (id(node) not in declared and _is_use(node))
            if is_use and isinstance(value, dict | list):
                _redirect(value, unions)
    for base, union in unions.items():
        components[union] = {
            "oneOf": [reference(key) for key in (*bases[base], base)],
            "discriminator": components[base].pop("discriminator"),
            "x-base": base,
        }


def _is_base(schema: Any) -> bool:
    return (
        isinstance(schema, dict)
        and "discriminator" in schema
        and "oneOf" not in schema
        and "anyOf" not in schema
    )


def _extensions(components: Json, base: str) -> Iterator[str]:
    """Yield the keys of the schemas that extend a base, at any depth."""
    pending, reached = [base], {base}
    while pending:
        current = pending.pop(0)
        for key, schema in components.items():
            if key not in reached and current in _parents(schema):
                reached.add(key)
                pending.append(key)
                yield key


def _parents(schema: Any) -> list[str]:
    parts = schema.get("allOf", []) if isinstance(schema, dict) else []
    refs = [part["$ref"] for part in parts if isinstance(part, dict) and "$ref" in part]
    return [key for ref in refs if (key := component_of(ref))]


def _is_use(node: Json) -> bool:
    """Return True if `allOf` only adds annotations to a reference, within another schema."""
    others = [key for key in node if key != "allOf" and key not in ANNOTATIONS]
    return len(node["allOf"]) == 1 and not [key for key in others if not key.startswith("x-")]


def _redirect(value: Any, unions: dict[str, str]) -> None:
    """Replace the references in a value, not those deeper in it."""
    for node in [value] if isinstance(value, dict) else value:
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            key = component_of(node["$ref"])
            if key in unions:
                node.update(reference(unions[key]))
