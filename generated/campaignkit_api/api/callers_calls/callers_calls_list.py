# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import pagination as _pagination
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import Pagination

from ...models.callers_call import CallersCall

OPERATION: Operation[list[CallersCall]] = Operation(
    id="callers_calls_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            list[CallersCall],
            _readers.list_of("callers_calls_list[]", CallersCall.from_dict),
            lambda _body: _body,
            items=(),
        ),
    },
)


PAGINATION: Pagination[list[CallersCall], CallersCall] = Pagination(
    lambda page: page,
    _pagination.by_number("page", 0),
    lambda item: item.id,
)


def call(
    campaign_id: str,
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
) -> Call[list[CallersCall]]:
    """Return a call of `callers.calls.list`."""
    _pagination.validate_page_size("per_page", per_page)
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/calls".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
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
    *,
    page: int | None = None,
    per_page: int | None = None,
) -> Call[list[CallersCall]]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        page=_arguments.unset_if_none(page),
        per_page=_arguments.unset_if_none(per_page),
    )
