"""Decoders of properties: the code of the model template that reads values.

A field of a plain type is checked in place, because a function call would cost more than the check.
All other values, and values that fail the check, go through the reader of the field.
"""

from collections import Counter

from .annotations import class_import
from .generator_adapter import (
    AnyProperty,
    BooleanProperty,
    ConstProperty,
    DateProperty,
    DateTimeProperty,
    EnumProperty,
    FloatProperty,
    IntProperty,
    ListProperty,
    ModelProperty,
    NoneProperty,
    StringProperty,
    UnionProperty,
    UuidProperty,
)
from .generator_adapter import PropertyProtocol as Property
from .literals import literal
from .payloads import values_of
from .runtime_names import RuntimeNames
from .unions import Unions

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
# A variant is tried before variants that accept more.
_GENERALITY: dict[type, int] = {
    ConstProperty: 0,
    NoneProperty: 0,
    UuidProperty: 1,
    DateTimeProperty: 1,
    DateProperty: 1,
    EnumProperty: 2,
    BooleanProperty: 3,
    IntProperty: 3,
    FloatProperty: 4,
    StringProperty: 4,
    ListProperty: 5,
    ModelProperty: 5,
}
_MOST_GENERAL = 6


class DecoderExpressions:
    """Readers of the models of one document."""

    def __init__(self, unions: Unions, names: RuntimeNames) -> None:
        self._unions = unions
        self._names = names

    def expression(self, prop: Property, name: str) -> str:
        """Return the expression that turns `value` into the value of the attribute.

        Args:
            prop: The property.
            name: Ending of the global names that belong to it.

        """
        inner, is_nullable = without_null(prop)
        passes = [] if prop.required else [f"value is {self._names['UNSET']}"]
        passes += ["value is None"] if is_nullable else []
        read = f"_READ_{name}(value)"
        if type(inner) in _PLAIN:
            passes.append(f"value.__class__ is {_PLAIN[type(inner)][1]}")
        elif isinstance(inner, EnumProperty):
            known = f"_KNOWN_{name}.get(value)"
            read = f"(value.__class__ is {inner.value_type.__name__} and {known}) or {read}"
        return f"value if {' or '.join(passes)} else {read}" if passes else read

    def members_of(self, prop: Property) -> str | None:
        """Return the expression of the known values of an enumeration, or None."""
        inner, _ = without_null(prop)
        if not isinstance(inner, EnumProperty):
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

    def reader(self, prop: Property, label: str) -> str:
        """Return the reader of a value; `where` names it in reports."""
        inner, is_nullable = without_null(prop)
        if is_nullable and inner is not prop:
            return f"_readers.nullable({self.reader(inner, label)})"
        match inner:
            case ListProperty():
                item = self.reader(inner.inner_property, f"{label}[]")
                return f"_readers.list_of({f'{label}[]'!r}, {item})"
            case EnumProperty():
                return f"_readers.enum_member({inner.class_info.name})"
            case ModelProperty():
                return f"{inner.class_info.name}.from_dict"
            case UnionProperty() if any(map(_is_any, inner.inner_properties)):
                return "_readers.any_value"
            case UnionProperty():
                return self._one_of(inner, label)
            case ConstProperty():
                return f"_unions.const({literal(inner.value.raw_value)})"
        return f"_readers.{_READERS.get(type(inner), 'any_value')}"

    def _one_of(self, prop: UnionProperty, label: str) -> str:
        """Return the reader of a union: its discriminators, and the variants."""
        discriminators = self._unions.discriminators(prop)
        named = {
            name for discriminator in discriminators for name in discriminator.classes.values()
        }
        variants = sorted(prop.inner_properties, key=_generality)
        readers = [
            self.reader(variant, label) for variant in variants if _class_of(variant) not in named
        ]
        arguments = [f"[{', '.join(readers)}]"]
        for discriminator in discriminators:
            mapping = ", ".join(
                f"{literal(value)}: {name}.from_dict"
                for value, name in discriminator.classes.items()
            )
            arguments.append(f"({literal(discriminator.property_name)}, {{{mapping}}})")
        return f"_unions.one_of({', '.join(arguments)})"

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
                class_import(named, ".")
                for prop in properties
                for named in _named_in(prop)
                if named.class_info.name != model.class_info.name
            }
        )

    def globals_of(self, model: ModelProperty) -> dict[str, str]:
        """Return the ending of the global names for each attribute of a model."""
        declared = [*(model.required_properties or []), *(model.optional_properties or [])]
        names = [str(prop.python_name) for prop in declared]
        upper = Counter(name.upper() for name in names)
        return {name: name.upper() if upper[name.upper()] == 1 else name for name in names}


def _class_of(prop: Property) -> str | None:
    return str(prop.class_info.name) if isinstance(prop, ModelProperty) else None


def _is_any(prop: Property) -> bool:
    return isinstance(prop, AnyProperty)


def _generality(prop: Property) -> int:
    return _GENERALITY.get(type(prop), _MOST_GENERAL)


def without_null(prop: Property) -> tuple[Property, bool]:
    """Return the property without null, and True if null was allowed."""
    if not isinstance(prop, UnionProperty):
        return prop, isinstance(prop, NoneProperty)
    others = [variant for variant in prop.inner_properties if not isinstance(variant, NoneProperty)]
    is_nullable = len(others) < len(prop.inner_properties)
    return (others[0] if len(others) == 1 else prop), is_nullable


def _named_in(prop: Property) -> list[ModelProperty | EnumProperty]:
    match prop:
        case ModelProperty() | EnumProperty():
            return [prop]
        case ListProperty():
            return _named_in(prop.inner_property)
        case UnionProperty():
            return [name for variant in prop.inner_properties for name in _named_in(variant)]
    return []
