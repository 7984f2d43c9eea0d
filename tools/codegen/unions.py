"""Discriminators of the unions of the document, which the generator drops."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .generator_adapter import UnionProperty


@dataclass(frozen=True)
class Discriminator:
    """Field that selects the variant of a union."""

    property_name: str
    classes: Mapping[str, str]
    """Class of each value of the field."""


class Unions:
    """Discriminators by the mark that a union carries through the generator as its example."""

    def __init__(self, discriminators: Mapping[str, Iterable[Discriminator]]) -> None:
        self._discriminators = {mark: tuple(found) for mark, found in discriminators.items()}

    def discriminators(self, prop: UnionProperty) -> tuple[Discriminator, ...]:
        """Return the discriminators of a union, the outermost first."""
        mark = prop.example.get_untrusted_value() if prop.example else ""
        return self._discriminators.get(mark, ())
