# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.signal_specification import SignalSpecification
from ...models.signal_specification_list import SignalSpecificationList
from ...models.signal_specification_success_response import (
    SignalSpecificationSuccessResponse,
)
from ...models.signal_specification_update import SignalSpecificationUpdate

OPERATION: Operation[SignalSpecification] = Operation(
    id="sonarly_templates_update_signal_specification",
    method="PATCH",
    idempotency="verify",
    decoders={
        200: Decoder(
            SignalSpecificationSuccessResponse,
            SignalSpecificationSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    specification_id: str,
    *,
    body: SignalSpecificationUpdate,
) -> Call[SignalSpecification]:
    """Return a call of `sonarly.templates.update_signal_specification`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/signal-specifications/{specification_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        specification_id=_arguments.path_segment(
            "specification_id", specification_id, _encoders.identifier
        ),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(SignalSpecificationUpdate))

    def _verification() -> Verification[SignalSpecificationList, SignalSpecification]:
        from .sonarly_templates_list_signal_specifications import call as _read

        def _matching(_found: SignalSpecificationList, _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found.items
                if _item.id == specification_id
                and _arguments.matches(_item.name, body.name)
                and _arguments.matches(_item.description, body.description)
                and body.use_value_proposition is UNSET
                and body.value_proposition_ids is UNSET
                and body.specifications is UNSET
            ]

        return Verification(
            _read(
                account_group_id=account_group_id,
            ),
            applied=lambda _found, _since: (
                len(_matching(_found, _since)) == 1 and not _found.has_more
            ),
            unapplied=lambda _found, _since: (
                len(
                    [
                        _item
                        for _item in _found.items
                        if _item.id == specification_id
                        and not (
                            _arguments.matches(_item.name, body.name)
                            and _arguments.matches(_item.description, body.description)
                        )
                    ]
                )
                == 1
                and not _found.has_more
            ),
            result=lambda _found, _since: _matching(_found, _since)[0],
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    specification_id: str,
    *,
    name: str | None = None,
    description: str | None = None,
    use_value_proposition: bool | None = None,
    value_proposition_ids: Iterable[str] | None = None,
    specifications: Iterable[Any] | None = None,
) -> Call[SignalSpecification]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        specification_id,
        body=SignalSpecificationUpdate(
            name=_arguments.unset_if_none(name),
            description=_arguments.unset_if_none(description),
            use_value_proposition=_arguments.unset_if_none(use_value_proposition),
            value_proposition_ids=UNSET
            if value_proposition_ids is None
            else _arguments.as_list("value_proposition_ids", value_proposition_ids),
            specifications=UNSET
            if specifications is None
            else _arguments.as_list("specifications", specifications),
        ),
    )
