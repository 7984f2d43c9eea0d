# Generated from openapi.yaml by `make generate`; do not edit.
"""The models, each loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = (
    "ApiError",
    "CallersCallParams",
    "CallersCampaign",
    "CallersCampaignGroup",
    "CallersContact",
    "CallersContactArchivedResponse",
    "CallersContactBulk",
    "CallersContactBulkItem",
    "CallersContactBulkItemData",
    "CallersContactBulkResult",
    "CallersContactChange",
    "CallersContactCreate",
    "CallersContactCreateData",
    "CallersContactDetail",
    "CallersContactIds",
    "CallersContactsArchived",
    "CallersContactsArchivedResponse",
    "CallersContactUpsert",
    "CallersEmailParams",
    "CallersError",
    "CallersSortDirection",
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
    from .callers_contact import CallersContact
    from .callers_contact_archived_response import CallersContactArchivedResponse
    from .callers_contact_bulk import CallersContactBulk
    from .callers_contact_bulk_item import CallersContactBulkItem
    from .callers_contact_bulk_item_data import CallersContactBulkItemData
    from .callers_contact_bulk_result import CallersContactBulkResult
    from .callers_contact_change import CallersContactChange
    from .callers_contact_create import CallersContactCreate
    from .callers_contact_create_data import CallersContactCreateData
    from .callers_contact_detail import CallersContactDetail
    from .callers_contact_ids import CallersContactIds
    from .callers_contact_upsert import CallersContactUpsert
    from .callers_contacts_archived import CallersContactsArchived
    from .callers_contacts_archived_response import CallersContactsArchivedResponse
    from .callers_email_params import CallersEmailParams
    from .callers_error import CallersError
    from .callers_sort_direction import CallersSortDirection
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
        "CallersContact": ".callers_contact",
        "CallersContactArchivedResponse": ".callers_contact_archived_response",
        "CallersContactBulk": ".callers_contact_bulk",
        "CallersContactBulkItem": ".callers_contact_bulk_item",
        "CallersContactBulkItemData": ".callers_contact_bulk_item_data",
        "CallersContactBulkResult": ".callers_contact_bulk_result",
        "CallersContactChange": ".callers_contact_change",
        "CallersContactCreate": ".callers_contact_create",
        "CallersContactCreateData": ".callers_contact_create_data",
        "CallersContactDetail": ".callers_contact_detail",
        "CallersContactIds": ".callers_contact_ids",
        "CallersContactUpsert": ".callers_contact_upsert",
        "CallersContactsArchived": ".callers_contacts_archived",
        "CallersContactsArchivedResponse": ".callers_contacts_archived_response",
        "CallersEmailParams": ".callers_email_params",
        "CallersError": ".callers_error",
        "CallersSortDirection": ".callers_sort_direction",
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
