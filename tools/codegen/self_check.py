"""Self-check of a fresh package: it is imported, and called with the examples of the document.

A process of its own does it (`package_probe`), because a package of the same name can be imported
here already. This module says what it calls, and turns what it reports into findings.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from .checks.document import Node, Operation, operations, resolve
from .checks.findings import DocumentError, Finding
from .checks.parsing import Source
from .decoders import without_null
from .generator_adapter import Endpoint, FileProperty, FloatProperty, ListProperty, Project
from .operation_forms import OperationForm, operation_forms
from .payloads import Payloads
from .response_forms import successes_of
from .samples import examples_of
from .signatures import location_of

_ROOT = Path(__file__).parents[2]


def check_package(document: Source, made: Project, package: Path) -> None:
    """Raise DocumentError with everything that does not work in a fresh package."""
    owners = {each.node["operationId"]: each for each in operations(document.value)}
    forms = operation_forms(document.value)
    plan = [
        _plan_of(made, owners[str(endpoint.name)], forms[str(endpoint.name)], str(tag), endpoint)
        for tag, collection in made.openapi.endpoint_collections_by_tag.items()
        for endpoint in collection.endpoints
    ]
    faults = probe(package, plan)
    findings = [
        Finding(owners[name].at, text) if name in owners else Finding((), text, 1)
        for name, text in faults
    ]
    if findings:
        raise document.error(findings)


def probe(package: Path, plan: list[Node]) -> list[tuple[str, str]]:
    """Return the faults that the process reports: the operation, and a text."""
    paths = [str(package.parent), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-B", "-m", "tools.codegen.package_probe", package.name],
        input=json.dumps(plan),
        capture_output=True,
        text=True,
        cwd=_ROOT,
        env=environment,
    )
    if done.returncode:
        raise DocumentError(f"the self-check of the package failed: {done.stderr.strip()[-500:]}")
    faults: list[tuple[str, str]] = [(name, text) for name, text in json.loads(done.stdout)]
    return faults


def _plan_of(
    made: Project, owner: Operation, form: OperationForm, tag: str, endpoint: Endpoint
) -> Node:
    """Return what the process calls of an operation, as JSON."""
    arguments, required = {}, set()
    declared = [*endpoint.path_parameters, *endpoint.query_parameters]
    for prop in [*declared, *endpoint.header_parameters, *endpoint.cookie_parameters]:
        node = form.parameter(location_of(endpoint, prop), prop).node
        media = next(iter(node.get("content", {}).values()), node)
        value = next(examples_of(owner.document, media), None)
        arguments[str(prop.python_name)] = [_reader(made, prop), value]
        if prop.required:
            required.add(str(prop.python_name))
    return {
        "id": str(endpoint.name),
        "module": f"api.{tag}.{endpoint.name}",
        "path": owner.path,
        "arguments": arguments,
        "required": sorted(required),
        "needs_body": any(body.prop.required for body in endpoint.bodies),
        "bodies": [*_bodies(made, owner, form, endpoint)],
        "responses": [*_responses(owner, form)],
    }


def _reader(made: Project, prop: Any) -> str:
    """Return the expression that turns an example into what a caller passes."""
    if isinstance(without_null(prop)[0], FloatProperty):
        return "_readers.any_value"  # a caller passes an integer too
    decoders: Any = made.env.globals["decoders"]
    reader: str = decoders.reader(prop, "example")
    return reader


def _bodies(
    made: Project, owner: Operation, form: OperationForm, endpoint: Endpoint
) -> Iterator[Node]:
    payloads: Any = made.env.globals["payloads"]
    content = resolve(owner.document, owner.node.get("requestBody", {})).get("content", {})
    for body, media in zip(endpoint.bodies, form.bodies, strict=True):
        is_json = media.kind not in ("bytes", "text")
        values: Iterable[Any] = ["sample"]
        if is_json:
            node = {"schema": {}, **content[media.name]}
            values = examples_of(owner.document, node, "readOnly")
        for value in values:
            yield {
                "kind": media.kind,
                "reader": _reader(made, body.prop),
                "value": value,
                "files": [*_files(payloads, body.prop)],
            }


def _files(payloads: Payloads, prop: Any) -> Iterator[tuple[str, bool]]:
    """Yield the fields of a form that are files, and True for a list of files."""
    for field in payloads.fields(prop).values():
        inner = field.inner_property if isinstance(field, ListProperty) else field
        if isinstance(inner, FileProperty):
            yield str(field.python_name), inner is not field


def _responses(owner: Operation, form: OperationForm) -> Iterator[Node]:
    responses = successes_of(owner.document, owner.node)
    for status, media in form.responses.media.items():
        for each in (each for each in media if each.kind == "json"):
            content = responses[status]["content"][each.name]
            for value in examples_of(owner.document, content, "writeOnly"):
                yield {"status": int(status.replace("X", "0")), "value": value}
