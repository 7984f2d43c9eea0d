"""Requests of operations: the code that puts arguments into their places in a request."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .body_properties import ContentProperty
from .decoders import without_null
from .encoders import Encodings
from .form_encodings import form_styles, part_types
from .generator_adapter import (
    AnyProperty,
    Endpoint,
    ListProperty,
    ModelProperty,
    Property,
    PropertyProtocol,
    StringProperty,
    UnionProperty,
)
from .media_types import Media
from .operation_forms import OperationForm
from .parameter_forms import ParameterForm
from .signatures import Signatures, keyword
from .spec import DocumentError

_IS_SET = "not isinstance(body, _models.Unset)"


@dataclass(frozen=True)
class BodyCode:
    """Body in one media type."""

    condition: str
    """Condition for the media type; empty if it always applies."""
    option: str
    """Option of httpx that takes the body."""
    value: str
    content_type: str
    """Expression of the Content-Type; empty if httpx sets it."""


@dataclass(frozen=True)
class RequestCode:
    """Code of a request: expressions for each of its parts."""

    path: tuple[tuple[str, str], ...]
    """Names of the template, and the expressions of their values."""
    options: Mapping[str, tuple[tuple[str, str], ...]]
    """Names and expressions of headers, cookies and plain parameters, by the option of httpx."""
    query: tuple[str, ...]
    """Expressions of the parameters whose style httpx does not have."""
    bodies: tuple[BodyCode, ...]
    expected_body: str
    """Expected types of a body of several types; empty if its code checks every type."""
    accept: str
    """Literal of the header Accept; empty if it is that of JSON."""


class Requests:
    """Requests of the operations of one document."""

    def __init__(
        self, forms: Mapping[str, OperationForm], encodings: Encodings, signatures: Signatures
    ) -> None:
        self._forms = forms
        self._encodings = encodings
        self._signatures = signatures

    def of(self, endpoint: Endpoint) -> RequestCode:
        """Return the code of the request of an operation."""
        form = self._forms[str(endpoint.name)]
        query = [(prop, form.parameter("query", prop)) for prop in endpoint.query_parameters]
        options = {
            "headers": [self._header(prop, form) for prop in endpoint.header_parameters],
            "cookies": [self._cookie(prop, form) for prop in endpoint.cookie_parameters],
            "params": [self._plain_query(*pair) for pair in query if _is_plain_query(*pair)],
        }
        kinds = [_test(endpoint, body.prop) for body in endpoint.bodies]
        is_checked = len(kinds) > 1 and all(test for _, test in kinds)
        accept = form.responses.accept
        return RequestCode(
            path=tuple(self._path(prop, form) for prop in endpoint.path_parameters),
            options={name: tuple(entries) for name, entries in options.items() if entries},
            query=tuple(self._styled_query(*pair) for pair in query if not _is_plain_query(*pair)),
            bodies=tuple(self._bodies(endpoint, form)),
            expected_body=" or ".join(name for name, _ in kinds) if is_checked else "",
            accept=_literal(accept) if accept else "",
        )

    def _path(self, prop: Property, form: OperationForm) -> tuple[str, str]:
        rule = form.parameter("path", prop)
        if rule.is_json:
            code = self._call("_parameters.json_path", prop)
        elif rule.style == "simple" and _is_single(prop):
            code = self._call("_arguments.path_segment", prop)
        else:
            style = f"{_literal(rule.style)}, explode={rule.explode}"
            code = self._call("_parameters.path", prop, style, name=rule.name)
        return str(prop.python_name), code

    def _header(self, prop: Property, form: OperationForm) -> tuple[str, str]:
        rule = form.parameter("header", prop)
        if rule.is_json:
            code = self._call("_parameters.json_header", prop)
        elif _is_single(prop):
            code = self._call("_arguments.header_value", prop)
        else:
            code = self._call("_parameters.header", prop, f"explode={rule.explode}")
        return _literal(rule.name), code

    def _cookie(self, prop: Property, form: OperationForm) -> tuple[str, str]:
        rule = form.parameter("cookie", prop)
        function = "_arguments.cookie_value" if _is_single(prop) else "_parameters.cookie"
        return _literal(rule.name), self._call(function, prop)

    def _plain_query(self, prop: Property, rule: ParameterForm) -> tuple[str, str]:
        function = "_parameters.json_value" if rule.is_json else "_arguments.query_value"
        return _literal(rule.name), self._call(function, prop)

    def _styled_query(self, prop: Property, rule: ParameterForm) -> str:
        style = f"{_literal(rule.style)}, explode={rule.explode}"
        if rule.allows_reserved:
            style += ", allow_reserved=True"
        return self._call("_parameters.query", prop, style, name=rule.name)

    def _call(self, function: str, prop: Property, *more: str, name: str | None = None) -> str:
        names = [keyword(prop)] if name is None else [keyword(prop), name]
        arguments = [*map(_literal, names), str(prop.python_name), self._encodings.parameter(prop)]
        return f"{function}({', '.join([*arguments, *more])})"

    def _bodies(self, endpoint: Endpoint, form: OperationForm) -> Iterator[BodyCode]:
        argument = _literal(self._signatures.of(endpoint).body_argument)
        tests = [test for _, test in (_test(endpoint, body.prop) for body in endpoint.bodies)]
        if len(tests) > 1 and len(set(tests)) < len(tests):
            raise DocumentError(
                f"{endpoint.name}: requestBody has two content types of the same Python type."
                " Keep one of them."
            )
        for body, media, test in zip(endpoint.bodies, form.bodies, tests, strict=True):
            is_optional = not body.prop.required
            condition = _IS_SET if is_optional else ""
            if len(tests) > 1:
                condition = test or _IS_SET
            yield self._body(argument, body.prop, media, condition)

    def _body(self, argument: str, prop: Property, media: Media, condition: str) -> BodyCode:
        name, encoder = _literal(media.name), self._encodings.encoder(prop)
        match media.kind:
            case "form":
                styles = form_styles(media)
                more = f", {styles!r}" if styles else ""
                value = f"_bodies.form_body({argument}, body, {encoder}{more})"
                return BodyCode(condition, "data", value, "")
            case "multipart":
                types = part_types(media)
                more = f", {types!r}" if types else ""
                value = f"_bodies.multipart_body({argument}, body, {encoder}{more})"
                return BodyCode(condition, "files", value, "")
            case "text":
                value = f"_bodies.text_body({argument}, body, {encoder})"
                kind = f'_bodies.text_type({name}, _options["content"])'
                return BodyCode(condition, "content", value, kind)
            case "bytes":
                value = f"_bodies.content_body({argument}, body)"
                is_one = not set(media.name) & set("*,")
                kind = name if is_one else f"_bodies.content_type({name}, body)"
                return BodyCode(condition, "content", value, kind)
        value = f"_bodies.json_body({argument}, body, {encoder})"
        is_usual = media.name == "application/json" or media.is_range
        return BodyCode(condition, "json", value, "" if is_usual else name)


def _is_plain_query(prop: Property, rule: ParameterForm) -> bool:
    """Return True if httpx writes a parameter in its style."""
    if rule.is_json:
        return True
    if rule.style != "form" or rule.allows_reserved:
        return False
    inner, _ = without_null(prop)
    is_list = isinstance(inner, ListProperty) and _is_single(inner.inner_property)
    return _is_single(prop) or (is_list and rule.explode)


def _is_single(prop: PropertyProtocol) -> bool:
    """Return True if the values are neither lists nor objects."""
    inner, _ = without_null(prop)
    if isinstance(inner, UnionProperty):
        return all(map(_is_single, inner.inner_properties))
    return not isinstance(inner, ListProperty | ModelProperty | AnyProperty)


def _test(endpoint: Endpoint, prop: Property) -> tuple[str, str]:
    """Return the name of a body's type, and the condition for a body of the type."""
    match prop:
        case ModelProperty():
            name = str(prop.class_info.name)
            return f"a {name}", f"isinstance(body, {name})"
        case ListProperty():
            return "a list", "isinstance(body, list)"
        case StringProperty():
            return "a string", "isinstance(body, str)"
        case ContentProperty():
            return "bytes or a file", ""
    if len(endpoint.bodies) > 1:
        raise DocumentError(
            f"{endpoint.name}: requestBody has several content types, and the Python type of a"
            " body does not determine one. Keep one of them."
        )
    return "a value", ""


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
