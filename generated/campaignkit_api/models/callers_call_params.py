# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CallersCallParams")


@_attrs_define
class CallersCallParams:
    """How a campaign calls.

    Attributes:
        phones_from (list[str]): The numbers that calls are made from.
        timezone (str):
        days_of_week (list[str]): The days on which calls are made.
        language (str): The language of the calls.
        approved_countries (list[str]): The countries that may be called.
    """

    phones_from: list[str]
    timezone: str
    days_of_week: list[str]
    language: str
    approved_countries: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        phones_from = self.phones_from

        timezone = self.timezone

        days_of_week = self.days_of_week

        language = self.language

        approved_countries = self.approved_countries

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "phonesFrom": phones_from,
                "timezone": timezone,
                "daysOfWeek": days_of_week,
                "language": language,
                "approvedCountries": approved_countries,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        phones_from = cast(list[str], d.pop("phonesFrom"))

        timezone = d.pop("timezone")

        days_of_week = cast(list[str], d.pop("daysOfWeek"))

        language = d.pop("language")

        approved_countries = cast(list[str], d.pop("approvedCountries"))

        callers_call_params = cls(
            phones_from=phones_from,
            timezone=timezone,
            days_of_week=days_of_week,
            language=language,
            approved_countries=approved_countries,
        )

        callers_call_params.additional_properties = d
        return callers_call_params

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
