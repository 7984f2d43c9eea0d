# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.value_proposition import ValueProposition
from ...models.value_proposition_success_response import ValuePropositionSuccessResponse

OPERATION: Operation[ValueProposition] = Operation(
    id="sonarly_templates_get_value_proposition",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            ValuePropositionSuccessResponse,
            ValuePropositionSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    value_proposition_id: str,
) -> Call[ValueProposition]:
    """Return a call of `sonarly.templates.get_value_proposition`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/value-propositions/{value_proposition_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        value_proposition_id=_arguments.path_segment(
            "value_proposition_id", value_proposition_id, _encoders.identifier
        ),
    )
    return Call(OPERATION, _path, _options)
