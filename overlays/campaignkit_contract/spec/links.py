"""The links of an answer: whether what they promise can be found, and whom they lead to."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from jsonpath import JSONPointer, JSONPointerError, JSONPointerIndexError

from ..exchange import Exchange, Finding

_pointer = cache(JSONPointer)
_EMBEDDED = re.compile(r"{(\$[^}]+)}")


@dataclass(frozen=True)
class Told:
    """What expressions can refer to: an exchange, its path's values and its parsed bodies."""

    exchange: Exchange
    path: Mapping[str, str]
    body: Any
    request_body: Any


@dataclass(frozen=True)
class Link:
    """One documented link."""

    name: str
    target: str
    """The operationId that it leads to."""
    parameters: Mapping[str, Any]
    targets: Mapping[str, Collection[str]]
    """The operations of the spec, each with the names of its parameters."""

    def findings(self, told: Told) -> Iterator[Finding]:
        """What keeps the link from being followed."""
        if self.target not in self.targets:
            yield self._finding(f"leads to {self.target}, which the spec does not have")
            return
        for name, value in self.parameters.items():
            # `path.id` is the name `id` with its location.
            if not {name, name.partition(".")[2]} & set(self.targets[self.target]):
                yield self._finding(f"fills {name}, which is no parameter of {self.target}")
            for expression in expressions(value):
                if not is_found(expression, told):
                    yield self._finding(f"{expression} is not there")

    def _finding(self, sentence: str) -> Finding:
        return Finding("breaking", "links", self.name, sentence)


def expressions(value: Any) -> list[str]:
    """The runtime expressions of a link's parameter; a constant has none."""
    if not isinstance(value, str):
        return []
    return [value] if value.startswith("$") else _EMBEDDED.findall(value)


def is_found(expression: str, told: Told) -> bool:
    """Whether a runtime expression finds a value, or could with a list that is longer."""
    if expression in {"$url", "$method", "$statusCode"}:
        return True
    side, _, rest = expression.partition(".")
    source, _, name = rest.partition(".")
    exchange = told.exchange
    is_request = side == "$request"
    match source:
        case "path":
            return name in told.path
        case "query":
            return name in parse_qs(exchange.query, keep_blank_values=True)
        case "header":
            headers = exchange.request_headers if is_request else exchange.headers
            return name in headers or name.lower() in exchange.hidden
        case _ if source.partition("#")[0] == "body":
            body = told.request_body if is_request else told.body
            is_unknown = is_request and exchange.request_body is None
            return is_unknown or _points_at_something(rest.partition("#")[2], body)
    return False


def _points_at_something(pointer: str, body: Any) -> bool:
    try:
        _pointer(pointer).resolve(body)
    except JSONPointerIndexError:
        return True  # the list is too short; what it would hold is for the schema to say
    except JSONPointerError:
        return False
    return True
