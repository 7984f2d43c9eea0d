"""The failures of every day, by name."""

from collections.abc import Mapping

from .faults import Fault

_FOR_EVER = 3_600.0  # seconds, more than any client waits

FAULTS: Mapping[str, Fault] = {
    "dropped": Fault(drop=True),
    "applied, then dropped": Fault(drop=True, after=True),
    "timed out": Fault(delay=_FOR_EVER),
    # The drop keeps it from being applied; the client has left by then.
    "timed out, not applied": Fault(delay=_FOR_EVER, drop=True),
    "rate limited": Fault(status=429, retry_after="2"),
    "unavailable": Fault(status=503, retry_after="2"),
    "internal error": Fault(status=500),
    "applied, then 502": Fault(status=502, after=True),
    "cut short": Fault(truncate=20),
    "HTML": Fault(content_type="text/html", body="<h1>Bad gateway</h1>"),
    "empty": Fault(body=""),
}
"""Each strikes any operation, once; `fault.on(operation, times)` says otherwise.

"internal error" is not applied, the last three are. In a test:

    @pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
"""
