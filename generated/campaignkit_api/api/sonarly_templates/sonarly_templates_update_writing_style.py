# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.writing_style import WritingStyle
from ...models.writing_style_content_type import WritingStyleContentType
from ...models.writing_style_sample_input import WritingStyleSampleInput
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
            lambda _body: _body.data,
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
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/writing-styles/{writing_style_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        writing_style_id=_arguments.path_segment(
            "writing_style_id", writing_style_id, _encoders.identifier
        ),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(WritingStyleUpdate))

    def _verification() -> Verification[WritingStyle, WritingStyle]:
        from .sonarly_templates_get_writing_style import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                writing_style_id=writing_style_id,
            ),
            applied=lambda _found, _since: (
                _arguments.matches(_found.name, body.name)
                and _arguments.matches(_found.description, body.description)
                and _arguments.matches(_found.content_type, body.content_type)
                and _arguments.matches(_found.samples, body.samples)
                and _arguments.matches(_found.include_rules, body.include_rules)
                and _arguments.matches(_found.exclude_rules, body.exclude_rules)
                and _arguments.matches(_found.use_strict_template, body.use_strict_template)
                and body.value_proposition_id is UNSET
            ),
            unapplied=lambda _found, _since: (
                not (
                    _arguments.matches(_found.name, body.name)
                    and _arguments.matches(_found.description, body.description)
                    and _arguments.matches(_found.content_type, body.content_type)
                    and _arguments.matches(_found.samples, body.samples)
                    and _arguments.matches(_found.include_rules, body.include_rules)
                    and _arguments.matches(_found.exclude_rules, body.exclude_rules)
                    and _arguments.matches(_found.use_strict_template, body.use_strict_template)
                )
            ),
            result=lambda _found, _since: _found,
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    account_group_id: str,
    writing_style_id: str,
    *,
    name: str | None = None,
    description: str | None = None,
    content_type: WritingStyleContentType | str | None = None,
    samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]] | None = None,
    value_proposition_id: str | None = None,
    include_rules: Iterable[str] | None = None,
    exclude_rules: Iterable[str] | None = None,
    use_strict_template: bool | None = None,
) -> Call[WritingStyle]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        writing_style_id,
        body=WritingStyleUpdate(
            name=_arguments.unset_if_none(name),
            description=_arguments.unset_if_none(description),
            content_type=UNSET
            if content_type is None
            else _arguments.enum_member(WritingStyleContentType, "content_type", content_type),
            samples=UNSET
            if samples is None
            else _arguments.list_with(
                "samples",
                samples,
                lambda name, item: _arguments.as_model(WritingStyleSampleInput, name, item),
            ),
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
