"""What an answer shows of a call: the conditions of `x-verify`, over JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jsonpath import JSONPointer, JSONPointerError

from ..spec.schemas import Json

_ANSWER = "$response.body#"
_BODY = "$request.body#"
_PATH = "$request.path."
_ARGUMENT = "$argument."

_ABSENT: Any = object()


@dataclass(frozen=True)
class Asked:
    """A call and its answer, as far as expressions refer to them."""

    path: Mapping[str, str]
    body: Any
    arguments: Mapping[str, str] = field(default_factory=dict)
    answer: Any = None

    def value(self, expression: Any) -> Any:
        """The value of an expression about the call, or a constant as it stands."""
        if not isinstance(expression, str):
            return expression
        if expression.startswith(_ANSWER):
            return _at(self.answer, expression.removeprefix(_ANSWER))
        if expression.startswith(_PATH):
            return self.path[expression.removeprefix(_PATH)]
        if expression.startswith(_ARGUMENT):
            return self.arguments[expression.removeprefix(_ARGUMENT)]
        if expression.startswith(_BODY):
            return _at(self.body, expression.removeprefix(_BODY))
        return expression


@dataclass(frozen=True)
class Evidence:
    """The answer to the read that tells what became of a call."""

    asked: Asked
    status: int
    body: Any
    since: datetime
    """When the call was sent, on the server's clock."""

    def holds(self, rule: Json) -> bool:
        """Whether a condition holds; an empty one never does."""
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
        return [each for each in self._found(rule["in"], None) if self._holds(rule, each)]

    def _holds(self, rule: Json, item: Any) -> bool:
        equal = all(
            self._agrees(self._found(where, item), self.asked.value(value))
            for where, value in rule.get("equals", {}).items()
        )
        if "since" in rule:
            moment = self._found(rule["since"], item)
            if moment in (None, _ABSENT) or datetime.fromisoformat(moment) < self.since:
                return False
        return equal and not ("not" in rule and self._holds(rule["not"], item))

    def _found(self, where: str, item: Any) -> Any:
        if where.startswith(_ANSWER):
            return _at(self.body, where.removeprefix(_ANSWER))
        return _at(item, where)

    def _agrees(self, found: Any, value: Any) -> bool:
        """Whether an answer has a value that was given; what was left out agrees with anything."""
        if value is _ABSENT:
            return True
        if isinstance(value, dict) and isinstance(found, dict):
            return all(self._agrees(found.get(name), each) for name, each in value.items())
        return bool(found == value)


def _at(value: Any, pointer: str) -> Any:
    if pointer and not pointer.startswith("/"):
        pointer = f"/{pointer}"
    try:
        return JSONPointer(pointer).resolve(value)
    except JSONPointerError:
        return _ABSENT
