"""Date-times as RFC 3339 texts, in both directions."""

import re
from datetime import datetime, timedelta


def format_rfc3339(moment: datetime) -> str:
    """Return a date-time as text with its offset, in milliseconds if that loses nothing.

    Raises:
        ValueError: The date-time has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(
            f"datetime must have a time zone, got {moment!r}. Add tzinfo, such as UTC."
        )
    precision = "microseconds" if moment.microsecond % 1_000 else "milliseconds"
    text = moment.isoformat(timespec=precision)
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def parse_rfc3339(text: str) -> datetime:
    """Return the date-time of an RFC 3339 text.

    Fractions beyond a microsecond are rounded. A leap second becomes the second after it.

    Raises:
        ValueError: The text does not follow RFC 3339.
    """
    match = _RFC3339.fullmatch(text)
    if match is None:
        raise ValueError("The text does not follow RFC 3339.")
    day, clock, second, fraction, offset = match.groups()
    is_leap = second == "60"
    moment = datetime.fromisoformat(f"{day}T{clock}{'59' if is_leap else second}{offset.upper()}")
    # The seventh digit decides, as it does in the C decoder.
    tenths = int((fraction or "0")[:7].ljust(7, "0"))
    return moment + timedelta(seconds=is_leap, microseconds=(tenths + 5) // 10)


_RFC3339 = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:)(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:?\d\d)", re.ASCII
)
