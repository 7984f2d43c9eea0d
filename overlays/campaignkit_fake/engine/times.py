"""Times: the first time of a fake, and the format of times in responses."""

from datetime import UTC, datetime

START = datetime(2026, 5, 1, 12, tzinfo=UTC)
"""The time at which the clock of a fake begins."""
START_SECONDS = START.timestamp()
"""The same in seconds since 1970."""


def iso_millis(moment: datetime) -> str:
    """Return ISO 8601 in UTC with milliseconds, as Sonarly's pages print times."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def iso_millis_from_epoch(seconds: float) -> str:
    """Return the same for seconds since 1970."""
    return iso_millis(datetime.fromtimestamp(seconds, UTC))
