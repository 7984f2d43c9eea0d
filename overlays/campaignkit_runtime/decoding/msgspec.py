"""Fast decoder: from bytes to models by msgspec, if it is installed and supports the types.

msgspec fills classes of attrs by the names of their attributes, which are not the JSON names. So
each model gets a private subclass whose attributes have the JSON names and share the slots of the
model. A decoded object becomes an instance of the model itself, which costs 0.1 us. The model is
never changed. Content that msgspec refuses is decoded by `from_dict`.
"""

import types
from collections.abc import Callable
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ..models import Model, Unset

Variants = dict[type[Any], type[Any]]


class FastDecodeError(Exception):
    """Content that the fast decoder cannot or must not read; `from_dict` decides."""


def make_decoder(type_: Any) -> Callable[[bytes], Any]:
    """Return a decoder from bytes to a type; without msgspec it raises FastDecodeError."""
    try:
        import msgspec
    except ImportError:
        return _refuse
    try:
        target = _msgspec_type(type_, _variants_of(type_))
        decode = msgspec.json.Decoder(target, dec_hook=_from_dict).decode
    except Exception:
        # For example a union of two models, or an unknown version of msgspec. A decoder that
        # cannot be built must not fail a call that `from_dict` can read.
        return _refuse

    def read(content: bytes) -> Any:
        try:
            return decode(content)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            # Bytes that are not UTF-8 raise a ValueError, which would show them.
            raise FastDecodeError from None

    return read


def _refuse(_: bytes) -> Any:
    raise FastDecodeError


class _StandIn(type):
    """Type of the stand-ins for models that msgspec cannot fill."""

    model: Any

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.model)


def _from_dict(stand_in: Any, value: Any) -> Any:
    """Decode a model that msgspec cannot fill."""
    return stand_in.model.from_dict(value)


def _variants_of(type_: Any) -> Variants:
    """Return the variant that msgspec fills of each model that a type refers to."""
    variants = {model: _variant(model) for model in _models_in(type_)}
    for model, variant in variants.items():
        if isinstance(variant, _StandIn):
            continue
        hints = get_type_hints(model)
        variant.__annotations__ = {
            name: _msgspec_type(hints[attribute], variants)
            for attribute, name in model._json_names.items()
        }
    return variants


def _models_in(type_: Any) -> dict[type[Model], None]:
    """Return the models that a type refers to, without duplicates."""
    found: dict[type[Model], None] = {}
    waiting = [type_]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if isinstance(hint, type) and issubclass(hint, Model) and hint not in found:
            found[hint] = None
            waiting += [] if _is_beyond_msgspec(hint) else get_type_hints(hint).values()
    return found


def _is_beyond_msgspec(model: type[Any]) -> bool:
    """Return True for fields of any name, and for names that msgspec cannot set.

    It leaves out fields whose names are not ASCII, and cannot have attributes such as __slots__.
    """
    names = model._json_names.values()
    is_odd = any(not name.isascii() or name.startswith("__") for name in names)
    return is_odd or hasattr(model, "additional_properties")


def _variant(model: type[Any]) -> type[Any]:
    """Return a subclass of a model whose attributes have the JSON names."""
    import attrs

    if _is_beyond_msgspec(model):
        return _StandIn(model.__name__, (), {"model": model})
    names = model._json_names

    def become_model(self: Any) -> None:
        self.__class__ = model

    namespace = {name: model.__dict__[attribute] for attribute, name in names.items()}
    return type(
        model.__name__,
        (model,),
        namespace
        | {
            "__slots__": (),
            "__module__": model.__module__,
            "__attrs_attrs__": tuple(
                field.evolve(name=names[field.name]) for field in attrs.fields(model)
            ),
            "__attrs_post_init__": become_model,
        },
    )


def _msgspec_type(hint: Any, variants: Variants) -> Any:
    """Return the type that msgspec checks: date-times need an offset, UNSET is only a default."""
    import msgspec

    if hint is datetime:
        return Annotated[datetime, msgspec.Meta(tz=True)]
    if isinstance(hint, type) and hint in variants:
        return variants[hint]
    arguments = [_msgspec_type(item, variants) for item in get_args(hint) if item is not Unset]
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if Any in arguments and set(arguments) - {Any, type(None)}:
            raise TypeError("msgspec would choose no variant beside Any")
        return reduce(or_, arguments)
    return origin[tuple(arguments)] if origin in (list, dict) else hint
