"""Python code for the runtime expressions of the spec, in payloads and requests."""

from dataclasses import dataclass
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import EnumProperty, Property
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import PythonIdentifier

from .payloads import Payload, Payloads
from .spec import DocumentError, Json

ANSWER = "$response.body#"
PATH = "$request.path."
BODY = "$request.body#"
ARGUMENT = "$argument."


@dataclass(frozen=True)
class Place:
    """Python expression and the property that it has."""

    expression: str
    prop: PropertyProtocol
    may_lack: bool = False
    """True if it is UNSET when the caller leaves it out."""


class Places:
    """Resolver of runtime expressions in the models of one document."""

    def __init__(self, payloads: Payloads) -> None:
        self._payloads = payloads

    def in_answer(self, payload: Payload, where: str, name: str) -> Place:
        """Return the expression in the payload of a response, which is called `name`."""
        names = [each for each in where.removeprefix(ANSWER).split("/") if each]
        envelope = [each for each in payload.accessor.split(".") if each]
        if not where.startswith(ANSWER) or names[: len(envelope)] != envelope:
            raise DocumentError(f"{where} is no place in the payload of the answer")
        return self.within(Place(name, payload.prop), "/".join(names[len(envelope) :]), where)

    def within(self, start: Place, pointer: str, where: str) -> Place:
        """Return the target of a pointer; raise DocumentError if it may be missing."""
        place = self.given_within(start, pointer, where)
        if place.may_lack:
            raise DocumentError(f"{where} is no field that is always there")
        return place

    def given_within(self, start: Place, pointer: str, where: str) -> Place:
        """Return the target of a pointer in an argument, which may be optional."""
        place = start
        for name in [each for each in pointer.split("/") if each]:
            fields = self._payloads.fields(place.prop)
            if name not in fields:
                raise DocumentError(f"{where} is no field that is always there")
            expression = f"{place.expression}.{fields[name].python_name}"
            if place.may_lack:
                expression = f"({place.expression} and {expression})"
            place = Place(expression, fields[name], place.may_lack or not fields[name].required)
        return place


class Given:
    """Expressions of the arguments of an operation: path, body and the additions of a rule."""

    def __init__(self, places: Places, endpoint: Endpoint, added: Json | None = None) -> None:
        self._places = places
        self._endpoint = endpoint
        self.added: list[Property] = [
            _argument(name, each["description"]) for name, each in (added or {}).items()
        ]
        own = {str(each.python_name) for each in [*endpoint.list_all_parameters()]}
        if doubled := own & {str(each.python_name) for each in self.added}:
            raise DocumentError(f"{endpoint.name} has a parameter {', '.join(doubled)} already")

    def has(self, where: Any) -> bool:
        """Return True if a value of a rule is an argument, False if it is a constant."""
        return isinstance(where, str) and where.startswith((PATH, BODY, ARGUMENT))

    def place(self, where: str) -> Place:
        """Return the expression of an argument; raise DocumentError if it does not exist."""
        if where.startswith(BODY) and self._endpoint.bodies:
            body = self._endpoint.bodies[0].prop
            start = Place("body", body, not body.required)
            return self._places.given_within(start, where.removeprefix(BODY), where)
        sources = {PATH: self._endpoint.path_parameters, ARGUMENT: self.added}
        for prefix, properties in sources.items():
            for prop in properties:
                if where == prefix + prop.name.get_untrusted_value():
                    return Place(str(prop.python_name), prop)
        raise DocumentError(f"{self._endpoint.name}: {where} is nothing that a caller gives")

    def filling(self, parameter: Property, value: Any) -> str:
        """Return the expression that fills a parameter of another operation."""
        place = self.place(value) if self.has(value) else None
        expression = place.expression if place else repr(value)
        item = parameter.inner_property if isinstance(parameter, ListProperty) else parameter
        fitting = expression
        if isinstance(item, EnumProperty) and not (place and isinstance(place.prop, EnumProperty)):
            fitting = f"{item.class_info.name}({fitting})"
        if item is not parameter and not (place and isinstance(place.prop, ListProperty)):
            fitting = f"[{fitting}]"
        if place and place.may_lack and (parameter.required or fitting != expression):
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
