# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.audience import Audience
from ...models.audience_move_to_folder import AudienceMoveToFolder
from ...models.audience_success_response import AudienceSuccessResponse

OPERATION: Operation[Audience] = Operation(
    id="sonarly_audiences_move_to_folder",
    method="POST",
    idempotency="verify",
    decoders={
        200: Decoder(
            AudienceSuccessResponse,
            AudienceSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    audience_id: str,
    *,
    body: AudienceMoveToFolder,
) -> Call[Audience]:
    """Return a call of `sonarly.audiences.move_to_folder`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences/{audience_id}/move-to-folder".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        audience_id=_arguments.path_segment("audience_id", audience_id, _encoders.identifier),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(AudienceMoveToFolder))

    def _verification() -> Verification[Audience, Audience]:
        from .sonarly_audiences_get import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                audience_id=audience_id,
            ),
            applied=lambda _found, _since: _arguments.matches(_found.folder_id, body.folder_id),
            unapplied=lambda _found, _since: (
                not (_arguments.matches(_found.folder_id, body.folder_id))
            ),
            result=lambda _found, _since: _found,
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    audience_id: str,
    *,
    folder_id: str,
) -> Call[Audience]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        audience_id,
        body=AudienceMoveToFolder(folder_id=folder_id),
    )
