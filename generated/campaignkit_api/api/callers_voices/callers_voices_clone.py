# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.files import Upload
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_voice import CallersVoice
from ...models.callers_voice_clone import CallersVoiceClone
from ...models.callers_voice_locale import CallersVoiceLocale
from ...models.callers_voice_provider import CallersVoiceProvider

OPERATION: Operation[list[CallersVoice]] = Operation(
    id="callers_voices_clone",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            list[CallersVoice],
            _readers.list_of("callers_voices_clone[]", CallersVoice.from_dict),
            lambda _body: _body,
            items=(),
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    *,
    body: CallersVoiceClone,
    sub_organization_id: str | Unset = UNSET,
) -> Call[list[CallersVoice]]:
    """Return a call of `callers.voices.clone`."""
    _options: dict[str, Any] = {}
    _path = "/voices/voice-clone"
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["files"] = _bodies.multipart_body("", body, _encoders.model(CallersVoiceClone))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    *,
    name: str,
    files: Iterable[Upload],
    description: str | None = None,
    provider_type: CallersVoiceProvider | str | None = None,
    supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
    sub_accounts: bool | None = None,
    stability: float | None = None,
    similarity_boost: float | None = None,
    speed: float | None = None,
    supports_all_languages: bool | None = None,
    sub_organization_id: str | None = None,
) -> Call[list[CallersVoice]]:
    """Return the call for the arguments of the method."""
    return call(
        body=CallersVoiceClone(
            name=name,
            files=_arguments.list_with(
                "files", files, lambda name, item: _arguments.file(name, item)
            ),
            description=_arguments.unset_if_none(description),
            provider_type=UNSET
            if provider_type is None
            else _arguments.enum_member(CallersVoiceProvider, "provider_type", provider_type),
            supported_locales=UNSET
            if supported_locales is None
            else _arguments.list_with(
                "supported_locales",
                supported_locales,
                lambda name, item: _arguments.enum_member(CallersVoiceLocale, name, item),
            ),
            sub_accounts=_arguments.unset_if_none(sub_accounts),
            stability=_arguments.unset_if_none(stability),
            similarity_boost=_arguments.unset_if_none(similarity_boost),
            speed=_arguments.unset_if_none(speed),
            supports_all_languages=_arguments.unset_if_none(supports_all_languages),
        ),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
