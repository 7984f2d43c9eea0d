"""Cells of the references matrix for fields whose ids a list shows."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ...exchange import Exchange
from ...spec.document import packaged_operations
from ...spec.expressions import CallContext
from ...spec.fields import listed_fields
from ...spec.routes import Operation
from ...targets.listing import items
from ...targets.requests import UNKNOWN_ID, json_body
from ..job_results import ended_job
from .finding import CellFinding, source_of
from .matrix import MatrixRun
from .preparation import prepare
from .schemas import body_schema

_REFUSALS = frozenset({400, 404, 422})
_FAILURE = 500
_KNOWN = "a body names what exists"


def listed_ids(
    run: MatrixRun, operation: Operation, field: str, listing: str
) -> Iterator[CellFinding]:
    """Name an id of the list that the spec names, then ids that this list does not have."""
    if not run.target.is_exclusive(operation.id):
        return  # The call could reach people.
    lists = [listing, *listed_fields(operation.id).values()]
    ids = {name: [item["id"] for item in items(run.target, name)] for name in dict.fromkeys(lists)}
    foreign = [id_ for name in ids for id_ in ids[name] if id_ not in ids[listing]]
    groups = run.target.ids.get("accountGroupId", ())[: 2 if run.target.reset_server else 1]
    for group_id in groups:
        listed = items(run.target, listing, accountGroupId=group_id)
        values = {"accountGroupId": group_id}
        for item in listed[-1:]:
            exchange = _minimal(run, operation, field, item["id"], values)
            if exchange.status in _REFUSALS or exchange.status == _FAILURE:
                problem = f"returns {exchange.status} to an id of {listing}"
                yield CellFinding(operation.id, field, problem, source_of(operation.id))
    for label, value in {
        "an unknown id": UNKNOWN_ID,
        "the beginning of an id": ids[listing][-1][:-1] if ids[listing] else UNKNOWN_ID,
        "an id of another list": foreign[-1] if foreign else UNKNOWN_ID,
    }.items():
        exchange = _minimal(run, operation, field, value)
        if 200 <= exchange.status < 300 and not _fails(run, operation, exchange):
            yield accepted(operation, f"{field}: {label}")


def _minimal(
    run: MatrixRun,
    operation: Operation,
    field: str,
    value: str,
    values: Mapping[str, str] = MappingProxyType({}),
) -> Exchange:
    """Send the required fields of a body and one other."""
    scene = prepare(run, operation)
    required = body_schema(operation.id).get("required", ())
    sent = {name: scene.json[name] for name in required}
    return scene.call(body={"json": {**sent, field: value}}, values=values)


def _fails(run: MatrixRun, operation: Operation, exchange: Exchange) -> bool:
    """Return True if the job that a call has started does not complete."""
    job = packaged_operations()[operation.id].node.get("x-job")
    if job is None:
        return False
    [name] = [name for name, value in job["parameters"].items() if "response" in value]
    id_ = CallContext({}, None, response_body=json_body(exchange)).evaluate(job["parameters"][name])
    return ended_job(run.target, operation.id, id_)["status"] not in job["done"]


def accepted(operation: Operation, cell: str) -> CellFinding:
    """Return the finding about an id that is accepted and should not be."""
    return CellFinding(operation.id, cell, "is accepted", f"{_KNOWN}; {source_of(operation.id)}")
