# Generated from openapi.yaml by `make generate`; do not edit.
"""The models, each loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = (
    "ApiError",
    "ApprovalAction",
    "CallersCallParams",
    "CallersCampaign",
    "CallersEmailParams",
    "CallersError",
    "CallersValidationError",
    "CallersValidationErrorDataItem",
    "Campaign",
    "CampaignApprovalResult",
    "CampaignApprovalResultSuccessResponse",
    "CampaignContentSlot",
    "CampaignContentSlotList",
    "CampaignContentSlotListSuccessResponse",
    "CampaignContentSlotSuccessResponse",
    "CampaignContentSlotUpdate",
    "CampaignCreate",
    "CampaignDuplicate",
    "CampaignLeadStatus",
    "CampaignLeadStatusList",
    "CampaignLeadStatusListSuccessResponse",
    "CampaignList",
    "CampaignListSuccessResponse",
    "CampaignStarterTemplate",
    "CampaignStarterTemplateList",
    "CampaignStarterTemplateListSuccessResponse",
    "CampaignStatus",
    "CampaignSuccessResponse",
    "ContentSlotChannel",
    "Deleted",
    "DeletedSuccessResponse",
    "ErrorResponse",
    "LeadWorkflowStatus",
    "Message",
    "MessageChannel",
    "MessageList",
    "MessageListSuccessResponse",
    "MessageResponseCreate",
    "ScheduledMessageResponse",
    "ScheduledMessageResponseSuccessResponse",
    "StartedCampaign",
    "StartedCampaignSuccessResponse",
    "StarterTemplateId",
    "StoppedCampaign",
    "StoppedCampaignSuccessResponse",
    "ValidationErrorResponse",
    "WorkflowStopReason",
)

if TYPE_CHECKING:
    from .api_error import ApiError
    from .approval_action import ApprovalAction
    from .callers_call_params import CallersCallParams
    from .callers_campaign import CallersCampaign
    from .callers_email_params import CallersEmailParams
    from .callers_error import CallersError
    from .callers_validation_error import CallersValidationError
    from .callers_validation_error_data_item import CallersValidationErrorDataItem
    from .campaign import Campaign
    from .campaign_approval_result import CampaignApprovalResult
    from .campaign_approval_result_success_response import (
        CampaignApprovalResultSuccessResponse,
    )
    from .campaign_content_slot import CampaignContentSlot
    from .campaign_content_slot_list import CampaignContentSlotList
    from .campaign_content_slot_list_success_response import (
        CampaignContentSlotListSuccessResponse,
    )
    from .campaign_content_slot_success_response import (
        CampaignContentSlotSuccessResponse,
    )
    from .campaign_content_slot_update import CampaignContentSlotUpdate
    from .campaign_create import CampaignCreate
    from .campaign_duplicate import CampaignDuplicate
    from .campaign_lead_status import CampaignLeadStatus
    from .campaign_lead_status_list import CampaignLeadStatusList
    from .campaign_lead_status_list_success_response import (
        CampaignLeadStatusListSuccessResponse,
    )
    from .campaign_list import CampaignList
    from .campaign_list_success_response import CampaignListSuccessResponse
    from .campaign_starter_template import CampaignStarterTemplate
    from .campaign_starter_template_list import CampaignStarterTemplateList
    from .campaign_starter_template_list_success_response import (
        CampaignStarterTemplateListSuccessResponse,
    )
    from .campaign_status import CampaignStatus
    from .campaign_success_response import CampaignSuccessResponse
    from .content_slot_channel import ContentSlotChannel
    from .deleted import Deleted
    from .deleted_success_response import DeletedSuccessResponse
    from .error_response import ErrorResponse
    from .lead_workflow_status import LeadWorkflowStatus
    from .message import Message
    from .message_channel import MessageChannel
    from .message_list import MessageList
    from .message_list_success_response import MessageListSuccessResponse
    from .message_response_create import MessageResponseCreate
    from .scheduled_message_response import ScheduledMessageResponse
    from .scheduled_message_response_success_response import (
        ScheduledMessageResponseSuccessResponse,
    )
    from .started_campaign import StartedCampaign
    from .started_campaign_success_response import StartedCampaignSuccessResponse
    from .starter_template_id import StarterTemplateId
    from .stopped_campaign import StoppedCampaign
    from .stopped_campaign_success_response import StoppedCampaignSuccessResponse
    from .validation_error_response import ValidationErrorResponse
    from .workflow_stop_reason import WorkflowStopReason
else:
    _MODULES = {
        "ApiError": ".api_error",
        "ApprovalAction": ".approval_action",
        "CallersCallParams": ".callers_call_params",
        "CallersCampaign": ".callers_campaign",
        "CallersEmailParams": ".callers_email_params",
        "CallersError": ".callers_error",
        "CallersValidationError": ".callers_validation_error",
        "CallersValidationErrorDataItem": ".callers_validation_error_data_item",
        "Campaign": ".campaign",
        "CampaignApprovalResult": ".campaign_approval_result",
        "CampaignApprovalResultSuccessResponse": ".campaign_approval_result_success_response",
        "CampaignContentSlot": ".campaign_content_slot",
        "CampaignContentSlotList": ".campaign_content_slot_list",
        "CampaignContentSlotListSuccessResponse": ".campaign_content_slot_list_success_response",
        "CampaignContentSlotSuccessResponse": ".campaign_content_slot_success_response",
        "CampaignContentSlotUpdate": ".campaign_content_slot_update",
        "CampaignCreate": ".campaign_create",
        "CampaignDuplicate": ".campaign_duplicate",
        "CampaignLeadStatus": ".campaign_lead_status",
        "CampaignLeadStatusList": ".campaign_lead_status_list",
        "CampaignLeadStatusListSuccessResponse": ".campaign_lead_status_list_success_response",
        "CampaignList": ".campaign_list",
        "CampaignListSuccessResponse": ".campaign_list_success_response",
        "CampaignStarterTemplate": ".campaign_starter_template",
        "CampaignStarterTemplateList": ".campaign_starter_template_list",
        "CampaignStarterTemplateListSuccessResponse": ".campaign_starter_template_list_success_response",
        "CampaignStatus": ".campaign_status",
        "CampaignSuccessResponse": ".campaign_success_response",
        "ContentSlotChannel": ".content_slot_channel",
        "Deleted": ".deleted",
        "DeletedSuccessResponse": ".deleted_success_response",
        "ErrorResponse": ".error_response",
        "LeadWorkflowStatus": ".lead_workflow_status",
        "Message": ".message",
        "MessageChannel": ".message_channel",
        "MessageList": ".message_list",
        "MessageListSuccessResponse": ".message_list_success_response",
        "MessageResponseCreate": ".message_response_create",
        "ScheduledMessageResponse": ".scheduled_message_response",
        "ScheduledMessageResponseSuccessResponse": ".scheduled_message_response_success_response",
        "StartedCampaign": ".started_campaign",
        "StartedCampaignSuccessResponse": ".started_campaign_success_response",
        "StarterTemplateId": ".starter_template_id",
        "StoppedCampaign": ".stopped_campaign",
        "StoppedCampaignSuccessResponse": ".stopped_campaign_success_response",
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
