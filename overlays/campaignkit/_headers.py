"""Further headers of a client's calls."""

from collections.abc import Iterable, Mapping

from campaignkit_runtime.inspection import describe_value

from ._exceptions import ConfigurationError

_ADVICE = {
    "authorization": "Pass api_key=.",
    "idempotency-key": "Pass idempotency_key= to the call, because each call has its own.",
    "accept-encoding": "The client chooses it.",
    "connection": "The client manages its connections.",
    "content-encoding": "The body of the call decides it.",
    "content-length": "The body of the call decides it.",
    "content-type": "The body of the call decides it.",
    "expect": "The client sends no such request.",
    "host": "Pass base_url=.",
    "te": "The client manages its connections.",
    "trailer": "The body of the call decides it.",
    "transfer-encoding": "The body of the call decides it.",
    "upgrade": "The client manages its connections.",
}

_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def merge_headers(
    known: Iterable[tuple[str, str]], changes: Mapping[str, str | None], advice: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return headers with some of them added, replaced or, by None, removed.

    Args:
        known: Names and values of the headers so far.
        changes: The changes; None removes a header.
        advice: What to do in the place of certain headers, by their names in lower case.

    Raises:
        ConfigurationError: A name or a value cannot be sent, or is for the client to decide.
    """
    merged = dict(known)
    for name, value in changes.items():
        _validate(name, value, {**_ADVICE, **advice})
        for other in [other for other in merged if other.lower() == name.lower()]:
            del merged[other]
        if value is not None:
            merged[name] = value
    return tuple(merged.items())


def without_duplicates(headers: Mapping[str, str], winners: Mapping[str, object]) -> dict[str, str]:
    """Return headers without those that others have; names have no case."""
    names = {name.lower() for name in winners}
    return {name: value for name, value in headers.items() if name.lower() not in names}


def _validate(name: object, value: object, advice: Mapping[str, str]) -> None:
    """Raise ConfigurationError for a header that cannot be sent; its value is not shown."""
    if not isinstance(name, str) or not name or not set(name) <= _TOKEN:
        raise ConfigurationError(f"headers must have names of HTTP, got {describe_value(name)}.")
    if name.lower() in advice:
        raise ConfigurationError(f"headers must not contain {name}. {advice[name.lower()]}")
    if value is None:
        return
    if not (isinstance(value, str) and value.isascii() and value.isprintable()):
        raise ConfigurationError(
            f"The value of the header {name} must be printable ASCII text (a trailing newline?)."
        )
    if value != value.strip():
        raise ConfigurationError(
            f"The value of the header {name} must not begin or end with a blank."
        )
