"""The calls of the matrix: one of each class, to be made of the fake."""

from typing import Any, Literal

from campaignkit_api.api.sonarly_campaigns import sonarly_campaigns_get, sonarly_campaigns_start
from campaignkit_api.api.sonarly_prospecting import sonarly_prospecting_start
from campaignkit_api.models import ProspectingJobStart
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_runtime.operations import Call, Operation

Class = Literal["safe", "keyed", "verify", "never"]

CLASSES: tuple[Class, ...] = ("safe", "keyed", "verify", "never")
WRITES: tuple[Class, ...] = ("keyed", "verify", "never")

KEY = "fake-sonarly"
"""What opens the fake, and what nobody may see."""

MARKER = "text-that-nobody-may-see"
"""Stands in the body of every write, and in the answers that are spoiled."""

GET = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}"
IDEMPOTENCY_KEY = "Idempotency-Key"


def call_of(kind: Class) -> Call[Any]:
    """The call of a class: a campaign is read or started, or a prospecting job is."""
    if kind == "safe":
        return sonarly_campaigns_get.call(ID, ID)
    if kind == "keyed":
        source = ProspectingJobStart.from_dict({"searchUrl": "https://example.com", "note": MARKER})
        return sonarly_prospecting_start.call(ID, body=source)
    call = sonarly_campaigns_start.call(ID, ID)
    body = {"json": {"note": MARKER}}  # a start takes none, and the fake does not look at it
    if kind == "verify":
        return Call(call.operation, call.path, body, call.verification)
    start = call.operation
    return Call(Operation(start.id, start.method, kind, start.decoders), call.path, body)
