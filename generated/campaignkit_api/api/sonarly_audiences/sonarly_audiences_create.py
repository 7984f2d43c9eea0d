# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import similarity as _similarity
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.audience import Audience
from ...models.audience_create import AudienceCreate
from ...models.audience_kind import AudienceKind
from ...models.audience_list import AudienceList
from ...models.audience_success_response import AudienceSuccessResponse

OPERATION: Operation[Audience] = Operation(
    id="sonarly_audiences_create",
    method="POST",
    idempotency="verify",
    decoders={
        201: Decoder(
            AudienceSuccessResponse,
            AudienceSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    *,
    body: AudienceCreate,
) -> Call[Audience]:
    """Return a call of `sonarly.audiences.create`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(AudienceCreate))

    def _verification() -> Verification[AudienceList, Audience]:
        from .sonarly_audiences_list import call as _read

        def _matching(_found: AudienceList, _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found.items
                if (_item.created_at is not None and _item.created_at >= _since)
                and _arguments.matches(_item.name, body.name)
            ]

        return Verification(
            _read(
                account_group_id=account_group_id,
            ),
            applied=lambda _found, _since: (
                len(_matching(_found, _since)) == 1 and not _found.has_more
            ),
            unapplied=lambda _found, _since: (
                not [
                    _item
                    for _item in _found.items
                    if (_item.created_at is None or _item.created_at >= _since)
                ]
                and not _found.has_more
            ),
            result=lambda _found, _since: _matching(_found, _since)[0],
            candidates=lambda _found, _since: [
                (_item.id, _item.name)
                for _item in sorted(
                    _found.items, key=lambda _item: not _similarity.resembles(_item.name, body.name)
                )
                if (_item.created_at is None or _item.created_at >= _since)
            ],
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    *,
    name: str,
    type: AudienceKind | str,
    description: str | None = None,
) -> Call[Audience]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        body=AudienceCreate(
            name=name,
            type_=_arguments.enum_member(AudienceKind, "type", type),
            description=_arguments.unset_if_none(description),
        ),
    )
