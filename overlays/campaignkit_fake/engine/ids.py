"""IDs: their form, and the IDs that several packages use."""

from collections.abc import Iterator

SAMPLE_ID = "507f1f77bcf86cd799439011"
"""The ID that the vendors' documents print, and the first record of each kind.

Among them are the first account group, its first campaign (a draft with leads) and its first lead.
"""


def make_id(kind: str, number: int) -> str:
    """Return 24 hexadecimal characters; `kind` is the first two, so an ID shows its kind."""
    return f"{kind}{number:022x}"


def numbered_id(kind: str, number: int) -> str:
    """Return the ID of a number; the number 0 has the sample ID."""
    return make_id(kind, number) if number else SAMPLE_ID


class Ids(Iterator[str]):
    """Sequence of the IDs of one kind; the first is the sample ID."""

    def __init__(self, kind: str, first: int = 0) -> None:
        self._kind = kind
        self._number = first

    def __next__(self) -> str:
        number, self._number = self._number, self._number + 1
        return numbered_id(self._kind, number)


ACCOUNT_GROUPS = (SAMPLE_ID, *(make_id("ac", number) for number in range(1, 5)))
ORGANIZATIONS = (SAMPLE_ID, *(make_id("f0", number) for number in range(1, 3)))
