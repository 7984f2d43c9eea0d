# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import pagination as _pagination
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import Pagination

from ...models.callers_call import CallersCall
from ...models.callers_call_page import CallersCallPage

OPERATION: Operation[CallersCallPage] = Operation(
    id="callers_calls_list_for_contact",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CallersCallPage,
            CallersCallPage.from_dict,
            lambda _body: _body,
            items=("data",),
        ),
    },
)


PAGINATION: Pagination[CallersCallPage, CallersCall] = Pagination(
    lambda page: page.data,
    _pagination.by_number("page", 1, total=lambda page: page.total),
    lambda item: item.id,
)


def call(
    campaign_id: str,
    contact_id: str,
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> Call[CallersCallPage]:
    """Return a call of `callers.calls.list_for_contact`."""
    _pagination.validate_page_size("per_page", per_page)
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts/{contact_id}/calls".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
        contact_id=_arguments.path_segment("contact_id", contact_id, _encoders.identifier),
    )
    _options["params"] = _arguments.sendable(
        {
            "page": _arguments.query_value("page", page, _encoders.optional(_encoders.integer)),
            "perPage": _arguments.query_value(
                "per_page", per_page, _encoders.optional(_encoders.integer)
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    campaign_id: str,
    contact_id: str,
    *,
    page: int | None = None,
    per_page: int | None = None,
) -> Call[CallersCallPage]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        contact_id,
        page=_arguments.unset_if_none(page),
        per_page=_arguments.unset_if_none(per_page),
    )
