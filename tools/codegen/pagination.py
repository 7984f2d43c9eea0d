"""Pagination: the code generated from `x-pagination` of the spec."""

from dataclasses import dataclass
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import Property
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol

from .expressions import Expression, ExpressionResolver
from .payloads import Payloads, successes
from .spec import DocumentError, Json, operations


@dataclass(frozen=True)
class Pagination:
    """Rule of one operation, as its module states it."""

    item: PropertyProtocol
    item_type: str
    items: str
    next_page: str
    key: str | None
    size: str | None
    """Python name of the parameter for the page size."""


class Paginations:
    """Rules of the operations of one document."""

    def __init__(self, document: Json, payloads: Payloads) -> None:
        self._payloads = payloads
        self._resolver = ExpressionResolver(payloads)
        self._rules: dict[str, Any] = {
            node["operationId"]: node["x-pagination"]
            for _, _, node, _ in operations(document)
            if "x-pagination" in node
        }

    def of(self, endpoint: Endpoint) -> Pagination | None:
        """Return the rule of an operation, or None; raise DocumentError if it cannot work."""
        if (rule := self._rules.get(str(endpoint.name))) is None:
            return None
        items = self._place(endpoint, rule["items"])
        if not isinstance(items.prop, ListProperty):
            raise DocumentError(f"{endpoint.name}: x-pagination: {rule['items']} is no list")
        return Pagination(
            item=items.prop.inner_property,
            item_type=self._payloads.annotations.of(items.prop.inner_property),
            items=f"lambda page: {items.code}",
            next_page=self._next_page(endpoint, rule),
            key=self._key(endpoint, rule, items.prop),
            size=self._size(endpoint, rule),
        )

    def items_path(self, endpoint: Endpoint, prop: Property) -> tuple[str, ...] | None:
        """Return the keys that lead from a body to its list of items; None if it has no such list.

        That is the payload itself, or what `x-pagination` names.
        """
        if rule := self._rules.get(str(endpoint.name)):
            steps = str(rule["items"]).partition("#")[2].split("/")[1:]
            return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)
        payload = self._payloads.of(prop)
        is_list = isinstance(payload.prop, ListProperty)
        return tuple(payload.accessor.split(".")[1:]) if is_list else None

    def imports_of(self, endpoint: Endpoint) -> list[str]:
        """Return the import lines for the type of an item."""
        rule = self.of(endpoint)
        return self._payloads.annotations.imports_of([rule.item]) if rule else []

    def _next_page(self, endpoint: Endpoint, rule: Json) -> str:
        if "cursor" in rule:
            cursor = rule["cursor"]
            following = self._place(endpoint, cursor["next"]).code
            more = self._place(endpoint, cursor["more"]).code
            name = self._parameter(endpoint, cursor["parameter"])
            return f"_pagination.by_cursor({name!r}, lambda page: {following}, lambda page: {more})"
        page = rule["page"]
        name = self._parameter(endpoint, page["parameter"])
        if "total" not in page:
            return f"_pagination.by_number({name!r}, {page['first']})"
        total = self._place(endpoint, page["total"]).code
        return f"_pagination.by_number({name!r}, {page['first']}, total=lambda page: {total})"

    def _key(self, endpoint: Endpoint, rule: Json, items: ListProperty) -> str | None:
        if (name := rule.get("key")) is None:
            return None
        key = self._payloads.fields(items.inner_property).get(name)
        if key is None or not key.required:
            raise DocumentError(f"{endpoint.name}: x-pagination: no item has always its {name}")
        return f"lambda item: item.{key.python_name}"

    def _size(self, endpoint: Endpoint, rule: Json) -> str | None:
        if (name := rule.get("size")) is None:
            return None
        self._parameter(endpoint, name)
        parameters = endpoint.query_parameters
        return next(str(p.python_name) for p in parameters if p.name.get_untrusted_value() == name)

    def _parameter(self, endpoint: Endpoint, name: str) -> str:
        if name not in [each.name.get_untrusted_value() for each in endpoint.query_parameters]:
            raise DocumentError(f"{endpoint.name}: x-pagination: there is no parameter {name}")
        return name

    def _place(self, endpoint: Endpoint, where: str) -> Expression:
        payload = self._payloads.of(successes(endpoint)[0].prop)
        return self._resolver.in_response(payload, where, "page")
