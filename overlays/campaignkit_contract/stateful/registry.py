"""Registry of the stateful checks.

client = httpx.Client(transport=Fake().transport(), base_url="https://api.invalid")
for result in run_checks(fake_target(client)):
    print(result)
"""

from collections.abc import Iterator, Sequence

from ..targets.target import Target
from . import (
    agreement,
    audiences,
    authentication,
    campaign_copies,
    campaign_leads,
    campaign_starts,
    campaign_workflow,
    campaigns,
    contact_writes,
    contacts,
    deletions,
    identifiers,
    job_results,
    jobs,
    lead_lists,
    lists,
    long_lists,
    memories,
    organizations,
    pagination,
    prospects,
    protocol,
    seen_reads,
    shown_fields,
    verified_writes,
    voices,
    writes,
)
from .check import CheckResult, StatefulCheck
from .matrices.registry import MATRICES
from .order import in_order

STATEFUL_CHECKS = (
    StatefulCheck(authentication.credentials_are_required),
    StatefulCheck(authentication.writes_require_credentials, needs="earlier_reads"),
    StatefulCheck(authentication.unauthenticated_errors_do_not_leak_ids),
    StatefulCheck(authentication.read_only_key_cannot_write, writes=True, needs="read_only_keys"),
    StatefulCheck(authentication.foreign_key_is_rejected, needs="foreign_keys"),
    StatefulCheck(organizations.unknown_sub_organization_is_rejected),
    StatefulCheck(identifiers.unknown_id_is_404),
    StatefulCheck(identifiers.unusual_id_is_rejected),
    StatefulCheck(identifiers.unusual_lead_id_is_accepted),
    StatefulCheck(protocol.undeclared_method_is_405, writes=True),
    StatefulCheck(protocol.missing_query_parameter_is_400),
    StatefulCheck(protocol.validation_error_code),
    StatefulCheck(campaigns.get_returns_requested_campaign),
    StatefulCheck(campaigns.listed_campaign_equals_get),
    StatefulCheck(campaigns.account_groups_are_isolated),
    StatefulCheck(campaigns.started_at_matches_status),
    StatefulCheck(campaigns.lead_status_has_one_row_per_id),
    StatefulCheck(campaigns.batch_has_rows_of_many_ids),
    StatefulCheck(campaigns.unknown_lead_is_not_in_campaign),
    StatefulCheck(organizations.organization_lists_own_campaigns),
    StatefulCheck(organizations.organization_has_another_parent),
    StatefulCheck(campaigns.campaign_group_filters_list),
    StatefulCheck(campaigns.reads_change_nothing),
    StatefulCheck(protocol.trace_ids_are_unique),
    StatefulCheck(protocol.repeated_call_has_new_trace_id),
    *(
        StatefulCheck(function, writes=True, is_repeatable=False)
        for function in (
            campaign_starts.second_start_is_rejected,
            campaign_starts.start_returns_requested_campaign,
            campaign_starts.start_is_persisted,
            campaign_starts.start_changes_one_campaign,
            campaign_starts.started_campaign_never_reverts,
        )
    ),
    StatefulCheck(lists.listed_item_equals_get),
    StatefulCheck(lists.documented_ids_are_listed),
    StatefulCheck(lists.lists_of_references_differ),
    StatefulCheck(lists.numbered_pages_partition_list),
    StatefulCheck(lists.status_filters_list),
    StatefulCheck(lists.list_items_belong_to_parent),
    StatefulCheck(agreement.reads_agree),
    StatefulCheck(seen_reads.seen_reads_agree, needs="earlier_reads"),
    StatefulCheck(shown_fields.documented_fields_are_shown, needs="has_sample_ids"),
    StatefulCheck(memories.memory_of_any_status_can_be_deleted, writes=True),
    *(
        StatefulCheck(function)
        for function in (
            audiences.prospect_count_matches_list,
            audiences.navigation_equals_list,
            prospects.lookup_resolution_matches_result,
            prospects.conversation_filters_messages,
            prospects.min_score_filters_results,
            contacts.calls_belong_to_contact,
            contacts.attempts_have_last_time,
            memories.memories_match_contact,
            job_results.error_matches_job_status,
            job_results.stages_match_job_status,
        )
    ),
    *(
        StatefulCheck(function, writes=True)
        for function in (
            audiences.moved_leads_change_audience,
            audiences.navigation_lists_every_audience,
            audiences.patch_changes_only_given_fields,
            audiences.folder_holds_one_type,
            campaign_copies.copy_is_draft_with_settings,
            campaign_copies.start_counts_workflow_instances,
            campaign_leads.leads_of_campaign_are_in_audience,
            campaign_leads.lead_status_is_of_requested_campaign,
            campaign_workflow.created_campaign_matches_request,
            campaign_workflow.unavailable_starter_template_is_rejected,
            campaign_workflow.approval_resumes_one_workflow,
            campaign_workflow.stop_ends_all_workflows,
            campaign_workflow.content_slots_change_before_start_only,
            campaign_workflow.deleted_campaign_is_404,
            organizations.created_sub_organization_is_accepted,
            contacts.phone_number_identifies_contact,
            contacts.bulk_create_counts_contacts,
            contacts.archived_contact_is_unlisted,
            memories.memory_is_kept_until_deleted,
            memories.delete_all_memories_counts,
            contact_writes.bulk_results_name_each_contact,
            contact_writes.bulk_archive_counts_contacts,
            contact_writes.archived_contact_can_be_created,
            contact_writes.phone_numbers_are_completed,
            contact_writes.plus_sign_is_optional,
            jobs.job_status_advances,
            jobs.repeated_job_returns_same_id,
            jobs.cancelled_job_stays_cancelled,
            jobs.filling_audience_is_hidden,
            job_results.import_keeps_maximum,
            job_results.cancelled_import_keeps_counts,
            lead_lists.lists_of_leads_are_used_whole,
            lead_lists.leads_left_out_mean_all,
            job_results.scan_evaluates_named_prospects,
            job_results.scan_without_prospects_evaluates_audience,
            voices.voice_reaches_requested_organizations,
            voices.voice_update_changes_one_voice,
            contact_writes.bulk_rows_are_kept_apart,
        )
    ),
    StatefulCheck(
        contact_writes.bulk_writes_of_any_size_are_applied, writes=True, needs="reset_server"
    ),
    StatefulCheck(pagination.cursor_pages_partition_list),
    *(
        StatefulCheck(function, writes=True)
        for function in (
            writes.created_item_is_listed,
            deletions.deleted_item_is_gone,
            writes.idempotency_key_deduplicates,
            verified_writes.write_is_visible_in_read,
            verified_writes.rejected_write_has_no_effect,
            writes.writes_touch_only_named_items,
            writes.response_links_resolve,
        )
    ),
    StatefulCheck(
        verified_writes.many_writes_are_visible_in_read, writes=True, needs="reset_server"
    ),
    StatefulCheck(long_lists.unpaged_lists_show_every_item, writes=True, needs="reset_server"),
)
"""Stateful checks of single properties. Those that need few requests come first."""

CHECKS = (*STATEFUL_CHECKS, *MATRICES)
"""Every stateful check, and the matrices after them."""


def run_checks(target: Target, checks: Sequence[StatefulCheck] = CHECKS) -> Iterator[CheckResult]:
    """Run stateful checks and yield their results.

    A target with a budget gets first the checks that find most with few requests.
    """
    for check in checks if target.budget is None else in_order(checks):
        yield check.run(target)
