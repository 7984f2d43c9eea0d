"""Bulk writes: the code generated from `x-bulk` of the spec."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .expressions import ExpressionResolver
from .generator_adapter import Endpoint, ListProperty, ModelProperty
from .generator_adapter import PropertyProtocol as Property
from .literals import literal
from .payloads import Payloads, successes
from .runtime_names import RuntimeNames
from .signatures import Parameter, Signature, Signatures
from .spec import DocumentError, Json, operations

_PARAMETERS = {
    "rows": "Rows to write, taken when they are needed.",
    "batch_size": "Maximum number of rows in one call. It is halved if the server refuses that"
    " many.",
    "concurrency": "Maximum number of calls at the same time. With 1, a crash leaves the outcome of"
    " at most one call unknown.",
    "on_progress": "Called after each call with the number of rows done, and the total if it is"
    " known.",
    "on_send": "Called with the rows of a call before it is sent, to store them.",
}


@dataclass(frozen=True)
class BulkWrite:
    """Rule of one operation, as its module and its resource state it."""

    method: str
    summary: str
    size: int
    row_type: str
    result: Property
    result_type: str
    results: str
    """Expression of the function that returns the result of each row."""
    own: Signature
    """Parameters that callers pass beside the rows."""
    arguments: tuple[str, ...]
    """Arguments of the call, from `_rows` or `_row`."""
    row_model: str
    """Model of a row if each row is a call; else empty."""
    row_fields: tuple[str, ...]
    """Attributes of a row that the call needs."""
    argument: str
    """Argument of the call that takes the rows; `rows` if each row is a call."""
    imports: tuple[str, ...]

    def declarations(self, mode: str, names: RuntimeNames) -> list[str]:
        """Return the declarations of the method's arguments, `self` first."""
        kinds = f"{names['Iterable']}[{self.row_type}]"
        kinds += f" | {names['AsyncIterable']}[{self.row_type}]" if mode else ""
        positional = [parameter.declaration for parameter in self.own.positional]
        keywords = [parameter.declaration for parameter in self.own.keywords]
        size = [] if self.row_model else [f"batch_size: int = {self.size}"]
        return [
            *("self", *positional, f"rows: {kinds}", "*", *keywords, *size),
            "concurrency: int = 1",
            f"on_progress: {names['Progress']} | None = None",
            f"on_send: {names['OnSend']} | None = None",
        ]

    def described(self) -> list[tuple[str, str]]:
        """Return the arguments with their descriptions."""
        options = [name for name in _PARAMETERS if name != "batch_size" or not self.row_model]
        own = [(p.converted.name, p.description) for p in self.own.keywords]
        positional = [(p.converted.name, p.description) for p in self.own.positional]
        named = [(name, _PARAMETERS[name]) for name in options]
        return [*positional, named[0], *own, *named[1:]]


class BulkWriteRules:
    """Rules of the operations of one document."""

    def __init__(
        self, document: Json, endpoints: list[Endpoint], payloads: Payloads, signatures: Signatures
    ) -> None:
        self._payloads = payloads
        self._signatures = signatures
        self._resolver = ExpressionResolver(payloads)
        self._endpoints = {str(endpoint.name): endpoint for endpoint in endpoints}
        self._rules: dict[str, Any] = {
            node["operationId"]: node["x-bulk"]
            for _, _, node, _ in operations(document)
            if "x-bulk" in node
        }

    def of(self, endpoint: Endpoint) -> BulkWrite | None:
        """Return the rule of an operation, or None; raise DocumentError if it cannot work."""
        if (rule := self._rules.get(str(endpoint.name))) is None:
            return None
        signature = self._signatures.of(endpoint)
        payload = self._payloads.of(successes(endpoint)[0].prop)
        if "rowsOf" in rule:
            return self._of_single_rows(endpoint, rule, signature)
        parameter = self._parameter(endpoint, signature, str(rule.get("items")))
        row_type = re.sub(r"^\w+\[(.*)\]$", r"\1", parameter.converted.annotation)
        fixed = {
            self._parameter(endpoint, signature, name).converted.name: literal(value)
            for name, value in rule.get("arguments", {}).items()
        }
        taken = {parameter.converted.name: "_rows", **fixed}
        result: Property = payload.prop
        results = "_write_specs.same_for_all"
        if "results" in rule:
            result, results = self._results(endpoint, rule)
        return self._rule(endpoint, rule, signature, taken, row_type, result, results, "")

    def _of_single_rows(self, endpoint: Endpoint, rule: Json, signature: Signature) -> BulkWrite:
        source = self._endpoints.get(rule["rowsOf"])
        if source is None:
            raise DocumentError(f"{endpoint.name}: x-bulk: unknown operation {rule['rowsOf']}")
        rows = self._payloads.of(successes(source)[0].prop).prop
        item = rows.inner_property if isinstance(rows, ListProperty) else rows
        fields = self._payloads.fields(item)
        taken = {}
        for name, field in rule.get("arguments", {}).items():
            if field not in fields:
                raise DocumentError(f"{endpoint.name}: x-bulk: rows have no field {field}")
            parameter = self._parameter(endpoint, signature, name)
            taken[parameter.converted.name] = f"_row.{fields[field].python_name}"
        assert isinstance(item, ModelProperty)  # noqa: S101 - rows are objects
        model, names = str(item.class_info.name), self._payloads.names
        row_type = f"{model} | {names['Mapping']}[str, {names['Any']}]"
        result = self._payloads.of(successes(endpoint)[0].prop).prop
        return self._rule(
            *(endpoint, rule, signature, taken, row_type),
            *(result, "_write_specs.same_for_all", model),
            imports=self._payloads.annotations.imports_of([item]),
        )

    def _rule(
        self,
        endpoint: Endpoint,
        rule: Json,
        signature: Signature,
        taken: dict[str, str],
        row_type: str,
        result: Property,
        results: str,
        row_model: str,
        *,
        imports: list[str] | None = None,
    ) -> BulkWrite:
        own = Signature(
            tuple(p for p in signature.positional if p.converted.name not in taken),
            tuple(p for p in signature.keywords if p.converted.name not in taken),
            *((), (), signature.lines),
        )
        lines = [*signature.imports, *self._payloads.annotations.imports_of([result])]
        return BulkWrite(
            method=rule["method"],
            summary=rule["summary"],
            size=rule.get("size", 1),
            row_type=row_type,
            result=result,
            result_type=self._payloads.annotations.of(result, is_optional=False),
            results=results,
            own=own,
            arguments=tuple(_arguments(signature, taken)),
            row_model=row_model,
            row_fields=tuple(value.removeprefix("_row.") for value in taken.values())
            if row_model
            else (),
            argument=next((name for name, value in taken.items() if value == "_rows"), "rows"),
            imports=(*lines, *(imports or [])),
        )

    def _results(self, endpoint: Endpoint, rule: Json) -> tuple[Property, str]:
        payload = self._payloads.of(successes(endpoint)[0].prop)
        name = rule["results"]
        rows = self._payloads.fields(payload.prop).get(name)
        if not isinstance(rows, ListProperty):
            raise DocumentError(f"{endpoint.name}: x-bulk: results must be a list, got {name}")
        key = self._payloads.fields(rows.inner_property).get(str(rule.get("key")))
        if key is None:
            raise DocumentError(f"{endpoint.name}: x-bulk: key must be a field of a result")
        function = (
            f"_write_specs.by_key(lambda payload: payload.{rows.python_name},"
            f" lambda row: row.{key.python_name}, {str(key.python_name)!r}, {rule['key']!r})"
        )
        return rows.inner_property, function

    def _parameter(self, endpoint: Endpoint, signature: Signature, name: str) -> Parameter:
        for parameter in signature.parameters:
            if parameter.json_name == name:
                return parameter
        raise DocumentError(f"{endpoint.name}: x-bulk: no argument is named {name}")


def _arguments(signature: Signature, taken: dict[str, str]) -> Iterator[str]:
    for parameter in signature.positional:
        yield taken.get(parameter.converted.name, parameter.converted.name)
    for parameter in signature.keywords:
        name = parameter.converted.name
        yield f"{name}={taken.get(name, name)}"
