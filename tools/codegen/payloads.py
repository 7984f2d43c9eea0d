"""Payloads of operations: the success body without its envelope."""

from collections.abc import Iterable
from dataclasses import dataclass

from attrs import evolve

from .annotations import Annotations
from .body_properties import bytes_like
from .generator_adapter import (
    BYTES_SOURCE,
    NONE_SOURCE,
    BooleanProperty,
    ConstProperty,
    Endpoint,
    ListProperty,
    ModelProperty,
    NoneProperty,
    Property,
    PropertyProtocol,
    Reference,
    Response,
    UnionProperty,
)
from .response_forms import media_of_response


@dataclass(frozen=True)
class Payload:
    """Returned part of a body: its property and the expression that reads it."""

    prop: Property
    type_string: str
    """Type as Python writes it."""
    accessor: str = ""


class Payloads:
    """Payloads of the operations of one document."""

    def __init__(self, models: list[ModelProperty], annotations: Annotations) -> None:
        self.annotations = annotations
        self.names = annotations.names
        # Where a property refers to a schema it carries the name only; the fields are here.
        self._models = {model.class_info.name: model for model in models}

    def of(self, prop: Property) -> Payload:
        """Return `data` of an envelope, its `items` if it has only them, or the whole body."""
        fields = self.fields(prop)
        if "data" not in fields or not {"success", "status"} & fields.keys():
            return self._payload(prop)
        data = fields["data"]
        match self.fields(data):
            case {"items": ListProperty() as items, **rest} if not _are_there(rest.values()):
                return self._payload(items, ".data.items")
        return self._payload(data, ".data")

    def _payload(self, prop: Property, accessor: str = "") -> Payload:
        return Payload(prop, self.annotations.of(prop), accessor)

    def has_envelope(self, prop: PropertyProtocol) -> bool:
        """Return False if a body declares `success` or `error` as data.

        An envelope has a boolean `success`. Without it, an `error` that can have a value is data.
        """
        if isinstance(prop, UnionProperty):
            return all(self.has_envelope(variant) for variant in prop.inner_properties)
        fields = self.fields(prop)
        success, error = fields.get("success"), fields.get("error")
        if success is not None:
            return isinstance(success, BooleanProperty | ConstProperty)
        return error is None or isinstance(error, NoneProperty)

    def type_of(self, endpoint: Endpoint) -> str:
        """Return the type of the payload of an operation."""
        types: dict[str, None] = {}
        for response in successes(endpoint):
            types[self.of(response.prop).type_string] = None
            kinds = [kind for _, kind in media_of_response(response)[1:]]
            types |= dict.fromkeys("str" if kind == "text" else "bytes" for kind in kinds)
        return " | ".join(types) or "None"

    def imports_of(self, endpoint: Endpoint) -> list[str]:
        """Return the import lines for `type_of`."""
        props = [self.of(response.prop).prop for response in successes(endpoint)]
        return self.annotations.imports_of(props)

    def fields(self, prop: PropertyProtocol) -> dict[str, Property]:
        """Return the fields of a model by JSON name; an empty dictionary for other properties."""
        if not isinstance(prop, ModelProperty):
            return {}
        model = self._models[prop.class_info.name]
        declared = [*(model.required_properties or []), *(model.optional_properties or [])]
        return {field.name.get_untrusted_value(): field for field in declared}

    def is_read_only(self, prop: ModelProperty, field: Property) -> bool:
        """Return True if a request must not hold a field of a model."""
        model = self._models[prop.class_info.name]
        declared = (model.data.properties or {}).get(field.name)
        if isinstance(declared, Reference):
            return bool((declared.model_extra or {}).get("readOnly"))
        return declared is not None and bool(declared.readOnly)

    def is_open(self, prop: ModelProperty) -> bool:
        """Return True if a model has fields of any name."""
        return self.others(prop) is not None

    def others(self, prop: ModelProperty) -> Property | None:
        """Return the property of a model's fields of any name, or None."""
        return values_of(self._models[prop.class_info.name])

    def map_values(self, prop: ModelProperty) -> Property | None:
        """Return the property of the values if a model is a map, or None."""
        return None if self.fields(prop) else self.others(prop)


def values_of(model: ModelProperty) -> Property | None:
    """Return the property of fields of any name, or None if only declared fields exist."""
    declared = model.data.additionalProperties
    has_fields = bool(model.required_properties or model.optional_properties)
    return None if declared is None and has_fields else model.additional_properties


def _are_there(fields: Iterable[Property]) -> bool:
    """Return True if one of the fields is required."""
    return any(field.required for field in fields)


def successes(endpoint: Endpoint) -> list[Response]:
    """Return the documented 2xx responses; without a body their property is None."""
    ranges = [(response, response.status_code.range) for response in endpoint.responses.patterns]
    return [_completed(response) for response, code in ranges if code and 200 <= code[0] < 300]


def _completed(response: Response) -> Response:
    if response.source == BYTES_SOURCE:
        return evolve(response, prop=bytes_like(response.prop))
    if response.source != NONE_SOURCE:
        return response
    prop = response.prop
    nothing = NoneProperty(
        name=prop.name,
        required=True,
        default=None,
        python_name=prop.python_name,
        description=prop.description,
        example=None,
    )
    return evolve(response, prop=nothing)


def optional_headers(endpoint: Endpoint) -> list[str]:
    """Return the names of the optional headers, without the idempotency key."""
    names = [
        header.name.get_untrusted_value()
        for header in endpoint.header_parameters
        if not header.required
    ]
    return sorted(name.lower() for name in names if name.lower() != "idempotency-key")
