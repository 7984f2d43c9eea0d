# Generated from openapi.yaml by `make generate`; do not edit.
"""The C decoder: from bytes to models by msgspec, where it is installed and knows the types.

msgspec fills attrs classes, but by the names of their attributes. While a decoder is built, the classes
lend it fields under the names of JSON, and keep a second name for each slot, by which it is filled. All
else about the classes stays as it was. What it refuses is left to `from_dict`.
"""

import types
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import reduce
from operator import or_
from threading import Lock
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from .types import Model, Unset

_building = Lock()


class Refused(Exception):
    """The C decoder cannot or may not read this; `from_dict` decides."""


def decoder_of(shape: Any) -> Callable[[bytes], Any]:
    """What decodes bytes to the shape; where there is no C decoder for it, all is Refused."""
    try:
        import msgspec
    except ImportError:
        return _refuse
    with _building, ExitStack() as lent:
        try:
            for model in _models_in(shape):
                lent.enter_context(_lent_to_msgspec(model))
            decode = msgspec.json.Decoder(_strict(shape), dec_hook=_from_dict).decode
        except Exception:
            # A union of two models, or another msgspec than we know: a decoder that cannot be built
            # must not fail a call that `from_dict` can read.
            return _refuse

    def read(content: bytes) -> Any:
        try:
            return decode(content)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            # A ValueError where the bytes are no UTF-8: it would show them.
            raise Refused from None

    return read


def _refuse(_: bytes) -> Any:
    raise Refused


def _from_dict(model: type[Model], value: Any) -> Any:
    """The model of what msgspec cannot fill: an object with fields of any name."""
    return model.from_dict(value)  # type: ignore[attr-defined]


def _is_open(model: type[Any]) -> bool:
    return hasattr(model, "additional_properties")


def _models_in(shape: Any) -> dict[type[Model], None]:
    """The models that a shape reaches, each once."""
    found: dict[type[Model], None] = {}
    waiting = [shape]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if isinstance(hint, type) and issubclass(hint, Model) and hint not in found:
            found[hint] = None
            waiting += [] if _is_open(hint) else get_type_hints(hint).values()
    return found


@contextmanager
def _lent_to_msgspec(model: type[Any]) -> Iterator[None]:
    """The model as msgspec is to see it: fields under the names that they have in JSON."""
    import attrs

    names, hints = model._json_names, get_type_hints(model)
    fields, annotations = attrs.fields(model), model.__annotations__
    if _is_open(model):
        # Not seen as a class of attrs, it is left to the hook.
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
    model.__annotations__ = {name: _strict(hints[attribute]) for attribute, name in names.items()}
    try:
        yield
    finally:
        model.__attrs_attrs__, model.__annotations__ = fields, annotations


def _strict(hint: Any) -> Any:
    """The type as msgspec is to check it: moments have an offset, and UNSET is only a default."""
    import msgspec

    if hint is datetime:
        return Annotated[datetime, msgspec.Meta(tz=True)]
    arguments = [_strict(each) for each in get_args(hint) if each is not Unset]
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return reduce(or_, arguments)
    return origin[tuple(arguments)] if origin in (list, dict) else hint
