# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersVoiceUpdate(Model):
    """Changes to a voice.

    Attributes:
        name: Name of the voice.
        is_multilingual: True if the voice speaks several languages.
        supported_locales: Locales that the voice speaks.
        settings: Settings of the provider for the voice, under the provider's names.
    """

    name: str | Unset = UNSET
    is_multilingual: bool | Unset = UNSET
    supported_locales: list[CallersVoiceLocale] | Unset = UNSET
    settings: CallersVoiceUpdateSettings | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "is_multilingual": "isMultilingual",
        "supported_locales": "supportedLocales",
        "settings": "settings",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("name", UNSET)
            self.name = value if value is UNSET or value.__class__ is str else _READ_NAME(value)
            value = source.get("isMultilingual", UNSET)
            self.is_multilingual = (
                value if value is UNSET or value.__class__ is bool else _READ_IS_MULTILINGUAL(value)
            )
            value = source.get("supportedLocales", UNSET)
            self.supported_locales = value if value is UNSET else _READ_SUPPORTED_LOCALES(value)
            value = source.get("settings", UNSET)
            self.settings = value if value is UNSET else _READ_SETTINGS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_voice_locale import CallersVoiceLocale
from .callers_voice_update_settings import CallersVoiceUpdateSettings

_READ_NAME = _readers.field("CallersVoiceUpdate", "name", _readers.text)
_READ_IS_MULTILINGUAL = _readers.field("CallersVoiceUpdate", "isMultilingual", _readers.boolean)
_READ_SUPPORTED_LOCALES = _readers.field(
    "CallersVoiceUpdate",
    "supportedLocales",
    _readers.list_of(
        "CallersVoiceUpdate.supportedLocales[]", _readers.enum_member(CallersVoiceLocale)
    ),
)
_READ_SETTINGS = _readers.field(
    "CallersVoiceUpdate", "settings", CallersVoiceUpdateSettings.from_dict
)

CallersVoiceUpdate._encoders = {
    "name": _encoders.optional(_encoders.text),
    "is_multilingual": _encoders.optional(_encoders.boolean),
    "supported_locales": _encoders.optional(
        _encoders.list_of(_encoders.enum_member(CallersVoiceLocale))
    ),
    "settings": _encoders.optional(_encoders.model(CallersVoiceUpdateSettings)),
}
