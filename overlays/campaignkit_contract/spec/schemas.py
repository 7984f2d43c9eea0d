"""Validation of values: a schema of the spec beside the same schema of the strict spec."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jsonschema_rs import Draft202012Validator, Registry, ValidationError, ValidationErrorKind

from ..findings import Finding
from .document import Json, pointer_step

_BRANCHING = (ValidationErrorKind.AnyOf, ValidationErrorKind.OneOfNotValid)
_CHOOSING = (ValidationErrorKind.Enum, ValidationErrorKind.Constant)
_MAX_SHOWN = 60
_MASK = "the value"
_COMPONENTS_URI = "urn:campaignkit:components"


@dataclass(frozen=True)
class Components:
    """Components of a document. All of its schemas refer to one compiled copy."""

    json: Json

    def compile(self, schema: Json) -> Draft202012Validator:
        """Return the validator of a schema of the same document."""
        referring = _with_references_to(_COMPONENTS_URI, schema)
        # Messages mask values, because these can be long or private.
        return Draft202012Validator(
            referring, validate_formats=True, mask=_MASK, registry=self._registry
        )

    @cached_property
    def _registry(self) -> Registry:
        # A copy of all components in each validator took 2 MB and 10 ms a schema.
        return Registry([(_COMPONENTS_URI, {"components": self.json})])


@dataclass(frozen=True)
class SchemaPair:
    """A schema in the spec and in the strict spec. Each is compiled on first use."""

    schema: Json
    strict_schema: Json
    components: Components
    strict_components: Components

    def validate(self, value: Any) -> Iterator[Finding]:
        """Yield the errors of the spec; if it has none, those of the strict spec."""
        if not self._spec.is_valid(value):
            for error in _innermost(self._spec.iter_errors(value)):
                yield Finding("breaking", "schema", _location(error), _message(error))
        elif not self._strict.is_valid(value):
            for error in _innermost(self._strict.iter_errors(value)):
                yield Finding("additive", "schema", _location(error), _message(error))

    def error_for(self, value: Any) -> str | None:
        """Return the first reason why the spec rejects a value of a request, or None."""
        error = next(iter(self._spec.iter_errors(value)), None)
        return error.message if error else None

    @cached_property
    def _spec(self) -> Draft202012Validator:
        return self.components.compile(self.schema)

    @cached_property
    def _strict(self) -> Draft202012Validator:
        return self.strict_components.compile(self.strict_schema)


def _with_references_to(uri: str, node: Any) -> Any:
    """Return a schema whose references into its own document point at a resource."""
    if isinstance(node, list):
        return [_with_references_to(uri, item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        name: f"{uri}{value}"
        if name == "$ref" and isinstance(value, str) and value.startswith("#")
        else _with_references_to(uri, value)
        for name, value in node.items()
    }


def _innermost(errors: Iterator[ValidationError]) -> Iterator[ValidationError]:
    """Yield the errors of a branch instead of the union's, if one branch has a fitting type."""
    for error in errors:
        context = error.kind.context if isinstance(error.kind, _BRANCHING) else []
        fitting = [
            branch
            for branch in context
            if not any(_is_type_error(inner, error) for inner in branch)
        ]
        if len(fitting) == 1:
            yield from _innermost(iter(fitting[0]))
        else:
            yield error


def _is_type_error(error: ValidationError, outer: ValidationError) -> bool:
    return error.kind.name == "type" and error.instance_path == outer.instance_path


def _message(error: ValidationError) -> str:
    if isinstance(error.kind, _CHOOSING):
        # A new enumeration value is what readers need to see. A long text is not such a value.
        value = json.dumps(error.instance, ensure_ascii=False)
        if len(value) <= _MAX_SHOWN:
            return error.message.replace(_MASK, value, 1)
    return error.message


def _location(error: ValidationError) -> str:
    return "".join(f"/{pointer_step(step)}" for step in error.instance_path)
