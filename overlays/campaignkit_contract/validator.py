"""Validation of exchanges against the spec: with the fake, a live server or a recording.

validator = packaged_validator()
for finding in validator.validate(Exchange.from_httpx(response)):
    print(finding)
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from .checks.errors import check_error, check_job_error
from .checks.requests import check_request
from .checks.responses import check_allow_header, check_response
from .exchange import Exchange
from .findings import Finding
from .spec.document import Json, shared_spec
from .spec.routes import Operation, Route, Routes
from .spec.strict import shared_strict_spec, strict_spec

GATEWAY_STATUSES = frozenset({502, 503, 504})
"""Statuses of the error pages that a gateway sends, for example while a server restarts."""
_GATEWAY_ONLY = frozenset({502, 504})
"""Statuses that only a gateway sends, for any operation and with an undocumented body."""

# HTTP allows these for any request, before its path is looked at. No spec lists them all.
_GENERAL_STATUSES = frozenset({408, 413, 414, 429, 431})


class Validator:
    """Validator of exchanges by one document and its strict version."""

    def __init__(self, document: Json, strict: Json | None = None) -> None:
        self.routes = Routes(document, strict or strict_spec(document))

    def has_path(self, exchange: Exchange) -> bool:
        """Return True if the spec has the path."""
        return self.routes.match(exchange.path) is not None

    def operation_name(self, exchange: Exchange) -> str:
        """Return the operationId; without an operation, the method and the template or `*`."""
        match = self.routes.match(exchange.path)
        return _operation_name(match[0] if match else None, exchange)

    def validate(self, exchange: Exchange) -> list[Finding]:
        """Return every deviation of an exchange from the spec; an empty list if it conforms."""
        if is_from_gateway(exchange):
            return []
        match = self.routes.match(exchange.path)
        findings = self._check_route(*match, exchange) if match else self._check_unknown(exchange)
        name = _operation_name(match[0] if match else None, exchange)
        return [replace(finding, operation=name) for finding in findings]

    def _check_unknown(self, exchange: Exchange) -> Iterator[Finding]:
        if exchange.status < 400:
            yield _route_finding(exchange, "path")
            return
        if exchange.status == 405 and "Allow" not in exchange.headers:
            yield Finding("breaking", "headers", "Allow", "is missing from a 405")
        # The path may fit several vendors. Then the vendor whose errors look like it counts.
        candidates = self.routes.error_responses(exchange.path)
        checked = ([*check_response(spec, exchange, {})] for spec in candidates)
        yield from min(checked, key=len, default=[])

    def _check_route(
        self, route: Route, values: Mapping[str, str], exchange: Exchange
    ) -> Iterator[Finding]:
        method = exchange.method.upper()
        if exchange.status == 405:
            yield from check_allow_header(route, exchange)
        if operation := route.operations.get(method):
            yield from self._check_operation(route, operation, values, exchange)
        elif exchange.status >= 400:
            yield from self._check_error(route, exchange)
        elif method == "HEAD" and (read := route.operations.get("GET")):
            yield from self._check_operation(route, read, values, exchange)
        elif method != "OPTIONS":  # Browsers send it before cross-origin requests.
            yield _route_finding(exchange, "method")

    def _check_operation(
        self, route: Route, operation: Operation, values: Mapping[str, str], exchange: Exchange
    ) -> Iterator[Finding]:
        if spec := operation.response_for(exchange.status):
            yield from check_response(spec, exchange, values)
        else:
            if not _is_general(exchange):
                documented = ", ".join(operation.responses)
                message = f"{exchange.status} is not documented, only {documented}"
                yield Finding("breaking", "status", "", message)
            if exchange.status >= 400 and exchange.status not in _GATEWAY_ONLY:
                yield from self._check_error(route, exchange)
        if 200 <= exchange.status < 300:
            yield from check_request(operation, exchange, values)
            yield from check_job_error(operation.id, exchange)
        elif exchange.status >= 400 and exchange.status not in _GATEWAY_ONLY:
            yield from check_error(operation.id, exchange)

    def _check_error(self, route: Route, exchange: Exchange) -> Iterator[Finding]:
        if spec := self.routes.error_response(route.vendor):
            yield from check_response(spec, exchange, {})


def _operation_name(route: Route | None, exchange: Exchange) -> str:
    operation = route and route.operations.get(exchange.method.upper())
    # The path itself is left out, because it may contain a secret.
    return operation.id if operation else f"{exchange.method} {route.template if route else '*'}"


def _is_general(exchange: Exchange) -> bool:
    is_conditional = any(name.startswith("if-") for name in exchange.request_headers)
    is_general = exchange.status in _GENERAL_STATUSES | _GATEWAY_ONLY
    return is_general or (exchange.status == 304 and is_conditional)


def _route_finding(exchange: Exchange, kind: str) -> Finding:
    message = f"a {kind} that the spec lacks returned {exchange.status}"
    return Finding("additive", "route", "", message)


def is_from_gateway(exchange: Exchange) -> bool:
    """Return True for an error page of a gateway, which says nothing about the server behind it."""
    is_json = "json" in exchange.headers.get("Content-Type", "").lower()
    return exchange.status in GATEWAY_STATUSES and not is_json


@cache
def packaged_validator() -> Validator:
    """Return the validator of the spec that ships with the client."""
    return Validator(shared_spec(), shared_strict_spec())
