# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.audience_folder import AudienceFolder
from ...models.audience_folder_rename import AudienceFolderRename
from ...models.audience_folder_success_response import AudienceFolderSuccessResponse
from ...models.audience_navigation import AudienceNavigation

OPERATION: Operation[AudienceFolder] = Operation(
    id="sonarly_audiences_rename_folder",
    method="PATCH",
    idempotency="verify",
    decoders={
        200: Decoder(
            AudienceFolderSuccessResponse,
            AudienceFolderSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    folder_id: str,
    *,
    body: AudienceFolderRename,
) -> Call[AudienceFolder]:
    """Return a call of `sonarly.audiences.rename_folder`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences/folders/{folder_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        folder_id=_arguments.path_segment("folder_id", folder_id, _encoders.identifier),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(AudienceFolderRename))

    def _verification() -> Verification[AudienceNavigation, AudienceFolder]:
        from .sonarly_audiences_navigation import call as _read

        def _matching(_found: AudienceNavigation, _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found.folders
                if _item.id == folder_id and _arguments.matches(_item.name, body.name)
            ]

        return Verification(
            _read(
                account_group_id=account_group_id,
            ),
            applied=lambda _found, _since: len(_matching(_found, _since)) == 1,
            unapplied=lambda _found, _since: (
                len(
                    [
                        _item
                        for _item in _found.folders
                        if _item.id == folder_id and not (_arguments.matches(_item.name, body.name))
                    ]
                )
                == 1
            ),
            result=lambda _found, _since: AudienceFolder(
                id=_matching(_found, _since)[0].id,
                name=_matching(_found, _since)[0].name,
                audience_type=_matching(_found, _since)[0].audience_type,
                is_pinned=_matching(_found, _since)[0].is_pinned,
                position=_matching(_found, _since)[0].position,
                created_at=_matching(_found, _since)[0].created_at,
                updated_at=_matching(_found, _since)[0].updated_at,
            ),
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    folder_id: str,
    *,
    name: str,
) -> Call[AudienceFolder]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        folder_id,
        body=AudienceFolderRename(name=name),
    )
