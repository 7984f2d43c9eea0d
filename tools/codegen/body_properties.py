"""Properties of bodies that are not JSON, which the generator lacks."""

from typing import ClassVar

from .generator_adapter import AnyProperty, FileProperty
from .generator_adapter import PropertyProtocol as Property


class BytesProperty(AnyProperty):
    """Body of a response as its bytes."""

    _type_string: ClassVar[str] = "bytes"
    _json_type_string: ClassVar[str] = "bytes"


class ContentProperty(FileProperty):
    """Body of a request of any bytes: a file, or an iterable of its parts."""

    _type_string: ClassVar[str] = "Content"
    _json_type_string: ClassVar[str] = "Content"

    def get_imports(self, *, prefix: str) -> set[str]:
        """Return the import lines of the type."""
        unset = set() if self.required else {f"from {prefix}types import UNSET, Unset"}
        return {"from campaignkit_runtime.bodies import Content", *unset}


def bytes_like(prop: Property) -> BytesProperty:
    """Return the property of the bytes of a response."""
    return BytesProperty(
        name=prop.name,
        required=True,
        default=None,
        python_name=prop.python_name,
        description=prop.description,
        example=None,
    )


def content_like(prop: Property) -> ContentProperty:
    """Return the property of the bytes of a request."""
    return ContentProperty(
        name=prop.name,
        required=prop.required,
        default=None,
        python_name=prop.python_name,
        description=prop.description,
        example=None,
    )
