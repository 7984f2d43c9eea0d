"""Encoders of values: the code that checks and converts what is sent."""

import re
from collections.abc import Iterable, Iterator

from .decoders import without_null
from .generator_adapter import (
    BooleanProperty,
    ConstProperty,
    DateProperty,
    DateTimeProperty,
    Endpoint,
    EndpointCollection,
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
from .payloads import Payloads

_ENCODERS: dict[type, str] = {
    StringProperty: "text",
    BooleanProperty: "boolean",
    IntProperty: "integer",
    FloatProperty: "number",
    DateTimeProperty: "datetime_",
    DateProperty: "date_",
    UuidProperty: "uuid_",
    NoneProperty: "null",
    FileProperty: "file",
}

# A text of such a name is an ID, which callers may have as an integer or a UUID.
_ID = re.compile(r"(?:^|_)ids?_?$")


class Encodings:
    """Encoders of the parameters and bodies of one document."""

    def __init__(self, areas: Iterable[EndpointCollection], payloads: Payloads) -> None:
        self._payloads = payloads
        self._sent: set[str] = set()
        for endpoint in (endpoint for area in areas for endpoint in area.endpoints):
            self._mark(self._values_of(endpoint))

    def encoder(self, prop: Property, name: str | None = None) -> str:
        """Return the expression of a property's encoder; `name` is the name of its container."""
        name = name or str(prop.python_name)
        inner, is_nullable = without_null(prop)
        expression = self._encoder(inner, name)
        return f"_encoders.nullable({expression})" if is_nullable else expression

    def parameter(self, prop: Property) -> str:
        """Return the encoder of a parameter or a field, which may be left out."""
        expression = self.encoder(prop)
        return expression if prop.required else f"_encoders.optional({expression})"

    def item(self, prop: Property) -> str:
        """Return the encoder of the items of a list."""
        inner, _ = without_null(prop)
        assert isinstance(inner, ListProperty)  # noqa: S101 - x-batch and explode: false say so
        return self.encoder(inner.inner_property, str(prop.python_name))

    def is_sent(self, model: ModelProperty) -> bool:
        """Return True if a request can hold the model."""
        return str(model.class_info.name) in self._sent

    def fields(self, model: ModelProperty) -> list[tuple[str, str]]:
        """Return the encoder of each attribute of a model, and of all other fields by `*`."""
        declared = self._payloads.fields(model).values()
        encoders = [
            (
                str(field.python_name),
                "_encoders.omitted"
                if self._payloads.is_read_only(model, field)
                else self.parameter(field),
            )
            for field in declared
        ]
        others = self._payloads.others(model)
        if others is not None:
            encoders.append(("*", f"_encoders.dict_of({self.encoder(others, '')})"))
        return encoders

    def _encoder(self, prop: Property, name: str) -> str:
        match prop:
            case StringProperty() if _ID.search(name):
                return "_encoders.identifier"
            case ListProperty():
                return f"_encoders.list_of({self.encoder(prop.inner_property, name)})"
            case EnumProperty():
                return f"_encoders.enum_member({prop.class_info.name})"
            case ModelProperty():
                return f"_encoders.model({prop.class_info.name})"
            case ConstProperty():
                return f"_encoders.const({literal(prop.value.raw_value)})"
            case UnionProperty():
                return self._one_of(prop, name)
        return f"_encoders.{_ENCODERS.get(type(prop), 'any_value')}"

    def _one_of(self, prop: UnionProperty, name: str) -> str:
        # An ID that may be an integer or a UUID is sent as the type that it has.
        is_plain = any(
            isinstance(variant, IntProperty | UuidProperty) for variant in prop.inner_properties
        )
        encoders = [
            self.encoder(variant, "_" if is_plain else name) for variant in prop.inner_properties
        ]
        return f"_encoders.one_of({', '.join(encoders)})"

    def _values_of(self, endpoint: Endpoint) -> Iterator[Property]:
        yield from endpoint.list_all_parameters()
        yield from (body.prop for body in endpoint.bodies)

    def _mark(self, props: Iterable[Property]) -> None:
        """Note the models that requests can hold."""
        for prop in props:
            match prop:
                case ListProperty():
                    self._mark([prop.inner_property])
                case UnionProperty():
                    self._mark(prop.inner_properties)
                case ModelProperty() if not self.is_sent(prop):
                    self._sent.add(str(prop.class_info.name))
                    self._mark(self._payloads.fields(prop).values())
                    others = self._payloads.others(prop)
                    self._mark([others] if others else [])
