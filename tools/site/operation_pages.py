"""Reference of the operations: a page for each, generated from the catalog and the spec."""

import inspect
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from typing import Any

import campaignkit
from campaignkit_api import models
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_fake import Fake
from campaignkit_runtime.catalog import Argument, OperationEntry
from ruff import find_ruff_bin

from . import examples
from .types import type_of

_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "402": "APIStatusError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}
_RETRIES = {
    "safe": "The call only reads. It is sent again after a failure, until the deadline.",
    "keyed": (
        "The call has an idempotency key, which the client sets. The vendor applies one key once. "
        "So the call is sent again after a failure."
    ),
    "verify": (
        "The call is never sent again if it may have arrived. The client reads {read} instead, and "
        "reports the outcome."
    ),
    "never": (
        "The call is never sent again if it may have arrived. No read shows its effect, so the "
        "outcome of such a failure is `unknown`."
    ),
}
_EFFECTS = {
    "none": "It only reads.",
    "changes": "It creates or changes data.",
    "reaches-people": "**It can contact real people.**",
    "irreversible": "**No operation undoes it.**",
}


def method_name(entry: OperationEntry) -> str:
    """Return the name of the method, such as `sonarly.campaigns.start`."""
    return f"{entry.vendor}.{entry.resource}.{entry.name}"


def operation_page(entry: OperationEntry, fake: Fake, base_url: str) -> str:
    """Return the Markdown page of an operation.

    Args:
        entry: The operation.
        fake: A fake on which the examples run.
        base_url: Its URL.
    """
    node = packaged_operations()[entry.id].node
    parts = [
        f"---\ntitle: {method_name(entry)}\ndescription: {entry.summary}\n---",
        f"# {method_name(entry)}",
        f"{entry.summary}. {_EFFECTS[entry.effect]}",
        entry.description,
        f"`{entry.method} {entry.path}`",
        *_signature(entry),
        *_arguments(entry),
        *_result(entry),
        *_facts(entry, node),
        *_errors(node),
        *_example(entry, fake, base_url),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _signature(entry: OperationEntry) -> Iterator[str]:
    names = [argument.name for argument in entry.arguments if argument.location == "path"]
    keywords = [argument.name for argument in entry.arguments if argument.location != "path"]
    shown = [*names, *(["*"] if keywords else []), *(f"{name}=..." for name in keywords)]
    call = f"{method_name(entry)}({', '.join(shown)})"
    is_iterated = entry.kind in ("pages", "batch")
    asynchronous = f"async for item in {call}: ..." if is_iterated else f"await {call}"
    yield f'```text title="Sync"\n{call}\n```'
    yield f'```text title="Async"\n{asynchronous}\n```'


def _arguments(entry: OperationEntry) -> Iterator[str]:
    if not entry.arguments:
        return
    rows = [
        f"| `{argument.name}` | {_cell(type_of(argument.schema, argument.model))} "
        f"| {_default(argument)} | {_cell(argument.help)} |"
        for argument in entry.arguments
    ]
    head = "| argument | type | default | meaning |\n|---|---|---|---|"
    yield "## Arguments"
    yield "\n".join([head, *rows])


def _default(argument: Argument) -> str:
    if argument.is_required:
        return "required"
    return "-" if argument.default is None else f"`{argument.default!r}`"


def _result(entry: OperationEntry) -> Iterator[str]:
    yield "## Returns"
    name = _model_of(entry)
    link = f" See [`{name}`](../models/{entry.vendor}.md#{name.lower()})." if name else ""
    yield f"{entry.returns}{link}"


def _model_of(entry: OperationEntry) -> str:
    """Return the name of the model in the annotation of the method, or nothing."""
    client: Any = getattr(campaignkit, entry.vendor.capitalize())(api_key="none")
    with client:
        method = getattr(getattr(client, entry.resource), entry.name)
        annotation = str(inspect.signature(method).return_annotation)
    names = re.findall(r"\w+", annotation)
    return next((name for name in reversed(names) if name in models.__all__), "")


def _facts(entry: OperationEntry, node: dict[str, Any]) -> Iterator[str]:
    source = node["x-source"]
    read = _linked(entry.read) if entry.read else "a read"
    rows = [
        ("Retries", _RETRIES[entry.idempotency].format(read=read)),
        ("Effect", f"`{entry.effect}`. {_EFFECTS[entry.effect]}"),
        ("Permission", f"`{entry.permission}`" if entry.permission else "not documented"),
        ("Prerequisites", ", ".join(f"`{name}`" for name in entry.prerequisites) or "none"),
        ("Source", f"`{source['document']}`"),
        ("Standing", f"`{source['standing']}`"),
        ("Operation ID", f"`{entry.id}`"),
    ]
    yield "## Behavior"
    yield "\n".join(["| | |\n|---|---|", *(f"| {name} | {_cell(text)} |" for name, text in rows)])
    if assumed := source.get("assumed"):
        yield "No page of the vendor states the following, so the client assumes it:"
        yield "\n".join(
            f"- **{name}**: {' '.join(str(text).split())}" for name, text in assumed.items()
        )


def _linked(operation_id: str) -> str:
    entry = next(found for found in examples.entries() if found.id == operation_id)
    return f"[`{method_name(entry)}`]({entry.vendor}-{entry.resource}-{entry.name}.md)"


def _errors(node: dict[str, Any]) -> Iterator[str]:
    rows = [
        f"| {status} | [`{_error(status)}`](../errors.md) | {HTTPStatus(int(status)).phrase} |"
        for status in node["responses"]
        if status.isdecimal() and int(status) >= 400
    ]
    if rows:
        yield "## Errors"
        yield "\n".join(["| status | error | |\n|---|---|---|", *rows])


def _error(status: str) -> str:
    return (
        "InternalServerError" if status.startswith("5") else _ERRORS.get(status, "APIStatusError")
    )


def _example(entry: OperationEntry, fake: Fake, base_url: str) -> Iterator[str]:
    yield "## Example"
    yield f"```python\n{formatted(examples.python_example(entry))}\n```"
    if output := examples.python_output(entry):
        yield f"```text\n{output}\n```"
    yield "The same call in a terminal:"
    printed = examples.command_output(entry, fake, base_url)
    yield f"```console\n$ {examples.command_line(entry)}\n{printed}\n```"


@cache
def formatted(code: str) -> str:
    """Return Python code as the formatter of this project writes it."""
    done = subprocess.run(  # noqa: S603 - our own code
        [find_ruff_bin(), "format", "--line-length", "88", "-"],
        input=code,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.rstrip()


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
