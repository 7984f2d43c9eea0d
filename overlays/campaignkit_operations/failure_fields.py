"""Fields of a failed call."""

from typing import Any

from campaignkit import errors

from .json_values import as_json

_FIELDS = (
    *("operation", "method", "path", "status_code", "code", "message", "details", "trace_id"),
    *("retry_after", "attempts", "idempotency_key", "outcome"),
)


def fields_of(error: errors.CampaignKitError, advice: str = "") -> dict[str, Any]:
    """Return the fields of a failure, without those that it lacks.

    Args:
        error: The failure.
        advice: What to do; empty without advice.
    """
    fields = {"error": type(error).__name__, "summary": str(error)}
    known = {name: as_json(getattr(error, name)) for name in _FIELDS}
    stated = {name: value for name, value in known.items() if value is not None}
    return fields | stated | ({"advice": advice} if advice else {})
