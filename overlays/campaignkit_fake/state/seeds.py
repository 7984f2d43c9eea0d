"""Seeds: what the made-up data of a fake follow, and words that several areas choose from."""

from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

ROUNDS = ("Spring", "Summer", "Autumn", "Winter", "Q1", "Q2", "Q3", "Q4")
PLACES = ("Berlin", "Zürich", "São Paulo", "Austin", "Kraków", "Lyon", "תל אביב")


class Seeds:
    """Random numbers of a seed, the time, and the collections that were made before."""

    def __init__(self, seed: int, time: float, made: dict[type[Any], Any]) -> None:
        self.common = Random(seed)  # noqa: S311 - made-up data, no secrets
        """Random numbers that the first collections share, in the order of `COLLECTIONS`."""
        self.time = time
        self._seed = seed
        self._made = made
        self._random: dict[str, Random] = {}

    def __getitem__(self, collection: type[T]) -> T:
        """Return a collection that was made before."""
        made: T = self._made[collection]
        return made

    def random(self, area: str) -> Random:
        """Return the random numbers of an area, which no other area changes.

        The collections of one area share them, one after the other.
        """
        new = Random(f"{self._seed} {area}")  # noqa: S311 - made-up data, no secrets
        return self._random.setdefault(area, new)
