"""An operation that takes a second credential, and clients that have it, whatever the spec has."""

from typing import Any

from campaignkit import AsyncCallers, Callers
from campaignkit_api.api.callers_campaigns.callers_campaigns_list import OPERATION
from campaignkit_runtime.operations import Call, Credential, Operation

SECRET = "secret-that-nobody-may-see"
CREDENTIALS = (
    Callers.CREDENTIALS[0],
    Credential("sync_secret", "X-Sync-Secret", "", "CALLERS_SYNC_SECRET"),
)
SYNC: Call[Any] = Call(
    Operation(
        "callers_admin_sync", "POST", "never", OPERATION.decoders, security=(("sync_secret",),)
    ),
    "/admin/sync",
    {"json": {}},
)


class Guarded(Callers):
    """A client with the credential, whatever the spec has."""

    CREDENTIALS = CREDENTIALS


class AsyncGuarded(AsyncCallers):
    """The same for asyncio."""

    CREDENTIALS = CREDENTIALS
