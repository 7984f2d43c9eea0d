"""House rules of the spec, in the order of their findings."""

from collections.abc import Callable, Iterator

from . import effect_rules, operation_rules, retry_rules, schema_rules, source_rules
from .document import Node
from .findings import Finding

Rule = Callable[[Node], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    operation_rules.keys_are_complete,
    operation_rules.keys_are_ordered,
    operation_rules.tag_is_declared,
    operation_rules.id_follows_tag,
    operation_rules.errors_are_shared,
    schema_rules.objects_say_required,
    source_rules.sources_are_named,
    source_rules.sources_are_whole,
    source_rules.assumptions_have_reasons,
    effect_rules.effect_is_known,
    effect_rules.reads_have_no_effect,
    effect_rules.deletions_are_irreversible,
    retry_rules.idempotency_is_known,
    retry_rules.reads_are_safe,
    retry_rules.keys_make_keyed,
    retry_rules.verified_calls_name_a_read,
    retry_rules.arguments_are_described,
    retry_rules.repeats_add_no_effect,
    retry_rules.creates_name_their_candidates,
    retry_rules.jobs_name_a_read,
    operation_rules.prerequisites_are_named,
    operation_rules.calls_are_secured,
    operation_rules.paths_are_filled,
    schema_rules.enumerations_are_open,
)


def broken_rules(document: Node) -> list[Finding]:
    """Return every finding of every rule."""
    return [finding for rule in RULES for finding in rule(document)]
