"""Requests built from the examples of the spec."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote

from .document import Json, OperationNode, operation_nodes, packaged_spec, resolve

_AUDIO_FILE = ("sample.mp3", b"ID3 no music", "audio/mpeg")


@dataclass(frozen=True)
class ExampleRequest:
    """A request for one operation."""

    method: str
    template: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Json = field(default_factory=dict)
    """Keywords of httpx: `json`, or `data` and `files`."""

    def keywords(self) -> Json:
        """Return the keywords of `httpx.Client.request`."""
        url = self.template
        for name, value in self.path.items():
            url = url.replace(f"{{{name}}}", quote(value, safe=""))
        return {
            "method": self.method,
            "url": url,
            "params": dict(self.query),
            "headers": dict(self.headers),
            **self.body,
        }


def example_request(document: Json, operation_id: str) -> ExampleRequest:
    """Return the request for an operation that the examples of a document describe."""
    [operation] = (
        operation for operation in operation_nodes(document) if operation.id == operation_id
    )
    values: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}}
    for parameter in operation.parameters:
        if parameter.get("required"):
            values[parameter["in"]][parameter["name"]] = _text(parameter["example"])
    body = example_body(document, operation)
    return ExampleRequest(
        operation.method, operation.path, values["path"], values["query"], values["header"], body
    )


@cache
def packaged_bodies() -> Mapping[str, Json]:
    """Return the example bodies of the packaged spec by operationId, as keywords of httpx."""
    document = packaged_spec()
    return {
        operation.id: example_body(document, operation) for operation in operation_nodes(document)
    }


@cache
def named_examples(operation_id: str) -> Mapping[str, Json]:
    """Return the named example bodies of an operation of the packaged spec, without the first."""
    document = packaged_spec()
    [operation] = (node for node in operation_nodes(document) if node.id == operation_id)
    content = resolve(document, operation.node.get("requestBody", {})).get("content", {})
    examples = content.get("application/json", {}).get("examples", {})
    return {
        name: resolve(document, example)["value"] for name, example in list(examples.items())[1:]
    }


@cache
def packaged_values() -> Mapping[str, Mapping[str, str]]:
    """Return the example values of required parameters in the packaged spec by operationId."""
    document = packaged_spec()
    requests = {
        operation.id: example_request(document, operation.id)
        for operation in operation_nodes(document)
    }
    return {name: {**request.path, **request.query} for name, request in requests.items()}


def example_body(document: Json, operation: OperationNode) -> Json:
    """Return the example body of an operation as keywords of httpx; empty without a body."""
    content = resolve(document, operation.node.get("requestBody", {})).get("content", {})
    if "application/json" in content:
        return {"json": deepcopy(_example(document, content["application/json"]))}
    if "multipart/form-data" in content:
        return _form(document, content["multipart/form-data"])
    return {}


def _example(document: Json, media: Json) -> Any:
    if "example" in media:
        return media["example"]
    first = next(iter(media["examples"].values()))
    return resolve(document, first)["value"]


def _form(document: Json, media: Json) -> Json:
    """Return the example values of a form, with a file for each field that takes files."""
    properties = resolve(document, media["schema"])["properties"]
    value = dict(_example(document, media))
    files = [name for name, schema in properties.items() if _is_file(resolve(document, schema))]
    data = {name: text for name, text in value.items() if name not in files}
    return {"data": data, "files": [(name, _AUDIO_FILE) for name in files]}


def _is_file(schema: Json) -> bool:
    inner = schema.get("items", schema)
    return inner.get("format") == "binary" or "contentMediaType" in inner


def _text(value: Any) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)
