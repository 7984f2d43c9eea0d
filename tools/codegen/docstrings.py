"""Docstrings of the generated methods and models, composed from the document."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from .batching import View
from .bulk_writes import BulkWrite
from .generator_adapter import ModelProperty, Property, Reference, UntrustedString
from .operation_info import OperationInfo
from .python_names import PythonNames
from .signatures import Signature

Kind = Literal["call", "pages", "batch", "job"]

# Columns of a line of text: 100 less the indentation of a method's body.
_WIDTH = 92

_RETRIES = {
    "keyed": "Retried with the same idempotency key, so it is done once.",
    "verify": "If the response is lost, the state is read instead of sending again.",
    "repeatable": "If the response is lost, the state is read first. The call is sent again only if"
    " it was not applied.",
    "never": "Never sent again after it may have arrived.",
}
_OUTCOME_UNKNOWN = "The call may have succeeded; the client could not confirm it."
_REBUILT = "If the response was lost, the result is rebuilt from a follow-up read."
_BATCH_ERROR = "Raised after the last row if some IDs failed. It holds the errors below."


class Docstrings:
    """Docstrings of one document; names in backticks become those of Python code."""

    def __init__(self, names: PythonNames) -> None:
        self._names = names

    def method(self, facts: OperationInfo, signature: Signature, kind: Kind) -> str:
        """Return the docstring of a method, without quotes and indentation.

        Args:
            facts: The operation that the method calls.
            signature: The arguments of the method.
            kind: How the method returns the response.

        """
        own = signature.names
        arguments = [
            (parameter.converted.name, parameter.description) for parameter in signature.parameters
        ]
        paragraphs = [
            f"{facts.summary}.",
            facts.description,
            "Deprecated." if facts.is_deprecated else "",
            _requirements(facts),
            _retries(facts, own),
        ]
        sections = {
            "Args": arguments,
            "Returns": [("", _returned(facts, kind))],
            "Raises": list(_errors(facts, kind, has_arguments=bool(arguments))),
        }
        texts = [_filled(self._names.replace(text, own)) for text in paragraphs if text]
        for title, entries in sections.items():
            said = [(name, self._names.replace(text, own)) for name, text in entries]
            texts += [_section(title, said)] if said else []
        return "\n\n".join(texts) + "\n"

    def resume(self, facts: OperationInfo, signature: Signature) -> str:
        """Return the docstring of the method that returns a job of another process."""
        return self.view(
            f"Return a job that `{facts.name}` has started, also in another process.",
            "Nothing is requested before `read()` or `wait()`.",
            [(p.converted.name, p.description) for p in signature.positional],
            "Job that can be polled and waited for. Its `started` is None.",
            signature.names,
        )

    def bulk(self, facts: OperationInfo, rule: BulkWrite) -> str:
        """Return the docstring of a bulk write."""
        return self.view(
            rule.summary,
            f"Nothing is sent before the iteration. No row is sent twice. See `{facts.name}`.",
            rule.described(),
            "Iterable of one result for each row, in their order. `report()` has the rows by"
            " outcome.",
            rule.own.names,
            {"BatchError": "Raised after the last row if some rows failed."},
        )

    def batch_view(self, facts: OperationInfo, view: View, signature: Signature) -> str:
        """Return the docstring of a further method of a batched operation."""
        returned = "Iterable of the wanted rows." if view.condition else "Iterable of changes."
        return self.view(
            view.summary,
            f"Nothing is requested before the iteration. See `{facts.name}`.",
            [(p.converted.name, p.description) for p in signature.parameters],
            returned,
            signature.names,
            {"BatchError": "Raised after the last row of a read if some IDs failed."},
        )

    def view(
        self,
        summary: str,
        text: str,
        arguments: Sequence[tuple[str, str]],
        returned: str,
        own: Mapping[str, str],
        errors: Mapping[str, str] | None = None,
    ) -> str:
        """Return the docstring of a method that an extension of the spec adds."""
        named = [(name, self._names.replace(text, own)) for name, text in arguments]
        raised = {**(errors or {}), "InvalidArgumentError": "An argument cannot be sent."}
        parts = [
            _filled(self._names.replace(f"{summary.rstrip('.')}.", own)),
            _filled(text),
            _section("Args", named),
            _section("Returns", [("", returned)]),
            _section("Raises", [*raised.items()]),
        ]
        return "\n\n".join(parts) + "\n"

    def model(self, model: ModelProperty) -> str:
        """Return the docstring of a model, without quotes and indentation."""
        text = _untrusted(model.description) or str(model.class_info.name)
        fields = [*(model.required_properties or []), *(model.optional_properties or [])]
        own = {prop.name.get_untrusted_value(): str(prop.python_name) for prop in fields}
        entries = [(str(prop.python_name), description_of(model, prop)) for prop in fields]
        said = [(name, self._names.replace(text, own)) for name, text in entries]
        texts = [_filled(self._names.replace(text, own))]
        return "\n\n".join([*texts, _section("Attributes", said)]) + "\n" if said else texts[0]

    def text(self, text: str, own: Mapping[str, str] | None = None) -> str:
        """Return a single line of prose with the names of Python code.

        Args:
            text: Prose that names properties, parameters and operations as the document does.
            own: Names that hold for this text only, before those of the whole document.

        """
        return self._names.replace(" ".join(text.split()), own)


def description_of(model: ModelProperty, field: Property) -> str:
    """Return the description of a field: its own, or that of the schema it refers to."""
    declared = (model.data.properties or {}).get(field.name)
    own = (
        (declared.model_extra or {}).get("description") if isinstance(declared, Reference) else None
    )
    return " ".join(str(own or _untrusted(field.description) or "").split())


def _requirements(facts: OperationInfo) -> str:
    needs = [f"permission `{facts.permission}`"] if facts.permission else []
    if facts.prerequisites:
        needs += [f"prerequisites {', '.join(f'`{name}`' for name in facts.prerequisites)}"]
    return f"Requires: {'; '.join(needs)}." if needs else ""


def _retries(facts: OperationInfo, own: Mapping[str, str]) -> str:
    if facts.idempotency == "safe":
        return ""
    text = _RETRIES["repeatable" if facts.is_repeatable else facts.idempotency]
    if not facts.verified_by:
        return text
    names = " and ".join(f"`{own[name]}`" for name in facts.verified_by)
    return f"{text} This needs {names}."


def _returned(facts: OperationInfo, kind: Kind) -> str:
    text = {
        "call": facts.returned,
        "pages": f"Pager that requests pages as they are needed. Response: {facts.returned}",
        "batch": f"Iterable that sends requests as rows are needed. Rows: {facts.returned}",
        "job": f"Job that can be polled and waited for. First response: {facts.returned}",
    }[kind]
    return f"{text} {_REBUILT}" if facts.idempotency == "verify" else text


def _errors(facts: OperationInfo, kind: Kind, *, has_arguments: bool) -> Iterator[tuple[str, str]]:
    if kind == "batch":
        yield "BatchError", _BATCH_ERROR
    if has_arguments:
        yield "InvalidArgumentError", "An argument cannot be sent."
    for name, errors in groupby(facts.errors, key=lambda error: error.class_name):
        texts = [f"{error.description.rstrip('.')} ({error.status})." for error in errors]
        yield name, " ".join(texts)
    if facts.idempotency in ("verify", "never"):
        yield "OutcomeUnknownError", _OUTCOME_UNKNOWN


def _section(title: str, entries: Sequence[tuple[str, str]]) -> str:
    hanging = " " * (8 if all(name for name, _ in entries) else 4)
    lines = [f"{name}: {text}".removeprefix(": ").rstrip() for name, text in entries]
    return "\n".join([f"{title}:", *(_filled(line, " " * 4, hanging) for line in lines)])


def _filled(text: str, first: str = "", others: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _untrusted(text: UntrustedString | None) -> str | None:
    return text.get_untrusted_value() if text else None
