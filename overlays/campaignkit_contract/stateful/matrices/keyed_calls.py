"""Calls with an idempotency key, and what their results have in common."""

import json
from typing import Any

from ...exchange import Exchange
from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation
from ...targets.requests import payload
from .finding import CellFinding, source_of
from .scenes import Scene

KEY_HEADER = "Idempotency-Key"
CONFLICT = 409


def send_keyed(scene: Scene, key: str, body: Json | None = None) -> Exchange:
    """Send the call of a scene with an idempotency key; by default with the body of the scene."""
    sent = {} if body is None else {"body": {"json": body}}
    return scene.call(extra_headers={KEY_HEADER: key}, **sent)


def result_of(exchange: Exchange) -> str:
    """Return the payload of a success as text, without what changes by itself."""
    if not 200 <= exchange.status < 300:
        return f"{exchange.status} {exchange.body!r}"
    value: Any = payload(exchange)
    kept = {name: item for name, item in value.items() if name not in {"status", "updatedAt"}}
    return json.dumps(kept, sort_keys=True)


def changed_body(body: Json) -> Json:
    """Return a body with another value for one of its texts."""
    name = next(name for name in reversed(body) if isinstance(body[name], str))
    return {**body, name: f"{body[name]}x"}


def key_finding(operation: Operation, cell: str, problem: str) -> CellFinding:
    """Return a finding that breaks what the spec says of the header."""
    [header] = [
        parameter["description"]
        for parameter in packaged_operations()[operation.id].parameters
        if parameter["name"] == KEY_HEADER
    ]
    law = f'spec: {KEY_HEADER} "{header}"; {source_of(operation.id)}'
    return CellFinding(operation.id, cell, problem, law)
