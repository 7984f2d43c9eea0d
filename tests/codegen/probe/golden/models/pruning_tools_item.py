# Generated from openapi.yaml by `make generate`; do not edit.
from enum import StrEnum
from typing import Self


class PruningToolsItem(StrEnum):
    """Known values. A value that the vendor adds later is a member with `is_known` False."""

    SAW = "saw"
    SHEARS = "shears"

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
