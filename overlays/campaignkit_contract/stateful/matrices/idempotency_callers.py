"""Cells of idempotency: other callers with the same key."""

from collections.abc import Iterator, Sequence

from ...exchange import Exchange
from ...spec.routes import Operation
from ...targets.requests import payload
from .finding import CellFinding, documented_status
from .keyed_calls import CONFLICT, KEY_HEADER, key_finding, result_of, send_keyed
from .matrix import MatrixRun
from .preparation import prepare
from .references import reference_fields
from .scenes import Scene


def other_callers(
    run: MatrixRun, operation: Operation, keyed: Sequence[Operation]
) -> Iterator[CellFinding]:
    """Yield results that another caller gets with the same idempotency key.

    Args:
        run: The run.
        operation: A keyed operation.
        keyed: The other keyed operations.
    """
    scene, key = prepare(run, operation), run.new_key()
    first = send_keyed(scene, key)
    yield from _other_credentials(run, scene, key)
    yield from _other_customer(run, scene, key, first)
    yield from _other_parents(run, scene, key, first)
    for other in keyed:
        if run.target.route(other).vendor == run.target.route(operation).vendor:
            exchange = run.sandbox.call(other.id, extra_headers={KEY_HEADER: key})
            if _is_shared(exchange, first):
                yield key_finding(operation, "another operation", "shares the idempotency key")


def _other_credentials(run: MatrixRun, scene: Scene, key: str) -> Iterator[CellFinding]:
    """Yield keys of the API without permission that get a result."""
    target, operation = run.target, scene.operation
    vendor = target.route(operation).vendor
    for label, caller in {
        "a read-only key": target.read_only_keys.get(vendor),
        "a key of another customer": target.foreign_keys.get(vendor),
    }.items():
        if caller is None:
            continue
        exchange = scene.call(key=caller, extra_headers={KEY_HEADER: key})
        if exchange.status != 403:
            problem = f"returns {exchange.status}, expected 403"
            yield CellFinding(operation.id, label, problem, documented_status(operation.id, 403))


def _other_customer(
    run: MatrixRun, scene: Scene, key: str, first: Exchange
) -> Iterator[CellFinding]:
    """Yield a result that another customer gets in an own account."""
    target, operation = run.target, scene.operation
    foreign = target.foreign_keys.get(target.route(operation).vendor)
    # A live run writes to no account of another customer.
    if not foreign or not target.reset_server or reference_fields(operation):
        return
    [name, *_] = run.sandbox.kinds.path_parameters(operation.id)
    listing = run.sandbox.kinds.of(operation.id, name).listing
    for item in payload(target.ask(listing, key=foreign))["items"][:1]:
        values = {name: item["id"]}
        exchange = scene.call(key=foreign, values=values, extra_headers={KEY_HEADER: key})
        if _is_shared(exchange, first):
            yield key_finding(operation, "another customer", "shares the idempotency key")


def _other_parents(
    run: MatrixRun, scene: Scene, key: str, first: Exchange
) -> Iterator[CellFinding]:
    """Yield results that a call below another account group gets with the same key."""
    [name, *_] = run.sandbox.kinds.path_parameters(scene.operation.id)
    vendor = run.target.route(scene.operation).vendor
    ids = {known[vendor, name][0] for known in run.siblings.others if (vendor, name) in known}
    for id_ in sorted(ids - {scene.values[name]}) if run.target.reset_server else ():
        exchange = scene.call(values={name: id_}, extra_headers={KEY_HEADER: key})
        if result_of(exchange) == result_of(first):
            yield key_finding(scene.operation, f"another {name}", "returns the result of the first")


def _is_shared(exchange: Exchange, first: Exchange) -> bool:
    """Return True if a call gets the result of the first one, or conflicts with it."""
    return result_of(exchange) == result_of(first) or exchange.status == CONFLICT
