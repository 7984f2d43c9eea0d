"""Seeds of the made-up data, and words that several areas use."""

from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

ROUNDS = ("Spring", "Summer", "Autumn", "Winter", "Q1", "Q2", "Q3", "Q4")
PLACES = ("Berlin", "Zürich", "São Paulo", "Austin", "Kraków", "Lyon", "תל אביב")


class Seeds:
    """Random numbers of a seed, the time, and the collections that are seeded already."""

    def __init__(self, seed: int, time: float, made: dict[type[Any], Any]) -> None:
        self.common = Random(seed)  # noqa: S311 - made-up data, no secrets
        """Random numbers that the first collections share, in the order of `COLLECTIONS`."""
        self.time = time
        self._seed = seed
        self._made = made
        self._random: dict[str, Random] = {}

    def __getitem__(self, collection: type[T]) -> T:
        """Return a collection that is seeded already."""
        made: T = self._made[collection]
        return made

    def random(self, area: str) -> Random:
        """Return the random numbers of an area, which are independent of other areas.

        The collections of one area share them, one after the other.
        """
        new = Random(f"{self._seed} {area}")  # noqa: S311 - made-up data, no secrets
        return self._random.setdefault(area, new)
