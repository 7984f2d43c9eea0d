# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersVoice(Model):
    """Voice for agents.

    Attributes:
        id: ID of the voice.
        voice_id: ID of the voice at the provider.
        name: Name of the voice.
        is_multilingual: True if the voice speaks several languages.
        supported_locales: Locales that the voice speaks.
        tts_client: Text-to-speech client of the voice.
        organization_id: ID of the organization that owns the voice.
        settings: Settings of the provider for the voice, under the provider's names.
    """

    id: str
    voice_id: str
    name: str
    is_multilingual: bool
    supported_locales: list[str]
    tts_client: str
    organization_id: str | Unset = UNSET
    settings: CallersVoiceSettings | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "voice_id": "voiceId",
        "name": "name",
        "is_multilingual": "isMultilingual",
        "supported_locales": "supportedLocales",
        "tts_client": "ttsClient",
        "organization_id": "organizationId",
        "settings": "settings",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["voiceId"]
            self.voice_id = value if value.__class__ is str else _READ_VOICE_ID(value)
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["isMultilingual"]
            self.is_multilingual = (
                value if value.__class__ is bool else _READ_IS_MULTILINGUAL(value)
            )
            value = source["supportedLocales"]
            self.supported_locales = _READ_SUPPORTED_LOCALES(value)
            value = source["ttsClient"]
            self.tts_client = value if value.__class__ is str else _READ_TTS_CLIENT(value)
            value = source.get("organizationId", UNSET)
            self.organization_id = (
                value if value is UNSET or value.__class__ is str else _READ_ORGANIZATION_ID(value)
            )
            value = source.get("settings", UNSET)
            self.settings = value if value is UNSET else _READ_SETTINGS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_voice_settings import CallersVoiceSettings

_READ_ID = _readers.field("CallersVoice", "id", _readers.text)
_READ_VOICE_ID = _readers.field("CallersVoice", "voiceId", _readers.text)
_READ_NAME = _readers.field("CallersVoice", "name", _readers.text)
_READ_IS_MULTILINGUAL = _readers.field("CallersVoice", "isMultilingual", _readers.boolean)
_READ_SUPPORTED_LOCALES = _readers.field(
    "CallersVoice",
    "supportedLocales",
    _readers.list_of("CallersVoice.supportedLocales[]", _readers.text),
)
_READ_TTS_CLIENT = _readers.field("CallersVoice", "ttsClient", _readers.text)
_READ_ORGANIZATION_ID = _readers.field("CallersVoice", "organizationId", _readers.text)
_READ_SETTINGS = _readers.field("CallersVoice", "settings", CallersVoiceSettings.from_dict)
