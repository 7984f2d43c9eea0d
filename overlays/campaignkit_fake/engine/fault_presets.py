"""Fault presets: common failures by name."""

from collections.abc import Mapping

from .faults import Fault

_LONGER_THAN_ANY_TIMEOUT = 3_600.0  # seconds, more than any client waits

FAULTS: Mapping[str, Fault] = {
    "dropped": Fault(drop=True),
    "applied, then dropped": Fault(drop=True, after=True),
    "timed out": Fault(delay=_LONGER_THAN_ANY_TIMEOUT),
    # The drop keeps it from being applied; the client has timed out by then.
    "timed out, not applied": Fault(delay=_LONGER_THAN_ANY_TIMEOUT, drop=True),
    "rate limited": Fault(status=429, retry_after="2"),
    "unavailable": Fault(status=503, retry_after="2"),
    "internal error": Fault(status=500),
    "applied, then 502": Fault(status=502, after=True),
    "cut short": Fault(truncate=20),
    "HTML": Fault(content_type="text/html", body="<h1>Bad gateway</h1>"),
    "empty": Fault(body=""),
}
"""Each fails one call of any operation; `fault.on(operation, times)` returns another fault.

"internal error" is not applied, the last three are. In a test:

    @pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
"""
