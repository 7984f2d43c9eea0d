# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.polling import PollSpec

from ...models.signal_scan import SignalScan
from ...models.signal_scan_start import SignalScanStart
from ...models.signal_scan_start_success_response import SignalScanStartSuccessResponse
from ...models.started_signal_scan import StartedSignalScan

OPERATION: Operation[StartedSignalScan] = Operation(
    id="sonarly_signals_start",
    method="POST",
    idempotency="keyed",
    decoders={
        200: Decoder(
            SignalScanStartSuccessResponse,
            SignalScanStartSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
        202: Decoder(
            SignalScanStartSuccessResponse,
            SignalScanStartSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    *,
    body: SignalScanStart,
    idempotency_key: str | Unset = UNSET,
) -> Call[StartedSignalScan]:
    """Return a call of `sonarly.signals.start`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/signals/scans".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    _options["headers"] = _arguments.sendable(
        {
            "Idempotency-Key": _arguments.header_value(
                "idempotency_key", idempotency_key, _encoders.optional(_encoders.text)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(SignalScanStart))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    *,
    signal_specification_id: str,
    audience_id: str,
    prospect_ids: Iterable[str] | None = None,
    idempotency_key: str | None = None,
) -> Call[StartedSignalScan]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        body=SignalScanStart(
            signal_specification_id=signal_specification_id,
            audience_id=audience_id,
            prospect_ids=UNSET
            if prospect_ids is None
            else _arguments.as_list("prospect_ids", prospect_ids),
        ),
        idempotency_key=_arguments.unset_if_none(idempotency_key),
    )


def poll(
    account_group_id: str,
    scan_id: str,
) -> PollSpec[SignalScan]:
    """Return how to poll a job that `sonarly.signals.start` has started."""
    from .sonarly_signals_get import call as _read

    return PollSpec(
        str(scan_id),
        _read(
            account_group_id,
            scan_id,
        ),
        lambda _state: _state.status,
        frozenset(["completed", "failed", "cancelled"]),
    )


def poll_arguments(
    account_group_id: str,
    _started: StartedSignalScan,
) -> tuple[Any, ...]:
    """Return the arguments of `poll` for a job that was started."""
    return (
        account_group_id,
        _started.scan_id,
    )
