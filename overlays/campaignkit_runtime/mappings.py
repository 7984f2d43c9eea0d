"""Models that callers pass as mappings, with the names of Python or of the vendor."""

from collections.abc import Mapping
from typing import Any, TypeVar

from .errors import EncodeError
from .inspection import describe_value
from .models import UNSET, Model
from .scalars import omitted

M = TypeVar("M", bound=Model)

_OTHERS = "additional_properties"


def model_from(kind: type[M], values: Mapping[Any, Any]) -> M:
    """Return the model with the values of a mapping, which are not converted.

    Raises:
        EncodeError: A name is unknown or there twice, or a required field is missing.
    """
    fields: dict[str, Any] = {}
    others: dict[str, Any] = {}
    is_open = hasattr(kind, _OTHERS)
    for name, value in values.items():
        attribute = _attribute(kind, name)
        if attribute is None:
            if not is_open:
                known = ", ".join(kind._json_names)
                raise _invalid(kind, f"Use {known}; {describe_value(name)} is unknown.")
            others[name] = value
        elif attribute in fields:
            raise _invalid(kind, f"It has {attribute!r} twice.")
        else:
            fields[attribute] = value
    read_only = dict.fromkeys(
        (n for n, encode in kind._encoders.items() if encode is omitted), UNSET
    )
    fields = {**read_only, **fields}
    if missing := [name for name in _required(kind) if name not in fields]:
        raise _invalid(kind, f"Add {', '.join(map(repr, missing))}.")
    return kind(**fields, **({_OTHERS: others} if is_open else {}))


def _attribute(kind: type[Model], name: object) -> str | None:
    """Return the attribute for a name of Python, of a keyword such as `type`, or of JSON."""
    if not isinstance(name, str):
        raise EncodeError("a mapping with strings as keys", name)
    names = kind._json_names
    for attribute in (name, f"{name}_"):
        if attribute in names:
            return attribute
    return next((attribute for attribute, json in names.items() if json == name), None)


def _required(kind: type[Model]) -> list[str]:
    import attrs

    return [
        field.name
        for field in attrs.fields(kind)  # type: ignore[arg-type]
        if field.default is attrs.NOTHING
    ]


def _invalid(kind: type[Model], advice: str) -> EncodeError:
    expected = f"a mapping with the fields of {kind.__name__}"
    return EncodeError(expected, UNSET, advice, is_type=False)
