"""Run of all checks in phases: a phase relies on the checks of the phases before it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from . import (
    configuration,
    extensions,
    house_rules,
    openapi_schema,
    operation_rules,
    references,
    refusals,
    retry_rules,
)
from .document import Node
from .findings import DocumentError, Finding
from .parsing import Source, parse

Phase = tuple[Callable[[Node], Iterator[Finding]], ...]

# The later checks rely on the types that these check, and follow references without looking.
SHAPES: Phase = (openapi_schema.is_openapi, openapi_schema.responses_are_declared)
STRUCTURE: Phase = (
    openapi_schema.keywords_are_known,
    extensions.extensions_are_shaped,
    references.references_resolve,
    references.references_end,
    references.compositions_end,
    references.operation_ids_are_unique,
    references.schemes_exist,
    refusals.external_references,
)
MEANING: Phase = (
    *refusals.REFUSALS,
    references.links_lead_to_operations,
    extensions.pagination_is_of_one_kind,
    operation_rules.vendors_have_one_server,
    # House rules that generation relies on.
    operation_rules.needed_keys_are_there,
    operation_rules.tag_is_declared,
    operation_rules.id_follows_tag,
    operation_rules.paths_are_filled,
    retry_rules.verified_calls_name_a_read,
    retry_rules.jobs_name_a_read,
)


@dataclass(frozen=True)
class Checked:
    """Document and settings without findings."""

    document: Source
    settings: Source


def check(document_path: Path, settings_path: Path, *, has_house_rules: bool = True) -> Checked:
    """Return both files if nothing is wrong; raise DocumentError with all findings of a phase.

    Args:
        document_path: The OpenAPI document.
        settings_path: The configuration of the generator.
        has_house_rules: False for a foreign document, which follows OpenAPI only.

    """
    settings, document = _parsed(settings_path, document_path)
    _report(
        (document, _run(SHAPES, document)),
        (settings, [*configuration.is_configuration(settings.value)]),
    )
    _report((document, _run(STRUCTURE, document)), (settings, _overrides(settings, document)))
    rules = (*MEANING, *house_rules.RULES) if has_house_rules else MEANING
    _report((document, _run(rules, document)))
    return Checked(document, settings)


def _parsed(*paths: Path) -> list[Source]:
    sources: list[Source] = []
    messages: list[str] = []
    for path in paths:
        try:
            sources.append(parse(path))
        except DocumentError as error:
            messages += error.messages
    if messages:
        raise DocumentError(*messages)
    return sources


def _run(phase: Phase, source: Source) -> list[Finding]:
    return [finding for check in phase for finding in check(source.value)]


def _overrides(settings: Source, document: Source) -> list[Finding]:
    found = configuration.overrides_name_schemas(settings.value, document.value)
    return [*found, *configuration.modules_are_free(settings.value)]


def _report(*pairs: tuple[Source, list[Finding]]) -> None:
    """Raise DocumentError if a source has findings."""
    messages = [
        message
        for source, findings in pairs
        if findings
        for message in source.error(findings).messages
    ]
    if messages:
        raise DocumentError(*messages)
