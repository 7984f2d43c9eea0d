"""Options of a client and of its calls, checked before anything is sent."""

import time
from collections.abc import Callable, Mapping
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypedDict, TypeGuard, cast

import httpx
from campaignkit_runtime.decoding.items import OnBadItem
from campaignkit_runtime.inspection import describe_value
from campaignkit_runtime.operations import Operation
from campaignkit_runtime.rate_limiter import RateLimiter

from ._attempt_events import OnAttempt
from ._auth import is_header_value
from ._connections import ConnectionOptions
from ._exceptions import ConfigurationError
from ._headers import merge_headers
from ._http_libraries import classes
from ._retry_policy import RetryPolicy

if TYPE_CHECKING:
    from ._http_libraries import Httpx2Timeout

Timeouts = dict[str, float | None]
"""Seconds by phase: connect, read, write and pool; None disables a timeout."""

DEFAULT_TIMEOUT = 30.0
_CONNECT_TIMEOUT = 5.0

# Bounds of seconds and rates: sockets and sleeps of Python allow less than 2**63 nanoseconds.
_SMALLEST, _LARGEST = 1e-9, 1e9

DEFAULT_RETRIES = RetryPolicy().retries
DEFAULT_SETTLE = RetryPolicy().settle
DEFAULT_MAX_RESPONSE_BYTES = 64 * 2**20


class ClientOptions(TypedDict, total=False):
    """Options of a client and of `with_options()`.

    Attributes:
        timeout: Seconds for one attempt, more than 0, or an `httpx.Timeout`. None is 30 (5 to
            connect), or the timeout of your own `http_client`.
        deadline: Seconds for the whole call: attempts, waits and pages. None disables it.
        retries: How often a call is sent again if that cannot apply it twice; 0 or more.
        max_response_bytes: Size limit of a response body, 1 or more.
        rate: Calls a second at most. None delays calls only after the server refused some.
        settle: Seconds during which the state is read after a write whose response was lost; 0 or
            more.
        resend_after: Seconds of an unapplied state after which such a write is sent once more; 0
            or more. None is never.
        on_bad_item: What happens to an item of a list that does not fit the spec. "raise" raises a
            ResponseDecodeError. "skip" leaves it out with a warning in the log. "raw" keeps its
            parsed JSON in its place.
        pickle_key: True includes the key in a pickle of the client, readable for everyone who has
            the pickle.
        headers: Further headers of the calls, by name. In `with_options()` they are added to
            those of the client, and None as a value removes a header.
        on_attempt: Function that gets an `AttemptEvent` after each attempt of a call.
    """

    timeout: "float | httpx.Timeout | Httpx2Timeout | None"
    deadline: float | None
    retries: int
    max_response_bytes: int
    rate: float | None
    settle: float
    resend_after: float | None
    on_bad_item: OnBadItem
    pickle_key: bool
    headers: Mapping[str, str | None] | None
    on_attempt: OnAttempt | None


class ConstructorOptions(ClientOptions, ConnectionOptions, total=False):
    """Options of the constructor of a client."""


def timeouts(seconds: float) -> Timeouts:
    """Return the timeouts of an attempt; connecting takes at most 5 seconds of them."""
    return httpx.Timeout(seconds, connect=min(seconds, _CONNECT_TIMEOUT)).as_dict()


class HeaderOption(NamedTuple):
    """An option of a client that is sent as a header of its calls."""

    name: str
    header: str
    value: str


class Options(NamedTuple):
    """Validated options: the fields of `ClientOptions`, and objects made from them."""

    timeout: Timeouts | None = None
    """None is `default_timeout`."""
    deadline: float | None = None
    retries: int = DEFAULT_RETRIES
    max_response_bytes: int = DEFAULT_MAX_RESPONSE_BYTES
    rate: float | None = None
    settle: float = DEFAULT_SETTLE
    resend_after: float | None = None
    on_bad_item: OnBadItem = "raise"
    pickle_key: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    """Names and values of further headers of the calls."""
    on_attempt: OnAttempt | None = None
    default_timeout: Timeouts | None = timeouts(DEFAULT_TIMEOUT)
    """None leaves the time of an attempt to the caller's own httpx client."""
    header_options: tuple[HeaderOption, ...] = ()
    limiter: RateLimiter | None = None
    """Limiter of `rate`; changed options share it unless they set another rate."""

    @property
    def policy(self) -> RetryPolicy:
        """The retry policy."""
        return RetryPolicy(retries=self.retries, settle=self.settle, resend_after=self.resend_after)

    def with_changes(
        self, options: Mapping[str, object], header_options: Mapping[str, str] | None = None
    ) -> Self:
        """Return these options with some of them changed.

        Args:
            options: Values of `ClientOptions`, and of header options, by name.
            header_options: Headers of the further options that a client takes, by option name.

        Raises:
            ConfigurationError: A value is out of its bounds.
            TypeError: An option with that name does not exist.
        """
        changes: dict[str, Any] = {}
        named = {option.name: option for option in self.header_options}
        for name, value in options.items():
            if name in _CHECKS:
                changes[name] = _CHECKS[name](name, value)
            elif header_options and name in header_options:
                named.pop(name, None)
                if value is not None:
                    named[name] = HeaderOption(name, header_options[name], _text(name, value))
            else:
                raise TypeError(f"got an unexpected keyword argument {name!r}")
        if "rate" in changes:
            changes["limiter"] = changes["rate"] and RateLimiter(changes["rate"])
        if "headers" in changes:
            advice = _advice(header_options or {})
            changes["headers"] = merge_headers(self.headers, changes["headers"], advice)
        return self._replace(header_options=tuple(named.values()), **changes)

    def headers_for(self, operation: Operation[Any]) -> dict[str, str]:
        """Return the headers that the client adds to the calls of an operation.

        Raises:
            ConfigurationError: The operation does not take one of the headers. Without it the call
                would act on another resource.
        """
        for option in self.header_options:
            if option.header not in operation.headers:
                raise ConfigurationError(
                    f"{operation.id} does not take {option.name}, which this client sets. Call it"
                    f" by with_options({option.name}=None) to leave it out.",
                    operation=operation.id,
                    method=operation.method,
                )
        named = {option.header: option.value for option in self.header_options}
        return {**dict(self.headers), **named}

    def apply_timeouts(self, request: httpx.Request, remaining: float | None) -> None:
        """Set the timeouts of one attempt, limited by the remaining seconds of the call."""
        seconds = self.timeout or self.default_timeout or request.extensions.get("timeout", {})
        if remaining is not None:
            seconds = {
                phase: remaining if (limit := seconds.get(phase)) is None else min(limit, remaining)
                for phase in ("connect", "read", "write", "pool")
            }
            # Our transport stops at the deadline; a timeout limits only one of many waits.
            request.extensions["deadline"] = time.monotonic() + remaining
        request.extensions["timeout"] = {
            phase: None if limit is None else min(max(0.0, limit), _LARGEST)
            for phase, limit in seconds.items()
        }


def _invalid(name: str, expected: str, value: object) -> ConfigurationError:
    return ConfigurationError(f"{name} must be {expected}, got {describe_value(value)}.")


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _positive(name: str, value: object, unit: str = "seconds") -> float:
    if not _is_number(value) or not _SMALLEST <= value <= _LARGEST:
        raise _invalid(name, f"a number of {unit} from {_SMALLEST} to {_LARGEST:g}", value)
    return value


def _positive_or_none(name: str, value: object) -> float | None:
    return None if value is None else _positive(name, value)


def _rate(name: str, value: object) -> float | None:
    return None if value is None else _positive(name, value, "calls a second")


def _timeout(name: str, value: object) -> Timeouts | None:
    if isinstance(value, classes("Timeout")):
        phases: Mapping[str, object] = cast("httpx.Timeout", value).as_dict()
        return {phase: _positive_or_none(f"timeout.{phase}", phases[phase]) for phase in phases}
    return None if value is None else timeouts(_positive(name, value))


def _headers(name: str, value: object) -> Mapping[str, str | None]:
    if value is None or isinstance(value, Mapping):
        return value or {}
    raise _invalid(name, "a mapping of names to values", value)


def _function(name: str, value: object) -> Callable[..., Any] | None:
    if value is None or (callable(value) and not iscoroutinefunction(value)):
        return value
    raise _invalid(name, "a plain function", value)


def _advice(header_options: Mapping[str, str]) -> dict[str, str]:
    """Return the option to use in the place of a header, by the name of the header."""
    return {header.lower(): f"Pass {name}=." for name, header in header_options.items()}


def _period(name: str, value: object) -> float:
    if not _is_number(value) or not 0 <= value <= _LARGEST:
        raise _invalid(name, f"a number of seconds from 0 to {_LARGEST:g}", value)
    return value


def _period_or_none(name: str, value: object) -> float | None:
    return None if value is None else _period(name, value)


def _count(name: str, value: object, minimum: int = 0) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < minimum:
        raise _invalid(name, f"an integer >= {minimum}", value)
    return value


def _size(name: str, value: object) -> int:
    return _count(name, value, 1)


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _invalid(name, "True or False", value)
    return value


def _bad_item_rule(name: str, value: object) -> OnBadItem:
    rules: tuple[OnBadItem, ...] = ("raise", "skip", "raw")
    for rule in rules:
        if value == rule:
            return rule
    raise _invalid(name, '"raise", "skip" or "raw"', value)


def _text(name: str, value: object) -> str:
    if not is_header_value(value):
        raise _invalid(name, "printable ASCII text without blanks, as headers need it", value)
    return str(value)


_CHECKS: Mapping[str, Callable[[str, object], Any]] = {
    "timeout": _timeout,
    "deadline": _positive_or_none,
    "retries": _count,
    "max_response_bytes": _size,
    "rate": _rate,
    "settle": _period,
    "resend_after": _period_or_none,
    "on_bad_item": _bad_item_rule,
    "pickle_key": _flag,
    "headers": _headers,
    "on_attempt": _function,
}
