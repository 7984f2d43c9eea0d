"""Self-check of a fresh package: it is imported, and called with the examples of the document.

A process of its own does it (`package_probe`), because a package of the same name can be imported
here already. This module says what it calls, and turns what it reports into findings.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty

from .checks.document import Json, Node, Operation, operations, resolve
from .checks.findings import DocumentError, Finding
from .checks.parsing import Source
from .decoders import without_null
from .media_types import media_of
from .payloads import Payloads
from .samples import examples_of, without_read_only

_ROOT = Path(__file__).parents[2]


Fits = Callable[[Node, Json], bool]
"""Predicate of a node with a schema, and an example of it."""


def check_package(
    document: Source, made: Project, package: Path, *, fits: Fits | None = None
) -> None:
    """Raise DocumentError with everything that does not work in a fresh package.

    Args:
        document: The document.
        made: The project of the package.
        package: The package.
        fits: Selects the examples to use, for a document whose examples are not to be trusted; the
            fields that no schema declares are not compared then.

    """
    owners = {each.node["operationId"]: each for each in operations(document.value)}
    plan = [
        _plan_of(made, owners[str(endpoint.name)], str(tag), endpoint, fits)
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
    made: Project, owner: Operation, tag: str, endpoint: Endpoint, fits: Fits | None
) -> Node:
    """Return what the process calls of an operation, as JSON."""
    parameters = {(each["in"], each["name"]): each for each in owner.parameters}
    arguments, required, is_callable = {}, set(), True
    declared = [*endpoint.path_parameters, *endpoint.query_parameters]
    for prop in [*declared, *endpoint.header_parameters, *endpoint.cookie_parameters]:
        node = _node_of(parameters, prop.name.get_untrusted_value())
        values = [*_examples(owner, node, fits)]
        if values or not fits:
            arguments[str(prop.python_name)] = [_reader(made, prop), next(iter(values), None)]
        if prop.required:
            required.add(str(prop.python_name))
            is_callable = is_callable and str(prop.python_name) in arguments
    bodies = [*_bodies(made, owner, endpoint, fits)]
    needs_body = any(body.prop.required for body in endpoint.bodies)
    return {
        "id": str(endpoint.name),
        "module": f"api.{tag}.{endpoint.name}",
        "path": owner.path,
        "arguments": arguments,
        "required": sorted(required),
        "bodies": bodies,
        "is_callable": is_callable and bool(bodies or not needs_body),
        "is_exact": fits is None,
        "responses": [*_responses(owner, fits)],
    }


def _examples(owner: Operation, node: Node, fits: Fits | None) -> Iterator[Json]:
    for value in examples_of(owner.document, node):
        if fits is None or fits(node, value):
            yield value


def _node_of(parameters: dict[tuple[str, str], Node], name: str) -> Node:
    return next((node for (_, each), node in parameters.items() if each == name), {})


def _reader(made: Project, prop: Any) -> str:
    """Return the expression that turns an example into what a caller passes."""
    if isinstance(without_null(prop)[0], FloatProperty):
        return "_readers.any_value"  # a caller passes an integer too
    decoders: Any = made.env.globals["decoders"]
    reader: str = decoders.reader(prop, "example")
    return reader


def _bodies(
    made: Project, owner: Operation, endpoint: Endpoint, fits: Fits | None
) -> Iterator[Node]:
    payloads: Any = made.env.globals["payloads"]
    content = resolve(owner.document, owner.node.get("requestBody", {})).get("content", {})
    media = {each.name: each for each in media_of(owner.document, content)}
    for body in endpoint.bodies:
        name = body.content_type.get_untrusted_value()
        if name not in media:
            continue
        for value in _examples(owner, content[name], fits):
            schema = content[name].get("schema", {})
            yield {
                "kind": media[name].kind,
                "reader": _reader(made, body.prop),
                "value": without_read_only(owner.document, schema, value),
                "files": [*_files(payloads, body.prop)],
            }


def _files(payloads: Payloads, prop: Any) -> Iterator[tuple[str, bool]]:
    """Yield the fields of a form that are files, and True for a list of files."""
    for field in payloads.fields(prop).values():
        inner = field.inner_property if isinstance(field, ListProperty) else field
        variants = inner.inner_properties if isinstance(inner, UnionProperty) else [inner]
        if any(isinstance(each, FileProperty) for each in variants):
            yield str(field.python_name), inner is not field


def _responses(owner: Operation, fits: Fits | None) -> Iterator[Node]:
    for status, response in owner.node["responses"].items():
        if not status.isdecimal() or not status.startswith("2"):
            continue
        content = resolve(owner.document, response).get("content", {})
        for media in media_of(owner.document, content):
            if media.kind == "json":
                for value in _examples(owner, content[media.name], fits):
                    yield {"status": int(status), "value": value}
