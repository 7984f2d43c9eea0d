# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_voice import CallersVoice
from ...models.callers_voice_create import CallersVoiceCreate
from ...models.callers_voice_create_settings import CallersVoiceCreateSettings
from ...models.callers_voice_locale import CallersVoiceLocale
from ...models.callers_voice_provider import CallersVoiceProvider

OPERATION: Operation[list[CallersVoice]] = Operation(
    id="callers_voices_create",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            list[CallersVoice],
            _readers.list_of("callers_voices_create[]", CallersVoice.from_dict),
            lambda _body: _body,
            items=(),
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    *,
    body: CallersVoiceCreate,
    sub_organization_id: str | Unset = UNSET,
) -> Call[list[CallersVoice]]:
    """Return a call of `callers.voices.create`."""
    _options: dict[str, Any] = {}
    _path = "/voices"
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersVoiceCreate))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    *,
    name: str,
    voice_id: str,
    voice_provider_type: CallersVoiceProvider | str,
    is_multilingual: bool | None = None,
    supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
    settings: Mapping[str, Any] | None = None,
    sub_accounts: bool | None = None,
    sub_organization_id: str | None = None,
) -> Call[list[CallersVoice]]:
    """Return the call for the arguments of the method."""
    return call(
        body=CallersVoiceCreate(
            name=name,
            voice_id=voice_id,
            voice_provider_type=_arguments.enum_member(
                CallersVoiceProvider, "voice_provider_type", voice_provider_type
            ),
            is_multilingual=_arguments.unset_if_none(is_multilingual),
            supported_locales=UNSET
            if supported_locales is None
            else _arguments.list_with(
                "supported_locales",
                supported_locales,
                lambda name, item: _arguments.enum_member(CallersVoiceLocale, name, item),
            ),
            settings=UNSET
            if settings is None
            else CallersVoiceCreateSettings(_arguments.as_dict("settings", settings)),
            sub_accounts=_arguments.unset_if_none(sub_accounts),
        ),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
