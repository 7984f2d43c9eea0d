# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class WritingStyle(Model):
    """Style of messages of one kind.

    Attributes:
        id: ID of the writing style.
        name: Name of the writing style.
        description: Description of the style; `None` if it has none.
        content_type: Kind of message; `None` if the style is not for a particular kind.
        samples: Sample messages.
        include_rules: Rules that messages must follow.
        exclude_rules: What messages must not contain.
        use_strict_template: True if samples are filled in as templates. Otherwise AI writes the
            messages freely.
        created_at: Creation time.
    """

    id: str
    name: str
    description: None | str
    content_type: None | WritingStyleContentType
    samples: list[WritingStyleSample]
    include_rules: list[str]
    exclude_rules: list[str]
    use_strict_template: bool
    created_at: datetime.datetime

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "content_type": "contentType",
        "samples": "samples",
        "include_rules": "includeRules",
        "exclude_rules": "excludeRules",
        "use_strict_template": "useStrictTemplate",
        "created_at": "createdAt",
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
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["description"]
            self.description = (
                value if value is None or value.__class__ is str else _READ_DESCRIPTION(value)
            )
            value = source["contentType"]
            self.content_type = (
                value
                if value is None
                else (value.__class__ is str and _KNOWN_CONTENT_TYPE.get(value))
                or _READ_CONTENT_TYPE(value)
            )
            value = source["samples"]
            self.samples = _READ_SAMPLES(value)
            value = source["includeRules"]
            self.include_rules = _READ_INCLUDE_RULES(value)
            value = source["excludeRules"]
            self.exclude_rules = _READ_EXCLUDE_RULES(value)
            value = source["useStrictTemplate"]
            self.use_strict_template = (
                value if value.__class__ is bool else _READ_USE_STRICT_TEMPLATE(value)
            )
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .writing_style_content_type import WritingStyleContentType
from .writing_style_sample import WritingStyleSample

_KNOWN_CONTENT_TYPE = _readers.enum_members(WritingStyleContentType)
_READ_ID = _readers.field("WritingStyle", "id", _readers.text)
_READ_NAME = _readers.field("WritingStyle", "name", _readers.text)
_READ_DESCRIPTION = _readers.nullable_field("WritingStyle", "description", _readers.text)
_READ_CONTENT_TYPE = _readers.nullable_field(
    "WritingStyle", "contentType", _readers.enum_member(WritingStyleContentType)
)
_READ_SAMPLES = _readers.field(
    "WritingStyle",
    "samples",
    _readers.list_of("WritingStyle.samples[]", WritingStyleSample.from_dict),
)
_READ_INCLUDE_RULES = _readers.field(
    "WritingStyle", "includeRules", _readers.list_of("WritingStyle.includeRules[]", _readers.text)
)
_READ_EXCLUDE_RULES = _readers.field(
    "WritingStyle", "excludeRules", _readers.list_of("WritingStyle.excludeRules[]", _readers.text)
)
_READ_USE_STRICT_TEMPLATE = _readers.field("WritingStyle", "useStrictTemplate", _readers.boolean)
_READ_CREATED_AT = _readers.datetime_field("WritingStyle", "createdAt")
