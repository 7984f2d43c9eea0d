"""Documented answers that made-up requests do not meet, each reached by one that was made for it.

A vendor's own failures, from 429 on, are faults of the fake. A 400 is the answer to a parameter
that no operation has. What else a status needs is a situation.
"""

from collections.abc import Iterator
from dataclasses import replace

import httpx
from campaignkit_fake import KEYS, Fake, Fault

from ..spec.examples import operations, sample, shipped_document
from ..spec.schemas import Json
from .preconditions import SITUATIONS, Situation, situation

__all__ = ["corners", "reach_corner", "shipped_document"]

_LIMITED = 429  # from here on a status is not about what was asked


def corners(document: Json) -> Iterator[tuple[str, int]]:
    """Every operation of a spec with each such status that it documents."""
    for _, _, operation in operations(document):
        name = operation["operationId"]
        for status in map(int, filter(str.isdecimal, operation["responses"])):
            if status == 400 or status >= _LIMITED or (name, status) in SITUATIONS:
                yield name, status


def reach_corner(
    fake: Fake, document: Json, operation_id: str, status: int, client: httpx.Client
) -> httpx.Response:
    """Call an operation of the fake, by a client of it, so that it answers with the status."""
    there = situation(operation_id, status)
    calls = [_request(document, each, Situation()) for each in there.first]
    last = _request(document, operation_id, there)
    if there.seconds:
        calls.append(last)
    if status == 400:
        last["params"]["no-such-parameter"] = "1"
    for each in calls:
        client.request(**each)
    fake.clock.advance(there.seconds)
    if status >= _LIMITED:
        fake.faults.add(Fault(status=status, retry_after="1" if status == _LIMITED else None))
    return client.request(**last)


def _request(document: Json, operation_id: str, there: Situation) -> Json:
    """The keywords of a request for an operation in a situation."""
    made = sample(document, operation_id)
    path, query = {**made.path, **there.path}, {**made.query, **there.query}
    request = replace(made, path=path, query=query).keywords()
    request["headers"] |= credential(document, operation_id)
    if there.key:
        request["headers"]["Authorization"] = there.key
    if there.idempotency_key:
        request["headers"]["Idempotency-Key"] = there.idempotency_key
    if there.body:
        request["json"] |= there.body
    return request


def credential(document: Json, operation_id: str) -> dict[str, str]:
    """The header that lets a call in to the fake."""
    [node] = (each for _, _, each in operations(document) if each["operationId"] == operation_id)
    [name] = node["security"][0]
    scheme = document["components"]["securitySchemes"][name]
    vendor, header = node["tags"][0].split()[0], scheme.get("name", "Authorization")
    key = next(key for key, each in KEYS.items() if (each.vendor, each.header) == (vendor, header))
    return {header: f"Bearer {key}" if "scheme" in scheme else key}
