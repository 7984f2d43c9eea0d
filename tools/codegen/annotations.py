"""Annotations of properties, and the import lines that they need."""

from collections.abc import Iterable, Iterator

from .body_properties import BytesProperty, ContentProperty
from .generator_adapter import (
    AnyProperty,
    BooleanProperty,
    ConstProperty,
    DateProperty,
    DateTimeProperty,
    EnumProperty,
    FileProperty,
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
from .runtime_names import RuntimeNames

_BUILTINS: dict[type, str] = {
    StringProperty: "str",
    BooleanProperty: "bool",
    IntProperty: "int",
    FloatProperty: "float",
    DateTimeProperty: "datetime.datetime",
    DateProperty: "datetime.date",
    NoneProperty: "None",
    BytesProperty: "bytes",
}
_IMPORTED: dict[type, str] = {
    UuidProperty: "UUID",
    AnyProperty: "Any",
    FileProperty: "File",
    ContentProperty: "Content",
}


class Annotations:
    """Annotations of the properties of one document."""

    def __init__(self, names: RuntimeNames) -> None:
        self.names = names

    def of(self, prop: Property, *, is_optional: bool | None = None) -> str:
        """Return the type of a property's values.

        Args:
            prop: The property.
            is_optional: True adds the type of UNSET. By default the property decides.

        """
        may_be_unset = not prop.required if is_optional is None else is_optional
        if isinstance(prop, UnionProperty):
            kinds = {self.of(inner, is_optional=False) for inner in prop.inner_properties}
            kinds |= {self.names["Unset"]} if may_be_unset else set()
            return " | ".join(sorted(kinds, key=str.lower))
        return f"{self._of(prop)} | {self.names['Unset']}" if may_be_unset else self._of(prop)

    def _of(self, prop: Property) -> str:
        match prop:
            case EnumProperty() | ModelProperty():
                return str(prop.class_info.name)
            case ListProperty():
                return f"list[{self.of(prop.inner_property, is_optional=False)}]"
            case ConstProperty():
                return f"{self.names['Literal']}[{literal(prop.value.raw_value)}]"
        if name := _IMPORTED.get(type(prop)):
            return self.names[name]
        return _BUILTINS[type(prop)]

    def imports_of(self, props: Iterable[Property], package: str = "...models") -> list[str]:
        """Return the import lines of what the annotations name, except that of UNSET."""
        return sorted({line for prop in props for line in self._lines(prop, package)})

    def _lines(self, prop: Property, package: str) -> Iterator[str]:
        match prop:
            case EnumProperty() | ModelProperty():
                yield class_import(prop, package)
            case ListProperty():
                yield from self._lines(prop.inner_property, package)
            case UnionProperty():
                for inner in prop.inner_properties:
                    yield from self._lines(inner, package)
            case ConstProperty():
                yield from self.names.imports("Literal")
            case DateProperty() | DateTimeProperty():
                yield "import datetime"
        if name := _IMPORTED.get(type(prop)):
            yield from self.names.imports(name)


def class_import(prop: EnumProperty | ModelProperty, package: str) -> str:
    """Return the import line of the class of a property."""
    separator = "" if package.endswith(".") else "."
    return f"from {package}{separator}{prop.class_info.module_name} import {prop.class_info.name}"
