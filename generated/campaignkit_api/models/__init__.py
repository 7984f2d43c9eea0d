# Generated from openapi.yaml by `make generate`; do not edit.
"""Contains all the data models used in inputs/outputs"""

from .api_error import ApiError
from .callers_call_params import CallersCallParams
from .callers_campaign import CallersCampaign
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

__all__ = (
    "ApiError",
    "CallersCallParams",
    "CallersCampaign",
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
