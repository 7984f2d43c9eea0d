"""Python code for the runtime expressions of the spec, in payloads and requests."""

from dataclasses import dataclass
from typing import Any

from .decoders import without_null
from .generator_adapter import (
    Endpoint,
    EnumProperty,
    ListProperty,
    Property,
    PropertyProtocol,
    PythonIdentifier,
    StringProperty,
    UntrustedString,
)
from .payloads import Payload, Payloads
from .spec import DocumentError, Json

RESPONSE_BODY = "$response.body#"
REQUEST_PATH = "$request.path."
REQUEST_BODY = "$request.body#"
ARGUMENT = "$argument."


@dataclass(frozen=True)
class Expression:
    """Python expression and the property that it has."""

    code: str
    prop: PropertyProtocol
    may_be_unset: bool = False
    """True if it is UNSET when the caller leaves it out."""


class ExpressionResolver:
    """Resolver of runtime expressions in the models of one document."""

    def __init__(self, payloads: Payloads) -> None:
        self._payloads = payloads

    def in_response(self, payload: Payload, where: str, name: str) -> Expression:
        """Return the expression in the payload of a response, which is called `name`."""
        names = [each for each in where.removeprefix(RESPONSE_BODY).split("/") if each]
        envelope = [each for each in payload.accessor.split(".") if each]
        if not where.startswith(RESPONSE_BODY) or names[: len(envelope)] != envelope:
            raise DocumentError(f"{where} is no place in the payload of the answer")
        return self.within(Expression(name, payload.prop), "/".join(names[len(envelope) :]), where)

    def optional_in_response(self, payload: Payload, where: str, name: str) -> str:
        """Return the code of a place in the payload of a response that may be missing or null."""
        names = [each for each in where.removeprefix(RESPONSE_BODY).split("/") if each]
        envelope = [each for each in payload.accessor.split(".") if each]
        if not where.startswith(RESPONSE_BODY) or names[: len(envelope)] != envelope:
            raise DocumentError(f"{where} is no place in the payload of the answer")
        code, prop = name, payload.prop
        for step in names[len(envelope) :]:
            inner, is_nullable = without_null(prop)
            fields = self._payloads.fields(inner)
            if step not in fields:
                raise DocumentError(f"{where} is no field of the answer")
            attribute = f"{code}.{fields[step].python_name}"
            may_be_missing = is_nullable or (prop is not payload.prop and not prop.required)
            code = f"({code} and {attribute})" if may_be_missing else attribute
            prop = fields[step]
        return code

    def within(self, start: Expression, pointer: str, where: str) -> Expression:
        """Return the target of a pointer; raise DocumentError if it may be missing."""
        place = self.within_request(start, pointer, where)
        if place.may_be_unset:
            raise DocumentError(f"{where} is no field that is always there")
        return place

    def within_request(self, start: Expression, pointer: str, where: str) -> Expression:
        """Return the target of a pointer in an argument, which may be optional."""
        place = start
        for name in [each for each in pointer.split("/") if each]:
            fields = self._payloads.fields(place.prop)
            if name not in fields:
                raise DocumentError(f"{where} is no field that is always there")
            expression = f"{place.code}.{fields[name].python_name}"
            if place.may_be_unset:
                expression = f"({place.code} and {expression})"
            place = Expression(
                expression, fields[name], place.may_be_unset or not fields[name].required
            )
        return place


class RequestContext:
    """Expressions of the arguments of an operation: path, body and the additions of a rule."""

    def __init__(
        self, resolver: ExpressionResolver, endpoint: Endpoint, added: Json | None = None
    ) -> None:
        self._resolver = resolver
        self._endpoint = endpoint
        self.verify_only: list[Property] = [
            _argument(name, each["description"]) for name, each in (added or {}).items()
        ]
        own = {str(each.python_name) for each in [*endpoint.list_all_parameters()]}
        if doubled := own & {str(each.python_name) for each in self.verify_only}:
            raise DocumentError(f"{endpoint.name} has a parameter {', '.join(doubled)} already")

    def has(self, where: Any) -> bool:
        """Return True if a value of a rule is an argument, False if it is a constant."""
        return isinstance(where, str) and where.startswith((REQUEST_PATH, REQUEST_BODY, ARGUMENT))

    def place(self, where: str) -> Expression:
        """Return the expression of an argument; raise DocumentError if it does not exist."""
        if where.startswith(REQUEST_BODY) and self._endpoint.bodies:
            body = self._endpoint.bodies[0].prop
            start = Expression("body", body, not body.required)
            return self._resolver.within_request(start, where.removeprefix(REQUEST_BODY), where)
        sources = {REQUEST_PATH: self._endpoint.path_parameters, ARGUMENT: self.verify_only}
        for prefix, properties in sources.items():
            for prop in properties:
                if where == prefix + prop.name.get_untrusted_value():
                    return Expression(str(prop.python_name), prop)
        raise DocumentError(f"{self._endpoint.name}: {where} is nothing that a caller gives")

    def argument_expression(self, parameter: Property, value: Any) -> str:
        """Return the expression that fills a parameter of another operation."""
        place = self.place(value) if self.has(value) else None
        expression = place.code if place else repr(value)
        item = parameter.inner_property if isinstance(parameter, ListProperty) else parameter
        fitting = expression
        if isinstance(item, EnumProperty) and not (place and isinstance(place.prop, EnumProperty)):
            fitting = f"{item.class_info.name}({fitting})"
        if item is not parameter and not (place and isinstance(place.prop, ListProperty)):
            fitting = f"[{fitting}]"
        if place and place.may_be_unset and (parameter.required or fitting != expression):
            raise DocumentError(f"{self._endpoint.name}: {value} may be left out")
        return fitting


def _argument(name: str, description: str) -> StringProperty:
    return StringProperty(
        name=UntrustedString(name),
        required=False,
        default=None,
        python_name=PythonIdentifier(name, prefix="field_"),
        description=UntrustedString(" ".join(description.split())),
        example=None,
    )
