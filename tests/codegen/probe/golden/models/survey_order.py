# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class SurveyOrder(Model):
    """What to survey.

    Attributes:
        season: When.
        call: Whom to call.
        after: Only after this season.
    """

    season: None | Season
    call: str | Unset = UNSET
    after: None | Season | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "season": "season",
        "call": "call",
        "after": "after",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["season"]
            self.season = (
                value
                if value is None
                else (value.__class__ is str and _KNOWN_SEASON.get(value)) or _READ_SEASON(value)
            )
            value = source.get("call", UNSET)
            self.call = value if value is UNSET or value.__class__ is str else _READ_CALL(value)
            value = source.get("after", UNSET)
            self.after = (
                value
                if value is UNSET or value is None
                else (value.__class__ is str and _KNOWN_AFTER.get(value)) or _READ_AFTER(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .season import Season

_KNOWN_SEASON = _readers.enum_members(Season)
_KNOWN_AFTER = _readers.enum_members(Season)
_READ_SEASON = _readers.nullable_field("SurveyOrder", "season", _readers.enum_member(Season))
_READ_CALL = _readers.field("SurveyOrder", "call", _readers.text)
_READ_AFTER = _readers.nullable_field("SurveyOrder", "after", _readers.enum_member(Season))

SurveyOrder._encoders = {
    "season": _encoders.nullable(_encoders.enum_member(Season)),
    "call": _encoders.optional(_encoders.text),
    "after": _encoders.optional(_encoders.nullable(_encoders.enum_member(Season))),
}
