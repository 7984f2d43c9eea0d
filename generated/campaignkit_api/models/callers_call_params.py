# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersCallParams(Model):
    """Call settings of a campaign.

    Attributes:
        phones_from: Phone numbers to call from.
        timezone: Time zone of the campaign.
        days_of_week: Days of the week for calls.
        language: Language of the calls.
        approved_countries: Countries that may be called.
    """

    phones_from: list[str]
    timezone: str
    days_of_week: list[str]
    language: str
    approved_countries: list[str]

    _json_names: ClassVar[Mapping[str, str]] = {
        "phones_from": "phonesFrom",
        "timezone": "timezone",
        "days_of_week": "daysOfWeek",
        "language": "language",
        "approved_countries": "approvedCountries",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["phonesFrom"]
            self.phones_from = _READ_PHONES_FROM(value)
            value = source["timezone"]
            self.timezone = value if value.__class__ is str else _READ_TIMEZONE(value)
            value = source["daysOfWeek"]
            self.days_of_week = _READ_DAYS_OF_WEEK(value)
            value = source["language"]
            self.language = value if value.__class__ is str else _READ_LANGUAGE(value)
            value = source["approvedCountries"]
            self.approved_countries = _READ_APPROVED_COUNTRIES(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_PHONES_FROM = _readers.field(
    "CallersCallParams",
    "phonesFrom",
    _readers.list_of("CallersCallParams.phonesFrom[]", _readers.text),
)
_READ_TIMEZONE = _readers.field("CallersCallParams", "timezone", _readers.text)
_READ_DAYS_OF_WEEK = _readers.field(
    "CallersCallParams",
    "daysOfWeek",
    _readers.list_of("CallersCallParams.daysOfWeek[]", _readers.text),
)
_READ_LANGUAGE = _readers.field("CallersCallParams", "language", _readers.text)
_READ_APPROVED_COUNTRIES = _readers.field(
    "CallersCallParams",
    "approvedCountries",
    _readers.list_of("CallersCallParams.approvedCountries[]", _readers.text),
)
