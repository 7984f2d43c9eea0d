"""Verification by a read: the code generated from `x-verify` of the spec."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .expressions import ExpressionResolver, RequestContext
from .generator_adapter import (
    Endpoint,
    EndpointCollection,
    EnumProperty,
    ModelProperty,
    Property,
    PythonIdentifier,
)
from .payloads import Payload, Payloads, successes
from .spec import DocumentError, Json, operations
from .verify_conditions import Conditions


@dataclass(frozen=True)
class Verification:
    """Rule of one operation, as its module states it."""

    module: str
    """Module of the read, relative to that of the operation."""
    arguments: tuple[tuple[str, str], ...]
    """Parameters of the read, and the expressions that fill them."""
    added: tuple[str, ...]
    """Parameters that only the read needs; without one of them the call is not verified."""
    state: Payload
    imports: tuple[str, ...]
    """Import lines for the read and the result."""
    is_gone: bool
    """True if a read that finds nothing confirms the call."""
    is_repeatable: bool
    """True if sending the call once more cannot add an effect."""
    candidates: str | None
    """ID and name of each resource that the call may have created."""
    matching: str | None
    """Items of a list that the call may have created."""
    applied: str
    unapplied: str
    result: str


class Verifications:
    """Rules of the operations of one document."""

    def __init__(
        self,
        document: Json,
        areas: Mapping[PythonIdentifier, EndpointCollection],
        payloads: Payloads,
    ) -> None:
        self._payloads = payloads
        self._resolver = ExpressionResolver(payloads)
        endpoints = [(tag, endpoint) for tag, area in areas.items() for endpoint in area.endpoints]
        self._endpoints = {str(endpoint.name): (str(tag), endpoint) for tag, endpoint in endpoints}
        nodes = {node["operationId"]: node for _, _, node, _ in operations(document)}
        self._rules = {name: node["x-verify"] for name, node in nodes.items() if "x-verify" in node}
        self._paging = {name: node.get("x-pagination", {}) for name, node in nodes.items()}

    def of(self, endpoint: Endpoint) -> Verification | None:
        """Return the rule of an operation, or None; raise DocumentError if it cannot work."""
        if (rule := self._rules.get(str(endpoint.name))) is None:
            return None
        tag, read = self._endpoints[rule["operationId"]]
        more = self._more(rule)
        request, state, own = self._request(endpoint), self._payload(read), self._payload(endpoint)
        created = rule["applied"].get("one")
        code = Conditions(self._payloads, request, state, item=created, more=more)
        prefix = "." if tag == str(endpoint.tags[0]) else f"..{tag}."
        return Verification(
            module=f"{prefix}{read.name}",
            arguments=tuple(_arguments(endpoint, read, request, rule["parameters"])),
            added=tuple(str(prop.python_name) for prop in request.verify_only),
            state=state,
            imports=tuple(self._imports(read, state, own)),
            is_gone=rule["applied"].get("status") == 404,
            is_repeatable=bool(_reason(endpoint, rule)),
            candidates=code.candidates(rule.get("candidates")),
            matching=code.matching(),
            applied=code.condition(rule["applied"]),
            unapplied=code.condition(rule["unapplied"]),
            result=code.result(own, rule["result"]),
        )

    def verify_only_parameters(self, endpoint: Endpoint) -> list[Property]:
        """Return the parameters that only the read of an operation needs."""
        return self._request(endpoint).verify_only if str(endpoint.name) in self._rules else []

    def fields_unknown_after_verify(self, model: ModelProperty) -> frozenset[str]:
        """Return the fields of a model that a follow-up read cannot supply."""
        return self._unknown_fields.get(str(model.class_info.name), frozenset())

    @cached_property
    def _unknown_fields(self) -> dict[str, frozenset[str]]:
        """Fields that a follow-up read cannot supply, by the class of the result."""
        unknown: dict[str, frozenset[str]] = {}
        for prop, rule in self._results():
            name = str(prop.class_info.name)
            fields = self._payloads.fields(prop) if isinstance(rule["result"], dict) else {}
            missing = {str(fields[key].python_name) for key in fields if key not in rule["result"]}
            unknown[name] = unknown.get(name, frozenset()) | missing
        return unknown

    def _more(self, rule: Json) -> str | None:
        """Return the field of a read by cursor that announces another page, or None."""
        paging = self._paging[rule["operationId"]]
        if "page" in paging and {"one", "none"} & {*rule["applied"], *rule["unapplied"]}:
            raise DocumentError(
                f"x-verify: {rule['operationId']} must not have numbered pages,"
                " because one page proves nothing"
            )
        if "absent" in set(_keys(rule["unapplied"])):
            raise DocumentError(
                "x-verify: unapplied must not contain absent,"
                " because no response shows these fields"
            )
        created = rule["unapplied"].get("none", {})
        if "since" in created and created.keys() - {"in", "since"}:
            raise DocumentError(
                "x-verify: unapplied.none with since must not have other conditions,"
                " because a vendor can store a name in another form"
            )
        if "since" in rule["applied"].get("one", {}) and "candidates" not in rule:
            raise DocumentError("x-verify: add candidates, because the call creates")
        more: str | None = paging.get("cursor", {}).get("more")
        return more

    def _request(self, endpoint: Endpoint) -> RequestContext:
        rule = self._rules.get(str(endpoint.name), {})
        return RequestContext(self._resolver, endpoint, rule.get("arguments"))

    def _imports(self, read: Endpoint, state: Payload, own: Payload) -> list[str]:
        """Return the import lines for the read and the result."""
        fields = self._payloads.fields(own.prop).values()
        enumerations = [field for field in fields if isinstance(field, EnumProperty)]
        props = [state.prop, *read.list_all_parameters(), *enumerations]
        return self._payloads.annotations.imports_of(props)

    def _results(self) -> Iterator[tuple[ModelProperty, Json]]:
        for name, rule in self._rules.items():
            prop = self._payload(self._endpoints[name][1]).prop
            if isinstance(prop, ModelProperty):
                yield prop, rule

    def _payload(self, endpoint: Endpoint) -> Payload:
        return self._payloads.of(successes(endpoint)[0].prop)


def _reason(endpoint: Endpoint, rule: Json) -> str:
    """Return the reason why the call can be repeated; "" if it cannot."""
    reason: str = rule.get("repeatable", "")
    if "repeatable" in rule and not reason.strip():
        raise DocumentError(
            f"{endpoint.name}: x-verify.repeatable must be a reason, got an empty text"
        )
    return reason


def _keys(condition: Json) -> Iterator[str]:
    for key, value in condition.items():
        yield key
        if isinstance(value, dict):
            yield from _keys(value)


def _arguments(
    endpoint: Endpoint, read: Endpoint, request: RequestContext, parameters: Json
) -> Iterator[tuple[str, str]]:
    known = {
        prop.name.get_untrusted_value(): prop
        for prop in [*read.path_parameters, *read.query_parameters]
    }
    if unknown := sorted(parameters.keys() - known):
        raise DocumentError(
            f"{endpoint.name}: x-verify: {read.name} has no parameter {', '.join(unknown)}"
        )
    for name, parameter in known.items():
        if name in parameters:
            yield (
                str(parameter.python_name),
                request.argument_expression(parameter, parameters[name]),
            )
        elif parameter.required:
            raise DocumentError(f"{endpoint.name}: x-verify: add {name} to parameters")
    yield from _headers(endpoint, read)


def _headers(endpoint: Endpoint, read: Endpoint) -> Iterator[tuple[str, str]]:
    """Yield the headers of the read, which must act for the same organization as the call."""
    known, own = _header_names(read), _header_names(endpoint)
    own.pop("Idempotency-Key", None)
    if lost := sorted(own.keys() - known):
        raise DocumentError(
            f"{endpoint.name}: x-verify: {read.name} has no parameter {', '.join(lost)}"
        )
    for name, argument in own.items():
        yield known[name], argument


def _header_names(endpoint: Endpoint) -> dict[str, str]:
    headers = endpoint.header_parameters
    return {header.name.get_untrusted_value(): str(header.python_name) for header in headers}
