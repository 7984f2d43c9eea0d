"""Document for the generator, and what the generator would drop of it."""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..generator_adapter import Config, GeneratorData, Property, PythonIdentifier, UntrustedString
from ..spec import Json
from ..unions import Unions
from .builder import SchemaBuilder
from .discriminators import Marks
from .inheritance import expand_bases
from .names import ClassNames, rename_components
from .objects import distinct_names
from .recursion import break_aliases
from .references import reachable
from .refusals import Refusals
from .uses import Use, uses

# Attributes of every model, besides those of its fields.
_OF_MODELS = frozenset(["from_dict", "to_dict", "additional_properties", "outcome"])


@dataclass(frozen=True)
class Normalized:
    """Document for the generator, with the names and discriminators that it cannot hold."""

    document: Json
    unions: Unions
    json_names: Mapping[str, str]
    """Names in the document, by the names for the generator."""

    def restore_names(self, data: GeneratorData) -> None:
        """Give properties and parameters the names of the document again."""
        for model in data.models:
            for field in [*(model.required_properties or []), *(model.optional_properties or [])]:
                if field.python_name in _OF_MODELS:
                    _rename(field, f"{field.python_name}_")
                self._restore(field)
            declared = model.data.properties or {}
            model.data.properties = {
                UntrustedString(self._original(name)): schema for name, schema in declared.items()
            }
        for collection in data.endpoint_collections_by_tag.values():
            for endpoint in collection.endpoints:
                for _, parameter in endpoint.iter_all_parameters():
                    self._restore(parameter)

    def _restore(self, prop: Property) -> None:
        object.__setattr__(prop, "name", UntrustedString(self._original(prop.name)))

    def _original(self, name: UntrustedString) -> str:
        untrusted = name.get_untrusted_value()
        return self.json_names.get(untrusted, untrusted)


def _rename(prop: Property, name: str) -> None:
    object.__setattr__(prop, "python_name", PythonIdentifier(name, "", skip_snake_case=True))


def normalize(document: Json, config: Config, resources: Iterable[str]) -> Normalized:
    """Return the document with schemas that the generator reads right.

    Args:
        document: The document, which is not changed.
        config: Settings of the generator, to which names of classes are added.
        resources: Names of the resource classes, which no schema's class may have.

    Raises:
        DocumentError: A schema cannot be generated; the message names it and says what to write.

    """
    document = copy.deepcopy(document)
    names = ClassNames(config, resources)
    original = rename_components(document, names)
    expand_bases(document, names.add)
    places = list(uses(document, config.field_prefix))
    components: Json = document.setdefault("components", {}).setdefault("schemas", {})
    with_files = reachable(
        components, [place.owner["schema"] for place in places if place.has_files]
    )
    builder = SchemaBuilder(document, names, Marks(names, original), with_files)
    refusals = Refusals()
    for key in list(components):
        with refusals:
            builder.component(key)
    for place in places:
        with refusals:
            place.owner["schema"] = builder.use(place)
    with refusals:
        builder.finish()
    refusals.check()
    document["components"]["schemas"] = builder.components
    break_aliases(builder.components)
    _apply_directions(builder.components, places)
    _rename_parameters(document, builder.json_names)
    return Normalized(document, builder.marks.unions(builder.components), builder.json_names)


def _apply_directions(components: Json, places: list[Use]) -> None:
    """Make read-only fields of requests and write-only fields of responses optional."""
    for direction, key in (("request", "readOnly"), ("response", "writeOnly")):
        roots: list[Any] = [use.owner["schema"] for use in places if use.direction == direction]
        for name in reachable(components, roots):
            component = components[name]
            for field, schema in component.get("properties", {}).items():
                if schema.get(key) and field in component.get("required", ()):
                    component["required"].remove(field)


def _rename_parameters(document: Json, json_names: dict[str, str]) -> None:
    """Give each parameter a unique name in Python."""
    for path in list(document.get("paths", {})):
        for operation in document["paths"][path].values():
            if isinstance(operation, dict) and "responses" in operation:
                _rename_parameters_of(operation, json_names)


def _rename_parameters_of(operation: Json, json_names: dict[str, str]) -> None:
    reserved = ["body"] if "requestBody" in operation else []
    for location in ("query", "header", "cookie"):
        located = [
            parameter
            for parameter in operation.get("parameters", ())
            if parameter["in"] == location
        ]
        distinct = distinct_names([parameter["name"] for parameter in located], reserved)
        for parameter in located:
            name = parameter["name"]
            parameter["name"] = distinct[name]
            if distinct[name] != name:
                json_names[distinct[name]] = name
