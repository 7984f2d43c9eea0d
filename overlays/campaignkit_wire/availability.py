"""Whether this Python has what our own connections need."""

from importlib.util import find_spec
from typing import Literal

Mode = Literal["sync", "async"]

_NEEDED: dict[Mode, tuple[str, ...]] = {
    "sync": ("httptools",),
    "async": ("httptools", "aiohappyeyeballs"),
}


def is_available(mode: Mode) -> bool:
    """Return True if connections can be opened: what they need is for CPython only."""
    return all(find_spec(name) is not None for name in _NEEDED[mode])
