# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersPhoneNumbers(Model):
    """Phone numbers to add.

    Attributes:
        phone_numbers: Phone numbers with the country code, with or without a leading +.
    """

    phone_numbers: list[str]

    _json_names: ClassVar[Mapping[str, str]] = {
        "phone_numbers": "phoneNumbers",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["phoneNumbers"]
            self.phone_numbers = _READ_PHONE_NUMBERS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_PHONE_NUMBERS = _readers.field(
    "CallersPhoneNumbers",
    "phoneNumbers",
    _readers.list_of("CallersPhoneNumbers.phoneNumbers[]", _readers.text),
)

CallersPhoneNumbers._encoders = {
    "phone_numbers": _encoders.list_of(_encoders.text),
}
