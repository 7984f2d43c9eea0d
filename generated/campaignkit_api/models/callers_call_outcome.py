# Generated from openapi.yaml by `make generate`; do not edit.
from enum import StrEnum
from typing import Self


class CallersCallOutcome(StrEnum):
    """Known values. A value that the vendor adds later is a member with `is_known` False."""

    ADMIN_MANUAL_HANGUP = "ADMIN_MANUAL_HANGUP"
    BUSY = "BUSY"
    CALL_FINISHED = "CALL_FINISHED"
    CALL_FORWARDED = "CALL_FORWARDED"
    CALL_ME_LATER = "CALL_ME_LATER"
    CONVERSATION_LLM_TECHNICAL_ISSUES = "CONVERSATION_LLM_TECHNICAL_ISSUES"
    DO_NOT_CALL = "DO_NOT_CALL"
    FAILED = "FAILED"
    INTERESTED = "INTERESTED"
    IN_PROGRESS = "IN_PROGRESS"
    NEW = "NEW"
    NOT_INTERESTED = "NOT_INTERESTED"
    NO_ANSWER = "NO_ANSWER"
    OTHER_TECHNICAL_ISSUES = "OTHER_TECHNICAL_ISSUES"
    PENDING = "PENDING"
    SILENCE_DETECTED = "SILENCE_DETECTED"
    SOCKET_DISCONNECTED = "SOCKET_DISCONNECTED"
    UNKNOWN = "UNKNOWN"
    USER_MANUAL_HANGUP = "USER_MANUAL_HANGUP"
    USER_REQUESTED_HANGUP = "USER_REQUESTED_HANGUP"
    VOICE_MAIL = "VOICE_MAIL"
    VOICE_MAIL_DETECTED = "VOICE_MAIL_DETECTED"
    WRONG_NUMBER = "WRONG_NUMBER"

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
