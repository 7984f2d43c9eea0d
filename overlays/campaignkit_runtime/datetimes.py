"""Moments as RFC 3339 texts, in both directions."""

import re
from datetime import datetime, timedelta


def format_rfc3339(moment: datetime) -> str:
    """The moment with its offset, in milliseconds if that tells it; a ValueError without one."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone: add tzinfo, for example UTC")
    precision = "microseconds" if moment.microsecond % 1_000 else "milliseconds"
    text = moment.isoformat(timespec=precision)
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def parse_rfc3339(text: str) -> datetime:
    """The moment that an RFC 3339 text names; a ValueError for any other text.

    Fractions beyond a microsecond are rounded. A leap second is the first moment after it.
    """
    match = _RFC3339.fullmatch(text)
    if match is None:
        raise ValueError("no RFC 3339")
    day, clock, second, fraction, offset = match.groups()
    is_leap = second == "60"
    moment = datetime.fromisoformat(f"{day}T{clock}{'59' if is_leap else second}{offset.upper()}")
    # The seventh digit decides, as it does in the C decoder.
    tenths = int((fraction or "0")[:7].ljust(7, "0"))
    return moment + timedelta(seconds=is_leap, microseconds=(tenths + 5) // 10)


_RFC3339 = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:)(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:?\d\d)", re.ASCII
)
