"""Hooks that keep the `st` command to a rate limit and to the rest of the budget.

`st` itself supports either a rate or `Retry-After`, not both.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import schemathesis

from ..targets.rate_limit import DEFAULT_RATE, RateLimit, parse_rate
from .command import MAX_REQUESTS, REQUEST_FILE
from .request_counter import RequestCounter

if TYPE_CHECKING:
    from schemathesis import HookContext

_LIMIT = RateLimit(parse_rate(os.environ.get("RATE") or DEFAULT_RATE))
_REQUESTS = Path(os.environ[REQUEST_FILE]).open("ab", buffering=0)  # noqa: SIM115 - until the end

sys.addaudithook(RequestCounter(int(os.environ[MAX_REQUESTS]), _REQUESTS.write))


_RUN = os.getppid()


@schemathesis.hook
def before_call(context: "HookContext", case: Any, kwargs: dict[str, Any]) -> None:
    """Wait until the request may be sent; end if the run that started `st` was killed."""
    _LIMIT.wait()
    if os.getppid() != _RUN:
        raise KeyboardInterrupt


@schemathesis.hook
def after_call(context: "HookContext", case: Any, response: Any) -> None:
    """Respect a 429. `st` repeats the request by itself, but does not delay its own probes."""
    _LIMIT.on_response(response.status_code, "".join(response.headers.get("retry-after", ())[:1]))
