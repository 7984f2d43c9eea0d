# Generated from openapi.yaml by `make generate`; do not edit.
"""Models of the API, loaded on first use."""

import typing as _typing
from importlib import import_module as _import_module

__all__ = (
    "Account",
    "AccountList",
    "AccountListSuccessResponse",
    "ApiError",
    "ApprovalAction",
    "Audience",
    "AudienceCreate",
    "AudienceFolder",
    "AudienceFolderCreate",
    "AudienceFolderRename",
    "AudienceFolderSuccessResponse",
    "AudienceKind",
    "AudienceLeadMove",
    "AudienceLeadMoveSuccessResponse",
    "AudienceList",
    "AudienceListSuccessResponse",
    "AudienceMoveLeads",
    "AudienceMoveToFolder",
    "AudienceNavigation",
    "AudienceNavigationFolder",
    "AudienceNavigationSuccessResponse",
    "AudienceProspect",
    "AudienceProspectCompany",
    "AudienceProspectList",
    "AudienceProspectListSuccessResponse",
    "AudienceSuccessResponse",
    "AudienceType",
    "AudienceUpdate",
    "CallersCall",
    "CallersCallEvent",
    "CallersCallOutcome",
    "CallersCallPage",
    "CallersCallParams",
    "CallersCallStatus",
    "CallersCallSummary",
    "CallersCampaign",
    "CallersCampaignGroup",
    "CallersContact",
    "CallersContactAnswer",
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
    "CallersEventData",
    "CallersEventType",
    "CallersGoal",
    "CallersHangUpReason",
    "CallersLimits",
    "CallersMemoriesDeleted",
    "CallersMemoriesDeletedResponse",
    "CallersMemoriesResponse",
    "CallersMemory",
    "CallersMemoryCreate",
    "CallersMemoryResponse",
    "CallersMemoryStatus",
    "CallersOrganization",
    "CallersPermission",
    "CallersPhoneNumbers",
    "CallersQuestionType",
    "CallersSortDirection",
    "CallersSubOrganization",
    "CallersSubOrganizationCreate",
    "CallersSubOrganizationLimits",
    "CallersSync",
    "CallersSynced",
    "CallersSyncPricing",
    "CallersTranscriptEntry",
    "CallersValidationError",
    "CallersValidationErrorDataItem",
    "CallersVoice",
    "CallersVoiceClone",
    "CallersVoiceCreate",
    "CallersVoiceCreateSettings",
    "CallersVoiceLocale",
    "CallersVoiceProvider",
    "CallersVoiceSettings",
    "CallersVoiceUpdate",
    "CallersVoiceUpdateSettings",
    "CallersWebhook",
    "CallersWebhookEvent",
    "CallWebhookAnswer",
    "CallWebhookCampaign",
    "CallWebhookContact",
    "CallWebhookContactData",
    "CallWebhookContactStatus",
    "CallWebhookInterest",
    "CallWebhookPayload",
    "CallWebhookPayloadVariables",
    "CallWebhookSummary",
    "CallWebhookTwilio",
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
    "CancelledProspectingJob",
    "ContentSlotChannel",
    "Deleted",
    "DeletedSuccessResponse",
    "ErrorResponse",
    "JobError",
    "JobStage",
    "JobStatus",
    "JobType",
    "LeadWorkflowStatus",
    "Message",
    "MessageChannel",
    "MessageList",
    "MessageListSuccessResponse",
    "MessageResponseCreate",
    "ProspectingJob",
    "ProspectingJobCancelSuccessResponse",
    "ProspectingJobList",
    "ProspectingJobListSuccessResponse",
    "ProspectingJobStages",
    "ProspectingJobStart",
    "ProspectingJobStartSuccessResponse",
    "ProspectingJobStatusSuccessResponse",
    "ProspectingJobSummary",
    "ProspectMatch",
    "ProspectSignal",
    "ProspectSignalGroup",
    "ProspectSignals",
    "ProspectSignalsSuccessResponse",
    "ProviderIdProspectLookup",
    "ProviderIdProspectLookupSuccessResponse",
    "SalesNavigatorList",
    "SalesNavigatorListSuccessResponse",
    "SalesNavigatorSource",
    "ScheduledMessageResponse",
    "ScheduledMessageResponseSuccessResponse",
    "SignalEvaluation",
    "SignalScan",
    "SignalScanList",
    "SignalScanListSuccessResponse",
    "SignalScanStart",
    "SignalScanStartSuccessResponse",
    "SignalScanStatusSuccessResponse",
    "SignalScanSummary",
    "SignalSpecification",
    "SignalSpecificationList",
    "SignalSpecificationListSuccessResponse",
    "SignalSpecificationSuccessResponse",
    "SignalSpecificationUpdate",
    "StartedCampaign",
    "StartedCampaignSuccessResponse",
    "StartedProspectingJob",
    "StartedSignalScan",
    "StarterTemplateId",
    "StoppedCampaign",
    "StoppedCampaignSuccessResponse",
    "ValidationErrorResponse",
    "ValueProposition",
    "ValuePropositionList",
    "ValuePropositionListSuccessResponse",
    "ValuePropositionSuccessResponse",
    "ValuePropositionUpdate",
    "WorkflowStopReason",
    "WritingStyle",
    "WritingStyleContentType",
    "WritingStyleCreate",
    "WritingStyleList",
    "WritingStyleListSuccessResponse",
    "WritingStyleSample",
    "WritingStyleSampleInput",
    "WritingStyleSampleType",
    "WritingStyleSuccessResponse",
    "WritingStyleUpdate",
)

if _typing.TYPE_CHECKING:
    from .account import Account
    from .account_list import AccountList
    from .account_list_success_response import AccountListSuccessResponse
    from .api_error import ApiError
    from .approval_action import ApprovalAction
    from .audience import Audience
    from .audience_create import AudienceCreate
    from .audience_folder import AudienceFolder
    from .audience_folder_create import AudienceFolderCreate
    from .audience_folder_rename import AudienceFolderRename
    from .audience_folder_success_response import AudienceFolderSuccessResponse
    from .audience_kind import AudienceKind
    from .audience_lead_move import AudienceLeadMove
    from .audience_lead_move_success_response import AudienceLeadMoveSuccessResponse
    from .audience_list import AudienceList
    from .audience_list_success_response import AudienceListSuccessResponse
    from .audience_move_leads import AudienceMoveLeads
    from .audience_move_to_folder import AudienceMoveToFolder
    from .audience_navigation import AudienceNavigation
    from .audience_navigation_folder import AudienceNavigationFolder
    from .audience_navigation_success_response import AudienceNavigationSuccessResponse
    from .audience_prospect import AudienceProspect
    from .audience_prospect_company import AudienceProspectCompany
    from .audience_prospect_list import AudienceProspectList
    from .audience_prospect_list_success_response import (
        AudienceProspectListSuccessResponse,
    )
    from .audience_success_response import AudienceSuccessResponse
    from .audience_type import AudienceType
    from .audience_update import AudienceUpdate
    from .call_webhook_answer import CallWebhookAnswer
    from .call_webhook_campaign import CallWebhookCampaign
    from .call_webhook_contact import CallWebhookContact
    from .call_webhook_contact_data import CallWebhookContactData
    from .call_webhook_contact_status import CallWebhookContactStatus
    from .call_webhook_interest import CallWebhookInterest
    from .call_webhook_payload import CallWebhookPayload
    from .call_webhook_payload_variables import CallWebhookPayloadVariables
    from .call_webhook_summary import CallWebhookSummary
    from .call_webhook_twilio import CallWebhookTwilio
    from .callers_call import CallersCall
    from .callers_call_event import CallersCallEvent
    from .callers_call_outcome import CallersCallOutcome
    from .callers_call_page import CallersCallPage
    from .callers_call_params import CallersCallParams
    from .callers_call_status import CallersCallStatus
    from .callers_call_summary import CallersCallSummary
    from .callers_campaign import CallersCampaign
    from .callers_campaign_group import CallersCampaignGroup
    from .callers_contact import CallersContact
    from .callers_contact_answer import CallersContactAnswer
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
    from .callers_event_data import CallersEventData
    from .callers_event_type import CallersEventType
    from .callers_goal import CallersGoal
    from .callers_hang_up_reason import CallersHangUpReason
    from .callers_limits import CallersLimits
    from .callers_memories_deleted import CallersMemoriesDeleted
    from .callers_memories_deleted_response import CallersMemoriesDeletedResponse
    from .callers_memories_response import CallersMemoriesResponse
    from .callers_memory import CallersMemory
    from .callers_memory_create import CallersMemoryCreate
    from .callers_memory_response import CallersMemoryResponse
    from .callers_memory_status import CallersMemoryStatus
    from .callers_organization import CallersOrganization
    from .callers_permission import CallersPermission
    from .callers_phone_numbers import CallersPhoneNumbers
    from .callers_question_type import CallersQuestionType
    from .callers_sort_direction import CallersSortDirection
    from .callers_sub_organization import CallersSubOrganization
    from .callers_sub_organization_create import CallersSubOrganizationCreate
    from .callers_sub_organization_limits import CallersSubOrganizationLimits
    from .callers_sync import CallersSync
    from .callers_sync_pricing import CallersSyncPricing
    from .callers_synced import CallersSynced
    from .callers_transcript_entry import CallersTranscriptEntry
    from .callers_validation_error import CallersValidationError
    from .callers_validation_error_data_item import CallersValidationErrorDataItem
    from .callers_voice import CallersVoice
    from .callers_voice_clone import CallersVoiceClone
    from .callers_voice_create import CallersVoiceCreate
    from .callers_voice_create_settings import CallersVoiceCreateSettings
    from .callers_voice_locale import CallersVoiceLocale
    from .callers_voice_provider import CallersVoiceProvider
    from .callers_voice_settings import CallersVoiceSettings
    from .callers_voice_update import CallersVoiceUpdate
    from .callers_voice_update_settings import CallersVoiceUpdateSettings
    from .callers_webhook import CallersWebhook
    from .callers_webhook_event import CallersWebhookEvent
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
    from .cancelled_prospecting_job import CancelledProspectingJob
    from .content_slot_channel import ContentSlotChannel
    from .deleted import Deleted
    from .deleted_success_response import DeletedSuccessResponse
    from .error_response import ErrorResponse
    from .job_error import JobError
    from .job_stage import JobStage
    from .job_status import JobStatus
    from .job_type import JobType
    from .lead_workflow_status import LeadWorkflowStatus
    from .message import Message
    from .message_channel import MessageChannel
    from .message_list import MessageList
    from .message_list_success_response import MessageListSuccessResponse
    from .message_response_create import MessageResponseCreate
    from .prospect_match import ProspectMatch
    from .prospect_signal import ProspectSignal
    from .prospect_signal_group import ProspectSignalGroup
    from .prospect_signals import ProspectSignals
    from .prospect_signals_success_response import ProspectSignalsSuccessResponse
    from .prospecting_job import ProspectingJob
    from .prospecting_job_cancel_success_response import (
        ProspectingJobCancelSuccessResponse,
    )
    from .prospecting_job_list import ProspectingJobList
    from .prospecting_job_list_success_response import ProspectingJobListSuccessResponse
    from .prospecting_job_stages import ProspectingJobStages
    from .prospecting_job_start import ProspectingJobStart
    from .prospecting_job_start_success_response import (
        ProspectingJobStartSuccessResponse,
    )
    from .prospecting_job_status_success_response import (
        ProspectingJobStatusSuccessResponse,
    )
    from .prospecting_job_summary import ProspectingJobSummary
    from .provider_id_prospect_lookup import ProviderIdProspectLookup
    from .provider_id_prospect_lookup_success_response import (
        ProviderIdProspectLookupSuccessResponse,
    )
    from .sales_navigator_list import SalesNavigatorList
    from .sales_navigator_list_success_response import SalesNavigatorListSuccessResponse
    from .sales_navigator_source import SalesNavigatorSource
    from .scheduled_message_response import ScheduledMessageResponse
    from .scheduled_message_response_success_response import (
        ScheduledMessageResponseSuccessResponse,
    )
    from .signal_evaluation import SignalEvaluation
    from .signal_scan import SignalScan
    from .signal_scan_list import SignalScanList
    from .signal_scan_list_success_response import SignalScanListSuccessResponse
    from .signal_scan_start import SignalScanStart
    from .signal_scan_start_success_response import SignalScanStartSuccessResponse
    from .signal_scan_status_success_response import SignalScanStatusSuccessResponse
    from .signal_scan_summary import SignalScanSummary
    from .signal_specification import SignalSpecification
    from .signal_specification_list import SignalSpecificationList
    from .signal_specification_list_success_response import (
        SignalSpecificationListSuccessResponse,
    )
    from .signal_specification_success_response import (
        SignalSpecificationSuccessResponse,
    )
    from .signal_specification_update import SignalSpecificationUpdate
    from .started_campaign import StartedCampaign
    from .started_campaign_success_response import StartedCampaignSuccessResponse
    from .started_prospecting_job import StartedProspectingJob
    from .started_signal_scan import StartedSignalScan
    from .starter_template_id import StarterTemplateId
    from .stopped_campaign import StoppedCampaign
    from .stopped_campaign_success_response import StoppedCampaignSuccessResponse
    from .validation_error_response import ValidationErrorResponse
    from .value_proposition import ValueProposition
    from .value_proposition_list import ValuePropositionList
    from .value_proposition_list_success_response import (
        ValuePropositionListSuccessResponse,
    )
    from .value_proposition_success_response import ValuePropositionSuccessResponse
    from .value_proposition_update import ValuePropositionUpdate
    from .workflow_stop_reason import WorkflowStopReason
    from .writing_style import WritingStyle
    from .writing_style_content_type import WritingStyleContentType
    from .writing_style_create import WritingStyleCreate
    from .writing_style_list import WritingStyleList
    from .writing_style_list_success_response import WritingStyleListSuccessResponse
    from .writing_style_sample import WritingStyleSample
    from .writing_style_sample_input import WritingStyleSampleInput
    from .writing_style_sample_type import WritingStyleSampleType
    from .writing_style_success_response import WritingStyleSuccessResponse
    from .writing_style_update import WritingStyleUpdate
else:
    _MODULES = {
        "Account": ".account",
        "AccountList": ".account_list",
        "AccountListSuccessResponse": ".account_list_success_response",
        "ApiError": ".api_error",
        "ApprovalAction": ".approval_action",
        "Audience": ".audience",
        "AudienceCreate": ".audience_create",
        "AudienceFolder": ".audience_folder",
        "AudienceFolderCreate": ".audience_folder_create",
        "AudienceFolderRename": ".audience_folder_rename",
        "AudienceFolderSuccessResponse": ".audience_folder_success_response",
        "AudienceKind": ".audience_kind",
        "AudienceLeadMove": ".audience_lead_move",
        "AudienceLeadMoveSuccessResponse": ".audience_lead_move_success_response",
        "AudienceList": ".audience_list",
        "AudienceListSuccessResponse": ".audience_list_success_response",
        "AudienceMoveLeads": ".audience_move_leads",
        "AudienceMoveToFolder": ".audience_move_to_folder",
        "AudienceNavigation": ".audience_navigation",
        "AudienceNavigationFolder": ".audience_navigation_folder",
        "AudienceNavigationSuccessResponse": ".audience_navigation_success_response",
        "AudienceProspect": ".audience_prospect",
        "AudienceProspectCompany": ".audience_prospect_company",
        "AudienceProspectList": ".audience_prospect_list",
        "AudienceProspectListSuccessResponse": ".audience_prospect_list_success_response",
        "AudienceSuccessResponse": ".audience_success_response",
        "AudienceType": ".audience_type",
        "AudienceUpdate": ".audience_update",
        "CallWebhookAnswer": ".call_webhook_answer",
        "CallWebhookCampaign": ".call_webhook_campaign",
        "CallWebhookContact": ".call_webhook_contact",
        "CallWebhookContactData": ".call_webhook_contact_data",
        "CallWebhookContactStatus": ".call_webhook_contact_status",
        "CallWebhookInterest": ".call_webhook_interest",
        "CallWebhookPayload": ".call_webhook_payload",
        "CallWebhookPayloadVariables": ".call_webhook_payload_variables",
        "CallWebhookSummary": ".call_webhook_summary",
        "CallWebhookTwilio": ".call_webhook_twilio",
        "CallersCall": ".callers_call",
        "CallersCallEvent": ".callers_call_event",
        "CallersCallOutcome": ".callers_call_outcome",
        "CallersCallPage": ".callers_call_page",
        "CallersCallParams": ".callers_call_params",
        "CallersCallStatus": ".callers_call_status",
        "CallersCallSummary": ".callers_call_summary",
        "CallersCampaign": ".callers_campaign",
        "CallersCampaignGroup": ".callers_campaign_group",
        "CallersContact": ".callers_contact",
        "CallersContactAnswer": ".callers_contact_answer",
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
        "CallersEventData": ".callers_event_data",
        "CallersEventType": ".callers_event_type",
        "CallersGoal": ".callers_goal",
        "CallersHangUpReason": ".callers_hang_up_reason",
        "CallersLimits": ".callers_limits",
        "CallersMemoriesDeleted": ".callers_memories_deleted",
        "CallersMemoriesDeletedResponse": ".callers_memories_deleted_response",
        "CallersMemoriesResponse": ".callers_memories_response",
        "CallersMemory": ".callers_memory",
        "CallersMemoryCreate": ".callers_memory_create",
        "CallersMemoryResponse": ".callers_memory_response",
        "CallersMemoryStatus": ".callers_memory_status",
        "CallersOrganization": ".callers_organization",
        "CallersPermission": ".callers_permission",
        "CallersPhoneNumbers": ".callers_phone_numbers",
        "CallersQuestionType": ".callers_question_type",
        "CallersSortDirection": ".callers_sort_direction",
        "CallersSubOrganization": ".callers_sub_organization",
        "CallersSubOrganizationCreate": ".callers_sub_organization_create",
        "CallersSubOrganizationLimits": ".callers_sub_organization_limits",
        "CallersSync": ".callers_sync",
        "CallersSyncPricing": ".callers_sync_pricing",
        "CallersSynced": ".callers_synced",
        "CallersTranscriptEntry": ".callers_transcript_entry",
        "CallersValidationError": ".callers_validation_error",
        "CallersValidationErrorDataItem": ".callers_validation_error_data_item",
        "CallersVoice": ".callers_voice",
        "CallersVoiceClone": ".callers_voice_clone",
        "CallersVoiceCreate": ".callers_voice_create",
        "CallersVoiceCreateSettings": ".callers_voice_create_settings",
        "CallersVoiceLocale": ".callers_voice_locale",
        "CallersVoiceProvider": ".callers_voice_provider",
        "CallersVoiceSettings": ".callers_voice_settings",
        "CallersVoiceUpdate": ".callers_voice_update",
        "CallersVoiceUpdateSettings": ".callers_voice_update_settings",
        "CallersWebhook": ".callers_webhook",
        "CallersWebhookEvent": ".callers_webhook_event",
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
        "CancelledProspectingJob": ".cancelled_prospecting_job",
        "ContentSlotChannel": ".content_slot_channel",
        "Deleted": ".deleted",
        "DeletedSuccessResponse": ".deleted_success_response",
        "ErrorResponse": ".error_response",
        "JobError": ".job_error",
        "JobStage": ".job_stage",
        "JobStatus": ".job_status",
        "JobType": ".job_type",
        "LeadWorkflowStatus": ".lead_workflow_status",
        "Message": ".message",
        "MessageChannel": ".message_channel",
        "MessageList": ".message_list",
        "MessageListSuccessResponse": ".message_list_success_response",
        "MessageResponseCreate": ".message_response_create",
        "ProspectMatch": ".prospect_match",
        "ProspectSignal": ".prospect_signal",
        "ProspectSignalGroup": ".prospect_signal_group",
        "ProspectSignals": ".prospect_signals",
        "ProspectSignalsSuccessResponse": ".prospect_signals_success_response",
        "ProspectingJob": ".prospecting_job",
        "ProspectingJobCancelSuccessResponse": ".prospecting_job_cancel_success_response",
        "ProspectingJobList": ".prospecting_job_list",
        "ProspectingJobListSuccessResponse": ".prospecting_job_list_success_response",
        "ProspectingJobStages": ".prospecting_job_stages",
        "ProspectingJobStart": ".prospecting_job_start",
        "ProspectingJobStartSuccessResponse": ".prospecting_job_start_success_response",
        "ProspectingJobStatusSuccessResponse": ".prospecting_job_status_success_response",
        "ProspectingJobSummary": ".prospecting_job_summary",
        "ProviderIdProspectLookup": ".provider_id_prospect_lookup",
        "ProviderIdProspectLookupSuccessResponse": ".provider_id_prospect_lookup_success_response",
        "SalesNavigatorList": ".sales_navigator_list",
        "SalesNavigatorListSuccessResponse": ".sales_navigator_list_success_response",
        "SalesNavigatorSource": ".sales_navigator_source",
        "ScheduledMessageResponse": ".scheduled_message_response",
        "ScheduledMessageResponseSuccessResponse": ".scheduled_message_response_success_response",
        "SignalEvaluation": ".signal_evaluation",
        "SignalScan": ".signal_scan",
        "SignalScanList": ".signal_scan_list",
        "SignalScanListSuccessResponse": ".signal_scan_list_success_response",
        "SignalScanStart": ".signal_scan_start",
        "SignalScanStartSuccessResponse": ".signal_scan_start_success_response",
        "SignalScanStatusSuccessResponse": ".signal_scan_status_success_response",
        "SignalScanSummary": ".signal_scan_summary",
        "SignalSpecification": ".signal_specification",
        "SignalSpecificationList": ".signal_specification_list",
        "SignalSpecificationListSuccessResponse": ".signal_specification_list_success_response",
        "SignalSpecificationSuccessResponse": ".signal_specification_success_response",
        "SignalSpecificationUpdate": ".signal_specification_update",
        "StartedCampaign": ".started_campaign",
        "StartedCampaignSuccessResponse": ".started_campaign_success_response",
        "StartedProspectingJob": ".started_prospecting_job",
        "StartedSignalScan": ".started_signal_scan",
        "StarterTemplateId": ".starter_template_id",
        "StoppedCampaign": ".stopped_campaign",
        "StoppedCampaignSuccessResponse": ".stopped_campaign_success_response",
        "ValidationErrorResponse": ".validation_error_response",
        "ValueProposition": ".value_proposition",
        "ValuePropositionList": ".value_proposition_list",
        "ValuePropositionListSuccessResponse": ".value_proposition_list_success_response",
        "ValuePropositionSuccessResponse": ".value_proposition_success_response",
        "ValuePropositionUpdate": ".value_proposition_update",
        "WorkflowStopReason": ".workflow_stop_reason",
        "WritingStyle": ".writing_style",
        "WritingStyleContentType": ".writing_style_content_type",
        "WritingStyleCreate": ".writing_style_create",
        "WritingStyleList": ".writing_style_list",
        "WritingStyleListSuccessResponse": ".writing_style_list_success_response",
        "WritingStyleSample": ".writing_style_sample",
        "WritingStyleSampleInput": ".writing_style_sample_input",
        "WritingStyleSampleType": ".writing_style_sample_type",
        "WritingStyleSuccessResponse": ".writing_style_success_response",
        "WritingStyleUpdate": ".writing_style_update",
    }

    def __getattr__(name: str) -> _typing.Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(_import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
