"""The house rules of the spec: each finding names a place and says what to do there."""

import re
from collections.abc import Callable, Iterator

from tests.spec.document import Node, Pointer, nodes, operations, place

Rule = Callable[[Node], Iterator[str]]

KEY_ORDER = (
    *("operationId", "summary", "description", "tags", "deprecated"),
    *("x-source", "x-idempotency", "x-verify"),
    *("x-pagination", "x-batch", "x-job", "x-permission", "x-prerequisites", "security"),
    *("parameters", "requestBody", "responses"),
)
OPTIONAL_KEYS = frozenset(
    [
        *("deprecated", "x-verify", "x-pagination", "x-batch", "x-job"),
        *("x-permission", "x-prerequisites", "requestBody"),
    ]
)
VERIFY_KEYS = ("operationId", "parameters", "applied", "unapplied", "result")
JOB_KEYS = ("operationId", "status", "done")
# Sent twice, these could act twice; the others leave what one call leaves.
ADDING_VERBS = frozenset(["create", "duplicate", "start", "approve", "send", "respond", "move"])
REPEATABLE_VERBS = frozenset(["update", "rename", "delete", "stop", "cancel"])
IDEMPOTENCY = ("safe", "keyed", "verify", "never")
STANDINGS = ("documented", "earlier-documents", "cut", "assumed")
# What is not all on the page says why.
_REASONED = ("cut", "assumed")

_TAG = re.compile(r"[a-z][a-z0-9]*( [a-z0-9]+)+")
_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def keys_are_complete(document: Node) -> Iterator[str]:
    """Require of an operation everything that every operation says."""
    for operation in operations(document):
        for key in KEY_ORDER:
            if key not in operation.node and key not in OPTIONAL_KEYS:
                yield f"{operation.name}: add {key}"


def keys_are_ordered(document: Node) -> Iterator[str]:
    """Require one order of the keys in every operation."""
    for operation in operations(document):
        keys = list(operation.node)
        expected = [key for key in KEY_ORDER if key in keys]
        if unknown := [key for key in keys if key not in KEY_ORDER]:
            yield f"{operation.name}: remove {', '.join(unknown)}, or give the key order a place"
        elif keys != expected:
            yield f"{operation.name}: order the keys {', '.join(expected)}"


def tag_is_declared(document: Node) -> Iterator[str]:
    """Require that an operation belongs to one declared area of one vendor."""
    declared = [tag["name"] for tag in document.get("tags", [])]
    for operation in operations(document):
        tags = operation.node.get("tags", [])
        if len(tags) != 1:
            yield f"{operation.name}: give it exactly one tag"
        for tag in tags:
            if not _TAG.fullmatch(tag):
                yield f"{operation.name}: write the tag {tag!r} as '<vendor> <area>'"
            if tag not in declared:
                yield f"{operation.name}: declare the tag {tag!r} in the root's tags"


def id_follows_tag(document: Node) -> Iterator[str]:
    """Require that an operationId is its tag and a name, in snake case."""
    for operation in operations(document):
        name = operation.node.get("operationId", "")
        for tag in operation.node.get("tags", []):
            prefix = tag.replace(" ", "_") + "_"
            if not (name.startswith(prefix) and _SNAKE_CASE.fullmatch(name)):
                yield f"{operation.name}: rename {name!r} to '{prefix}<name>' in snake_case"


def errors_are_shared(document: Node) -> Iterator[str]:
    """Allow only a success to have a response of its own."""
    for operation in operations(document):
        for status, response in operation.node.get("responses", {}).items():
            if not status.startswith("2") and "$ref" not in response:
                yield f"{operation.name}: move response {status} to components and refer to it"


def objects_say_required(document: Node) -> Iterator[str]:
    """Require of an object which of its properties are always there."""
    for at, schema in nodes(document):
        if "properties" not in schema:
            continue
        if "required" not in schema:
            yield f"{place(at)}: add required, empty if need be"
        for name in schema.get("required", []):
            if name not in schema["properties"]:
                yield f"{place(at)}: declare the required property {name!r}"


def sources_are_named(document: Node) -> Iterator[str]:
    """Require of every operation and every shared schema where it comes from."""
    for operation in operations(document):
        if "x-source" not in operation.node:
            yield f"{operation.name}: add x-source"
    for name, schema in document["components"]["schemas"].items():
        if "x-source" not in schema:
            yield f"#/components/schemas/{name}: add x-source"


def sources_are_whole(document: Node) -> Iterator[str]:
    """Require of a source its standing, and the document or reason that goes with it."""
    for at, source in _sources(document):
        standing = source.get("standing")
        if standing not in STANDINGS:
            yield f"{place(at)}: give x-source one of the standings {', '.join(STANDINGS)}"
        elif standing in _REASONED and not _is_text(source.get("reason")):
            yield f"{place(at)}: give x-source the reason why it is {standing}"
        elif standing != "assumed" and not _is_text(source.get("document")):
            yield f"{place(at)}: give x-source the document"


def assumptions_have_reasons(document: Node) -> Iterator[str]:
    """Require a reason for each thing that is assumed of a documented whole."""
    for at, source in _sources(document):
        assumed = source.get("assumed")
        if "assumed" in source and not (isinstance(assumed, dict) and assumed):
            yield f"{place(at)}: map each aspect in x-source.assumed to its reason"
        elif assumed:
            for aspect, reason in assumed.items():
                if not _is_text(reason):
                    yield f"{place(at)}: give x-source.assumed.{aspect} a reason"


def idempotency_is_known(document: Node) -> Iterator[str]:
    """Require of an operation when it may be repeated."""
    for operation in operations(document):
        if operation.node.get("x-idempotency") not in IDEMPOTENCY:
            yield f"{operation.name}: set x-idempotency to one of {', '.join(IDEMPOTENCY)}"


def reads_are_safe(document: Node) -> Iterator[str]:
    """Require that a GET may always be repeated."""
    for operation in operations(document):
        if operation.method == "get" and operation.node.get("x-idempotency") != "safe":
            yield f"{operation.name}: set x-idempotency to safe, as it is a GET"


def keys_make_keyed(document: Node) -> Iterator[str]:
    """Require that an operation is keyed when it takes a key, and only then."""
    for operation in operations(document):
        takes_key = any(_is_idempotency_key(each) for each in operation.parameters)
        is_keyed = operation.node.get("x-idempotency") == "keyed"
        if takes_key and not is_keyed:
            yield f"{operation.name}: set x-idempotency to keyed, as it takes Idempotency-Key"
        if is_keyed and not takes_key:
            yield f"{operation.name}: declare the header Idempotency-Key, or do not call it keyed"


def verified_calls_name_a_read(document: Node) -> Iterator[str]:
    """Require of `verify`, and of nothing else, the read that tells what became of a call."""
    safe = {
        operation.node.get("operationId")
        for operation in operations(document)
        if operation.node.get("x-idempotency") == "safe"
    }
    for operation in operations(document):
        rule = operation.node.get("x-verify", {})
        is_verified = operation.node.get("x-idempotency") == "verify"
        if is_verified and (missing := [key for key in VERIFY_KEYS if key not in rule]):
            yield f"{operation.name}: say in x-verify {', '.join(missing)}"
        elif is_verified and rule["operationId"] not in safe:
            yield f"{operation.name}: name a safe operation in x-verify"
        elif rule and not is_verified:
            yield f"{operation.name}: set x-idempotency to verify, or remove x-verify"


def arguments_are_described(document: Node) -> Iterator[str]:
    """Require a sentence for each argument that only the read of a verified call needs."""
    for operation in operations(document):
        for name, argument in operation.node.get("x-verify", {}).get("arguments", {}).items():
            if not _is_text(argument.get("description")):
                yield f"{operation.name}: give x-verify.arguments.{name} a description"


def repeats_add_no_effect(document: Node) -> Iterator[str]:
    """Require a reason of each call that may be repeated, and a verb that cannot act twice."""
    for operation in operations(document):
        rule = operation.node.get("x-verify", {})
        verbs = set(operation.node.get("operationId", "").split("_"))
        if "repeatable" in rule and not _is_text(rule["repeatable"]):
            yield f"{operation.name}: give the reason in x-verify.repeatable, or remove it"
        elif "repeatable" in rule and (verbs & ADDING_VERBS or not verbs & REPEATABLE_VERBS):
            yield f"{operation.name}: remove x-verify.repeatable, because a repeat could act twice"


def creates_name_their_candidates(document: Node) -> Iterator[str]:
    """Require of a call that creates that only an empty list of new resources disproves it."""
    for operation in operations(document):
        rule = operation.node.get("x-verify", {})
        created = rule.get("applied", {}).get("one", {})
        if "since" not in created:
            continue
        if rule.get("unapplied") != {"none": {key: created[key] for key in ("in", "since")}}:
            yield f"{operation.name}: say in x-verify.unapplied that nothing was created since"
        if "candidates" not in rule:
            yield f"{operation.name}: say in x-verify.candidates what else may have been created"


def jobs_name_a_read(document: Node) -> Iterator[str]:
    """Require of a job the safe operation that reads it, and the statuses that end it."""
    safe = {
        operation.node.get("operationId")
        for operation in operations(document)
        if operation.node.get("x-idempotency") == "safe"
    }
    for operation in operations(document):
        rule = operation.node.get("x-job")
        if rule is not None and (missing := [key for key in JOB_KEYS if not rule.get(key)]):
            yield f"{operation.name}: say in x-job {', '.join(missing)}"
        elif rule is not None and rule["operationId"] not in safe:
            yield f"{operation.name}: name a safe operation in x-job"


def prerequisites_are_named(document: Node) -> Iterator[str]:
    """Require of prerequisites that they are a list of names as the pages print them."""
    for operation in operations(document):
        if "x-prerequisites" not in operation.node:
            continue
        names = operation.node["x-prerequisites"]
        is_list = isinstance(names, list) and bool(names) and len(set(names)) == len(names)
        if not (is_list and all(map(_SNAKE_CASE.fullmatch, names))):
            yield f"{operation.name}: list in x-prerequisites each name once, in snake_case"


def calls_are_secured(document: Node) -> Iterator[str]:
    """Refuse an operation that can be called without a key."""
    for operation in operations(document):
        security = operation.node.get("security", [])
        if not security or not all(security):
            yield f"{operation.name}: name a security scheme in each entry of security"


def paths_are_filled(document: Node) -> Iterator[str]:
    """Require that the path's template and the declared path parameters agree."""
    for operation in operations(document):
        template = set(re.findall(r"{([^}]+)}", operation.path))
        declared = {each["name"] for each in operation.parameters if each["in"] == "path"}
        for name in sorted(template - declared):
            yield f"{operation.name}: declare the path parameter {name}"
        for name in sorted(declared - template):
            yield f"{operation.name}: remove the path parameter {name}, which the path has not"


def enumerations_are_open(document: Node) -> Iterator[str]:
    """Require that a word which a vendor adds tomorrow still decodes."""
    found = list(nodes(document))
    opened: set[Pointer] = {(*at, "anyOf", 0) for at, schema in found if _is_open(schema)}
    for at, schema in found:
        if any(isinstance(each, str) for each in schema.get("enum", [])) and at not in opened:
            yield f"{place(at)}: open the enum: anyOf [{{type: string, enum}}, {{type: string}}]"


RULES: tuple[Rule, ...] = (
    keys_are_complete,
    keys_are_ordered,
    tag_is_declared,
    id_follows_tag,
    errors_are_shared,
    objects_say_required,
    sources_are_named,
    sources_are_whole,
    assumptions_have_reasons,
    idempotency_is_known,
    reads_are_safe,
    keys_make_keyed,
    verified_calls_name_a_read,
    arguments_are_described,
    repeats_add_no_effect,
    creates_name_their_candidates,
    jobs_name_a_read,
    prerequisites_are_named,
    calls_are_secured,
    paths_are_filled,
    enumerations_are_open,
)


def broken_rules(document: Node) -> list[str]:
    """List every finding of every rule."""
    return [finding for rule in RULES for finding in rule(document)]


def _sources(document: Node) -> Iterator[tuple[Pointer, Node]]:
    for at, node in nodes(document):
        if "x-source" in node:
            source = node["x-source"]
            yield at, source if isinstance(source, dict) else {}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_idempotency_key(parameter: Node) -> bool:
    # Names of headers know no case.
    is_header: bool = parameter["in"] == "header"
    return is_header and parameter["name"].lower() == "idempotency-key"


def _is_open(schema: Node) -> bool:
    branches = schema.get("anyOf", [])
    return (
        len(branches) == 2
        and branches[0].get("type") == "string"
        and set(branches[0]) == {"type", "enum"}
        and branches[1] == {"type": "string"}
    )
