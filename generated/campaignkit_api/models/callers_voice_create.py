# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersVoiceCreate(Model):
    """Voice of a provider to add.

    Attributes:
        name: Name of the voice.
        voice_id: ID of the voice at the provider.
        voice_provider_type: Provider of a voice.
        is_multilingual: True if the voice speaks several languages. The default is false.
        supported_locales: Locales that the voice speaks.
        settings: Settings of the provider for the voice, under the provider's names.
        sub_accounts: If true, the sub-organizations get the voice too. The default is false.
    """

    name: str
    voice_id: str
    voice_provider_type: CallersVoiceProvider
    is_multilingual: bool | Unset = UNSET
    supported_locales: list[CallersVoiceLocale] | Unset = UNSET
    settings: CallersVoiceCreateSettings | Unset = UNSET
    sub_accounts: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "voice_id": "voiceId",
        "voice_provider_type": "voiceProviderType",
        "is_multilingual": "isMultilingual",
        "supported_locales": "supportedLocales",
        "settings": "settings",
        "sub_accounts": "subAccounts",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["voiceId"]
            self.voice_id = value if value.__class__ is str else _READ_VOICE_ID(value)
            value = source["voiceProviderType"]
            self.voice_provider_type = (
                value.__class__ is str and _KNOWN_VOICE_PROVIDER_TYPE.get(value)
            ) or _READ_VOICE_PROVIDER_TYPE(value)
            value = source.get("isMultilingual", UNSET)
            self.is_multilingual = (
                value if value is UNSET or value.__class__ is bool else _READ_IS_MULTILINGUAL(value)
            )
            value = source.get("supportedLocales", UNSET)
            self.supported_locales = value if value is UNSET else _READ_SUPPORTED_LOCALES(value)
            value = source.get("settings", UNSET)
            self.settings = value if value is UNSET else _READ_SETTINGS(value)
            value = source.get("subAccounts", UNSET)
            self.sub_accounts = (
                value if value is UNSET or value.__class__ is bool else _READ_SUB_ACCOUNTS(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_voice_create_settings import CallersVoiceCreateSettings
from .callers_voice_locale import CallersVoiceLocale
from .callers_voice_provider import CallersVoiceProvider

_KNOWN_VOICE_PROVIDER_TYPE = _readers.enum_members(CallersVoiceProvider)
_READ_NAME = _readers.field("CallersVoiceCreate", "name", _readers.text)
_READ_VOICE_ID = _readers.field("CallersVoiceCreate", "voiceId", _readers.text)
_READ_VOICE_PROVIDER_TYPE = _readers.field(
    "CallersVoiceCreate", "voiceProviderType", _readers.enum_member(CallersVoiceProvider)
)
_READ_IS_MULTILINGUAL = _readers.field("CallersVoiceCreate", "isMultilingual", _readers.boolean)
_READ_SUPPORTED_LOCALES = _readers.field(
    "CallersVoiceCreate",
    "supportedLocales",
    _readers.list_of(
        "CallersVoiceCreate.supportedLocales[]", _readers.enum_member(CallersVoiceLocale)
    ),
)
_READ_SETTINGS = _readers.field(
    "CallersVoiceCreate", "settings", CallersVoiceCreateSettings.from_dict
)
_READ_SUB_ACCOUNTS = _readers.field("CallersVoiceCreate", "subAccounts", _readers.boolean)

CallersVoiceCreate._encoders = {
    "name": _encoders.text,
    "voice_id": _encoders.identifier,
    "voice_provider_type": _encoders.enum_member(CallersVoiceProvider),
    "is_multilingual": _encoders.optional(_encoders.boolean),
    "supported_locales": _encoders.optional(
        _encoders.list_of(_encoders.enum_member(CallersVoiceLocale))
    ),
    "settings": _encoders.optional(_encoders.model(CallersVoiceCreateSettings)),
    "sub_accounts": _encoders.optional(_encoders.boolean),
}
