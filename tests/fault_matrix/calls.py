"""Calls of the matrix: one for each class."""

from typing import Any, Literal

from campaignkit_api.api.sonarly_campaigns import sonarly_campaigns_get, sonarly_campaigns_start
from campaignkit_api.api.sonarly_prospecting import sonarly_prospecting_start
from campaignkit_api.models import ProspectingJobStart
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_runtime.operations import Call, Operation

CallClass = Literal["safe", "keyed", "verify", "never"]

CLASSES: tuple[CallClass, ...] = ("safe", "keyed", "verify", "never")
WRITES: tuple[CallClass, ...] = ("keyed", "verify", "never")

KEY = "fake-sonarly"
"""Key of the fake, which must not appear in any text."""

MARKER = "text-that-nobody-may-see"
"""Text in the body of every write and in corrupted responses, which must not appear either."""

GET = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}"
IDEMPOTENCY_KEY = "Idempotency-Key"


def call_of(kind: CallClass) -> Call[Any]:
    """Return the call of a class: read or start a campaign, or start a prospecting job."""
    if kind == "safe":
        return sonarly_campaigns_get.call(ID, ID)
    if kind == "keyed":
        source = ProspectingJobStart.from_dict({"searchUrl": "https://example.com", "note": MARKER})
        return sonarly_prospecting_start.call(ID, body=source)
    call = sonarly_campaigns_start.call(ID, ID)
    body = {"json": {"note": MARKER}}  # a start has no body, and the fake ignores it
    if kind == "verify":
        return Call(call.operation, call.path, body, call.verification)
    start = call.operation
    return Call(Operation(start.id, start.method, kind, start.decoders), call.path, body)
