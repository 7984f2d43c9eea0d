"""Fast decoder: from bytes to models by msgspec, if it is installed and supports the types.

msgspec fills attrs classes by their attribute names. While a decoder is built, the classes show
their fields under the JSON names, and each slot gets that second name. Content that msgspec
refuses is decoded by `from_dict`.
"""

import types
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import reduce
from operator import or_
from threading import Lock
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ..models import Model, Unset

_building = Lock()


class FastDecodeError(Exception):
    """Content that the fast decoder cannot or must not read; `from_dict` decides."""


def make_decoder(type_: Any) -> Callable[[bytes], Any]:
    """Return a decoder from bytes to a type; without msgspec it raises FastDecodeError."""
    try:
        import msgspec
    except ImportError:
        return _refuse
    with _building, ExitStack() as lent:
        try:
            for model in _models_in(type_):
                lent.enter_context(_expose_json_fields(model))
            decode = msgspec.json.Decoder(_msgspec_type(type_), dec_hook=_from_dict).decode
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


def _from_dict(model: type[Model], value: Any) -> Any:
    """Decode a model with fields of any name, which msgspec cannot fill."""
    return model.from_dict(value)  # type: ignore[attr-defined]


def _is_open(model: type[Any]) -> bool:
    return hasattr(model, "additional_properties")


def _models_in(type_: Any) -> dict[type[Model], None]:
    """Return the models that a type refers to, without duplicates."""
    found: dict[type[Model], None] = {}
    waiting = [type_]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if isinstance(hint, type) and issubclass(hint, Model) and hint not in found:
            found[hint] = None
            waiting += [] if _is_open(hint) else get_type_hints(hint).values()
    return found


@contextmanager
def _expose_json_fields(model: type[Any]) -> Iterator[None]:
    """Show the fields of a model under their JSON names while a decoder is built."""
    import attrs

    names, hints = model._json_names, get_type_hints(model)
    fields, annotations = attrs.fields(model), model.__annotations__
    if _is_open(model):
        # Without this attribute msgspec leaves the class to the hook.
        del model.__attrs_attrs__
        try:
            yield
        finally:
            model.__attrs_attrs__ = fields
        return
    for attribute, name in names.items():
        slot = model.__dict__[attribute]
        if model.__dict__.get(name, slot) is not slot:
            raise TypeError(f"{model.__name__}.{name} is taken")
        setattr(model, name, slot)
    model.__attrs_attrs__ = tuple(each.evolve(name=names[each.name]) for each in fields)
    model.__annotations__ = {
        name: _msgspec_type(hints[attribute]) for attribute, name in names.items()
    }
    try:
        yield
    finally:
        model.__attrs_attrs__, model.__annotations__ = fields, annotations


def _msgspec_type(hint: Any) -> Any:
    """Return the type that msgspec checks: date-times need an offset, UNSET is only a default."""
    import msgspec

    if hint is datetime:
        return Annotated[datetime, msgspec.Meta(tz=True)]
    arguments = [_msgspec_type(each) for each in get_args(hint) if each is not Unset]
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return reduce(or_, arguments)
    return origin[tuple(arguments)] if origin in (list, dict) else hint
