# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.signal_scan import SignalScan
from ...models.signal_scan_status_success_response import (
    SignalScanStatusSuccessResponse,
)

OPERATION: Operation[SignalScan] = Operation(
    id="sonarly_signals_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            SignalScanStatusSuccessResponse,
            SignalScanStatusSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    scan_id: str,
) -> Call[SignalScan]:
    """Return a call of `sonarly.signals.get`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/signals/scans/{scan_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        scan_id=_arguments.path_segment("scan_id", scan_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
