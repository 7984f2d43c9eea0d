"""What values of models can be besides JSON's own types."""

import reprlib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Literal

from .datetimes import format_rfc3339


class Unset:
    """The type of UNSET, which stands for a field that is not there."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        # A global's name: copies and pickles are the one UNSET again.
        return "UNSET"


UNSET: Unset = Unset()


class Model:
    """What every model can do; the generated classes add their fields and how these are read."""

    __slots__ = ()

    _json_names: ClassVar[Mapping[str, str]] = {}
    """From the name of an attribute to the field's name in JSON."""

    _encoders: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}
    """How each attribute is sent, if the model is part of a request; "*" is for any other."""

    def to_dict(self) -> dict[str, Any]:
        """The model as JSON has it, without what is unset."""
        fields = ((name, getattr(self, attribute)) for attribute, name in self._json_names.items())
        known = {name: to_json(value) for name, value in fields if value is not UNSET}
        others: dict[str, Any] = to_json(getattr(self, "additional_properties", {}))
        return others | known

    def __repr__(self) -> str:
        names = (*self._json_names, "additional_properties")
        shown = ((name, getattr(self, name, UNSET)) for name in names)
        fields = (f"{name}={_REPR.repr(value)}" for name, value in shown if value is not UNSET)
        return f"{type(self).__name__}({', '.join(fields)})"


_REPR = reprlib.Repr()
_REPR.maxlist = _REPR.maxdict = 2
_REPR.maxstring = _REPR.maxother = 60


def to_json(value: Any) -> Any:
    """The value in JSON's own types."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {name: to_json(item) for name, item in value.items()}
    if isinstance(value, datetime):
        return format_rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
