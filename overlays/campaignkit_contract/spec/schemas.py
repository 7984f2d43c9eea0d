"""A schema of the spec beside the same one of the twin: what a value has against each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jsonschema_rs import Draft202012Validator, ValidationError, ValidationErrorKind

from ..exchange import Finding

Json = dict[str, Any]

_BRANCHING = (ValidationErrorKind.AnyOf, ValidationErrorKind.OneOfNotValid)
_CHOOSING = (ValidationErrorKind.Enum, ValidationErrorKind.Constant)
_LONGEST = 60
_MASK = "the value"


@dataclass(frozen=True)
class Form:
    """What a value must be: for the spec, and for the twin. Compiled when first used."""

    schema: Json
    twin_schema: Json
    components: Json
    twin_components: Json

    def findings(self, value: Any) -> Iterator[Finding]:
        """What the spec rejects; else what only the twin does."""
        if not self._spec.is_valid(value):
            for error in _innermost(self._spec.iter_errors(value)):
                yield Finding("breaking", "schema", _place(error), _sentence(error))
        elif not self._twin.is_valid(value):
            for error in _innermost(self._twin.iter_errors(value)):
                yield Finding("additive", "schema", _place(error), _sentence(error))

    def refuses(self, value: Any) -> str | None:
        """Why the spec rejects a value of a request, in a few words."""
        error = next(iter(self._spec.iter_errors(value)), None)
        return error.message if error else None

    @cached_property
    def _spec(self) -> Draft202012Validator:
        return _validator(self.schema, self.components)

    @cached_property
    def _twin(self) -> Draft202012Validator:
        return _validator(self.twin_schema, self.twin_components)


def _validator(schema: Json, components: Json) -> Draft202012Validator:
    # Messages do not repeat values: these may be long, or nobody else's business.
    rooted = {**schema, "components": components}
    return Draft202012Validator(rooted, validate_formats=True, mask=_MASK)


def _innermost(errors: Iterator[ValidationError]) -> Iterator[ValidationError]:
    """The errors of the branch that was meant, where only one has a fitting type."""
    for error in errors:
        context = error.kind.context if isinstance(error.kind, _BRANCHING) else []
        meant = [
            branch for branch in context if not any(_is_of_type(each, error) for each in branch)
        ]
        if len(meant) == 1:
            yield from _innermost(iter(meant[0]))
        else:
            yield error


def _is_of_type(error: ValidationError, outer: ValidationError) -> bool:
    return error.kind.name == "type" and error.instance_path == outer.instance_path


def _sentence(error: ValidationError) -> str:
    if isinstance(error.kind, _CHOOSING):
        # Which word the server has learnt is what everybody wants to know; a text is no word.
        value = json.dumps(error.instance, ensure_ascii=False)
        if len(value) <= _LONGEST:
            return error.message.replace(_MASK, value, 1)
    return error.message


def _place(error: ValidationError) -> str:
    return "".join(f"/{pointer_step(step)}" for step in error.instance_path)


def pointer_step(name: str | int) -> str:
    """One step of a JSON pointer."""
    return str(name).replace("~", "~0").replace("/", "~1")
