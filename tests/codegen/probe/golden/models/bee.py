# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Bee(Model):
    """Bee

    Attributes:
        species:
        song:
        hive:
    """

    species: str
    song: str
    hive: int | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "species": "species",
        "song": "song",
        "hive": "hive",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["species"]
            self.species = value if value.__class__ is str else _READ_SPECIES(value)
            value = source["song"]
            self.song = value if value.__class__ is str else _READ_SONG(value)
            value = source.get("hive", UNSET)
            self.hive = value if value is UNSET or value.__class__ is int else _READ_HIVE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_SPECIES = _readers.field("Bee", "species", _readers.text)
_READ_SONG = _readers.field("Bee", "song", _readers.text)
_READ_HIVE = _readers.field("Bee", "hive", _readers.integer)

Bee._encoders = {
    "species": _encoders.text,
    "song": _encoders.text,
    "hive": _encoders.optional(_encoders.integer),
}
