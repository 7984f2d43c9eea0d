"""Python code for the conditions and results of `x-verify`."""

from collections.abc import Iterator
from typing import Any

from .expressions import REQUEST_BODY, RESPONSE_BODY, Expression, ExpressionResolver, RequestContext
from .generator_adapter import EnumProperty, ListProperty, Property, PropertyProtocol
from .payloads import Payload, Payloads
from .spec import DocumentError, Json

_ITEM = "$item"


class Conditions:
    """Expressions of one rule: `_found` is the payload of the read, `_item` an item of its list."""

    def __init__(
        self,
        payloads: Payloads,
        request: RequestContext,
        found: Payload,
        *,
        item: Json | None,
        more: str | None,
    ) -> None:
        self._payloads = payloads
        self._resolver = ExpressionResolver(payloads)
        self._request = request
        self._found = found
        self._item = item
        """Condition for the item that the call created."""
        self._more = more
        """Expression that is true if the read has another page; None without pages."""

    def condition(self, rule: Json) -> str:
        """Return the expression that is true if all parts of a condition are."""
        parts = [*self._parts(rule, "_found", self._found.prop)]
        if "status" in rule:  # a 404 was handled before, as an error
            parts.append(str(rule["status"] != 404))
        for key, test in (("one", "len({items}) == 1"), ("none", "not {items}")):
            if key in rule:
                parts.append(test.format(items=self._counted(rule[key])))
                # An item that is not on the first page may be on another.
                parts += [f"not {self._in_response(self._more).code}"] if self._more else []
        return " and ".join(parts) or "False"

    def matching(self) -> str | None:
        """Return the expression of the items that the call may have created."""
        return self._matching(self._item) if self._item else None

    def _counted(self, rule: Json) -> str:
        """Return the expression of the items that a condition counts."""
        if rule == self._item:
            return "_matching(_found, _since)"
        if rule.keys() == {"in", "since"}:
            items, item = self._items(rule)
            return f"[_item for _item in {items} if {self._created(rule['since'], item)}]"
        return self._matching(rule)

    def _matching(self, rule: Json) -> str:
        items, item = self._items(rule)
        test = _all(self._parts(rule, "_item", item))
        return f"[_item for _item in {items} if {test}]"

    def candidates(self, rule: Json | None) -> str | None:
        """Return the expression of the items that the call may have created, likeliest first."""
        if rule is None:
            return None
        items, item = self._items(rule)
        [(pointer, value)] = rule["like"].items()
        field = self._field(pointer, "_item", item)
        is_unlike = f"not _similarity.resembles({field}, {self._value(value)})"
        shown = ", ".join(self._field(shown, "_item", item) for shown in rule["show"])
        ordered = f"sorted({items}, key=lambda _item: {is_unlike})"
        return f"[({shown}) for _item in {ordered} if {self._created(rule['since'], item)}]"

    def _created(self, pointer: str, item: PropertyProtocol) -> str:
        """Return the expression that is false for an item older than the call."""
        time = self._field(pointer, "_item", item)
        return f"({time} is None or {time} >= _since)"

    def _items(self, rule: Json) -> tuple[str, PropertyProtocol]:
        """Return the expression of the list of a condition, and the property of its items."""
        items = self._in_response(rule["in"])
        if not isinstance(items.prop, ListProperty):
            raise DocumentError(f"x-verify: in must be a list, got {rule['in']}")
        return items.code, items.prop.inner_property

    def result(self, payload: Payload, rule: Json | str | None) -> str:
        """Return the expression of the result that the call would have returned."""
        if not isinstance(rule, dict):
            return self._value(rule)
        unset = self._payloads.names["UNSET"]
        values = [
            f"{prop.python_name}={self._field_value(prop, rule[name]) if name in rule else unset}"
            for name, prop in self._payloads.fields(payload.prop).items()
        ]
        return f"{payload.type_string}({', '.join(values)})"

    def _parts(self, rule: Json, name: str, prop: PropertyProtocol) -> Iterator[str]:
        if "since" in rule:
            time = self._field(rule["since"], name, prop)
            yield f"({time} is not None and {time} >= _since)"
        for pointer, value in rule.get("equals", {}).items():
            yield self._equality(self._field(pointer, name, prop), value)
        for pointer in rule.get("absent", ()):
            yield f"{self._request.resolve(pointer).code} is {self._payloads.names['UNSET']}"
        if "not" in rule:
            yield f"not ({_all(self._parts(rule['not'], name, prop))})"

    def _equality(self, field: str, value: Any) -> str:
        if value is None or isinstance(value, bool):
            return f"{field} is {value}"
        if self._request.has(value) and value.startswith(REQUEST_BODY):
            # It may be unset, or hold more than plain values.
            return f"_arguments.matches({field}, {self._value(value)})"
        return f"{field} == {self._value(value)}"

    def _field(self, pointer: str, name: str, prop: PropertyProtocol) -> str:
        if pointer.startswith(RESPONSE_BODY):
            return self._in_response(pointer).code
        return self._resolver.within(Expression(name, prop), pointer, pointer).code

    def _field_value(self, field: Property, value: Any) -> str:
        expression = self._value(value)
        is_constant = expression == repr(value)
        if is_constant and isinstance(field, EnumProperty):
            return f"{field.class_info.name}({expression})"
        return expression

    def _value(self, value: Any) -> str:
        """Return the expression of a value: a place in a response or a request, or a constant."""
        if isinstance(value, str) and value.startswith(_ITEM):
            return self._created_item(value)
        if self._request.has(value):
            return self._request.resolve(value).code
        is_place = isinstance(value, str) and value.startswith("$")
        return self._in_response(value).code if is_place else repr(value)

    def _created_item(self, pointer: str) -> str:
        """Return the expression of the created item, or of one of its fields."""
        if self._item is None:
            raise DocumentError(f"x-verify: {pointer} requires one in applied")
        item = Expression("_matching(_found, _since)[0]", self._items(self._item)[1])
        return self._resolver.within(item, pointer.removeprefix(_ITEM), pointer).code

    def _in_response(self, pointer: str) -> Expression:
        return self._resolver.in_response(self._found, pointer, "_found")


def _all(parts: Iterator[str]) -> str:
    """Return the expression that is true if all parts are."""
    if not (test := " and ".join(parts)):
        raise DocumentError("x-verify: a condition must not be empty")
    return test
