"""How much of the spec exchanges reach: its operations, parameters, statuses and properties."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs

from ..exchange import Exchange
from ..spec.routes import Documented, Operation, Routes
from ..spec.schemas import Form, Json

REQUIRED = ("operations", "statuses")
"""Of what a run against the fake has to reach all."""

_SHOWN = 20

_ANY: Any = object()  # in the place of a value that has everything
_PARTS = ("allOf", "anyOf", "oneOf")


class Reach:
    """What of a spec was reached. Calls that were refused count too, each for its status."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes
        operations = [each for route in routes.all for each in route.operations.values()]
        self.known = {
            "operations": {each.id for each in operations},
            "parameters": {
                f"{each.id} {parameter.location} {parameter.name}"
                for each in operations
                for parameter in each.parameters
            },
            "statuses": {f"{each.id} {status}" for each in operations for status in each.answers},
            "properties": {name for each in operations for name in _all_properties(each)},
        }
        self.reached: dict[str, set[str]] = {name: set() for name in self.known}
        self.answers: Counter[tuple[str, int]] = Counter()
        """How often each operation was answered with each status."""

    def add(self, exchange: Exchange) -> None:
        """Count an exchange."""
        match = self._routes.match(exchange.path)
        operation = match and match[0].operations.get(exchange.method.upper())
        if not (match and operation):
            return
        self.answers[operation.id, exchange.status] += 1
        self.reached["operations"].add(operation.id)
        self.reached["parameters"].update(_sent(operation, exchange, match[1]))
        if documented := operation.answer(exchange.status):
            names = (name for name, each in operation.answers.items() if each is documented)
            self.reached["statuses"].add(f"{operation.id} {next(names)}")
            self.reached["properties"].update(_answered(operation, documented, exchange))
        if operation.body and exchange.request_body:
            self.reached["properties"].update(
                _properties(operation.body, operation.id, exchange.request_body)
            )

    def told(self) -> Json:
        """What was reached, as JSON, for another process."""
        answers = [[*key, count] for key, count in sorted(self.answers.items())]
        return {
            "answers": answers,
            **{name: sorted(values) for name, values in self.reached.items()},
        }

    def hear(self, told: Json) -> None:
        """Add what another process reached."""
        for name, values in self.reached.items():
            values.update(told[name])
        for operation, status, count in told["answers"]:
            self.answers[operation, status] += count

    def missing(self, name: str) -> list[str]:
        """What of the operations, parameters, statuses or properties was not reached."""
        return sorted(self.known[name] - self.reached[name])

    @property
    def lacks(self) -> list[str]:
        """What a run against the fake should have reached, and did not."""
        return [each for name in REQUIRED for each in self.missing(name)]

    def counts(self) -> dict[str, tuple[int, int]]:
        """How many of each were reached, and how many there are."""
        return {
            name: (len(known & self.reached[name]), len(known))
            for name, known in self.known.items()
        }

    def lines(self) -> Iterator[str]:
        """The figures, then whatever is missing."""
        figures = [f"{name} {some}/{of}" for name, (some, of) in self.counts().items()]
        yield f"reached of the spec: {', '.join(figures)}"
        for name in self.known:
            if missing := self.missing(name):
                more = [f"and {len(missing) - _SHOWN} more"] if len(missing) > _SHOWN else []
                yield f"  {name} not reached: {', '.join([*missing[:_SHOWN], *more])}"


def _sent(operation: Operation, exchange: Exchange, values: Mapping[str, str]) -> Iterator[str]:
    query = parse_qs(exchange.query, keep_blank_values=True)
    sources: dict[str, Any] = {
        "path": values,
        "query": query,
        "header": exchange.request_headers,
    }
    for each in operation.parameters:
        if each.name in sources.get(each.location, ()):
            yield f"{operation.id} {each.location} {each.name}"


def _answered(operation: Operation, answer: Documented, exchange: Exchange) -> Iterator[str]:
    for form in answer.media.values():
        yield from _properties(form, operation.id, exchange.body or b"")


def _properties(form: Form, holder: str, body: bytes) -> Iterator[str]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return
    yield from _visited(form.schema, form.components, holder, value)


def _all_properties(operation: Operation) -> Iterator[str]:
    forms = [form for answer in operation.answers.values() for form in answer.media.values()]
    for form in [*forms, *([operation.body] if operation.body else [])]:
        yield from _visited(form.schema, form.components, operation.id, _ANY)


def _visited(
    schema: Json, components: Json, holder: str, value: Any, above: tuple[str, ...] = ()
) -> Iterator[str]:
    """The properties of a schema that a value has, each named after the schema that names it.

    Of alternatives all are looked at: a property counts for each one that names it.
    """
    if "$ref" in schema:
        holder = schema["$ref"].rpartition("/")[2]
        if holder in above and value is _ANY:
            return
        above += (holder,)
        yield from _visited(components["schemas"][holder], components, holder, value, above)
    for part in (each for key in _PARTS for each in schema.get(key, ())):
        yield from _visited(part, components, holder, value, above)
    for name, each in schema.get("properties", {}).items():
        if value is _ANY or (isinstance(value, dict) and name in value):
            place = f"{holder}.{name}"
            yield place
            inner = value if value is _ANY else value[name]
            yield from _visited(each, components, place, inner, above)
    if isinstance(items := schema.get("items"), dict):
        for each in [value] if value is _ANY else value if isinstance(value, list) else []:
            yield from _visited(items, components, holder, each, above)
