# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime.arguments import agrees, segment
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.writing_style import WritingStyle
from ...models.writing_style_create import WritingStyleCreate
from ...models.writing_style_list import WritingStyleList
from ...models.writing_style_success_response import WritingStyleSuccessResponse

OPERATION: Operation[WritingStyle] = Operation(
    id="sonarly_templates_create_writing_style",
    method="POST",
    idempotency="verify",
    decoders={
        201: Decoder(
            WritingStyleSuccessResponse,
            WritingStyleSuccessResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    account_group_id: str,
    *,
    body: WritingStyleCreate,
) -> Call[WritingStyle]:
    """Return a call of `sonarly.templates.create_writing_style`."""
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/writing-styles".format(
        account_group_id=segment("account_group_id", account_group_id),
    )
    headers: dict[str, Any] = {}

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers

    def verification() -> Verification[WritingStyleList, WritingStyle]:
        from .sonarly_templates_list_writing_styles import call as read

        def matching(found: WritingStyleList, since: datetime.datetime) -> list[Any]:
            return [
                each
                for each in found.items
                if (each.created_at is not None and each.created_at >= since)
                and agrees(each.name, body.name)
            ]

        return Verification(
            read(
                account_group_id=account_group_id,
            ),
            applied=lambda found, since: len(matching(found, since)) == 1 and not found.has_more,
            unapplied=lambda found, since: not matching(found, since) and not found.has_more,
            result=lambda found, since: matching(found, since)[0],
        )

    return Call(OPERATION, path, _kwargs, verification)
