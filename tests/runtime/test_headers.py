"""What headers say of time is read in every form that servers use."""

import pytest
from campaignkit_runtime.clock import http_date, retry_after

SENT = "Sun, 06 Nov 1994 08:49:37 GMT"
LATER = "Sun, 06 Nov 1994 08:50:07 GMT"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120.0),
        (" 3 ", 3.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("86400", 86_400.0),
        (LATER, 30.0),
        ("Sunday, 06-Nov-94 08:50:07 GMT", 30.0),
        ("Sun Nov  6 08:50:07 1994", 30.0),
        ("Sun, 06 Nov 1994 08:49:07 GMT", 0.0),
    ],
)
def test_wish(text: str, seconds: float) -> None:
    """Seconds, fractions of them and the three forms of HTTP dates are understood."""
    assert retry_after({"retry-after": text, "date": SENT}, now=0) == seconds


@pytest.mark.parametrize(
    "text", ["", "-5", "soon", "nan", "inf", "9" * 400, "1_000", "\u0663", "Sun, 99 Nov 1994"]
)
def test_no_wish(text: str) -> None:
    """Other values of Retry-After are ignored."""
    assert retry_after({"retry-after": text, "date": SENT}, now=0) is None


def test_own_clock() -> None:
    """Without a Date of the server, a date counts from our clock."""
    now = http_date(SENT)
    assert now is not None

    assert retry_after({"retry-after": LATER}, now) == 30.0
    assert retry_after({"retry-after": LATER, "date": "now"}, now + 10) == 20.0
