# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import agrees, segment
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.value_proposition import ValueProposition
from ...models.value_proposition_success_response import ValuePropositionSuccessResponse
from ...models.value_proposition_update import ValuePropositionUpdate

OPERATION: Operation[ValueProposition] = Operation(
    id="sonarly_templates_update_value_proposition",
    method="PATCH",
    idempotency="verify",
    decoders={
        200: Decoder(
            ValuePropositionSuccessResponse,
            ValuePropositionSuccessResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    account_group_id: str,
    value_proposition_id: str,
    *,
    body: ValuePropositionUpdate,
) -> Call[ValueProposition]:
    """Return a call of `sonarly.templates.update_value_proposition`."""
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/value-propositions/{value_proposition_id}".format(
        account_group_id=segment("account_group_id", account_group_id),
        value_proposition_id=segment("value_proposition_id", value_proposition_id),
    )
    headers: dict[str, Any] = {}

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers

    def verification() -> Verification[ValueProposition, ValueProposition]:
        from .sonarly_templates_get_value_proposition import call as read

        return Verification(
            read(
                account_group_id=account_group_id,
                value_proposition_id=value_proposition_id,
            ),
            applied=lambda found, since: (
                agrees(found.name, body.name)
                and agrees(found.description, body.description)
                and agrees(found.values, body.values)
                and agrees(found.challenges, body.challenges)
            ),
            unapplied=lambda found, since: (
                not (
                    agrees(found.name, body.name)
                    and agrees(found.description, body.description)
                    and agrees(found.values, body.values)
                    and agrees(found.challenges, body.challenges)
                )
            ),
            result=lambda found, since: found,
        )

    return Call(OPERATION, path, _kwargs, verification)
