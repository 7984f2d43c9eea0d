# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.datetimes import format_rfc3339
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import (
    Pagination,
    by_number,
    validate_page_size,
)

from ...models.callers_contact import CallersContact
from ...models.callers_sort_direction import CallersSortDirection

OPERATION: Operation[list[CallersContact]] = Operation(
    id="callers_contacts_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            list[CallersContact],
            _readers.list_of("callers_contacts_list[]", CallersContact.from_dict),
            lambda body: body,
            items=(),
        ),
    },
)


PAGINATION: Pagination[list[CallersContact], CallersContact] = Pagination(
    lambda page: page,
    by_number("page", 0),
    lambda item: item.id,
)


def call(
    campaign_id: str,
    *,
    archived: bool | Unset = UNSET,
    statuses: str | Unset = UNSET,
    last_attempt_from: datetime.datetime | Unset = UNSET,
    last_attempt_to: datetime.datetime | Unset = UNSET,
    sort_attribute: str | Unset = UNSET,
    sort_direction: CallersSortDirection | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> Call[list[CallersContact]]:
    """Return a call of `callers.contacts.list`."""
    validate_page_size("per_page", per_page)
    _kwargs: dict[str, Any] = {}
    path = "/campaigns/{campaign_id}/contacts".format(
        campaign_id=segment("campaign_id", campaign_id),
    )

    params: dict[str, Any] = {}

    params["archived"] = archived

    params["statuses"] = statuses

    json_last_attempt_from: str | Unset = UNSET
    if not isinstance(last_attempt_from, Unset):
        json_last_attempt_from = format_rfc3339(last_attempt_from)
    params["lastAttemptFrom"] = json_last_attempt_from

    json_last_attempt_to: str | Unset = UNSET
    if not isinstance(last_attempt_to, Unset):
        json_last_attempt_to = format_rfc3339(last_attempt_to)
    params["lastAttemptTo"] = json_last_attempt_to

    params["sortAttribute"] = sort_attribute

    json_sort_direction: str | Unset = UNSET
    if not isinstance(sort_direction, Unset):
        json_sort_direction = sort_direction.value

    params["sortDirection"] = json_sort_direction

    params["page"] = page

    params["perPage"] = per_page

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    return Call(OPERATION, path, _kwargs)
