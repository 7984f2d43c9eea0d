"""Matrix of authorization: each credential with own and with other resources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from ...exchange import Exchange
from ...spec.routes import Operation
from ...targets.requests import UNKNOWN_ID, credential_header
from ...targets.target import Target
from ..authentication import without_trace_id, wrong_credentials
from ..identifiers import id_parameters, unknown_value
from .changes import ends_job
from .error_responses import error_problems
from .finding import CellFinding, documented_status
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .rows import Rows, changed_places
from .scenes import Scene, unprepared
from .siblings import path_names

_ROOT = "accountGroupId"
_SUB_ORGANIZATION = "x-sub-organization-id"
_UNAVAILABLE = frozenset({403, 404})
_NOT_FOUND = frozenset({"callers_campaign_groups_get"})
"""Operations whose page says that a resource of another customer is not found."""
_ONE_ANSWER = "a resource of others is rejected like an unknown one, so that nothing is disclosed"
_OTHER_PARENT = "an id of another parent"
_ONE_CUSTOMER = "a key acts for its own customer only"


@dataclass(frozen=True)
class _Case:
    """Call that must be rejected."""

    cell: str
    expected: frozenset[int]
    values: Mapping[str, str | None]
    headers: Mapping[str, str] | None = None
    key: str | None = None
    extra_headers: Mapping[str, str] | None = None
    unknown: Mapping[str, str | None] | None = None
    """Values of the same call for an unknown id, which must have the same response."""
    made: Mapping[str, str | None] = field(default_factory=dict)
    """Values of what the run has made below another parent, and the call names."""


def authorization_matrix(target: Target) -> Iterator[str]:
    """Check that each credential gets the documented response for each resource."""
    return AUTHORIZATION.findings(target)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    cases = [*_cases(run, scene)]
    sent = {value for case in cases for value in case.values.values()}
    before = _rows(run, scene, cases) if scene.is_write else {}
    for case in cases:
        yield from _rejected(run, scene, case)
    if scene.is_write:
        after = _rows(run, scene, cases)
        for place in changed_places(before, after):
            if run.target.reset_server or (place.id in sent and not ends_job(operation)):
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


def _rows(run: MatrixRun, scene: Scene, cases: Iterable[_Case]) -> Rows:
    """Return the rows near the call, and near what the cases name below another parent."""
    rows = run.rows_near(scene.operation, scene.named)
    for case in cases:
        rows |= run.rows_near(scene.operation, case.made) if case.made else {}
    return rows


def _rejected(run: MatrixRun, scene: Scene, case: _Case) -> Iterator[CellFinding]:
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
            yield CellFinding(operation.id, case.cell, problem, _ONE_ANSWER, exchange=exchange)


def _send(scene: Scene, case: _Case, values: Mapping[str, str | None]) -> Exchange:
    return scene.call(
        values=values, headers=case.headers, key=case.key, extra_headers=case.extra_headers
    )


def _disclosed(exchange: Exchange, values: Mapping[str, str | None]) -> str:
    """Return status and body of a response, without the ids that the call itself contains."""
    text = f"{exchange.status} {without_trace_id(exchange.body)}"
    for value in filter(None, values.values()):
        text = text.replace(value, "")
    return text


def _cases(run: MatrixRun, scene: Scene) -> Iterator[_Case]:
    target, operation, route = run.target, scene.operation, run.target.route(scene.operation)
    known = {**target.path_values(operation), **scene.values}
    unknown = {name: unknown_value(operation, name) for name in id_parameters(operation)[-1:]}
    # Another check sends each wrong credential once, which is enough on a live server.
    wrong = wrong_credentials(target, route, operation) if target.reset_server else ()
    for cell, headers in wrong:
        yield _Case(cell, frozenset({401}), known, headers, unknown={**known, **unknown})
    yield from _other_keys(target, operation, known, unknown)
    is_write = target.method(operation) != "GET"
    # A live run sends no write that could change what the run has not made.
    if is_write and not target.reset_server:
        yield from _below_another_parent(run, operation, known)
    for name in path_names(route) if target.reset_server or not is_write else ():
        is_inner = name != path_names(route)[0]
        others = {"an id of another customer": run.siblings.of_stranger(route.vendor, name)}
        # A lookup finds nothing for what is not there, instead of a 404.
        if is_inner and (is_write or 404 in operation.statuses):
            others[_OTHER_PARENT] = run.siblings.sibling(route.vendor, name)
        for cell, other in others.items():
            if other and (allowed := _foreign_statuses(operation)):
                if is_inner and 404 not in operation.statuses:
                    allowed |= {200}  # A lookup that finds nothing succeeds.
                missing = {**known, name: unknown_value(operation, name)} if is_inner else None
                yield _Case(cell, allowed, {**known, name: other}, unknown=missing)
    yield from _sub_organizations(run, operation, known)


def _below_another_parent(
    run: MatrixRun, operation: Operation, known: Mapping[str, str | None]
) -> Iterator[_Case]:
    """Yield calls for what the run makes below another parent of a disposable account."""
    if not run.target.is_exclusive(operation.id) or run.is_final(operation):
        return
    names = path_names(run.target.route(operation))
    for parent, name in pairwise(names[names[:1] == [_ROOT] :]):
        kind = run.sandbox.kinds.of(operation.id, parent)
        named = [id_ for id_ in run.sandbox.named.get(kind.name, ()) if id_ != known[parent]]
        given = {} if kind.creators or not named else {parent: named[0]}
        made = run.sandbox.call_values(operation.id, given).values
        if made[parent] != known[parent]:
            unknown = {**known, name: unknown_value(operation, name)}
            values = {**known, name: made[name]}
            allowed = _foreign_statuses(operation)
            yield _Case(_OTHER_PARENT, allowed, values, unknown=unknown, made=made)


def _other_keys(
    target: Target,
    operation: Operation,
    known: Mapping[str, str | None],
    unknown: Mapping[str, str | None],
) -> Iterator[_Case]:
    vendor = target.route(operation).vendor
    is_customer_key = credential_header(operation) == "Authorization"
    reader = target.read_only_keys.get(vendor)
    if reader and target.method(operation) != "GET":
        yield _Case("a read-only key", frozenset({403}), known, key=reader)
    stranger = target.foreign_keys.get(vendor)
    allowed = _foreign_statuses(operation, vendor)
    if stranger and is_customer_key and id_parameters(operation):
        same = {**known, **unknown} if vendor == "sonarly" else None
        yield _Case(
            "a key of another customer", frozenset(allowed), known, key=stranger, unknown=same
        )


def _foreign_statuses(operation: Operation, vendor: str = "") -> frozenset[int]:
    """Return the statuses for a resource of others; for a key of others with its vendor."""
    if operation.id in _NOT_FOUND:
        return frozenset({404})
    allowed = frozenset(_UNAVAILABLE & operation.statuses)
    return frozenset({403}) if vendor == "sonarly" and 403 in allowed else allowed


def _sub_organizations(
    run: MatrixRun, operation: Operation, known: Mapping[str, str | None]
) -> Iterator[_Case]:
    if all(parameter.name != _SUB_ORGANIZATION for parameter in operation.parameters):
        return
    allowed = frozenset({400, 403, 404} & operation.statuses)
    organizations = {
        "an unknown sub-organization": UNKNOWN_ID,
        "a sub-organization of another customer": run.siblings.of_stranger(
            "callers", "organizationId"
        ),
    }
    for cell, value in organizations.items():
        if value:
            yield _Case(cell, allowed, known, extra_headers={_SUB_ORGANIZATION: value})


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
    exchange = scene.call(key=stranger)
    if own and f'"{own}"'.encode() in (exchange.body or b""):
        problem = f"shows the {root} of the first customer"
        cell = "a key of another customer"
        yield CellFinding(operation.id, cell, problem, _ONE_CUSTOMER, exchange=exchange)


AUTHORIZATION = Matrix(_cells, unprepared)
