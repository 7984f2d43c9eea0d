"""The calls of the matrix: one of each class, and the fake that answers them."""

import copy
import json
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from campaignkit_api.api.sonarly_campaigns import sonarly_campaigns_get, sonarly_campaigns_start
from campaignkit_api.client import Call, Operation
from campaignkit_fake import DOCUMENTED_ID as ID
from campaignkit_fake import Fake, VirtualClock

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
    """The call of a class: a campaign is read, or it is started."""
    if kind == "safe":
        return sonarly_campaigns_get.call(ID, ID)
    call = sonarly_campaigns_start.call(ID, ID)
    body = {"json": {"note": MARKER}}  # a start takes none, and the fake does not look at it
    if kind == "verify":
        return Call(call.operation, call.path, body, call.verification)
    start = call.operation
    return Call(Operation(start.id, start.method, kind, start.decoders), call.path, body)


def fake_of(kind: Class, clock: VirtualClock) -> Fake:
    """A fake whose spec says of the start what the class says."""
    return Fake(document=_keyed_document(), clock=clock) if kind == "keyed" else Fake(clock=clock)


@cache
def _keyed_document() -> dict[str, Any]:
    # No operation of the vendors takes a key yet, so a copy of the spec lets the start take one.
    shipped = json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes())
    document: dict[str, Any] = copy.deepcopy(shipped)
    start = document["paths"][f"{GET}/start"]["post"]
    start["x-idempotency"] = "keyed"
    parameter = {"name": IDEMPOTENCY_KEY, "in": "header", "schema": {"type": "string"}}
    start["parameters"].append(parameter)
    return document
