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
    """True if the value can be UNSET."""


class ExpressionResolver:
    """Resolver of runtime expressions in the models of one document."""

    def __init__(self, payloads: Payloads) -> None:
        self._payloads = payloads

    def in_response(self, payload: Payload, runtime_expression: str, name: str) -> Expression:
        """Return the expression in the payload of a response, which is called `name`."""
        names = [step for step in runtime_expression.removeprefix(RESPONSE_BODY).split("/") if step]
        envelope = [step for step in payload.accessor.split(".") if step]
        if not runtime_expression.startswith(RESPONSE_BODY) or names[: len(envelope)] != envelope:
            raise DocumentError(f"{runtime_expression} must be in the payload of the response")
        return self.within(
            Expression(name, payload.prop), "/".join(names[len(envelope) :]), runtime_expression
        )

    def optional_in_response(self, payload: Payload, runtime_expression: str, name: str) -> str:
        """Return the code of a place in the payload of a response that may be missing or null."""
        names = [step for step in runtime_expression.removeprefix(RESPONSE_BODY).split("/") if step]
        envelope = [step for step in payload.accessor.split(".") if step]
        if not runtime_expression.startswith(RESPONSE_BODY) or names[: len(envelope)] != envelope:
            raise DocumentError(f"{runtime_expression} must be in the payload of the response")
        code, prop = name, payload.prop
        for step in names[len(envelope) :]:
            inner, is_nullable = without_null(prop)
            fields = self._payloads.fields(inner)
            if step not in fields:
                raise DocumentError(f"{runtime_expression} must be a field of the response")
            attribute = f"{code}.{fields[step].python_name}"
            may_be_missing = is_nullable or (prop is not payload.prop and not prop.required)
            code = f"({code} and {attribute})" if may_be_missing else attribute
            prop = fields[step]
        return code

    def within(self, start: Expression, pointer: str, runtime_expression: str) -> Expression:
        """Return the target of a pointer; raise DocumentError if it may be missing."""
        target = self.within_request(start, pointer, runtime_expression)
        if target.may_be_unset:
            raise DocumentError(f"{runtime_expression} must be a required field")
        return target

    def within_request(
        self, start: Expression, pointer: str, runtime_expression: str
    ) -> Expression:
        """Return the target of a pointer in an argument, which may be optional."""
        target = start
        for name in [step for step in pointer.split("/") if step]:
            fields = self._payloads.fields(target.prop)
            if name not in fields:
                raise DocumentError(f"{runtime_expression} must be a required field")
            expression = f"{target.code}.{fields[name].python_name}"
            if target.may_be_unset:
                expression = f"({target.code} and {expression})"
            target = Expression(
                expression, fields[name], target.may_be_unset or not fields[name].required
            )
        return target


class RequestContext:
    """Expressions of the arguments of an operation: path, body and the additions of a rule."""

    def __init__(
        self, resolver: ExpressionResolver, endpoint: Endpoint, arguments: Json | None = None
    ) -> None:
        self._resolver = resolver
        self._endpoint = endpoint
        self.verify_only: list[Property] = [
            _argument(name, prop["description"]) for name, prop in (arguments or {}).items()
        ]
        own = {str(prop.python_name) for prop in [*endpoint.list_all_parameters()]}
        if doubled := own & {str(prop.python_name) for prop in self.verify_only}:
            raise DocumentError(
                f"{endpoint.name}: x-verify: {', '.join(doubled)} is also a parameter:"
                " rename the argument"
            )

    def has(self, value: Any) -> bool:
        """Return True if a value of a rule is an argument, False if it is a constant."""
        return isinstance(value, str) and value.startswith((REQUEST_PATH, REQUEST_BODY, ARGUMENT))

    def resolve(self, runtime_expression: str) -> Expression:
        """Return the expression of an argument; raise DocumentError if it does not exist."""
        if runtime_expression.startswith(REQUEST_BODY) and self._endpoint.bodies:
            body = self._endpoint.bodies[0].prop
            start = Expression("body", body, not body.required)
            return self._resolver.within_request(
                start, runtime_expression.removeprefix(REQUEST_BODY), runtime_expression
            )
        sources = {REQUEST_PATH: self._endpoint.path_parameters, ARGUMENT: self.verify_only}
        for prefix, properties in sources.items():
            for prop in properties:
                if runtime_expression == prefix + prop.name.get_untrusted_value():
                    return Expression(str(prop.python_name), prop)
        raise DocumentError(
            f"{self._endpoint.name}: {runtime_expression} must be an argument of the call"
        )

    def argument_expression(self, parameter: Property, value: Any) -> str:
        """Return the expression that fills a parameter of another operation."""
        target = self.resolve(value) if self.has(value) else None
        expression = target.code if target else repr(value)
        item = parameter.inner_property if isinstance(parameter, ListProperty) else parameter
        converted = expression
        if isinstance(item, EnumProperty) and not (
            target and isinstance(target.prop, EnumProperty)
        ):
            converted = f"{item.class_info.name}({converted})"
        if item is not parameter and not (target and isinstance(target.prop, ListProperty)):
            converted = f"[{converted}]"
        if target and target.may_be_unset and (parameter.required or converted != expression):
            raise DocumentError(f"{self._endpoint.name}: {value} must be a required argument")
        return converted


def _argument(name: str, description: str) -> StringProperty:
    return StringProperty(
        name=UntrustedString(name),
        required=False,
        default=None,
        python_name=PythonIdentifier(name, prefix="field_"),
        description=UntrustedString(" ".join(description.split())),
        example=None,
    )
