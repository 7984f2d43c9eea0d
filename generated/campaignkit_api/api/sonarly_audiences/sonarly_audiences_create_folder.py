# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import similarity as _similarity
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.audience_folder import AudienceFolder
from ...models.audience_folder_create import AudienceFolderCreate
from ...models.audience_folder_success_response import AudienceFolderSuccessResponse
from ...models.audience_navigation import AudienceNavigation

OPERATION: Operation[AudienceFolder] = Operation(
    id="sonarly_audiences_create_folder",
    method="POST",
    idempotency="verify",
    decoders={
        201: Decoder(
            AudienceFolderSuccessResponse,
            AudienceFolderSuccessResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    account_group_id: str,
    *,
    body: AudienceFolderCreate,
) -> Call[AudienceFolder]:
    """Return a call of `sonarly.audiences.create_folder`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences/folders".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(AudienceFolderCreate))

    def verification() -> Verification[AudienceNavigation, AudienceFolder]:
        from .sonarly_audiences_navigation import call as read

        def matching(found: AudienceNavigation, since: datetime.datetime) -> list[Any]:
            return [
                each
                for each in found.folders
                if (each.created_at is not None and each.created_at >= since)
                and _arguments.matches(each.name, body.name)
                and _arguments.matches(each.audience_type, body.audience_type)
            ]

        return Verification(
            read(
                account_group_id=account_group_id,
            ),
            applied=lambda found, since: len(matching(found, since)) == 1,
            unapplied=lambda found, since: (
                not [
                    each
                    for each in found.folders
                    if (each.created_at is None or each.created_at >= since)
                ]
            ),
            result=lambda found, since: AudienceFolder(
                id=matching(found, since)[0].id,
                name=matching(found, since)[0].name,
                audience_type=matching(found, since)[0].audience_type,
                is_pinned=matching(found, since)[0].is_pinned,
                position=matching(found, since)[0].position,
                created_at=matching(found, since)[0].created_at,
                updated_at=matching(found, since)[0].updated_at,
            ),
            candidates=lambda found, since: [
                (each.id, each.name)
                for each in sorted(
                    found.folders, key=lambda each: not _similarity.resembles(each.name, body.name)
                )
                if (each.created_at is None or each.created_at >= since)
            ],
        )

    return Call(OPERATION, _path, _options, verification)
