"""Documented answers that made-up requests do not meet, each reached by one that was made for it.

A vendor's own failures, from 429 on, are faults of the fake. A 400 is the answer to a parameter
that no operation has.
"""

import json
from collections.abc import Iterator
from importlib.resources import files
from urllib.parse import quote

import httpx
from campaignkit_fake import KEYS, Fake, Fault
from forms import Json

_LIMITED = 429  # from here on a status is not about what was asked


def corners(document: Json) -> Iterator[tuple[str, int]]:
    """Every operation of a spec with each such status that it documents."""
    for _, _, operation in _operations(document):
        for status in operation["responses"]:
            if status.isdecimal() and (int(status) == 400 or int(status) >= _LIMITED):
                yield operation["operationId"], int(status)


def reach_corner(
    fake: Fake, document: Json, operation_id: str, status: int, base_url: str = ""
) -> httpx.Response:
    """Call an operation of the fake so that it answers with the status."""
    [request] = (
        _request(document, path, method, operation)
        for path, method, operation in _operations(document)
        if operation["operationId"] == operation_id
    )
    if status == 400:
        request["params"]["no-such-parameter"] = "1"
    else:
        fake.faults.add(Fault(status=status, retry_after="1" if status == _LIMITED else None))
    with httpx.Client(
        base_url=base_url or "https://api.invalid", transport=None if base_url else fake.transport()
    ) as client:
        return client.request(**request)


def shipped_document() -> Json:
    """The spec that ships with the client."""
    document: Json = json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes())
    return document


def _operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    for path, item in document["paths"].items():
        for method, node in item.items():
            if isinstance(node, dict) and "operationId" in node:
                yield path, method.upper(), {**node, "shared": item.get("parameters", [])}


def _request(document: Json, path: str, method: str, operation: Json) -> Json:
    query, headers = {}, {"Authorization": _credential(document, operation)}
    for node in [*operation["shared"], *operation.get("parameters", [])]:
        parameter = _resolved(document, node)
        if not parameter.get("required"):
            continue
        example = parameter["example"]
        value = ",".join(example) if isinstance(example, list) else str(example)
        match parameter["in"]:
            case "path":
                path = path.replace(f"{{{parameter['name']}}}", quote(value, safe=""))
            case "query":
                query[parameter["name"]] = value
            case "header":
                headers[parameter["name"]] = value
    return {"method": method, "url": path, "params": query, "headers": headers}


def _credential(document: Json, operation: Json) -> str:
    vendor = operation["tags"][0].split()[0]
    key = next(name for name, key in KEYS.items() if key.vendor == vendor)
    [scheme] = operation["security"][0]
    is_bearer = document["components"]["securitySchemes"][scheme]["type"] == "http"
    return f"Bearer {key}" if is_bearer else key


def _resolved(document: Json, node: Json) -> Json:
    while "$ref" in node:
        section, name = node["$ref"].removeprefix("#/components/").split("/")
        node = document["components"][section][name]
    return node
