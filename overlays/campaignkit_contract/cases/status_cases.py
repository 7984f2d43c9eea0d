"""Status cases: one request for each documented status that generated requests do not reach.

From 429 on, statuses are failures of the vendor, which the fake simulates by faults. A 400 is the
response to an undocumented query parameter. Every other status needs a precondition.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

import httpx

from ..spec.document import Json, OperationNode, operation_nodes
from ..spec.examples import example_request
from ..targets.fake import fake_credential
from .preconditions import PRECONDITIONS, Precondition, precondition_for

_RATE_LIMITED = 429  # from here on a status does not depend on the request
_REFUSALS = range(402, _RATE_LIMITED)


class Control(Protocol):
    """Control of the server under test."""

    def advance(self, seconds: float) -> None:
        """Let time pass on the server's clock."""

    def fail_next(self, status: int, retry_after: str | None = None) -> None:
        """Make the next call fail with a status."""


def status_cases(document: Json) -> Iterator[tuple[str, int]]:
    """Yield every operationId of a document with each status that has a case."""
    for operation in operation_nodes(document):
        for status in map(int, filter(str.isdecimal, operation.node["responses"])):
            has_precondition = (operation.id, status) in PRECONDITIONS
            if status == 400 or status >= _RATE_LIMITED or has_precondition:
                yield operation.id, status


def send_status_case(
    control: Control, document: Json, operation_id: str, status: int, client: httpx.Client
) -> httpx.Response:
    """Call an operation so that it returns the status.

    Args:
        control: Control of the fake behind the client.
        document: The spec.
        operation_id: The operation.
        status: The documented status.
        client: Client of the fake.
    """
    precondition = precondition_for(operation_id, status)
    calls = [_request(document, name, Precondition()) for name in precondition.first]
    if status in _REFUSALS and operation_id not in precondition.first:
        # A server must refuse a call after a success too.
        calls.insert(0, _request(document, operation_id, precondition_for(operation_id, 200)))
    last = _request(document, operation_id, precondition)
    if precondition.seconds:
        calls.append(last)
    if status == 400:
        last["params"]["no-such-parameter"] = "1"
    for call in calls:
        client.request(**call)
    control.advance(precondition.seconds)
    if status >= _RATE_LIMITED:
        control.fail_next(status, "1" if status == _RATE_LIMITED else None)
    return client.request(**last)


def _request(document: Json, operation_id: str, precondition: Precondition) -> Json:
    """Return the keywords of `httpx.Client.request` for an operation."""
    example = example_request(document, operation_id)
    path, query = {**example.path, **precondition.path}, {**example.query, **precondition.query}
    request = replace(example, path=path, query=query).keywords()
    request["headers"] |= _credential(document, operation_id)
    if precondition.key:
        request["headers"]["Authorization"] = precondition.key
    if precondition.idempotency_key:
        request["headers"]["Idempotency-Key"] = precondition.idempotency_key
    if precondition.body:
        request["json"] |= precondition.body
    return request


def _credential(document: Json, operation_id: str) -> dict[str, str]:
    operation: OperationNode
    [operation] = (
        operation for operation in operation_nodes(document) if operation.id == operation_id
    )
    return fake_credential(operation, document["components"]["securitySchemes"])
