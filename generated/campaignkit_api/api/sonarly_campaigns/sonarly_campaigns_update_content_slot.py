# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.campaign_content_slot import CampaignContentSlot
from ...models.campaign_content_slot_success_response import (
    CampaignContentSlotSuccessResponse,
)
from ...models.campaign_content_slot_update import CampaignContentSlotUpdate

OPERATION: Operation[CampaignContentSlot] = Operation(
    id="sonarly_campaigns_update_content_slot",
    method="PATCH",
    idempotency="verify",
    decoders={
        200: Decoder(
            CampaignContentSlotSuccessResponse,
            CampaignContentSlotSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
    slot_id: str,
    *,
    body: CampaignContentSlotUpdate,
) -> Call[CampaignContentSlot]:
    """Return a call of `sonarly.campaigns.update_content_slot`."""
    _options: dict[str, Any] = {}
    _path = (
        "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/content-slots/{slot_id}".format(
            account_group_id=_arguments.path_segment(
                "account_group_id", account_group_id, _encoders.identifier
            ),
            campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
            slot_id=_arguments.path_segment("slot_id", slot_id, _encoders.identifier),
        )
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CampaignContentSlotUpdate))

    def _verification() -> Verification[list[CampaignContentSlot], CampaignContentSlot]:
        from .sonarly_campaigns_content_slots import call as _read

        def _matching(_found: list[CampaignContentSlot], _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found
                if _item.id == slot_id and _arguments.matches(_item.template_id, body.template_id)
            ]

        return Verification(
            _read(
                account_group_id=account_group_id,
                campaign_id=campaign_id,
            ),
            applied=lambda _found, _since: len(_matching(_found, _since)) == 1,
            unapplied=lambda _found, _since: (
                len(
                    [
                        _item
                        for _item in _found
                        if _item.id == slot_id
                        and not (_arguments.matches(_item.template_id, body.template_id))
                    ]
                )
                == 1
            ),
            result=lambda _found, _since: _matching(_found, _since)[0],
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    campaign_id: str,
    slot_id: str,
    *,
    template_id: str,
) -> Call[CampaignContentSlot]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        campaign_id,
        slot_id,
        body=CampaignContentSlotUpdate(template_id=template_id),
    )
