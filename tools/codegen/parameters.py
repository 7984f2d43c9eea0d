"""Parameters of methods: accepted types, and their conversion for a model or a call.

An enumeration is accepted as text too, and an object as a mapping. A list is accepted as any
iterable, and a file in every form that a caller can have.
"""

from dataclasses import dataclass

from .decoders import without_null
from .generator_adapter import (
    AnyProperty,
    EnumProperty,
    FileProperty,
    ListProperty,
    ModelProperty,
    UnionProperty,
)
from .generator_adapter import PropertyProtocol as Property
from .payloads import Payloads
from .runtime_names import RuntimeNames

# Names in annotations and arguments beside the types of properties.
_TYPES = ("Mapping", "Iterable", "Any", "Upload")


@dataclass(frozen=True)
class ConvertedParameter:
    """Parameter of a method and its conversion."""

    name: str
    annotation: str
    default: str | None
    argument: str
    """Expression of the converted value."""
    imports: tuple[str, ...]
    """Import lines that the annotation and the argument may need."""


@dataclass(frozen=True)
class _Conversion:
    """Type of a present value, and its conversion."""

    annotation: str
    conversion: str = "{value}"

    def of(self, name: str) -> str:
        return self.conversion.format(argument=repr(name).replace("'", '"'), value=name)

    @property
    def is_plain(self) -> bool:
        return self.conversion == "{value}"


def convert_parameter(
    payloads: Payloads, prop: Property, name: str, *, has_null: bool
) -> ConvertedParameter:
    """Return the parameter for a value. Its default is None, or UNSET if None means null."""
    inner, is_nullable = without_null(prop)
    names = payloads.names
    form = _conversion(payloads, inner)
    is_any = isinstance(inner, AnyProperty)
    is_nullable = has_null and (is_nullable or is_any)
    annotation, default = form.annotation, None
    if not prop.required:
        default = "UNSET" if is_nullable else "None"
    if not is_any and (is_nullable or not prop.required):
        kinds = dict.fromkeys([annotation, "None"])  # null may be the only type
        annotation = " | ".join([*kinds, *([names["Unset"]] if default == "UNSET" else [])])
    default = names["UNSET"] if default == "UNSET" else default
    argument = _argument(names, form, name, default, is_nullable=is_nullable)
    annotated = [prop, *_map_values(payloads, inner)]
    lines = [*payloads.annotations.imports_of(annotated), *names.imports(*_TYPES)]
    return ConvertedParameter(name, annotation, default, argument, tuple(lines))


def _argument(
    names: RuntimeNames, form: _Conversion, name: str, default: str | None, *, is_nullable: bool
) -> str:
    if default == "None":
        return (
            f"_arguments.unset_if_none({name})"
            if form.is_plain
            else f"{names['UNSET']} if {name} is None else {form.of(name)}"
        )
    if form.is_plain or not is_nullable:
        return form.of(name)
    absent = f"{name} is None"
    if default:
        absent += f" or _builtins.isinstance({name}, {names['Unset']})"
    return f"{name} if {absent} else {form.of(name)}"


def _conversion(payloads: Payloads, prop: Property) -> _Conversion:
    match prop:
        case EnumProperty():
            name = prop.class_info.name
            return _Conversion(
                f"{name} | {prop.value_type.__name__}",
                f"_arguments.enum_member({name}, {{argument}}, {{value}})",
            )
        case FileProperty():
            return _Conversion(payloads.names["Upload"], "_arguments.file({argument}, {value})")
        case ModelProperty() if (values := payloads.map_values(prop)) is not None:
            annotation = payloads.annotations.of(values)
            return _Conversion(
                f"{payloads.names['Mapping']}[str, {annotation}]",
                f"{prop.class_info.name}(_arguments.as_dict({{argument}}, {{value}}))",
            )
        case ModelProperty():
            name = prop.class_info.name
            return _Conversion(
                f"{name} | {_any_mapping(payloads.names)}",
                f"_arguments.as_model({name}, {{argument}}, {{value}})",
            )
        case UnionProperty() if any(isinstance(p, ModelProperty) for p in prop.inner_properties):
            kinds = payloads.annotations.of(prop, is_optional=False)
            return _Conversion(
                f"{kinds} | {_any_mapping(payloads.names)}", "_arguments.any_of({value})"
            )
        case ListProperty():
            return _list_conversion(payloads, prop)
    return _Conversion(payloads.annotations.of(prop, is_optional=False))


def _any_mapping(names: RuntimeNames) -> str:
    return f"{names['Mapping']}[str, {names['Any']}]"


def _map_values(payloads: Payloads, prop: Property) -> list[Property]:
    """Return the values of a map, whose type the annotation names instead of the map."""
    match prop:
        case ListProperty():
            return _map_values(payloads, prop.inner_property)
        case ModelProperty() if (values := payloads.map_values(prop)) is not None:
            return [values]
    return []


def _list_conversion(payloads: Payloads, prop: ListProperty) -> _Conversion:
    item = _conversion(payloads, prop.inner_property)
    annotation = f"{payloads.names['Iterable']}[{item.annotation}]"
    if item.is_plain:
        return _Conversion(annotation, "_arguments.as_list({argument}, {value})")
    convert = item.conversion.format(argument="name", value="item")
    conversion = f"_arguments.list_with({{argument}}, {{value}}, lambda name, item: {convert})"
    return _Conversion(annotation, conversion)
