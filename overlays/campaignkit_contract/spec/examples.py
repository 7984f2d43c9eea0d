"""Requests as the examples of the spec make them, for whoever has none of their own."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from .schemas import Json

_AUDIO = ("sample.mp3", b"ID3 no music", "audio/mpeg")


@dataclass(frozen=True)
class Sample:
    """A request for one operation."""

    method: str
    template: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Json = field(default_factory=dict)
    """As httpx takes it: `json`, or `data` and `files`."""

    def keywords(self) -> Json:
        """The keywords of a request of httpx."""
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


def shipped_document() -> Json:
    """The spec that ships with the client."""
    document: Json = json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes())
    return document


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Each operation with its path, its method and all its parameters."""
    for path, item in document["paths"].items():
        for method, node in item.items():
            if isinstance(node, dict) and "operationId" in node:
                shared = [*item.get("parameters", []), *node.get("parameters", [])]
                yield path, method.upper(), {**node, "parameters": shared}


def sample(document: Json, operation_id: str) -> Sample:
    """The request for an operation that the examples of a document make."""
    [(path, method, node)] = (
        each for each in operations(document) if each[2]["operationId"] == operation_id
    )
    values: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}}
    for each in (resolved(document, parameter) for parameter in node["parameters"]):
        if each.get("required"):
            values[each["in"]][each["name"]] = _text(each["example"])
    body = body_of(document, node)
    return Sample(method, path, values["path"], values["query"], values["header"], body)


@cache
def shipped_bodies() -> Mapping[str, Json]:
    """The example bodies of the shipped spec, by operation."""
    document = shipped_document()
    return {node["operationId"]: body_of(document, node) for _, _, node in operations(document)}


@cache
def shipped_examples() -> Mapping[str, Mapping[str, str]]:
    """The example values of required parameters in the shipped spec, by operation."""
    document = shipped_document()
    samples = (sample(document, node["operationId"]) for _, _, node in operations(document))
    nodes = [node["operationId"] for _, _, node in operations(document)]
    return {name: {**each.path, **each.query} for name, each in zip(nodes, samples, strict=True)}


def body_of(document: Json, node: Json) -> Json:
    """The example body of an operation, as httpx takes it; empty where there is none."""
    content = resolved(document, node.get("requestBody", {})).get("content", {})
    if "application/json" in content:
        return {"json": deepcopy(_example(document, content["application/json"]))}
    if "multipart/form-data" in content:
        return _form(document, content["multipart/form-data"])
    return {}


def _example(document: Json, media: Json) -> Any:
    if "example" in media:
        return media["example"]
    first = next(iter(media["examples"].values()))
    return resolved(document, first)["value"]


def _form(document: Json, media: Json) -> Json:
    """A form: its example values, and a file for each field that takes some."""
    fields = resolved(document, media["schema"])["properties"]
    value = dict(_example(document, media))
    held = [name for name, each in fields.items() if _is_file(resolved(document, each))]
    data = {name: each for name, each in value.items() if name not in held}
    return {"data": data, "files": [(name, _AUDIO) for name in held]}


def _is_file(schema: Json) -> bool:
    inner = schema.get("items", schema)
    return inner.get("format") == "binary" or "contentMediaType" in inner


def _text(value: Any) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


def resolved(document: Json, node: Json) -> Json:
    """The node itself, or what its `$ref` points at."""
    while "$ref" in node:
        section, name = node["$ref"].removeprefix("#/components/").split("/")
        node = document["components"][section][name]
    return node
