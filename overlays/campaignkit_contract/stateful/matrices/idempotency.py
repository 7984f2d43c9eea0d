"""Matrix of idempotency: keyed operations are applied once for each key."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from ...exchange import Exchange
from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation
from ...targets.listing import items
from ...targets.requests import json_body, payload
from ...targets.target import Target
from .edge_values import other_value
from .finding import CellFinding, documented_status, source_of
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .references import reference_fields
from .scenes import Scene, unprepared
from .schemas import body_schema, properties

_HEADER = "Idempotency-Key"
_OTHER_KEYS = 30
_CONFLICT = 409


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
    yield from _other_callers(run, operation)
    yield from _after_refusal(run, operation)
    yield from _at_once(run, operation)


def _same_and_other_body(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene, key = prepare(run, operation), run.new_key()
    first, repeated = _send(scene, key), _send(scene, key)
    yield from _succeeded(operation, "the first call", first)
    if _result(repeated) != _result(first):
        yield _finding(operation, "the same key and body", "is applied twice")
    reordered = _send(scene, key, dict(reversed(scene.json.items())))
    if reordered.status != _CONFLICT and _result(reordered) != _result(first):
        yield _finding(operation, "the same key and reordered body", "is applied twice")
    changed = _send(scene, key, _changed(scene.json))
    if changed.status != _CONFLICT:
        problem = f"returns {changed.status}, expected {_CONFLICT}"
        law = documented_status(operation.id, _CONFLICT)
        yield CellFinding(operation.id, "the same key and another body", problem, law)
    elif (code := _conflict_code(operation)) and json_body(changed)["error"]["code"] != code:
        yield _finding(operation, "the same key and another body", f"has not the code {code}")
    if _result(_send(scene, key)) != _result(first):
        yield _finding(operation, "the same key after a conflict", "returns another result")
    if run.target.reset_server:
        yield from _changed_fields(scene, key)


def _changed_fields(scene: Scene, key: str) -> Iterator[CellFinding]:
    """Yield the fields that a server does not compare if a key comes again."""
    for name, schema in properties(body_schema(scene.operation.id)).items():
        if name not in scene.json and schema.get("type") != "boolean":
            continue
        usual = scene.json.get(name, schema.get("default", False))
        value = other_value(name, schema, usual)
        if value != usual and _send(scene, key, {**scene.json, name: value}).status < 300:
            yield _finding(scene.operation, "the same key", f"is accepted with another {name}")


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

    _send(scene, key)
    before = count()
    for cell, body in {"repeated": None, "with another body": _changed(scene.json)}.items():
        _send(scene, key, body)
        if count() != before:
            yield _finding(operation, f"the same key, {cell}", "has an effect again")


def _conflict_code(operation: Operation) -> str:
    """Return the documented code of a conflict, or nothing."""
    match = re.search(
        r"code `(IDEMPOTENCY_\w+)`", packaged_operations()[operation.id].node["description"]
    )
    return match[1] if match else ""


def _other_keys(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield keys that are taken for each other, and a key that is forgotten after many others."""
    scene, key = prepare(run, operation), f"{run.new_key()}-Key"
    first = _send(scene, key)
    if not 200 <= first.status < 300:
        return  # Other cells report it; a live account may also have no credits left.
    for label, other in {
        "another key": f"{key}2",
        "the key in another case": key.swapcase(),
        "the beginning of the key": key[:-1],
    }.items():
        if _result(_send(scene, other)) == _result(first):
            yield _finding(operation, label, "returns the result of the first key")
    long = [_result(_send(scene, f"{key}{'x' * 200}{end}")) for end in "ab"]
    if long[0] == long[1]:
        yield _finding(operation, "a long key with the same beginning", "returns the same result")
    for number in range(_OTHER_KEYS):
        _send(scene, f"{key}/{number}")
    if _result(_send(scene, key)) != _result(first):
        yield _finding(operation, "the key after many others", "is applied twice")
    empty = [_result(_send(scene, "")) for _ in range(2)]
    if empty[0] == empty[1] and empty[0].startswith("{"):
        yield _finding(operation, "an empty key", "is taken for a key")
    without = [_result(scene.call()) for _ in range(2)]
    if without[0] == without[1]:
        yield _finding(operation, "no key", "is applied once for two calls")


def _other_callers(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield results that another key of the API gets with the same idempotency key."""
    scene, key = prepare(run, operation), run.new_key()
    first = _send(scene, key)
    vendor = run.target.route(operation).vendor
    for label, caller in {
        "a read-only key": run.target.read_only_keys.get(vendor),
        "a key of another customer": run.target.foreign_keys.get(vendor),
    }.items():
        if caller is None:
            continue
        exchange = scene.call(key=caller, extra_headers={_HEADER: key})
        if exchange.status != 403:
            problem = f"returns {exchange.status}, expected 403"
            yield CellFinding(operation.id, label, problem, documented_status(operation.id, 403))
    foreign = run.target.foreign_keys.get(vendor)
    # A live run writes to no account of another customer.
    if foreign and run.target.reset_server and not reference_fields(operation):
        [name, *_] = run.sandbox.kinds.path_parameters(operation.id)
        listing = run.sandbox.kinds.of(operation.id, name).listing
        for item in payload(run.target.ask(listing, key=foreign))["items"][:1]:
            values = {name: item["id"]}
            exchange = scene.call(key=foreign, values=values, extra_headers={_HEADER: key})
            if _result(exchange) == _result(first) or exchange.status == _CONFLICT:
                yield _finding(operation, "another customer", "shares the idempotency key")
    yield from _other_parents(run, scene, key, first)
    for other in _keyed(run, operation):
        if run.target.route(other).vendor == vendor:
            exchange = run.sandbox.call(other.id, extra_headers={_HEADER: key})
            if _result(exchange) == _result(first) or exchange.status == _CONFLICT:
                yield _finding(operation, "another operation", "shares the idempotency key")


def _other_parents(
    run: MatrixRun, scene: Scene, key: str, first: Exchange
) -> Iterator[CellFinding]:
    """Yield results that a call below another account group gets with the same key."""
    [name, *_] = run.sandbox.kinds.path_parameters(scene.operation.id)
    vendor = run.target.route(scene.operation).vendor
    ids = {known[vendor, name][0] for known in run.siblings.others if (vendor, name) in known}
    for id_ in sorted(ids - {scene.values[name]}) if run.target.reset_server else ():
        exchange = scene.call(values={name: id_}, extra_headers={_HEADER: key})
        if _result(exchange) == _result(first):
            yield _finding(scene.operation, f"another {name}", "returns the result of the first")


def _after_refusal(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield a key that a call without effect has used up."""
    refusals: dict[str, Json] = {
        "a call without credential": {"headers": {}},
        "an invalid call": {"body": {"json": []}},
    }
    for label, options in refusals.items():
        scene, key = prepare(run, operation), run.new_key()
        extra = {_HEADER: key}
        refused = scene.call(extra_headers=extra, **options)
        first, repeated = _send(scene, key), _send(scene, key)
        # No document says whether a call that is not valid uses up its key.
        may_conflict = "body" in options and first.status == _CONFLICT
        if refused.status >= 400 and first.status >= 400 and not may_conflict:
            yield _finding(operation, f"the key of {label}", f"returns {first.status}")
        elif first.status < 300 and _result(repeated) != _result(first):
            yield _finding(operation, f"the key of {label}", "is applied twice")


def _at_once(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield two results of one key that is sent twice at the same time."""
    scene, key = prepare(run, operation), run.new_key()
    with ThreadPoolExecutor(2) as executor:
        sent = list(executor.map(lambda _: _send(scene, key), range(2)))
    results = {_result(exchange) for exchange in sent if 200 <= exchange.status < 300}
    refused = [exchange.status for exchange in sent if exchange.status >= 300]
    if len(results) != 1 or any(status != _CONFLICT for status in refused):
        yield _finding(operation, "the same key twice at once", "has two effects, or none")


def _keyed(run: MatrixRun, operation: Operation) -> list[Operation]:
    """Return the other operations that take a key."""
    return [
        other
        for _, _, other in run.target.operations()
        if other.id != operation.id and not _excluded(run.target, other)
    ]


def _send(scene: Scene, key: str, body: Json | None = None) -> Exchange:
    sent = {} if body is None else {"body": {"json": body}}
    return scene.call(extra_headers={_HEADER: key}, **sent)


def _result(exchange: Exchange) -> str:
    """Return the payload of a success as text, without what changes by itself."""
    if not 200 <= exchange.status < 300:
        return f"{exchange.status} {exchange.body!r}"
    value: Any = payload(exchange)
    kept = {name: item for name, item in value.items() if name not in {"status", "updatedAt"}}
    return json.dumps(kept, sort_keys=True)


def _changed(body: Json) -> Json:
    """Return a body with another value for one of its texts."""
    name = next(name for name in reversed(body) if isinstance(body[name], str))
    return {**body, name: f"{body[name]}x"}


def _succeeded(operation: Operation, cell: str, exchange: Exchange) -> Iterator[CellFinding]:
    if not 200 <= exchange.status < 300:
        success = min(operation.statuses)
        problem = f"returns {exchange.status}, expected {success}"
        yield CellFinding(operation.id, cell, problem, documented_status(operation.id, success))


def _finding(operation: Operation, cell: str, problem: str) -> CellFinding:
    [header] = [
        parameter["description"]
        for parameter in packaged_operations()[operation.id].parameters
        if parameter["name"] == _HEADER
    ]
    law = f'spec: {_HEADER} "{header}"; {source_of(operation.id)}'
    return CellFinding(operation.id, cell, problem, law)


IDEMPOTENCY = Matrix(_cells, _excluded)
