"""Batched calls: the code generated from `x-batch` of the spec."""

from dataclasses import dataclass, replace
from typing import Any

from .generator_adapter import Endpoint, ListProperty
from .generator_adapter import PropertyProtocol as Property
from .literals import literal
from .parameters import ConvertedParameter
from .payloads import Payloads, successes
from .runtime_names import RuntimeNames
from .signatures import Parameter, Signature
from .spec import DocumentError, Json, operations

_PARAMETERS = (
    (
        "batch_size",
        "Maximum number of values in one call. It is halved if the server refuses that many, and"
        " the client remembers the size that worked.",
    ),
    ("concurrency", "Maximum number of calls at the same time."),
    (
        "on_progress",
        "Called after each call with the number of values done, and the total if it is known.",
    ),
)


_FOLLOW_PARAMETERS = (
    ("until", "", "None", "Ends the iteration when it returns a true value for every row."),
    ("every", "float", "15.0", "Seconds between two reads."),
    (
        "idle",
        "int",
        "20",
        "Number of reads without a change after which the iteration ends. So many failed reads in a"
        " row raise the error.",
    ),
    ("deadline", "float | None", "None", "Seconds for the whole iteration."),
)


@dataclass(frozen=True)
class View:
    """Further method of a batched operation."""

    method: str
    summary: str
    condition: str = ""
    """Condition of a wanted row, as code."""


@dataclass(frozen=True)
class Batch:
    """Batch rule of one operation."""

    parameter: str
    size: int
    item_type: str
    key: str
    select: "View | None" = None
    """Method that returns some of the rows."""
    follow: "View | None" = None
    """Method that yields the changes of rows."""

    def signature(self, single: Signature, mode: str, names: RuntimeNames) -> Signature:
        """Return the signature of the method, made from that of a single call."""
        defaults = [
            ("int", str(self.size)),
            ("int", "64" if mode else "8"),  # tasks cost little, threads more
            (f"{names['Progress']} | None", "None"),
        ]
        options = [
            Parameter(ConvertedParameter(name, annotation, default, name, ()), description)
            for (name, description), (annotation, default) in zip(
                _PARAMETERS, defaults, strict=True
            )
        ]
        keywords = [self._any_number(parameter, mode, names) for parameter in single.keywords]
        return replace(single, keywords=(*keywords, *options))

    def follow_signature(self, single: Signature, mode: str, names: RuntimeNames) -> Signature:
        """Return the signature of the method that follows rows."""
        until = f"{names['Callable']}[[{self.item_type}], object] | None"
        options = [
            Parameter(ConvertedParameter(name, kind or until, default, name, ()), description)
            for name, kind, default, description in _FOLLOW_PARAMETERS
        ]
        keywords = [self._any_number(parameter, mode, names) for parameter in single.keywords]
        return replace(single, keywords=(*keywords, *options))

    def _any_number(self, parameter: Parameter, mode: str, names: RuntimeNames) -> Parameter:
        if parameter.converted.name != self.parameter:
            return parameter
        annotation = parameter.converted.annotation
        item = annotation[annotation.index("[") :]
        kinds = f"{names['Iterable']}{item}"
        kinds += f" | {names['AsyncIterable']}{item}" if mode else ""
        return replace(parameter, converted=replace(parameter.converted, annotation=kinds))


class Batches:
    """Rules of the operations of one document."""

    def __init__(self, document: Json, payloads: Payloads) -> None:
        self._payloads = payloads
        self._rules: dict[str, Any] = {
            node["operationId"]: node["x-batch"]
            for _, _, node, _ in operations(document)
            if "x-batch" in node
        }

    def of(self, endpoint: Endpoint) -> Batch | None:
        """Return the rule of an operation, or None; raise DocumentError if it cannot work."""
        if (rule := self._rules.get(str(endpoint.name))) is None:
            return None
        parameter = self._parameter(endpoint, rule["parameter"])
        rows = self._payloads.of(successes(endpoint)[0].prop).prop
        item = rows.inner_property if isinstance(rows, ListProperty) else None
        key = self._payloads.fields(item).get(rule["key"]) if item else None
        if item is None or key is None or not key.required:
            raise DocumentError(
                f"{endpoint.name}: x-batch: key must be a required field of a row,"
                f" got {rule['key']}"
            )
        return Batch(
            parameter=str(parameter.python_name),
            size=rule["size"],
            item_type=self._payloads.annotations.of(item),
            key=f"lambda row: row.{key.python_name}",
            select=self._select(endpoint, rule.get("select"), item),
            follow=View(**rule["follow"]) if "follow" in rule else None,
        )

    def _select(self, endpoint: Endpoint, rule: Json | None, item: Property) -> View | None:
        if rule is None:
            return None
        fields, conditions = self._payloads.fields(item), []
        for name, value in rule["equals"].items():
            if name not in fields:
                raise DocumentError(f"{endpoint.name}: x-batch: select: unknown field {name}")
            field = f"getattr(row, {str(fields[name].python_name)!r}, None)"
            sign = "is" if isinstance(value, bool) else "=="
            conditions.append(f"{field} {sign} {literal(value)}")
        return View(rule["method"], rule["summary"], " and ".join(conditions))

    def _parameter(self, endpoint: Endpoint, name: str) -> ListProperty:
        declared = {prop.name.get_untrusted_value(): prop for prop in endpoint.query_parameters}
        parameter = declared.get(name)
        if not isinstance(parameter, ListProperty) or not parameter.required:
            raise DocumentError(
                f"{endpoint.name}: x-batch: parameter must be a required list, got {name}"
            )
        return parameter
