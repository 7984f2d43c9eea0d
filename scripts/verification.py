"""How a read tells whether a call was applied: the code that `x-verify` of the spec amounts to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from document import DocumentError, Json, operations
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.strings import PythonIdentifier
from payload import Payload, Payloads, successes
from places import ANSWER, Place, Places

_BODY = "$request.body#"
_PATH = "$request.path."
_ITEM = "$item"


@dataclass(frozen=True)
class Verification:
    """The rule of one operation, as its module states it."""

    module: str
    """The module of the read, relative to that of the operation."""
    arguments: tuple[tuple[str, str], ...]
    """The read's parameters, and the operation's that fill them."""
    found: Payload
    is_gone: bool
    """Whether the call was applied where the read finds nothing any more."""
    matching: str | None
    """The items of a list that can be what the call made."""
    applied: str
    unapplied: str
    result: str


class Verifications:
    """The rules of the operations of one document."""

    def __init__(
        self, document: Json, areas: Mapping[PythonIdentifier, EndpointCollection], made: Payloads
    ) -> None:
        self._payloads = made
        endpoints = [(tag, each) for tag, area in areas.items() for each in area.endpoints]
        self._endpoints = {str(each.name): (str(tag), each) for tag, each in endpoints}
        nodes = {node["operationId"]: node for _, _, node, _ in operations(document)}
        self._rules = {name: node["x-verify"] for name, node in nodes.items() if "x-verify" in node}
        self._paging = {name: node.get("x-pagination", {}) for name, node in nodes.items()}

    def of(self, endpoint: Endpoint) -> Verification | None:
        """The rule of an operation that has one; a DocumentError where it cannot work."""
        if (rule := self._rules.get(str(endpoint.name))) is None:
            return None
        if rule["operationId"] not in self._endpoints:
            raise DocumentError(f"{endpoint.name}: x-verify names no operation of the document")
        tag, read = self._endpoints[rule["operationId"]]
        more = self._paging[rule["operationId"]].get("cursor", {}).get("more")
        code = _Code(self._payloads, endpoint, self._payload(read), more)
        prefix = "." if tag == str(endpoint.tags[0]) else f"..{tag}."
        return Verification(
            module=f"{prefix}{read.name}",
            arguments=tuple(_arguments(endpoint, read, rule["parameters"])),
            found=code.found,
            is_gone="status" in rule["applied"],
            matching=code.matching(rule["applied"].get("one")),
            applied=code.condition(rule["applied"]),
            unapplied=code.condition(rule["unapplied"]),
            result=code.result(self._payload(endpoint), rule["result"]),
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

    def _payload(self, endpoint: Endpoint) -> Payload:
        return self._payloads.of(successes(endpoint)[0].prop)


class _Code:
    """The expressions of one rule: `found` is the read's payload, `each` an item of its list."""

    def __init__(
        self, payloads: Payloads, endpoint: Endpoint, found: Payload, more: str | None
    ) -> None:
        self.found = found
        self._payloads = payloads
        self._places = Places(payloads)
        self._endpoint = endpoint
        self._more = more

    def condition(self, rule: Json) -> str:
        """The expression that holds where all parts of a condition do."""
        parts = [*self._parts(rule, "found", self.found.prop)]
        if "status" in rule:  # 404 is told apart before, by its error
            parts.append(str(rule["status"] != 404))
        for key, test in (("one", "len(matching(found, since)) == 1"), ("none", "not {items}")):
            if key in rule:
                parts.append(test.format(items=self.matching(rule[key])))
                # What is not on the first page may be on another.
                parts += [f"not {self._value(self._more)}"] if self._more else []
        return " and ".join(parts) or "False"

    def matching(self, rule: Json | None) -> str | None:
        """The list of the items that a condition holds for."""
        if rule is None:
            return None
        items = self._place(rule["in"])
        if not isinstance(items.prop, ListProperty):
            raise DocumentError(f"{self._endpoint.name}: x-verify: {rule['in']} is no list")
        parts = [*self._parts(rule, "each", items.prop.inner_property)]
        return f"[each for each in {items.expression} if {' and '.join(parts)}]"

    def result(self, payload: Payload, rule: Json | str | None) -> str:
        """The expression of what the call would have returned."""
        if not isinstance(rule, dict):
            return self._value(rule)
        values = [
            f"{prop.python_name}={self._value(rule[name]) if name in rule else 'UNSET'}"
            for name, prop in self._payloads.fields(payload.prop).items()
        ]
        return f"{payload.type_string}({', '.join(values)})"

    def _parts(self, rule: Json, name: str, prop: Property) -> Iterator[str]:
        if "since" in rule:
            moment = self._field(rule["since"], name, prop)
            yield f"({moment} is not None and {moment} >= since)"
        for where, value in rule.get("equals", {}).items():
            given = self._value(value)
            test = f"{self._field(where, name, prop)} == {given}"
            yield f"({given} is UNSET or {test})" if self._may_lack(value) else f"({test})"

    def _field(self, where: str, name: str, prop: Property) -> str:
        if where.startswith(ANSWER):
            return self._place(where).expression
        return self._places.within(Place(name, prop), where, where).expression

    def _value(self, value: Any) -> str:
        """A value of the rule: a place in an answer or a request, or a constant."""
        if not isinstance(value, str) or not value.startswith("$"):
            return repr(value)
        if value == _ITEM:
            return "matching(found, since)[0]"
        if value.startswith(_BODY):
            return self._given(value).expression
        if value.startswith(_PATH):
            return _path_arguments(self._endpoint)[value]
        return self._place(value).expression

    def _may_lack(self, value: Any) -> bool:
        """Whether a value is one that the caller may leave out."""
        is_given = isinstance(value, str) and value.startswith(_BODY)
        return is_given and not self._given(value).prop.required

    def _given(self, where: str) -> Place:
        """How Python reaches a place in the body of the call, and what is there."""
        start = Place("body", self._endpoint.bodies[0].prop)
        return self._places.within(start, where.removeprefix(_BODY), where, may_lack=True)

    def _place(self, where: str) -> Place:
        return self._places.in_answer(self.found, where, "found")


def _path_arguments(endpoint: Endpoint) -> dict[str, str]:
    return {
        f"{_PATH}{each.name.get_untrusted_value()}": str(each.python_name)
        for each in endpoint.path_parameters
    }


def _arguments(
    endpoint: Endpoint, read: Endpoint, parameters: dict[str, str]
) -> Iterator[tuple[str, str]]:
    given = _path_arguments(endpoint)
    for parameter in read.path_parameters:
        name = parameter.name.get_untrusted_value()
        if parameters.get(name) not in given:
            raise DocumentError(f"{endpoint.name}: x-verify does not fill {name} from the path")
        yield str(parameter.python_name), given[parameters[name]]
