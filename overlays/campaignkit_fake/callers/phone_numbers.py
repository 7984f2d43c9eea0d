"""Phone numbers: the form in which the fake keeps them."""

import re

__all__ = ["normalize_number"]


def normalize_number(number: str, *, is_us: bool = False) -> str:
    """Return the digits of a number, as memories print them; a US number begins with 1."""
    digits = re.sub(r"[^0-9]", "", number) or number
    return f"1{digits}" if is_us and not digits.startswith("1") else digits
