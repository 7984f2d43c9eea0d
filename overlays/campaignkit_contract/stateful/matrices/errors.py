"""Matrix of errors: every failure that can be provoked has the documented form."""

import re
from collections.abc import Iterator, Mapping
from zlib import crc32

from ...exchange import Exchange
from ...spec.routes import Operation
from ...targets.budget import rotate
from ...targets.requests import payload
from ...targets.target import Target
from ..identifiers import id_parameters, unknown_value
from .changes import is_effect
from .error_responses import error_problems
from .finding import CellFinding, documented_status
from .invalid_requests import InvalidRequest, invalid_requests
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .rows import Rows, changed_places
from .scenes import Scene, unprepared
from .schemas import body_schema, properties, response_schema, types_of

_INVALID = frozenset({400, 413, 415, 422})
"""Statuses for a request that is not valid."""
_UNKNOWN_NAME = frozenset({404, 409})
"""Statuses for a body that names something unknown, if the operation documents them."""
_PAYMENT_REQUIRED = 402
_EXPENSIVE = {"integer": 1_000, "boolean": True}
"""Most expensive values by type: a documented maximum of people, and every option."""
_CELL = "an invalid request"
_PREFLIGHT = {
    "Origin": "https://attacker.invalid",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "authorization",
}
_METHODS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("HEAD", {}),
    ("OPTIONS", {}),
    ("OPTIONS", _PREFLIGHT),
)
_FEW_METHODS = 1
_UNKNOWN_PARAMETER = InvalidRequest(
    "an unknown parameter", {"no-such-parameter": "1"}, is_rejected=False
)


def errors_matrix(target: Target) -> Iterator[str]:
    """Check that invalid requests are rejected without effect, by errors in their form."""
    return ERRORS.findings(target)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    before = run.rows_near(scene.operation, scene.named) if scene.is_write else {}
    for request in invalid_requests(operation, scene.body):
        if request.is_rejected:
            yield from _invalid(run, scene, request)
    yield from _unknown_ids(run, scene)
    if scene.is_write:
        yield from _effects(run, scene, before)
    for request in invalid_requests(operation, scene.body):
        if not request.is_rejected and run.can_undo(operation):
            yield from _invalid(run, prepare(run, operation), request)
    yield from _unknown_parameter(run, scene)
    yield from _methods(run, scene)
    yield from _unauthenticated(run, scene)
    if scene.is_write and run.can_undo(operation):
        yield from _repeated(run, prepare(run, operation))
    if _PAYMENT_REQUIRED in operation.statuses and run.target.reset_server:
        yield from _unpaid(run, prepare(run, operation))


def _invalid(run: MatrixRun, scene: Scene, request: InvalidRequest) -> Iterator[CellFinding]:
    """Send one invalid request and yield what is wrong with its response."""
    operation = scene.operation
    exchange = scene.call(values=request.values, body=request.body, extra_headers=request.headers)
    if 200 <= exchange.status < 300:
        if request.is_rejected:
            problem = f"returns {exchange.status}, expected 400"
            yield _finding(operation, _CELL, problem, 400, exchange, request.cell)
        return
    allowed = _INVALID | (
        operation.statuses & _UNKNOWN_NAME if request.names_unknown else frozenset()
    )
    if exchange.status not in allowed:
        problem = f"returns {exchange.status}, expected 400"
        yield _finding(operation, _CELL, problem, 400, exchange, request.cell)
    yield from _form(run, operation, _CELL, exchange, request.cell)


def _unknown_parameter(run: MatrixRun, scene: Scene) -> Iterator[CellFinding]:
    """Send a read with a parameter that the spec lacks. A server may ignore it.

    The status cases send it to a server that can be reset.
    """
    if 400 in scene.operation.statuses and not (scene.is_write or run.target.reset_server):
        yield from _invalid(run, scene, _UNKNOWN_PARAMETER)


def _unknown_ids(run: MatrixRun, scene: Scene) -> Iterator[CellFinding]:
    operation = scene.operation
    for name in id_parameters(operation)[-1:]:
        exchange = scene.call(values={name: unknown_value(operation, name)})
        if exchange.status >= 400:
            yield from _form(run, operation, f"an unknown {name}", exchange)


def _methods(run: MatrixRun, scene: Scene) -> Iterator[CellFinding]:
    """Send HEAD, OPTIONS and a preflight, which must neither fail nor have an effect."""
    target, operation = run.target, scene.operation
    if target.method(operation) != "GET":
        return
    route = target.route(operation)
    usual = scene.call()
    for method, headers in rotate(target, _METHODS, crc32(operation.id.encode()), _FEW_METHODS):
        exchange = target.call(method, route, operation, scene.values, extra_headers=headers)
        cell = "a preflight" if headers else method
        allowed = {usual.status, 405} if method == "HEAD" else {200, 204, 401, 403, 404, 405}
        if exchange.status not in allowed:
            problem = f"returns {exchange.status}"
            yield _finding(operation, cell, problem, usual.status, exchange)
        if method == "HEAD" and exchange.body:
            yield _finding(operation, cell, "has a body", usual.status, exchange)
        if exchange.status >= 400:
            yield from _form(run, operation, cell, exchange)
        if exchange.status == 405 and not _allows(exchange, set(route.operations)):
            problem = "lacks a declared method in Allow"
            yield _finding(operation, cell, problem, usual.status, exchange)
        origin = exchange.headers.get("Access-Control-Allow-Origin")
        has_credentials = exchange.headers.get("Access-Control-Allow-Credentials") == "true"
        if origin == _PREFLIGHT["Origin"] and has_credentials:
            problem = "trusts any origin with credentials"
            yield _finding(operation, cell, problem, usual.status, exchange)


def _unauthenticated(run: MatrixRun, scene: Scene) -> Iterator[CellFinding]:
    exchange = scene.call(headers={})
    if exchange.status >= 400:
        yield from _form(run, scene.operation, "no credential", exchange)


def _unpaid(run: MatrixRun, scene: Scene) -> Iterator[CellFinding]:
    """Ask for more than the account can pay, which must start nothing."""
    operation, fields = scene.operation, properties(body_schema(scene.operation.id))
    expensive = {
        name: value
        for name, schema in fields.items()
        for type_, value in _EXPENSIVE.items()
        if type_ in types_of(schema)
    }
    before = run.rows_and_jobs(operation, scene.named)
    exchange = scene.call(body={"json": {**scene.json, **expensive}})
    if exchange.status == _PAYMENT_REQUIRED:
        yield from _form(run, operation, "too few credits", exchange)
        for place in changed_places(before, run.rows_and_jobs(operation, scene.named)):
            problem = f"{place.operation} shows a change"
            yield _finding(operation, "too few credits", problem, _PAYMENT_REQUIRED, exchange)


def _effects(run: MatrixRun, scene: Scene, before: Rows) -> Iterator[CellFinding]:
    """Yield what rejected calls have changed."""
    ids = {str(value) for value in scene.values.values()}
    for place in changed_places(before, run.rows_near(scene.operation, scene.named)):
        if is_effect(run.target, scene.operation, place, ids):
            problem = f"{place.operation} shows a change"
            law = "a rejected call changes nothing"
            yield CellFinding(scene.operation.id, "rejected calls", problem, law)


def _repeated(run: MatrixRun, scene: Scene) -> Iterator[CellFinding]:
    """Call twice: the second call may conflict with the first one."""
    operation = scene.operation
    first = scene.call()
    if 200 <= first.status < 300 and _denies(operation, first):
        problem = f"returns {first.status}, and says that it was not applied"
        yield _finding(operation, "a usual call", problem, first.status, first)
    for exchange in (first, scene.call()):
        if exchange.status >= 400:
            if exchange.status not in operation.statuses:
                problem = f"returns {exchange.status}, which is not documented"
                status = min(operation.statuses)
                yield _finding(operation, "a second call", problem, status, exchange)
            yield from _form(run, operation, "a second call", exchange)
    yield from _unknown_ids_later(scene)


def _unknown_ids_later(scene: Scene) -> Iterator[CellFinding]:
    """Yield unknown ids that are accepted after a success with known ones."""
    operation = scene.operation
    for name in id_parameters(operation)[-1:] if 404 in operation.statuses else ():
        exchange = scene.call(values={name: unknown_value(operation, name)})
        if exchange.status < 300:
            problem = f"returns {exchange.status}, expected 404"
            yield _finding(operation, f"an unknown {name} after a success", problem, 404, exchange)


def _denies(operation: Operation, exchange: Exchange) -> bool:
    """Return True if the one field of a response, which says whether a call was applied, is false.

    Its description is such as "True if the item was deleted."
    """
    fields = [*properties(response_schema(operation.id)).items()]
    if len(fields) != 1 or not exchange.body:
        return False
    [(name, schema)] = fields
    is_outcome = re.match(r"True if .* (was|were) ", schema.get("description", ""))
    value = payload(exchange)
    return bool(is_outcome) and isinstance(value, dict) and value.get(name) is False


def _form(
    run: MatrixRun, operation: Operation, cell: str, exchange: Exchange, detail: str = ""
) -> Iterator[CellFinding]:
    for problem in error_problems(run.target, operation, exchange, run.trace_ids):
        problem = f"{exchange.status}: {problem}"
        yield _finding(operation, cell, problem, exchange.status, exchange, detail)


def _allows(exchange: Exchange, methods: set[str]) -> bool:
    named = {name.strip().upper() for name in exchange.headers.get("Allow", "").split(",")}
    return methods <= named


def _finding(
    operation: Operation,
    cell: str,
    problem: str,
    status: int,
    exchange: Exchange,
    detail: str = "",
) -> CellFinding:
    law = documented_status(operation.id, status)
    return CellFinding(operation.id, cell, problem, law, detail, exchange)


ERRORS = Matrix(_cells, unprepared)
