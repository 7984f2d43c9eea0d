"""Order of the stateful checks in a run that may send few requests."""

from collections.abc import Iterable

from .check import StatefulCheck

MEASURED: dict[str, tuple[int, int]] = {
    "account_groups_are_isolated": (4, 1),
    "started_at_matches_status": (2, 1),
    "unknown_lead_is_not_in_campaign": (2, 1),
    "missing_query_parameter_is_400": (3, 2),
    "batch_has_rows_of_many_ids": (1, 1),
    "validation_error_code": (1, 1),
    "navigation_equals_list": (1, 1),
    "unknown_sub_organization_is_rejected": (1, 1),
    "trace_ids_are_unique": (6, 5),
    "lead_status_has_one_row_per_id": (3, 3),
    "listed_campaign_equals_get": (5, 6),
    "reads_change_nothing": (4, 9),
    "organization_lists_own_campaigns": (0, 1),
    "conversation_filters_messages": (0, 1),
    "memories_match_contact": (0, 1),
    "documented_ids_are_listed": (0, 1),
    "lists_of_references_differ": (0, 1),
    "campaign_group_filters_list": (1, 5),
    "list_items_belong_to_parent": (6, 23),
    "calls_belong_to_contact": (2, 10),
    "prospect_count_matches_list": (1, 7),
    "status_filters_list": (4, 23),
    "listed_item_equals_get": (9, 50),
    "unknown_id_is_404": (7, 45),
    "unusual_lead_id_is_accepted": (1, 9),
    "filters_matrix": (14, 150),
    "seen_reads_agree": (1, 12),
    "authorization_matrix": (20, 200),
    "unauthenticated_errors_do_not_leak_ids": (6, 67),
    "errors_matrix": (14, 150),
    "numbered_pages_partition_list": (3, 39),
    "error_matches_job_status": (0, 6),
    "stages_match_job_status": (1, 6),
    "cursor_pages_partition_list": (1, 18),
    "credentials_are_required": (9, 92),
    "lookup_resolution_matches_result": (1, 23),
    "min_score_filters_results": (1, 29),
    "unusual_id_is_rejected": (3, 90),
    "repeated_call_has_new_trace_id": (0, 45),
    "equivalence_matrix": (12, 30),
    "tenancy_matrix": (20, 131),
    "writes_require_credentials": (3, 39),
    "foreign_key_is_rejected": (2, 64),
    "pages_matrix": (6, 275),
}
"""Bugs that a check finds alone, of 98, and the requests that it sends after the checks before it.

Source: each check that only reads, on a target that cannot be reset. The bugs are a random sample
of those in `tests/contract/mutation`, and 60 bugs in reads. The last five are measured with more
bugs in reads, and scaled to 98. Measured on 27 November 2026. Two newer checks send one
request at most, and their bugs were not counted: documented_ids_are_listed and
lists_of_references_differ.
"""

_PRIOR = 0.5  # mutants, so that a cheap check that found nothing yet is not the last


def in_order(checks: Iterable[StatefulCheck]) -> list[StatefulCheck]:
    """Return the checks that find most with few requests first; unmeasured ones come last.

    Checks that the matrices repeat have no measure. The matrices have more cells.
    """

    def rank(check: StatefulCheck) -> float:
        found, requests = MEASURED.get(check.function.__name__, (0, 0))
        return (found + _PRIOR) / requests if requests else 0.0

    return sorted(checks, key=rank, reverse=True)
