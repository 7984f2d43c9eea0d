# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersWebhook(Model):
    """URL that receives events.

    Attributes:
        url: URL of the webhook.
        events: Events that are sent to the URL.
    """

    url: str | Unset = UNSET
    events: list[CallersWebhookEvent] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "url": "url",
        "events": "events",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("url", UNSET)
            self.url = value if value is UNSET or value.__class__ is str else _READ_URL(value)
            value = source.get("events", UNSET)
            self.events = value if value is UNSET else _READ_EVENTS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_webhook_event import CallersWebhookEvent

_READ_URL = _readers.field("CallersWebhook", "url", _readers.text)
_READ_EVENTS = _readers.field(
    "CallersWebhook",
    "events",
    _readers.list_of("CallersWebhook.events[]", _readers.enum_member(CallersWebhookEvent)),
)

CallersWebhook._encoders = {
    "url": _encoders.optional(_encoders.text),
    "events": _encoders.optional(_encoders.list_of(_encoders.enum_member(CallersWebhookEvent))),
}
