# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_voice import CallersVoice
from ...models.callers_voice_locale import CallersVoiceLocale
from ...models.callers_voice_update import CallersVoiceUpdate
from ...models.callers_voice_update_settings import CallersVoiceUpdateSettings

OPERATION: Operation[CallersVoice] = Operation(
    id="callers_voices_update",
    method="PUT",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersVoice,
            CallersVoice.from_dict,
            lambda _body: _body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    id: str,
    *,
    body: CallersVoiceUpdate,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersVoice]:
    """Return a call of `callers.voices.update`."""
    _options: dict[str, Any] = {}
    _path = "/voices/{id}".format(
        id=_arguments.path_segment("id", id, _encoders.identifier),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersVoiceUpdate))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    id: str,
    *,
    name: str | None = None,
    is_multilingual: bool | None = None,
    supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
    settings: Mapping[str, Any] | None = None,
    sub_organization_id: str | None = None,
) -> Call[CallersVoice]:
    """Return the call for the arguments of the method."""
    return call(
        id,
        body=CallersVoiceUpdate(
            name=_arguments.unset_if_none(name),
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
            else CallersVoiceUpdateSettings(_arguments.as_dict("settings", settings)),
        ),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
