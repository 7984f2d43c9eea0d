# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import agrees, segment
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.writing_style import WritingStyle
from ...models.writing_style_success_response import WritingStyleSuccessResponse
from ...models.writing_style_update import WritingStyleUpdate

OPERATION: Operation[WritingStyle] = Operation(
    id="sonarly_templates_update_writing_style",
    method="PATCH",
    idempotency="verify",
    decoders={
        200: Decoder(
            WritingStyleSuccessResponse,
            WritingStyleSuccessResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    account_group_id: str,
    writing_style_id: str,
    *,
    body: WritingStyleUpdate,
) -> Call[WritingStyle]:
    """Return a call of `sonarly.templates.update_writing_style`."""
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/writing-styles/{writing_style_id}".format(
        account_group_id=segment("account_group_id", account_group_id),
        writing_style_id=segment("writing_style_id", writing_style_id),
    )
    headers: dict[str, Any] = {}

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers

    def verification() -> Verification[WritingStyle, WritingStyle]:
        from .sonarly_templates_get_writing_style import call as read

        return Verification(
            read(
                account_group_id=account_group_id,
                writing_style_id=writing_style_id,
            ),
            applied=lambda found, since: (
                agrees(found.name, body.name)
                and agrees(found.description, body.description)
                and agrees(found.content_type, body.content_type)
                and agrees(found.samples, body.samples)
                and agrees(found.include_rules, body.include_rules)
                and agrees(found.exclude_rules, body.exclude_rules)
                and agrees(found.use_strict_template, body.use_strict_template)
                and body.value_proposition_id is UNSET
            ),
            unapplied=lambda found, since: (
                not (
                    agrees(found.name, body.name)
                    and agrees(found.description, body.description)
                    and agrees(found.content_type, body.content_type)
                    and agrees(found.samples, body.samples)
                    and agrees(found.include_rules, body.include_rules)
                    and agrees(found.exclude_rules, body.exclude_rules)
                    and agrees(found.use_strict_template, body.use_strict_template)
                )
            ),
            result=lambda found, since: found,
        )

    return Call(OPERATION, path, _kwargs, verification)
