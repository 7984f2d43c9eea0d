"""Matrix of authorization: each credential with own and with other resources."""

from collections.abc import Iterable, Iterator, Mapping

from ...exchange import Exchange
from ...spec.routes import Operation
from ...targets.budget import ask_now
from ...targets.requests import credential_header
from ...targets.target import Target
from ..authentication import without_trace_id
from ..identifiers import id_parameters
from .changes import ends_job, is_effect
from .error_responses import error_problems
from .finding import CellFinding, documented_status
from .list_options import list_options, with_options
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .rejected_calls import RejectedCall, rejected_calls
from .rows import Rows, changed_places
from .scenes import Scene, unprepared

_ONE_RESPONSE = "a resource of others is rejected like an unknown one, so that nothing is disclosed"
_ONE_CUSTOMER = "a key acts for its own customer only"


def authorization_matrix(target: Target) -> Iterator[str]:
    """Check that each credential gets the documented response for each resource."""
    return AUTHORIZATION.findings(target)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    cases = [*rejected_calls(run, scene)]
    sent = {str(value) for case in cases for value in case.values.values()}
    before = _rows(run, scene, cases) if scene.is_write else {}
    options = list_options(run, scene)
    for case in cases:
        found = [*_rejected(run, scene, case)]
        yield from found
        for other in with_options(case, options) if not found else ():
            yield from _rejected(run, scene, other)
    if scene.is_write:
        after = _rows(run, scene, cases)
        for place in changed_places(before, after):
            if is_effect(run.target, operation, place, sent):
                yield CellFinding(
                    operation.id,
                    "rejected calls",
                    f"{place.operation} shows a change",
                    "a rejected call changes nothing",
                )
    # A live job may have ended before the call that cancels it.
    may_have_ended = ends_job(operation) and not run.target.reset_server
    if not (run.is_final(operation) or may_have_ended):
        yield from _accepted(scene)
    if run.target.reset_server:
        # A server may keep the response to a permitted call.
        for case in [case for case in cases if case.headers is None]:
            yield from _rejected(run, scene, case)
    yield from _own_data(run, scene)


def _rows(run: MatrixRun, scene: Scene, cases: Iterable[RejectedCall]) -> Rows:
    """Return the rows near the call, and near what the cases name below another parent."""
    rows = run.rows_near(scene.operation, scene.named)
    for case in cases:
        rows |= run.rows_near(scene.operation, case.made) if case.made else {}
    return rows


def _rejected(run: MatrixRun, scene: Scene, case: RejectedCall) -> Iterator[CellFinding]:
    """Yield the deviations of one call that must be rejected."""
    operation = scene.operation
    has_other_key = case.key or case.headers == {} or case.extra_headers
    if has_other_key and not scene.is_write and run.target.reset_server:
        scene.call(values=case.values)  # A server may keep what a permitted key reads.
    exchange = _send(scene, case, case.values)
    if exchange.status not in case.expected:
        expected = min(case.expected, default=403)
        wanted = " or ".join(map(str, sorted(case.expected)))
        yield CellFinding(
            operation.id,
            case.cell,
            f"returns {exchange.status}, expected {wanted}",
            documented_status(operation.id, expected),
            exchange=exchange,
        )
        return
    if exchange.status >= 400:
        for problem in error_problems(scene.target, operation, exchange, run.trace_ids):
            law = documented_status(operation.id, exchange.status)
            problem = f"{exchange.status}: {problem}"
            yield CellFinding(operation.id, case.cell, problem, law, exchange=exchange)
    if case.unknown is not None:
        other = _send(scene, case, case.unknown)
        if _disclosed(exchange, case.values) != _disclosed(other, case.unknown):
            problem = "differs from an unknown id"
            yield CellFinding(operation.id, case.cell, problem, _ONE_RESPONSE, exchange=exchange)


def _send(scene: Scene, case: RejectedCall, values: Mapping[str, str | None]) -> Exchange:
    return scene.call(
        values=values, headers=case.headers, key=case.key, extra_headers=case.extra_headers
    )


def _disclosed(exchange: Exchange, values: Mapping[str, str | None]) -> str:
    """Return status and body of a response, without the ids that the call itself contains."""
    text = f"{exchange.status} {without_trace_id(exchange.body)}"
    for value in filter(None, values.values()):
        text = text.replace(value, "")
    return text


def _accepted(scene: Scene) -> Iterator[CellFinding]:
    """Yield a finding if a key with permission is rejected."""
    operation, target = scene.operation, scene.target
    success = min(status for status in operation.statuses if status < 300)
    keys: dict[str, str | None] = {"a key with every permission": None}
    reader = target.read_only_keys.get(target.route(operation).vendor)
    if reader and target.method(operation) == "GET":
        keys["a read-only key"] = reader
    for cell, key in keys.items():
        exchange = scene.call(key=key)
        status = exchange.status
        if not 200 <= status < 300:
            yield CellFinding(
                operation.id,
                cell,
                f"returns {status}, expected {success}",
                documented_status(operation.id, success),
                exchange=exchange,
            )


def _own_data(run: MatrixRun, scene: Scene) -> Iterator[CellFinding]:
    """Yield a finding if a call without an id acts for the customer of another key."""
    target, operation = run.target, scene.operation
    vendor = target.route(operation).vendor
    stranger = target.foreign_keys.get(vendor)
    is_customer_key = credential_header(operation) == "Authorization"
    is_allowed = target.reset_server or not scene.is_write
    if not (stranger and is_customer_key and is_allowed) or id_parameters(operation):
        return
    root = {"sonarly": "accountGroupId", "callers": "organizationId"}[vendor]
    own = next(iter(target.known_ids(vendor, root)), "")
    if scene.is_write:
        exchange = scene.call(key=stranger)
    else:
        ask_now(target, operation.id, {})  # A server may show it to the next key.
        exchange = ask_now(target, operation.id, {}, stranger)
    if own and f'"{own}"'.encode() in (exchange.body or b""):
        problem = f"shows the {root} of the first customer"
        cell = "a key of another customer"
        yield CellFinding(operation.id, cell, problem, _ONE_CUSTOMER, exchange=exchange)


AUTHORIZATION = Matrix(_cells, unprepared)
