# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class WritingStyleUpdate(Model):
    """Changes to a writing style.

    Attributes:
        name: New name.
        description: New description.
        content_type: Kind of message of a writing style.
        samples: Sample messages.
        value_proposition_id: ID of the value proposition for the messages. No response shows
            it.
        include_rules: Rules that messages must follow.
        exclude_rules: What messages must not contain.
        use_strict_template: True if samples are filled in as templates. Otherwise AI writes the
            messages freely.
    """

    name: str | Unset = UNSET
    description: str | Unset = UNSET
    content_type: WritingStyleContentType | Unset = UNSET
    samples: list[WritingStyleSampleInput] | Unset = UNSET
    value_proposition_id: str | Unset = UNSET
    include_rules: list[str] | Unset = UNSET
    exclude_rules: list[str] | Unset = UNSET
    use_strict_template: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "content_type": "contentType",
        "samples": "samples",
        "value_proposition_id": "valuePropositionId",
        "include_rules": "includeRules",
        "exclude_rules": "excludeRules",
        "use_strict_template": "useStrictTemplate",
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
            value = source.get("description", UNSET)
            self.description = (
                value if value is UNSET or value.__class__ is str else _READ_DESCRIPTION(value)
            )
            value = source.get("contentType", UNSET)
            self.content_type = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_CONTENT_TYPE.get(value))
                or _READ_CONTENT_TYPE(value)
            )
            value = source.get("samples", UNSET)
            self.samples = value if value is UNSET else _READ_SAMPLES(value)
            value = source.get("valuePropositionId", UNSET)
            self.value_proposition_id = (
                value
                if value is UNSET or value.__class__ is str
                else _READ_VALUE_PROPOSITION_ID(value)
            )
            value = source.get("includeRules", UNSET)
            self.include_rules = value if value is UNSET else _READ_INCLUDE_RULES(value)
            value = source.get("excludeRules", UNSET)
            self.exclude_rules = value if value is UNSET else _READ_EXCLUDE_RULES(value)
            value = source.get("useStrictTemplate", UNSET)
            self.use_strict_template = (
                value
                if value is UNSET or value.__class__ is bool
                else _READ_USE_STRICT_TEMPLATE(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .writing_style_content_type import WritingStyleContentType
from .writing_style_sample_input import WritingStyleSampleInput

_KNOWN_CONTENT_TYPE = _readers.enum_members(WritingStyleContentType)
_READ_NAME = _readers.field("WritingStyleUpdate", "name", _readers.text)
_READ_DESCRIPTION = _readers.field("WritingStyleUpdate", "description", _readers.text)
_READ_CONTENT_TYPE = _readers.field(
    "WritingStyleUpdate", "contentType", _readers.enum_member(WritingStyleContentType)
)
_READ_SAMPLES = _readers.field(
    "WritingStyleUpdate",
    "samples",
    _readers.list_of("WritingStyleUpdate.samples[]", WritingStyleSampleInput.from_dict),
)
_READ_VALUE_PROPOSITION_ID = _readers.field(
    "WritingStyleUpdate", "valuePropositionId", _readers.text
)
_READ_INCLUDE_RULES = _readers.field(
    "WritingStyleUpdate",
    "includeRules",
    _readers.list_of("WritingStyleUpdate.includeRules[]", _readers.text),
)
_READ_EXCLUDE_RULES = _readers.field(
    "WritingStyleUpdate",
    "excludeRules",
    _readers.list_of("WritingStyleUpdate.excludeRules[]", _readers.text),
)
_READ_USE_STRICT_TEMPLATE = _readers.field(
    "WritingStyleUpdate", "useStrictTemplate", _readers.boolean
)

WritingStyleUpdate._encoders = {
    "name": _encoders.optional(_encoders.text),
    "description": _encoders.optional(_encoders.text),
    "content_type": _encoders.optional(_encoders.enum_member(WritingStyleContentType)),
    "samples": _encoders.optional(_encoders.list_of(_encoders.model(WritingStyleSampleInput))),
    "value_proposition_id": _encoders.optional(_encoders.identifier),
    "include_rules": _encoders.optional(_encoders.list_of(_encoders.text)),
    "exclude_rules": _encoders.optional(_encoders.list_of(_encoders.text)),
    "use_strict_template": _encoders.optional(_encoders.boolean),
}
