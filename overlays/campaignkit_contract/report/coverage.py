"""Coverage of the spec by exchanges: its operations, parameters, statuses and properties."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from textwrap import TextWrapper
from typing import Any
from urllib.parse import parse_qs

from ..exchange import Exchange
from ..spec.document import Json
from ..spec.routes import Operation, Routes
from ..spec.schemas import SchemaPair

REQUIRED = ("operations", "statuses")
"""The kinds that a run against the fake must cover completely."""

_WRAPPER = TextWrapper(
    width=100,
    initial_indent="  ",
    subsequent_indent="    ",
    break_long_words=False,
    break_on_hyphens=False,
)
_ANY: Any = object()  # a value that has every property
_COMPOSITIONS = ("allOf", "anyOf", "oneOf")


class SpecCoverage:
    """Coverage of one spec. A rejected call counts too, for its status."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes
        operations = [operation for _, _, operation in routes.operations.values()]
        self._properties = {
            (operation.id, id(schemas)): frozenset(_properties_of(schemas, operation.id, _ANY))
            for operation in operations
            for schemas in _schemas(operation)
        }
        self.documented = {
            "operations": {operation.id for operation in operations},
            "parameters": {
                f"{operation.id} {parameter.location} {parameter.name}"
                for operation in operations
                for parameter in operation.parameters
            },
            "statuses": {
                f"{operation.id} {status}"
                for operation in operations
                for status in operation.responses
            },
            "properties": set().union(*self._properties.values()),
        }
        self.covered: dict[str, set[str]] = {kind: set() for kind in self.documented}
        self.responses: Counter[tuple[str, int]] = Counter()
        """Number of responses by operationId and status."""

    def add(self, exchange: Exchange) -> None:
        """Count an exchange."""
        match = self._routes.match(exchange.path)
        operation = match and match[0].operations.get(exchange.method.upper())
        if not (match and operation):
            return
        self.responses[operation.id, exchange.status] += 1
        self.covered["operations"].add(operation.id)
        self.covered["parameters"].update(_sent_parameters(operation, exchange, match[1]))
        if spec := operation.response_for(exchange.status):
            names = (name for name, response in operation.responses.items() if response is spec)
            self.covered["statuses"].add(f"{operation.id} {next(names)}")
            for schemas in spec.content.values():
                self._add_properties(operation, schemas, exchange.body)
        if operation.body:
            self._add_properties(operation, operation.body, exchange.request_body)

    def _add_properties(
        self, operation: Operation, schemas: SchemaPair, body: bytes | None
    ) -> None:
        covered = self.covered["properties"]
        if not body or self._properties[operation.id, id(schemas)] <= covered:
            return  # Most bodies of a run show nothing new.
        with suppress(ValueError, RecursionError):
            covered.update(_properties_of(schemas, operation.id, json.loads(body)))

    def to_dict(self) -> Json:
        """Return the coverage as JSON, for another process."""
        responses = [[*key, count] for key, count in sorted(self.responses.items())]
        covered = {kind: sorted(names) for kind, names in self.covered.items()}
        return {"responses": responses, **covered}

    def merge(self, other: Json) -> None:
        """Add the coverage of another process, as `to_dict` returned it."""
        for kind, names in self.covered.items():
            names.update(other[kind])
        for operation, status, count in other["responses"]:
            self.responses[operation, status] += count

    def missing(self, kind: str) -> list[str]:
        """Return the operations, parameters, statuses or properties that are not covered."""
        return sorted(self.documented[kind] - self.covered[kind])

    @property
    def missing_required(self) -> list[str]:
        """Return everything that a run against the fake must cover and did not."""
        return [name for kind in REQUIRED for name in self.missing(kind)]

    def counts(self) -> dict[str, tuple[int, int]]:
        """Return, by kind, how many are covered and how many are documented."""
        return {
            kind: (len(names & self.covered[kind]), len(names))
            for kind, names in self.documented.items()
        }

    def lines(self, shown: int = 3) -> Iterator[str]:
        """Yield the counts, then some of the missing names, in lines of at most 100 characters.

        Args:
            shown: Number of names of each kind; the reports have all of them.
        """
        counts = [f"{kind} {some}/{total}" for kind, (some, total) in self.counts().items()]
        yield f"spec coverage: {', '.join(counts)}"
        for kind in self.documented:
            if missing := self.missing(kind):
                rest = len(missing) - shown
                more = [f"and {rest} more"] if rest > 0 else []
                text = f"{kind} not covered: {', '.join([*missing[:shown], *more])}"
                yield from _WRAPPER.wrap(text)


def _sent_parameters(
    operation: Operation, exchange: Exchange, path_values: Mapping[str, str]
) -> Iterator[str]:
    query = parse_qs(exchange.query, keep_blank_values=True)
    sources: dict[str, Any] = {
        "path": path_values,
        "query": query,
        "header": exchange.request_headers,
    }
    for parameter in operation.parameters:
        if parameter.name in sources.get(parameter.location, ()):
            yield f"{operation.id} {parameter.location} {parameter.name}"


def _schemas(operation: Operation) -> Iterator[SchemaPair]:
    for spec in operation.responses.values():
        yield from spec.content.values()
    if operation.body:
        yield operation.body


def _properties_of(schemas: SchemaPair, owner: str, value: Any) -> Iterator[str]:
    return _walk(schemas.schema, schemas.components.json, owner, value)


def _walk(
    schema: Json, components: Json, owner: str, value: Any, above: tuple[str, ...] = ()
) -> Iterator[str]:
    """Yield the properties of a schema that a value has, each after the name of its schema.

    All alternatives are visited: a property counts for each alternative that names it.
    """
    if "$ref" in schema:
        owner = schema["$ref"].rpartition("/")[2]
        if owner in above and value is _ANY:
            return
        above += (owner,)
        yield from _walk(components["schemas"][owner], components, owner, value, above)
    for branch in (branch for key in _COMPOSITIONS for branch in schema.get(key, ())):
        yield from _walk(branch, components, owner, value, above)
    for name, inner in schema.get("properties", {}).items():
        if value is _ANY or (isinstance(value, dict) and name in value):
            location = f"{owner}.{name}"
            yield location
            yield from _walk(
                inner, components, location, value if value is _ANY else value[name], above
            )
    if isinstance(items := schema.get("items"), dict):
        for item in [value] if value is _ANY else value if isinstance(value, list) else []:
            yield from _walk(items, components, owner, item, above)
