# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.files import File
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersVoiceClone(Model):
    """Voice to clone from audio samples.

    Attributes:
        name: Name of the voice.
        files: Audio files with the voice.
        description: Description of the voice.
        provider_type: Provider of a voice.
        supported_locales: Locales that the voice speaks.
        sub_accounts: If true, the sub-organizations get the voice too. The default is false.
        stability: Stability of the voice. The default is 0.5. An earlier page prints the range
            0 to 1.
        similarity_boost: Similarity to the samples. The default is 0.5. An earlier page prints
            the range 0 to 1.
        speed: Speed of the voice.
        supports_all_languages: True if the voice speaks every language.
    """

    name: str
    files: list[File]
    description: str | Unset = UNSET
    provider_type: CallersVoiceProvider | Unset = UNSET
    supported_locales: list[CallersVoiceLocale] | Unset = UNSET
    sub_accounts: bool | Unset = UNSET
    stability: float | Unset = UNSET
    similarity_boost: float | Unset = UNSET
    speed: float | Unset = UNSET
    supports_all_languages: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "files": "files",
        "description": "description",
        "provider_type": "providerType",
        "supported_locales": "supportedLocales",
        "sub_accounts": "subAccounts",
        "stability": "stability",
        "similarity_boost": "similarityBoost",
        "speed": "speed",
        "supports_all_languages": "supportsAllLanguages",
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
            value = source["files"]
            self.files = _READ_FILES(value)
            value = source.get("description", UNSET)
            self.description = (
                value if value is UNSET or value.__class__ is str else _READ_DESCRIPTION(value)
            )
            value = source.get("providerType", UNSET)
            self.provider_type = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_PROVIDER_TYPE.get(value))
                or _READ_PROVIDER_TYPE(value)
            )
            value = source.get("supportedLocales", UNSET)
            self.supported_locales = value if value is UNSET else _READ_SUPPORTED_LOCALES(value)
            value = source.get("subAccounts", UNSET)
            self.sub_accounts = (
                value if value is UNSET or value.__class__ is bool else _READ_SUB_ACCOUNTS(value)
            )
            value = source.get("stability", UNSET)
            self.stability = (
                value if value is UNSET or value.__class__ is float else _READ_STABILITY(value)
            )
            value = source.get("similarityBoost", UNSET)
            self.similarity_boost = (
                value
                if value is UNSET or value.__class__ is float
                else _READ_SIMILARITY_BOOST(value)
            )
            value = source.get("speed", UNSET)
            self.speed = value if value is UNSET or value.__class__ is float else _READ_SPEED(value)
            value = source.get("supportsAllLanguages", UNSET)
            self.supports_all_languages = (
                value
                if value is UNSET or value.__class__ is bool
                else _READ_SUPPORTS_ALL_LANGUAGES(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_voice_locale import CallersVoiceLocale
from .callers_voice_provider import CallersVoiceProvider

_KNOWN_PROVIDER_TYPE = _readers.enum_members(CallersVoiceProvider)
_READ_NAME = _readers.field("CallersVoiceClone", "name", _readers.text)
_READ_FILES = _readers.field(
    "CallersVoiceClone", "files", _readers.list_of("CallersVoiceClone.files[]", _readers.any_value)
)
_READ_DESCRIPTION = _readers.field("CallersVoiceClone", "description", _readers.text)
_READ_PROVIDER_TYPE = _readers.field(
    "CallersVoiceClone", "providerType", _readers.enum_member(CallersVoiceProvider)
)
_READ_SUPPORTED_LOCALES = _readers.field(
    "CallersVoiceClone",
    "supportedLocales",
    _readers.list_of(
        "CallersVoiceClone.supportedLocales[]", _readers.enum_member(CallersVoiceLocale)
    ),
)
_READ_SUB_ACCOUNTS = _readers.field("CallersVoiceClone", "subAccounts", _readers.boolean)
_READ_STABILITY = _readers.field("CallersVoiceClone", "stability", _readers.number)
_READ_SIMILARITY_BOOST = _readers.field("CallersVoiceClone", "similarityBoost", _readers.number)
_READ_SPEED = _readers.field("CallersVoiceClone", "speed", _readers.number)
_READ_SUPPORTS_ALL_LANGUAGES = _readers.field(
    "CallersVoiceClone", "supportsAllLanguages", _readers.boolean
)

CallersVoiceClone._encoders = {
    "name": _encoders.text,
    "files": _encoders.list_of(_encoders.file),
    "description": _encoders.optional(_encoders.text),
    "provider_type": _encoders.optional(_encoders.enum_member(CallersVoiceProvider)),
    "supported_locales": _encoders.optional(
        _encoders.list_of(_encoders.enum_member(CallersVoiceLocale))
    ),
    "sub_accounts": _encoders.optional(_encoders.boolean),
    "stability": _encoders.optional(_encoders.number),
    "similarity_boost": _encoders.optional(_encoders.number),
    "speed": _encoders.optional(_encoders.number),
    "supports_all_languages": _encoders.optional(_encoders.boolean),
}
