# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import similarity as _similarity
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.campaign import Campaign
from ...models.campaign_duplicate import CampaignDuplicate
from ...models.campaign_success_response import CampaignSuccessResponse

OPERATION: Operation[Campaign] = Operation(
    id="sonarly_campaigns_duplicate",
    method="POST",
    idempotency="verify",
    decoders={
        201: Decoder(
            CampaignSuccessResponse,
            CampaignSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
    *,
    body: CampaignDuplicate,
) -> Call[Campaign]:
    """Return a call of `sonarly.campaigns.duplicate`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/duplicate".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CampaignDuplicate))

    def _verification() -> Verification[list[Campaign], Campaign]:
        from .sonarly_campaigns_list import call as _read

        def _matching(_found: list[Campaign], _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found
                if (_item.created_at is not None and _item.created_at >= _since)
                and _arguments.matches(_item.name, body.name)
                and _item.status == "draft"
                and not (_arguments.matches(_item.id, body.name))
            ]

        return Verification(
            _read(
                account_group_id=account_group_id,
            ),
            applied=lambda _found, _since: len(_matching(_found, _since)) == 1,
            unapplied=lambda _found, _since: (
                not [
                    _item
                    for _item in _found
                    if (_item.created_at is None or _item.created_at >= _since)
                ]
            ),
            result=lambda _found, _since: _matching(_found, _since)[0],
            candidates=lambda _found, _since: [
                (_item.id, _item.name)
                for _item in sorted(
                    _found, key=lambda _item: not _similarity.resembles(_item.name, body.name)
                )
                if (_item.created_at is None or _item.created_at >= _since)
            ],
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    campaign_id: str,
    *,
    audience_id: str,
    name: str | None = None,
    lead_ids: Iterable[str] | None = None,
) -> Call[Campaign]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        campaign_id,
        body=CampaignDuplicate(
            audience_id=audience_id,
            name=_arguments.unset_if_none(name),
            lead_ids=UNSET if lead_ids is None else _arguments.as_list("lead_ids", lead_ids),
        ),
    )
