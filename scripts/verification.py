"""How a read tells whether a call was applied: the code that `x-verify` of the spec amounts to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from document import DocumentError, Json, operations
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.strings import PythonIdentifier
from payload import Payload, Payloads, successes

_BODY = "$response.body#"
_PATH = "$request.path."


@dataclass(frozen=True)
class Verification:
    """The rule of one operation, as its module states it."""

    module: str
    """The module of the read, relative to that of the operation."""
    arguments: tuple[tuple[str, str], ...]
    """The read's parameters, and the operation's that fill them."""
    found: Payload
    applied: str
    unapplied: str
    result: str


class Verifications:
    """The rules of the operations of one document."""

    def __init__(
        self,
        document: Json,
        areas: Mapping[PythonIdentifier, EndpointCollection],
        payloads: Payloads,
    ) -> None:
        self._payloads = payloads
        endpoints = [(tag, each) for tag, area in areas.items() for each in area.endpoints]
        self._endpoints = {str(each.name): (str(tag), each) for tag, each in endpoints}
        self._rules = {
            operation["operationId"]: operation["x-verify"]
            for _, _, operation, _ in operations(document)
            if "x-verify" in operation
        }

    def of(self, endpoint: Endpoint) -> Verification | None:
        """The rule of an operation that has one; a DocumentError where it cannot work."""
        if (rule := self._rules.get(str(endpoint.name))) is None:
            return None
        tag, read = self._read(endpoint, rule)
        found = self._payload(read)
        prefix = "." if tag == str(endpoint.tags[0]) else f"..{tag}."
        return Verification(
            module=f"{prefix}{read.name}",
            arguments=tuple(_arguments(endpoint, read, rule["parameters"])),
            found=found,
            applied=self._condition(found, rule["applied"]),
            unapplied=self._condition(found, rule["unapplied"]),
            result=self._result(endpoint, found, rule["result"]),
        )

    def is_result(self, model: ModelProperty) -> bool:
        """Whether a model is what an operation with a rule returns."""
        return any(prop.class_info == model.class_info for prop, _ in self._results())

    def unread(self, model: ModelProperty) -> frozenset[str]:
        """The fields of a model that a read in the place of an answer leaves open."""
        return frozenset(
            str(field.python_name)
            for prop, rule in self._results()
            if prop.class_info == model.class_info and isinstance(rule["result"], dict)
            for name, field in self._payloads.fields(prop).items()
            if name not in rule["result"]
        )

    def _results(self) -> Iterator[tuple[ModelProperty, Json]]:
        for name, rule in self._rules.items():
            prop = self._payload(self._endpoints[name][1]).prop
            if isinstance(prop, ModelProperty):
                yield prop, rule

    def _read(self, endpoint: Endpoint, rule: Json) -> tuple[str, Endpoint]:
        if rule["operationId"] not in self._endpoints:
            raise DocumentError(f"{endpoint.name}: x-verify names no operation of the document")
        return self._endpoints[rule["operationId"]]

    def _payload(self, endpoint: Endpoint) -> Payload:
        return self._payloads.of(successes(endpoint)[0].prop)

    def _condition(self, found: Payload, rule: Json) -> str:
        """The expression that holds where all parts of a condition do."""
        parts = []
        if "since" in rule:
            moment = self._expression(found, rule["since"])
            parts.append(f"{moment} is not None and {moment} >= since")
        for where, value in rule.get("equals", {}).items():
            parts.append(f"{self._expression(found, where)} == {value!r}")
        return " and ".join(parts)

    def _expression(self, found: Payload, where: str) -> str:
        """How Python reaches what a runtime expression names in the answer of the read."""
        names = [name for name in where.removeprefix(_BODY).split("/") if name]
        envelope = [name for name in found.accessor.split(".") if name]
        if not where.startswith(_BODY) or names[: len(envelope)] != envelope:
            raise DocumentError(f"x-verify: {where} is no place in the payload of the read")
        expression, prop = "found", found.prop
        for name in names[len(envelope) :]:
            fields = self._payloads.fields(prop)
            if name not in fields or not fields[name].required:
                raise DocumentError(f"x-verify: {where} is no field that is always there")
            prop = fields[name]
            expression += f".{prop.python_name}"
        return expression

    def _result(self, endpoint: Endpoint, found: Payload, rule: Json | str) -> str:
        if isinstance(rule, str):
            return self._expression(found, rule)
        payload = self._payload(endpoint)
        values = [
            f"{prop.python_name}={self._expression(found, rule[name]) if name in rule else 'UNSET'}"
            for name, prop in self._payloads.fields(payload.prop).items()
        ]
        return f"{payload.type_string}({', '.join(values)})"


def _arguments(
    endpoint: Endpoint, read: Endpoint, parameters: dict[str, str]
) -> Iterator[tuple[str, str]]:
    given = {
        f"{_PATH}{each.name.get_untrusted_value()}": str(each.python_name)
        for each in endpoint.path_parameters
    }
    for parameter in read.path_parameters:
        name = parameter.name.get_untrusted_value()
        if parameters.get(name) not in given:
            raise DocumentError(f"{endpoint.name}: x-verify does not fill {name} from the path")
        yield str(parameter.python_name), given[parameters[name]]
