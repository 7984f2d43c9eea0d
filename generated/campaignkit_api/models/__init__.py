# Generated from openapi.yaml by `make generate`; do not edit.
"""The models, each loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = (
    "ApiError",
    "CallersCallParams",
    "CallersCampaign",
    "CallersCampaignGroup",
    "CallersEmailParams",
    "CallersError",
    "CallersValidationError",
    "CallersValidationErrorDataItem",
    "Campaign",
    "CampaignLeadStatus",
    "CampaignLeadStatusList",
    "CampaignLeadStatusListSuccessResponse",
    "CampaignList",
    "CampaignListSuccessResponse",
    "CampaignStatus",
    "CampaignSuccessResponse",
    "ErrorResponse",
    "LeadWorkflowStatus",
    "StartedCampaign",
    "StartedCampaignSuccessResponse",
    "ValidationErrorResponse",
    "WorkflowStopReason",
)

if TYPE_CHECKING:
    from .api_error import ApiError
    from .callers_call_params import CallersCallParams
    from .callers_campaign import CallersCampaign
    from .callers_campaign_group import CallersCampaignGroup
    from .callers_email_params import CallersEmailParams
    from .callers_error import CallersError
    from .callers_validation_error import CallersValidationError
    from .callers_validation_error_data_item import CallersValidationErrorDataItem
    from .campaign import Campaign
    from .campaign_lead_status import CampaignLeadStatus
    from .campaign_lead_status_list import CampaignLeadStatusList
    from .campaign_lead_status_list_success_response import (
        CampaignLeadStatusListSuccessResponse,
    )
    from .campaign_list import CampaignList
    from .campaign_list_success_response import CampaignListSuccessResponse
    from .campaign_status import CampaignStatus
    from .campaign_success_response import CampaignSuccessResponse
    from .error_response import ErrorResponse
    from .lead_workflow_status import LeadWorkflowStatus
    from .started_campaign import StartedCampaign
    from .started_campaign_success_response import StartedCampaignSuccessResponse
    from .validation_error_response import ValidationErrorResponse
    from .workflow_stop_reason import WorkflowStopReason
else:
    _MODULES = {
        "ApiError": ".api_error",
        "CallersCallParams": ".callers_call_params",
        "CallersCampaign": ".callers_campaign",
        "CallersCampaignGroup": ".callers_campaign_group",
        "CallersEmailParams": ".callers_email_params",
        "CallersError": ".callers_error",
        "CallersValidationError": ".callers_validation_error",
        "CallersValidationErrorDataItem": ".callers_validation_error_data_item",
        "Campaign": ".campaign",
        "CampaignLeadStatus": ".campaign_lead_status",
        "CampaignLeadStatusList": ".campaign_lead_status_list",
        "CampaignLeadStatusListSuccessResponse": ".campaign_lead_status_list_success_response",
        "CampaignList": ".campaign_list",
        "CampaignListSuccessResponse": ".campaign_list_success_response",
        "CampaignStatus": ".campaign_status",
        "CampaignSuccessResponse": ".campaign_success_response",
        "ErrorResponse": ".error_response",
        "LeadWorkflowStatus": ".lead_workflow_status",
        "StartedCampaign": ".started_campaign",
        "StartedCampaignSuccessResponse": ".started_campaign_success_response",
        "ValidationErrorResponse": ".validation_error_response",
        "WorkflowStopReason": ".workflow_stop_reason",
    }

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
