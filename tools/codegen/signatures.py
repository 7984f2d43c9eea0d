"""Signatures of methods: the parameters of the operation, and the body fields as keywords."""

import builtins
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from keyword import iskeyword

from attrs import evolve

from .generator_adapter import Endpoint, ListProperty, ModelProperty, Property
from .operation_info import OperationInfo
from .parameters import ConvertedParameter, convert_parameter
from .payloads import Payloads
from .verify import Verifications

_WORD = re.compile(r"\w+")

_NOT_SENT = "Not sent: used only to confirm the outcome."


@dataclass(frozen=True)
class Parameter:
    """Parameter of a method, with its description."""

    converted: ConvertedParameter
    description: str
    json_name: str = ""
    """Name in the document; empty for an argument that the document does not have."""
    is_deprecated: bool = False
    location: str = ""
    """Location: path, query, header, cookie or body; empty if it is not sent."""

    @property
    def declaration(self) -> str:
        """Declaration in the signature of the method."""
        default = "" if self.converted.default is None else f" = {self.converted.default}"
        return f"{self.converted.name}: {self.converted.annotation}{default}"


@dataclass(frozen=True)
class Signature:
    """Parameters of a method, and the arguments that it passes to `call`."""

    positional: tuple[Parameter, ...]
    keywords: tuple[Parameter, ...]
    arguments: tuple[str, ...]
    """Arguments of `call`: the converted values."""
    passed: tuple[str, ...]
    """Arguments that the method passes: its own parameters."""
    lines: tuple[str, ...]
    """Import lines that both may need."""
    body_argument: str = "body"
    """Name of the argument for the body; empty if its fields are the arguments."""

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All parameters in the order of the signature."""
        return self.positional + self.keywords

    @property
    def names(self) -> dict[str, str]:
        """Names of the arguments, by their names in the document."""
        return {
            parameter.json_name: parameter.converted.name
            for parameter in self.parameters
            if parameter.json_name
        }

    @property
    def is_converted(self) -> bool:
        """True if an argument of `call` differs from what the method passes."""
        return sorted(self.arguments) != sorted(self.passed)

    @property
    def imports(self) -> list[str]:
        """Import lines for the annotations."""
        return _naming(self.lines, [parameter.declaration for parameter in self.parameters])

    @property
    def all_imports(self) -> list[str]:
        """Import lines for the annotations and the converted values."""
        declared = [parameter.declaration for parameter in self.parameters]
        return _naming(self.lines, [*declared, *self.arguments])


class Signatures:
    """Signatures of the methods of one document."""

    def __init__(
        self, facts: dict[str, OperationInfo], payloads: Payloads, verifications: Verifications
    ) -> None:
        self._facts = facts
        self._payloads = payloads
        self._verifications = verifications
        self._made: dict[str, Signature] = {}

    def call_declarations(self, endpoint: Endpoint) -> list[str]:
        """Return the parameters of the function that makes the call, in the order of the path.

        The method passes each of them, so no default of the document stands here.
        """
        annotations, unset = self._payloads.annotations, self._payloads.names["UNSET"]
        declared = [
            f"{prop.python_name}: {annotations.of(prop)}" for prop in endpoint.path_parameters
        ]
        others = [*endpoint.query_parameters, *endpoint.header_parameters]
        others += endpoint.cookie_parameters
        others += self._verifications.verify_only_parameters(endpoint)
        named = [self._body_declaration(endpoint)] if endpoint.bodies else []
        for prop in others:
            default = "" if prop.required else f" = {unset}"
            named.append(f"{prop.python_name}: {annotations.of(prop)}{default}")
        return [*declared, *(["*"] if named else []), *named]

    def _body_declaration(self, endpoint: Endpoint) -> str:
        annotations, names = self._payloads.annotations, self._payloads.names
        props = [body.prop for body in endpoint.bodies]
        kinds = " | ".join(annotations.of(prop, is_optional=False) for prop in props)
        if all(prop.required for prop in props):
            return f"body: {kinds}"
        return f"body: {kinds} | {names['Unset']} = {names['UNSET']}"

    def used_names(self, endpoints: Iterable[Endpoint]) -> set[str]:
        """Return the names that the signatures of operations use."""
        signatures = [self.of(endpoint) for endpoint in endpoints]
        texts = [
            parameter.declaration for signature in signatures for parameter in signature.parameters
        ]
        return set(_WORD.findall(" ".join(texts)))

    def of(self, endpoint: Endpoint) -> Signature:
        """Return the signature of the method of an operation, made once."""
        name = str(endpoint.name)
        if name not in self._made:
            self._made[name] = self._signature(endpoint)
        return self._made[name]

    def _signature(self, endpoint: Endpoint) -> Signature:
        others = [*endpoint.query_parameters, *endpoint.header_parameters]
        others += [
            *endpoint.cookie_parameters,
            *self._verifications.verify_only_parameters(endpoint),
        ]
        positional = tuple(self._parameter(endpoint, prop) for prop in endpoint.path_parameters)
        keywords = tuple(self._parameter(endpoint, prop) for prop in others)
        names = {parameter.converted.name for parameter in positional + keywords}
        body, body_arguments = self._body(endpoint, names)
        arguments = [parameter.converted.argument for parameter in positional] + body_arguments
        arguments += [
            f"{prop.python_name}={parameter.converted.argument}"
            for prop, parameter in zip(others, keywords, strict=True)
        ]
        lines = [
            line
            for parameter in (*positional, *body, *keywords)
            for line in parameter.converted.imports
        ]
        lines += self._payloads.annotations.imports_of([body.prop for body in endpoint.bodies])
        passed = [parameter.converted.name for parameter in positional]
        passed += [
            f"{name}={name}"
            for name in (parameter.converted.name for parameter in (*body, *keywords))
        ]
        is_whole = [parameter.converted.name for parameter in body] == ["body"]
        return Signature(
            positional=positional,
            keywords=(*body, *keywords),
            arguments=tuple(arguments),
            passed=tuple(passed),
            lines=tuple(lines),
            body_argument="body" if is_whole else "",
        )

    def _parameter(self, endpoint: Endpoint, prop: Property) -> Parameter:
        facts, name = self._facts[str(endpoint.name)], prop.name.get_untrusted_value()
        key = location_of(endpoint, prop), name
        described = facts.parameters.get(key, f"{_described(prop)} {_NOT_SENT}")
        # A query and a header cannot hold null.
        converted = convert_parameter(self._payloads, prop, keyword(prop), has_null=False)
        return Parameter(converted, described, name, key in facts.deprecated, key[0])

    def _body(self, endpoint: Endpoint, names: set[str]) -> tuple[list[Parameter], list[str]]:
        """Return the keywords for the body, and the argument made from them."""
        if not endpoint.bodies:
            return [], []
        fields = self._fields(endpoint)
        prop = endpoint.bodies[0].prop
        is_open = isinstance(prop, ModelProperty) and self._payloads.is_open(prop)
        if is_open:  # or the body as a whole, with fields of any name
            fields = [evolve(field, required=False) for field in fields]
        converted = [
            convert_parameter(self._payloads, field, keyword(field), has_null=True)
            for field in fields
        ]
        taken = names | ({"body"} if is_open else set())
        if not fields or taken & {parameter.name for parameter in converted}:
            return self._whole_body(endpoint)
        if is_open:
            return self._open_body(endpoint, fields, converted)
        arguments = ", ".join(
            f"{field.python_name}={parameter.argument}"
            for field, parameter in zip(fields, converted, strict=True)
        )
        body = f"{self._payloads.annotations.of(prop, is_optional=False)}({arguments})"
        body = body if prop.required else f"_arguments.unset_if_empty({body})"
        described = [self._field(endpoint, *pair) for pair in zip(fields, converted, strict=True)]
        return described, [f"body={body}"]

    def _open_body(
        self, endpoint: Endpoint, fields: list[Property], converted: list[ConvertedParameter]
    ) -> tuple[list[Parameter], list[str]]:
        """Return the keywords for the fields of a body, and for the body as a whole."""
        prop = endpoint.bodies[0].prop
        assert isinstance(prop, ModelProperty)  # noqa: S101 - only models are open
        [whole], _ = self._whole_body(endpoint)
        annotation = f"{whole.converted.annotation.removesuffix(' | None')} | None"
        body = replace(whole.converted, annotation=annotation, default="None")
        values = ", ".join(
            f'"{field.python_name}": {parameter.argument}'
            for field, parameter in zip(fields, converted, strict=True)
        )
        function = "required_body_of" if prop.required else "body_of"
        argument = f"_arguments.{function}({prop.class_info.name}, body, {{{values}}})"
        described = [self._field(endpoint, *pair) for pair in zip(fields, converted, strict=True)]
        text = f"{whole.description} Pass it for fields of other names.".strip()
        return [*described, replace(whole, converted=body, description=text)], [f"body={argument}"]

    def _field(
        self, endpoint: Endpoint, prop: Property, converted: ConvertedParameter
    ) -> Parameter:
        name = prop.name.get_untrusted_value()
        described = self._facts[str(endpoint.name)].fields.get(name) or _described(prop)
        sends_null = (
            " `null` is sent as null." if converted.default == self._payloads.names["UNSET"] else ""
        )
        return Parameter(converted, f"{described}{sends_null}".strip(), name, location="body")

    def _fields(self, endpoint: Endpoint) -> list[Property]:
        """Return the fields of a body that is one model."""
        body = endpoint.bodies[0].prop
        if len(endpoint.bodies) > 1 or not isinstance(body, ModelProperty):
            return []
        fields = [*self._payloads.fields(body).values()]
        fields = [field for field in fields if not self._payloads.is_read_only(body, field)]
        is_left_out = not body.required and any(field.required for field in fields)
        return [] if is_left_out and not self._payloads.is_open(body) else fields

    def _whole_body(self, endpoint: Endpoint) -> tuple[list[Parameter], list[str]]:
        props = [body.prop for body in endpoint.bodies]
        types = [self._payloads.annotations.of(prop, is_optional=False) for prop in props]
        annotation, is_required = " | ".join(types), props[0].required
        if len(props) == 1 and isinstance(props[0], ListProperty | ModelProperty):
            converted = convert_parameter(self._payloads, props[0], "body", has_null=False)
        else:
            converted = ConvertedParameter(
                name="body",
                annotation=annotation if is_required else f"{annotation} | None",
                default=None if is_required else "None",
                argument="body" if is_required else "_arguments.unset_if_none(body)",
                imports=tuple(self._payloads.annotations.imports_of(props)),
            )
        described = Parameter(converted, _described(props[0]), location="body")
        return [described], [f"body={converted.argument}"]


def location_of(endpoint: Endpoint, prop: Property) -> str:
    """Return the location of a parameter of an operation; "" if it is not sent."""
    places = {
        "path": endpoint.path_parameters,
        "query": endpoint.query_parameters,
        "header": endpoint.header_parameters,
        "cookie": endpoint.cookie_parameters,
    }
    return next(
        (name for name, all_ in places.items() if any(other is prop for other in all_)),
        "",
    )


def keyword(prop: Property) -> str:
    """Return the name of a keyword: that of the field, without a needless underscore."""
    name = str(prop.python_name)
    plain = name.removesuffix("_")
    return plain if hasattr(builtins, plain) and not iskeyword(plain) else name


def _naming(lines: Iterable[str], texts: Iterable[str]) -> list[str]:
    """Return the import lines whose name the texts mention, without duplicates."""
    words = set(_WORD.findall(" ".join(texts)))
    return sorted({line for line in lines if line.split()[-1] in words})


def _described(prop: Property) -> str:
    description = prop.description
    return " ".join(description.get_untrusted_value().split()) if description else ""
