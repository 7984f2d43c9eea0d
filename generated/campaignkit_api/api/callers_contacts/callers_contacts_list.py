# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import pagination as _pagination
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import Pagination

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
            lambda _body: _body,
            items=(),
        ),
    },
)


PAGINATION: Pagination[list[CallersContact], CallersContact] = Pagination(
    lambda page: page,
    _pagination.by_number("page", 0),
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
    _pagination.validate_page_size("per_page", per_page)
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    _options["params"] = _arguments.sendable(
        {
            "archived": _arguments.query_value(
                "archived", archived, _encoders.optional(_encoders.boolean)
            ),
            "statuses": _arguments.query_value(
                "statuses", statuses, _encoders.optional(_encoders.text)
            ),
            "lastAttemptFrom": _arguments.query_value(
                "last_attempt_from", last_attempt_from, _encoders.optional(_encoders.datetime_)
            ),
            "lastAttemptTo": _arguments.query_value(
                "last_attempt_to", last_attempt_to, _encoders.optional(_encoders.datetime_)
            ),
            "sortAttribute": _arguments.query_value(
                "sort_attribute", sort_attribute, _encoders.optional(_encoders.text)
            ),
            "sortDirection": _arguments.query_value(
                "sort_direction",
                sort_direction,
                _encoders.optional(_encoders.enum_member(CallersSortDirection)),
            ),
            "page": _arguments.query_value("page", page, _encoders.optional(_encoders.integer)),
            "perPage": _arguments.query_value(
                "per_page", per_page, _encoders.optional(_encoders.integer)
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    campaign_id: str,
    *,
    archived: bool | None = None,
    statuses: str | None = None,
    last_attempt_from: datetime.datetime | None = None,
    last_attempt_to: datetime.datetime | None = None,
    sort_attribute: str | None = None,
    sort_direction: CallersSortDirection | str | None = None,
    page: int | None = None,
    per_page: int | None = None,
) -> Call[list[CallersContact]]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        archived=_arguments.unset_if_none(archived),
        statuses=_arguments.unset_if_none(statuses),
        last_attempt_from=_arguments.unset_if_none(last_attempt_from),
        last_attempt_to=_arguments.unset_if_none(last_attempt_to),
        sort_attribute=_arguments.unset_if_none(sort_attribute),
        sort_direction=UNSET
        if sort_direction is None
        else _arguments.enum_member(CallersSortDirection, "sort_direction", sort_direction),
        page=_arguments.unset_if_none(page),
        per_page=_arguments.unset_if_none(per_page),
    )
