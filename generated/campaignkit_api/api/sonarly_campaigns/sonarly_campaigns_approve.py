# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import write_specs as _write_specs
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification
from campaignkit_runtime.write_specs import WriteSpec

from ...models.campaign_approval_result import CampaignApprovalResult
from ...models.campaign_approval_result_success_response import (
    CampaignApprovalResultSuccessResponse,
)
from ...models.campaign_lead_status import CampaignLeadStatus

OPERATION: Operation[CampaignApprovalResult] = Operation(
    id="sonarly_campaigns_approve",
    method="POST",
    idempotency="verify",
    decoders={
        200: Decoder(
            CampaignApprovalResultSuccessResponse,
            CampaignApprovalResultSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
    workflow_instance_id: str,
    *,
    lead_id: str | Unset = UNSET,
) -> Call[CampaignApprovalResult]:
    """Return a call of `sonarly.campaigns.approve`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/workflow-instances/{workflow_instance_id}/approve".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
        workflow_instance_id=_arguments.path_segment(
            "workflow_instance_id", workflow_instance_id, _encoders.identifier
        ),
    )
    _arguments.encoded("lead_id", lead_id, _encoders.optional(_encoders.identifier))

    if isinstance(lead_id, Unset):
        return Call(OPERATION, _path, _options)

    def _verification() -> Verification[list[CampaignLeadStatus], CampaignApprovalResult]:
        from .sonarly_campaigns_lead_status import call as _read

        def _matching(_found: list[CampaignLeadStatus], _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found
                if _item.workflow_instance_id == workflow_instance_id
                and _item.has_pending_approval is False
                and not (_item.workflow_status == "stopped")
            ]

        return Verification(
            _read(
                account_group_id=account_group_id,
                campaign_id=campaign_id,
                lead_ids=[lead_id],
            ),
            applied=lambda _found, _since: len(_matching(_found, _since)) == 1,
            unapplied=lambda _found, _since: False,
            result=lambda _found, _since: CampaignApprovalResult(
                action=UNSET,
                workflow_instance_id=workflow_instance_id,
                lead_status=_matching(_found, _since)[0],
            ),
        )

    _verification()  # the read takes its arguments too
    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    campaign_id: str,
    workflow_instance_id: str,
    *,
    lead_id: str | None = None,
) -> Call[CampaignApprovalResult]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        campaign_id,
        workflow_instance_id,
        lead_id=_arguments.unset_if_none(lead_id),
    )


BULK: WriteSpec[CampaignApprovalResult, CampaignApprovalResult] = WriteSpec(
    "sonarly_campaigns_approve", "rows", _write_specs.same_for_all
)


def bulk_call(
    _rows: list[Any],
    account_group_id: str,
    campaign_id: str,
) -> Call[CampaignApprovalResult]:
    """Return the call for some rows of a bulk write."""
    _row: Any = _write_specs.row_with(
        CampaignLeadStatus, ("workflow_instance_id", "lead_id"), _rows[0]
    )
    return call_from_arguments(
        account_group_id,
        campaign_id,
        _row.workflow_instance_id,
        lead_id=_row.lead_id,
    )
