"""Writes of two customers: equal calls one after the other, and own ids beside foreign ones."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ...exchange import Exchange, json_body, payload
from ...spec.document import Json, packaged_operations
from ...spec.kinds import packaged_kinds
from ...spec.references import references
from ...spec.routes import Operation
from ...targets.requests import UNKNOWN_ID
from ...targets.target import CheckFailed, SkipCheck
from ..job_results import job_starts
from .customer_reads import Problem
from .customers import Customer, Customers, NamedId, resource_ids
from .matrix import MatrixRun
from .rows import changed_places
from .scenes import Scene
from .schemas import body_schema, properties

_JOB_SECONDS = 60
_SAME_CALL = "equal calls of two customers"


def write_problems(run: MatrixRun, operation: Operation) -> Iterator[Problem]:
    """Yield what a call changes of another customer, or for the call of another customer."""
    yield from _equal_calls(run, operation, 0)
    if operation.id in job_starts():
        yield from _equal_calls(run, operation, _JOB_SECONDS)
    for field, kind in _id_lists(operation).items():
        yield from _mixed_ids(run.customers, operation, field, kind)


def _equal_calls(run: MatrixRun, operation: Operation, seconds: int) -> Iterator[Problem]:
    """Send a call for equal resources of two customers; a job gets some seconds to end."""
    customers, key = run.customers, run.new_key()
    own, stranger = customers.own, customers.stranger
    customers.begin()
    scene, equal = own.arrange(operation), _equal_scene(stranger, operation)
    first, changes = _observed(stranger, scene, equal or scene, key, seconds)
    yield from changes
    if equal is None or first.status >= 300:
        return
    second, changes = _observed(own, equal, scene, key, seconds)
    yield from changes
    if _returned_ids(run, operation, first) & _returned_ids(run, operation, second):
        yield _SAME_CALL, "return the same ids"
    elif _form(second) != _form(first):
        alone, again = (_form_alone(run, operation) for _ in range(2))
        if alone == again != _form(second):
            problem = f"return {alone[:3]} and {second.status}"
            yield _SAME_CALL, f"{problem}; the second one alone returns something else"


def _equal_scene(stranger: Customer, operation: Operation) -> Scene | None:
    """Return the scene of another customer; None if it lacks something for the call."""
    with suppress(SkipCheck, CheckFailed):
        return stranger.arrange(operation)
    return None


def _observed(
    observer: Customer, sent: Scene, equal: Scene, key: str, seconds: int
) -> tuple[Exchange, list[Problem]]:
    """Send the call of one customer, and return what it changes of another one."""
    before = observer.rows(equal)
    exchange = sent.call(extra_headers=_headers(sent.operation, key))
    sent.target.wait(seconds)
    places = changed_places(before, observer.rows(equal))
    problems = (f"change {place.operation} of another customer" for place in places)
    return exchange, [(_SAME_CALL, problem) for problem in dict.fromkeys(problems)]


def _headers(operation: Operation, key: str) -> dict[str, str]:
    is_keyed = packaged_operations()[operation.id].node["x-idempotency"] == "keyed"
    return {"Idempotency-Key": key} if is_keyed else {}


def _form_alone(run: MatrixRun, operation: Operation) -> str:
    """Return the form of the response to the other customer if the first one does nothing."""
    run.customers.begin()
    scene = run.customers.stranger.arrange(operation)
    return _form(scene.call(extra_headers=_headers(operation, run.new_key())))


def _returned_ids(run: MatrixRun, operation: Operation, exchange: Exchange) -> set[NamedId]:
    """Return the ids of the resources that a response shows."""
    value = payload(exchange) if exchange.body and exchange.status < 300 else None
    own = {(("", "id"), str(value["id"]))} if isinstance(value, dict) and "id" in value else set()
    return own | resource_ids(run.target, operation, exchange)


def _form(exchange: Exchange) -> str:
    """Return status and body without texts, because ids and times differ."""
    body = json_body(exchange) if exchange.body else None
    return f"{exchange.status} {_without_texts(body)}"


def _without_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_texts(item) for name, item in sorted(value.items())}
    if isinstance(value, list):
        return [_without_texts(item) for item in value]
    return "text" if isinstance(value, str) else value


def _id_lists(operation: Operation) -> dict[str, str]:
    """Return the fields of a JSON body that hold lists of ids, each with the kind that it names."""
    fields = properties(body_schema(operation.id))
    lists = {name: schema for name, schema in fields.items() if schema.get("type") == "array"}
    return dict(references(packaged_kinds(), operation.id, lists))


def _mixed_ids(
    customers: Customers, operation: Operation, field: str, kind: str
) -> Iterator[Problem]:
    """Name own ids and one of another customer, which is treated like an unknown one."""
    cell, forms = f"{field}: own ids and one of another customer", []
    vendor, _, name = kind.partition(" ")
    for id_ in (UNKNOWN_ID, *customers.stranger.known(vendor, name)[:1]):
        customers.begin()
        scene = customers.own.arrange(operation)
        body: Json = {**scene.json, field: [*scene.json.get(field, ()), id_]}
        before = customers.stranger.rows(scene)
        forms.append(_form(scene.call(body={"json": body})))
        for place in changed_places(before, customers.stranger.rows(scene)):
            yield cell, f"changes {place.operation} of another customer"
    if forms[1:] and forms[1] != forms[0]:
        yield cell, f"returns {forms[1][:3]} otherwise than for an unknown id"
