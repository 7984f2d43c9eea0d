# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.prospect_signals import ProspectSignals
from ...models.prospect_signals_success_response import ProspectSignalsSuccessResponse

OPERATION: Operation[ProspectSignals] = Operation(
    id="sonarly_signals_results",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            ProspectSignalsSuccessResponse,
            ProspectSignalsSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    prospect_id: str,
    *,
    min_score: int | Unset = UNSET,
) -> Call[ProspectSignals]:
    """Return a call of `sonarly.signals.results`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/prospects/{prospect_id}/signals".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        prospect_id=_arguments.path_segment("prospect_id", prospect_id, _encoders.identifier),
    )
    _options["params"] = _arguments.sendable(
        {
            "minScore": _arguments.query_value(
                "min_score", min_score, _encoders.optional(_encoders.integer)
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    prospect_id: str,
    *,
    min_score: int | None = None,
) -> Call[ProspectSignals]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        prospect_id,
        min_score=_arguments.unset_if_none(min_score),
    )
