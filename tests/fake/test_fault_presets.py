"""Fault presets, and what a client makes of each."""

import httpx
import pytest
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, Fault

START = f"/v1/accounts/{SAMPLE_ID}/campaigns/{SAMPLE_ID}/start"

# What a client of each sees, and whether the start is applied.
OUTCOMES = {
    "dropped": ("RemoteProtocolError", False),
    "applied, then dropped": ("RemoteProtocolError", True),
    "timed out": ("ReadTimeout", True),
    "timed out, not applied": ("ReadTimeout", False),
    "rate limited": ("429 after 2", False),
    "unavailable": ("503 after 2", False),
    "internal error": ("500", False),
    "applied, then 502": ("502", True),
    "cut short": ("RemoteProtocolError", True),
    "HTML": ("200 text/html", True),
    "empty": ("200 application/json", True),
}


def seen(client: httpx.Client) -> str:
    """Start a campaign; what comes of it, in a few words."""
    try:
        response = client.post(START)
    except httpx.TransportError as error:
        return type(error).__name__
    if response.is_success:
        return f"{response.status_code} {response.headers['Content-Type']}"
    wait = response.headers.get("Retry-After")
    return f"{response.status_code} after {wait}" if wait else str(response.status_code)


@pytest.mark.parametrize("name", FAULTS)
def test_outcome(sonarly: httpx.Client, fake: Fake, name: str) -> None:
    """A failure is what its name says, for the client and for the campaign."""
    fake.faults.add(FAULTS[name])
    assert (seen(sonarly), len(fake.state()["starts"])) == OUTCOMES[name]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_strikes_any_once(fault: Fault) -> None:
    """A failure strikes the next call, whichever it is, and is over."""
    assert (fault.operation, fault.times) == (None, 1)
