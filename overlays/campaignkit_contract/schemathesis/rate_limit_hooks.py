"""The hooks of `st` that keep it to a pace, because it can only keep to a rate or heed a 429."""

import os
from typing import TYPE_CHECKING, Any

import schemathesis

from ..targets.rate_limit import DEFAULT, Pace, interval

if TYPE_CHECKING:
    from schemathesis import HookContext

_PACE = Pace(interval(os.environ.get("RATE", DEFAULT)))


@schemathesis.hook
def before_call(context: "HookContext", case: Any, kwargs: dict[str, Any]) -> None:
    """Wait for the request's turn."""
    _PACE.wait()


@schemathesis.hook
def after_call(context: "HookContext", case: Any, response: Any) -> None:
    """Heed a 429. `st` repeats the request, and waits for it too; its own probes it does not."""
    _PACE.heed(response.status_code, "".join(response.headers.get("retry-after", ())[:1]))
