# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallWebhookTwilio(Model):
    """IDs of the call at Twilio, the carrier.

    Attributes:
        account_sid: SID of the Twilio account.
        call_session_id: ID of the call session.
    """

    account_sid: str | Unset = UNSET
    call_session_id: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "account_sid": "accountSid",
        "call_session_id": "callSessionId",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("accountSid", UNSET)
            self.account_sid = (
                value if value is UNSET or value.__class__ is str else _READ_ACCOUNT_SID(value)
            )
            value = source.get("callSessionId", UNSET)
            self.call_session_id = (
                value if value is UNSET or value.__class__ is str else _READ_CALL_SESSION_ID(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ACCOUNT_SID = _readers.field("CallWebhookTwilio", "accountSid", _readers.text)
_READ_CALL_SESSION_ID = _readers.field("CallWebhookTwilio", "callSessionId", _readers.text)
