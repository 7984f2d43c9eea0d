"""Checks of generator-config.yml, at any depth."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from ..generator_adapter import ClassName, ConfigFile
from .document import Node
from .findings import Finding, suggestion
from .shapes import findings_of


def is_configuration(settings: Node) -> Iterator[Finding]:
    """Require that each setting exists and has the type that the generator expects."""
    schema = _closed(ConfigFile.model_json_schema())
    yield from findings_of(jsonschema_rs.Draft202012Validator(schema), settings, schema)
    if settings.get("literal_enums") is True:
        text = "enumerations are open classes, which no literal can be: remove it"
        yield Finding(("literal_enums",), text)


def overrides_name_schemas(settings: Node, document: Node) -> Iterator[Finding]:
    """Require that each class override names a schema, and a class that is still free."""
    schemas = document.get("components", {}).get("schemas", {})
    classes = {str(ClassName(name, "field_")): name for name in schemas}
    overrides = settings.get("class_overrides", {})
    owners = {name: schema for name, schema in classes.items() if name not in overrides}
    for name, override in overrides.items():
        at = ("class_overrides", name)
        if name not in classes:
            yield Finding(at, f"unknown schema {name!r}: {suggestion(name, classes)}")
        class_name = override.get("class_name")
        if class_name is None:
            continue
        if not class_name.isidentifier():
            yield Finding((*at, "class_name"), f"must be a Python identifier, got {class_name!r}")
        elif owners.setdefault(class_name, name) != name:
            text = f"{class_name!r} is already used by {owners[class_name]!r}: use another name"
            yield Finding((*at, "class_name"), text)


def modules_are_free(settings: Node) -> Iterator[Finding]:
    """Require that each module of a class override is an identifier, and used once."""
    owners: dict[str, str] = {}
    for name, override in settings.get("class_overrides", {}).items():
        module_name = override.get("module_name")
        at = ("class_overrides", name, "module_name")
        if module_name is None:
            continue
        if not module_name.isidentifier():
            yield Finding(at, f"must be a Python identifier, got {module_name!r}")
        elif owners.setdefault(module_name, name) != name:
            text = f"{module_name!r} is already used by {owners[module_name]!r}: use another name"
            yield Finding(at, text)


def _closed(schema: Any) -> Any:
    """Return a schema that refuses unknown keys and null."""
    if isinstance(schema, list):
        return [_closed(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    match closed.get("anyOf"):
        case [inner, {"type": "null"}]:
            del closed["anyOf"]
            closed |= inner
    if isinstance(closed.get("properties"), dict) and "additionalProperties" not in closed:
        closed["additionalProperties"] = False
    return closed
