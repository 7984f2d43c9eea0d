# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class Notes(Model):
    """Notes, by day."""

    additional_properties: dict[str, list[str]] = _field(factory=dict)

    _json_names: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        known = cls._json_names.values()
        rest = {name: value for name, value in source.items() if name not in known}
        self.additional_properties = _READ__REST(rest)
        return self


_READ__REST = _readers.dict_of("Notes", _readers.list_of("Notes.*[]", _readers.text))
