# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallWebhookContactStatus(Model):
    """Intent of the contact.

    Attributes:
        call_me_later: True if the contact asks for a later call.
        do_not_call: True if the contact must not be called again.
        wrong_number: True if the number is wrong.
    """

    call_me_later: bool | Unset = UNSET
    do_not_call: bool | Unset = UNSET
    wrong_number: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "call_me_later": "callMeLater",
        "do_not_call": "doNotCall",
        "wrong_number": "wrongNumber",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("callMeLater", UNSET)
            self.call_me_later = (
                value if value is UNSET or value.__class__ is bool else _READ_CALL_ME_LATER(value)
            )
            value = source.get("doNotCall", UNSET)
            self.do_not_call = (
                value if value is UNSET or value.__class__ is bool else _READ_DO_NOT_CALL(value)
            )
            value = source.get("wrongNumber", UNSET)
            self.wrong_number = (
                value if value is UNSET or value.__class__ is bool else _READ_WRONG_NUMBER(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_CALL_ME_LATER = _readers.field("CallWebhookContactStatus", "callMeLater", _readers.boolean)
_READ_DO_NOT_CALL = _readers.field("CallWebhookContactStatus", "doNotCall", _readers.boolean)
_READ_WRONG_NUMBER = _readers.field("CallWebhookContactStatus", "wrongNumber", _readers.boolean)
