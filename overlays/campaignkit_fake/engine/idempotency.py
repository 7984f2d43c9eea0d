"""Idempotency keys: a repeated call of a keyed operation gets the first payload again."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import NamedTuple

from .errors import ApiError
from .types import Arguments

IDEMPOTENCY_KEY = "Idempotency-Key"


class IdempotencyScope(NamedTuple):
    """Scope of an idempotency key: the same key of another caller means another call."""

    api_key: str
    operation_id: str
    idempotency_key: str
    """Empty if the request has none."""


class IdempotencyStore:
    """Successes of keyed operations by scope; errors are not kept."""

    def __init__(self) -> None:
        self._payloads: dict[IdempotencyScope, tuple[str, object]] = {}

    def payload(
        self,
        scope: IdempotencyScope,
        arguments: Arguments,
        apply: Callable[[], object],
        replay: Callable[[object], object],
    ) -> object:
        """Return the kept payload of the scope through `replay`, or apply and keep the payload.

        Raises:
            ApiError: The first call had other arguments (409 IDEMPOTENCY_CONFLICT).
        """
        text = _to_text(arguments)
        if scope not in self._payloads:
            # A copy: later writes change the records that the payload shows.
            self._payloads[scope] = (text, deepcopy(apply()))
            return self._payloads[scope][1]
        first, payload = self._payloads[scope]
        if text != first:
            message = f"The {IDEMPOTENCY_KEY} was used with other arguments."
            raise ApiError(409, message, code="IDEMPOTENCY_CONFLICT")
        return replay(payload)


def _to_text(arguments: Arguments) -> str:
    # The spec may declare the header of the key as a parameter. As text, 1 and true differ.
    key = IDEMPOTENCY_KEY.lower()
    others = {name: value for name, value in arguments.items() if name.lower() != key}
    return json.dumps(others, sort_keys=True)
