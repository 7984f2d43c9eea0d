"""Decoders of properties: the code of the model template that reads values.

A field of a plain type is checked in place, because a function call would cost more than the check.
All other values, and values that fail the check, go through the reader of the field.
"""

from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from .payloads import values_of
from .spec import Json, nodes

_PLAIN: dict[type, tuple[str, str]] = {
    StringProperty: ("text", "str"),
    BooleanProperty: ("boolean", "bool"),
    IntProperty: ("integer", "int"),
    FloatProperty: ("number", "float"),
}
_READERS: dict[type, str] = {
    **{kind: reader for kind, (reader, _) in _PLAIN.items()},
    DateTimeProperty: "datetime_",
    DateProperty: "date_",
    UuidProperty: "uuid_",
    NoneProperty: "null",
}


class DecoderExpressions:
    """Readers of the models of one document."""

    def __init__(self, document: Json) -> None:
        self._document = document

    def expression(self, prop: Property) -> str:
        """Return the expression that turns `value` into the value of the attribute."""
        inner, is_nullable = without_null(prop)
        passes = [] if prop.required else ["value is UNSET"]
        passes += ["value is None"] if is_nullable else []
        read = f"_READ_{prop.python_name.upper()}(value)"
        if type(inner) in _PLAIN:
            passes.append(f"value.__class__ is {_PLAIN[type(inner)][1]}")
        elif self.members_of(prop):
            known = f"_KNOWN_{prop.python_name.upper()}.get(value)"
            read = f"(value.__class__ is str and {known}) or {read}"
        return f"value if {' or '.join(passes)} else {read}" if passes else read

    def members_of(self, prop: Property) -> str | None:
        """Return the expression of the known values of an enumeration, or None."""
        inner, _ = without_null(prop)
        if not isinstance(inner, EnumProperty) or inner.value_type is not str:
            return None
        return f"_readers.enum_members({inner.class_info.name})"

    def field_reader(self, model: ModelProperty, prop: Property) -> str:
        """Return the reader of a field, which names the field in reports."""
        owner, name = model.class_info.name, prop.name.get_untrusted_value()
        inner, is_nullable = without_null(prop)
        if isinstance(inner, DateTimeProperty):
            # A null that is allowed does not come here.
            return f"_readers.datetime_field({owner!r}, {name!r})"
        kind = "nullable_field" if is_nullable else "field"
        return f"_readers.{kind}({owner!r}, {name!r}, {self.reader(inner, f'{owner}.{name}')})"

    def reader(self, prop: Property, where: str) -> str:
        """Return the reader of a value; `where` names it in reports."""
        inner, is_nullable = without_null(prop)
        if is_nullable and inner is not prop:
            return f"_readers.nullable({self.reader(inner, where)})"
        match inner:
            case ListProperty():
                item = self.reader(inner.inner_property, f"{where}[]")
                return f"_readers.list_of({f'{where}[]'!r}, {item})"
            case EnumProperty():
                return f"_readers.enum_member({inner.class_info.name})"
            case ModelProperty():
                return f"{inner.class_info.name}.from_dict"
            case UnionProperty():
                return self._one_of(inner, where)
        return f"_readers.{_READERS.get(type(inner), 'any_value')}"

    def _one_of(self, prop: UnionProperty, where: str) -> str:
        readers = [self.reader(each, where) for each in prop.inner_properties]
        classes = {
            str(each.class_info.name): self.reader(each, where)
            for each in prop.inner_properties
            if isinstance(each, ModelProperty)
        }
        discriminator = self._discriminator(set(classes))
        if discriminator is None:
            return f"_readers.one_of(None, {{}}, [{', '.join(readers)}])"
        name, mapping = discriminator
        named = ", ".join(f"{value!r}: {classes[model]}" for value, model in mapping.items())
        return f"_readers.one_of({name!r}, {{{named}}}, [{', '.join(readers)}])"

    def _discriminator(self, models: set[str]) -> tuple[str, dict[str, str]] | None:
        """Return the discriminator between these models, which the generator drops."""
        for node in nodes(self._document):
            discriminator = node.get("discriminator")
            if discriminator and models:
                branches: list[Json] = node.get("oneOf") or node.get("anyOf") or []
                refs = [each["$ref"] for each in branches if "$ref" in each]
                names = {ref.rpartition("/")[2]: ref for ref in refs}
                if set(names) == models:
                    mapping = discriminator.get("mapping") or names
                    pairs = {value: ref.rpartition("/")[2] for value, ref in mapping.items()}
                    return discriminator["propertyName"], pairs
        return None

    def map_of(self, model: ModelProperty) -> Property | None:
        """Return the property of fields of any name, or None if only declared fields exist."""
        return values_of(model)

    def map_reader(self, model: ModelProperty, prop: Property) -> str:
        """Return the reader of the fields of any name."""
        owner = model.class_info.name
        return f"_readers.dict_of({owner!r}, {self.reader(prop, f'{owner}.*')})"

    def model_imports(self, model: ModelProperty) -> list[str]:
        """Return the import lines of the models and enumerations in the fields of a model."""
        declared = [*(model.required_properties or []), *(model.optional_properties or [])]
        properties: list[Property] = [*declared]
        if others := self.map_of(model):
            properties.append(others)
        return sorted(
            {
                f"from .{each.class_info.module_name} import {each.class_info.name}"
                for prop in properties
                for each in _named_in(prop)
                if each.class_info.name != model.class_info.name
            }
        )


def without_null(prop: Property) -> tuple[Property, bool]:
    """Return the property without null, and True if null was allowed."""
    if not isinstance(prop, UnionProperty):
        return prop, isinstance(prop, NoneProperty)
    others = [each for each in prop.inner_properties if not isinstance(each, NoneProperty)]
    is_nullable = len(others) < len(prop.inner_properties)
    return (others[0] if len(others) == 1 else prop), is_nullable


def _named_in(prop: Property) -> list[ModelProperty | EnumProperty]:
    match prop:
        case ModelProperty() | EnumProperty():
            return [prop]
        case ListProperty():
            return _named_in(prop.inner_property)
        case UnionProperty():
            return [found for each in prop.inner_properties for found in _named_in(each)]
    return []
