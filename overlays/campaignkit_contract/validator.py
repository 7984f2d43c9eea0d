"""The judge: what is wrong with an exchange, be it of the fake, a live server or a recording.

judge = shipped_judge()
for finding in judge.findings(Exchange.from_httpx(response)):
    print(finding)
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from .checks.requests import unmet
from .checks.responses import allow, answered
from .exchange import Check, Exchange, Finding, Kind, RecordingError
from .spec.routes import Operation, Route, Routes
from .spec.schemas import Json
from .spec.strict import twin_of

__all__ = [
    "Check",
    "Exchange",
    "Finding",
    "Judge",
    "Kind",
    "RecordingError",
    "exit_code",
    "shipped_judge",
]

# HTTP says these to any request, before anybody asks what it is about; no spec lists them all.
_ABOUT_ANY_REQUEST = frozenset({408, 413, 414, 429, 431})


class Judge:
    """Judges exchanges by one document and its strict twin."""

    def __init__(self, document: Json, twin: Json | None = None) -> None:
        self.routes = Routes(document, twin or twin_of(document))

    def knows(self, exchange: Exchange) -> bool:
        """Whether the spec has the path."""
        return self.routes.match(exchange.path) is not None

    def operation(self, exchange: Exchange) -> str:
        """The operationId; the method and the template, or an asterisk, where there is none."""
        match = self.routes.match(exchange.path)
        return _name(match[0] if match else None, exchange)

    def findings(self, exchange: Exchange) -> list[Finding]:
        """All that is wrong; nothing where all is well."""
        match = self.routes.match(exchange.path)
        found = self._of_route(*match, exchange) if match else self._of_no_route(exchange)
        name = _name(match[0] if match else None, exchange)
        return [replace(each, operation=name) for each in found]

    def _of_no_route(self, exchange: Exchange) -> Iterator[Finding]:
        if exchange.status < 400:
            yield _route_finding(exchange, "a path")
            return
        if exchange.status == 405 and "Allow" not in exchange.headers:
            yield Finding("breaking", "headers", "Allow", "is missing from a 405")
        # Whose path it would be is not always told by it: then the vendor whom the answer fits.
        forms = self.routes.error_forms(exchange.path)
        yield from min(([*answered(form, exchange, {})] for form in forms), key=len, default=[])

    def _of_route(
        self, route: Route, values: Mapping[str, str], exchange: Exchange
    ) -> Iterator[Finding]:
        method = exchange.method.upper()
        if exchange.status == 405:
            yield from allow(route, exchange)
        if operation := route.operations.get(method):
            yield from self._of_operation(route, operation, values, exchange)
        elif exchange.status >= 400:
            yield from self._error(route, exchange)
        elif method == "HEAD" and (read := route.operations.get("GET")):
            yield from self._of_operation(route, read, values, exchange)
        elif method != "OPTIONS":  # by which browsers ask whether they may ask
            yield _route_finding(exchange, "a method")

    def _of_operation(
        self, route: Route, operation: Operation, values: Mapping[str, str], exchange: Exchange
    ) -> Iterator[Finding]:
        if documented := operation.answer(exchange.status):
            yield from answered(documented, exchange, values)
        else:
            if not _is_about_any(exchange):
                documents = ", ".join(operation.answers)
                sentence = f"{exchange.status} is not documented, only {documents}"
                yield Finding("breaking", "status", "", sentence)
            if exchange.status >= 400:
                yield from self._error(route, exchange)
        if 200 <= exchange.status < 300:
            yield from unmet(operation, exchange, values)

    def _error(self, route: Route, exchange: Exchange) -> Iterator[Finding]:
        if form := self.routes.error_form(route.vendor):
            yield from answered(form, exchange, {})


def _name(route: Route | None, exchange: Exchange) -> str:
    operation = route and route.operations.get(exchange.method.upper())
    # The path itself is not repeated: it may be a secret.
    return operation.id if operation else f"{exchange.method} {route.template if route else '*'}"


def _is_about_any(exchange: Exchange) -> bool:
    is_conditional = any(name.startswith("if-") for name in exchange.request_headers)
    return exchange.status in _ABOUT_ANY_REQUEST or (exchange.status == 304 and is_conditional)


def _route_finding(exchange: Exchange, what: str) -> Finding:
    sentence = f"{what} that the spec lacks is answered {exchange.status}"
    return Finding("additive", "route", "", sentence)


@cache
def shipped_judge() -> Judge:
    """The judge by the spec that ships with the client, which the fake serves."""
    return Judge(json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes()))


def exit_code(findings: Iterable[Finding]) -> int:
    """0 where all conforms, 1 for breaking drift, 3 for additive drift only."""
    kinds = {finding.kind for finding in findings}
    return 1 if "breaking" in kinds else 3 if kinds else 0
