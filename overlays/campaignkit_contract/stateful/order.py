"""Order of the stateful checks in a run that may send few requests."""

from collections.abc import Iterable

from .check import StatefulCheck

MEASURED: dict[str, tuple[int, int]] = {
    "started_at_matches_status": (2, 1),
    "unknown_lead_is_not_in_campaign": (2, 1),
    "missing_query_parameter_is_400": (3, 2),
    "unknown_sub_organization_is_rejected": (1, 1),
    "validation_error_code": (1, 1),
    "account_groups_are_isolated": (4, 5),
    "lead_status_has_one_row_per_id": (3, 4),
    "trace_ids_are_unique": (6, 8),
    "organization_lists_own_campaigns": (0, 1),
    "campaign_group_filters_list": (0, 4),
    "navigation_equals_list": (0, 2),
    "batch_has_rows_of_many_ids": (0, 1),
    "error_matches_job_status": (0, 10),
    "conversation_filters_messages": (0, 3),
    "unusual_lead_id_is_accepted": (1, 9),
    "listed_campaign_equals_get": (5, 50),
    "list_items_belong_to_parent": (6, 62),
    "listed_item_equals_get": (5, 81),
    "unauthenticated_errors_do_not_leak_ids": (4, 69),
    "status_filters_list": (2, 36),
    "unknown_id_is_404": (2, 45),
    "reads_change_nothing": (4, 100),
    "errors_matrix": (11, 311),
    "numbered_pages_partition_list": (1, 44),
    "prospect_count_matches_list": (0, 8),
    "lookup_resolution_matches_result": (0, 15),
    "min_score_filters_results": (0, 19),
    "calls_belong_to_contact": (0, 16),
    "seen_reads_agree": (2, 12),
    "credentials_are_required": (6, 398),
    "filters_matrix": (6, 402),
    "authorization_matrix": (13, 114),
    "pages_matrix": (6, 439),
    "unusual_id_is_rejected": (3, 461),
    "repeated_call_has_new_trace_id": (0, 48),
    "cursor_pages_partition_list": (0, 235),
}
"""Mutants that a check finds alone, of 38, and the requests that it sends.

Source: each check that only reads, on a target that cannot be reset. The mutants are a random
sample of those in `tests/contract/mutation`. Measured on 26 November 2026.
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
