"""What a keyed operation answered first, for whoever repeats it with the same idempotency key."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import NamedTuple

from .records import JSON
from .responses import Refusal

IDEMPOTENCY_KEY = "Idempotency-Key"


class Slot(NamedTuple):
    """Where an answer is kept: a key of one caller means nothing to another one."""

    api_key: str
    operation_id: str
    idempotency_key: str
    """Empty where the request has none."""


class Repeats:
    """The successes of keyed operations; a refusal is not kept."""

    def __init__(self) -> None:
        self._held: dict[Slot, tuple[str, object]] = {}

    def payload(
        self,
        slot: Slot,
        arguments: JSON,
        apply: Callable[[], object],
        again: Callable[[object], object],
    ) -> object:
        """Return what the slot holds, or apply and hold it; other arguments are a conflict.

        What is held goes through `again` before it is answered once more.
        """
        asked = _text(arguments)
        if slot not in self._held:
            # A copy: later writes change the records that the payload shows.
            self._held[slot] = (asked, deepcopy(apply()))
            return self._held[slot][1]
        first, payload = self._held[slot]
        if asked != first:
            message = f"The {IDEMPOTENCY_KEY} was used with other arguments."
            raise Refusal(409, message, code="IDEMPOTENCY_CONFLICT")
        return again(payload)


def _text(arguments: JSON) -> str:
    # The key may be among them, for the spec can declare its header. Text tells 1 from true.
    own = IDEMPOTENCY_KEY.lower()
    rest = {name: value for name, value in arguments.items() if name.lower() != own}
    return json.dumps(rest, sort_keys=True)
