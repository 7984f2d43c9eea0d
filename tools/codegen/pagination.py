"""Pagination: the code generated from `x-pagination` of the spec."""

from dataclasses import dataclass
from typing import Any

from .expressions import REQUEST_BODY, Expression, ExpressionResolver
from .generator_adapter import Endpoint, ListProperty, Property, PropertyProtocol
from .payloads import Payloads, successes
from .spec import DocumentError, Json, operations

LINK_HEADER = "$response.header.Link"


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
    location: str = "params"
    """Option of a call that holds the parameter of the page."""
    has_link_header: bool = False


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
            raise DocumentError(
                f"{endpoint.name}: x-pagination: items must be a list, got {rule['items']}"
            )
        return Pagination(
            item=items.prop.inner_property,
            item_type=self._payloads.annotations.of(items.prop.inner_property),
            items=f"lambda page: {items.code}",
            next_page=self._next_page(endpoint, rule),
            key=self._key(endpoint, rule, items.prop),
            size=self._size(endpoint, rule),
            location=self._location(endpoint, rule),
            has_link_header=rule.get("link", {}).get("next") == LINK_HEADER,
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
            return self._by_cursor(endpoint, rule["cursor"])
        if "link" in rule:
            return self._by_link(endpoint, rule["link"])
        name, pages = ("offset", rule["offset"]) if "offset" in rule else ("page", rule["page"])
        function = {"offset": "by_offset", "page": "by_number"}[name]
        parameter, _ = self._parameter(endpoint, pages["parameter"])
        first = pages.get("first", 0) if name == "offset" else pages["first"]
        if "total" not in pages:
            return f"_pagination.{function}({parameter!r}, {first})"
        total = self._place(endpoint, pages["total"]).code
        return f"_pagination.{function}({parameter!r}, {first}, total=lambda page: {total})"

    def _by_cursor(self, endpoint: Endpoint, cursor: Json) -> str:
        parameter, _ = self._parameter(endpoint, cursor["parameter"])
        next_cursor = self._optional_place(endpoint, cursor["next"])
        # Without such a field, a cursor means that more pages follow.
        more = self._optional_place(endpoint, str(cursor.get("more", cursor["next"])))
        return (
            f"_pagination.by_cursor({parameter!r}, lambda page: {next_cursor}, lambda page: {more})"
        )

    def _by_link(self, endpoint: Endpoint, link: Json) -> str:
        if link["next"] == LINK_HEADER:
            return "_pagination.by_link_header()"
        return f"_pagination.by_link(lambda page: {self._optional_place(endpoint, link['next'])})"

    def _location(self, endpoint: Endpoint, rule: Json) -> str:
        """Return the option of a call that holds the parameter of the page."""
        for name in ("cursor", "offset", "page"):
            if name in rule:
                return self._parameter(endpoint, rule[name]["parameter"])[1]
        return "params"

    def _key(self, endpoint: Endpoint, rule: Json, items: ListProperty) -> str | None:
        if (name := rule.get("key")) is None:
            return None
        key = self._payloads.fields(items.inner_property).get(name)
        if key is None or not key.required:
            raise DocumentError(
                f"{endpoint.name}: x-pagination: key must be a required field of an item,"
                f" got {name}"
            )
        return f"lambda item: item.{key.python_name}"

    def _size(self, endpoint: Endpoint, rule: Json) -> str | None:
        if (name := rule.get("size")) is None:
            return None
        if self._parameter(endpoint, name)[1] != "params":
            raise DocumentError(
                f"{endpoint.name}: x-pagination: size must be a query parameter, got {name}"
            )
        parameters = endpoint.query_parameters
        return next(str(p.python_name) for p in parameters if p.name.get_untrusted_value() == name)

    def _parameter(self, endpoint: Endpoint, name: str) -> tuple[str, str]:
        """Return the name of a parameter or a body field, and the option that holds it."""
        if name.startswith(REQUEST_BODY):
            return self._body_field(endpoint, name.removeprefix(REQUEST_BODY).strip("/")), "json"
        if name not in [prop.name.get_untrusted_value() for prop in endpoint.query_parameters]:
            raise DocumentError(f"{endpoint.name}: x-pagination: unknown parameter {name}")
        return name, "params"

    def _body_field(self, endpoint: Endpoint, name: str) -> str:
        body = endpoint.bodies[0] if len(endpoint.bodies) == 1 else None
        fields = self._payloads.fields(body.prop) if body and body.body_type == "json" else {}
        if name not in fields:
            raise DocumentError(
                f"{endpoint.name}: x-pagination: the body has no field {name} in JSON"
            )
        return name

    def _place(self, endpoint: Endpoint, pointer: str) -> Expression:
        payload = self._payloads.of(successes(endpoint)[0].prop)
        return self._resolver.in_response(payload, pointer, "page")

    def _optional_place(self, endpoint: Endpoint, pointer: str) -> str:
        payload = self._payloads.of(successes(endpoint)[0].prop)
        return self._resolver.optional_in_response(payload, pointer, "page")
