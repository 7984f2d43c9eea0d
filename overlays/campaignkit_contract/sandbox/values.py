"""Values of requests: fresh names and phone numbers, and ids in the place of references."""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from json import loads
from typing import Any

from ..spec.document import Json
from ..spec.examples import named_examples, packaged_bodies
from ..spec.kinds import Kinds
from ..spec.references import references
from ..targets.requests import UNKNOWN_ID

_MOVE = "sonarly_audiences_move_leads"
_NAME = "name"
_NAME_IN_TEXT = re.compile(rb'"name": ?"([^"]*)"')
_PHONE_NUMBER = "phoneNumber"
_NUMBERS = 80_000  # that are reserved for fiction
_EXAMPLES = 10_000  # numbers at the beginning, and at the end, with which no run begins


def first_number(run_id: str) -> int:
    """Return the index of the phone number with which a run begins.

    A server that can be reset may have the first numbers. Its contacts are not searched for them.
    """
    return _EXAMPLES + int.from_bytes(run_id.encode()) % (_NUMBERS - 2 * _EXAMPLES)


class Texts:
    """Fresh texts that mark what a run makes."""

    def __init__(self, marker: str, first_number: int) -> None:
        self.marker = marker
        self._count, self._keys = 0, 0
        self._next_number = first_number

    def name(self) -> str:
        """Return a name that no other resource has."""
        self._count += 1
        return f"{self.marker}-{self._count}"

    def key(self) -> str:
        """Return an idempotency key that no earlier call had, also if a check is repeated."""
        self._keys += 1
        return f"{self.marker} {self._keys}"

    def phone_number(self, is_taken: Callable[[str], bool]) -> str:
        """Return a US phone number that is reserved for fiction and not taken, with `+`."""
        for _ in range(_NUMBERS):
            area, line = divmod(self._next_number % _NUMBERS, 100)
            self._next_number += 1
            number = f"1{200 + area}55501{line:02}"
            if not is_taken(number):
                return f"+{number}"
        raise LookupError("Every phone number that is reserved for fiction is taken.")


def example_body(
    operation_id: str, texts: Texts, is_taken: Callable[[str], bool], example: str = ""
) -> Json:
    """Return an example body of an operation with fresh names and phone numbers.

    The result has the keywords of httpx; it is empty for an operation without a body. Without the
    name of an example, it is the first one.
    """
    body = deepcopy(dict(packaged_bodies()[operation_id]))
    if example:
        body["json"] = deepcopy(named_examples(operation_id)[example])
    for holder in _objects(body.get("json", body.get("data"))):
        if _NAME in holder:
            holder[_NAME] = texts.name()
        if _PHONE_NUMBER in holder:
            holder[_PHONE_NUMBER] = texts.phone_number(is_taken)
    return body


def harmless_body(kinds: Kinds, operation_id: str, texts: Texts) -> Json:
    """Return a body with fresh names, and with unknown ids in the place of every reference.

    It is for a call that must be rejected: a server that accepts it changes nothing foreign.
    """
    body = example_body(operation_id, texts, lambda _: False)
    sent = body.get("json")
    if not isinstance(sent, dict):
        return body
    for field, _ in list(references(kinds, operation_id, sent)):
        sent[field] = [UNKNOWN_ID] if isinstance(sent[field], list) else UNKNOWN_ID
    return body


def sent_json(body: Json) -> Any:
    """Return the JSON of a body, also of one that was written by hand; None without any."""
    try:
        return body["json"] if "json" in body else loads(body.get("content") or b"null")
    except ValueError:
        return None


def listed_objects(body: Json) -> list[Json]:
    """Return the objects in the first list of objects in a body, such as contacts to create."""
    sent = body.get("json")
    for value in sent.values() if isinstance(sent, dict) else ():
        items = value if isinstance(value, list) else []
        if any(isinstance(item, dict) and _NAME in item for item in items):
            return items
    return []


def marked_text(body: Json) -> str:
    """Return the first fresh name in a body, by which a created resource is found."""
    if isinstance(content := body.get("content"), bytes):
        # Text that need not be valid JSON.
        match = _NAME_IN_TEXT.search(content)
        return match[1].decode(errors="replace") if match else ""
    value = body.get("json", body.get("data"))
    names = (holder[_NAME] for holder in _objects(value) if isinstance(holder.get(_NAME), str))
    return next(names, "")


def inverse(operation_id: str, values: Mapping[str, str | None], body: Json) -> Json | None:
    """Return the call that reverts a write; None if the removal of what it made is enough."""
    sent = sent_json(body)
    if operation_id != _MOVE or not isinstance(sent, dict) or "targetAudienceId" not in sent:
        return None
    back = {name: str(value) for name, value in values.items()}
    return {
        "operation": _MOVE,
        "values": {**back, "audienceId": str(sent["targetAudienceId"])},
        "json": {"targetAudienceId": back["audienceId"], "leadIds": sent.get("leadIds")},
    }


def digits(number: str) -> str:
    """Return the digits of a phone number, because servers change its punctuation."""
    return re.sub(r"\D", "", number)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield an object and the objects in its lists."""
    if isinstance(value, Mapping):
        yield value  # type: ignore[misc]
        for inner in value.values():
            if isinstance(inner, list):
                for item in inner:
                    if isinstance(item, dict) and _NAME in item:
                        yield item
