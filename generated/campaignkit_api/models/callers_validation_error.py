# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.callers_validation_error_data_item import CallersValidationErrorDataItem


T = TypeVar("T", bound="CallersValidationError")


@_attrs_define
class CallersValidationError:
    """What Callers.ai answers when a request is not valid.

    Attributes:
        status (Literal['error'] | Unset): Always `error`.
        message (str | Unset): A sentence for people.
        data (list[CallersValidationErrorDataItem] | Unset): What is wrong, as free-form objects.
    """

    status: Literal["error"] | Unset = UNSET
    message: str | Unset = UNSET
    data: list[CallersValidationErrorDataItem] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status

        message = self.message

        data: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.data, Unset):
            data = []
            for data_item_data in self.data:
                data_item = data_item_data.to_dict()
                data.append(data_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if status is not UNSET:
            field_dict["status"] = status
        if message is not UNSET:
            field_dict["message"] = message
        if data is not UNSET:
            field_dict["data"] = data

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.callers_validation_error_data_item import (
            CallersValidationErrorDataItem,  # noqa: PLC0415
        )

        d = dict(src_dict)
        status = cast(Literal["error"] | Unset, d.pop("status", UNSET))
        if status != "error" and not isinstance(status, Unset):
            raise ValueError(f"status must match const 'error', got '{status}'")

        message = d.pop("message", UNSET)

        _data = d.pop("data", UNSET)
        data: list[CallersValidationErrorDataItem] | Unset = UNSET
        if _data is not UNSET:
            data = []
            for data_item_data in _data:
                data_item = CallersValidationErrorDataItem.from_dict(data_item_data)

                data.append(data_item)

        callers_validation_error = cls(
            status=status,
            message=message,
            data=data,
        )

        callers_validation_error.additional_properties = d
        return callers_validation_error

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
