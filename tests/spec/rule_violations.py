"""Deliberate breaks of the house rules: what to change in a copy, and the place to be named."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tools.codegen.checks import (
    effect_rules,
    operation_rules,
    retry_rules,
    schema_rules,
    source_rules,
)
from tools.codegen.checks.document import Node
from tools.codegen.checks.house_rules import Rule

Mutation: TypeAlias = Callable[[Node], object]

LIST = "GET /v1/accounts/{accountGroupId}/campaigns"
START = "POST /v1/accounts/{accountGroupId}/campaigns/{campaignId}/start"
CREATE = "POST /v1/accounts/{accountGroupId}/campaigns"
DELETE = "DELETE /v1/accounts/{accountGroupId}/campaigns/{campaignId}"
REMOVE = "POST /v1/accounts/{accountGroupId}/audiences/{audienceId}/remove-from-folder"
CAMPAIGN = "#/components/schemas/Campaign"


@dataclass(frozen=True)
class Break:
    """A deliberate break of one rule, and the place that the finding must name."""

    name: str
    rule: Rule
    mutate: Mutation
    place: str


def operation(document: Node, name: str) -> Node:
    """Return the operation of the given name."""
    method, _, path = name.partition(" ")
    found: Node = document["paths"][path][method.lower()]
    return found


def changed(name: str, **values: object) -> Mutation:
    """Make a mutation that sets keys of an operation; an underscore stands for a hyphen."""
    replaced = {key.replace("_", "-"): value for key, value in values.items()}
    return lambda document: operation(document, name).update(replaced)


def sourced(source: object) -> Mutation:
    """Make a mutation that gives the list operation another source."""
    return changed(LIST, x_source=source)


def without(name: str, key: str) -> Mutation:
    """Make a mutation that takes a key from an operation."""
    return lambda document: operation(document, name).pop(key)


def schema(name: str, **values: object) -> Mutation:
    """Make a mutation that sets keys of a component's schema."""
    return lambda document: document["components"]["schemas"][name].update(values)


def schema_without(name: str, key: str) -> Mutation:
    """Make a mutation that takes a key from a component's schema."""
    return lambda document: document["components"]["schemas"][name].pop(key)


def parameter(to: str, **values: object) -> Mutation:
    """Make a mutation that gives an operation one more parameter."""
    row = {"name": "odd", "required": True, "schema": {"type": "string"}, **values}
    return lambda document: operation(document, to)["parameters"].append(row)


def in_place(value: Node) -> Mutation:
    """Make a mutation that writes the schema of the list's response in place."""

    def mutate(document: Node) -> None:
        content = operation(document, LIST)["responses"]["200"]["content"]
        content["application/json"]["schema"] = value

    return mutate


INLINE = f"{LIST} at responses/200/content/application/json/schema"
OPEN_TWICE = [{"type": "string"}, {"type": "string", "enum": ["draft"]}]
KEY = {"in": "header", "name": "idempotency-key"}

BREAKS = (
    Break("unknown effect", effect_rules.effect_is_known, changed(START, x_effect="loud"), START),
    Break(
        "read with effect",
        effect_rules.reads_have_no_effect,
        changed(LIST, x_effect="changes"),
        LIST,
    ),
    Break(
        "write without effect",
        effect_rules.reads_have_no_effect,
        changed(START, x_effect="none"),
        START,
    ),
    Break(
        "mild deletion",
        effect_rules.deletions_are_irreversible,
        changed(DELETE, x_effect="changes"),
        DELETE,
    ),
    Break("no summary", operation_rules.keys_are_complete, without(START, "summary"), START),
    Break(
        "late summary",
        operation_rules.keys_are_ordered,
        lambda document: operation(document, START).update(
            summary=operation(document, START).pop("summary")
        ),
        START,
    ),
    Break("unknown key", operation_rules.keys_are_ordered, changed(LIST, x_mood="good"), LIST),
    Break(
        "late deprecated", operation_rules.keys_are_ordered, changed(LIST, deprecated=True), LIST
    ),
    Break("no tag", operation_rules.tag_is_declared, changed(LIST, tags=[]), LIST),
    Break(
        "two tags",
        operation_rules.tag_is_declared,
        changed(LIST, tags=["sonarly campaigns", "callers campaigns"]),
        LIST,
    ),
    Break(
        "tag without area",
        operation_rules.tag_is_declared,
        lambda document: (
            document["tags"].append({"name": "sonarly", "description": "x"}),
            operation(document, LIST).update(tags=["sonarly"]),
        ),
        LIST,
    ),
    Break(
        "undeclared tag",
        operation_rules.tag_is_declared,
        changed(LIST, tags=["sonarly leads"]),
        LIST,
    ),
    Break(
        "id of another tag",
        operation_rules.id_follows_tag,
        changed(LIST, operationId="lists"),
        LIST,
    ),
    Break(
        "id in camel case",
        operation_rules.id_follows_tag,
        changed(LIST, operationId="sonarly_campaigns_listAll"),
        LIST,
    ),
    Break(
        "id without name",
        operation_rules.id_follows_tag,
        changed(LIST, operationId="sonarly_campaigns_"),
        LIST,
    ),
    Break(
        "inline error",
        operation_rules.errors_are_shared,
        lambda document: operation(document, START)["responses"].update(
            {"404": {"description": "There is none"}}
        ),
        START,
    ),
    Break(
        "no required",
        schema_rules.objects_say_required,
        schema_without("Campaign", "required"),
        CAMPAIGN,
    ),
    Break(
        "required stranger",
        schema_rules.objects_say_required,
        schema("Campaign", required=["id", "colour"]),
        CAMPAIGN,
    ),
    Break("inline object", schema_rules.objects_say_required, in_place({"properties": {}}), INLINE),
    Break(
        "operation without source",
        source_rules.sources_are_named,
        without(START, "x-source"),
        START,
    ),
    Break(
        "schema without source",
        source_rules.sources_are_named,
        schema_without("Campaign", "x-source"),
        CAMPAIGN,
    ),
    Break(
        "unknown standing",
        source_rules.sources_are_whole,
        sourced({"document": "sonarly/campaigns-list", "standing": "rumoured"}),
        LIST,
    ),
    Break("bare source", source_rules.sources_are_whole, sourced("sonarly/campaigns-list"), LIST),
    Break("no document", source_rules.sources_are_whole, sourced({"standing": "documented"}), LIST),
    Break("no reason", source_rules.sources_are_whole, sourced({"standing": "assumed"}), LIST),
    Break(
        "blank reason",
        source_rules.sources_are_whole,
        sourced({"standing": "assumed", "reason": " "}),
        LIST,
    ),
    Break(
        "field without reason",
        source_rules.sources_are_whole,
        lambda document: document["components"]["schemas"]["Campaign"]["properties"]["name"].update(
            {"x-source": {"standing": "assumed"}}
        ),
        f"{CAMPAIGN} at properties/name",
    ),
    Break(
        "server without document",
        source_rules.sources_are_whole,
        lambda document: document["paths"]["/campaigns"]["servers"][0]["x-source"].pop("document"),
        "/campaigns at servers/0",
    ),
    Break(
        "aspect without reason",
        source_rules.assumptions_have_reasons,
        sourced({"document": "sonarly", "standing": "documented", "assumed": {"method": ""}}),
        LIST,
    ),
    Break(
        "no aspect",
        source_rules.assumptions_have_reasons,
        sourced({"document": "sonarly", "standing": "documented", "assumed": ["method"]}),
        LIST,
    ),
    Break(
        "unknown idempotency",
        retry_rules.idempotency_is_known,
        changed(START, x_idempotency="maybe"),
        START,
    ),
    Break("verified read", retry_rules.reads_are_safe, changed(LIST, x_idempotency="verify"), LIST),
    Break("key not keyed", retry_rules.keys_make_keyed, parameter(START, **KEY), START),
    Break(
        "keyed without key",
        retry_rules.keys_make_keyed,
        changed(START, x_idempotency="keyed"),
        START,
    ),
    Break(
        "verify without a read",
        retry_rules.verified_calls_name_a_read,
        without(START, "x-verify"),
        START,
    ),
    Break(
        "verify by half a rule",
        retry_rules.verified_calls_name_a_read,
        lambda document: operation(document, START)["x-verify"].pop("unapplied"),
        START,
    ),
    Break(
        "verify by a write",
        retry_rules.verified_calls_name_a_read,
        lambda document: operation(document, START)["x-verify"].update(
            operationId="sonarly_campaigns_start"
        ),
        START,
    ),
    Break(
        "read with a rule",
        retry_rules.verified_calls_name_a_read,
        changed(LIST, x_verify={"operationId": "sonarly_campaigns_get"}),
        LIST,
    ),
    Break(
        "argument without description",
        retry_rules.arguments_are_described,
        lambda document: operation(document, START)["x-verify"].update(arguments={"leadId": {}}),
        START,
    ),
    Break(
        "repeatable start",
        retry_rules.repeats_add_no_effect,
        lambda document: operation(document, START)["x-verify"].update(repeatable="No reason."),
        START,
    ),
    Break(
        "repeatable removal from a folder",
        retry_rules.repeats_add_no_effect,
        lambda document: operation(document, REMOVE)["x-verify"].update(repeatable="No reason."),
        REMOVE,
    ),
    Break(
        "repeatable without a reason",
        retry_rules.repeats_add_no_effect,
        lambda document: operation(document, DELETE)["x-verify"].update(repeatable=""),
        DELETE,
    ),
    Break(
        "create disproved by a name",
        retry_rules.creates_name_their_candidates,
        lambda document: operation(document, CREATE)["x-verify"]["unapplied"]["none"].update(
            equals={"/name": "x"}
        ),
        CREATE,
    ),
    Break(
        "create without candidates",
        retry_rules.creates_name_their_candidates,
        lambda document: operation(document, CREATE)["x-verify"].pop("candidates"),
        CREATE,
    ),
    Break(
        "job without an end",
        retry_rules.jobs_name_a_read,
        changed(START, x_job={"operationId": "sonarly_campaigns_get", "status": "$x"}),
        START,
    ),
    Break(
        "job that nothing reads",
        retry_rules.jobs_name_a_read,
        changed(START, x_job={"operationId": "nobody", "status": "$x", "done": ["y"]}),
        START,
    ),
    Break(
        "no prerequisites",
        operation_rules.prerequisites_are_named,
        changed(LIST, x_prerequisites=[]),
        LIST,
    ),
    Break(
        "prerequisite twice",
        operation_rules.prerequisites_are_named,
        changed(LIST, x_prerequisites=["integration_api_key", "integration_api_key"]),
        LIST,
    ),
    Break(
        "prerequisite in prose",
        operation_rules.prerequisites_are_named,
        changed(LIST, x_prerequisites=["An API key"]),
        LIST,
    ),
    Break("no security", operation_rules.calls_are_secured, changed(START, security=[]), START),
    Break(
        "optional security", operation_rules.calls_are_secured, changed(START, security=[{}]), START
    ),
    Break(
        "undeclared path parameter",
        operation_rules.paths_are_filled,
        lambda document: operation(document, START)["parameters"].pop(0),
        START,
    ),
    Break(
        "path parameter without place",
        operation_rules.paths_are_filled,
        parameter(START, **{"in": "path"}),
        START,
    ),
    Break(
        "closed enumeration",
        schema_rules.enumerations_are_open,
        in_place({"type": "string", "enum": ["draft"]}),
        INLINE,
    ),
    Break(
        "enumeration in second place",
        schema_rules.enumerations_are_open,
        schema("CampaignStatus", anyOf=OPEN_TWICE),
        "#/components/schemas/CampaignStatus at anyOf/1",
    ),
)
