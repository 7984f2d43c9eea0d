"""House rules about repeated calls: `x-idempotency`, `x-verify` and `x-job`."""

from collections.abc import Iterator

from .document import Node, is_text, operations
from .findings import Finding, suggestion

VERIFY_KEYS = ("operationId", "parameters", "applied", "unapplied", "result")
JOB_KEYS = ("operationId", "status", "done")
IDEMPOTENCY = ("safe", "keyed", "verify", "never")
# A repeat of these could act twice; a repeat of the others has the effect of one call.
ADDING_VERBS = frozenset(["create", "duplicate", "start", "approve", "send", "respond", "move"])
REPEATABLE_VERBS = frozenset(["update", "rename", "delete", "stop", "cancel"])


def idempotency_is_known(document: Node) -> Iterator[Finding]:
    """Require that an operation declares when it may be repeated."""
    for operation in operations(document):
        if operation.node.get("x-idempotency", IDEMPOTENCY[0]) not in IDEMPOTENCY:
            yield Finding(operation.at, f"set x-idempotency to one of {', '.join(IDEMPOTENCY)}")


def reads_are_safe(document: Node) -> Iterator[Finding]:
    """Require that a GET may always be repeated."""
    for operation in operations(document):
        if operation.method == "get" and operation.node.get("x-idempotency") != "safe":
            yield Finding(operation.at, "set x-idempotency to safe, as it is a GET")


def keys_make_keyed(document: Node) -> Iterator[Finding]:
    """Require that an operation is keyed when it takes a key, and only then."""
    for operation in operations(document):
        takes_key = any(_is_idempotency_key(parameter) for parameter in operation.parameters)
        is_keyed = operation.node.get("x-idempotency") == "keyed"
        if takes_key and not is_keyed:
            yield Finding(operation.at, "set x-idempotency to keyed, as it takes Idempotency-Key")
        if is_keyed and not takes_key:
            yield Finding(
                operation.at, "declare the header Idempotency-Key, or change x-idempotency"
            )


def verified_calls_name_a_read(document: Node) -> Iterator[Finding]:
    """Require the read that shows the outcome of a call for `verify`, and only for it."""
    safe = {
        str(operation.node.get("operationId"))
        for operation in operations(document)
        if operation.node.get("x-idempotency") == "safe"
    }
    for operation in operations(document):
        rule = operation.node.get("x-verify", {})
        is_verified = operation.node.get("x-idempotency") == "verify"
        if is_verified and (missing := [key for key in VERIFY_KEYS if key not in rule]):
            yield Finding(operation.at, f"add {', '.join(missing)} to x-verify")
        elif is_verified and rule["operationId"] not in safe:
            hint = suggestion(rule["operationId"], safe)
            yield Finding(operation.at, f"name a safe operation in x-verify: {hint}")
        elif rule and not is_verified:
            yield Finding(operation.at, "set x-idempotency to verify, or remove x-verify")


def arguments_are_described(document: Node) -> Iterator[Finding]:
    """Require a sentence for each argument that only the read of a verified call needs."""
    for operation in operations(document):
        for name, argument in operation.node.get("x-verify", {}).get("arguments", {}).items():
            if not is_text(argument.get("description")):
                yield Finding(operation.at, f"give x-verify.arguments.{name} a description")


def repeats_add_no_effect(document: Node) -> Iterator[Finding]:
    """Require a reason of each call that may be repeated, and a verb that cannot act twice."""
    for operation in operations(document):
        rule = operation.node.get("x-verify", {})
        verbs = set(operation.node.get("operationId", "").split("_"))
        if "repeatable" in rule and not is_text(rule["repeatable"]):
            yield Finding(operation.at, "give the reason in x-verify.repeatable, or remove it")
        elif "repeatable" in rule and (verbs & ADDING_VERBS or not verbs & REPEATABLE_VERBS):
            yield Finding(
                operation.at, "remove x-verify.repeatable, because a repeat could act twice"
            )


def creates_name_their_candidates(document: Node) -> Iterator[Finding]:
    """Require that only an empty list of new resources disproves a call that creates."""
    for operation in operations(document):
        rule = operation.node.get("x-verify", {})
        created = rule.get("applied", {}).get("one", {})
        if "since" not in created:
            continue
        if rule.get("unapplied") != {"none": {key: created[key] for key in ("in", "since")}}:
            yield Finding(
                operation.at, "state in x-verify.unapplied that nothing was created since"
            )
        if "candidates" not in rule:
            yield Finding(
                operation.at, "name in x-verify.candidates what else may have been created"
            )


def jobs_name_a_read(document: Node) -> Iterator[Finding]:
    """Require of a job the safe operation that reads it, and the statuses that end it."""
    safe = {
        str(operation.node.get("operationId"))
        for operation in operations(document)
        if operation.node.get("x-idempotency") == "safe"
    }
    for operation in operations(document):
        rule = operation.node.get("x-job")
        if rule is not None and (missing := [key for key in JOB_KEYS if not rule.get(key)]):
            yield Finding(operation.at, f"add {', '.join(missing)} to x-job")
        elif rule is not None and rule["operationId"] not in safe:
            hint = suggestion(rule["operationId"], safe)
            yield Finding(operation.at, f"name a safe operation in x-job: {hint}")


def _is_idempotency_key(parameter: Node) -> bool:
    # Names of headers know no case.
    is_header: bool = parameter["in"] == "header"
    return is_header and parameter["name"].lower() == "idempotency-key"
