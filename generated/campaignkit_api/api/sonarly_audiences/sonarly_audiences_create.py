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
            lambda body: body.data,
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

    def verification() -> Verification[AudienceList, Audience]:
        from .sonarly_audiences_list import call as read

        def matching(found: AudienceList, since: datetime.datetime) -> list[Any]:
            return [
                each
                for each in found.items
                if (each.created_at is not None and each.created_at >= since)
                and _arguments.matches(each.name, body.name)
            ]

        return Verification(
            read(
                account_group_id=account_group_id,
            ),
            applied=lambda found, since: len(matching(found, since)) == 1 and not found.has_more,
            unapplied=lambda found, since: (
                not [
                    each
                    for each in found.items
                    if (each.created_at is None or each.created_at >= since)
                ]
                and not found.has_more
            ),
            result=lambda found, since: matching(found, since)[0],
            candidates=lambda found, since: [
                (each.id, each.name)
                for each in sorted(
                    found.items, key=lambda each: not _similarity.resembles(each.name, body.name)
                )
                if (each.created_at is None or each.created_at >= since)
            ],
        )

    return Call(OPERATION, _path, _options, verification)
