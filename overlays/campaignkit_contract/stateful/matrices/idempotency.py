"""Matrix of idempotency: keyed operations are applied once for each key."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from ...exchange import Exchange
from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation
from ...targets.listing import items
from ...targets.requests import json_body
from ...targets.target import Target
from .edge_values import other_value
from .finding import CellFinding, documented_status
from .idempotency_callers import other_callers
from .keyed_calls import CONFLICT, KEY_HEADER, changed_body, key_finding, result_of, send_keyed
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .scenes import Scene, unprepared
from .schemas import body_schema, properties

_OTHER_KEYS = 30


def idempotency_matrix(target: Target) -> Iterator[str]:
    """Check that a keyed call is applied once for each idempotency key, and only for its caller."""
    return IDEMPOTENCY.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    is_keyed = packaged_operations()[operation.id].node["x-idempotency"] == "keyed"
    return unprepared(target, operation) if is_keyed else "it takes no idempotency key"


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    yield from _same_and_other_body(run, operation)
    if not run.target.is_exclusive(operation.id):
        return  # Each call starts something that cannot be removed, and reaches people.
    yield from _effects(run, operation)
    yield from _other_keys(run, operation)
    yield from other_callers(run, operation, _keyed(run, operation))
    yield from _after_refusal(run, operation)
    yield from _at_once(run, operation)


def _same_and_other_body(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene, key = prepare(run, operation), run.new_key()
    first, repeated = send_keyed(scene, key), send_keyed(scene, key)
    yield from _succeeded(operation, "the first call", first)
    if result_of(repeated) != result_of(first):
        yield key_finding(operation, "the same key and body", "is applied twice")
    reordered = send_keyed(scene, key, dict(reversed(scene.json.items())))
    if reordered.status != CONFLICT and result_of(reordered) != result_of(first):
        yield key_finding(operation, "the same key and reordered body", "is applied twice")
    changed = send_keyed(scene, key, changed_body(scene.json))
    if changed.status != CONFLICT:
        problem = f"returns {changed.status}, expected {CONFLICT}"
        law = documented_status(operation.id, CONFLICT)
        yield CellFinding(operation.id, "the same key and another body", problem, law)
    elif (code := _conflict_code(operation)) and json_body(changed)["error"]["code"] != code:
        yield key_finding(operation, "the same key and another body", f"has not the code {code}")
    if result_of(send_keyed(scene, key)) != result_of(first):
        yield key_finding(operation, "the same key after a conflict", "returns another result")
    if run.target.reset_server:
        yield from _changed_fields(scene, key)


def _changed_fields(scene: Scene, key: str) -> Iterator[CellFinding]:
    """Yield the fields that a server does not compare if a key comes again."""
    for name, schema in properties(body_schema(scene.operation.id)).items():
        if name not in scene.json and schema.get("type") != "boolean":
            continue
        usual = scene.json.get(name, schema.get("default", False))
        value = other_value(name, schema, usual)
        if value != usual and send_keyed(scene, key, {**scene.json, name: value}).status < 300:
            yield key_finding(scene.operation, "the same key", f"is accepted with another {name}")


def _effects(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield repeats and conflicts that return what they should, but start something more."""
    created = run.sandbox.kinds.created_by(operation.id)
    if created is None or not run.target.reset_server:
        return  # Others may start something too.
    scene, key = prepare(run, operation), run.new_key()
    names = run.sandbox.kinds.path_parameters(created[0].listing)
    parents = {name: str(scene.values[name]) for name in names}

    def count() -> int:
        return len(items(run.target, created[0].listing, **parents))

    send_keyed(scene, key)
    before = count()
    for cell, body in {"repeated": None, "with another body": changed_body(scene.json)}.items():
        send_keyed(scene, key, body)
        if count() != before:
            yield key_finding(operation, f"the same key, {cell}", "has an effect again")


def _conflict_code(operation: Operation) -> str:
    """Return the documented code of a conflict, or nothing."""
    match = re.search(
        r"code `(IDEMPOTENCY_\w+)`", packaged_operations()[operation.id].node["description"]
    )
    return match[1] if match else ""


def _other_keys(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield keys that are taken for each other, and a key that is forgotten after many others."""
    scene, key = prepare(run, operation), f"{run.new_key()}-Key"
    first = send_keyed(scene, key)
    if not 200 <= first.status < 300:
        return  # Other cells report it; a live account may also have no credits left.
    for label, other in {
        "another key": f"{key}2",
        "the key in another case": key.swapcase(),
        "the beginning of the key": key[:-1],
    }.items():
        if result_of(send_keyed(scene, other)) == result_of(first):
            yield key_finding(operation, label, "returns the result of the first key")
    long = [result_of(send_keyed(scene, f"{key}{'x' * 200}{end}")) for end in "ab"]
    if long[0] == long[1]:
        yield key_finding(
            operation, "a long key with the same beginning", "returns the same result"
        )
    for number in range(_OTHER_KEYS):
        send_keyed(scene, f"{key}/{number}")
    if result_of(send_keyed(scene, key)) != result_of(first):
        yield key_finding(operation, "the key after many others", "is applied twice")
    empty = [result_of(send_keyed(scene, "")) for _ in range(2)]
    if empty[0] == empty[1] and empty[0].startswith("{"):
        yield key_finding(operation, "an empty key", "is taken for a key")
    without = [result_of(scene.call()) for _ in range(2)]
    if without[0] == without[1]:
        yield key_finding(operation, "no key", "is applied once for two calls")


def _after_refusal(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield a key that a call without effect has used up."""
    refusals: dict[str, Json] = {
        "a call without credential": {"headers": {}},
        "an invalid call": {"body": {"json": []}},
    }
    for label, options in refusals.items():
        scene, key = prepare(run, operation), run.new_key()
        extra = {KEY_HEADER: key}
        refused = scene.call(extra_headers=extra, **options)
        first, repeated = send_keyed(scene, key), send_keyed(scene, key)
        # No document says whether a call that is not valid uses up its key.
        may_conflict = "body" in options and first.status == CONFLICT
        if refused.status >= 400 and first.status >= 400 and not may_conflict:
            yield key_finding(operation, f"the key of {label}", f"returns {first.status}")
        elif first.status < 300 and result_of(repeated) != result_of(first):
            yield key_finding(operation, f"the key of {label}", "is applied twice")


def _at_once(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield two results of one key that is sent twice at the same time."""
    scene, key = prepare(run, operation), run.new_key()
    with ThreadPoolExecutor(2) as executor:
        sent = list(executor.map(lambda _: send_keyed(scene, key), range(2)))
    results = {result_of(exchange) for exchange in sent if 200 <= exchange.status < 300}
    refused = [exchange.status for exchange in sent if exchange.status >= 300]
    if len(results) != 1 or any(status != CONFLICT for status in refused):
        yield key_finding(operation, "the same key twice at once", "has two effects, or none")


def _keyed(run: MatrixRun, operation: Operation) -> list[Operation]:
    """Return the other operations that take a key."""
    return [
        other
        for _, _, other in run.target.operations()
        if other.id != operation.id and not _excluded(run.target, other)
    ]


def _succeeded(operation: Operation, cell: str, exchange: Exchange) -> Iterator[CellFinding]:
    if not 200 <= exchange.status < 300:
        success = min(operation.statuses)
        problem = f"returns {exchange.status}, expected {success}"
        yield CellFinding(operation.id, cell, problem, documented_status(operation.id, success))


IDEMPOTENCY = Matrix(_cells, _excluded)
