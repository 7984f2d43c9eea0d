"""The OpenAPI document: where it is, its operations, and its references."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from http import HTTPMethod
from importlib.resources import files
from pathlib import Path
from typing import Any

Json = dict[str, Any]

_METHODS = {*HTTPMethod.__members__, "QUERY"}


@dataclass(frozen=True)
class OperationNode:
    """One operation of a document, as parsed JSON."""

    path: str
    """The path template."""
    method: str
    """In capitals."""
    node: Json
    item: Json
    """The path item that contains the operation."""
    parameters: tuple[Json, ...]
    """Parameters of the path item, then those of the operation, without references."""

    @property
    def id(self) -> str:
        """Return the operationId."""
        operation_id: str = self.node["operationId"]
        return operation_id

    @property
    def vendor(self) -> str:
        """Return the vendor: the first word of the first tag, or nothing without tags."""
        tags = self.node.get("tags", ())
        return str(tags[0]).split()[0] if tags else ""


def packaged_spec_path() -> Path:
    """Return the path of the spec that ships with the client."""
    return Path(str(files("campaignkit_api"))) / "openapi.json"


def packaged_spec() -> Json:
    """Return a fresh copy of the spec that ships with the client."""
    document: Json = json.loads(packaged_spec_path().read_bytes())
    return document


@cache
def shared_spec() -> Json:
    """Return the same spec at each call, for readers that do not change it."""
    return packaged_spec()


@cache
def packaged_operations() -> dict[str, OperationNode]:
    """Return the operations of the packaged spec by operationId."""
    return {operation.id: operation for operation in operation_nodes(shared_spec())}


@cache
def job_reads() -> frozenset[str]:
    """Return the operations that read a job."""
    nodes = [operation.node for operation in packaged_operations().values()]
    return frozenset(node["x-job"]["operationId"] for node in nodes if "x-job" in node)


@cache
def final_statuses() -> frozenset[str]:
    """Return the statuses in which `x-job` ends a job."""
    jobs = [node.node["x-job"] for node in packaged_operations().values() if "x-job" in node.node]
    return frozenset(
        status for job in jobs for name in ("done", "failed", "cancelled") for status in job[name]
    )


def operation_nodes(document: Json) -> Iterator[OperationNode]:
    """Yield every operation of a document, in its order."""
    for path, item in document["paths"].items():
        for name, node in item.items():
            if name.upper() in _METHODS:
                parameters = (*item.get("parameters", ()), *node.get("parameters", ()))
                resolved = tuple(resolve(document, parameter) for parameter in parameters)
                yield OperationNode(path, name.upper(), node, item, resolved)


def resolve(document: Json, node: Json) -> Json:
    """Return the node itself, or the node that its `$ref` points at."""
    while "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def pointer_step(name: str | int) -> str:
    """Return one step of a JSON pointer, escaped."""
    return str(name).replace("~", "~0").replace("/", "~1")


def json_schema(operation_id: str, status: int) -> Json:
    """Return the schema of a JSON response of an operation; empty without one."""
    node = packaged_operations().get(operation_id)
    response = node.node["responses"].get(str(status)) if node else None
    content = resolve(shared_spec(), response).get("content", {}) if response else {}
    schema: Json = content.get("application/json", {}).get("schema", {})
    return schema
