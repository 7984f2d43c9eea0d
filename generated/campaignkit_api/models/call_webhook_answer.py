# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallWebhookAnswer(Model):
    """Answer to a key question.

    Attributes:
        description: Description of the question.
        options: Options of the question.
        order: Position of the question.
        type_: Answer type of a key question.
        value: The answer, in a form that follows the type.
    """

    description: str | Unset = UNSET
    options: list[Any] | Unset = UNSET
    order: float | Unset = UNSET
    type_: CallersQuestionType | Unset = UNSET
    value: Any | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "options": "options",
        "order": "order",
        "type_": "type",
        "value": "value",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("description", UNSET)
            self.description = (
                value if value is UNSET or value.__class__ is str else _READ_DESCRIPTION(value)
            )
            value = source.get("options", UNSET)
            self.options = value if value is UNSET else _READ_OPTIONS(value)
            value = source.get("order", UNSET)
            self.order = value if value is UNSET or value.__class__ is float else _READ_ORDER(value)
            value = source.get("type", UNSET)
            self.type_ = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_TYPE_.get(value)) or _READ_TYPE_(value)
            )
            value = source.get("value", UNSET)
            self.value = value if value is UNSET else _READ_VALUE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_question_type import CallersQuestionType

_KNOWN_TYPE_ = _readers.enum_members(CallersQuestionType)
_READ_DESCRIPTION = _readers.field("CallWebhookAnswer", "description", _readers.text)
_READ_OPTIONS = _readers.field(
    "CallWebhookAnswer",
    "options",
    _readers.list_of("CallWebhookAnswer.options[]", _readers.any_value),
)
_READ_ORDER = _readers.field("CallWebhookAnswer", "order", _readers.number)
_READ_TYPE_ = _readers.field("CallWebhookAnswer", "type", _readers.enum_member(CallersQuestionType))
_READ_VALUE = _readers.field("CallWebhookAnswer", "value", _readers.any_value)
