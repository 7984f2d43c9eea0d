"""Fields of models, and the value of fields that are not set."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar, Literal

from .datetimes import format_rfc3339


class Unset:
    """Type of UNSET, the value of a field that is absent."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        # The name of the global: a copy or an unpickled value is the same object.
        return "UNSET"


UNSET: Unset = Unset()


class FieldModel:
    """Fields of a model, and their JSON."""

    __slots__ = ()

    _json_names: ClassVar[Mapping[str, str]] = {}
    """JSON names of the fields, by attribute."""

    _encoders: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}
    """Encoders of the fields by attribute, if requests hold the model; "*" is for other fields."""

    def to_dict(self) -> dict[str, Any]:
        """Return the model as plain JSON values by JSON name, without the fields that are unset."""
        fields = ((name, getattr(self, attribute)) for attribute, name in self._json_names.items())
        known = {name: to_json(value) for name, value in fields if value is not UNSET}
        others: dict[str, Any] = to_json(getattr(self, "additional_properties", {}))
        return others | known


def to_json(value: Any) -> Any:
    """Return the value in the types of JSON."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, FieldModel):
        return value.to_dict()
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {name: to_json(item) for name, item in value.items()}
    if isinstance(value, datetime):
        return format_rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if type(value).__module__ == "uuid":  # without the import, which few models need
        return str(value)
    return value


_PLAIN = frozenset([str, int, float, bool, type(None)])
