# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import similarity as _similarity
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.writing_style import WritingStyle
from ...models.writing_style_content_type import WritingStyleContentType
from ...models.writing_style_create import WritingStyleCreate
from ...models.writing_style_list import WritingStyleList
from ...models.writing_style_sample_input import WritingStyleSampleInput
from ...models.writing_style_success_response import WritingStyleSuccessResponse

OPERATION: Operation[WritingStyle] = Operation(
    id="sonarly_templates_create_writing_style",
    method="POST",
    idempotency="verify",
    decoders={
        201: Decoder(
            WritingStyleSuccessResponse,
            WritingStyleSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    *,
    body: WritingStyleCreate,
) -> Call[WritingStyle]:
    """Return a call of `sonarly.templates.create_writing_style`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/writing-styles".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(WritingStyleCreate))

    def _verification() -> Verification[WritingStyleList, WritingStyle]:
        from .sonarly_templates_list_writing_styles import call as _read

        def _matching(_found: WritingStyleList, _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found.items
                if (_item.created_at is not None and _item.created_at >= _since)
                and _arguments.matches(_item.name, body.name)
            ]

        return Verification(
            _read(
                account_group_id=account_group_id,
            ),
            applied=lambda _found, _since: (
                len(_matching(_found, _since)) == 1 and not _found.has_more
            ),
            unapplied=lambda _found, _since: (
                not [
                    _item
                    for _item in _found.items
                    if (_item.created_at is None or _item.created_at >= _since)
                ]
                and not _found.has_more
            ),
            result=lambda _found, _since: _matching(_found, _since)[0],
            candidates=lambda _found, _since: [
                (_item.id, _item.name)
                for _item in sorted(
                    _found.items, key=lambda _item: not _similarity.resembles(_item.name, body.name)
                )
                if (_item.created_at is None or _item.created_at >= _since)
            ],
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    *,
    name: str,
    samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]],
    description: str | None = None,
    content_type: WritingStyleContentType | str | None = None,
    value_proposition_id: str | None = None,
    include_rules: Iterable[str] | None = None,
    exclude_rules: Iterable[str] | None = None,
    use_strict_template: bool | None = None,
) -> Call[WritingStyle]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        body=WritingStyleCreate(
            name=name,
            samples=_arguments.list_with(
                "samples",
                samples,
                lambda name, item: _arguments.as_model(WritingStyleSampleInput, name, item),
            ),
            description=_arguments.unset_if_none(description),
            content_type=UNSET
            if content_type is None
            else _arguments.enum_member(WritingStyleContentType, "content_type", content_type),
            value_proposition_id=_arguments.unset_if_none(value_proposition_id),
            include_rules=UNSET
            if include_rules is None
            else _arguments.as_list("include_rules", include_rules),
            exclude_rules=UNSET
            if exclude_rules is None
            else _arguments.as_list("exclude_rules", exclude_rules),
            use_strict_template=_arguments.unset_if_none(use_strict_template),
        ),
    )
