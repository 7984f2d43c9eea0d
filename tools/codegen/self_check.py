"""Self-check of a fresh package: it is imported, and called with the examples of the document.

A separate process does it (`package_probe`), because this process may have imported a package of
the same name. This module plans the calls, and turns the reported faults into findings.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from .checks.document import Json, Node, Operation, operations, resolve
from .checks.findings import DocumentError, Finding
from .checks.parsing import Source
from .decoders import without_null
from .generator_adapter import (
    Endpoint,
    FileProperty,
    FloatProperty,
    ListProperty,
    Project,
    UnionProperty,
)
from .operation_forms import OperationForm, operation_forms
from .payloads import Payloads
from .response_forms import successes_of
from .samples import examples_of
from .signatures import location_of

_ROOT = Path(__file__).parents[2]


Examples = Callable[[Node, Node, str], Iterator[Json]]
"""Examples of a parameter or a media type of a document, without fields of one direction."""


def check_package(
    document: Source,
    project: Project,
    package: Path,
    *,
    examples: Examples = examples_of,
    is_exact: bool = True,
) -> None:
    """Raise DocumentError with every fault of a fresh package.

    Args:
        document: The document.
        project: The project of the package.
        package: The package.
        examples: Returns the examples to use. What has none is not called.
        is_exact: False if fields that no schema declares may get lost.

    """
    owners = {operation.node["operationId"]: operation for operation in operations(document.value)}
    forms = operation_forms(document.value)
    plan = _Plan(project, examples, is_exact=is_exact)
    calls = [
        plan.of(owners[str(endpoint.name)], forms[str(endpoint.name)], str(tag), endpoint)
        for tag, collection in project.openapi.endpoint_collections_by_tag.items()
        for endpoint in collection.endpoints
    ]
    faults = probe(package, calls)
    findings = [
        Finding(owners[name].at, text) if name in owners else Finding((), text, 1)
        for name, text in faults
    ]
    if findings:
        raise document.error(findings)


def probe(package: Path, plan: list[Node]) -> list[tuple[str, str]]:
    """Return the faults that the process reports: the operation, and a text."""
    paths = [str(package.parent.absolute()), os.environ.get("PYTHONPATH", "")]
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


class _Plan:
    """Plan of the calls of the process, as JSON."""

    def __init__(self, project: Project, examples: Examples, *, is_exact: bool) -> None:
        self._payloads: Any = project.env.globals["payloads"]
        self._decoders: Any = project.env.globals["decoders"]
        self._examples = examples
        self._is_exact = is_exact

    def of(self, owner: Operation, form: OperationForm, tag: str, endpoint: Endpoint) -> Node:
        """Return the calls of an operation."""
        arguments, required = {}, set()
        declared = [*endpoint.path_parameters, *endpoint.query_parameters]
        for prop in [*declared, *endpoint.header_parameters, *endpoint.cookie_parameters]:
            node = form.parameter(location_of(endpoint, prop), prop).node
            media = next(iter(node.get("content", {}).values()), node)
            name = str(prop.python_name)
            for value in islice(self._examples(owner.document, media, ""), 1):
                arguments[name] = [self._reader(prop), value]
            if prop.required:
                required.add(name)
        bodies = [*self._bodies(owner, form, endpoint)]
        lacks_body = not bodies and any(body.prop.required for body in endpoint.bodies)
        return {
            "id": str(endpoint.name),
            "module": f"api.{tag}.{endpoint.name}",
            "path": owner.path,
            "arguments": arguments,
            "required": sorted(required),
            "bodies": bodies,
            "is_callable": required <= arguments.keys() and not lacks_body,
            "is_exact": self._is_exact,
            "responses": [*self._responses(owner, form)],
        }

    def _reader(self, prop: Any) -> str:
        """Return the expression that turns an example into an argument."""
        if isinstance(without_null(prop)[0], FloatProperty):
            return "_readers.any_value"  # a caller passes an integer too
        reader: str = self._decoders.reader(prop, "example")
        return reader

    def _bodies(self, owner: Operation, form: OperationForm, endpoint: Endpoint) -> Iterator[Node]:
        content = resolve(owner.document, owner.node.get("requestBody", {})).get("content", {})
        for body, media in zip(endpoint.bodies, form.bodies, strict=True):
            values: Iterable[Json] = ["sample"]
            if media.kind not in ("bytes", "text"):
                node = {"schema": {}, **content[media.name]}
                values = self._examples(owner.document, node, "readOnly")
            for value in values:
                yield {
                    "kind": media.kind,
                    "reader": self._reader(body.prop),
                    "value": value,
                    "files": [*_files(self._payloads, body.prop)],
                }

    def _responses(self, owner: Operation, form: OperationForm) -> Iterator[Node]:
        responses = successes_of(owner.document, owner.node)
        for status, media in form.responses.media.items():
            for json_media in (variant for variant in media if variant.kind == "json"):
                content = responses[status]["content"][json_media.name]
                for value in self._examples(owner.document, content, "writeOnly"):
                    yield {"status": int(status.replace("X", "0")), "value": value}


def _files(payloads: Payloads, prop: Any) -> Iterator[tuple[str, bool]]:
    """Yield the fields of a form that are files, and True for a list of files."""
    for field in payloads.fields(prop).values():
        inner = field.inner_property if isinstance(field, ListProperty) else field
        variants = inner.inner_properties if isinstance(inner, UnionProperty) else [inner]
        if any(isinstance(variant, FileProperty) for variant in variants):
            yield str(field.python_name), inner is not field
