# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.audience_lead_move import AudienceLeadMove
from ...models.audience_lead_move_success_response import (
    AudienceLeadMoveSuccessResponse,
)
from ...models.audience_move_leads import AudienceMoveLeads

OPERATION: Operation[AudienceLeadMove] = Operation(
    id="sonarly_audiences_move_leads",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            AudienceLeadMoveSuccessResponse,
            AudienceLeadMoveSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    audience_id: str,
    *,
    body: AudienceMoveLeads,
) -> Call[AudienceLeadMove]:
    """Return a call of `sonarly.audiences.move_leads`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences/{audience_id}/move-leads".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        audience_id=_arguments.path_segment("audience_id", audience_id, _encoders.identifier),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(AudienceMoveLeads))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    audience_id: str,
    *,
    target_audience_id: str,
    lead_ids: Iterable[str],
) -> Call[AudienceLeadMove]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        audience_id,
        body=AudienceMoveLeads(
            target_audience_id=target_audience_id, lead_ids=_arguments.as_list("lead_ids", lead_ids)
        ),
    )
