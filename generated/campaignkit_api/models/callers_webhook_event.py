# Generated from openapi.yaml by `make generate`; do not edit.
from enum import StrEnum
from typing import Self


class CallersWebhookEvent(StrEnum):
    """Known values. A value that the vendor adds later is a member with `is_known` False."""

    CONNECTED = "CONNECTED"
    COULD_NOT_CONNECT_BUSY = "COULD_NOT_CONNECT:BUSY"
    COULD_NOT_CONNECT_NO_ANSWER = "COULD_NOT_CONNECT:NO_ANSWER"
    DIALING = "DIALING"
    FAILED = "FAILED"
    FORWARDED = "FORWARDED"
    FORWARDED_CALL_FINISHED = "FORWARDED_CALL_FINISHED"
    HANG_UP = "HANG_UP"
    POST_PROCESSING_FINISHED_CALL_ME_LATER = "POST_PROCESSING_FINISHED:CALL_ME_LATER"
    POST_PROCESSING_FINISHED_DO_NOT_CALL = "POST_PROCESSING_FINISHED:DO_NOT_CALL"
    POST_PROCESSING_FINISHED_INTERESTED = "POST_PROCESSING_FINISHED:INTERESTED"
    POST_PROCESSING_FINISHED_NOT_INTERESTED = "POST_PROCESSING_FINISHED:NOT_INTERESTED"
    POST_PROCESSING_FINISHED_VOICE_MAIL = "POST_PROCESSING_FINISHED:VOICE_MAIL"
    POST_PROCESSING_FINISHED_WRONG_NUMBER = "POST_PROCESSING_FINISHED:WRONG_NUMBER"

    @property
    def is_known(self) -> bool:
        """True if the spec names this value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member
