"""Rules of `x-verify`: whether the response of a read shows that a call was applied."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .document import Json
from .expressions import MISSING, RESPONSE_BODY, CallContext, value_at


@dataclass(frozen=True)
class VerifyRule:
    """Conditions over the response of the read that follows a call."""

    call: CallContext
    status: int
    body: Any
    since: datetime
    """When the call was sent, on the server's clock."""

    def holds(self, rule: Json) -> bool:
        """Return True if a condition holds. An empty condition never holds."""
        if "status" in rule:
            return bool(self.status == rule["status"])
        if not rule or not 200 <= self.status < 300:
            return False
        counts = {key: len(self._matching(rule[key])) for key in ("one", "none") if key in rule}
        return (
            self._holds(rule, self.body)
            and counts.get("one", 1) == 1
            and counts.get("none", 0) == 0
        )

    def _matching(self, rule: Json) -> list[Any]:
        return [item for item in self._value(rule["in"], None) if self._holds(rule, item)]

    def _holds(self, rule: Json, item: Any) -> bool:
        is_equal = all(
            _matches(self._value(pointer, item), self.call.evaluate(expected))
            for pointer, expected in rule.get("equals", {}).items()
        )
        if "since" in rule:
            changed_at = self._value(rule["since"], item)
            if changed_at in (None, MISSING) or datetime.fromisoformat(changed_at) < self.since:
                return False
        return is_equal and not ("not" in rule and self._holds(rule["not"], item))

    def _value(self, pointer: str, item: Any) -> Any:
        if pointer.startswith(RESPONSE_BODY):
            return value_at(self.body, pointer.removeprefix(RESPONSE_BODY))
        return value_at(item, pointer)


def _matches(found: Any, expected: Any) -> bool:
    """Return True if a response has an expected value. An omitted value matches anything."""
    if expected is MISSING:
        return True
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(_matches(found.get(name), value) for name, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(found) == len(expected) and all(map(_matches, found, expected))
    return bool(found == expected)
