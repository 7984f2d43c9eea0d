# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET
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
            lambda _body: _body.data,
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
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/value-propositions/{value_proposition_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        value_proposition_id=_arguments.path_segment(
            "value_proposition_id", value_proposition_id, _encoders.identifier
        ),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(ValuePropositionUpdate))

    def _verification() -> Verification[ValueProposition, ValueProposition]:
        from .sonarly_templates_get_value_proposition import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                value_proposition_id=value_proposition_id,
            ),
            applied=lambda _found, _since: (
                _arguments.matches(_found.name, body.name)
                and _arguments.matches(_found.description, body.description)
                and _arguments.matches(_found.values, body.values)
                and _arguments.matches(_found.challenges, body.challenges)
            ),
            unapplied=lambda _found, _since: (
                not (
                    _arguments.matches(_found.name, body.name)
                    and _arguments.matches(_found.description, body.description)
                    and _arguments.matches(_found.values, body.values)
                    and _arguments.matches(_found.challenges, body.challenges)
                )
            ),
            result=lambda _found, _since: _found,
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    value_proposition_id: str,
    *,
    name: str | None = None,
    description: str | None = None,
    values: Iterable[str] | None = None,
    challenges: Iterable[str] | None = None,
) -> Call[ValueProposition]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        value_proposition_id,
        body=ValuePropositionUpdate(
            name=_arguments.unset_if_none(name),
            description=_arguments.unset_if_none(description),
            values=UNSET if values is None else _arguments.as_list("values", values),
            challenges=UNSET
            if challenges is None
            else _arguments.as_list("challenges", challenges),
        ),
    )
