"""Polling: the code generated from `x-job` of the spec."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .decoders import without_null
from .expressions import RESPONSE_BODY, ExpressionResolver
from .generator_adapter import (
    Endpoint,
    EndpointCollection,
    EnumProperty,
    PropertyProtocol,
    PythonIdentifier,
)
from .payloads import Payload, Payloads, successes
from .spec import DocumentError, Json, operations

_PATH = "$request.path."
_ENDS = ("done", "failed", "cancelled")


@dataclass(frozen=True)
class Polling:
    """Rule of one operation, as its module states it."""

    read: Endpoint
    module: str
    """Module of the read, relative to that of the operation."""
    arguments: tuple[str, ...]
    """Expressions that fill the path parameters of the read, in their order."""
    id: str
    """Name of the parameter that has the ID of the job."""
    resume_name: str
    """Name of the method that returns a job of another process."""
    state: Payload
    status: str
    terminal_statuses: tuple[str, ...]


class Pollings:
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
        self._rules: dict[str, Any] = {
            node["operationId"]: node["x-job"]
            for _, _, node, _ in operations(document)
            if "x-job" in node
        }

    def of(self, endpoint: Endpoint) -> Polling | None:
        """Return the rule of an operation, or None; raise DocumentError if it cannot work."""
        if (rule := self._rules.get(str(endpoint.name))) is None:
            return None
        tag, read = self._endpoints[rule["operationId"]]
        state = self._payload(read)
        status = self._resolver.in_response(state, rule["status"], "_state")
        ends = tuple(value for end in _ENDS for value in rule.get(end, []))
        _check_ends(str(endpoint.name), ends, status.prop)
        prefix = "." if tag == str(endpoint.tags[0]) else f"..{tag}."
        arguments = dict(self._arguments(endpoint, read, rule["parameters"]))
        own = [name for name, code in arguments.items() if code.startswith("_started")]
        return Polling(
            read=read,
            module=f"{prefix}{read.name}",
            arguments=tuple(arguments.values()),
            id=(own or [*arguments])[-1],
            resume_name=self._resume_name(endpoint),
            state=state,
            status=status.code,
            terminal_statuses=ends,
        )

    def imports_of(self, endpoint: Endpoint) -> list[str]:
        """Return the import lines for the type of the job state."""
        rule = self.of(endpoint)
        return self._payloads.annotations.imports_of([rule.state.prop]) if rule else []

    def _resume_name(self, endpoint: Endpoint) -> str:
        """Return `resume`, or a longer name if the resource has another job or such a method."""
        tag = str(endpoint.tags[0])
        own = [name for name, (other, _) in self._endpoints.items() if other == tag]
        is_single = sum(name in self._rules for name in own) == 1
        if is_single and f"{tag}_resume" not in own:
            return "resume"
        return f"resume_{str(endpoint.name).removeprefix(f'{tag}_')}"

    def _payload(self, endpoint: Endpoint) -> Payload:
        return self._payloads.of(successes(endpoint)[0].prop)

    def _arguments(
        self, endpoint: Endpoint, read: Endpoint, sources: dict[str, str]
    ) -> Iterator[tuple[str, str]]:
        of_call = {prop.name.get_untrusted_value(): prop for prop in endpoint.path_parameters}
        for parameter in read.path_parameters:
            name = parameter.name.get_untrusted_value()
            source = sources.get(name, f"{_PATH}{name}")
            if source.startswith(RESPONSE_BODY):
                target = self._resolver.in_response(self._payload(endpoint), source, "_started")
                yield str(parameter.python_name), target.code
            elif source.removeprefix(_PATH) in of_call:
                yield (
                    str(parameter.python_name),
                    str(of_call[source.removeprefix(_PATH)].python_name),
                )
            else:
                raise DocumentError(f"{endpoint.name}: x-job: add {name} to parameters")


def _check_ends(name: str, ends: tuple[str, ...], prop: PropertyProtocol) -> None:
    """Raise DocumentError for an end that the status does not have: no job would reach it."""
    kind, _ = without_null(prop)
    if isinstance(kind, EnumProperty):
        known = [str(value) for value in kind.values.values()]
        for end in (end for end in ends if end not in known):
            raise DocumentError(
                f"{name}: x-job: status {end!r} is not in the enum: use {', '.join(known)}"
            )
