# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
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
            lambda body: body.data,
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
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/prospects/{prospect_id}/signals".format(
        account_group_id=segment("account_group_id", account_group_id),
        prospect_id=segment("prospect_id", prospect_id),
    )

    params: dict[str, Any] = {}

    params["minScore"] = min_score

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    return Call(OPERATION, path, _kwargs)
