"""Rule of filtered lists: each item has what the query of the request demands."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs

from ..findings import Finding
from ..spec.document import Json
from ..spec.fields import numbers_within
from .call import Call, item_lists, moment, sequence_finding

_UNFINISHED = frozenset({"queued", "running"})
_BOUNDS: dict[str, Callable[[Any, Any], bool]] = {
    "From": lambda shown, bound: shown >= bound,
    "To": lambda shown, bound: shown <= bound,
}


class Filters:
    """A filtered list has only items that the filter keeps."""

    def check(self, call: Call) -> list[Finding]:
        """Return a finding for each filter that an item of the list contradicts."""
        if not (call.is_read and call.is_success and call.exchange.query):
            return []
        return [*self._findings(call)]

    def _findings(self, call: Call) -> Iterator[Finding]:
        rows = [row for rows in item_lists(call.payload) for row in rows if isinstance(row, dict)]
        sent = parse_qs(call.exchange.query)
        for parameter in call.operation.parameters:
            name = parameter["name"]
            is_filter = parameter["in"] == "query" and not parameter.get("required")
            if not (is_filter and name in sent):
                continue
            is_kept = (
                _reaches(name, sent[name], call.payload)
                if name.startswith("min")
                else all(_keeps(name, sent[name], row) for row in rows)
            )
            if not is_kept:
                problem = f"has an item that the {name} of the request leaves out"
                yield sequence_finding("", problem, is_certain=True)


def _reaches(name: str, texts: list[str], payload: Any) -> bool:
    """Return True if no number in a payload is below a minimum."""
    field = name.removeprefix("min")[:1].lower() + name.removeprefix("min")[1:]
    try:
        minimum = float(texts[-1])
    except ValueError:
        return True
    return all(number >= minimum for number in numbers_within(payload, field))


def _keeps(name: str, texts: list[str], row: Json) -> bool:
    """Return True if a parameter keeps an item, or if the item does not show it."""
    for ending, is_within in _BOUNDS.items():
        if name.endswith(ending):
            field, bound = name.removesuffix(ending), moment(texts[-1])
            shown = moment(row.get(field))
            if bound is None or shown is None:
                # Without a time, an item is neither before nor after it.
                return bound is None or row.get(field, "") is not None
            return is_within(shown, bound)
    field = next((field for field in (name, name.removesuffix("es")) if field in row), "")
    wanted = {value.casefold() for text in texts for value in text.split(",")}
    # A job goes on while the list is read.
    if not field or wanted & _UNFINISHED:
        return True
    return str(row[field]).casefold() in wanted
